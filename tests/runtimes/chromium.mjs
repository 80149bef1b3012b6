// Chromium, headless: the package unbundled over HTTP under a strict policy, and bundled by esbuild.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { build } from "esbuild";
import { chromium } from "playwright-core";

export const steps = {
  chromium: async (project) => {
    const html = await readFile(project.path("unbundled.html"), "utf8");
    const importMap = html.match(/<script type="importmap">([^]*?)<\/script>/)[1];
    const hash = createHash("sha256").update(importMap).digest("base64");
    // The least a page must allow: its own scripts, this import map, and wasm.
    return inChromium(project, "unbundled.html", `script-src 'self' 'sha256-${hash}' 'wasm-unsafe-eval'`);
  },
  "chromium-bundle": async (project) => {
    await build({
      entryPoints: [project.path("global.js")],
      outfile: project.path("out/browser.js"),
      bundle: true,
      minify: true,
      platform: "browser",
      logLevel: "error",
    });
    return inChromium(project, "bundled.html", "script-src 'self' 'wasm-unsafe-eval'");
  },
};

async function inChromium(project, name, policy) {
  const server = createServer(serve(project, policy));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await chromium.launch({ executablePath: process.env.IYZICO_CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    const printed = [];
    page.on("console", (message) => printed.push(message.text()));
    page.on("pageerror", (error) => printed.push(String(error)));
    await page.goto(`http://127.0.0.1:${server.address().port}/${name}`, { waitUntil: "load" });
    const result = await page.evaluate(() => globalThis.conformanceResult);
    if (!result) throw new Error(`the page left no result:\n${printed.join("\n")}`);
    return result;
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

function serve(project, policy) {
  return async ({ url }, response) => {
    try {
      const file = project.path(normalize(join("/", new URL(url, "http://localhost").pathname)));
      const body = await readFile(file);
      response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "content-security-policy": policy });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  };
}

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };
