// Draws the fault of each request and of each line of the ledger, by its name and count.

import { FAULTS, LOGIN_FAULTS, TERMINAL_FAULTS } from "../../www-example/sandbox/faults.mjs";
import { UNKIND_FAULTS, UNKIND_TERMINAL_FAULTS } from "../../www-example/sandbox/unkind-faults.mjs";
import { Random } from "../support/random.mjs";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

const NETWORK = ["lost", "delay:10", "cut", "cut-clean", "html502", "empty200", "redirect", "html502-before", "refused-before"];
const ANSWERS = ["foreign-answer", "foreign-answer:same-conversation", "timeout-code", "timeout-code:10214", "timeout-code:10228"];
/** Answers that leave a doubt, given instead of carrying the request out; as NAME-done after carrying it out. */
const UNKIND = [
  ...["gateway-json", "gateway-json:503", "html504", "unlisted", "unlisted:99999:NOT_PROCESSED", "system-error", "system-error:422"],
  ...["doubtful-group", "doubtful-group:System_Error", "spelled-code:10219.0", "other-conversation", "success-with-error"],
];
const LATE = [`lands-late:${4 * MINUTE}`, `lands-late-html504:${MINUTE}`, `lands-late-json504:${3 * MINUTE}`, `lands-late-unlisted:${2 * MINUTE}`];
const AFTER = UNKIND.map((fault) => fault.replace(/^[^:]*/, "$&-done"));
const BANK = ["bank-code:91", "bank-code-done:91", "bank-code:05", "bank-code-done:Z3"];

/** By side, equally frequent. The simulator draws more by itself. */
const FAULTS_OF = {
  card: [
    ...[...NETWORK, ...ANSWERS, ...UNKIND, ...AFTER, ...LATE],
    ...["wrong-signature", "no-signature", "refuse:10220", "refuse:10223", "refuse:10246", "refuse:50000", "unlisted:5999"],
  ],
  terminal: [...NETWORK, ...ANSWERS, ...UNKIND, ...AFTER, ...LATE, ...BANK, "device-timeout", "device-busy", "token-expired", "refuse:380112"],
  login: NETWORK,
};
// A question can't land late.
const OF_QUESTIONS = [...NETWORK, ...ANSWERS, ...UNKIND];

/** What the network does: deliver a request after the caller gave up, lose it, or lose the answer after a long wait. */
const OWN = ["late", "late", "late", "late", "late", "never", "never", "hangs"];

/** The names of all faults. */
export const KNOWN = new Set([
  ...Object.keys({ ...FAULTS, ...TERMINAL_FAULTS, ...LOGIN_FAULTS, ...UNKIND_FAULTS, ...UNKIND_TERMINAL_FAULTS }),
  ...OWN,
]);

const isQuestion = (operation) => operation.startsWith("login.") || operation === "paymentDetails" || operation === "terminal.transactionStatus";

export class Fates {
  #seed;
  #rates;
  #often = new Map();
  /** How often the network failed, by kind. */
  counts = new Map();

  /**
   * `rates`: the share of requests that meet a fault of the simulator, the share of the others that meet a fault of the network, and the
   * share of records of a sending after which the program stalls.
   */
  constructor(seed, rates = {}) {
    this.#seed = seed;
    this.#rates = { fault: 0.2, own: 0.08, sleep: 0.03, ...rates };
  }

  /** The fate of the next request: its fault, latency and lateness, and whether the program dies. */
  ofRequest({ operation, fingerprint = "login" }) {
    const random = this.#random("request", operation, fingerprint);
    const fault = this.#fault(random, operation, isQuestion(operation) ? 0.5 : 1);
    if (OWN.includes(fault)) this.counts.set(fault, (this.counts.get(fault) ?? 0) + 1);
    return {
      fault,
      wayMs: random.between(10, 2 * SECOND),
      // The package assumes that a request lands within four minutes of its sending, or never.
      lateBy: random.between(SECOND, 220 * SECOND),
      isFatal: random.chance(isQuestion(operation) ? 0.001 : 0.012),
    };
  }

  /** The fault of the next line: `death` (null, "before", "torn" or "after"), or how long the program stalls after it. */
  ofLine({ fingerprint, state }) {
    const random = this.#random("line", fingerprint, state);
    const death = random.chance(0.008) ? random.oneOf(["before", "torn", "after"]) : null;
    const sleeps = state === "sending" && random.chance(this.#rates.sleep);
    return { death, sleepMs: sleeps ? random.between(SECOND, 40 * MINUTE) : 0 };
  }

  #fault(random, operation, share) {
    const [side] = operation.includes(".") ? operation.split(".") : ["card"];
    const faults = isQuestion(operation) && side !== "login" ? OF_QUESTIONS : FAULTS_OF[side];
    if (random.chance(this.#rates.fault * share)) return random.oneOf(faults);
    return random.chance(this.#rates.own * share) ? random.oneOf(OWN) : null;
  }

  #random(...names) {
    const key = names.join(" ");
    const often = (this.#often.get(key) ?? 0) + 1;
    this.#often.set(key, often);
    return new Random(this.#seed, key, often);
  }
}
