// Wasm memory never shrinks, so refusing a hostile value must not grow it.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

// The package keeps its instance private, so intercept its creation to see the memory.
let linear;
WebAssembly.Instance = class extends WebAssembly.Instance {
  constructor(...given) {
    super(...given);
    linear = this.exports.memory;
  }
};
const pkg = await import("iyzico-reversals/slim");
pkg.instantiate(new WebAssembly.Module(readFileSync(fileURLToPath(import.meta.resolve("iyzico-reversals/core.wasm")))));

const MB = 1 << 20;
const MILLION = 1_000_000;
const result = { passed: 0, failed: 0, failures: [], notes: [] };
const iyzico = new pkg.Iyzico({ apiKey: "api", secretKey: "secret", environment: "sandbox" });
const terminal = new pkg.IyzicoTerminal({ accessToken: "token", environment: "sandbox" });
const params = { paymentTransactionId: "1", price: "5" };
const draft = pkg.draft("refund", params);
const question = pkg.draft("paymentDetails", { paymentId: "1" });

/** A flat string, as a parser creates it, and not a rope. */
function flat(letter, length) {
  const text = letter.repeat(length);
  Number(text);
  return text;
}

const names = Object.fromEntries(Array.from({ length: 500_000 }, (_, n) => [`name${n}`, n]));
const [latin, turkish] = [flat("x", 64 * MILLION), flat("ş", 64 * MILLION)];
const sparse = new Array(50 * MILLION);
const longNames = Object.fromEntries(Array.from({ length: 250 }, (_, n) => [flat("y", 60_000) + n, n]));
let shared = [];
for (let level = 0; level < 7; level++) shared = new Array(1000).fill(shared);

const refused = (found) => found.issues.map(({ code }) => code)[0];
const refusal = (call) => {
  try {
    return call();
  } catch (error) {
    return refused(error);
  }
};

/** As [value, expected code or reason, call]. */
const HOSTILE = [
  ["an id of 64 million characters", "too_long", () => refused(pkg.validate("refund", { ...params, conversationId: latin }))],
  ["a description of 64 million characters", "too_long", () => refused(pkg.validate("refund", { ...params, reason: "other", description: turkish }))],
  ["a price of 64 million digits", "too_long", () => refused(pkg.validate("refund", { ...params, price: latin }))],
  ["500,000 unknown names", "too_many", () => refused(pkg.validate("refund", names))],
  ["500,000 unknown names in a draft", "unknown_operation", () => refusal(() => iyzico.sign(names))],
  ["a sparse list of 50 million", "too_many", () => refused(pkg.validate("terminal.refund", { ...TILL, saleItems: sparse }))],
  ["such a list in the place of params", "too_many", () => refused(pkg.validate("refund", sparse))],
  ["250 names of 60,000 characters", "not_json", () => refused(pkg.validate("refund", { ...params, ...longNames }))],
  ["one list in itself, seven levels of 1,000", "type", () => refused(pkg.validate("refund", { ...params, price: shared }))],
  ["a draft's body of 64 million characters", "not_json", () => refusal(() => iyzico.sign({ ...draft, body: latin }))],
  ["an operation of 64 million characters", "unknown_operation", () => refused(pkg.validate(turkish, params))],
  ["keys of 64 million characters", "too_long", () => refusal(() => new pkg.Iyzico({ apiKey: latin, secretKey: latin, environment: "sandbox" }))],
  ["a token of 64 million characters", "too_long", () => refusal(() => terminal.withToken(latin))],
  ["an answer of 64 million characters", "too-large", () => iyzico.read(draft, { status: 200, text: latin }).reason],
  ["an answer of 64 million letters of two bytes", "too-large", () => iyzico.read(draft, { status: 200, text: turkish }).reason],
  ["a request of 64 million characters", "request-unreadable", () => iyzico.read({ operation: "refund", body: latin }, { status: 200, text: "{}" }).reason],
  ["a webhook of 64 million characters", "too-large", () => iyzico.verifyWebhook({ body: turkish, signature: latin, merchantId: latin }).reason],
];

const TILL = { deviceUniqueId: "P1", paymentId: "1", paymentDate: 20261126, transactionReferenceId: "R-1", saleAppName: "a", saleAppVersion: "1" };

// The first calls allocate what later calls reuse.
pkg.validate("refund", { ...params, unknown: 1 });
iyzico.read(draft, { status: 200, text: "{}" });
const before = linear.buffer.byteLength;

for (const [what, expected, call] of HOSTILE) {
  const start = performance.now();
  const found = call();
  const milliseconds = performance.now() - start;
  const grown = (linear.buffer.byteLength - before) / MB;
  // The time is printed, never tested.
  result.notes.push(`${what.padEnd(48)} ${found.padEnd(20)} ${milliseconds.toFixed(1).padStart(7)} ms, grown by ${grown.toFixed(2)} MB in all`);
  check(`${what}: ${expected}`, found === expected, `it said ${found}`);
  check(`${what}: less than 4 MB of memory`, grown < 4, `it grew by ${grown} MB`);
}

// Valid calls still work.
check("a refund is still drafted", pkg.draft("refund", params).body === draft.body);
check("a question is still signed", iyzico.sign(question).url.endsWith("?paymentId=1"));

// Many calls do not add up.
const settled = linear.buffer.byteLength;
for (let often = 0; often < 20_000; often++) iyzico.read(iyzico.refund(params), { status: 200, text: '{"status":"failure","errorCode":"10220"}' });
check("20,000 requests and answers leave the memory as it was", linear.buffer.byteLength === settled, `${linear.buffer.byteLength - settled} bytes more`);

console.log(`CONFORMANCE ${JSON.stringify(result)}`);

function check(name, holds, error = "") {
  result[holds ? "passed" : "failed"] += 1;
  if (!holds) result.failures.push({ name, error });
}
