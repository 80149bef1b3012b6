const { Iyzico } = require("iyzico-reversals");
const { exchange } = require("iyzico-reversals/fetch");
const { sign } = require("iyzico-reversals/testing");

const { shop } = require("../shop.cjs");

exports.handler = (task) => shop({ Iyzico, exchange, sign }, task);
