// workerd, the runtime of Cloudflare Workers, with the wasm as a module of its own.

import { spawn } from "node:child_process";
import { cp, writeFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { build } from "esbuild";

import { installed } from "../support/project.mjs";

export const steps = {
  workerd(project) {
    return served(project, "worker.js", async (origin) => {
      const response = await fetch(origin, { signal: AbortSignal.timeout(120_000) });
      if (!response.ok) throw new Error(`HTTP ${response.status}: ${await response.text()}`);
      return response.json();
    });
  },
};

/** Serves a worker, and returns what `use` returns for its address. */
export async function served(project, entry, use) {
  // Bundled as by wrangler, which leaves the wasm as an import.
  await build({
    entryPoints: [project.path(entry)],
    outfile: project.path("out/worker.js"),
    bundle: true,
    format: "esm",
    conditions: ["workerd"],
    external: ["*.wasm?module"],
    logLevel: "error",
  });
  await cp(project.path("node_modules/iyzico-reversals/core.wasm"), project.path("out/core.wasm"));
  await writeFile(project.path("out/worker.capnp"), CONFIG);

  // Port 0 picks a free port; the control channel reports it.
  const args = ["serve", project.path("out/worker.capnp"), "--control-fd=3"];
  const workerd = spawn(installed(".bin/workerd"), args, { stdio: ["ignore", "pipe", "pipe", "pipe"] });
  let printed = "";
  for (const stream of [workerd.stdout, workerd.stderr]) stream.setEncoding("utf8").on("data", (text) => (printed += text));
  try {
    return await use(`http://127.0.0.1:${await listening(workerd)}`);
  } catch (error) {
    throw new Error(`${error.message}\n${printed}`);
  } finally {
    workerd.kill();
  }
}

/** The port, once it listens. */
function listening(workerd) {
  return new Promise((resolve, reject) => {
    createInterface({ input: workerd.stdio[3] }).on("line", (line) => {
      const { event, port } = JSON.parse(line);
      if (event === "listen") resolve(port);
    });
    workerd.on("error", reject);
    workerd.on("exit", (code) => reject(new Error(`workerd ended with code ${code}`)));
  });
}

// Before 2025-06-01, the date since which workerd compiles wasm from bytes at startup.
const CONFIG = `
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "worker", worker = .worker),
    # The simulator is on this machine.
    (name = "internet", network = (allow = ["private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "worker")],
);

const worker :Workerd.Worker = (
  compatibilityDate = "2024-09-23",
  modules = [
    (name = "worker.js", esModule = embed "worker.js"),
    (name = "core.wasm?module", wasm = embed "core.wasm"),
  ],
);
`;
