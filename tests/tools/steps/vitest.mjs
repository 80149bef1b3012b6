// Vitest: its environments, and Cloudflare's pool, which runs tests in workerd.

import { readFile, writeFile } from "node:fs/promises";

import { checkShop, resultIn } from "../checks.mjs";

export const steps = {
  vitest: async ({ workshop, check }) => {
    for (const environment of ["node", "jsdom", "happy-dom"]) {
      await checkShop(check, environment, async (task) => {
        const result = workshop.path(`vitest/result.${environment}.json`);
        await vitest(workshop, "vitest", ["--environment", environment], { TASK: JSON.stringify(task), RESULT: result });
        return JSON.parse(await readFile(result, "utf8"));
      });
    }
  },

  "vitest-workers": async ({ workshop, check }) => {
    await checkShop(check, "workerd", async (task) => {
      await writeFile(workshop.path("vitest-workers/task.json"), JSON.stringify(task));
      return resultIn(await vitest(workshop, "vitest-workers", [], {}));
    });
  },
};

// jsdom and the pool ask for Node 22.
function vitest(workshop, folder, args, env) {
  return workshop.run(workshop.node22, [workshop.tool("vitest/vitest.mjs"), "run", ...args], folder, env);
}
