// Refunds and voids at a till. transactionStatus knows each attempt by its own reference.

export class Till {
  idName = "transactionReferenceId";
  #login;
  #send;
  #now;

  /** `login` opens the Terminal API; `send` resolves to the answer, or to null when none came. */
  constructor({ login, send, now }) {
    this.#login = login;
    this.#send = send;
    this.#now = now;
  }

  /** Returns functions that reconcile attempts and precheck drafts, each by an answer about its own reference. */
  async look() {
    return {
      reconcile: async ({ draft, sentAt }) => {
        const { terminal, answer, askedAt, question } = await this.#ask(draft);
        return terminal.reconcile(draft, answer, { sentAt, askedAt, question });
      },
      precheck: async (draft, draftedAt) => {
        const { terminal, answer, askedAt, question } = await this.#ask(draft);
        return terminal.precheck(draft, answer, { draftedAt, askedAt, question });
      },
    };
  }

  /** Adds the token to a draft. Returns a function that sends it; call it once. */
  async prepare(draft) {
    const terminal = await this.#login.terminal();
    const request = terminal.sign(draft);
    return async () => {
      const outcome = terminal.read(draft, await this.#send(request));
      if (outcome.advice === "renew-token") this.#login.forget(terminal);
      return outcome;
    };
  }

  async #ask(draft, mayRenewToken = true) {
    const { transactionReferenceId } = JSON.parse(draft.body);
    const terminal = await this.#login.terminal();
    const question = terminal.transactionStatus({ transactionReferenceId });
    const askedAt = this.#now();
    const answer = await this.#send(question);
    const isTokenSpent = terminal.read(question, answer).advice === "renew-token";
    if (isTokenSpent) this.#login.forget(terminal);
    return isTokenSpent && mayRenewToken ? this.#ask(draft, false) : { terminal, question, askedAt, answer };
  }
}
