// The machine and the versions behind the numbers.

import { readFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";

import { run } from "../tests/support/program.mjs";
import { installed } from "../tests/support/project.mjs";

export async function circumstances() {
  const used = ["node20", "node24", "deno", "bun", "workerd", "iyzipay", "@noble/hashes", "valibot"];
  const chromium = await run(process.env.IYZICO_CHROMIUM ?? "/usr/bin/chromium", ["--version"]).catch(() => "no Chromium");
  const rustc = await run(process.env.RUSTC ?? "rustc", ["--version"]);
  return [
    `date: ${new Date().toISOString().slice(0, 10)}`,
    `machine: ${cpus()[0].model.trim()}, ${cpus().length} cores, load ${load()}`,
    `with: ${[...(await Promise.all(used.map(nameAndVersion))), chromium.match(/Chromium [\d.]+/)?.[0] ?? "no Chromium", rustc.trim()].join(", ")}`,
  ];
}

/** The load average of the last minute. */
export function load() {
  return loadavg()[0].toFixed(1);
}

async function nameAndVersion(name) {
  const { version } = JSON.parse(await readFile(installed(`${name}/package.json`), "utf8"));
  return `${name} ${version}`;
}
