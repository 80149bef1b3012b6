// Loads the packed package in the tools that merchants use: node tools.mjs [--quick | --slow] [name …]
//
// IYZICO_TARBALL names the tarball. With IYZICO_CHROMIUM the pages run in that browser as well. Quick steps
// take seconds and need neither a server nor a browser.

import { fileURLToPath } from "node:url";

import { runSteps } from "../support/run-steps.mjs";
import { steps as bundlers } from "./steps/bundlers.mjs";
import { steps as eslint } from "./steps/eslint.mjs";
import { steps as hono } from "./steps/hono.mjs";
import { steps as jest } from "./steps/jest.mjs";
import { steps as merchant } from "./steps/merchant.mjs";
import { steps as next } from "./steps/next.mjs";
import { steps as nitro } from "./steps/nitro.mjs";
import { steps as node } from "./steps/node.mjs";
import { steps as pages } from "./steps/pages.mjs";
import { steps as typescript } from "./steps/typescript.mjs";
import { steps as vitest } from "./steps/vitest.mjs";

// The longest first.
const SLOW = { ...next, ...nitro, ...jest, ...vitest, ...hono, ...pages };
const QUICK = { ...typescript, ...bundlers, ...merchant, ...eslint, ...node };
const PARTS = { "--quick": QUICK, "--slow": SLOW };

const [first, ...others] = process.argv.slice(2);
const wanted = first in PARTS ? others : process.argv.slice(2);
const steps = PARTS[first] ?? { ...SLOW, ...QUICK };
const where = {
  folder: fileURLToPath(new URL(".", import.meta.url)),
  name: "tools",
  more: {
    // The same application as in the packaging tests, which build it with the current Next.
    "../packaging/consumers/next": "next15/next",
    "../packaging/consumers/shop.js": "next15/shop.js",
    "consumers/typescript/shop.ts": "jest-ts/shop.ts",
  },
};
await runSteps({ steps, wanted, where, inBrowser: Boolean(process.env.IYZICO_CHROMIUM) && steps !== QUICK });
