// Writes every object to the console and ends with an uncaught error, for a log file.
// The secrets come by standard input.

import { readFileSync } from "node:fs";

import * as pkg from "../../pkg/inline.js";
import * as testing from "../../pkg/testing.js";
import { built, refusals } from "./everything.mjs";

const secrets = JSON.parse(readFileSync(0, "utf8"));
const { things, callers } = built(pkg, testing, secrets);
for (const { value, carries } of things) {
  console.log(value);
  console.log("%s %o %O %j", value, value, value, value);
  console.dir(value, { showHidden: true, depth: null });
  // A table reads the members one by one, as fetch does.
  if (!carries) console.table([value]);
}
let last;
for (const [, call] of refusals(pkg, testing, secrets, callers)) {
  try {
    call();
  } catch (error) {
    console.error(error);
    console.trace(error);
    last = error;
  }
}
console.log("all was written");
throw last;
