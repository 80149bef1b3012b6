// Bun, whose engine is JavaScriptCore: the only one here that is not V8.

import { resultIn, run } from "../support/program.mjs";
import { installed } from "../support/project.mjs";

export const steps = {
  "bun-import": (project) => bun(project, "import.js"),
  "bun-require": (project) => bun(project, "require.cjs"),
};

async function bun(project, entry) {
  return resultIn(await run(installed(".bin/bun"), ["run", "--no-install", entry], { cwd: project.path() }));
}
