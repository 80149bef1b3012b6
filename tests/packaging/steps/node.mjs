// Node by import and by require: the running version, and the two current release lines.

import { checkTask } from "../../support/task.mjs";

export const steps = {
  node: async ({ workshop, check }) => {
    for (const program of [process.execPath, workshop.tool("node22/bin/node"), workshop.tool("node26/bin/node")]) {
      const version = (await workshop.run(program, ["--version"], "node")).trim();
      for (const entry of ["import.js", "require.cjs"]) {
        await checkTask(check, `${version} ${entry}`, async (task) =>
          JSON.parse(await workshop.run(program, [entry, JSON.stringify(task)], "node")),
        );
      }
    }
  },
};
