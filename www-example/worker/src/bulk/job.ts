// One bulk file: its lines and the state of each. The payments' ledgers decide what is sent, so this object may forget or repeat
// anything without harm.

import { DurableObject } from "cloudflare:workers";

import type { Env } from "../env.js";
import type { State } from "../ledger/intent.js";
import { settingsOf } from "../settings.js";
import { pack } from "./batches.js";
import type { Line, LineMessage } from "./lines.js";
import { detailOf, refusalDetail, reportOf, waitingDetail, type ReportedLine, type Separator } from "./report.js";
import * as rules from "./rules.js";

export interface Progress {
  readonly bulkId: string;
  readonly total: number;
  readonly done: number;
  readonly counts: { readonly success: number; readonly failure: number; readonly unknown: number; readonly waiting: number };
  /** Why the file is paused until an operator resumes it; `null` while it runs. */
  readonly pause: Pause | null;
}

/** The failure that paused a file. */
export interface Pause extends rules.Trouble {
  readonly at: number;
}

/** The most lines in the queue at once, and so the most that are delivered again after a crash. */
const WINDOW = 300;
const LOOK_MS = 15_000;
const LONGEST_PAUSE_MS = 60_000;
/** After this long without news, lines in the queue are queued again. In real time, like the queue. */
const SILENCE_MS = 120_000;

const SCHEMA = `
CREATE TABLE IF NOT EXISTS lines (
  number INTEGER PRIMARY KEY, payment_id TEXT NOT NULL, draft TEXT NOT NULL, cells TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'checking', 'success', 'failure', 'ambiguous')), detail TEXT NOT NULL,
  tries INTEGER NOT NULL, due_at INTEGER NOT NULL, stuck_since INTEGER
) STRICT;
CREATE TABLE IF NOT EXISTS job (
  id INTEGER PRIMARY KEY CHECK (id = 1), bulk_id TEXT NOT NULL, operator TEXT NOT NULL,
  trouble TEXT, troubles INTEGER NOT NULL, pause TEXT
) STRICT`;

type LineRow = {
  number: number;
  payment_id: string;
  draft: string;
  cells: string;
  state: State | "waiting";
  detail: string;
  tries: number;
  due_at: number;
  /** Since when only the line itself seems to prevent a try. */
  stuck_since: number | null;
};
type JobRow = { bulk_id: string; operator: string; trouble: string | null; troubles: number; pause: string | null };

export class BulkJob extends DurableObject<Env> {
  readonly #sql: SqlStorage;
  readonly #clock = settingsOf(this.env).clock;
  // In memory only: after a restart the waiting lines are queued again.
  readonly #queued = new Set<number>();
  #sinceHeard = this.#clock.stopwatch();

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#sql = ctx.storage.sql;
    this.#sql.exec(SCHEMA);
  }

  /** Takes a file. The same file continues its existing job. */
  async begin(bulkId: string, operator: string, lines: readonly Line[]): Promise<void> {
    if (!this.#job()) {
      this.ctx.storage.transactionSync(() => {
        this.#sql.exec("INSERT INTO job VALUES (1, ?, ?, NULL, 0, NULL)", bulkId, operator);
        for (const { number, paymentId, draft, cells } of lines) {
          const values = [number, paymentId, JSON.stringify(draft), JSON.stringify(cells)];
          this.#sql.exec("INSERT INTO lines VALUES (?, ?, ?, ?, 'waiting', '', 0, 0, NULL)", ...values);
        }
      });
    }
    if ((await this.ctx.storage.getAlarm()) === null) await this.#wakeIn(0);
  }

  async progress(): Promise<Progress | null> {
    const job = this.#job();
    if (!job) return null;
    const rows = this.#sql.exec<{ state: LineRow["state"]; count: number }>("SELECT state, count(*) AS count FROM lines GROUP BY state");
    const found = new Map([...rows].map(({ state, count }) => [state, count]));
    const of = (...states: LineRow["state"][]) => states.reduce((total, state) => total + (found.get(state) ?? 0), 0);
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
      pause: pauseIn(job),
    };
  }

  async reportText(separator: Separator): Promise<string | null> {
    const job = this.#job();
    if (!job) return null;
    const pause = pauseIn(job);
    const paused = pause && `waiting: the file is paused; ${pause.code} ${pause.message}`.trim();
    const reported = ({ detail, ...row }: LineRow): ReportedLine => ({
      ...row,
      cells: JSON.parse(row.cells),
      detail: row.state === "waiting" && paused ? paused : detail,
    });
    return reportOf(this.#lines("TRUE ORDER BY number").map(reported), separator);
  }

  /** Resumes a paused file. */
  async resume(): Promise<void> {
    if (!this.#job()?.pause) return;
    this.ctx.storage.transactionSync(() => {
      this.#sql.exec("UPDATE job SET pause = NULL, trouble = NULL, troubles = 0");
      // Tries before the pause don't count.
      this.#sql.exec("UPDATE lines SET due_at = 0, tries = 0, stuck_since = NULL WHERE state = 'waiting' AND stuck_since IS NOT NULL");
    });
    await this.#wakeIn(0);
  }

  /** Whether a line from the queue may still be sent now. */
  async isDue(number: number): Promise<boolean> {
    const isDue = !this.#job()?.pause && this.#count("number = ? AND state = 'waiting' AND due_at <= ?", number, this.#clock.now()) > 0;
    if (!isDue) await this.#heardOf(number);
    return isDue;
  }

  /** Records the result of a try. */
  async report(number: number, tried: rules.Try): Promise<void> {
    const [line] = this.#lines("number = ?", number);
    if (!line) return;
    if (rules.isWorthAnotherTry(tried)) this.#putOff(line, tried);
    else if ("intent" in tried) this.#settle(number, tried.intent.state, detailOf(tried.intent));
    else if ("refusal" in tried) this.#settle(number, "failure", refusalDetail(tried.refusal));
    this.#countTroubles(tried);
    await this.#heardOf(number);
  }

  /** Sets the next alarm first and throws nothing afterwards: Cloudflare drops an alarm after six throws. */
  override async alarm(): Promise<void> {
    const job = this.#job();
    if (!job) return;
    await this.#wakeIn(LONGEST_PAUSE_MS);
    try {
      if (!job.pause) await this.#queueMore(job);
      await this.#followUp();
    } catch (error) {
      console.error("bulk job", error);
    }
    const pause = this.#pause();
    if (pause === null) await this.ctx.storage.deleteAlarm();
    else await this.#wakeIn(pause);
  }

  /** Milliseconds until the next look; `null` if nothing more will happen by itself. */
  #pause(): number | null {
    if (this.#count("state = 'waiting'") > 0 && !this.#job()?.pause) return LOOK_MS;
    if (this.#count("state IN ('sending', 'checking')") === 0) return null;
    // Only read-back is left, whose intervals grow.
    return Math.min(Math.max((this.#sinceHeard() * this.#clock.speed) / 2, LOOK_MS), LONGEST_PAUSE_MS);
  }

  async #queueMore({ bulk_id: bulkId, operator }: JobRow): Promise<void> {
    if (this.#sinceHeard() > SILENCE_MS) this.#forgetQueued();
    // Lines that were never tried come before retries.
    const due = this.#lines("state = 'waiting' AND due_at <= ? ORDER BY due_at, number LIMIT ?", this.#clock.now(), WINDOW);
    const rows = due.filter(({ number }) => !this.#queued.has(number)).slice(0, Math.max(WINDOW - this.#queued.size, 0));
    const messages = rows.map(
      ({ number, payment_id: paymentId, draft }): LineMessage => ({ bulkId, operator, number, paymentId, draft: JSON.parse(draft) }),
    );
    const { batches, tooLarge } = pack(messages);
    for (const { number } of tooLarge) this.#settle(number, "failure", "too-large; the line is too long to be queued; nothing was sent");
    for (const batch of batches) {
      for (const { number } of batch) this.#queued.add(number);
      await this.env.BULK_LINES.sendBatch(batch.map((body) => ({ body, contentType: "json" as const })));
    }
  }

  /** Asks the ledgers about lines whose answer didn't settle them. */
  async #followUp(): Promise<void> {
    const rows = this.#lines("state IN ('sending', 'checking') LIMIT ?", WINDOW);
    await Promise.all(
      rows.map(async ({ number, payment_id: paymentId, draft }) => {
        try {
          const intent = await this.env.PAYMENTS.getByName(paymentId).intent(JSON.parse(draft).fingerprint);
          if (intent) this.#settle(number, intent.state, detailOf(intent));
        } catch (error) {
          // A ledger that can't be asked must not keep other lines from being settled.
          console.error("bulk line", number, error);
        }
      }),
    );
  }

  #putOff({ number, payment_id: paymentId, tries, stuck_since: before }: LineRow, tried: rules.Try): void {
    const { giveUpMs } = settingsOf(this.env);
    const now = this.#clock.now();
    const since = rules.mayBeTheLines(tried) ? (before ?? now) : null;
    if (since !== null && now - since >= giveUpMs) {
      // After an internal error it is unknown whether anything was sent.
      if ("refusal" in tried) this.#settle(number, "failure", refusalDetail(tried.refusal));
      else this.#settle(number, "ambiguous", "the desk failed at this line; look at its payment before anything else");
      return;
    }
    const dueAt = rules.nextTry(tried, tries, now);
    const detail = "refusal" in tried ? waitingDetail(tried.refusal) : "waiting: the desk failed; it is tried again";
    this.#sql.exec(
      "UPDATE lines SET tries = ?, due_at = ?, stuck_since = ?, detail = ? WHERE number = ? AND state = 'waiting'",
      tries + 1,
      dueAt,
      since,
      detail,
      number,
    );
    // One blocked line of a payment blocks all its lines, so don't ask for each.
    if ("refusal" in tried && tried.refusal.fingerprint) {
      const statement = "UPDATE lines SET due_at = ?, detail = ? WHERE payment_id = ? AND state = 'waiting' AND due_at < ?";
      this.#sql.exec(statement, dueAt, detail, paymentId, dueAt);
    }
  }

  #settle(number: number, state: State, detail: string): void {
    // A late redelivery must not change a settled line.
    this.#sql.exec(
      "UPDATE lines SET state = ?, detail = ? WHERE number = ? AND state IN ('waiting', 'sending', 'checking') AND (state <> ? OR detail <> ?)",
      state,
      detail,
      number,
      state,
      detail,
    );
  }

  /** Pauses the file after enough equal failures in a row. */
  #countTroubles(tried: rules.Try): void {
    const job = this.#job();
    const trouble = rules.troubleOf(tried);
    if (!job || job.pause) return;
    if (!trouble) {
      if (job.troubles > 0 && rules.endsTrouble(tried)) this.#sql.exec("UPDATE job SET trouble = NULL, troubles = 0");
      return;
    }
    const troubles = job.trouble === trouble.code ? job.troubles + 1 : 1;
    const pause: Pause | null = troubles < rules.TROUBLES_IN_A_ROW ? null : { ...trouble, at: this.#clock.now() };
    this.#sql.exec("UPDATE job SET trouble = ?, troubles = ?, pause = ?", trouble.code, troubles, pause && JSON.stringify(pause));
    if (pause) this.#queued.clear();
  }

  /** Fills the queue after a line has left it. */
  async #heardOf(number: number): Promise<void> {
    this.#sinceHeard = this.#clock.stopwatch();
    const wasFull = this.#queued.size > WINDOW / 2;
    this.#queued.delete(number);
    if (wasFull && this.#queued.size <= WINDOW / 2) await this.#wakeIn(0);
  }

  #forgetQueued(): void {
    this.#queued.clear();
    this.#sinceHeard = this.#clock.stopwatch();
  }

  #wakeIn(ms: number): Promise<void> {
    return this.ctx.storage.setAlarm(this.#clock.alarmAt(this.#clock.now() + ms));
  }

  #count(where: string, ...values: number[]): number {
    return this.#sql.exec<{ count: number }>(`SELECT count(*) AS count FROM lines WHERE ${where}`, ...values).one().count;
  }

  #lines(where: string, ...values: number[]): LineRow[] {
    return this.#sql.exec<LineRow>(`SELECT * FROM lines WHERE ${where}`, ...values).toArray();
  }

  #job(): JobRow | undefined {
    return this.#sql.exec<JobRow>("SELECT * FROM job").toArray()[0];
  }
}

const pauseIn = ({ pause }: JobRow): Pause | null => (pause === null ? null : JSON.parse(pause));
