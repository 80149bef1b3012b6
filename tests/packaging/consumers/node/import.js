import { Iyzico } from "iyzico-reversals";

import { refund } from "../shop.js";

console.log(JSON.stringify(refund(Iyzico, JSON.parse(process.argv[2]))));
