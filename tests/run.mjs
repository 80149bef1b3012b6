// Runs the conformance suite in every runtime, from the packed tarball: node run.mjs [name …]
//
// A name stands for every step that begins with it (`node20` for import and require). IYZICO_TARBALL
// names a tarball to test (without it ../pkg is packed), IYZICO_CHROMIUM a browser (/usr/bin/chromium).

import { resolve } from "node:path";

import { steps as bun } from "./runtimes/bun.mjs";
import { steps as chromium } from "./runtimes/chromium.mjs";
import { steps as deno } from "./runtimes/deno.mjs";
import { steps as edgeRuntime } from "./runtimes/edge-runtime.mjs";
import { steps as memory } from "./runtimes/memory.mjs";
import { steps as node } from "./runtimes/node.mjs";
import { steps as packaging } from "./runtimes/packaging.mjs";
import { Project } from "./support/project.mjs";
import { steps as schema } from "./runtimes/schema.mjs";
import { steps as workerd } from "./runtimes/workerd.mjs";

const STEPS = { ...node, ...workerd, ...edgeRuntime, ...deno, ...bun, ...chromium, ...packaging, ...schema, ...memory };

const wanted = process.argv.slice(2);
for (const name of wanted) {
  if (!namesOf(name).length) {
    console.error(`no step is called ${name}; there are: ${Object.keys(STEPS).join(", ")}`);
    process.exit(2);
  }
}
const names = wanted.length ? [...new Set(wanted.flatMap(namesOf))] : Object.keys(STEPS);

const tarball = process.env.IYZICO_TARBALL ? resolve(process.env.IYZICO_TARBALL) : undefined;
const project = await Project.create(tarball);
const total = { passed: 0, failed: 0 };
try {
  for (const name of names) {
    const start = performance.now();
    const { passed, failed, failures, notes = [] } = await outcomeOf(STEPS[name]);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${name.padEnd(16)} ${String(passed).padStart(4)} passed ${String(failed).padStart(4)} failed ${seconds.padStart(6)} s`);
    for (const note of notes) console.log(indented(note));
    for (const failure of failures) console.log(indented(`${failure.name}\n${indented(failure.error)}`));
    total.passed += passed;
    total.failed += failed;
  }
} finally {
  await project.remove();
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;

function namesOf(prefix) {
  return Object.keys(STEPS).filter((name) => name === prefix || name.startsWith(`${prefix}-`));
}

/** A runtime that cannot start, or runs nothing, has failed. */
async function outcomeOf(step) {
  try {
    const result = await step(project);
    if (result.passed + result.failed > 0) return result;
    throw new Error("no check was run");
  } catch (error) {
    return { passed: 0, failed: 1, failures: [{ name: "the step itself", error: error.stack }] };
  }
}

function indented(text) {
  return text.replace(/^/gm, "    ");
}
