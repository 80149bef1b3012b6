// The consumers' folder: copied anew in every run, below the tools, which are installed once per lock file.

import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { run } from "../runtimes/program.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const SCRATCH = join(HERE, "../../target/tools");
const QUIET = ["--no-audit", "--no-fund", "--loglevel=error", "--ignore-scripts"];

export class Workshop {
  /** Keeps the tools from updating themselves, from sending statistics, and from writing outside of this folder. */
  env = {
    ...process.env,
    CI: "1",
    NO_COLOR: "1",
    NEXT_TELEMETRY_DISABLED: "1",
    NITRO_TELEMETRY_DISABLED: "1",
    WRANGLER_SEND_METRICS: "false",
    WRANGLER_HIDE_BANNER: "true",
    WRANGLER_LOG_PATH: join(SCRATCH, "logs"),
    WRANGLER_REGISTRY_PATH: join(SCRATCH, "registry"),
    CLOUDFLARE_CF_FETCH_ENABLED: "false",
  };

  static async open(tarball) {
    const workshop = new Workshop();
    await mkdir(SCRATCH, { recursive: true });
    await installTools();
    await rm(workshop.path(), { recursive: true, force: true });
    await cp(join(HERE, "consumers"), workshop.path(), { recursive: true });
    // The same application as in the packaging tests, which build it with the current Next.
    for (const name of ["next", "shop.js"]) await cp(join(HERE, "../packaging/consumers", name), workshop.path("next15", name), { recursive: true });
    // Offline: the package has no dependency.
    await run("npm", ["install", "--offline", "--no-save", "--no-package-lock", ...QUIET, tarball], { cwd: workshop.path() });
    return workshop;
  }

  /** The path of a consumer. */
  path(...names) {
    return join(SCRATCH, "consumers", ...names);
  }

  /** The path of a file of the installed package. */
  packaged(...names) {
    return this.path("node_modules/iyzico-reversals", ...names);
  }

  /** The path of a tool's file. */
  tool(name) {
    return join(SCRATCH, "node_modules", name);
  }

  /** The Node of the tools that do not run on the oldest one that the package supports. */
  get node22() {
    return this.tool("node22/bin/node");
  }

  /** Runs a program in a consumer's folder and gives its output. */
  run(command, args, folder, env) {
    return run(command, args, { cwd: this.path(folder), env: { ...this.env, ...env } });
  }
}

async function installTools() {
  const lock = await readFile(join(HERE, "package-lock.json"), "utf8");
  const stamp = join(SCRATCH, "node_modules/.lock-stamp");
  if ((await readFile(stamp, "utf8").catch(() => "")) === lock) return;
  for (const name of ["package.json", "package-lock.json"]) await cp(join(HERE, name), join(SCRATCH, name));
  await run("npm", ["ci", ...QUIET], { cwd: SCRATCH, seconds: 900 });
  await writeFile(stamp, lock);
}
