const { Iyzico } = require("iyzico-reversals");

const { refund } = require("../shop.js");

console.log(JSON.stringify(refund(Iyzico, JSON.parse(process.argv[2]))));
