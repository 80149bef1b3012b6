const { writeFileSync } = require("node:fs");
const { Iyzico } = require("iyzico-reversals");
const { exchange } = require("iyzico-reversals/fetch");
const { sign } = require("iyzico-reversals/testing");

const { shop } = require("../shop.cjs");

test("a refund", async () => {
  const done = await shop({ Iyzico, exchange, sign }, JSON.parse(process.env.TASK));
  writeFileSync(process.env.RESULT, JSON.stringify(done));
});
