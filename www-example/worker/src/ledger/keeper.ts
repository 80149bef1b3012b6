// Takes the intents of one payment or sale, sends each once, and settles what the answer left open.
//
// iyzico has no idempotency key, so two rules hold. An intent is sent only by the call that recorded it, at once or never. And nothing is
// sent while an earlier intent may have landed unseen. The decisions are in rules.ts.

import type { Draft, Outcome, Reconciliation, RefundName, SignedRequest } from "iyzico-reversals";
import type { Answer } from "iyzico-reversals/fetch";

import { fieldsOf, textOf } from "../body.js";
import { notRuledOut, refusals, type Refusal } from "../refusal.js";
import type { Home } from "./home.js";
import { intentOf, type Entry, type Finding, type Happening, type Intent, type Subject } from "./intent.js";
import * as rules from "./rules.js";

export type Taken = { readonly intent: SeenIntent; readonly isNew: boolean } | { readonly refusal: Refusal };
export type Admitted = { readonly subject: Subject } | { readonly refusal: Refusal };
export type Settled = { readonly intent: SeenIntent } | { readonly refusal: Refusal };

/** An intent as operators see it. */
export interface SeenIntent extends Intent {
  /** Why nothing else is sent because of it. */
  readonly hindrance: rules.Hindrance | null;
  /** From when two people may settle it; `null` if they may not. */
  readonly settleableFrom: number | null;
}

/** The verdict on an intent, and when iyzico was asked. */
export interface Weighed {
  readonly found: Reconciliation;
  readonly askedAt: number;
}

/** The verdicts on intents, by fingerprint. */
export type Weighing = ReadonlyMap<string, Weighed>;

/** How long a caller waits for an outcome, or for another send of the same payment, before it must ask again. */
const CLICK_MS = 15_000;
/** The preliminary time of the next wake-up, until its real time is known. */
const SUCCESSOR_MS = 60_000;

interface Sending {
  readonly done: Promise<void>;
  readonly age: () => number;
}

export abstract class Keeper<O extends RefundName> {
  protected readonly home: Home<O>;
  readonly #sending = new Map<string, Sending>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(home: Home<O>) {
    this.home = home;
    this.#adoptOrphans();
  }

  /** Checks the draft and makes its request. Throws the package's validation error. */
  protected abstract sign(draft: Draft<O>): Promise<SignedRequest<O>>;
  /** Decides by iyzico's records whether this may be sent now. `target` is a payment or sale. */
  protected abstract admit(draft: Draft<O>, target: string): Promise<Admitted>;
  protected abstract read(draft: Draft<O>, answer: Answer | null): Promise<Outcome<O>>;
  /** Asks iyzico about these intents. */
  protected abstract ask(entries: readonly Entry<O>[]): Promise<Weighing>;

  /** The intent with this fingerprint, after any decision that is under way. */
  async intent(fingerprint: string): Promise<SeenIntent | null> {
    await this.#turn;
    const entry = this.home.book.find(fingerprint);
    return entry && seen(entry);
  }

  /** The events of an intent. */
  happenings(fingerprint: string): Happening[] {
    return this.home.book.happenings(fingerprint);
  }

  /** Every intent, newest first. */
  protected intents(): SeenIntent[] {
    return this.home.book.list().map(seen);
  }

  /** The intents that read-back may still change: all but successes, also failures by answer. */
  protected unsettled(): Entry<O>[] {
    return this.home.book.inState("checking", "ambiguous", "failure");
  }

  /** Settles intents by iyzico's records, and returns those that have landed after all. */
  protected settle(weighing: Weighing): Entry<O>[] {
    const { book, settings } = this.home;
    const landed: Entry<O>[] = [];
    for (const [fingerprint, { found, askedAt }] of weighing) {
      const entry = book.find(fingerprint);
      if (!entry) continue;
      const readBack = { ...found, askedAt };
      if (rules.isNews(entry, readBack)) book.note(entry, readBack);
      const to = rules.settlement(entry, readBack, settings.giveUpMs);
      if (to === null) continue;
      const isLandedAfterAll = entry.state === "failure";
      const settledBy = to === "ambiguous" ? null : "read-back";
      book.move(entry, to, { at: this.home.clock.now(), settledBy, isLandedAfterAll, because: readBack });
      if (to === "success") landed.push(entry);
    }
    return landed;
  }

  /** The refusal because of an earlier intent, by iyzico's records of now; or `null`. */
  protected hindrance(weighing: Weighing): Refusal | null {
    // The operator who asks for this didn't know of it.
    const [landed] = this.settle(weighing);
    if (landed) return { ...(landed.state === "failure" ? refusals.landedAfterAll : refusals.justLanded), fingerprint: landed.fingerprint };
    for (const entry of this.home.book.list()) {
      // Earlier read-backs don't count when something new is to be sent.
      const isStale = entry.state !== "success" && entry.state !== "sending" && !weighing.has(entry.fingerprint);
      const hindrance = rules.hindranceOf(isStale ? { ...entry, readBack: null } : entry);
      if (hindrance) return notRuledOut(entry, hindrance);
    }
    return null;
  }

  /** Takes an intent; returns the existing one if it was taken before. */
  protected async takeIntent(draft: Draft<O>, operator: string, target: string): Promise<Taken> {
    const request = await this.sign(draft);
    const taken = await this.#inTurn(() => this.#decide(draft, request, operator, target));
    if ("refusal" in taken) return taken;
    const sending = this.#sending.get(draft.fingerprint);
    if (sending) await Promise.race([sending.done, wait(CLICK_MS)]);
    return { ...taken, intent: seen(this.home.book.find(draft.fingerprint) ?? fail()) };
  }

  /** Records a person's finding about an ambiguous intent. The same finding of a second person settles it. */
  async settleByPerson(fingerprint: string, finding: Finding, operator: string): Promise<Settled> {
    return this.#inTurn(async () => {
      const { book, clock } = this.home;
      const before = book.find(fingerprint);
      if (!before) return { refusal: refusals.intentNotFound };
      if (before.state !== "success" && before.state !== "sending") this.settle(await this.ask([before]));

      const entry = book.find(fingerprint) ?? fail();
      const at = clock.now();
      if (entry.readBack?.verdict === "landed" && !finding.landed) return { refusal: refusals.findingContradicted };
      if (!rules.isForPeople(entry) || at < rules.settleableFrom(entry)) return { refusal: refusals.cannotSettle };
      const proposal = { ...finding, by: operator, at };
      if (rules.isSecondOpinion(entry, finding, operator)) {
        const because = [entry.proposal, proposal];
        book.move(entry, finding.landed ? "success" : "failure", { at, by: operator, settledBy: "person", because });
      } else {
        book.propose(entry, proposal);
      }
      await this.#schedule();
      return { intent: seen(book.find(fingerprint) ?? fail()) };
    });
  }

  /** Records that an operator knows that this intent landed although it was called a failure. */
  async acknowledge(fingerprint: string, operator: string): Promise<Settled> {
    const { book, clock } = this.home;
    const entry = book.find(fingerprint);
    if (!entry) return { refusal: refusals.intentNotFound };
    if (entry.isLandedAfterAll) book.acknowledge(entry, operator, clock.now());
    return { intent: seen(book.find(fingerprint) ?? fail()) };
  }

  /** Handles a wake-up. It sets the next one first, and throws nothing afterwards. */
  async wakeUp(): Promise<void> {
    const hasSuccessor = await this.#wakeIn(SUCCESSOR_MS);
    try {
      this.#adoptOrphans();
      const open = this.home.book.inState("checking");
      if (open.length > 0) this.settle(await this.ask(open));
    } catch (error) {
      console.error("read-back failed", error);
    }
    try {
      await this.#schedule();
    } catch (error) {
      console.error("no wake-up set", error);
      // Without this error the home wouldn't try again, and nothing would wake the desk.
      if (!hasSuccessor) throw error;
    }
  }

  /** Makes sure that everything open has a wake-up. */
  protected async schedule(): Promise<void> {
    this.#adoptOrphans();
    await this.#schedule();
  }

  /** Reads back intents "sending" that this object isn't sending: an object that died left them, and it is unknown whether they were sent. */
  #adoptOrphans(): void {
    const { book, clock } = this.home;
    const orphans = book.inState("sending").filter(({ fingerprint }) => !this.#sending.has(fingerprint));
    for (const orphan of orphans) book.move(orphan, "checking", { at: clock.now(), because: "orphaned" });
  }

  async #decide(draft: Draft<O>, request: SignedRequest<O>, operator: string, target: string): Promise<Taken> {
    const { book, clock } = this.home;
    const known = book.find(draft.fingerprint);
    if (known) return { intent: seen(book.join(known, operator, clock.now())), isNew: false };
    // Read-back finds an operation by its id: two with the same id couldn't be told apart.
    const name = nameOf(draft);
    if (name !== null && book.list().some((entry) => nameOf(entry.draft) === name)) return { refusal: refusals.conversationTaken };
    await this.#untilQuiet();
    const sinceAsked = clock.stopwatch();
    const admitted = await this.admit(draft, target);
    if ("refusal" in admitted) return admitted;
    const refusal = await this.home.stop();
    if (refusal) return { refusal };
    if (sinceAsked() > rules.SHOWN_LATELY_MS) return { refusal: refusals.tooSlow };

    // No await between recording it, setting its wake-up and marking it as being sent: they take effect together.
    const entry = book.begin(draft, admitted.subject, operator, clock.now());
    const age = clock.stopwatch();
    this.#sending.set(draft.fingerprint, { done: this.#send(entry, request, age), age });
    return { intent: seen(entry), isNew: true };
  }

  /** Waits for another send of this payment that is under way: its outcome is better than a refusal. */
  async #untilQuiet(): Promise<void> {
    const open = [...this.#sending.values()];
    await Promise.all(open.map(({ done, age }) => Promise.race([done, wait(Math.max(CLICK_MS - age(), 0))])));
  }

  async #send(entry: Entry<O>, request: SignedRequest<O>, age: () => number): Promise<void> {
    const { book, clock, settings } = this.home;
    try {
      await this.#schedule();
      // On disk before the first byte is sent. Cloudflare would wait for that by itself; other databases don't.
      await this.home.saved();
      if (!rules.isFresh(age())) {
        // After such a pause, others may have decided about this intent.
        book.move(entry, "checking", { at: clock.now(), because: "not sent: the record was no longer fresh" });
        return;
      }
      const sentAt = clock.now();
      const answer = await this.home.call(request, settings.patienceMs);
      const outcome = await this.read(entry.draft, answer);
      const change = { at: clock.now(), outcome, sentAt };
      if (outcome.status === "unknown") book.move(entry, "checking", change);
      else book.move(entry, outcome.status, { ...change, settledBy: "answer" });
    } catch (error) {
      console.error("sending failed", error);
    } finally {
      this.#sending.delete(entry.fingerprint);
      // An exception left it "sending": read it back.
      this.#adoptOrphans();
      await this.#schedule().catch((error: unknown) => console.error("no wake-up set", error));
    }
  }

  /** Sets the wake-up before anything is sent: it wakes this desk after a crash. */
  async #schedule(): Promise<void> {
    const { book, clock } = this.home;
    const open = book.inState("sending", "checking");
    const now = clock.now();
    await this.home.wake(open.length === 0 ? null : now + Math.min(...open.map((entry) => rules.pauseOf(entry, now))));
  }

  async #wakeIn(pause: number): Promise<boolean> {
    try {
      await this.home.wake(this.home.clock.now() + pause);
      return true;
    } catch (error) {
      console.error("no wake-up set", error);
      return false;
    }
  }

  /** Runs one decision at a time: nothing else may be recorded between asking iyzico and recording. */
  #inTurn<T>(decide: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(decide);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}

function seen(entry: Entry): SeenIntent {
  const settleableFrom = rules.isForPeople(entry) ? rules.settleableFrom(entry) : null;
  return { ...intentOf(entry), hindrance: rules.hindranceOf(entry), settleableFrom };
}

/** The id by which iyzico knows an operation: a reference at a till, else a conversationId. */
function nameOf(draft: Draft): string | null {
  const fields = fieldsOf(draft);
  return textOf(fields, "transactionReferenceId") ?? textOf(fields, "conversationId");
}

const wait = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));

function fail(): never {
  throw new Error("the ledger lost an intent");
}
