// wrangler: the Worker deployed (dry run), and in its development server.

import { ok } from "node:assert/strict";

import { checkModule } from "../../support/bundle.mjs";
import { withProgram } from "../../support/server.mjs";
import { checkTask } from "../../support/task.mjs";

export const steps = {
  "wrangler-deploy": async ({ workshop, check }) => {
    const out = workshop.path("out/wrangler");
    const printed = await workshop.run(node(workshop), [cli(workshop), "deploy", "--dry-run", "--outdir", out], "wrangler");
    await check("the Worker is bundled", () => {
      const size = printed.match(/Total Upload: (.*)/);
      ok(size, printed);
      return size[1];
    });
    await checkModule(check, workshop, out);
  },

  "wrangler-dev": async ({ workshop, check }) => {
    const args = (host, port) => [cli(workshop), "dev", "--ip", host, "--port", port, "--inspector-port", "0"];
    await withProgram(node(workshop), args, { cwd: workshop.path("wrangler"), env: workshop.env }, (url) =>
      checkTask(check, "the Worker", async (task) => {
        const response = await fetch(url, { method: "POST", body: JSON.stringify(task), signal: AbortSignal.timeout(30_000) });
        return response.json();
      }),
    );
  },
};

// wrangler needs Node 22 or newer.
function node(workshop) {
  return workshop.tool("node22/bin/node");
}

function cli(workshop) {
  return workshop.tool("wrangler/bin/wrangler.js");
}
