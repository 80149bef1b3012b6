// Starts the worker on this machine, in workerd with its Durable Objects on disk, as a program of its own.

import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { modernNode } from "./local/node.mjs";

const DAY_MS = 86_400_000;
const pathOf = (name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * Bundles the worker as `wrangler deploy` would, unless it is the same as before.
 *
 * @returns {{ folder: string, size: string }} where it is, and its size in wrangler's words
 */
export function bundleWorker() {
  const folder = `${pathOf("dist")}/${sourceHash()}`;
  if (!existsSync(folder)) {
    const made = `${folder}.${process.pid}`;
    const { status, stdout, stderr } = spawnSync(modernNode(), [pathOf("local/bundle.mjs"), made], { encoding: "utf8" });
    if (status !== 0) throw new Error(`the worker cannot be bundled (has \`npm ci\` run in www-example?)\n${stdout}${stderr}`);
    // Whoever else bundles the same meanwhile makes the same.
    if (existsSync(folder)) rmSync(made, { recursive: true });
    else renameSync(made, folder);
    for (const other of readdirSync(pathOf("dist"))) {
      const path = `${pathOf("dist")}/${other}`;
      if (Date.now() - statSync(path).mtimeMs > DAY_MS) rmSync(path, { recursive: true });
    }
  }
  return { folder, size: readFileSync(`${folder}/size.txt`, "utf8") };
}

function sourceHash() {
  const hash = createHash("sha256");
  for (const root of ["src", "wrangler.jsonc", "local/bundle.mjs", "../package-lock.json", "../node_modules/iyzico-reversals/"]) {
    for (const file of filesIn(pathOf(root))) hash.update(`${file}\0`).update(readFileSync(file));
  }
  return hash.digest("hex").slice(0, 16);
}

function filesIn(path) {
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`)
      .sort();
  } catch {
    return [path];
  }
}

/**
 * @param {object} options
 * @param {Record<string, string>} options.settings the worker's secrets and vars, see src/env.ts
 * @param {string} options.storage folder of the Durable Objects; a worker started with the same one goes on where the last ended
 * @param {number} [options.port] without one, any that is free
 * @param {Record<string, number>} [options.limits] other rate limits than wrangler.jsonc has, by binding
 * @param {string} [options.folder] where the bundle is
 */
export async function startWorker({ settings, storage, port = 0, limits = {}, folder = bundleWorker().folder }) {
  // In a group of its own, so that a kill takes workerd along.
  const child = spawn(modernNode(), [pathOf("local/serve.mjs")], {
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.write(`${JSON.stringify({ folder, storage, port, settings, limits })}\n`);
  const ended = once(child, "exit");
  const kill = () => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, "SIGKILL");
  };
  process.once("exit", kill);
  ended.then(() => process.off("exit", kill));

  // workerd tells its own developers whenever an alarm is moved while it is due.
  const tell = (line) => line.includes("NOSENTRY") || console.error(line);
  createInterface({ input: child.stderr }).on("line", tell);
  const first = once(createInterface({ input: child.stdout }), "line").then(([line]) => JSON.parse(line));
  const failed = ended.then(([code]) => Promise.reject(new Error(`the worker ended with code ${code}`)));
  failed.catch(() => undefined);
  const { url } = await Promise.race([first, failed]);
  return {
    url,
    ended,
    /** As a machine's death would end it: nothing is finished, nothing is told. */
    async kill() {
      kill();
      await ended;
    },
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}
