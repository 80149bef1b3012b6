// Logs in to the terminals when it must, and keeps the token in memory only.

import { IyzicoTerminal, IyzicoTerminalLogin } from "../../../pkg/inline.js";

const MOST_LOGINS = 50;

export class Till {
  #baseUrl;
  #user;
  #login;
  #send;
  #opening;
  #open;
  #refreshToken;

  constructor({ baseUrl, user, send }) {
    this.#baseUrl = baseUrl;
    this.#user = user;
    this.#login = new IyzicoTerminalLogin({ clientId: user.clientId, clientSecret: user.clientSecret, baseUrl });
    this.#send = send;
  }

  /** The terminals' API with a token; all who ask meanwhile wait for the same login. */
  caller() {
    return (this.#opening ??= this.#logIn());
  }

  /** This caller's token is not good any more. */
  forget(caller) {
    if (this.#open !== caller) return;
    this.#open = undefined;
    this.#opening = undefined;
  }

  async #logIn() {
    for (let attempt = 0; attempt < MOST_LOGINS; attempt++) {
      const tokens = (await this.#refreshed()) ?? (await this.#begun());
      if (!tokens) continue;
      this.#refreshToken = tokens.refresh_token;
      return (this.#open = new IyzicoTerminal({ accessToken: tokens.access_token, baseUrl: this.#baseUrl }));
    }
    throw new Error("nobody could log in");
  }

  async #refreshed() {
    // Good once: an answer that got lost has used it up.
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
    return this.#login.read(request, ...(await this.#send(request))).data;
  }
}
