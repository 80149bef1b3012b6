// The slim entry in Node: the host compiles the wasm itself and hands the module over.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as pkg from "iyzico-reversals/slim";
import { conformance } from "./conformance/suite.js";
import { fixtures, simulator, vectors } from "./given.js";

const wasm = readFileSync(fileURLToPath(import.meta.resolve("iyzico-reversals/core.wasm")));
pkg.instantiate(new WebAssembly.Module(wasm));

const testing = await import("iyzico-reversals/testing");
const environment = { name: "slim" };
console.log(`CONFORMANCE ${JSON.stringify(await conformance(pkg, testing, { vectors, fixtures, simulator, environment }))}`);
