// Jest 29 and 30: CommonJS, ESM syntax by Babel, TypeScript, and its browser environment.

import { readFile } from "node:fs/promises";

import { checkShop } from "../checks.mjs";

export const steps = {
  jest29: (given) => everyProject("29", given),
  jest30: (given) => everyProject("30", given),
};

async function everyProject(version, { workshop, check }) {
  const environments = { node: [], jsdom: ["--env", workshop.tool(`jest-environment-jsdom${version}`)] };
  for (const project of ["jest", "jest-babel", "jest-ts"]) {
    for (const [environment, args] of Object.entries(environments)) {
      await checkShop(check, `${project} in ${environment}`, (task) => jest(workshop, version, project, args, task));
    }
  }
}

async function jest(workshop, version, project, args, task) {
  const result = workshop.path(`${project}/result.${version}.json`);
  const cache = ["--cacheDirectory", workshop.path("jest-cache")];
  const cli = workshop.tool(`jest${version}/bin/jest.js`);
  await workshop.run(process.execPath, [cli, "--ci", "--watchman=false", ...cache, ...args], project, { TASK: JSON.stringify(task), RESULT: result });
  return JSON.parse(await readFile(result, "utf8"));
}
