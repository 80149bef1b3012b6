// Runs in the Worker's isolate, so the package is imported there.

import { Iyzico } from "iyzico-reversals";
import { exchange } from "iyzico-reversals/fetch";
import { sign } from "iyzico-reversals/testing";
import { test } from "vitest";

import { shop } from "../shop.js";
import task from "./task.json";

test("a refund", async () => {
  console.log(`RESULT ${JSON.stringify(await shop({ Iyzico, exchange, sign }, task))}`);
});
