// Node, the oldest supported version and the current LTS: import, require, bundled and slim.

import { build } from "esbuild";

import { resultIn, run } from "../support/program.mjs";
import { installed } from "../support/project.mjs";

const NODE20 = installed("node20/bin/node");
const NODE24 = installed("node24/bin/node");

export const steps = {
  "node20-import": (project) => node(NODE20, project.path("import.js")),
  "node20-require": (project) => node(NODE20, project.path("require.cjs")),
  "node24-import": (project) => node(NODE24, project.path("import.js")),
  "node24-require": (project) => node(NODE24, project.path("require.cjs")),
  "node-slim": (project) => node(NODE20, project.path("slim.js")),
  "node-bundle": async (project) => {
    const outfile = project.path("out/node.mjs");
    await build({ entryPoints: [project.path("import.js")], outfile, bundle: true, minify: true, platform: "node", format: "esm", logLevel: "error" });
    return node(NODE20, outfile);
  },
};

async function node(program, entry) {
  return resultIn(await run(program, [entry]));
}
