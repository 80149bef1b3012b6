// Checks a bundler's output folder.

import { deepEqual, equal, ok } from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

export async function filesIn(folder, ending) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(ending));
  return files.map(({ parentPath, path, name }) => join(parentPath ?? path, name)).sort();
}

/** For hosts that compile wasm from bytes: the scripts hold it once, as hex, and there is no wasm file. */
export async function checkInline(check, workshop, folder) {
  await check("the bundle holds the wasm once", async () => {
    const { core, scripts, modules } = await built(workshop, folder);
    const holding = scripts.filter((script) => script.includes(core.toString("hex")));
    deepEqual(holding.map((script) => script.split(core.toString("hex")).length - 1), [1]);
    deepEqual(modules, []);
    return `in a script of ${holding[0].length} characters`;
  });
}

/** For hosts that don't compile wasm from bytes. */
export async function checkModule(check, workshop, folder) {
  await check("the wasm is a module beside the scripts, and not inside them", async () => {
    const { core, scripts, modules } = await built(workshop, folder);
    ok(modules.length === 1 && modules[0].equals(core), `${modules.length} files of wasm`);
    equal(scripts.some((script) => script.includes(core.toString("hex"))), false);
  });
}

async function built(workshop, folder) {
  const read = async (ending) => Promise.all((await filesIn(folder, ending)).map((file) => readFile(file)));
  const scripts = (await read(".js")).map(String);
  ok(scripts.length, `no script in ${folder}`);
  return { core: await readFile(workshop.packaged("core.wasm")), scripts, modules: await read(".wasm") };
}
