// Vitest 4 and 5: its environments, and Cloudflare's pool, which runs tests in workerd.

import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { Workshop } from "../../support/workshop.mjs";
import { checkShop, resultIn } from "../checks.mjs";

export const steps = {
  vitest4: ({ workshop, check }) => everyEnvironment(workshop, workshop.node22, check),

  // Tests import Vitest from a folder above them, which has Vitest 4 for the pool. So Vitest 5 gets its own folder.
  vitest5: async ({ workshop, check }) => {
    const apart = await Workshop.open({
      tarball: resolve(process.env.IYZICO_TARBALL),
      folder: fileURLToPath(new URL("../vitest5", import.meta.url)),
      name: "tools-vitest5",
      more: { "../consumers/vitest": "vitest", "../consumers/shop.js": "shop.js" },
    });
    await everyEnvironment(apart, workshop.node22, check);
  },

  "vitest-workers": async ({ workshop, check }) => {
    await checkShop(check, "workerd", async (task) => {
      await writeFile(workshop.path("vitest-workers/task.json"), JSON.stringify(task));
      return resultIn(await vitest(workshop, workshop.node22, "vitest-workers", [], {}));
    });
  },
};

async function everyEnvironment(workshop, node, check) {
  for (const environment of ["node", "jsdom", "happy-dom"]) {
    await checkShop(check, environment, async (task) => {
      const result = workshop.path(`vitest/result.${environment}.json`);
      await vitest(workshop, node, "vitest", ["--environment", environment], { TASK: JSON.stringify(task), RESULT: result });
      return JSON.parse(await readFile(result, "utf8"));
    });
  }
}

// jsdom, the pool and Vitest 5 need Node 22.
function vitest(workshop, node, folder, args, env) {
  return workshop.run(node, [workshop.tool("vitest/vitest.mjs"), "run", ...args], folder, env);
}
