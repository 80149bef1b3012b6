// One exchange is one transmission, and the rest of `iyzico-reversals/fetch`: node fetch.mjs [runtime …]
//
// IYZICO_TARBALL names a tarball to test (without it ../../pkg is installed), IYZICO_CHROMIUM a browser (/usr/bin/chromium).

import { equal, ok } from "node:assert/strict";
import { resolve } from "node:path";

import { Report } from "../support/report.mjs";
import { checksFor } from "./checks.mjs";
import { Consumer } from "./consumer.mjs";
import { Merchant } from "./merchant.mjs";
import { RUNTIMES } from "./runtimes.mjs";
import { Server } from "./server.mjs";
import { checkTypes } from "./types.mjs";

const AT_ONCE = 2;

const wanted = process.argv.slice(2);
const strange = wanted.filter((name) => !RUNTIMES.some((runtime) => runtime.name === name));
if (strange.length) {
  console.error(`no runtime is called ${strange}; there are: ${RUNTIMES.map(({ name }) => name)}`);
  process.exit(2);
}

const report = new Report();
const consumer = await Consumer.create(process.env.IYZICO_TARBALL && resolve(process.env.IYZICO_TARBALL));
const queue = RUNTIMES.filter(({ name }) => !wanted.length || wanted.includes(name));
try {
  await report.step("types", (check) => checkTypes(consumer, check));
  await Promise.all(Array.from({ length: AT_ONCE }, work));
} finally {
  await consumer.remove();
}
console.log(`${report.passed} passed, ${report.failed} failed`);
process.exitCode = report.failed || !report.passed ? 1 : 0;

async function work() {
  while (queue.length) {
    const runtime = queue.shift();
    const name = `${runtime.name} ${await runtime.version(runtime)}`;
    await report.step(name, (check) => checkIn(runtime, check));
  }
}

async function checkIn(runtime, check) {
  const server = await Server.listen();
  try {
    const merchant = await Merchant.of(consumer);
    const checks = await checksFor(runtime, server, merchant);
    const probes = checks.flatMap((checked, i) => Object.entries(checked.probes).map(([name, given]) => ({ name: `${i} ${name}`, ...given })));
    const results = await runtime.results(await consumer.folder(runtime.name, probes), server.origin, runtime);
    for (const [i, { name, probes, verify }] of checks.entries()) {
      const own = Object.fromEntries(Object.keys(probes).map((probe) => [probe, results[`${i} ${probe}`]]));
      await check(name, () => verify(own));
    }
    await check("nothing is thrown, and events are frozen, in order and without secrets", () => checkEvents(Object.values(results), merchant.secrets));
  } finally {
    server.close();
  }
}

function checkEvents(results, secrets) {
  const exchanges = results.filter(({ events }) => events);
  for (const { thrown, answer, events } of exchanges) {
    equal(thrown, undefined);
    ok(events.every(({ isFrozen, isPlain }) => isFrozen && isPlain));
    const types = events.map(({ type }) => type).join();
    ok(/^(|refused|aborted|sent,(answered|too-large|timed-out|aborted|failed))$/.test(types), types);
    equal(/answered|too-large/.test(types), answer !== null, types);
    const text = JSON.stringify(events);
    for (const secret of secrets) ok(!text.includes(secret), text);
    ok(!/127\.0\.0\.1|http/.test(text), text);
  }
  return `${exchanges.length} exchanges`;
}
