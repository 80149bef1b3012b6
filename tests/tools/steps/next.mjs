// Next 15: a route in either of its runtimes, and a client component, which is rendered on the server too. The current
// Next is in the packaging tests.

import { deepEqual, equal, match } from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { checkInline, filesIn } from "../../support/bundle.mjs";
import { withProgram } from "../../support/server.mjs";
import { checkTask } from "../../support/task.mjs";
import { server } from "../checks.mjs";

const RUNTIMES = { edge: "edge-runtime", node: undefined };

export const steps = {
  next15: async ({ workshop, browser, check }) => {
    const cli = workshop.tool("next/dist/bin/next");
    await workshop.run(process.execPath, [cli, "build"], "next15/next");
    await checkInline(check, workshop, workshop.path("next15/next/.next/static"));
    await check("the edge route has the wasm as a module, and not inside it", () => checkEdge(workshop));
    const args = (host, port) => [cli, "start", "--hostname", host, "--port", port];
    await withProgram(process.execPath, args, { cwd: workshop.path("next15/next"), env: workshop.env }, async (url) => {
      for (const [name, expected] of Object.entries(RUNTIMES)) {
        let runtime;
        await checkTask(check, `the ${name} route`, async (task) => {
          const done = await server(url + name)(task);
          ({ runtime } = done);
          return done;
        });
        await check(`the ${name} route ran where it should`, () => equal(runtime, expected));
      }
      await check("the client component was rendered on the server", async () => {
        match(await (await fetch(url)).text(), /<output>[0-9a-f]{64}<\/output>/);
      });
      if (browser) await browser.checkTask(check, url);
    });
  },
};

/** Next 15 keeps the modules of wasm beside the scripts of both runtimes. */
async function checkEdge(workshop) {
  const folder = workshop.path("next15/next/.next/server");
  const core = await readFile(workshop.packaged("core.wasm"));
  const modules = await Promise.all((await filesIn(folder, ".wasm")).map((file) => readFile(file)));
  deepEqual(modules.map((module) => module.equals(core)), [true]);
  const route = await readFile(`${folder}/app/edge/route.js`, "utf8");
  equal(route.includes(core.toString("hex")), false);
}
