// The slim entry by require: the host compiles the core.

const { readFileSync } = require("node:fs");
const { Iyzico, instantiate } = require("iyzico-reversals/slim");
const { exchange } = require("iyzico-reversals/fetch");
const { sign } = require("iyzico-reversals/testing");

const { shop } = require("../shop.cjs");

instantiate(new WebAssembly.Module(readFileSync(require.resolve("iyzico-reversals/core.wasm"))));
shop({ Iyzico, exchange, sign }, JSON.parse(process.argv[2])).then((done) => console.log(`RESULT ${JSON.stringify(done)}`));
