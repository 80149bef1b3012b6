// What publint and "Are the types wrong?" say of the tarball, and what TypeScript makes of its types.

import { run } from "./program.mjs";
import { installed } from "./project.mjs";

export const steps = {
  publint: (project) => asOne("publint", () => run(installed(".bin/publint"), [project.tarball, "--strict"])),
  // The wasm is an ES module for those who import it; CommonJS only asks where it is.
  attw: (project) => asOne("attw", () => run(installed(".bin/attw"), [project.tarball, "--profile", "node16", "--exclude-entrypoints", "./core.wasm"])),
  "types-bundler": (project) => types(project, "bundler"),
  "types-nodenext": (project) => types(project, "nodenext"),
};

function types(project, resolution) {
  const args = ["--project", project.path(`types/tsconfig.${resolution}.json`), "--pretty", "false"];
  return asOne(`tsc, ${resolution}`, () => run(installed(".bin/tsc"), args));
}

async function asOne(name, check) {
  try {
    await check();
    return { passed: 1, failed: 0, failures: [] };
  } catch (error) {
    return { passed: 0, failed: 1, failures: [{ name, error: error.message }] };
  }
}
