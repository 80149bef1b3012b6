// For tests only: signatures with a chosen random key, and made-up answers.

import { answers, refusals } from "./answer-tables.js";
import { sent } from "./crossing.js";
import { made } from "./errors.js";
import * as core from "./iyzico_reversals_bg.js";
import { exact } from "./params.js";
// Loads the core as this runtime needs it.
import "iyzico-reversals";

export const testKeys = Object.freeze({ apiKey: "test-api-key", secretKey: "test-secret-key" });

export function iyzwsv2({ apiKey, secretKey, randomKey, path, body = "" }) {
  const texts = [apiKey, secretKey, randomKey, path, body].map((text) => exact(text));
  const authorization = made(() => core.iyzwsv2(...texts));
  const inner = atob(authorization.split(" ")[1]);
  return { text: randomKey + path + body, signature: inner.split("&signature:")[1], inner, authorization };
}

// The signature of an answer is an HMAC of one text; so is a request's with an empty random key and path.
export function sign(secretKey, text) {
  return iyzwsv2({ apiKey: "any", secretKey, randomKey: "", path: "", body: text }).signature;
}

export function fakeAnswer(request, { secretKey = testKeys.secretKey, ...overrides } = {}) {
  const { operation, values } = asked(request);
  const { fields, signed } = answers[operation];
  const data = dataOf(fields, overrides, values);
  const members = wire(fields, data);
  if (signed.length) {
    // A missing field is signed as an empty text.
    const text = signed.map((name) => (name in data ? canonical(fields, name, data[name]) : "")).join(":");
    members.push(member("signature", JSON.stringify(sign(secretKey, text))));
  }
  // The login answers as OAuth does.
  if (!operation.startsWith("login.")) members.unshift(member("status", '"success"'));
  return answerOf(members);
}

export function fakeFailure(request, code) {
  const { operation, values } = asked(request);
  if (operation.startsWith("login.")) return answerOf([member("error", JSON.stringify(code))]);
  const { group, message = "This answer was made for a test" } = refusals[code] ?? {};
  const refusal = { status: "failure", errorCode: code, errorMessage: message, ...(group && { errorGroup: group }) };
  const fields = answers[operation].fields.filter(({ name, repeats }) => repeats || name === CLOCK);
  const told = Object.entries(refusal).map(([name, text]) => member(name, JSON.stringify(text)));
  return answerOf([...told, ...wire(fields, dataOf(fields.map(({ isNeeded: _, ...field }) => field), {}, values))]);
}

export function signWebhookForTests({ secretKey, body, merchantId }) {
  const id = merchantId === undefined ? undefined : String(merchantId);
  const signature = made(() => core.signWebhook(exact(secretKey), exact(body), id));
  if (signature === undefined) throw new TypeError("the body is no webhook, or lacks a field that is signed");
  return signature;
}

/** The operation and values of a request of this package, or of a request that a mock server received. */
function asked(request) {
  const { operation: named, asked } = sent(request);
  const operation = named || operationAt(request.url);
  return { operation, values: JSON.parse(made(() => core.asked(operation, asked))) };
}

function operationAt(url) {
  const [path] = url.split("?");
  const called = Object.keys(answers).filter((operation) => path.endsWith(answers[operation].path));
  // The longest match, because a path may be the end of another.
  called.sort((one, other) => answers[other].path.length - answers[one].path.length);
  if (called.length) return called[0];
  throw new TypeError(`no operation is called at ${path}`);
}

/** The values of an answer: overridden, else repeated from the request, else made up if every success has them. */
function dataOf(fields, overrides, values) {
  const unknown = Object.keys(overrides).filter((name) => !fields.some((field) => field.name === name));
  if (unknown.length) throw new TypeError(`the answer has no field ${unknown.join(", ")}; it has ${fields.map(({ name }) => name).join(", ")}`);
  const data = {};
  for (const { name, kind, repeats, isNeeded } of fields) {
    const value = Object.hasOwn(overrides, name) ? overrides[name] : (values[repeats] ?? madeUp(name, kind, isNeeded, values));
    if (value !== undefined && value !== null) data[name] = value;
  }
  return data;
}

function madeUp(name, kind, isNeeded, values) {
  if (name === CLOCK) return Date.now();
  if (!isNeeded) return undefined;
  if (Array.isArray(kind)) return [dataOf(kind, {}, values)];
  return name === "currency" ? "TRY" : SAMPLES[kind];
}

/** The members of an object as iyzico writes them: amounts as numbers with the same digits. */
function wire(fields, data) {
  const written = fields.filter(({ name }) => name in data);
  return written.map(({ name, kind }) => member(name, Array.isArray(kind) ? list(name, kind, data[name]) : scalar(name, kind, data[name])));
}

function list(name, fields, rows) {
  if (!Array.isArray(rows)) throw new TypeError(`${name} must be a list of objects`);
  return `[${rows.map((row) => `{${wire(fields, dataOf(fields.map(({ name, kind }) => ({ name, kind })), row, {}))}}`)}]`;
}

function scalar(name, kind, value) {
  return kind === "amount" ? trimmed(name, value) : JSON.stringify(value);
}

/** A value as iyzico signs it. */
function canonical(fields, name, value) {
  return fields.find((field) => field.name === name).kind === "amount" ? trimmed(name, value) : String(value);
}

/** An amount without trailing zeros, as iyzico writes and signs it. */
function trimmed(name, value) {
  if (!/^\d+(\.\d+)?$/.test(value)) throw new TypeError(`${name} must be a decimal string such as "5.00"`);
  return value.includes(".") ? value.replace(/\.?0+$/, "") : value;
}

function member(name, written) {
  return `${JSON.stringify(name)}:${written}`;
}

function answerOf(members) {
  return Object.freeze({ status: 200, text: `{${members}}` });
}

const CLOCK = "systemTime";

const SAMPLES = { amount: "1", flag: true, integer: 1, text: "1" };
