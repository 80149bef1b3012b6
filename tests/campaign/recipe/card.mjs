// Refunds and cancels of card payments. One answer to paymentDetails shows every attempt.

export class Card {
  idName = "conversationId";
  #iyzico;
  #send;
  #now;

  /** `send` resolves to the answer, `{ status, text }`, or to null when none came. */
  constructor({ iyzico, send, now }) {
    this.#iyzico = iyzico;
    this.#send = send;
    this.#now = now;
  }

  /** Reads a payment back, and returns functions that reconcile attempts and precheck drafts by the answer. */
  async look(paymentId) {
    const askedAt = this.#now();
    const answer = await this.#send(this.#iyzico.paymentDetails({ paymentId }));
    return {
      reconcile: ({ draft, sentAt }) => this.#iyzico.reconcile(draft, answer, { sentAt, askedAt }),
      precheck: (draft, draftedAt) => this.#iyzico.precheck(draft, answer, { draftedAt, askedAt }),
    };
  }

  /** Signs a draft. Returns a function that sends it; call it once. */
  async prepare(draft) {
    const request = this.#iyzico.sign(draft);
    return async () => this.#iyzico.read(draft, await this.#send(request));
  }
}
