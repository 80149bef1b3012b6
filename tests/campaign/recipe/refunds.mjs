// The recipe: lock by fingerprint, record, send once, record what came of it; on unknown read back, never send blindly.

import { draft } from "../../../pkg/inline.js";

/** The states of a row that are not the end of it; the others are `success`, `landed` and `failure`. */
const OPEN = ["planned", "sending", "unknown", "not-landed"];
const WORTH_ANOTHER_TRY = ["retry-later", "renew-token"];
const MOST_ATTEMPTS = 6;

export class Refunds {
  #underway = new Set();
  #startedAt;

  /**
   * `openFor`: for how many milliseconds, at most, a request may be under way after it was sent, its caller's death
   * included. `send` resolves to [HTTP status, text], both null when no answer came.
   */
  constructor({ ledger, merchant, till, send, now, openFor }) {
    Object.assign(this, { ledger, merchant, till, send, now, openFor });
    this.#startedAt = now();
  }

  /** Gives money back, unless the same was asked for before. `paymentId` is where read-back looks. */
  async start({ operation, params, paymentId }) {
    const intent = draft(operation, params);
    const { fingerprint } = intent;
    if (this.isNew(fingerprint)) {
      await this.#alone(fingerprint, async () => {
        await this.ledger.write(fingerprint, { state: "planned", attempt: 0, draft: intent, paymentId });
        await this.sendOnce(this.ledger.row(fingerprint));
      });
    }
    return this.ledger.row(fingerprint);
  }

  /** Takes every row a step further that is not settled; for a timer, and after each start of the program. */
  async settle() {
    const open = this.ledger.rows().filter((row) => !isSettled(row) && !this.#underway.has(row.fingerprint));
    await Promise.all(open.map((row) => this.#alone(row.fingerprint, () => this.settleOne(row))));
  }

  isNew(fingerprint) {
    return this.ledger.row(fingerprint) === undefined;
  }

  /** A row that is recorded as being sent may have been, or not; so it is read back like one without an answer. */
  settleOne(row) {
    return row.state === "sending" || row.state === "unknown" ? this.readBack(row) : this.sendOnce(row);
  }

  async sendOnce({ fingerprint, draft, attempt }) {
    const caller = await this.#callerOf(draft);
    await this.ledger.write(fingerprint, { state: "sending", attempt: attempt + 1 });
    const request = caller.sign(draft);
    const { status, advice, reason, data } = caller.read(request, ...(await this.send(request)));
    this.#mindTheToken(caller, advice);
    await this.ledger.write(fingerprint, { state: status, advice, reason, price: data?.price });
  }

  async readBack({ fingerprint, draft, paymentId, state, at }) {
    // Too early, "not landed" would only mean "not yet". Of what an earlier life was sending, nobody knows when it left.
    const since = state === "sending" ? Math.max(at, this.#startedAt) : at;
    const isQuiet = this.now() - since > this.openFor;
    const caller = await this.#callerOf(draft);
    const question =
      caller === this.merchant
        ? caller.paymentDetails({ paymentId })
        : caller.transactionStatus({ transactionReferenceId: JSON.parse(draft.body).transactionReferenceId });
    const answer = await this.send(question);
    this.#mindTheToken(caller, caller.read(question, ...answer).advice);

    const found = caller.reconcile(draft, ...answer);
    if (found === "landed" || (found === "not-landed" && isQuiet)) await this.ledger.write(fingerprint, { state: found });
  }

  #callerOf({ operation }) {
    return operation.startsWith("terminal.") ? this.till.caller() : this.merchant;
  }

  #mindTheToken(caller, advice) {
    if (advice === "renew-token") this.till.forget(caller);
  }

  async #alone(fingerprint, work) {
    this.#underway.add(fingerprint);
    try {
      await work();
    } finally {
      this.#underway.delete(fingerprint);
    }
  }
}

/** Whether nothing is left to find out, or to try. */
export function isSettled({ state, advice, attempt }) {
  if (state === "failure") return !WORTH_ANOTHER_TRY.includes(advice) || attempt >= MOST_ATTEMPTS;
  return state === "not-landed" ? attempt >= MOST_ATTEMPTS : !OPEN.includes(state);
}

/** Whether the money moved, as far as this caller knows. */
export const isBooked = ({ state }) => state === "success" || state === "landed";
