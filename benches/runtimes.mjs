// The runtimes, and how the calls are timed in each.

import { run } from "../tests/support/program.mjs";
import { installed } from "../tests/support/project.mjs";
import { inChromium } from "./chromium.mjs";
import { inWorkerd } from "./workerd.mjs";

const POINTS = ["build", "read"];
// Contenders that only some runtimes can run.
const NODE_LIKE = ["by-hand-node", "iyzipay", "node-crypto"];

export const NODE = installed("node20/bin/node");

export const runtimes = {
  "Node 20": (project) => speed(NODE, [], project, NODE_LIKE),
  "Node 24": (project) => speed(installed("node24/bin/node"), [], project, NODE_LIKE),
  Deno: (project) => speed(installed("deno/deno"), DENO, project, ["by-hand-node", "node-crypto"]),
  Bun: (project) => speed(installed(".bin/bun"), ["run", "--no-install"], project, NODE_LIKE),
  workerd: (project) => inWorkerd(project, POINTS),
  Chromium: (project) => inChromium(project),
};

async function speed(program, flags, project, others) {
  const args = [...flags, project.path("benches/speed.mjs"), POINTS.join(), ...others];
  const env = { DENO_DIR: project.path("out/deno"), DENO_NO_UPDATE_CHECK: "1" };
  return JSON.parse(await run(program, args, { cwd: project.path(), env }));
}

// `node:crypto` reads which FIPS mode it is in.
const DENO = ["run", "--no-prompt", "--no-remote", "--node-modules-dir=manual", "--allow-read", "--allow-env"];
