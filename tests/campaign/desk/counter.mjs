// Operators refund what customers are owed. They try again only after a failure, and wait while the desk tells them to.

import { setTimeout as wait } from "node:timers/promises";

import { Random } from "../../support/random.mjs";

const MINUTE = 60_000;
const MOST_ATTEMPTS = 4;
const MOST_TRIES = 3;
/** The desk gives up after thirty-five minutes, a busy machine later. An intent still open after this never settles. */
const PATIENCE_MS = 180 * MINUTE;
/** Added to the world's own faults: answers slow enough for a kill to come first, and failures that were carried out. */
const FAULTS = ["delay:80", "delay:250", "delay:250", "delay:700", "delay:700", "delay:1500", "unlisted-done:5999"];

export class Counter {
  #site;
  #people;
  #seed;
  #patience;
  #debts = new Map();
  /** How often the desk refused, by code and reason. */
  refusals = new Map();
  /** The number of answers that never came. */
  lost = 0;
  clicks = 0;

  /** `patience`: for how many milliseconds of the desk's clock operators come back to one payment. */
  constructor({ site, people, seed, patience }) {
    [this.#site, this.#people, this.#seed, this.#patience] = [site, people, seed, patience];
  }

  /** Serves the debts of one payment: one after the other, or all of them by several operators at once. */
  async serve(debts, { panel }) {
    const [{ path }] = debts;
    const random = new Random(this.#seed, "counter", path);
    const until = this.#site.now() + this.#patience;
    this.#debts.set(path, debts);
    const others = panel ? [wait(random.between(0, 3_000)).then(() => this.#refundInPanel(panel))] : [];
    if (random.chance(0.3)) await Promise.all(debts.map((debt) => this.#give(debt, until)));
    else for (const debt of debts) await this.#give(debt, until);
    await Promise.all(others);
  }

  async #give(debt, until) {
    const random = new Random(this.#seed, "debt", debt.name);
    while (!debt.isDone && debt.attempts.length < MOST_ATTEMPTS && this.#site.now() < until) {
      const attempt = debt.nextAttempt();
      const { conversationId } = debt.params;
      if (conversationId && random.chance(0.2)) this.#site.sandbox.fault({ fault: random.oneOf(FAULTS), conversationId: attempt.name });
      debt.isAsked = true;
      const state = await this.#ask(debt, attempt, random, until);
      debt.isAsked = false;
      if (state === "success") debt.isDone = true;
      // Open, or never taken: not requested under another id.
      if (state !== "failure") return;
      await wait(random.between(0, 2_000));
    }
  }

  /** Requests a refund, and repeats the click when no answer comes, until the desk gives a final state. Null if the desk took nothing. */
  async #ask(debt, attempt, random, until) {
    const clerks = random.shuffled(this.#site.clerks);
    let together = random.chance(0.25) ? 2 : 1;
    while (this.#site.now() < until) {
      this.clicks += together;
      const answers = await Promise.all(clerks.slice(0, together).map((clerk) => clerk.post(`${debt.path}/intents`, attempt.made)));
      together = 1;
      this.lost += answers.filter((answer) => answer === null).length;
      const isTaken = answers.some((answer) => answer && answer.status < 300);
      if (isTaken) return this.#follow(attempt, random);
      const answer = answers.find((one) => one !== null);
      const pause = answer ? await this.#pauseAfter(answer.body.error, debt, attempt) : MINUTE;
      if (debt.isDone) return "success";
      if (pause === null) return null;
      await this.#site.pass(pause + random.between(0, 2 * MINUTE));
      clerks.push(clerks.shift());
    }
    return null;
  }

  /** How long to wait after a refusal, or `null` if waiting is useless. */
  async #pauseAfter(refusal, debt, attempt) {
    const { code, doubt, from, fingerprint } = refusal;
    const words = [code, doubt].filter(Boolean).join(", ");
    this.refusals.set(words, (this.refusals.get(words) ?? 0) + 1);
    attempt.refusal = words;
    if (code === "landed-after-all") return this.#acknowledge(fingerprint, debt);
    if (["stopped", "unreachable", "unexpected", "just-landed", "contradiction"].includes(code)) return 2 * MINUTE;
    if (code === "still-open") return Math.max((from ?? 0) - this.#site.now(), MINUTE);
    if (code === "not-ruled-out" && from !== null) return Math.max(from - this.#site.now(), MINUTE);
    // Some answers are cut, old or wrong. The next one may be good.
    attempt.tries += 1;
    return attempt.tries < MOST_TRIES ? MINUTE : null;
  }

  /** Acknowledges an attempt that landed after all, and marks its debt done; not while another operator still asks for that debt. */
  async #acknowledge(fingerprint, debt) {
    const owner = this.#debts.get(debt.path).find((one) => one.has(fingerprint));
    if (owner !== debt && owner.isAsked) return MINUTE;
    owner.isDone = true;
    await this.#site.clerks[0].post(`${debt.path}/intents/${fingerprint}/acknowledgement`, {});
    return MINUTE;
  }

  /** Waits for the intent's final state. People settle some of the ambiguous ones at once. */
  async #follow({ path }, random) {
    const until = this.#site.now() + PATIENCE_MS;
    while (this.#site.now() < until) {
      const intent = (await this.#site.clerks[0].get(path))?.body;
      const { state } = intent ?? {};
      if (state === "ambiguous" && random.chance(0.5)) return this.#people.settle(intent, path);
      if (["success", "failure", "ambiguous"].includes(state)) return state;
      await wait(random.between(400, 900));
    }
    return null;
  }

  /** iyzico refuses some of it, for example when nothing is left. */
  #refundInPanel(order) {
    try {
      this.#site.sandbox.panelRefund(order);
    } catch (error) {
      if (!error.message.startsWith("the panel refuses")) throw error;
    }
  }
}
