// Node, by `require()` of the ES module.

const { inspect } = require("node:util");
const pkg = require("iyzico-reversals");
const testing = require("iyzico-reversals/testing");

(async () => {
  const { conformance } = await import("./conformance/suite.js");
  const { fixtures, simulator, vectors } = await import("./given.js");
  const environment = { name: "require", inspect: (value) => inspect(value, { depth: 10, showHidden: true, getters: true }) };
  console.log(`CONFORMANCE ${JSON.stringify(await conformance(pkg, testing, { vectors, fixtures, simulator, environment }))}`);
})();
