// Builds every object, provokes every error, and searches all output for the secrets: node secrets.mjs
//
// Output: texts of every kind, a child process's console, and the wasm's memory after free().

import { spawnSync } from "node:child_process";
import { mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { built, freed, refusals, SECRETS } from "./everything.mjs";
import { calls, holds, loadWithMemory } from "./memory.mjs";
import { formsOf, secret } from "./needles.mjs";
import { shownAs } from "./shown.mjs";

let [passed, failed] = [0, 0];
const loaded = await loadWithMemory();
const { pkg, testing, memory } = loaded;
const secrets = Object.fromEntries(SECRETS.map((name) => [name, secret(name)]));
const forms = Object.entries(secrets).map(([name, text]) => [name, formsOf(text)]);

const { things, callers } = built(pkg, testing, secrets);
const codes = new Set();
thingsAreClean();
refusalsAreClean();
fetchTakesThem();
consoleIsClean();
memoryIsClean();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

function thingsAreClean() {
  for (const { what, value, carries } of things) {
    const leaks = shownAs(value, { clones: !carries }).flatMap(([how, text]) => leaksIn(text).map((name) => `${name} in ${how}`));
    check(`${what} shows no secret`, leaks.length === 0, leaks.join(", "));
  }
  const outcome = things.find(({ what }) => what === "signature for tests").value;
  check("the search finds what is there", leaksIn(JSON.stringify({ ...outcome, secret: secrets.secretKey })).includes("secretKey"));
  for (const form of formsOf(secrets.password)) check("in every form", leaksIn(`before ${form} after`).includes("password"));
}

function refusalsAreClean() {
  const all = refusals(pkg, testing, secrets, callers);
  for (const [what, call] of all) refusalIsClean(what, call);
  for (const caller of Object.values(callers)) caller.free();
  for (const [what, call] of freed(callers)) refusalIsClean(what, call);

  const types = readFileSync(new URL("../../pkg/operations.d.ts", import.meta.url), "utf8");
  const known = [.../type IssueCode =([\s\S]+?;)\n\n/.exec(types)[1].matchAll(/^ {2}\| "(\w+)"/gm)].map(([, code]) => code);
  const missing = known.filter((code) => !codes.has(code));
  check("every code of an issue was provoked", missing.length === 0, missing.join(", "));
}

function refusalIsClean(what, call) {
  let found;
  try {
    found = call();
  } catch (error) {
    found = error;
    check(`${what}: one of the package's errors`, what === "no webhook" || ["IYZICO_CONFIG", "IYZICO_VALIDATION"].includes(error.code), String(error));
  }
  for (const { code } of found?.issues ?? []) codes.add(code);
  const leaks = shownAs(found).flatMap(([how, text]) => leaksIn(text).map((name) => `${name} in ${how}: ${text.slice(0, 200)}`));
  check(`${what}: refused without a secret`, leaks.length === 0, leaks.join(", "));
}

/** Hidden from logs, a secret still reaches fetch. */
function fetchTakesThem() {
  const requests = things.filter(({ what }) => what.endsWith(" request") || what.endsWith(" signed draft"));
  for (const { what, value, carries } of requests) {
    try {
      const { headers } = new Request(value.url, value);
      const names = [...headers.keys()].sort().join();
      const sent = Object.keys(value.headers).map((name) => name.toLowerCase()).sort().join();
      check(`fetch takes a ${what} with its headers and no others`, names === sent, `${names} for ${sent}`);
      const authorization = headers.get("authorization") ?? "";
      const token = [secrets.accessToken, secrets.secondToken].find((token) => token === carries);
      check(`a ${what} brings its token`, token === undefined || authorization === `Bearer ${token}`);
    } catch (error) {
      check(`fetch takes a ${what}`, false, error.message);
    }
  }
}

function consoleIsClean() {
  const program = fileURLToPath(new URL("console.mjs", import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), "iyzico-secrets-"));
  try {
    // Into files: output still in a pipe would be lost when the program dies.
    const logs = ["stdout", "stderr"].map((name) => join(folder, name));
    const stdio = ["pipe", ...logs.map((log) => openSync(log, "w"))];
    const { status } = spawnSync(process.execPath, [program], { input: JSON.stringify(secrets), stdio });
    const [stdout, stderr] = logs.map((log) => readFileSync(log, "utf8"));
    const isWhole = status === 1 && stdout.includes("all was written") && stderr.includes("IyzicoValidationError: ");
    check("the program wrote all it had, and died of its error", isWhole, stderr.slice(-500));
    for (const [name, text] of Object.entries({ stdout, stderr })) check(`no secret in a child's ${name}`, leaksIn(text).length === 0, leaksIn(text).join());
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function memoryIsClean() {
  const living = secret("living");
  const iyzico = new pkg.Iyzico({ apiKey: "api", secretKey: living, environment: "sandbox" });
  check("while it lives, the search finds the key in memory", holds(memory(), living));
  iyzico.free();
  check("a key in memory is gone after free()", !holds(memory(), living));

  for (const { what, run, key } of calls(loaded)) {
    run(key);
    check(`memory after: ${what}`, !holds(memory(), key), "the secret is still there");
  }
  for (const [name, text] of Object.entries(secrets)) check(`memory after all of it: no ${name}`, !holds(memory(), text), "it is still there");
}

function leaksIn(text) {
  return forms.filter(([, forms]) => forms.some((form) => text.includes(form))).map(([name]) => name);
}

function check(name, holds, detail = "") {
  if (holds) passed += 1;
  else failed += 1;
  if (!holds) console.log(`✗ ${name}${detail && `: ${detail}`}`);
}
