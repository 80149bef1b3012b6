// How much hostile values grow the wasm's memory, in Node.

import { resultIn, run } from "../support/program.mjs";
import { installed } from "../support/project.mjs";

export const steps = {
  memory: async (project) => resultIn(await run(installed("node24/bin/node"), ["memory.js"], { cwd: project.path() })),
};
