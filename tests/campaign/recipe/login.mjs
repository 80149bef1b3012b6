// Logs in to the Terminal API when needed, and keeps the tokens in memory only.

import { IyzicoTerminalLogin } from "../../../pkg/inline.js";

const MOST_TRIES = 50;

export class Login {
  #user;
  #login;
  #send;
  #connect;
  #opening;
  #open;
  #refreshToken;

  /** `connect` makes an IyzicoTerminal of an access token. */
  constructor({ baseUrl, user, send, connect }) {
    this.#user = user;
    this.#login = new IyzicoTerminalLogin({ clientId: user.clientId, clientSecret: user.clientSecret, baseUrl });
    this.#send = send;
    this.#connect = connect;
  }

  /** The Terminal API with a token. Concurrent callers share one login. */
  terminal() {
    return (this.#opening ??= this.#logIn());
  }

  /** Drops a token that iyzico no longer accepts. */
  forget(terminal) {
    if (this.#open !== terminal) return;
    this.#open = undefined;
    this.#opening = undefined;
  }

  async #logIn() {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const tokens = (await this.#refreshed()) ?? (await this.#begun());
      if (!tokens) continue;
      this.#refreshToken = tokens.refresh_token;
      return (this.#open = this.#connect(tokens.access_token));
    }
    throw new Error("nobody could log in");
  }

  async #refreshed() {
    // It works once, even if the answer got lost.
    const refresh_token = this.#refreshToken;
    this.#refreshToken = undefined;
    return refresh_token && this.#ask("refresh", { refresh_token });
  }

  async #begun() {
    const { username, password } = this.#user;
    const code = (await this.#ask("authorize", { username, password, request_timestamp: "1766660749" }))?.code;
    return code && this.#ask("token", { code });
  }

  async #ask(step, params) {
    const request = this.#login[step](params);
    return this.#login.read(request, await this.#send(request)).data;
  }
}
