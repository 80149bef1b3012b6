// The refund desk on this machine, with one refund shown step by step: node demo.mjs [--once] [--port N]
//
// With IYZICO_API_KEY and IYZICO_SECRET_KEY in the environment, the desk works on iyzico's own sandbox instead of the simulator.

import { existsSync } from "node:fs";
import { parseArgs } from "node:util";

const { once, port } = readArguments();
if (!existsSync(new URL("../pkg/core.wasm", import.meta.url))) {
  console.error("There is no built package in pkg/: run `cargo xtask build` first.");
  process.exit(1);
}
const { startDesk } = await import("./desk.mjs");
const { buildPage } = await import("./page.mjs");
const { openShop, shop } = await import("./shop.mjs");
const { draft } = await import("iyzico-reversals");

const given = Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith("IYZICO_")));
const isReal = Boolean(given.IYZICO_API_KEY && given.IYZICO_SECRET_KEY);
buildPage();
const desk = await startDesk({
  port,
  shop,
  // Against the simulator thirty minutes pass in six seconds: that long an absence may have to wait before it counts.
  ...(isReal ? { settings: { IYZICO_ENVIRONMENT: "sandbox", ...given } } : { speed: 300 }),
});
if (!isReal) await openShop(desk);

const signIns = desk.operators.map(({ operator, password }) => `${operator} / ${password}`).join(" or ");
console.log(`Refund desk: ${desk.url}  sign in as ${signIns}`);
const isDone = isReal || (await showRefund());

if (once) {
  process.exitCode = isDone ? 0 : 1;
} else {
  const payments = shop.payments.map(({ paymentId }) => paymentId).join(", ");
  const source = isReal ? "iyzico's sandbox" : `the simulator at ${desk.simulator}`;
  console.log(`\nIt works with ${source}. Ctrl-C ends it.`);
  if (!isReal) console.log(`Payments to look at: ${payments}; a terminal's sale: REF-SALE-001.`);
  await new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, resolve);
    desk.worker.ended.then(resolve);
  });
}
await desk.stop();

/** One refund as the page does it: sign in, look, draft without any key, send the draft. */
async function showRefund() {
  const [{ operator, password }] = desk.operators;
  const { token } = await ask("/api/session", { method: "POST", body: JSON.stringify({ operator, password }) });
  const headers = { authorization: `Bearer ${token}` };
  const paymentId = "26040101";
  const before = await ask(`/api/payments/${paymentId}`, { headers });

  const params = { locale: "tr", conversationId: "iade-1", paymentTransactionId: "260401012", price: "35.75", currency: "TRY" };
  const made = draft("refund", params);
  const clicked = performance.now();
  const intent = await ask(`/api/payments/${paymentId}/intents`, { method: "POST", headers, body: JSON.stringify(made) });
  const took = Math.round(performance.now() - clicked);
  const after = await ask(`/api/payments/${paymentId}`, { headers });

  section(`Draft, made without a key: ${made.method} ${made.path}`, { ...params, fingerprint: made.fingerprint, body: made.body });
  section(`Answer: ${intent.outcome?.httpStatus ? `HTTP ${intent.outcome.httpStatus}` : "none came"}`, fieldsOf(intent.outcome?.raw));
  section(`Outcome: ${intent.state}, ${took} ms after the click`, {
    "in words": inWords(intent),
    refundable: `${before.payment.refundable} before, ${after.payment.refundable} after`,
  });
  return intent.state === "success";
}

async function ask(path, init) {
  const response = await fetch(`${desk.url}${path}`, init);
  const reply = await response.json();
  if (!response.ok) throw new Error(`the desk answers HTTP ${response.status}: ${JSON.stringify(reply)}`);
  return reply;
}

function section(title, fields) {
  const width = Math.max(...Object.keys(fields).map((name) => name.length));
  console.log(`\n${title}`);
  for (const [name, value] of Object.entries(fields)) console.log(`  ${name.padEnd(width)}  ${value}`);
}

function fieldsOf(answer) {
  try {
    return JSON.parse(answer) ?? {};
  } catch {
    return { text: answer };
  }
}

function inWords({ state, amount, currency, paymentId, outcome }) {
  switch (state) {
    case "success":
      return `${amount} ${currency} of payment ${paymentId} went back; the answer's signature and echo prove it.`;
    case "failure":
      return `Nothing moved. iyzico says ${outcome.error.code}: ${outcome.error.message ?? "no message"}. What to do: ${outcome.advice}.`;
    default:
      return `Nobody can tell yet whether money moved (${outcome?.reason ?? "no answer"}). The desk looks it up; nobody sends it again.`;
  }
}

function readArguments() {
  try {
    const { values } = parseArgs({ options: { once: { type: "boolean", default: false }, port: { type: "string", default: "0" } } });
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535) throw new Error(`--port ${values.port} is no port`);
    return { once: values.once, port: Number(values.port) };
  } catch (error) {
    console.error(`${error.message}\nusage: node demo.mjs [--once] [--port N]`);
    process.exit(2);
  }
}
