// Nitro, which also builds the servers of Nuxt: on Node, Cloudflare and Vercel's edge.

import { match, rejects } from "node:assert/strict";
import { cp } from "node:fs/promises";

import { withProgram } from "../../support/server.mjs";
import { newTask } from "../../support/task.mjs";
import { checkShop, program, server } from "../checks.mjs";

// Nitro knows `.wasm` only with this switch of its own.
const WITHOUT = { name: "without settings", env: {} };
const WITH = { name: "with experimental.wasm", env: { WITH_WASM: "1" } };

export const steps = {
  "nitro-node": async (given) => {
    for (const { name, env } of [WITHOUT, WITH]) {
      const { options } = await built(given, "node-server", env);
      // The server takes its address from the environment.
      const args = (host, port) => [`HOST=${host}`, `PORT=${port}`, process.execPath, ".output/server/index.mjs"];
      await withProgram("env", args, options, (url) => checkShop(given.check, `${name}, the server`, server(url)));
    }
  },

  // Workers don't compile wasm from bytes, so Nitro must bundle it as a module.
  "nitro-cloudflare": async (given) => {
    const { workshop, check } = given;
    const serving = async ({ env }, use) => {
      const { options } = await built(given, "cloudflare-module", env);
      const setup = ["--compatibility-date", "2026-08-01", "--assets", ".output/public", "--inspector-port", "0"];
      const args = (host, port) => [workshop.tool("wrangler/bin/wrangler.js"), "dev", ".output/server/index.mjs", ...setup, "--ip", host, "--port", port];
      await withProgram(workshop.node22, args, options, use);
    };
    await serving(WITH, (url) => checkShop(check, WITH.name, server(url)));
    await serving(WITHOUT, (url) =>
      check(`${WITHOUT.name} it builds, and loading it says what to set`, async () => {
        const response = await fetch(`${url}load`, { signal: AbortSignal.timeout(60_000) });
        match(await response.text(), /experimental\.wasm/);
      }),
    );
  },

  "nitro-vercel": async (given) => {
    const { workshop, check } = given;
    const args = ["edge.mjs", ".vercel/output/functions/__fallback.func/index.mjs"];
    for (const { name, env } of [WITH, WITHOUT]) {
      const { folder } = await built(given, "vercel-edge", env);
      await checkShop(check, name, program(workshop, process.execPath, args, folder));
      if (env === WITH.env) continue;
      await check("a host that compiles nothing from bytes says what to set", () =>
        rejects(workshop.run(process.execPath, [...args, JSON.stringify(newTask())], folder, { NO_BYTES: "1" }), /experimental\.wasm/),
      );
    }
  },
};

/** Builds in a folder per preset, because steps run at the same time. */
async function built({ workshop }, preset, env) {
  const folder = `nitro-${preset}`;
  const cli = workshop.tool("nitropack/dist/cli/index.mjs");
  await cp(workshop.path("nitro"), workshop.path(folder), { recursive: true });
  await workshop.run(process.execPath, [cli, "build", "--preset", preset], folder, env);
  return { folder, options: { cwd: workshop.path(folder), env: workshop.env } };
}
