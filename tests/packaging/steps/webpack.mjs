// webpack, with no configuration but its entry.

import { cp } from "node:fs/promises";

import { checkInline } from "../../support/bundle.mjs";
import { withFolder } from "../../support/server.mjs";

export const steps = {
  webpack: async ({ workshop, browser, check }) => {
    const out = workshop.path("out/webpack");
    const cli = workshop.tool("webpack-cli/bin/cli.js");
    await workshop.run(process.execPath, [cli, "build", "--mode", "production", "--entry", "./main.js", "--output-path", out], "page");
    await checkInline(check, workshop, out);
    await cp(workshop.path("page/index.html"), `${out}/index.html`);
    await withFolder(out, undefined, (url) => browser.checkTask(check, url));
  },
};
