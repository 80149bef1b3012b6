// The book of intents in SQLite: a row per intent, with the fingerprint as primary key, and a row per event. To keep the ledger in
// another database, write this class for it: it has all the SQL.

import type { Draft, RefundName } from "iyzico-reversals";

import type { Book, Change } from "./book.js";
import type { Entry, Happening, Intent, Proposal, ReadBack, State, Subject } from "./intent.js";

// Without rowid and a second index, each row is written once.
const SCHEMA = `CREATE TABLE IF NOT EXISTS intents (
  fingerprint TEXT PRIMARY KEY,
  draft TEXT NOT NULL,
  subject TEXT NOT NULL,
  operators TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('sending', 'checking', 'success', 'failure', 'ambiguous')),
  outcome TEXT,
  settled_by TEXT,
  read_back TEXT,
  proposal TEXT,
  landed_after_all INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  sent_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS happenings (
  number INTEGER PRIMARY KEY,
  fingerprint TEXT NOT NULL,
  at INTEGER NOT NULL,
  operator TEXT,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  details TEXT
) STRICT;
CREATE TRIGGER IF NOT EXISTS happenings_stay BEFORE UPDATE ON happenings BEGIN SELECT RAISE(ABORT, 'events are only added'); END;
CREATE TRIGGER IF NOT EXISTS happenings_last BEFORE DELETE ON happenings BEGIN SELECT RAISE(ABORT, 'events are only added'); END`;

type Row = {
  fingerprint: string;
  draft: string;
  subject: string;
  operators: string;
  state: State;
  outcome: string | null;
  settled_by: Intent["settledBy"];
  read_back: string | null;
  proposal: string | null;
  landed_after_all: number;
  created_at: number;
  sent_at: number;
  updated_at: number;
};

type HappeningRow = {
  number: number;
  fingerprint: string;
  at: number;
  operator: string | null;
  kind: Happening["kind"];
  state: State;
  details: string | null;
};

export class Ledger<O extends RefundName> implements Book<O> {
  readonly #storage: DurableObjectStorage;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
    this.#run(SCHEMA);
  }

  find(fingerprint: string): Entry<O> | null {
    return this.#read("WHERE fingerprint = ?", fingerprint)[0] ?? null;
  }

  list(): Entry<O>[] {
    return this.#read("ORDER BY created_at DESC");
  }

  inState(...states: State[]): Entry<O>[] {
    return this.#read(`WHERE state IN (${states.map(() => "?")}) ORDER BY created_at`, ...states);
  }

  begin(draft: Draft<O>, subject: Subject, operator: string, at: number): Entry<O> {
    return this.#storage.transactionSync(() => {
      this.#run(
        "INSERT INTO intents VALUES (?, ?, ?, ?, 'sending', NULL, NULL, NULL, NULL, 0, ?, ?, ?)",
        draft.fingerprint,
        JSON.stringify(draft),
        JSON.stringify(subject),
        JSON.stringify([operator]),
        at,
        at,
        at,
      );
      this.#add(draft.fingerprint, at, operator, "begun", null);
      return this.#known(draft.fingerprint);
    });
  }

  join({ fingerprint, by }: Entry<O>, operator: string, at: number): Entry<O> {
    if (!by.includes(operator)) {
      this.#storage.transactionSync(() => {
        this.#run("UPDATE intents SET operators = ? WHERE fingerprint = ?", JSON.stringify([...by, operator]), fingerprint);
        this.#add(fingerprint, at, operator, "joined", null);
      });
    }
    return this.#known(fingerprint);
  }

  move(seen: Entry<O>, to: State, { at, by, ...change }: Change<O>): boolean {
    const outcome = change.outcome ?? seen.outcome;
    return this.#storage.transactionSync(() => {
      const moved = this.#rows(
        `UPDATE intents SET state = ?, outcome = ?, settled_by = ?, sent_at = ?, landed_after_all = ?, proposal = NULL, updated_at = ?
         WHERE fingerprint = ? AND state = ? RETURNING fingerprint`,
        to,
        outcome && JSON.stringify(outcome),
        change.settledBy ?? null,
        change.sentAt ?? seen.sentAt,
        Number(change.isLandedAfterAll ?? false),
        at,
        seen.fingerprint,
        seen.state,
      );
      if (moved.length === 0) return false;
      this.#add(seen.fingerprint, at, by ?? null, "moved", { settledBy: change.settledBy ?? null, because: change.because ?? null });
      return true;
    });
  }

  note({ fingerprint }: Entry<O>, readBack: ReadBack): void {
    this.#storage.transactionSync(() => {
      this.#run("UPDATE intents SET read_back = ? WHERE fingerprint = ?", JSON.stringify(readBack), fingerprint);
      this.#add(fingerprint, readBack.askedAt, null, "read-back", readBack);
    });
  }

  propose({ fingerprint }: Entry<O>, proposal: Proposal): void {
    this.#storage.transactionSync(() => {
      this.#run("UPDATE intents SET proposal = ? WHERE fingerprint = ?", JSON.stringify(proposal), fingerprint);
      this.#add(fingerprint, proposal.at, proposal.by, "proposed", proposal);
    });
  }

  acknowledge({ fingerprint }: Entry<O>, operator: string, at: number): void {
    this.#storage.transactionSync(() => {
      this.#run("UPDATE intents SET landed_after_all = 0 WHERE fingerprint = ?", fingerprint);
      this.#add(fingerprint, at, operator, "acknowledged", null);
    });
  }

  happenings(fingerprint: string): Happening[] {
    const rows = this.#rows<HappeningRow>("SELECT * FROM happenings WHERE fingerprint = ? ORDER BY number", fingerprint);
    return rows.map(({ operator, details, ...row }) => ({ ...row, by: operator, details: details === null ? null : JSON.parse(details) }));
  }

  #add(fingerprint: string, at: number, operator: string | null, kind: Happening["kind"], details: unknown): void {
    const { state } = this.#known(fingerprint);
    this.#run(
      "INSERT INTO happenings (fingerprint, at, operator, kind, state, details) VALUES (?, ?, ?, ?, ?, ?)",
      fingerprint,
      at,
      operator,
      kind,
      state,
      details === null ? null : JSON.stringify(details),
    );
  }

  #known(fingerprint: string): Entry<O> {
    const entry = this.find(fingerprint);
    if (!entry) throw new Error("the ledger lost an intent");
    return entry;
  }

  #read(where: string, ...values: string[]): Entry<O>[] {
    return this.#rows<Row>(`SELECT * FROM intents ${where}`, ...values).map((row) => entryOf<O>(row));
  }

  #run(statement: string, ...values: (string | number | null)[]): void {
    this.#storage.sql.exec(statement, ...values);
  }

  #rows<R extends Record<string, SqlStorageValue>>(statement: string, ...values: (string | number | null)[]): R[] {
    return this.#storage.sql.exec<R>(statement, ...values).toArray();
  }
}

function entryOf<O extends RefundName>(row: Row): Entry<O> {
  const draft: Draft<O> = JSON.parse(row.draft);
  const subject: Subject = JSON.parse(row.subject);
  const parsed = (text: string | null) => (text === null ? null : JSON.parse(text));
  return {
    fingerprint: row.fingerprint,
    operation: draft.operation,
    ...subject,
    by: JSON.parse(row.operators),
    state: row.state,
    outcome: parsed(row.outcome),
    settledBy: row.settled_by,
    readBack: parsed(row.read_back),
    proposal: parsed(row.proposal),
    isLandedAfterAll: row.landed_after_all === 1,
    createdAt: row.created_at,
    sentAt: row.sent_at,
    updatedAt: row.updated_at,
    draft,
  };
}
