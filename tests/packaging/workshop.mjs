// Where the consumers live: fresh in every run, below the tools they are built with, which stay.

import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { run } from "../runtimes/program.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const SCRATCH = join(HERE, "../../target/packaging");
const QUIET = ["--no-audit", "--no-fund", "--loglevel=error", "--ignore-scripts"];

export class Workshop {
  /** With it the tools ask nobody, tell nobody, and keep their files here. */
  env = {
    ...process.env,
    CI: "1",
    NO_COLOR: "1",
    NEXT_TELEMETRY_DISABLED: "1",
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
    // Offline: the package has no dependency, and no consumer should learn otherwise from a registry.
    await run("npm", ["install", "--offline", "--no-save", "--no-package-lock", ...QUIET, tarball], { cwd: workshop.path() });
    return workshop;
  }

  /** Of a consumer. */
  path(...names) {
    return join(SCRATCH, "consumers", ...names);
  }

  /** Of the installed package. */
  packaged(...names) {
    return this.path("node_modules/iyzico-reversals", ...names);
  }

  tool(name) {
    return join(SCRATCH, "node_modules", name);
  }

  run(command, args, folder) {
    return run(command, args, { cwd: this.path(folder), env: this.env });
  }
}

/** Once per lock file. */
async function installTools() {
  const lock = await readFile(join(HERE, "package-lock.json"), "utf8");
  const stamp = join(SCRATCH, "node_modules/.lock-stamp");
  if ((await readFile(stamp, "utf8").catch(() => "")) === lock) return;
  for (const name of ["package.json", "package-lock.json"]) await cp(join(HERE, name), join(SCRATCH, name));
  await run("npm", ["ci", ...QUIET], { cwd: SCRATCH, seconds: 600 });
  await writeFile(stamp, lock);
}
