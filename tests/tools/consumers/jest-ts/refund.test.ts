import { Iyzico } from "iyzico-reversals";
import { exchange } from "iyzico-reversals/fetch";
import { sign } from "iyzico-reversals/testing";

import { shop } from "./shop";

declare function test(name: string, run: () => Promise<void>): void;
declare function require(name: "node:fs"): { writeFileSync(file: string, text: string): void };
declare const process: { readonly env: { readonly TASK: string; readonly RESULT: string } };

test("a refund", async () => {
  const done = await shop({ Iyzico, exchange, sign }, JSON.parse(process.env.TASK));
  require("node:fs").writeFileSync(process.env.RESULT, JSON.stringify(done));
});
