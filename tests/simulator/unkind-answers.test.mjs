// Each unkind answer, before and after the request was carried out: what the caller sees, and what the books say.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

import { isListedRefusal } from "../../www-example/sandbox/listed.mjs";
import { UNKIND_FAULTS, UNKIND_TERMINAL_FAULTS } from "../../www-example/sandbox/unkind-faults.mjs";
import { control, hmac, postGmuUnjudged } from "./support/client.mjs";
import { coffee, openTerminal, refundRequest, voidRequest } from "./support/terminal-shop.mjs";
import { ONE, openUnkind } from "./support/unkind-shop.mjs";

/** A failure of HTTP `http` with this error, which repeats the request's conversationId. */
const failsWith = (errorCode, { group, http = 200, conversationId = "return-1" } = {}) => ({ status, json }) =>
  assert.deepEqual(
    [status, json.status, json.errorCode, json.errorGroup, json.conversationId],
    [http, "failure", errorCode, group, conversationId],
  );

const succeedsWithError = ({ json }) =>
  assert.deepEqual(
    [json.status, json.errorGroup, json.errorMessage, json.conversationId],
    ["success", "SYSTEM_ERROR", "Sistem hatası", "return-1"],
  );

const gatewaySays = (http, errorMessage) => ({ status, json }) =>
  assert.deepEqual([status, json], [http, { status: "failure", errorCode: String(http), errorMessage }]);

/** The answer of each fault (NAME or NAME:ARGUMENT, without `-done`). */
const COMMON = {
  "gateway-json": gatewaySays(504, "upstream request timeout"),
  "gateway-json:503": gatewaySays(503, "no healthy upstream"),
  html504: ({ status, text }) => assert.deepEqual([status, text.startsWith("<html>")], [504, true]),
  unlisted: failsWith("10999"),
  "unlisted:99999": failsWith("99999"),
  "unlisted:5999:NOT_DONE": failsWith("5999", { group: "NOT_DONE" }),
  "system-error": failsWith("100001"),
  "system-error:422": failsWith("100001", { http: 422 }),
  "system-error:500": failsWith("100001", { http: 500 }),
  "doubtful-group": failsWith("10999", { group: " timeout " }),
  "doubtful-group:System_Error": failsWith("10999", { group: "System_Error" }),
  'spelled-code:"10219 "': failsWith("10219 "),
  "spelled-code:10219.0": ({ text }) => assert.match(text, /"errorCode":10219\.0,/),
  "spelled-code:1.0219e4": ({ text }) => assert.match(text, /"errorCode":1\.0219e4,/),
  "other-conversation": failsWith("10220", { group: "DECLINED", conversationId: "another-conversation" }),
  "other-conversation:5087": failsWith("5087", { conversationId: "another-conversation" }),
  "success-with-error": succeedsWithError,
};
const AT_A_TILL = {
  ...COMMON,
  // A till leaves its groups out unless it is told otherwise, but not those of these faults.
  "other-conversation": failsWith("10220", { conversationId: "another-conversation" }),
  "bank-code:91": failsWith("91", { group: "BANK_ERROR" }),
  "bank-code:05": failsWith("05", { group: "BANK_ERROR" }),
};

const after = (fault) => fault.replace(/^[a-z0-9-]+/, "$&-done");

for (const [before, check] of Object.entries(COMMON)) {
  for (const [fault, moved] of [[before, 0], [after(before), 1]]) {
    test(`refund, ${fault}: ${moved ? "the money moves once" : "nothing moves"}`, async (t) => {
      const { sandbox, standard, refund, cancel } = await openUnkind(t);
      const answer = await refund({}, { fault });
      check(answer);
      if (answer.json?.status === "success") {
        const { paymentId, price, currency, conversationId, signature } = answer.json;
        assert.equal(signature, hmac(standard.secretKey, [paymentId, price, currency, conversationId].join(":")), "signed like any other");
      }
      const books = sandbox.books(ONE.paymentId);
      assert.deepEqual([books.movements, books.moved, books.left], moved ? [1, "5", "20"] : [0, "0", "25"]);
      const [entry] = sandbox.journal();
      assert.deepEqual([entry.fault, entry.moneyMoved, entry.done], [fault, moved === 1, moved ? "success" : "nothing"]);

      const cancelled = await cancel({ paymentId: "25180208", conversationId: "return-1" }, { fault });
      check(cancelled);
      assert.equal(sandbox.books("25180208").cancelled, moved === 1);
      assert.equal((await refund({ conversationId: "return-2" })).json.status, "success", "only the one request is hit");
    });
  }
}

for (const [operation, request] of Object.entries({ refund: refundRequest("OP-1", [coffee()]), void: voidRequest("OP-1") })) {
  for (const [before, check] of Object.entries(AT_A_TILL)) {
    for (const [fault, moved] of [[before, 0], [after(before), 1]]) {
      test(`a till's ${operation}, ${fault}: ${moved ? "the money moves once" : "nothing moves"}`, async (t) => {
        const { url, token, books, sandbox } = await openTerminal(t);
        const body = JSON.stringify({ ...request, conversationId: "return-1" });
        check(await postGmuUnjudged(url, token, operation, body, { "x-sandbox-fault": fault }));
        assert.deepEqual([books().movements, books().left === "250.95"], [moved, moved === 0]);
        const { done, moneyMoved } = sandbox.journal().at(-1);
        assert.deepEqual([done, moneyMoved], [moved ? "success" : "nothing", moved === 1]);
      });
    }
  }
}

test("no unkind fault is left without a test, and the list of faults names them apart", async (t) => {
  const names = (tests) => new Set(Object.keys(tests).flatMap((fault) => [fault, after(fault)]).map((fault) => fault.split(":")[0]));
  const late = Object.keys(UNKIND_FAULTS).filter((name) => name.startsWith("lands-late"));
  assert.deepEqual(late.length, 4, "tested in unkind-clock.test.mjs");
  assert.deepEqual(new Set([...names(COMMON), ...late]), new Set(Object.keys(UNKIND_FAULTS)));
  assert.deepEqual(new Set([...names(AT_A_TILL), ...late]), new Set(Object.keys(UNKIND_TERMINAL_FAULTS)));

  const { url } = await openUnkind(t);
  const { unkind } = (await control(url, "GET", "faults")).json;
  assert.deepEqual(new Set(unkind.map(({ name }) => name)), new Set(Object.keys(UNKIND_TERMINAL_FAULTS)));
  const onlyTills = unkind.filter(({ on }) => !on.includes("card")).map(({ name }) => name);
  assert.deepEqual(onlyTills, ["bank-code", "bank-code-done"]);
  assert.deepEqual(unkind.find(({ name }) => name === "lands-late").carriedOut, "later");
});

test("a refusal by the rules is answered as such, whatever error was to be added to a success", async (t) => {
  const { sandbox, refund } = await openUnkind(t);
  for (const fault of ["success-with-error", "success-with-error-done"]) {
    const { json } = await refund({ price: "26" }, { fault });
    assert.deepEqual([json.status, json.errorCode], ["failure", "10232"]);
  }
  assert.deepEqual(sandbox.journal().map(({ done }) => done), ["failure 10232", "failure 10232"]);
});

test("a rehearsed refund leaves no trace, not even in part", async (t) => {
  const { sandbox, refundV2 } = await openUnkind(t);
  const before = sandbox.books("25180208");
  const { json } = await refundV2({}, { fault: "success-with-error" });
  assert.deepEqual([json.status, json.price], ["success", 12]);
  assert.deepEqual(sandbox.books("25180208"), before);
});

test("no listed refusal is given after the request was carried out", async (t) => {
  const { url, refund, sandbox } = await openUnkind(t);
  const faults = [
    ...["timeout-code:10220", "unlisted-done:10220", "unlisted-done:010220", "unlisted-done:5087:X", "spelled-code-done:10220.0"],
    ...['spelled-code-done:" 10220"', "spelled-code-done:1.022e4", "lands-late-unlisted:5:10012", "unlisted:1000", "other-conversation-done:10219"],
    ...["gateway-json:200", "system-error:404", "bank-code:91", "spelled-code:", "spelled-code:x", "lands-late", "lands-late:soon", "unlisted:x"],
  ];
  for (const fault of faults) {
    assert.equal((await refund({}, { fault })).status, 400, fault);
    if (fault !== "bank-code:91") assert.equal((await control(url, "POST", "faults", { fault })).status, 400, fault);
  }
  assert.deepEqual([sandbox.books(ONE.paymentId).movements, sandbox.landings()], [0, []]);
});

test("all that the package takes for a refusal is listed here", { skip: !existsSync(new URL("../../src", import.meta.url)) }, () => {
  const src = new URL("../../src/", import.meta.url);
  const files = readdirSync(src, { recursive: true }).filter((name) => name.endsWith(".rs"));
  const rows = files.flatMap((name) => [...readFileSync(new URL(name, src), "utf8").matchAll(/\brow\(\s*([\d_]+),\s*Failed\b/g)]);
  const codes = rows.map(([, code]) => code.replaceAll("_", ""));
  assert.ok(codes.length > 60, "the table has moved or is written in another way");
  assert.deepEqual(codes.filter((code) => !isListedRefusal(code)), []);
});
