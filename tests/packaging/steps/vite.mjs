// Vite: a built page in its preview server, and its development server with the package pre-bundled.

import { ok } from "node:assert/strict";

import { checkInline } from "../../support/bundle.mjs";
import { withProgram } from "../../support/server.mjs";

export const steps = {
  "vite-build": async ({ workshop, browser, check }) => {
    await vite(workshop, ["build", "--logLevel", "warn"]);
    await checkInline(check, workshop, workshop.path("page/dist"));
    await withVite(workshop, "preview", (url) => browser.checkTask(check, url));
  },

  "vite-dev": async ({ workshop, browser, check }) => {
    await withVite(workshop, "dev", async (url) => {
      const requests = await browser.checkTask(check, url);
      await check("the package came through the optimiser", () => {
        ok(requests.some((path) => path.endsWith("/.vite/deps/iyzico-reversals.js")), requests.join("\n"));
      });
    });
  },
};

function vite(workshop, args) {
  return workshop.run(process.execPath, [workshop.tool("vite/bin/vite.js"), ...args], "page");
}

function withVite(workshop, command, use) {
  const args = (host, port) => [workshop.tool("vite/bin/vite.js"), command, "--host", host, "--port", port, "--strictPort"];
  return withProgram(process.execPath, args, { cwd: workshop.path("page"), env: workshop.env }, use);
}
