// The terminals' login: codes, tokens, renewal, and the scope and expiry of a bearer token.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { shop } from "../../www-example/sandbox/shop.mjs";
import { authorizeForm, logIn, openSandbox, postForm, postGmu } from "./support/client.mjs";
import { NOON, openTerminal, SALE_REFERENCE } from "./support/terminal-shop.mjs";

const fixture = (name) => JSON.parse(readFileSync(new URL(`../vectors/fixtures/${name}`, import.meta.url), "utf8"));
const codeGrant = (code) => ({ grant_type: "authorization_code", code });
const refreshGrant = (token) => ({ grant_type: "refresh_token", refresh_token: token });
const verdict = ({ status, json }) => [status, json.error];

async function openLogin(t) {
  const clock = { now: NOON };
  const { url, sandbox } = await openSandbox(t, { now: () => clock.now });
  const [user] = sandbox.terminalUsers;
  return {
    clock,
    url,
    user,
    authorize: (changes) => postForm(url, "authorize", { ...authorizeForm(user), ...changes }),
    token: (form, client = user) => postForm(url, "token", form, { client }),
    renew: (form, client = user) => postForm(url, "token/refresh", form, { client }),
    isGood: async (token) => (await ask(url, token)).errorCode,
  };
}

const ask = async (url, token) => (await postGmu(url, token, "refundable-sale-info", { transactionReferenceId: SALE_REFERENCE })).json;

test("a code and tokens look like the published ones", async (t) => {
  const { authorize, token } = await openLogin(t);
  const { status, json } = await authorize();
  assert.equal(status, 200);
  assert.deepEqual(Object.keys(json), Object.keys(fixture("terminal.oauth.authorize.success.json")));
  assert.deepEqual([json.issuedAt, json.expiredAt], ["2026-03-10T12:00:00.000000000+03:00", "2026-03-10T12:10:00.000000000+03:00"]);

  const answer = await token(codeGrant(json.code));
  const { access_token, refresh_token, ...rest } = answer.json;
  const { access_token: _, refresh_token: __, ...published } = fixture("terminal.oauth.token.success.json");
  assert.deepEqual([answer.status, rest], [200, published]);
  assert.match(access_token, /^[\w-]{40,}$/);
  assert.match(refresh_token, /^[\w-]{40,}$/);
});

test("a wrong client or user, or a missing field, gets no code", async (t) => {
  const { authorize } = await openLogin(t);
  const wrong = {
    client_id: ["x", "invalid_client"],
    client_secret: ["x", "invalid_client"],
    username: ["x", "access_denied"],
    password: ["x", "access_denied"],
    scope: ["all", "invalid_request"],
    response_type: ["token", "invalid_request"],
    request_timestamp: ["today", "invalid_request"],
  };
  for (const [name, [value, errorCode]] of Object.entries(wrong)) {
    const { status, json } = await authorize({ [name]: value });
    assert.deepEqual([status, json.errorCode, Object.keys(json)], [401, errorCode, ["errorCode", "description", "uri"]], name);
    assert.equal((await authorize({ [name]: "" })).json.errorCode, "invalid_request", name);
  }
  assert.equal((await authorize({ request_timestamp: "1766660749000" })).status, 200, "milliseconds are as good as seconds");
});

test("a form sent as JSON is no form", async (t) => {
  const { url, user } = await openLogin(t);
  const body = JSON.stringify(authorizeForm(user));
  const response = await fetch(`${url}/in-store/oauth2/authorize`, { method: "POST", headers: { "content-type": "application/json" }, body });
  assert.equal(response.status, 401);
});

test("a code is good once, for ten minutes, and for its client", async (t) => {
  const { authorize, token, clock } = await openLogin(t);
  const { code } = (await authorize()).json;
  assert.equal((await token(codeGrant(code))).status, 200);
  assert.deepEqual(verdict(await token(codeGrant(code))), [400, "invalid_grant"]);

  const late = (await authorize()).json.code;
  clock.now += 600_000;
  assert.deepEqual(verdict(await token(codeGrant(late))), [400, "invalid_grant"]);
  const inTime = (await authorize()).json.code;
  clock.now += 599_999;
  assert.equal((await token(codeGrant(inTime))).status, 200);
});

test("tokens need Basic credentials, a known grant and its field", async (t) => {
  const { authorize, token, url, user } = await openLogin(t);
  const { code } = (await authorize()).json;
  for (const client of [{ clientId: user.clientId, clientSecret: "x" }, { clientId: "x", clientSecret: user.clientSecret }]) {
    assert.deepEqual(verdict(await token(codeGrant(code), client)), [401, "invalid_client"]);
  }
  for (const authorization of ["", "Basic", "Basic ????", "Bearer x"]) {
    const headers = { authorization };
    assert.deepEqual(verdict(await postForm(url, "token", codeGrant(code), { headers })), [401, "invalid_client"], authorization);
  }
  assert.deepEqual(verdict(await token({ grant_type: "password" })), [400, "unsupported_grant_type"]);
  assert.deepEqual(verdict(await token({ code })), [400, "invalid_request"]);
  assert.deepEqual(verdict(await token({ grant_type: "authorization_code" })), [400, "invalid_request"]);
  assert.deepEqual(verdict(await token({ grant_type: "refresh_token" })), [400, "invalid_request"]);
  assert.equal((await token(codeGrant(code))).status, 200, "no refusal used the code up");
});

test("a code or token of one client is nothing to another", async (t) => {
  const other = { clientId: "c2", clientSecret: "s2", username: "other", password: "p2", devices: ["P00200"] };
  const { url, sandbox } = await openSandbox(t, { shop: { ...shop, terminalUsers: [...shop.terminalUsers, other] } });
  const [user] = sandbox.terminalUsers;
  assert.equal((await postForm(url, "authorize", { ...authorizeForm(user), username: "other", password: "p2" })).status, 401);
  const { code } = (await postForm(url, "authorize", authorizeForm(user))).json;
  assert.deepEqual(verdict(await postForm(url, "token", codeGrant(code), { client: other })), [400, "invalid_grant"]);
  assert.equal((await postForm(url, "token", codeGrant(code), { client: user })).status, 200);
});

test("renewal, at either path, gives new tokens and uses the refresh token up", async (t) => {
  const { url, user, token, renew, isGood, clock } = await openLogin(t);
  const first = await logIn(url, user);
  clock.now += 86_400_000;
  const second = (await renew(refreshGrant(first.refresh_token))).json;
  assert.deepEqual([await isGood(first.access_token), await isGood(second.access_token)], ["100311", "0"]);
  assert.deepEqual(verdict(await renew(refreshGrant(first.refresh_token))), [401, "invalid_grant"]);
  assert.deepEqual(verdict(await token(refreshGrant(first.refresh_token))), [400, "invalid_grant"]);

  const third = (await token(refreshGrant(second.refresh_token))).json;
  assert.deepEqual([await isGood(second.access_token), await isGood(third.access_token)], ["0", "0"], "renewal ends no token");
  assert.deepEqual(verdict(await renew({ grant_type: "authorization_code", code: "x" })), [401, "unsupported_grant_type"]);
  assert.deepEqual(verdict(await renew(refreshGrant(third.refresh_token), { clientId: "x", clientSecret: "x" })), [401, "invalid_client"]);
});

test("a token opens the terminals for 7199 seconds", async (t) => {
  const { url, user, isGood, clock } = await openLogin(t);
  const { access_token, expires_in } = await logIn(url, user);
  clock.now += expires_in * 1000 - 1;
  assert.equal(await isGood(access_token), "0");
  clock.now += 1;
  assert.equal(await isGood(access_token), "100311");
  assert.equal((await ask(url, access_token)).errorMessage, "Token kullanım süresi dolmuştur!");
});

test("without a token, or with one of no login, every operation is refused before its fields are read", async (t) => {
  const { url } = await openTerminal(t);
  for (const operation of ["refund", "void", "refundable-sale-info", "query-transaction-status"]) {
    for (const authorization of [undefined, "Bearer", "Bearer x", "Basic eDp4", "IYZWSv2 eA=="]) {
      const response = await fetch(`${url}/v2/terminal-host/gmu/payment/${operation}`, {
        method: "POST",
        headers: authorization && { authorization },
        body: "no JSON",
      });
      const { status, errorCode } = await response.json();
      assert.deepEqual([status, errorCode], ["failure", "100310"], `${operation} ${authorization}`);
    }
  }
});
