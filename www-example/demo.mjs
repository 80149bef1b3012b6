// One refund through the Worker, shown step by step: node demo.mjs [--once] [--port N]

import { existsSync } from "node:fs";
import { parseArgs } from "node:util";

import { createSandbox } from "./sandbox/index.mjs";
import { startWorker } from "./worker/start.mjs";

const { once, port } = readArguments();
if (!existsSync(new URL("../pkg/core.wasm", import.meta.url))) {
  console.error("There is no built package in pkg/: run `cargo xtask build` first.");
  process.exit(1);
}

const sandbox = createSandbox();
const { url: simulator } = await sandbox.listen();
const [{ apiKey, secretKey }] = sandbox.merchants;
const worker = await startWorker({ IYZICO_API_KEY: apiKey, IYZICO_SECRET_KEY: secretKey, IYZICO_BASE_URL: simulator }, port);

const params = { locale: "tr", conversationId: "iade-1", paymentTransactionId: "27169345", price: "5.00", currency: "TRY" };
const response = await fetch(`${worker.url}/refund`, { method: "POST", body: JSON.stringify(params) });
const reply = await response.json();
if (!response.ok) throw new Error(`the Worker answers HTTP ${response.status}: ${JSON.stringify(reply)}`);
const { request, outcome } = reply;
show(request, outcome);

if (once) {
  process.exitCode = outcome.status === "success" ? 0 : 1;
} else {
  console.log(`
The Worker waits at ${worker.url} and the simulator at ${simulator}; Ctrl-C ends both. Another refund:

  curl ${worker.url}/refund -d '{"paymentTransactionId":"27169345","price":"2.50","conversationId":"iade-2"}'
`);
  await new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, resolve);
    worker.ended.then(resolve);
  });
}
await worker.stop();
await sandbox.close();

function show(request, outcome) {
  section(`Request: ${request.method} ${request.url}`, { ...params, fingerprint: request.fingerprint, "signed body": request.body });
  section(`Answer: ${outcome.httpStatus === null ? "none came" : `HTTP ${outcome.httpStatus}`}`, fieldsOf(outcome.raw));
  section(`Outcome: ${outcome.status}`, { "in words": inWords(outcome) });
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

function inWords(outcome) {
  switch (outcome.status) {
    case "success":
      return `${outcome.data.price} ${outcome.data.currency} of payment ${outcome.data.paymentId} went back; the answer's signature and echo prove it.`;
    case "failure":
      return `Nothing moved. iyzico says ${outcome.error.code}: ${outcome.error.message ?? "no message"}. What to do: ${outcome.advice}.`;
    default:
      return `Nobody can tell whether money moved (${outcome.reason}). Look it up before doing anything else.`;
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
