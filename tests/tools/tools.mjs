// Loads the packed package in the tools that merchants use, without settings: node tools.mjs [--quick] [name …]
//
// IYZICO_TARBALL names the tarball. With IYZICO_CHROMIUM the pages run in that browser as well. `--quick` leaves out
// the tools that take more than a few seconds.

import { resolve } from "node:path";

import { Browser } from "../packaging/browser.mjs";
import { Report } from "../packaging/report.mjs";
import { stopAll } from "../packaging/server.mjs";
import { steps as bundlers } from "./steps/bundlers.mjs";
import { steps as eslint } from "./steps/eslint.mjs";
import { steps as hono } from "./steps/hono.mjs";
import { steps as jest } from "./steps/jest.mjs";
import { steps as next } from "./steps/next.mjs";
import { steps as nitro } from "./steps/nitro.mjs";
import { steps as node } from "./steps/node.mjs";
import { steps as pages } from "./steps/pages.mjs";
import { steps as typescript } from "./steps/typescript.mjs";
import { steps as vitest } from "./steps/vitest.mjs";
import { Workshop } from "./workshop.mjs";

const QUICK = { ...typescript, ...bundlers, ...eslint, ...node };
// The longest first.
const ALL = { ...next, ...nitro, ...jest, ...vitest, ...hono, ...pages, ...QUICK };
const AT_ONCE = 2;

const isQuick = process.argv.includes("--quick");
const wanted = process.argv.slice(2).filter((name) => name !== "--quick");
const steps = isQuick ? QUICK : ALL;
const strange = wanted.filter((name) => !steps[name]);
if (strange.length || !process.env.IYZICO_TARBALL) {
  console.error(strange.length ? `no row is called ${strange}; there are: ${Object.keys(steps)}` : "IYZICO_TARBALL names no tarball");
  process.exit(2);
}
process.on("exit", stopAll);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(1));

const started = performance.now();
const workshop = await Workshop.open(resolve(process.env.IYZICO_TARBALL));
console.log(`installed in ${seconds(started)}`);

const report = new Report();
const browser = process.env.IYZICO_CHROMIUM && !isQuick ? await Browser.launch() : undefined;
const queue = Object.keys(steps).filter((name) => !wanted.length || wanted.includes(name));
try {
  await Promise.all(Array.from({ length: AT_ONCE }, work));
} finally {
  await browser?.close();
}
console.log(`all in ${seconds(started)}`);
console.log(`${report.passed} passed, ${report.failed} failed`);
process.exitCode = report.failed || !report.passed ? 1 : 0;

async function work() {
  while (queue.length) {
    const name = queue.shift();
    await report.step(name, (check) => steps[name]({ workshop, browser, check }));
  }
}

function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
