// A merchant's own tests, which use iyzico-reversals/testing: in Jest with the option `fetch`, in Vitest with MSW.

import { equal } from "node:assert/strict";
import { readFile } from "node:fs/promises";

export const steps = {
  "merchant-jest": async ({ workshop, check }) => {
    for (const version of ["29", "30"]) {
      await checkTests(check, workshop, `Jest ${version}`, "merchant-jest", (report) => {
        const args = ["--ci", "--watchman=false", "--cacheDirectory", workshop.path("jest-cache"), "--json", "--outputFile", report];
        return workshop.run(process.execPath, [workshop.tool(`jest${version}/bin/jest.js`), ...args], "merchant-jest");
      });
    }
  },

  "merchant-vitest": ({ workshop, check }) =>
    checkTests(check, workshop, "Vitest with MSW", "merchant-vitest", (report) =>
      workshop.run(workshop.node22, [workshop.tool("vitest/vitest.mjs"), "run", "--reporter", "json", "--outputFile", report], "merchant-vitest"),
    ),
};

/** Both runners write the same report. */
async function checkTests(check, workshop, runner, folder, run) {
  const report = workshop.path(folder, `report.${runner.replaceAll(" ", "-")}.json`);
  await check(`every test of the merchant's passes in ${runner}`, async () => {
    await run(report);
    const source = await readFile(workshop.path(folder, "refunds.test.js"), "utf8");
    const { numPassedTests } = JSON.parse(await readFile(report, "utf8"));
    equal(numPassedTests, source.match(/^test\(/gm).length);
    return `${numPassedTests} tests`;
  });
}
