import { Iyzico } from "iyzico-reversals";
import { exchange } from "iyzico-reversals/fetch";
import { sign } from "iyzico-reversals/testing";

import { shop } from "../../shop.js";

export default defineEventHandler(async (event) => shop({ Iyzico, exchange, sign }, await readBody(event)));
