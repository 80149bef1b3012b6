// Clients of the package that send unchanged requests to a simulator and return unchanged answers.

import { Iyzico, IyzicoTerminal, IyzicoTerminalLogin } from "../../../pkg/inline.js";
import { UNKIND_TERMINAL_FAULTS } from "../../../www-example/sandbox/unkind-faults.mjs";
import { openSandbox } from "./client.mjs";
import { assertAnswer, assertRequest, pathOf } from "./gmu-schemas.mjs";

/** A merchant of this kind, with a simulator opened for the test. */
export async function openMerchant(t, kind = "standard", options) {
  const shop = await openSandbox(t, options);
  const { apiKey, secretKey } = shop[kind];
  return { ...shop, ...callers(shop.sandbox), iyzico: new Iyzico({ apiKey, secretKey, baseUrl: shop.url }) };
}

/** A terminal that has logged in, with a simulator opened for the test. */
export async function openTill(t, options) {
  const shop = await openMerchant(t, "standard", options);
  const [{ clientId, clientSecret, username, password }] = shop.sandbox.terminalUsers;
  const login = new IyzicoTerminalLogin({ clientId, clientSecret, baseUrl: shop.url });
  const { code } = await shop.succeed(login.authorize({ username, password, request_timestamp: "1766660749" }), login);
  const tokens = await shop.succeed(login.token({ code }), login);
  return { ...shop, login, tokens, terminal: new IyzicoTerminal({ accessToken: tokens.access_token, baseUrl: shop.url }) };
}

/** Sends requests to this simulator and tells it when each was sent, by its own clock. */
function callers(sandbox) {
  const exchange = (request, fault) => judgedExchange(request, { sentAt: sandbox.now(), fault });
  const send = async (request, caller, fault) => caller.read(request, await exchange(request, fault));
  /** The data of a request that must succeed. */
  const succeed = async (request, caller) => {
    const outcome = await send(request, caller);
    if (outcome.status === "success") return outcome.data;
    throw new Error(`${request.operation}: ${JSON.stringify(outcome)}`);
  };
  return { exchange, send, succeed };
}

/** At a till, checks request and answer against the published schemas, unless the answer is not iyzico's. */
async function judgedExchange(request, how) {
  const path = pathOf(request.operation);
  if (path) assertRequest(path, JSON.parse(request.body));
  const answer = await exchangeAt(request, how);
  const isOfIyzico = !Object.hasOwn(UNKIND_TERMINAL_FAULTS, (how.fault ?? "").split(":")[0]);
  const json = path && isOfIyzico && readJson(answer?.text);
  if (json?.status) assertAnswer(path, answer.status, json);
  return answer;
}

/** The answer to a request that is sent at this time, `null` where none came. */
export async function exchangeAt(request, { sentAt, fault }) {
  const headers = { ...request.headers, "x-sandbox-sent-at": String(sentAt), ...(fault && { "x-sandbox-fault": fault }) };
  // Outside the try: a request that fetch refuses is not a lost answer.
  const asked = new Request(request.url, { ...request, headers });
  // The body may break off after the status. Then there is no answer either.
  return fetch(asked)
    .then(async (response) => ({ status: response.status, text: await response.text() }))
    .catch(() => null);
}

function readJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
