// A project outside this repository that has installed the packed package, as a user would.

import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { createSandbox } from "../../www-example/sandbox/index.mjs";
import { run } from "./program.mjs";

const TESTS = fileURLToPath(new URL("..", import.meta.url));

export class Project {
  #directory;
  // Every runtime refunds payments of this simulator.
  #sandbox = createSandbox();

  constructor(directory, tarball) {
    this.#directory = directory;
    this.tarball = tarball;
  }

  static async create(tarball) {
    const directory = await mkdtemp(join(tmpdir(), "iyzico-reversals-"));
    const project = new Project(directory, tarball ?? (await pack(directory)));
    await writeFile(project.path("package.json"), '{ "name": "consumer", "private": true, "type": "module" }\n');
    // Offline: the package has no dependency, and no test should learn otherwise from a registry.
    await run("npm", ["install", "--offline", "--no-audit", "--no-fund", project.tarball], { cwd: directory });
    await cp(join(TESTS, "conformance"), project.path("conformance"), { recursive: true });
    await cp(join(TESTS, "types"), project.path("types"), { recursive: true });
    await cp(join(TESTS, "runtimes/entry"), directory, { recursive: true });
    await writeFile(project.path("given.js"), `${await vectorsModule()}${await project.#simulatorModule()}`);
    await mkdir(project.path("out"));
    return project;
  }

  path(...names) {
    return join(this.#directory, ...names);
  }

  async remove() {
    await this.#sandbox.close();
    await rm(this.#directory, { recursive: true });
  }

  async #simulatorModule() {
    const { url } = await this.#sandbox.listen();
    const [merchant] = this.#sandbox.merchants;
    const [user] = this.#sandbox.terminalUsers;
    return `export const simulator = ${JSON.stringify({ url, merchant, user })};\n`;
  }
}

/** A program of a package in devDependencies. */
export function installed(name) {
  return join(TESTS, "node_modules", name);
}

async function pack(directory) {
  const built = join(TESTS, "../pkg");
  const stdout = await run("npm", ["pack", built, "--json", "--pack-destination", directory]).catch((error) => {
    throw new Error(`the package cannot be packed; has \`cargo xtask build\` made pkg/?\n${error.message}`);
  });
  return join(directory, JSON.parse(stdout)[0].filename);
}

/** Every file of `vectors/` as a module, because not every runtime reads files: `vectors.errorCodes` is error-codes.json. */
async function vectorsModule() {
  const directory = join(TESTS, "vectors");
  const read = (name) => readFile(join(directory, name), "utf8");
  const isVectors = (name) => name.endsWith(".json") && name !== "gmu.openapi.json";
  const names = (await readdir(directory)).filter(isVectors).sort();
  const members = names.map(async (name) => {
    if (name === "vectors.json") return `...${await read(name)}`;
    const key = name.slice(0, -".json".length).replace(/-(.)/g, (_, letter) => letter.toUpperCase());
    return `${key}: ${await read(name)}`;
  });
  const fixtures = {};
  for (const name of await readdir(join(directory, "fixtures"))) {
    if (name.endsWith(".json")) fixtures[name] = await readFile(join(directory, "fixtures", name), "utf8");
  }
  return `export const vectors = { ${(await Promise.all(members)).join(", ")} };\nexport const fixtures = ${JSON.stringify(fixtures)};\n`;
}
