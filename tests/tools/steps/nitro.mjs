// Nitro, which also builds the servers of Nuxt: on Node, Cloudflare and Vercel's edge.

import { withProgram } from "../../packaging/server.mjs";
import { checkShop, program, server } from "../checks.mjs";

export const steps = {
  "nitro-node": async ({ workshop, check }) => {
    await build(workshop, "node-server");
    const file = workshop.path("nitro/.output/server/index.mjs");
    const options = { cwd: workshop.path("nitro"), env: workshop.env };
    // The server takes its address from the environment.
    const args = (host, port) => [`HOST=${host}`, `PORT=${port}`, process.execPath, file];
    await withProgram("env", args, options, (url) => checkShop(check, "the server", server(url)));
  },

  "nitro-cloudflare": async ({ workshop, check }) => {
    for (const [name, env] of Object.entries(SETTINGS)) {
      await build(workshop, "cloudflare-module", env);
      const cli = workshop.tool("wrangler/bin/wrangler.js");
      const given = ["--compatibility-date", "2026-08-01", "--assets", ".output/public"];
      const args = (host, port) => [cli, "dev", ".output/server/index.mjs", ...given, "--ip", host, "--port", port, "--inspector-port", "0"];
      const options = { cwd: workshop.path("nitro"), env: workshop.env };
      await withProgram(workshop.node22, args, options, (url) => checkShop(check, name, server(url)));
    }
  },

  "nitro-vercel": async ({ workshop, check }) => {
    for (const [name, env] of Object.entries(SETTINGS)) {
      await build(workshop, "vercel-edge", env);
      const file = ".vercel/output/functions/__fallback.func/index.mjs";
      await checkShop(check, name, program(workshop, process.execPath, ["edge.mjs", file], "nitro"));
    }
  },
};

const SETTINGS = { "without settings": {}, "with experimental.wasm": { WITH_WASM: "1" } };

function build(workshop, preset, env) {
  return workshop.run(process.execPath, [workshop.tool("nitropack/dist/cli/index.mjs"), "build", "--preset", preset], "nitro", env);
}
