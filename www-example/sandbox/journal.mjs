// The journal: every request of iyzico's API, with its outcome.

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

  /** Adds the outcome of a request that landed later. */
  amend(entry, outcome) {
    return Object.assign(entry, outcome);
  }

  list() {
    return [...this.#entries];
  }
}

/** The entry as a line of text. */
export function lineOf({ at, landedAt, method, path, conversationId, done, moneyMoved, fault }) {
  const money = moneyMoved ? ", money moved" : "";
  const late = landedAt ? `, landed ${landedAt}` : "";
  return `${at} ${method} ${path} ${conversationId ?? "-"}: ${done}${money}${late}${fault ? `, fault ${fault}` : ""}`;
}
