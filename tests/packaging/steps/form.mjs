// A form in a browser that only validates: its bundle must not contain the signing code.

import { deepEqual, equal, ok } from "node:assert/strict";
import { cp, readFile } from "node:fs/promises";
import { build } from "esbuild";

import { withFolder } from "../../support/server.mjs";

export const steps = {
  form: async ({ workshop, browser, check }) => {
    const outdir = workshop.path("out/form");
    await build({ entryPoints: [workshop.path("form/main.js")], outdir, bundle: true, minify: true, format: "esm", logLevel: "error" });
    await check("its script names nothing that signs", async () => {
      const core = await readFile(workshop.packaged("core.wasm"));
      const script = (await readFile(`${outdir}/main.js`, "utf8")).replace(core.toString("hex"), "");
      const names = await signing(core);
      ok(names.length > 1);
      deepEqual([...names, "secretKey"].filter((name) => script.includes(name)), []);
      return `${script.length} bytes of JavaScript beside the wasm`;
    });
    await cp(workshop.path("form/index.html"), `${outdir}/index.html`);
    await withFolder(outdir, undefined, (url) =>
      browser.visit(url, async ({ page, problems }) => {
        await check("it shows what is wrong with a price", async () => equal(await resultFor(page, "5,00"), "amount_format"));
        await check("it takes a good price", async () => equal(await resultFor(page, "5.00"), "ok"));
        await check("the page prints no error", () => deepEqual(problems, []));
      }),
    );
  },
};

/** The exports of the core that need a merchant's keys. */
async function signing(core) {
  const exported = WebAssembly.Module.exports(await WebAssembly.compile(core));
  return exported.map(({ name }) => name).filter((name) => /^(merchant|terminal|login)_/.test(name));
}

async function resultFor(page, price) {
  await page.fill("[name=price]", price);
  await page.click("button");
  return page.textContent("[name=result]");
}
