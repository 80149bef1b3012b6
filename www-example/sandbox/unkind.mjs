// What the simulator shows of the truth: each mode by itself, or all of them drawn by a seed. Without any it is kind.
//
// POST /_sandbox/unkind takes any of the modes in modes.mjs; what is not named stays as it is, and DELETE makes the simulator kind again.
// With `random` what is not set by name is drawn, see draw.mjs. The bounds:
//
// - `kind`: the world stays within what the package assumes. Whatever lag is set or drawn, a request lands at most four minutes after
//   it was sent or never, the payment's summary and a till's status show it within five minutes of the sending, its rows are shown
//   within thirty, and the day's list has them a little less than a day after it. A copy that is older says so in its systemTime, or in
//   an HTTP status that isn't 2xx.
// - `beyond`: nothing is bounded, and lags of hours are drawn as well.
// - Neither: what is set is done as it was set. With `random` a world that isn't `beyond` is `kind`, unless that is set to false.
//
// Two headers, both in epoch milliseconds of this simulator's clock: `x-sandbox-sent-at` says when a request was sent (without it, when it
// arrived), and `x-sandbox-time` has it served as of that time, for a caller on the same fast clock.

import { drawAnswer, drawFault, drawList, drawListFault, drawPayment } from "./draw.mjs";
import { Misuse } from "./errors.mjs";
import { DEFAULTS, isMode, WITHIN_MS } from "./modes.mjs";
import { Random } from "./random.mjs";

const ANSWERS_WHEN_RANDOM = 0.3;

export class Unkind {
  #set = {};
  #counts = new Map();

  constructor(modes = {}) {
    this.configure(modes);
  }

  /** Sets some modes and leaves the others; throws Misuse on nonsense and then sets none. */
  configure(changes) {
    for (const [name, value] of Object.entries(changes)) {
      if (!isMode(name, value)) throw new Misuse(`no unkind mode ${name}: ${JSON.stringify(value)}`);
    }
    const set = { ...this.#set, ...changes };
    if (set.kind && set.beyond) throw new Misuse("a world is kind or beyond, not both");
    this.#set = set;
    return this.modes();
  }

  /** Every mode as it was set, or else as it opens. */
  modes() {
    const modes = { ...DEFAULTS, ...this.#set };
    return { ...modes, kind: this.#set.kind ?? (modes.random && !modes.beyond) };
  }

  clear() {
    this.#set = {};
    this.#counts.clear();
  }

  /** The modes of one payment or sale: what was set, and the rest drawn if it is to be. The same each time. */
  of(paymentId) {
    const modes = this.modes();
    return modes.random ? { ...modes, ...drawPayment(this.#random("payment", paymentId), modes), ...this.#set } : modes;
  }

  /** The same for one answer about it: some of what is drawn is gone with the next answer. */
  ofAnswer(paymentId) {
    const modes = this.of(paymentId);
    return modes.random ? { ...modes, ...drawAnswer(this.#next("answer", paymentId), modes), ...this.#set } : modes;
  }

  /** The modes of the day's list as a whole. What its rows are like is its payments' affair. */
  ofList() {
    const modes = this.modes();
    return modes.random ? { ...modes, ...drawList(this.#random("list")), ...this.#set } : modes;
  }

  /** The text of the fault that a request which would move money meets by chance, or null. `name` is its id. */
  faultFor(side, path, name) {
    const modes = this.modes();
    const share = this.#set.answers ?? (modes.random ? ANSWERS_WHEN_RANDOM : 0);
    return this.#byChance(share, [path, name], (random) => drawFault(random, side, modes));
  }

  /** The same of a question for the day's list. */
  listFaultFor(path, name) {
    const modes = this.modes();
    return this.#byChance(modes.listAnswers, [path, name], (random) => drawListFault(random, modes));
  }

  /** When a request lands that arrives now and is to land `after` milliseconds later. */
  landsAt({ now, sentAt, after }) {
    const { kind } = this.modes();
    return kind ? Math.min(now + after, Math.max(now, sentAt + WITHIN_MS.landing)) : now + after;
  }

  /** Randomness for what the modes of `paymentId` leave open. */
  randomOf = (paymentId) => (...names) => this.#random("view", paymentId, ...names);

  #byChance(share, names, draw) {
    if (share === 0) return null;
    const random = this.#next("request", ...names);
    return random.chance(share) ? draw(random) : null;
  }

  #random(...names) {
    return new Random(this.modes().seed, ...names);
  }

  #next(...names) {
    const key = names.join("\n");
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return this.#random(...names, count);
  }
}
