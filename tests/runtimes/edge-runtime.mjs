// Vercel's edge runtime with code generation forbidden, so that wasm cannot be compiled from bytes inside.

import { readFile } from "node:fs/promises";
import { EdgeRuntime } from "edge-runtime";
import { build } from "esbuild";

export const steps = {
  async "edge-runtime"(project) {
    const { outputFiles } = await build({
      entryPoints: [project.path("global.js")],
      bundle: true,
      write: false,
      format: "iife",
      conditions: ["edge-light"],
      plugins: [compiledOutside],
      logLevel: "error",
    });
    // A module of another realm, as on Vercel: `instanceof WebAssembly.Module` is false inside.
    const core = new WebAssembly.Module(await readFile(project.path("node_modules/iyzico-reversals/core.wasm")));
    const runtime = new EdgeRuntime({
      codeGeneration: { strings: false, wasm: false },
      extend: (context) => Object.assign(context, { compiledCore: core }),
    });
    await forbidden(runtime);
    runtime.evaluate(outputFiles[0].text);
    return await runtime.evaluate("conformanceResult");
  },
};

/** Replaces the import of `./core.wasm?module` with a compiled module, as Vercel's builder does. */
const compiledOutside = {
  name: "compiled-outside",
  setup(build) {
    build.onResolve({ filter: /\.wasm\?module$/ }, ({ path }) => ({ path, namespace: "compiled-outside" }));
    build.onLoad({ filter: /.*/, namespace: "compiled-outside" }, () => ({ contents: "export default compiledCore;" }));
  },
};

/** Throws if the sandbox lets wasm be compiled: then the step would prove nothing. */
async function forbidden(runtime) {
  const compiled = runtime.evaluate(`
    try { new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])); true } catch { false }
  `);
  if (compiled) throw new Error("this sandbox lets wasm be compiled");
}
