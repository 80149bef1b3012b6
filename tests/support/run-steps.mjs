// Runs steps in a workshop, two at once, and prints their checks. The exit code is 0 if all passed.

import { resolve } from "node:path";

import { Browser } from "./browser.mjs";
import { Report } from "./report.mjs";
import { stopAll } from "./server.mjs";
import { Workshop } from "./workshop.mjs";

const AT_ONCE = 2;

/**
 * `steps`: by name, the longest first; `wanted`: names of the steps to run, or empty for all; `where`: options of the workshop.
 * IYZICO_TARBALL names the tarball.
 */
export async function runSteps({ steps, wanted, where, inBrowser }) {
  const strange = wanted.filter((name) => !steps[name]);
  if (strange.length || !process.env.IYZICO_TARBALL) {
    console.error(strange.length ? `no step is called ${strange}; there are: ${Object.keys(steps)}` : "IYZICO_TARBALL names no tarball");
    process.exit(2);
  }
  process.on("exit", stopAll);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(1));

  const started = performance.now();
  const workshop = await Workshop.open({ tarball: resolve(process.env.IYZICO_TARBALL), ...where });
  console.log(`installed in ${seconds(started)}`);

  const report = new Report();
  const browser = inBrowser ? await Browser.launch() : undefined;
  const queue = Object.keys(steps).filter((name) => !wanted.length || wanted.includes(name));
  const work = async () => {
    while (queue.length) {
      const name = queue.shift();
      await report.step(name, (check) => steps[name]({ workshop, browser, check }));
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } finally {
    await browser?.close();
  }
  console.log(`all in ${seconds(started)}`);
  console.log(`${report.passed} passed, ${report.failed} failed`);
  process.exitCode = report.failed || !report.passed ? 1 : 0;
}

function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
