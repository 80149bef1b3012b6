// Node by import and by require, and engines that lack newer features.

import { deepEqual } from "node:assert/strict";

import { checkShop, program, resultIn } from "../checks.mjs";

export const steps = {
  node: async ({ workshop, check }) => {
    for (const node of [process.execPath, workshop.node22]) {
      const version = (await workshop.run(node, ["--version"], "node")).trim();
      for (const entry of ["import.js", "require.cjs", "slim.cjs"]) {
        await checkShop(check, `${version} ${entry}`, program(workshop, node, [entry], "node"));
      }
    }
  },

  // Older versions of Node, and tools with their own loader, can't require an ES module.
  "node-commonjs": async ({ workshop, check }) => {
    const args = ["--no-experimental-require-module"];
    for (const entry of ["require.cjs", "slim.cjs"]) {
      await checkShop(check, `without require(esm), ${entry}`, program(workshop, workshop.node22, [...args, entry], "node"));
    }
  },

  "old-engine": async ({ workshop, check }) => {
    for (const lacking of ["old-engine", "no-text-codecs"]) {
      const args = ["--require", `./${lacking}.cjs`];
      for (const entry of ["import.js", "require.cjs"]) {
        await checkShop(check, `${lacking}, ${entry}`, program(workshop, process.execPath, [...args, entry], "node"));
      }
      await check(`${lacking}: a lone surrogate is found`, async () => {
        const printed = await workshop.run(process.execPath, [...args, "lone-surrogates.js"], "node");
        deepEqual(resultIn(printed), { issue: "lone_surrogate", reason: "not-json", raw: 1 });
      });
    }
  },
};
