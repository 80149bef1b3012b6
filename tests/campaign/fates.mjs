// What befalls each request, drawn by the seed from its fingerprint and how often it was sent.

import { Random } from "./random.mjs";

const NETWORK = ["lost", "delay:10", "cut", "cut-clean", "html502", "empty200", "redirect", "html502-before", "refused-before"];
const ANSWERS = ["foreign-answer", "foreign-answer:same-conversation", "timeout-code", "timeout-code:10214", "timeout-code:10228"];

/** By side: each as often as the other. */
const FAULTS = {
  card: [...NETWORK, ...ANSWERS, "wrong-signature", "no-signature", "refuse:10220", "refuse:10223", "refuse:10246", "refuse:50000"],
  terminal: [...NETWORK, ...ANSWERS, "device-timeout", "device-busy", "token-expired", "refuse:380112", "refuse:10223"],
  login: NETWORK,
};

/** What the network does before or behind the simulator: it arrives when nobody waits any more, never, or hangs. */
export const OWN_FAULTS = ["late", "never", "hangs"];

const isQuestion = (operation) => operation.startsWith("login.") || operation === "paymentDetails" || operation === "terminal.transactionStatus";

export class Fates {
  #seed;
  #rates;
  #often = new Map();
  counts = new Map();

  /**
   * `rates`: how many of the requests meet a fault of the simulator's, how many of the others one of the network's own, and
   * by how many milliseconds a late one is late.
   */
  constructor(seed, rates = { fault: 0.35, own: 0.08, lateBy: [10, 150] }) {
    this.#seed = seed;
    this.#rates = rates;
  }

  /** Of a request that is about to be sent. */
  ofRequest({ operation, fingerprint = "login" }) {
    const random = this.#random("request", operation, fingerprint);
    const side = operation.startsWith("terminal.") ? "terminal" : operation.startsWith("login.") ? "login" : "card";
    const fault = this.#fault(random, FAULTS[side], isQuestion(operation) ? 0.5 : 1);
    if (fault) this.counts.set(fault, (this.counts.get(fault) ?? 0) + 1);
    return { fault, lateBy: random.between(...this.#rates.lateBy), isFatal: random.chance(isQuestion(operation) ? 0.001 : 0.012) };
  }

  /** Of a line that is about to be written: null, "before", "torn" or "after". */
  ofLine({ fingerprint, state }) {
    const random = this.#random("line", fingerprint, state);
    return random.chance(0.008) ? random.oneOf(["before", "torn", "after"]) : null;
  }

  #fault(random, faults, share) {
    if (random.chance(this.#rates.fault * share)) return random.oneOf(faults);
    return random.chance(this.#rates.own * share) ? random.oneOf(["late", "late", "late", "late", "late", "never", "never", "hangs"]) : null;
  }

  #random(...names) {
    const key = names.join(" ");
    const often = (this.#often.get(key) ?? 0) + 1;
    this.#often.set(key, often);
    return new Random(this.#seed, key, often);
  }
}
