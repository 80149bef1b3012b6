// Node, Deno and Bun, by `import`.

import * as pkg from "iyzico-reversals";
import * as testing from "iyzico-reversals/testing";
import { conformance } from "./conformance/suite.js";
import { fixtures, simulator, vectors } from "./given.js";

const everything = { depth: 10, showHidden: true, getters: true };
const { inspect } = globalThis.Deno ?? globalThis.Bun ?? (await import("node:util"));

const environment = { name: "import", inspect: (value) => inspect(value, everything) };
// Deno runs without permissions, so without a network.
const given = { vectors, fixtures, simulator: globalThis.Deno ? undefined : simulator, environment };
console.log(`CONFORMANCE ${JSON.stringify(await conformance(pkg, testing, given))}`);
