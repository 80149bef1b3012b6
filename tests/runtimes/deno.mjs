// Deno without permissions: it may read only what it imports.

import { resultIn, run } from "../support/program.mjs";
import { installed } from "../support/project.mjs";

export const steps = {
  async deno(project) {
    const args = ["run", "--no-prompt", "--no-remote", "--node-modules-dir=manual", "import.js"];
    const env = { DENO_DIR: project.path("out/deno"), DENO_NO_UPDATE_CHECK: "1" };
    return resultIn(await run(installed("deno/deno"), args, { cwd: project.path(), env }));
  },
};
