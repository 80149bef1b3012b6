// Loads the packed package in the tools that merchants use: node tools.mjs [--quick] [name …]
//
// IYZICO_TARBALL names the tarball. With IYZICO_CHROMIUM the pages run in that browser as well. `--quick` leaves out
// the tools that take more than a few seconds.

import { fileURLToPath } from "node:url";

import { runSteps } from "../packaging/run-steps.mjs";
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

const QUICK = { ...typescript, ...bundlers, ...eslint, ...node };
// The longest first.
const ALL = { ...next, ...nitro, ...jest, ...vitest, ...merchant, ...hono, ...pages, ...QUICK };

const isQuick = process.argv.includes("--quick");
const wanted = process.argv.slice(2).filter((name) => name !== "--quick");
const where = {
  folder: fileURLToPath(new URL(".", import.meta.url)),
  name: "tools",
  // The same application as in the packaging tests, which build it with the current Next.
  more: { "../packaging/consumers/next": "next15/next", "../packaging/consumers/shop.js": "next15/shop.js" },
};
await runSteps({ steps: isQuick ? QUICK : ALL, wanted, where, inBrowser: Boolean(process.env.IYZICO_CHROMIUM) && !isQuick });
