const { Iyzico } = require("iyzico-reversals");
const { exchange } = require("iyzico-reversals/fetch");
const { sign } = require("iyzico-reversals/testing");

const { shop } = require("../shop.cjs");

shop({ Iyzico, exchange, sign }, JSON.parse(process.argv[2])).then((done) => console.log(`RESULT ${JSON.stringify(done)}`));
