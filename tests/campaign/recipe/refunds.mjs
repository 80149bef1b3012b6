// The recipe: lock by the fingerprint. Before each attempt ask iyzico, and send only if its records rule out that this intent was carried
// out before. Record, then send once. After an unknown ask again at growing intervals; a person decides what stays open.

import { draft } from "../../../pkg/inline.js";

const MINUTE = 60_000;
/** How long to wait before each question. iyzico's summary shows a refund within five minutes of its sending, its lists within thirty. */
const PAUSES = [6, 10, 20, 30, 60, 120, 240, 480].map((minutes) => minutes * MINUTE);
const MOST_ATTEMPTS = 3;
/** The oldest record that is still sent, in milliseconds: after a stall, read-back may have settled it as not-landed. */
const FRESH_MS = 1_000;

/** Final states. "person": not sent again before a person has looked it up in iyzico's panel. */
const FINAL = ["success", "landed", "not-landed", "person"];
/** A failure is final, except with these advices: another attempt may follow once iyzico's books rule this one out. */
const WORTH_ANOTHER_ATTEMPT = ["refused-unlisted", "renew-token", "retry-later"];

export class Refunds {
  #underway = new Set();

  /** `now` gives epoch milliseconds, by a clock that never goes back. */
  constructor({ ledger, card, till, now, pauses = PAUSES }) {
    Object.assign(this, { ledger, card, till, now, pauses });
  }

  /** Refunds, unless the same refund was requested before. `paymentId`: the payment to read back. */
  async start({ operation, params, paymentId }) {
    const { fingerprint } = draft(operation, params);
    const { idName } = this.sideOf({ operation });
    if (!params[idName]) throw new TypeError(`without a ${idName} an attempt can't be found again`);
    if (this.isNew(fingerprint)) {
      await this.#alone(fingerprint, async () => {
        const plan = { operation, params, paymentId, plannedAt: this.now(), attempts: [], asked: 0, askAt: 0 };
        await this.step(await this.ledger.write(fingerprint, { state: "planned", ...plan }));
      });
    }
    return this.ledger.row(fingerprint);
  }

  /** Advances every intent that is due by one step. Call it from a timer and at each start of the program. */
  async settle() {
    const due = this.ledger.rows().filter((row) => !isSettled(row) && row.askAt <= this.now() && !this.#underway.has(row.fingerprint));
    await Promise.all(due.map((row) => this.#alone(row.fingerprint, () => this.step(row))));
  }

  isNew(fingerprint) {
    return this.ledger.row(fingerprint) === undefined;
  }

  /** Asks iyzico, and sends the next attempt only if the answer rules out all earlier ones and the next one itself. */
  async step(row) {
    const side = this.sideOf(row);
    const picture = await side.look(row.paymentId);

    const earlier = await this.earlierAttempts(row, picture);
    if (earlier.verdict === "landed") return this.ledger.write(row.fingerprint, { state: "landed" });
    if (earlier.verdict !== "not-landed") return this.#askLater(row, earlier.reason);
    if (row.attempts.length === MOST_ATTEMPTS) return this.ledger.write(row.fingerprint, { state: "not-landed" });

    const next = draft(row.operation, paramsOf(row, side.idName));
    // Since it was planned, somebody may have done the same in iyzico's panel.
    const { verdict, reason } = await picture.precheck(next, row.plannedAt);
    // This program has not sent it, so another one uses the same id.
    if (verdict === "landed") return this.#leaveToAPerson(row, "id-in-use");
    if (verdict !== "clear") return this.#askLater(row, reason);
    return this.sendOnce(row, next);
  }

  /** The verdict on all attempts so far: not-landed only if each is. */
  async earlierAttempts({ attempts }, picture) {
    for (const attempt of attempts) {
      const { verdict, reason } = await picture.reconcile(attempt);
      if (verdict !== "not-landed") return { verdict, reason };
    }
    return { verdict: "not-landed" };
  }

  async sendOnce({ fingerprint, operation, attempts }, next) {
    // A login may take its time, so it comes before the record.
    const send = await this.sideOf({ operation }).prepare(next);
    const sentAt = this.now();
    const attempt = { draft: next, sentAt };
    await this.ledger.write(fingerprint, { state: "sending", attempts: [...attempts, attempt], asked: 0, askAt: sentAt + this.pauses[0] });
    // It stays recorded as sending and is read back, as if no answer had come.
    if (!this.isFresh(sentAt)) return;
    const { status, advice, reason, data } = this.outcomeOf(await send());
    await this.ledger.write(fingerprint, { state: status, advice, reason, price: data?.price });
  }

  isFresh(sentAt) {
    return this.now() - sentAt <= FRESH_MS;
  }

  outcomeOf(outcome) {
    return outcome;
  }

  sideOf({ operation }) {
    return operation.startsWith("terminal.") ? this.till : this.card;
  }

  #askLater(row, reason) {
    if (row.asked + 1 >= this.pauses.length) return this.#leaveToAPerson(row, reason);
    return this.ledger.write(row.fingerprint, { asked: row.asked + 1, askAt: this.now() + this.pauses[row.asked + 1], reason });
  }

  #leaveToAPerson({ fingerprint }, reason) {
    return this.ledger.write(fingerprint, { state: "person", reason });
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

/** The params of the next attempt. It needs a new id, by which read-back tells attempts apart. */
function paramsOf({ params, attempts }, idName) {
  return attempts.length === 0 ? params : { ...params, [idName]: `${params[idName]}_${attempts.length + 1}` };
}

/** Whether an intent's state is final. */
export function isSettled({ state, advice }) {
  return state === "failure" ? !WORTH_ANOTHER_ATTEMPT.includes(advice) : FINAL.includes(state);
}

/** Whether the money moved, as far as the program knows. */
export const isBooked = ({ state }) => state === "success" || state === "landed";
