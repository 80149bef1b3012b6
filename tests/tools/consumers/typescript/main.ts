import { Iyzico } from "iyzico-reversals";
import { exchange } from "iyzico-reversals/fetch";
import { sign } from "iyzico-reversals/testing";

import { shop } from "./shop.js";

declare const process: { readonly argv: readonly string[] };
declare const console: { log(line: string): void };

shop({ Iyzico, exchange, sign }, JSON.parse(process.argv[2] ?? "")).then((done) => console.log(`RESULT ${JSON.stringify(done)}`));
