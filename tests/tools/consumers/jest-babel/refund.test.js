import { writeFileSync } from "node:fs";
import { Iyzico } from "iyzico-reversals";
import { exchange } from "iyzico-reversals/fetch";
import { sign } from "iyzico-reversals/testing";

import { shop } from "../shop.cjs";

test("a refund", async () => {
  const done = await shop({ Iyzico, exchange, sign }, JSON.parse(process.env.TASK));
  writeFileSync(process.env.RESULT, JSON.stringify(done));
});
