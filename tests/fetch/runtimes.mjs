// Runs the probes of a folder in each runtime, and returns their results by name.

import { spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { EdgeRuntime } from "edge-runtime";
import { build } from "esbuild";
import { chromium } from "playwright-core";

import { run } from "../support/program.mjs";

export const RUNTIMES = [
  { name: "node", program: process.execPath, resendsAfter421: true },
  { name: "node20", program: installed("node20/bin/node"), resendsAfter421: true },
  { name: "node24", program: installed("node24/bin/node"), resendsAfter421: true },
  { name: "deno", program: installed("deno/deno"), args: ["run", "--no-prompt", "--no-remote", "--node-modules-dir=manual", "--allow-net"], resends: true },
  { name: "bun", program: installed(".bin/bun"), args: ["run", "--no-install"] },
  { name: "workerd", results: workerd },
  { name: "edge-runtime", results: edgeRuntime, resendsAfter421: true },
  { name: "chromium", results: page, resends: true, refuses: true },
  { name: "chromium-worker", results: pageWorker, resends: true, refuses: true },
].map((runtime) => ({ results: program, version, ...runtime }));

/** A program of a package in devDependencies. */
function installed(name) {
  return fileURLToPath(new URL(`../node_modules/${name}`, import.meta.url));
}

async function program(folder, _, { program, args = [] }) {
  const env = { DENO_DIR: join(folder, "deno"), DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1" };
  const stdout = await run(program, [...args, "program.js"], { cwd: folder, env, seconds: 60 });
  const line = stdout.split("\n").find((text) => text.startsWith("PROBED "));
  if (!line) throw new Error(`no result was printed:\n${stdout}`);
  return JSON.parse(line.slice("PROBED ".length));
}

async function workerd(folder) {
  await bundled(folder, "worker.js", { conditions: ["workerd"] });
  await writeFile(join(folder, "worker.capnp"), CONFIG);
  // Port 0 picks a free port; the control channel reports it.
  const child = spawn(installed(".bin/workerd"), ["serve", join(folder, "worker.capnp"), "--control-fd=3"], { stdio: ["ignore", "inherit", "inherit", "pipe"] });
  try {
    const port = await new Promise((resolve, reject) => {
      createInterface({ input: child.stdio[3] }).on("line", (line) => {
        const { event, port } = JSON.parse(line);
        if (event === "listen") resolve(port);
      });
      child.on("error", reject).on("exit", (code) => reject(new Error(`workerd ended with code ${code}`)));
    });
    const response = await fetch(`http://127.0.0.1:${port}`, { signal: AbortSignal.timeout(120_000) });
    if (!response.ok) throw new Error(`HTTP ${response.status}: ${await response.text()}`);
    return await response.json();
  } finally {
    child.kill();
  }
}

async function edgeRuntime(folder) {
  const runtime = new EdgeRuntime({ codeGeneration: { strings: false, wasm: false } });
  runtime.evaluate(await bundled(folder, "global.js", { format: "iife", conditions: ["edge-light"] }));
  // As JSON, because deepEqual fails for objects of another realm.
  return JSON.parse(await runtime.evaluate("probed.then(JSON.stringify)"));
}

function page(folder, origin) {
  return inChromium(folder, origin, async (page, script) => {
    await page.addScriptTag({ content: script });
    return page.evaluate(() => globalThis.probed);
  });
}

function pageWorker(folder, origin) {
  return inChromium(folder, origin, (page, script) =>
    page.evaluate((text) => {
      const worker = new Worker(URL.createObjectURL(new Blob([text, "\nprobed.then(postMessage);"])));
      return new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
      });
    }, script),
  );
}

/** A page of the server's own origin, where requests need no preflight. */
async function inChromium(folder, origin, use) {
  const script = await bundled(folder, "global.js", { format: "iife", platform: "browser" });
  const browser = await launched();
  try {
    const page = await browser.newPage();
    await page.goto(`${origin}/page`);
    return await use(page, script);
  } finally {
    await browser.close();
  }
}

function launched() {
  return chromium.launch({ executablePath: process.env.IYZICO_CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
}

async function bundled(folder, entry, options) {
  const outfile = join(folder, "bundle.js");
  await build({ entryPoints: [join(folder, entry)], outfile, bundle: true, format: "esm", logLevel: "error", ...options });
  return readFile(outfile, "utf8");
}

/** The version that a program reports. */
async function version({ name, program }) {
  if (program) return (await run(program, ["--version"])).match(/\d+\.\d+\.\d+/)[0];
  if (name === "workerd") return (await run(installed(".bin/workerd"), ["--version"])).trim().replace("workerd ", "");
  if (name === "edge-runtime") return JSON.parse(await readFile(installed("edge-runtime/package.json"), "utf8")).version;
  const browser = await launched();
  const number = browser.version();
  await browser.close();
  return number;
}

const CONFIG = `
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "worker", worker = .worker),
    # The server of these tests is on this machine.
    (name = "internet", network = (allow = ["private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "worker")],
);

const worker :Workerd.Worker = (
  compatibilityDate = "2024-09-23",
  modules = [(name = "worker.js", esModule = embed "bundle.js")],
);
`;
