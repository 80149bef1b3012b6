// A project outside this repository that has installed the packed package, with a folder for each runtime.

import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { run } from "../support/program.mjs";

const INSIDE = fileURLToPath(new URL("inside", import.meta.url));
const BUILT = fileURLToPath(new URL("../../pkg", import.meta.url));

export class Consumer {
  #directory;

  /** Of a tarball, or of what was built last. */
  static async create(tarball = BUILT) {
    const consumer = new Consumer();
    consumer.#directory = await mkdtemp(join(tmpdir(), "iyzico-reversals-fetch-"));
    await writeFile(consumer.path("package.json"), '{ "name": "consumer", "private": true, "type": "module" }\n');
    // Offline: the package has no dependency, and no test should learn otherwise from a registry.
    await run("npm", ["install", "--offline", "--install-links", "--no-audit", "--no-fund", tarball], { cwd: consumer.path() });
    await cp(INSIDE, consumer.path("inside"), { recursive: true });
    return consumer;
  }

  path(...names) {
    return join(this.#directory, ...names);
  }

  /** A folder with the programs, and with the probes that they are to run. */
  async folder(name, probes) {
    await cp(INSIDE, this.path(name), { recursive: true });
    await writeFile(this.path(name, "probes.js"), `export default ${JSON.stringify(probes)};\n`);
    return this.path(name);
  }

  /** The package itself, as Node imports it. */
  package() {
    return import(pathToFileURL(this.path("inside/requests.js")));
  }

  remove() {
    return rm(this.#directory, { recursive: true });
  }
}
