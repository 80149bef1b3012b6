// Nitro, which also builds the servers of Nuxt: on Node, Cloudflare and Vercel's edge.

import { rejects } from "node:assert/strict";

import { withProgram } from "../../packaging/server.mjs";
import { newTask } from "../../packaging/task.mjs";
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

  // Where wasm may not be compiled from bytes, Nitro must know it.
  "nitro-cloudflare": async ({ workshop, check }) => {
    await build(workshop, "cloudflare-module", WITH_WASM);
    const cli = workshop.tool("wrangler/bin/wrangler.js");
    const given = ["--compatibility-date", "2026-08-01", "--assets", ".output/public"];
    const args = (host, port) => [cli, "dev", ".output/server/index.mjs", ...given, "--ip", host, "--port", port, "--inspector-port", "0"];
    const options = { cwd: workshop.path("nitro"), env: workshop.env };
    await withProgram(workshop.node22, args, options, (url) => checkShop(check, "with experimental.wasm", server(url)));
  },

  "nitro-vercel": async ({ workshop, check }) => {
    const file = ".vercel/output/functions/__fallback.func/index.mjs";
    for (const [name, env] of Object.entries({ "without settings": {}, "with experimental.wasm": WITH_WASM })) {
      await build(workshop, "vercel-edge", env);
      await checkShop(check, name, program(workshop, process.execPath, ["edge.mjs", file], "nitro"));
      if (env === WITH_WASM) continue;
      const forbidden = workshop.run(process.execPath, ["edge.mjs", file, JSON.stringify(newTask())], "nitro", { NO_BYTES: "1" });
      await check("a host that compiles nothing from bytes says what to set", () => rejects(forbidden, /experimental\.wasm/));
    }
  },
};

const WITH_WASM = { WITH_WASM: "1" };

function build(workshop, preset, env) {
  return workshop.run(process.execPath, [workshop.tool("nitropack/dist/cli/index.mjs"), "build", "--preset", preset], "nitro", env);
}
