// One bulk file: its lines, which of them are under way, and what became of each. What moved money is in the payments' ledgers;
// this may forget or repeat anything without harm.

import { DurableObject } from "cloudflare:workers";

import type { Env } from "../env.js";
import type { Intent, State } from "../ledger/intent.js";
import type { Refusal } from "../refusal.js";
import type { Line, LineMessage } from "./lines.js";
import { detailOf, refusalDetail, reportOf, type ReportedLine } from "./report.js";

export interface Progress {
  readonly bulkId: string;
  readonly total: number;
  readonly done: number;
  readonly counts: { readonly success: number; readonly failure: number; readonly unknown: number; readonly waiting: number };
}

export type LineResult = { readonly number: number } & ({ readonly intent: Intent } | { readonly refusal: Refusal });

/** Lines in the queue at once, so that a redelivery after a crash is never more than this. */
const WINDOW = 300;
const QUEUE_BATCH = 100;
const LOOK_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;
/** Lines still waiting when nothing was heard for so long are queued again. */
const SILENCE_MS = 120_000;

const SCHEMA = `
CREATE TABLE IF NOT EXISTS lines (
  number INTEGER PRIMARY KEY, payment_id TEXT NOT NULL, draft TEXT NOT NULL, cells TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'checking', 'success', 'failure', 'ambiguous')), detail TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS job (id INTEGER PRIMARY KEY CHECK (id = 1), bulk_id TEXT NOT NULL, operator TEXT NOT NULL) STRICT`;

type Row = { number: number; payment_id: string; draft: string; cells: string; state: State | "waiting"; detail: string };

export class BulkJob extends DurableObject<Env> {
  readonly #sql: SqlStorage;
  // Not on disk: after a restart the waiting lines are simply queued again.
  #queuedUpTo = 0;
  #heardAt = Date.now();

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#sql = ctx.storage.sql;
    this.#sql.exec(SCHEMA);
  }

  /** Takes a file; the same file again goes on with the job it has. */
  async begin(bulkId: string, operator: string, lines: readonly Line[]): Promise<void> {
    if (!this.#job()) {
      this.ctx.storage.transactionSync(() => {
        this.#sql.exec("INSERT INTO job VALUES (1, ?, ?)", bulkId, operator);
        for (const { number, paymentId, draft, cells } of lines) {
          const values = [number, paymentId, JSON.stringify(draft), JSON.stringify(cells)];
          this.#sql.exec("INSERT INTO lines VALUES (?, ?, ?, ?, 'waiting', '')", ...values);
        }
      });
    }
    if ((await this.ctx.storage.getAlarm()) === null) await this.ctx.storage.setAlarm(Date.now());
  }

  async progress(): Promise<Progress | null> {
    const job = this.#job();
    if (!job) return null;
    const rows = this.#sql.exec<{ state: Row["state"]; count: number }>("SELECT state, count(*) AS count FROM lines GROUP BY state");
    const found = new Map([...rows].map(({ state, count }) => [state, count]));
    const of = (...states: Row["state"][]) => states.reduce((total, state) => total + (found.get(state) ?? 0), 0);
    return {
      bulkId: job.bulk_id,
      total: [...found.values()].reduce((total, count) => total + count, 0),
      done: of("success", "failure", "ambiguous"),
      counts: {
        success: of("success"),
        failure: of("failure"),
        unknown: of("sending", "checking", "ambiguous"),
        waiting: of("waiting"),
      },
    };
  }

  async reportText(): Promise<string | null> {
    if (!this.#job()) return null;
    const rows = this.#sql.exec<Row>("SELECT * FROM lines ORDER BY number");
    const reported = (row: Row): ReportedLine => ({ ...row, cells: JSON.parse(row.cells) });
    return reportOf([...rows].map(reported));
  }

  /** Notes what became of lines. */
  async report(results: readonly LineResult[]): Promise<void> {
    this.#heardAt = Date.now();
    for (const result of results) {
      const [state, detail] = "intent" in result ? [result.intent.state, detailOf(result.intent)] : ["failure", refusalDetail(result.refusal)];
      // A late redelivery must not take a settled line back.
      this.#sql.exec(
        "UPDATE lines SET state = ?, detail = ? WHERE number = ? AND state IN ('waiting', 'sending', 'checking') AND state <> ?",
        state,
        detail,
        result.number,
        state,
      );
    }
  }

  override async alarm(): Promise<void> {
    const job = this.#job();
    if (!job) return;
    try {
      await this.#queueMore(job);
      await this.#followUp();
    } catch (error) {
      console.error("bulk job", error);
    }
    const pause = this.#pause();
    if (pause !== null) await this.ctx.storage.setAlarm(Date.now() + pause);
  }

  /** Until the next look; `null` when every line is settled. */
  #pause(): number | null {
    if (this.#count("state = 'waiting'") > 0) return LOOK_MS;
    if (this.#count("state IN ('sending', 'checking')") === 0) return null;
    // Only read-back is left: its own pauses double as well.
    return Math.min(Math.max((Date.now() - this.#heardAt) / 2, LOOK_MS), LONGEST_PAUSE_MS);
  }

  #count(where: string, ...values: number[]): number {
    return this.#sql.exec<{ count: number }>(`SELECT count(*) AS count FROM lines WHERE ${where}`, ...values).one().count;
  }

  async #queueMore({ bulk_id: bulkId, operator }: { bulk_id: string; operator: string }): Promise<void> {
    if (Date.now() - this.#heardAt > SILENCE_MS && this.#count("state = 'waiting'") > 0) {
      this.#queuedUpTo = 0;
      this.#heardAt = Date.now();
    }
    const queued = this.#count("state = 'waiting' AND number <= ?", this.#queuedUpTo);
    const rows = this.#sql
      .exec<Row>("SELECT * FROM lines WHERE state = 'waiting' AND number > ? ORDER BY number LIMIT ?", this.#queuedUpTo, Math.max(WINDOW - queued, 0))
      .toArray();
    for (let from = 0; from < rows.length; from += QUEUE_BATCH) {
      const part = rows.slice(from, from + QUEUE_BATCH);
      const bodies = part.map(
        ({ number, payment_id: paymentId, draft }): LineMessage => ({ bulkId, operator, number, paymentId, draft: JSON.parse(draft) }),
      );
      await this.env.BULK_LINES.sendBatch(bodies.map((body) => ({ body, contentType: "json" as const })));
      this.#queuedUpTo = part.at(-1)?.number ?? this.#queuedUpTo;
    }
  }

  /** Asks the ledgers about lines that weren't settled by their answer. */
  async #followUp(): Promise<void> {
    const rows = this.#sql.exec<Row>("SELECT * FROM lines WHERE state IN ('sending', 'checking') LIMIT ?", WINDOW).toArray();
    const results = await Promise.all(
      rows.map(async ({ number, payment_id: paymentId, draft }) => {
        const intent = await this.env.PAYMENTS.getByName(paymentId).intent(JSON.parse(draft).fingerprint);
        return intent ? { number, intent } : null;
      }),
    );
    const heardAt = this.#heardAt;
    await this.report(results.flatMap((result) => result ?? []));
    // Only the queue's own sign of life counts for silence.
    this.#heardAt = heardAt;
  }

  #job(): { bulk_id: string; operator: string } | undefined {
    return this.#sql.exec<{ bulk_id: string; operator: string }>("SELECT bulk_id, operator FROM job").toArray()[0];
  }
}
