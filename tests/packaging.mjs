// Installs the packed package in small projects and builds and runs them: node packaging.mjs [name …]
//
// IYZICO_TARBALL names the tarball, IYZICO_CHROMIUM a browser (/usr/bin/chromium).

import { fileURLToPath } from "node:url";

import { runSteps } from "./support/run-steps.mjs";
import { steps as contents } from "./packaging/steps/contents.mjs";
import { steps as examples } from "./packaging/steps/examples.mjs";
import { steps as form } from "./packaging/steps/form.mjs";
import { steps as lazy } from "./packaging/steps/lazy.mjs";
import { steps as next } from "./packaging/steps/next.mjs";
import { steps as node } from "./packaging/steps/node.mjs";
import { steps as vite } from "./packaging/steps/vite.mjs";
import { steps as webpack } from "./packaging/steps/webpack.mjs";
import { steps as wrangler } from "./packaging/steps/wrangler.mjs";

// The longest first.
const steps = { ...next, ...examples, ...wrangler, ...vite, ...webpack, ...node, ...lazy, ...form, ...contents };
const where = { folder: fileURLToPath(new URL("packaging", import.meta.url)), name: "packaging", more: { "../../examples": "examples" } };
await runSteps({ steps, wanted: process.argv.slice(2), where, inBrowser: true });
