// The login to the Terminal API: one-time codes, access tokens and refresh tokens with their lifetimes.

import { randomBytes } from "node:crypto";
import { LOGIN_CODE, Refusal, TERMINAL_CODE } from "./errors.mjs";

const CODE_LIFE_MS = 600_000;

/** The lifetime of an access token in seconds, as in iyzico's sample. */
export const TOKEN_LIFE_S = 7199;

export class Logins {
  #now;
  #users;
  #codes = new Map();
  #accessTokens = new Map();
  #refreshTokens = new Map();

  constructor({ users, now }) {
    this.#now = now;
    this.#users = users;
  }

  /** The client with this id and secret. */
  clientOf({ clientId, clientSecret }) {
    const known = this.#users.some((user) => user.clientId === clientId && user.clientSecret === clientSecret);
    if (!known) throw new Refusal(LOGIN_CODE.unknownClient);
    return clientId;
  }

  /** A one-time code for this user of this client. */
  authorize({ clientId, clientSecret, username, password }) {
    const client = this.clientOf({ clientId, clientSecret });
    const user = this.#users.find((candidate) => candidate.clientId === client && candidate.username === username);
    if (!user || user.password !== password) throw new Refusal(LOGIN_CODE.unknownUser);

    const code = randomText();
    const issuedAt = this.#now();
    this.#codes.set(code, { user, expiresAt: issuedAt + CODE_LIFE_MS });
    return { code, issuedAt, expiredAt: issuedAt + CODE_LIFE_MS };
  }

  /** Tokens for a code; the code is used up. */
  redeemCode(clientId, code) {
    return this.#issue(this.#spend(this.#codes, clientId, code));
  }

  /** New tokens for a refresh token. Assumptions: it never expires, and is used up like a code. */
  renew(clientId, refreshToken) {
    return this.#issue(this.#spend(this.#refreshTokens, clientId, refreshToken));
  }

  /** The user this access token was given to. */
  userOf(accessToken) {
    const token = this.#accessTokens.get(accessToken);
    if (!token) throw new Refusal(TERMINAL_CODE.invalidToken);
    if (this.#now() >= token.expiresAt) throw new Refusal(TERMINAL_CODE.tokenExpired);
    return token.user;
  }

  #spend(grants, clientId, text) {
    const grant = grants.get(text);
    const isGood = grant?.user.clientId === clientId && this.#now() < grant.expiresAt;
    if (!isGood) throw new Refusal(LOGIN_CODE.spentGrant);
    grants.delete(text);
    return grant.user;
  }

  #issue(user) {
    const [accessToken, refreshToken] = [randomText(), randomText()];
    this.#accessTokens.set(accessToken, { user, expiresAt: this.#now() + TOKEN_LIFE_S * 1000 });
    this.#refreshTokens.set(refreshToken, { user, expiresAt: Infinity });
    return { accessToken, refreshToken };
  }
}

const randomText = () => randomBytes(32).toString("base64url");
