// Installs the packed package in small projects and builds and runs them: node packaging.mjs [name …]
//
// IYZICO_TARBALL names the tarball, IYZICO_CHROMIUM a browser (/usr/bin/chromium).

import { resolve } from "node:path";

import { Browser } from "./packaging/browser.mjs";
import { Report } from "./packaging/report.mjs";
import { stopAll } from "./packaging/server.mjs";
import { steps as contents } from "./packaging/steps/contents.mjs";
import { steps as form } from "./packaging/steps/form.mjs";
import { steps as lazy } from "./packaging/steps/lazy.mjs";
import { steps as next } from "./packaging/steps/next.mjs";
import { steps as node } from "./packaging/steps/node.mjs";
import { steps as vite } from "./packaging/steps/vite.mjs";
import { steps as webpack } from "./packaging/steps/webpack.mjs";
import { steps as wrangler } from "./packaging/steps/wrangler.mjs";
import { Workshop } from "./packaging/workshop.mjs";

// The longest first.
const STEPS = { ...next, ...wrangler, ...vite, ...webpack, ...node, ...lazy, ...form, ...contents };
const AT_ONCE = 2;

const wanted = process.argv.slice(2);
const strange = wanted.filter((name) => !STEPS[name]);
if (strange.length || !process.env.IYZICO_TARBALL) {
  console.error(strange.length ? `no step is called ${strange}; there are: ${Object.keys(STEPS)}` : "IYZICO_TARBALL names no tarball");
  process.exit(2);
}
process.on("exit", stopAll);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(1));

const started = performance.now();
const workshop = await Workshop.open(resolve(process.env.IYZICO_TARBALL));
console.log(`installed in ${seconds(started)}`);

const report = new Report();
const browser = await Browser.launch();
const queue = Object.keys(STEPS).filter((name) => !wanted.length || wanted.includes(name));
try {
  await Promise.all(Array.from({ length: AT_ONCE }, work));
} finally {
  await browser.close();
}
console.log(`all in ${seconds(started)}`);
console.log(`${report.passed} passed, ${report.failed} failed`);
process.exitCode = report.failed || !report.passed ? 1 : 0;

async function work() {
  while (queue.length) {
    const name = queue.shift();
    await report.step(name, (check) => STEPS[name]({ workshop, browser, check }));
  }
}

function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
