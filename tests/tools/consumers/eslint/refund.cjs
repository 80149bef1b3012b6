/* eslint import/no-unresolved: ["error", { "commonjs": true }] */

const { Iyzico } = require("iyzico-reversals");
const { exchange } = require("iyzico-reversals/fetch");
const { sign } = require("iyzico-reversals/testing");

module.exports = { Iyzico, exchange, sign };
