// Checks the result of a consumer's shop.js.

import { deepEqual, equal } from "node:assert/strict";
import { createHmac } from "node:crypto";

import { checkTask } from "../support/task.mjs";

/** Runs a new task in a consumer and checks the results of the core and of the entries `fetch` and `testing`. */
export async function checkShop(check, where, consumer) {
  let done;
  await checkTask(check, where, async (task) => (done = await consumer(task)));
  if (!done) return;
  await check(`${where} exchanges`, () => deepEqual(done.received, { status: 200, text: "iş" }));
  await check(`${where} signs for tests`, () => equal(done.signature, createHmac("sha256", "secret").update("iş").digest("hex")));
}

/** The result in a program's output, wherever a test runner put it. */
export function resultIn(printed) {
  const found = /^.*?RESULT (\{.*\})/m.exec(printed);
  if (!found) throw new Error(`no result was printed:\n${printed}`);
  return JSON.parse(found[1]);
}

/** A consumer that takes its task as the last argument and prints the result. */
export function program(workshop, node, args, folder) {
  return async (task) => resultIn(await workshop.run(node, [...args, JSON.stringify(task)], folder));
}

/** A consumer that is a server: it takes the task as the body of a POST. */
export function server(url) {
  return async (task) => {
    const response = await fetch(url, { method: "POST", headers: JSON_BODY, body: JSON.stringify(task), signal: AbortSignal.timeout(60_000) });
    if (!response.ok) throw new Error(`HTTP ${response.status}: ${await response.text()}`);
    return response.json();
  };
}

const JSON_BODY = { "content-type": "application/json" };
