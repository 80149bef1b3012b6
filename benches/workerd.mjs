// workerd, asked over HTTP for so many calls at once and timed from here.

import { spawn } from "node:child_process";
import { cp, writeFile } from "node:fs/promises";

import { installed } from "../tests/runtimes/project.mjs";
import { listening } from "../tests/runtimes/workerd.mjs";
import { inRounds } from "./inside/rounds.mjs";
import { packages } from "./packages.mjs";

const { build } = packages("esbuild");

// So long that what HTTP takes, less than a millisecond, hardly counts; the least of it is taken off.
const LONG = { batch: 25, rounds: 15, warmUp: 250 };

export async function inWorkerd(project, points) {
  await build({
    entryPoints: [project.path("benches/worker.mjs")],
    outfile: project.path("out/bench-worker.js"),
    bundle: true,
    format: "esm",
    conditions: ["workerd"],
    external: ["*.wasm"],
    logLevel: "error",
  });
  await cp(project.path("node_modules/iyzico-reversals/core.wasm"), project.path("out/core.wasm"));
  await writeFile(project.path("out/bench.capnp"), CONFIG);
  const args = ["serve", project.path("out/bench.capnp"), "--control-fd=3"];
  const workerd = spawn(installed(".bin/workerd"), args, { stdio: ["ignore", "inherit", "inherit", "pipe"] });
  try {
    const origin = `http://127.0.0.1:${await listening(workerd)}`;
    const found = {};
    for (const point of points) found[point] = await timed(`${origin}/?point=${point}`);
    return found;
  } finally {
    workerd.kill();
  }
}

async function timed(url) {
  const names = await ask(url);
  const around = [];
  for (let asked = 0; asked < 50; asked++) around.push(await watched(url));
  const least = Math.min(...around);
  return inRounds(names, async (at, count) => (await watched(`${url}&at=${at}&count=${count}`)) - least, LONG);
}

async function watched(url) {
  const start = performance.now();
  await ask(url);
  return performance.now() - start;
}

async function ask(url) {
  const response = await fetch(url, { signal: AbortSignal.timeout(60_000) });
  if (!response.ok) throw new Error(`HTTP ${response.status}: ${await response.text()}`);
  return response.json();
}

const CONFIG = `
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "bench", worker = .bench)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "bench")],
);

const bench :Workerd.Worker = (
  compatibilityDate = "2024-09-23",
  modules = [
    (name = "worker.js", esModule = embed "bench-worker.js"),
    (name = "core.wasm", wasm = embed "core.wasm"),
  ],
);
`;
