// A refund's ledger: a Durable Object for each fingerprint. Its alarm reads back until the outcome is known.

import { DurableObject } from "cloudflare:workers";
import { Iyzico } from "iyzico-reversals";
import { exchange } from "iyzico-reversals/fetch";

const MINUTE = 60_000;
const GIVE_UP_AFTER = 60 * MINUTE;

export class Refund extends DurableObject {
  #running;

  /** Two calls at once share one run; a later one goes on where an interrupted one stopped. */
  refund(asked) {
    this.#running ??= this.#refund(asked).finally(() => (this.#running = undefined));
    return this.#running;
  }

  /** `state`: "not-sent", "open", "settled", or "for-a-person" when an hour of reading back decided nothing. */
  async state() {
    const row = await this.ctx.storage.get("row");
    return row && { fingerprint: row.intent.fingerprint, state: row.state, reason: row.reason, result: row.result };
  }

  async alarm() {
    const row = await this.ctx.storage.get("row");
    if (row?.state !== "open") return;
    const iyzico = this.#iyzico();
    const askedAt = Date.now();
    const found = iyzico.reconcile(row.intent, await exchange(iyzico.paymentDetails({ paymentId: row.paymentId })), { sentAt: row.sentAt, askedAt });
    if (found.verdict !== "ambiguous") return this.#settle({ status: found.verdict, reason: found.reason });
    // The request may have been answered and settled while iyzico was asked.
    const now = await this.ctx.storage.get("row");
    if (now.state !== "open") return;
    const age = Date.now() - now.sentAt;
    if (age > GIVE_UP_AFTER) return this.#put({ ...now, state: "for-a-person", reason: found.reason });
    await this.#put({ ...now, reason: found.reason });
    // Growing pauses: at twice the age.
    await this.ctx.storage.setAlarm(Date.now() + Math.min(Math.max(age, this.#firstPause()), 30 * MINUTE));
  }

  async #refund({ intent, paymentId }) {
    let row = (await this.ctx.storage.get("row")) ?? { intent, draftedAt: Date.now(), state: "not-sent" };
    if (row.state !== "not-sent") return this.state();
    row = await this.#put({ ...row, paymentId });

    const iyzico = this.#iyzico();
    const askedAt = Date.now();
    const answer = await exchange(iyzico.paymentDetails({ paymentId }));
    const before = iyzico.precheck(row.intent, answer, { draftedAt: row.draftedAt, askedAt });
    if (before.verdict !== "clear") {
      await this.#put({ ...row, reason: before.reason });
      return this.state();
    }

    // On disk before the first byte leaves; the alarm outlives this object if it is evicted or crashes.
    const sentAt = Date.now();
    await this.ctx.storage.setAlarm(sentAt + this.#firstPause());
    await this.#put({ ...row, state: "open", reason: "sending", sentAt });
    await this.ctx.storage.sync();
    const request = iyzico.sign(row.intent);
    // If storing took long, the alarm may have settled this refund as not-landed meanwhile.
    if (Date.now() - sentAt > 1_000) return this.state();
    const outcome = iyzico.read(request, await exchange(request));
    if (outcome.status !== "unknown") await this.#settle(outcome);
    return this.state();
  }

  async #settle({ status, advice, reason, error, data }) {
    const row = await this.ctx.storage.get("row");
    if (row.state !== "open") return;
    await this.#put({ ...row, state: "settled", reason: advice ?? reason, result: { status, error, data } });
    await this.ctx.storage.deleteAlarm();
  }

  async #put(row) {
    await this.ctx.storage.put("row", row);
    return row;
  }

  #iyzico() {
    const { IYZICO_API_KEY: apiKey, IYZICO_SECRET_KEY: secretKey, IYZICO_ENVIRONMENT: environment, IYZICO_BASE_URL: baseUrl } = this.env;
    return new Iyzico({ apiKey, secretKey, ...(baseUrl ? { baseUrl } : { environment }) });
  }

  #firstPause() {
    return Number(this.env.READ_BACK_AFTER_MS ?? MINUTE);
  }
}
