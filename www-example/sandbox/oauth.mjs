// The login over HTTP: a code for a user, tokens for a code, new tokens for a refresh token.

import { istanbulTime } from "./calendar.mjs";
import { mandatory } from "./call.mjs";
import { LOGIN_CODE, Refusal } from "./errors.mjs";
import { authorizeHost, renewalHost, tokenHost } from "./hosts.mjs";
import { NumberText } from "./json.mjs";
import { TOKEN_LIFE_S } from "./login.mjs";

const SCOPE = "iyzipayApiGateway";

export const loginRoutes = [
  { method: "POST", path: "/in-store/oauth2/authorize", host: authorizeHost, carryOut: authorize },
  { method: "POST", path: "/in-store/oauth2/token", host: tokenHost, carryOut: token },
  { method: "POST", path: "/in-store/oauth2/token/refresh", host: renewalHost, carryOut: renewal },
];

function authorize(call, _, { logins }) {
  const given = (name) => mandatory(call, name, LOGIN_CODE.fieldMissing);
  if (given("scope") !== SCOPE) throw new Refusal(LOGIN_CODE.fieldMissing, "scope");
  if (given("response_type") !== "code") throw new Refusal(LOGIN_CODE.fieldMissing, "response_type");
  // A "Unix timestamp" in seconds or in milliseconds, iyzico does not say; so any digits will do.
  if (!/^\d+$/.test(given("request_timestamp"))) throw new Refusal(LOGIN_CODE.fieldMissing, "request_timestamp");

  const { code, issuedAt, expiredAt } = logins.authorize({
    clientId: given("client_id"),
    clientSecret: given("client_secret"),
    username: given("username"),
    password: given("password"),
  });
  return { code, issuedAt: nanoseconds(issuedAt), expiredAt: nanoseconds(expiredAt) };
}

function token(call, clientId, world) {
  switch (mandatory(call, "grant_type", LOGIN_CODE.fieldMissing)) {
    case "authorization_code":
      return tokenFields(world.logins.redeemCode(clientId, mandatory(call, "code", LOGIN_CODE.fieldMissing)));
    case "refresh_token":
      return renewal(call, clientId, world);
    default:
      throw new Refusal(LOGIN_CODE.unknownGrantType);
  }
}

function renewal(call, clientId, { logins }) {
  if (mandatory(call, "grant_type", LOGIN_CODE.fieldMissing) !== "refresh_token") throw new Refusal(LOGIN_CODE.unknownGrantType);
  return tokenFields(logins.renew(clientId, mandatory(call, "refresh_token", LOGIN_CODE.fieldMissing)));
}

function tokenFields({ accessToken, refreshToken }) {
  return {
    access_token: accessToken,
    refresh_token: refreshToken,
    scope: SCOPE,
    token_type: "Bearer",
    expires_in: new NumberText(String(TOKEN_LIFE_S)),
  };
}

// The published sample has nine decimals and Turkey's offset.
const nanoseconds = (time) => `${istanbulTime(time)}000000+03:00`;
