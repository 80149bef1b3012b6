// An operator at the desk, over HTTP. Without an answer, because the desk died, the result is null, as on the page.

const PATIENCE_MS = 30_000;

export class Clerk {
  #url;
  #token;

  constructor(url, token) {
    this.#url = url;
    this.#token = token;
  }

  static async signIn(url, operator) {
    const answer = await new Clerk(url, "").post("/api/session", operator);
    if (answer?.status !== 200) throw new Error(`no session: ${JSON.stringify(answer)}`);
    return new Clerk(url, answer.body.token);
  }

  get = (path) => this.#ask(path, {});
  post = (path, body) => this.#ask(path, { method: "POST", body: JSON.stringify(body) });

  /** { status, body }, or null when no answer came. */
  async #ask(path, init) {
    try {
      const headers = { authorization: `Bearer ${this.#token}` };
      const response = await fetch(`${this.#url}${path}`, { ...init, headers, signal: AbortSignal.timeout(PATIENCE_MS) });
      return { status: response.status, body: await response.json() };
    } catch {
      return null;
    }
  }
}
