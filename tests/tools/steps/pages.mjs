// Bundlers for pages and for server-side rendering.

import { cp } from "node:fs/promises";

import { checkInline, filesIn } from "../../support/bundle.mjs";
import { withFolder } from "../../support/server.mjs";
import { checkShop, program } from "../checks.mjs";

export const steps = {
  vite: async ({ workshop, browser, check }) => {
    await tool(workshop, "vite/bin/vite.js", ["build", "--logLevel", "warn"], "page");
    await checkPage(check, workshop, browser, workshop.path("page/dist"));
  },

  // With dependencies as imports, and bundled, as frameworks for the edge do.
  "vite-ssr": async ({ workshop, check }) => {
    for (const [out, env] of Object.entries({ external: {}, bundled: { BUNDLED: "1" } })) {
      await tool(workshop, "vite/bin/vite.js", ["build", "--ssr", "handler.js", "--outDir", out, "--logLevel", "warn"], "ssr", env);
      const file = workshop.path("ssr", out, "handler.js");
      await checkShop(check, out, program(workshop, process.execPath, ["../lambda/invoke.mjs", file], "ssr"));
    }
  },

  webpack: async ({ workshop, browser, check }) => {
    const webpack = (target, out) =>
      tool(workshop, "webpack-cli/bin/cli.js", ["build", "--mode", "production", "--entry", "./main.js", "--target", target, "--output-path", out], "page");
    const out = workshop.path("page/webpack");
    await webpack("web", out);
    await cp(workshop.path("page/built.html"), `${out}/index.html`);
    await checkPage(check, workshop, browser, out);
    await webpack("node", workshop.path("page/webpack-node"));
    await checkShop(check, "target node", run(workshop, workshop.path("page/webpack-node/main.js")));
  },

  parcel: async ({ workshop, browser, check }) => {
    const out = workshop.path("page/parcel");
    await tool(workshop, "parcel/lib/bin.js", ["build", "index.html", "--no-cache", "--no-source-maps", "--dist-dir", out], "page");
    await checkPage(check, workshop, browser, out);
  },
};

function tool(workshop, cli, args, folder, env) {
  return workshop.run(workshop.node22, [workshop.tool(cli), ...args], folder, env);
}

async function checkPage(check, workshop, browser, folder) {
  await checkInline(check, workshop, folder);
  const [script] = await filesIn(folder, ".js");
  await checkShop(check, "the script", run(workshop, script));
  if (browser) await withFolder(folder, undefined, (url) => browser.checkTask(check, url));
}

function run(workshop, script) {
  return program(workshop, process.execPath, ["run.mjs", script], "page");
}
