// The slim entry, loaded on demand under the strictest working Content-Security-Policy; a stricter one breaks it.

import { deepEqual, equal, match, ok } from "node:assert/strict";
import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

import { withFolder } from "../../support/server.mjs";
import { newTask } from "../../support/task.mjs";

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
const WITHOUT_WASM = POLICY.replace(" 'wasm-unsafe-eval'", "");

export const steps = {
  lazy: async ({ workshop, browser, check }) => {
    const out = await bundle(workshop, "lazy", { splitting: true, loader: { ".wasm": "file" } });
    await withFolder(out, POLICY, async (url) => {
      await check("neither the core nor its glue is loaded with the page", async () => {
        const requests = await browser.visit(url, ({ requests }) => requests);
        const scripts = await Promise.all(requests.filter((path) => path !== "/").map((path) => readFile(join(out, path), "latin1")));
        ok(scripts.length);
        deepEqual(scripts.filter((script) => /wbindgen|\0asm/.test(script)), []);
      });
      const requests = await browser.checkTask(check, url);
      await check("the core was fetched once", () => equal(requests.filter((path) => path.endsWith(".wasm")).length, 1));
    });
    await withFolder(out, WITHOUT_WASM, (url) =>
      check("without 'wasm-unsafe-eval' it can be caught", async () => {
        const caught = await browser.visit(url, ({ page }) =>
          page.evaluate((task) => globalThis.refund(task).catch(({ name, message }) => `${name}: ${message}`), newTask()),
        );
        match(caught, REFUSED);
      }),
    );
  },

  policy: async ({ workshop, browser, check }) => {
    const out = await bundle(workshop, "page", {});
    await withFolder(out, POLICY, (url) => browser.checkTask(check, url));
    await withFolder(out, WITHOUT_WASM, (url) =>
      check("without 'wasm-unsafe-eval' the import fails and says why", async () => {
        const [problems, refund] = await browser.visit(url, async ({ page, problems }) => [problems, await page.evaluate(() => typeof globalThis.refund)]);
        match(problems.join("\n"), REFUSED);
        equal(refund, "undefined");
      }),
    );
  },
};

const REFUSED = /CompileError: .*(unsafe-eval|Content Security Policy)/;

async function bundle(workshop, consumer, options) {
  const outdir = workshop.path("out/esbuild", consumer);
  await build({ entryPoints: [workshop.path(consumer, "main.js")], outdir, bundle: true, minify: true, format: "esm", logLevel: "error", ...options });
  await cp(workshop.path("page/index.html"), `${outdir}/index.html`);
  return outdir;
}
