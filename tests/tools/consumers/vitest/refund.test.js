import { writeFileSync } from "node:fs";
import { Iyzico } from "iyzico-reversals";
import { exchange } from "iyzico-reversals/fetch";
import { sign } from "iyzico-reversals/testing";
import { test } from "vitest";

import { shop } from "../shop.js";

test("a refund", async () => {
  const done = await shop({ Iyzico, exchange, sign }, JSON.parse(process.env.TASK));
  writeFileSync(process.env.RESULT, JSON.stringify(done));
});
