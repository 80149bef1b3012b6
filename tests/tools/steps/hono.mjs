// Hono on Cloudflare: deployed (dry run), and in wrangler's development server.

import { checkModule } from "../../support/bundle.mjs";
import { withProgram } from "../../support/server.mjs";
import { checkShop, server } from "../checks.mjs";

export const steps = {
  hono: async ({ workshop, check }) => {
    const cli = workshop.tool("wrangler/bin/wrangler.js");
    const options = { cwd: workshop.path("hono"), env: workshop.env };
    const out = workshop.path("hono/out");
    await workshop.run(workshop.node22, [cli, "deploy", "--dry-run", "--outdir", out], "hono");
    await checkModule(check, workshop, out);
    const args = (host, port) => [cli, "dev", "--ip", host, "--port", port, "--inspector-port", "0"];
    await withProgram(workshop.node22, args, options, (url) => checkShop(check, "the Worker", server(url)));
  },
};
