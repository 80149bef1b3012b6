// Loads the worker's TypeScript into this process, for tests without Cloudflare.

import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const example = new URL("../../../www-example/", import.meta.url);
const { build } = createRequire(example)("esbuild");

/** The exports of a module under www-example/worker/src. */
export async function source(name) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`worker/src/${name}`, example))],
    bundle: true,
    format: "esm",
    platform: "node",
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}
