// Checks the tarball with publint and "Are the types wrong?", and its types with TypeScript.

import { run } from "../support/program.mjs";
import { installed } from "../support/project.mjs";

export const steps = {
  publint: (project) => asOne("publint", () => run(installed(".bin/publint"), [project.tarball, "--strict"])),
  attw: (project) => asOne("attw", () => run(installed(".bin/attw"), [project.tarball, "--profile", "node16"])),
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
