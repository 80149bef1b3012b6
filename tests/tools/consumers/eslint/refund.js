import { Iyzico } from "iyzico-reversals";
import { exchange } from "iyzico-reversals/fetch";
import { sign } from "iyzico-reversals/testing";

import { shop } from "../shop.js";

console.log(`RESULT ${JSON.stringify(await shop({ Iyzico, exchange, sign }, JSON.parse(process.argv[2])))}`);
