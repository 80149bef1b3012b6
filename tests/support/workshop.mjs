// A folder with consumers of the package, copied afresh in every run, below the tools that build them, installed once.

import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { run } from "./program.mjs";

const SCRATCH = fileURLToPath(new URL("../../target", import.meta.url));
const QUIET = ["--no-audit", "--no-fund", "--loglevel=error", "--ignore-scripts"];

export class Workshop {
  #scratch;

  constructor(name) {
    this.#scratch = join(SCRATCH, name);
    /** Turns off prompts and telemetry, and keeps the tools' files here. */
    this.env = {
      ...process.env,
      CI: "1",
      NO_COLOR: "1",
      NEXT_TELEMETRY_DISABLED: "1",
      NITRO_TELEMETRY_DISABLED: "1",
      WRANGLER_SEND_METRICS: "false",
      WRANGLER_HIDE_BANNER: "true",
      WRANGLER_LOG_PATH: join(this.#scratch, "logs"),
      WRANGLER_REGISTRY_PATH: join(this.#scratch, "registry"),
      CLOUDFLARE_CF_FETCH_ENABLED: "false",
    };
  }

  /**
   * Copies `folder`/consumers to target/`name`, installs the tarball there, and installs the tools of `folder`/package.json.
   * `more` maps further sources, relative to `folder`, to their places.
   */
  static async open({ tarball, folder, name, more = {} }) {
    const workshop = new Workshop(name);
    await mkdir(workshop.#scratch, { recursive: true });
    await workshop.#installTools(folder);
    await rm(workshop.path(), { recursive: true, force: true });
    await cp(join(folder, "consumers"), workshop.path(), { recursive: true });
    for (const [from, to] of Object.entries(more)) await cp(join(folder, from), workshop.path(to), { recursive: true });
    // Offline: the package has no dependency, and no consumer should learn otherwise from a registry.
    await run("npm", ["install", "--offline", "--no-save", "--no-package-lock", ...QUIET, tarball], { cwd: workshop.path() });
    return workshop;
  }

  /** The path of a consumer. */
  path(...names) {
    return join(this.#scratch, "consumers", ...names);
  }

  /** The path of a file of the installed package. */
  packaged(...names) {
    return this.path("node_modules/iyzico-reversals", ...names);
  }

  /** The path of a tool's file. */
  tool(name) {
    return join(this.#scratch, "node_modules", name);
  }

  /** Node 22, for tools that don't run on Node 20. */
  get node22() {
    return this.tool("node22/bin/node");
  }

  /** Runs a program in a consumer's folder and gives its output. */
  run(command, args, folder, env) {
    return run(command, args, { cwd: this.path(folder), env: { ...this.env, ...env } });
  }

  /** Once per lock file. */
  async #installTools(folder) {
    const lock = await readFile(join(folder, "package-lock.json"), "utf8");
    const stamp = this.tool(".lock-stamp");
    if ((await readFile(stamp, "utf8").catch(() => "")) === lock) return;
    for (const name of ["package.json", "package-lock.json"]) await cp(join(folder, name), join(this.#scratch, name));
    await run("npm", ["ci", ...QUIET], { cwd: this.#scratch, seconds: 900 });
    await writeFile(stamp, lock);
  }
}
