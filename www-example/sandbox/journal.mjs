// Every request of the provider's API as it arrived, and what came of it.

export class Journal {
  #now;
  #entries = [];

  constructor(now) {
    this.#now = now;
  }

  add(call, outcome) {
    const entry = {
      number: this.#entries.length + 1,
      at: new Date(this.#now()).toISOString(),
      method: call.method,
      path: call.path,
      query: call.query.toString(),
      headers: { ...call.headers },
      body: call.body.toString("utf8"),
      bodyBase64: call.body.toString("base64"),
      conversationId: call.field("conversationId") ?? null,
      ...outcome,
    };
    this.#entries.push(entry);
    return entry;
  }

  /** Adds what became of a request later. What its landing moved was moved by that request. */
  amend(entry, outcome) {
    return Object.assign(entry, outcome);
  }

  list() {
    return [...this.#entries];
  }
}

/** One line for people. */
export function lineOf({ at, landedAt, method, path, conversationId, done, moneyMoved, fault }) {
  const money = moneyMoved ? ", money moved" : "";
  const late = landedAt ? `, landed ${landedAt}` : "";
  return `${at} ${method} ${path} ${conversationId ?? "-"}: ${done}${money}${late}${fault ? `, fault ${fault}` : ""}`;
}
