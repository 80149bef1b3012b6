// A caller of the simulator written from the documentation alone: signs bytes, sends exactly those, returns exactly what came.

import { createHmac } from "node:crypto";
import { connect } from "node:net";
import { createSandbox } from "../../../www-example/sandbox/index.mjs";
import { assertAnswer, assertRequest, PUBLISHED } from "./gmu-schemas.mjs";

export const DAY = 86_400_000;

/** Opens a simulator for one test, or one suite, and closes it afterwards. */
export async function openSandbox(t, options) {
  const sandbox = createSandbox(options);
  const { url } = await sandbox.listen();
  t.after(() => sandbox.close());
  const [standard, marketplace] = sandbox.merchants;
  return { sandbox, url, standard, marketplace };
}

export function hmac(secretKey, ...parts) {
  const mac = createHmac("sha256", secretKey);
  for (const part of parts) mac.update(part);
  return mac.digest("hex");
}

export function authorization({ apiKey, secretKey }, { path, body = "", randomKey = "1722246017090123456789" }) {
  const signature = hmac(secretKey, randomKey, path, body);
  return `IYZWSv2 ${Buffer.from(`apiKey:${apiKey}&randomKey:${randomKey}&signature:${signature}`).toString("base64")}`;
}

/** Posts `body` (an object, or the exact text or bytes) signed by the merchant. */
export async function post(url, merchant, path, body, headers = {}) {
  const bytes = typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  return call(url + path, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: authorization(merchant, { path, body: bytes }), ...headers },
    body: bytes,
  });
}

/** Reads a payment back; the query is sent and not signed. */
export async function details(url, merchant, query, headers = {}) {
  const path = "/v2/reporting/payment/details";
  return call(`${url}${path}?${new URLSearchParams(query)}`, { headers: { authorization: authorization(merchant, { path }), ...headers } });
}

/** Posts a form to the terminals' login; `client` gives Basic credentials. */
export async function postForm(url, path, form, { client, headers } = {}) {
  const basic = client && `Basic ${Buffer.from(`${client.clientId}:${client.clientSecret}`).toString("base64")}`;
  return call(`${url}/in-store/oauth2/${path}`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", ...(basic && { authorization: basic }), ...headers },
    body: new URLSearchParams(form).toString(),
  });
}

/** The form of the login's first step. */
export function authorizeForm({ clientId, clientSecret, username, password }) {
  return {
    scope: "iyzipayApiGateway",
    client_id: clientId,
    client_secret: clientSecret,
    response_type: "code",
    username,
    password,
    request_timestamp: "1766660749",
  };
}

/** The whole login: a code, then the tokens. */
export async function logIn(url, user) {
  const { json } = await postForm(url, "authorize", authorizeForm(user));
  const tokens = await postForm(url, "token", { grant_type: "authorization_code", code: json.code }, { client: user });
  return tokens.json;
}

/** Posts to a terminal operation; what is sent and what comes back must fit the published schemas, if there are any. */
export async function postGmu(url, token, operation, body, headers) {
  if (PUBLISHED.includes(operation)) assertRequest(operation, body);
  return postGmuUnchecked(url, token, operation, JSON.stringify(body), headers);
}

/** The same for a request that breaks the contract on purpose: only the answer is judged. */
export async function postGmuUnchecked(url, token, operation, text, headers) {
  const answer = await postGmuUnjudged(url, token, operation, text, headers);
  const isOfIyzico = answer.json?.status !== undefined;
  if (isOfIyzico && PUBLISHED.includes(operation)) assertAnswer(operation, answer.status, answer.json);
  return answer;
}

/** The same for an answer that no schema knows: a gateway's, or with a status that no page names. */
export async function postGmuUnjudged(url, token, operation, text, headers) {
  return call(`${url}/v2/terminal-host/gmu/payment/${operation}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }), ...headers },
    body: text,
  });
}

/** Talks to the simulator's own API. */
export async function control(url, method, path, body) {
  const response = await fetch(`${url}/_sandbox/${path}`, { method, body: body === undefined ? undefined : JSON.stringify(body) });
  return { status: response.status, json: await response.json() };
}

/** Every byte the server sends on one connection; for answers that fetch would not show. */
export function rawExchange(url, request) {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const chunks = [];
    const socket = connect(Number(port), hostname, () => socket.write(request));
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", reject);
    socket.on("close", () => resolve(Buffer.concat(chunks).toString("utf8")));
  });
}

async function call(address, init) {
  const response = await fetch(address, { ...init, redirect: "manual" });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: readJson(text) };
}

function readJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
