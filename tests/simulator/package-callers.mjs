// The package's own objects before a simulator: a request goes out as it is, and the answer comes back as it came.

import { Iyzico, IyzicoTerminal, IyzicoTerminalLogin } from "../../pkg/inline.js";
import { openSandbox } from "./client.mjs";
import { assertAnswer, assertRequest, pathOf } from "./gmu-schemas.mjs";

/** A merchant of the kind, before a simulator that is opened for the test. */
export async function openMerchant(t, kind = "standard", options) {
  const shop = await openSandbox(t, options);
  const { apiKey, secretKey } = shop[kind];
  return { ...shop, iyzico: new Iyzico({ apiKey, secretKey, baseUrl: shop.url }) };
}

/** A terminal that has logged in, before a simulator that is opened for the test. */
export async function openTill(t, options) {
  const shop = await openMerchant(t, "standard", options);
  const [{ clientId, clientSecret, username, password }] = shop.sandbox.terminalUsers;
  const login = new IyzicoTerminalLogin({ clientId, clientSecret, baseUrl: shop.url });
  const { code } = await succeed(login.authorize({ username, password, request_timestamp: "1766660749" }), login);
  const tokens = await succeed(login.token({ code }), login);
  return { ...shop, login, tokens, terminal: new IyzicoTerminal({ accessToken: tokens.access_token, baseUrl: shop.url }) };
}

/** Sends a request, and has it read by the object that made it. */
export async function send(request, caller, fault) {
  return caller.read(request, ...(await exchange(request, fault)));
}

/** The data of a request that must succeed. */
export async function succeed(request, caller) {
  const outcome = await send(request, caller);
  if (outcome.status === "success") return outcome.data;
  throw new Error(`${request.operation}: ${JSON.stringify(outcome)}`);
}

/** The status and text of the answer, `null` for both where none came; at a till both must fit the published schemas. */
export async function exchange(request, fault) {
  const headers = fault ? { ...request.headers, "x-sandbox-fault": fault } : request.headers;
  // Made outside of what may fail on the way: a request that fetch does not take is no lost answer.
  const asked = new Request(request.url, { ...request, headers });
  const path = pathOf(request.operation);
  if (path) assertRequest(path, JSON.parse(request.body));
  // The body can break off after the status came: then, too, there is no answer.
  const [status, text] = await fetch(asked)
    .then(async (response) => [response.status, await response.text()])
    .catch(() => [null, null]);
  const json = path && readJson(text);
  if (json?.status) assertAnswer(path, status, json);
  return [status, text];
}

function readJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
