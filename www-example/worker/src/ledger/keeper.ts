// A Durable Object that keeps one ledger: takes an intent, sends it once, and settles what the answer left open.
//
// iyzico has no idempotency key, so the one rule is: an intent is sent only by the call that recorded it, and never again.

import { DurableObject } from "cloudflare:workers";
import type { Draft, Outcome, Reconciliation, RefundName, Request } from "iyzico-reversals";

import { setting, type Env } from "../env.js";
import { exchange, type Answer } from "../exchange.js";
import { refusals, type Refusal } from "../refusal.js";
import { intentOf, type Entry, type Intent, type Subject } from "./intent.js";
import { Ledger } from "./ledger.js";

export type Taken = { readonly intent: Intent; readonly isNew: boolean } | { readonly refusal: Refusal };
export type Admitted = { readonly subject: Subject } | { readonly refusal: Refusal };

/** How long a caller waits for the outcome before it has to ask again. */
const CLICK_MS = 15_000;
const FIRST_CHECK_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

export abstract class Keeper<O extends RefundName> extends DurableObject<Env> {
  protected readonly ledger: Ledger<O>;
  readonly #sending = new Map<string, Promise<void>>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.ledger = new Ledger(ctx.storage.sql);
    this.#adoptOrphans();
  }

  /** Checks the draft from scratch and makes its request; throws the package's validation error. */
  protected abstract sign(draft: Draft<O>): Promise<Request<O>>;
  /** Decides by iyzico's own books whether this may be sent to `target`, a payment or sale, at all. */
  protected abstract admit(draft: Draft<O>, target: string): Promise<Admitted>;
  protected abstract read(draft: Draft<O>, answer: Answer): Promise<Outcome<O>>;
  /** Asks iyzico what became of it. */
  protected abstract verdict(entry: Entry<O>): Promise<Reconciliation>;

  /** The intent of this fingerprint, once no request is being decided on any more. */
  async intent(fingerprint: string): Promise<Intent | null> {
    await this.#turn;
    const entry = this.ledger.find(fingerprint);
    return entry && intentOf(entry);
  }

  protected intents(): Intent[] {
    return this.ledger.list().map(intentOf);
  }

  /** Looks again at what a person was left with, and at what should never have landed: time may have told. */
  protected async reconsider(verdict: (entry: Entry<O>) => Promise<Reconciliation> | Reconciliation): Promise<void> {
    for (const entry of this.ledger.inState("ambiguous", "failure")) {
      if (entry.state === "failure" && entry.settledBy !== "read-back") continue;
      const found = await verdict(entry);
      const now = Date.now();
      if (found === "landed") this.ledger.move(entry, "success", { settledBy: "read-back", now });
      if (found === "not-landed" && entry.state === "ambiguous") this.ledger.move(entry, "failure", { settledBy: "read-back", now });
    }
  }

  /** Takes an intent, or shows it when it was taken before: whoever comes second sees the first one's. */
  protected async takeIntent(draft: Draft<O>, operator: string, target: string): Promise<Taken> {
    const request = await this.sign(draft);
    const taken = await this.#inTurn(() => this.#decide(draft, request, operator, target));
    const sent = this.#sending.get(draft.fingerprint);
    if ("refusal" in taken || !sent) return taken;
    await Promise.race([sent, scheduler.wait(CLICK_MS)]);
    return { ...taken, intent: intentOf(this.ledger.find(draft.fingerprint) ?? fail()) };
  }

  override async alarm(): Promise<void> {
    this.#adoptOrphans();
    for (const entry of this.ledger.inState("checking")) await this.#settle(entry);
    await this.#schedule();
  }

  /** An intent "sending" that nobody here is sending was left by an object that died. Was it sent? Nobody knows: it is read back. */
  #adoptOrphans(): void {
    const orphans = this.ledger.inState("sending").filter(({ fingerprint }) => !this.#sending.has(fingerprint));
    for (const orphan of orphans) this.ledger.move(orphan, "checking", { now: Date.now() });
  }

  async #decide(draft: Draft<O>, request: Request<O>, operator: string, target: string): Promise<Taken> {
    const known = this.ledger.find(draft.fingerprint);
    if (known) return { intent: intentOf(this.ledger.join(known, operator)), isNew: false };
    const admitted = await this.admit(draft, target);
    if ("refusal" in admitted) return admitted;

    const { subject } = admitted;
    // Read-back finds an operation by its name: two with the same one couldn't be told apart.
    if (this.ledger.list().some((entry) => nameOf(entry) === nameOf(subject))) return { refusal: refusals.conversationTaken };

    // No await between recording it, setting its alarm and knowing that it is being sent: none of them is ever seen alone.
    const entry = this.ledger.begin(draft, subject, operator, Date.now());
    this.#sending.set(draft.fingerprint, this.#send(entry, request));
    return { intent: intentOf(entry), isNew: true };
  }

  async #send(entry: Entry<O>, request: Request<O>): Promise<void> {
    try {
      await this.#schedule();
      // On disk before the first byte leaves. Cloudflare would hold the request back until then anyway; another database won't.
      await this.ctx.storage.sync();
      const answer = await exchange(request, setting(this.env, "PATIENCE_MS"));
      const outcome = await this.read(entry.draft, answer);
      const now = Date.now();
      if (outcome.status === "unknown") this.ledger.move(entry, "checking", { outcome, now });
      else this.ledger.move(entry, outcome.status, { outcome, settledBy: "answer", now });
    } finally {
      this.#sending.delete(entry.fingerprint);
      await this.#schedule();
    }
  }

  async #settle(entry: Entry<O>): Promise<void> {
    // Measured before asking, so that the answer is at least as late.
    const doubtedFor = Date.now() - entry.updatedAt;
    const verdict = await this.verdict(entry).catch((error: unknown) => {
      console.error("read-back failed", error);
      return "ambiguous";
    });
    const now = Date.now();
    if (verdict === "landed") return this.ledger.move(entry, "success", { settledBy: "read-back", now });
    // Our side lost the connection, iyzico's or the bank's may still be working on it: only "not there" late enough means never.
    if (verdict === "not-landed" && doubtedFor >= setting(this.env, "IN_FLIGHT_MS")) {
      return this.ledger.move(entry, "failure", { settledBy: "read-back", now });
    }
    if (verdict === "ambiguous" && doubtedFor >= setting(this.env, "GIVE_UP_MS")) this.ledger.move(entry, "ambiguous", { now });
  }

  /** The alarm is set together with the intent, before anything is sent: it is what wakes this object after a crash. */
  async #schedule(): Promise<void> {
    const open = this.ledger.inState("sending", "checking");
    if (open.length === 0) return this.ctx.storage.deleteAlarm();
    const now = Date.now();
    const pauses = open.map(({ updatedAt }) => this.#pause(now - updatedAt));
    await this.ctx.storage.setAlarm(now + Math.min(...pauses));
  }

  /** Half as long as it has been in doubt: the pauses double without anything being counted. */
  #pause(doubtedFor: number): number {
    const pause = Math.min(Math.max(doubtedFor / 2, FIRST_CHECK_MS), LONGEST_PAUSE_MS);
    const untilLanded = setting(this.env, "IN_FLIGHT_MS") - doubtedFor;
    return untilLanded > 0 ? Math.min(pause, Math.max(untilLanded, 1)) : pause;
  }

  /** One decision at a time: between asking iyzico and recording, nothing else may be recorded. */
  #inTurn<T>(decide: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(decide);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}

/** What iyzico knows an operation by: a terminal's by its reference, a card's by its conversationId. */
const nameOf = ({ transactionReferenceId, conversationId }: Subject) => transactionReferenceId ?? conversationId;

function fail(): never {
  throw new Error("the ledger lost an intent");
}
