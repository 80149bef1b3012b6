// Next: a route in either of its runtimes, and a client component, which is rendered on the server too.

import { equal, match } from "node:assert/strict";

import { checkInline, checkModule } from "../../support/bundle.mjs";
import { withProgram } from "../../support/server.mjs";
import { checkTask } from "../../support/task.mjs";

const RUNTIMES = { edge: "edge-runtime", node: undefined };

export const steps = {
  next: async ({ workshop, browser, check }) => {
    const cli = workshop.tool("next/dist/bin/next");
    await workshop.run(process.execPath, [cli, "build"], "next");
    await checkInline(check, workshop, workshop.path("next/.next/static"));
    await checkModule(check, workshop, workshop.path("next/.next/server/edge"));
    const args = (host, port) => [cli, "start", "--hostname", host, "--port", port];
    await withProgram(process.execPath, args, { cwd: workshop.path("next"), env: workshop.env }, async (url) => {
      for (const [name, expected] of Object.entries(RUNTIMES)) {
        let runtime;
        await checkTask(check, `the ${name} route`, async (task) => {
          const response = await fetch(url + name, { method: "POST", body: JSON.stringify(task), signal: AbortSignal.timeout(30_000) });
          const done = await response.json();
          runtime = done.runtime;
          return done;
        });
        await check(`the ${name} route ran where it should`, () => equal(runtime, expected));
      }
      await check("the client component was rendered on the server", async () => {
        match(await (await fetch(url)).text(), /<output>[0-9a-f]{64}<\/output>/);
      });
      await browser.checkTask(check, url);
    });
  },
};
