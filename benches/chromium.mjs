// A page in headless Chromium, at a secure origin, which crypto.subtle requires.

import { readFile } from "node:fs/promises";

import { packages } from "./packages.mjs";

const { build } = packages("esbuild");
const { chromium } = packages("playwright-core");

const ORIGIN = "https://bench.example/";

export async function inChromium(project) {
  const outfile = project.path("out/bench-page.js");
  const entry = project.path("benches/page.mjs");
  await build({ entryPoints: [entry], outfile, bundle: true, platform: "browser", logLevel: "error" });
  const browser = await chromium.launch({ executablePath: process.env.IYZICO_CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    await page.route(`${ORIGIN}**`, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
    await page.goto(ORIGIN);
    await page.addScriptTag({ content: await readFile(outfile, "utf8") });
    return await page.evaluate(() => globalThis.measured);
  } finally {
    await browser.close();
  }
}
