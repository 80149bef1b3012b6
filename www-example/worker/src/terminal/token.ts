// The access token of the Terminal API: one login for all sales, kept in memory only.

import { DurableObject } from "cloudflare:workers";
import { IyzicoTerminalLogin, type LoginRequest } from "iyzico-reversals";

import { callBy } from "../call.js";
import { environmentOf } from "../card/iyzico.js";
import type { Env } from "../env.js";
import { settingsOf } from "../settings.js";

const PATIENCE_MS = 30_000;
/** The lifetime of a token that doesn't tell its own. */
const SHORT_LIFE_S = 600;
/** How long before its end a token is renewed, so that none expires on the way. */
const MARGIN_MS = 300_000;

interface Tokens {
  readonly access: string;
  readonly refresh: string | null;
  readonly renewAt: number;
}

export class TerminalToken extends DurableObject<Env> {
  readonly #clock = settingsOf(this.env).clock;
  readonly #call = callBy(this.#clock);
  #login: IyzicoTerminalLogin | undefined;
  #tokens: Tokens | null = null;
  #renewal: Promise<Tokens | null> | null = null;

  /** A valid token; `null` if iyzico gives none. `stale` is one that was just refused. */
  async access(stale: string | null = null): Promise<string | null> {
    // The merchant has no tills.
    if (!this.env.IYZICO_TERMINAL_CLIENT_ID) return null;
    const isGood = this.#tokens && this.#tokens.access !== stale && this.#clock.now() < this.#tokens.renewAt;
    if (!isGood) {
      // One login for all sales that ask at once.
      this.#renewal ??= this.#renew().finally(() => (this.#renewal = null));
      this.#tokens = await this.#renewal;
    }
    return this.#tokens?.access ?? null;
  }

  // Only the English documents have the renewal: if it is refused, log in again.
  async #renew(): Promise<Tokens | null> {
    const refresh = this.#tokens?.refresh;
    const renewed = refresh ? await this.#tokensBy(this.#loginOf().refresh({ refresh_token: refresh })) : null;
    return renewed ?? (await this.#logIn());
  }

  async #logIn(): Promise<Tokens | null> {
    const login = this.#loginOf();
    const { IYZICO_TERMINAL_USERNAME: username = "", IYZICO_TERMINAL_PASSWORD: password = "" } = this.env;
    const request = login.authorize({ username, password, request_timestamp: String(Math.floor(this.#clock.now() / 1000)) });
    const outcome = login.read(request, await this.#call(request, PATIENCE_MS));
    return outcome.status === "success" ? this.#tokensBy(login.token({ code: outcome.data.code })) : null;
  }

  async #tokensBy(request: LoginRequest<"login.token"> | LoginRequest<"login.refresh">): Promise<Tokens | null> {
    const askedAt = this.#clock.now();
    const outcome = this.#loginOf().read<"login.token" | "login.refresh">(request, await this.#call(request, PATIENCE_MS));
    if (outcome.status !== "success") return null;
    const { access_token, refresh_token, expires_in = SHORT_LIFE_S } = outcome.data;
    const life = expires_in * 1000;
    return { access: access_token, refresh: refresh_token ?? null, renewAt: askedAt + Math.max(life - MARGIN_MS, life / 2) };
  }

  #loginOf(): IyzicoTerminalLogin {
    const { IYZICO_TERMINAL_CLIENT_ID: clientId = "", IYZICO_TERMINAL_CLIENT_SECRET: clientSecret = "" } = this.env;
    const client = { clientId, clientSecret };
    this.#login ??= new IyzicoTerminalLogin(
      this.env.IYZICO_BASE_URL ? { ...client, baseUrl: this.env.IYZICO_BASE_URL } : { ...client, environment: environmentOf(this.env) },
    );
    return this.#login;
  }
}
