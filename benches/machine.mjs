// Where and with what the numbers came to be.

import { readFile } from "node:fs/promises";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";

import { run } from "../tests/runtimes/program.mjs";
import { installed } from "../tests/runtimes/project.mjs";

export async function circumstances(project) {
  const compared = await Promise.all(["iyzipay", "@noble/hashes", "mitata"].map(nameAndVersion));
  const compressed = fileURLToPath(new URL("../xtask/compressed.mjs", import.meta.url));
  const [raw, gzip, brotli] = (await run("node", [compressed, project.path("node_modules/iyzico-reversals/core.wasm")])).trim().split(" ");
  return [
    `date: ${new Date().toISOString().slice(0, 10)}`,
    `node: ${(await run("node", ["--version"])).trim()}`,
    `cpu: ${cpus()[0].model.trim()}, ${cpus().length} cores`,
    `core.wasm: ${raw} bytes raw, ${gzip} gzip, ${brotli} brotli`,
    `with: ${compared.join(", ")}`,
  ];
}

async function nameAndVersion(name) {
  const { version } = JSON.parse(await readFile(installed(`${name}/package.json`), "utf8"));
  return `${name} ${version}`;
}
