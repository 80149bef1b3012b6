// Bundlers for servers: a function's handler in one file.

import { equal } from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

import { checkShop, program } from "../checks.mjs";

export const steps = {
  // With the options of tools that deploy to Lambda.
  esbuild: async ({ workshop, check }) => {
    const { build } = load(workshop, "esbuild");
    for (const entry of ["handler.js", "handler.cjs", "mixed.js"]) {
      for (const [format, ending] of [["esm", "mjs"], ["cjs", "cjs"]]) {
        const outfile = workshop.path("lambda/out", `esbuild.${entry}.${ending}`);
        await check(`${entry} as ${format} builds`, async () => {
          await build({ entryPoints: [workshop.path("lambda", entry)], outfile, format, bundle: true, minify: true, platform: "node", target: "node20", logLevel: "silent" });
        });
        // The mixed handler contains both builds of the package.
        await checkBuilt(check, workshop, `${entry} as ${format}`, outfile, entry === "mixed.js" ? 2 : 1);
      }
    }
  },

  rollup: async ({ workshop, check }) => {
    const { rollup } = load(workshop, "rollup");
    const resolve = load(workshop, "@rollup/plugin-node-resolve").default;
    const commonjs = load(workshop, "@rollup/plugin-commonjs").default;
    const settings = {
      "node-resolve": { entry: "handler.js", plugins: () => [resolve()] },
      "node-resolve and commonjs": { entry: "handler.js", plugins: () => [resolve(), commonjs()] },
      "commonjs sources": { entry: "handler.cjs", plugins: () => [resolve(), commonjs()] },
    };
    for (const [name, { entry, plugins }] of Object.entries(settings)) {
      for (const [format, ending] of [["es", "mjs"], ["cjs", "cjs"]]) {
        const file = workshop.path("lambda/out", `rollup.${name.replaceAll(" ", "-")}.${ending}`);
        await check(`${name} as ${format} builds`, async () => {
          const bundle = await rollup({ input: workshop.path("lambda", entry), plugins: plugins(), onLog: refuseLogs });
          await bundle.write({ file, format, inlineDynamicImports: true });
        });
        await checkBuilt(check, workshop, `${name} as ${format}`, file);
      }
    }
  },
};

/** Loads a module from the tools' node_modules. */
function load(workshop, name) {
  return createRequire(workshop.tool("x.js"))(name);
}

// rollup only warns about unresolved imports.
function refuseLogs(level, { message }) {
  if (level === "warn") throw new Error(message);
}

async function checkBuilt(check, workshop, where, file, copies = 1) {
  await checkShop(check, where, program(workshop, process.execPath, ["invoke.mjs", file], "lambda"));
  await check(`${where} holds no more of the core than it needs`, async () => {
    const core = (await readFile(workshop.packaged("core.wasm"))).toString("hex");
    equal((await readFile(file, "utf8")).split(core).length - 1, copies);
  });
}
