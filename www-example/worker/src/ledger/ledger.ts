// The ledger: one row for each intent, its fingerprint the primary key. All SQL of the desk's ledger is here; to keep it in
// your own database, write this class for it.

import type { Draft, Outcome, RefundName } from "iyzico-reversals";

import type { Entry, Intent, State, Subject } from "./intent.js";

// Without a rowid or a second index, a row is written once.
const SCHEMA = `CREATE TABLE IF NOT EXISTS intents (
  fingerprint TEXT PRIMARY KEY,
  draft TEXT NOT NULL,
  subject TEXT NOT NULL,
  operators TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('sending', 'checking', 'success', 'failure', 'ambiguous')),
  outcome TEXT,
  settled_by TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID`;

type Row = {
  fingerprint: string;
  draft: string;
  subject: string;
  operators: string;
  state: State;
  outcome: string | null;
  settled_by: Intent["settledBy"];
  created_at: number;
  updated_at: number;
};

export class Ledger<O extends RefundName> {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    this.#run(SCHEMA);
  }

  find(fingerprint: string): Entry<O> | null {
    return this.#read("WHERE fingerprint = ?", fingerprint)[0] ?? null;
  }

  /** Every intent, newest first. */
  list(): Entry<O>[] {
    return this.#read("ORDER BY created_at DESC");
  }

  inState(...states: State[]): Entry<O>[] {
    return this.#read(`WHERE state IN (${states.map(() => "?")}) ORDER BY created_at`, ...states);
  }

  /** Records an intent as being sent. The primary key makes a second one with its fingerprint throw. */
  begin(draft: Draft<O>, subject: Subject, operator: string, now: number): Entry<O> {
    this.#run(
      "INSERT INTO intents VALUES (?, ?, ?, ?, 'sending', NULL, NULL, ?, ?)",
      draft.fingerprint,
      JSON.stringify(draft),
      JSON.stringify(subject),
      JSON.stringify([operator]),
      now,
      now,
    );
    return this.#known(draft.fingerprint);
  }

  /** Notes that this operator, too, asked for it. */
  join({ fingerprint, by }: Entry<O>, operator: string): Entry<O> {
    if (!by.includes(operator)) {
      this.#run("UPDATE intents SET operators = ? WHERE fingerprint = ?", JSON.stringify([...by, operator]), fingerprint);
    }
    return this.#known(fingerprint);
  }

  /** Moves an intent on, unless it is no longer in the state it was seen in. */
  move(seen: Entry<O>, to: State, change: { outcome?: Outcome<O>; settledBy?: Intent["settledBy"]; now: number }): void {
    const outcome = change.outcome ?? seen.outcome;
    this.#run(
      "UPDATE intents SET state = ?, outcome = ?, settled_by = ?, updated_at = ? WHERE fingerprint = ? AND state = ?",
      to,
      outcome && JSON.stringify(outcome),
      change.settledBy ?? null,
      change.now,
      seen.fingerprint,
      seen.state,
    );
  }

  #known(fingerprint: string): Entry<O> {
    const entry = this.find(fingerprint);
    if (!entry) throw new Error("the ledger lost an intent");
    return entry;
  }

  #read(where: string, ...values: string[]): Entry<O>[] {
    return this.#sql.exec<Row>(`SELECT * FROM intents ${where}`, ...values).toArray().map((row) => entryOf<O>(row));
  }

  #run(statement: string, ...values: (string | number | null)[]): void {
    this.#sql.exec(statement, ...values);
  }
}

function entryOf<O extends RefundName>(row: Row): Entry<O> {
  const draft: Draft<O> = JSON.parse(row.draft);
  const subject: Subject = JSON.parse(row.subject);
  return {
    fingerprint: row.fingerprint,
    operation: draft.operation,
    ...subject,
    by: JSON.parse(row.operators),
    state: row.state,
    outcome: row.outcome === null ? null : JSON.parse(row.outcome),
    settledBy: row.settled_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    draft,
  };
}
