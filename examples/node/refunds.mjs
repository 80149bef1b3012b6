// The whole recipe of "Never twice": look, record, send once, read; after an unknown, read back.

import { draft, Iyzico } from "iyzico-reversals";
import { exchange } from "iyzico-reversals/fetch";

/** The client; `IYZICO_BASE_URL` is for the local simulator. */
export function iyzicoFrom(env) {
  const where = env.IYZICO_BASE_URL ? { baseUrl: env.IYZICO_BASE_URL } : { environment: env.IYZICO_ENVIRONMENT };
  return new Iyzico({ apiKey: env.IYZICO_API_KEY, secretKey: env.IYZICO_SECRET_KEY, ...where });
}

export class Refunds {
  #iyzico;
  #ledger;

  constructor({ iyzico, ledger }) {
    this.#iyzico = iyzico;
    this.#ledger = ledger;
  }

  /**
   * Refunds an item, at most once for each intent. Repeating the call is safe: it goes on where the last one stopped.
   *
   * @returns `{ state: "settled", result }`, `{ state: "not-sent", reason }` or `{ state: "open", reason }`
   */
  async refund({ paymentId, ...params }) {
    const intent = draft("refund", params);
    const { fingerprint } = intent;
    await this.#ledger.writeOnce(fingerprint, "intent", { intent, draftedAt: Date.now() });
    if (await this.#ledger.read(fingerprint, "sent")) return this.readBack(fingerprint);

    // Another program or an operator in iyzico's panel may have refunded it.
    const { draftedAt } = await this.#ledger.read(fingerprint, "intent");
    const askedAt = Date.now();
    const before = this.#iyzico.precheck(intent, await this.#ask(paymentId), { draftedAt, askedAt });
    if (before.verdict !== "clear") return { state: "not-sent", reason: before.reason };

    // Whoever writes this part sends; everybody else reads back.
    const sentAt = Date.now();
    if (!(await this.#ledger.writeOnce(fingerprint, "sent", { sentAt, paymentId }))) return this.readBack(fingerprint);
    const request = this.#iyzico.sign(intent);
    // If the process stalled here, read-back may have settled the refund as not-landed meanwhile.
    if (Date.now() - sentAt > 1_000) return { state: "open", reason: "stalled" };
    const outcome = this.#iyzico.read(request, await exchange(request));
    if (outcome.status === "unknown") return { state: "open", reason: outcome.reason };
    return this.#settle(fingerprint, outcome);
  }

  /** Finds out what became of a refund that was sent. Sends nothing that moves money. */
  async readBack(fingerprint) {
    const settled = await this.#ledger.read(fingerprint, "result");
    if (settled) return { state: "settled", result: settled };
    const { intent } = await this.#ledger.read(fingerprint, "intent");
    const { sentAt, paymentId } = await this.#ledger.read(fingerprint, "sent");
    const askedAt = Date.now();
    const found = this.#iyzico.reconcile(intent, await this.#ask(paymentId), { sentAt, askedAt });
    return found.verdict === "ambiguous" ? { state: "open", reason: found.reason } : this.#settle(fingerprint, found);
  }

  /** The fingerprints of refunds that were sent and have no result yet. */
  async open() {
    const settled = new Set(await this.#ledger.having("result"));
    return (await this.#ledger.having("sent")).filter((fingerprint) => !settled.has(fingerprint));
  }

  #ask(paymentId) {
    return exchange(this.#iyzico.paymentDetails({ paymentId }));
  }

  async #settle(fingerprint, { status, advice, verdict, reason, error, data }) {
    const result = { status: status ?? verdict, advice, reason, error, data };
    await this.#ledger.writeOnce(fingerprint, "result", result);
    return { state: "settled", result: await this.#ledger.read(fingerprint, "result") };
  }
}
