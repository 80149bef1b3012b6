// Runs the output of the preset `vercel-edge` in Vercel's edge runtime: node edge.mjs <file> <task>
//
// Vercel gives a function a few modules of Node, and compiles a wasm that it imports as a module.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { EdgeRuntime } from "edge-runtime";
import { build } from "esbuild";

const [, , file, task] = process.argv;
const require = createRequire(import.meta.url);
const NODE = ["async_hooks", "assert", "buffer", "events", "util"];
const given = { node: Object.fromEntries(NODE.map((name) => [`node:${name}`, require(`node:${name}`)])), wasm: {} };

const vercel = {
  name: "vercel",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: "node" }));
    onLoad({ filter: /.*/, namespace: "node" }, ({ path }) => ({ contents: `module.exports = given.node[${JSON.stringify(path)}];` }));
    onResolve({ filter: /\.wasm(\?module)?$/ }, ({ path, importer }) => ({ path: resolve(dirname(importer), path.replace("?module", "")), namespace: "wasm" }));
    onLoad({ filter: /.*/, namespace: "wasm" }, async ({ path }) => {
      given.wasm[path] = new WebAssembly.Module(await readFile(path));
      return { contents: `export default given.wasm[${JSON.stringify(path)}];` };
    });
  },
};

const { outputFiles } = await build({ entryPoints: [resolve(file)], bundle: true, write: false, format: "iife", globalName: "built", plugins: [vercel], logLevel: "error" });
const runtime = new EdgeRuntime({
  initialCode: `${outputFiles[0].text}; globalThis.handler = built.default;`,
  // Nitro itself compiles wasm from bytes there, whatever imports it.
  codeGeneration: { strings: false, wasm: !process.env.NO_BYTES },
  extend: (context) => Object.assign(context, { given }),
});
const call = `handler(new Request("https://refunds.example/", { method: "POST", headers: { "content-type": "application/json" }, body: ${JSON.stringify(task)} }), {}).then((answer) => answer.text())`;
console.log(`RESULT ${await runtime.evaluate(call)}`);
