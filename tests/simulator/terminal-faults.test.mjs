// Each fault of the terminal side: what the caller sees, and what the books say.

import assert from "node:assert/strict";
import { test } from "node:test";
import { FAULTS, LOGIN_FAULTS, TERMINAL_FAULTS } from "../../www-example/sandbox/faults.mjs";
import { authorizeForm, control, logIn, post, postForm } from "./support/client.mjs";
import { undocumented } from "./support/gmu-schemas.mjs";
import { NETWORK_MOVES_NOTHING, seesOfNetwork } from "./support/network-faults.mjs";
import { coffee, openTerminal, refundRequest, SALE, SALE_REFERENCE, voidRequest } from "./support/terminal-shop.mjs";

const STATUS = "query-transaction-status";
const PATH = "/v2/terminal-host/gmu/payment/";
const requests = {
  refund: refundRequest("OP-1", [coffee()], { conversationId: "return-1" }),
  void: voidRequest("OP-1", { conversationId: "return-1" }),
};

const failsWith = (code, message) => async (send, operation) => {
  const { status, json } = await send();
  assert.deepEqual([status, json.status, json.errorCode, json.conversationId], [200, "failure", code, "return-1"]);
  assert.deepEqual([json.deviceUniqueId, json.transactionReferenceId, json.price], ["P00134", "OP-1", undefined]);
  if (message) assert.equal(json.errorMessage, message);
  assert.deepEqual(undocumented(operation, json), []);
};

const sees = {
  ...seesOfNetwork,
  async "foreign-answer"(send, operation) {
    const { json } = await send();
    assert.equal(json.status, "success");
    assert.notEqual(json.transactionReferenceId, "OP-1");
    assert.notEqual(json.conversationId, "return-1");
    if (operation === "void") assert.notEqual(json.paymentId, SALE.paymentId);
    assert.deepEqual(undocumented(operation, json), []);
  },
  async "foreign-answer:same-conversation"(send) {
    const { json } = await send();
    assert.notEqual(json.transactionReferenceId, "OP-1");
    assert.equal(json.conversationId, "return-1");
  },
  "timeout-code": failsWith("10219"),
  "timeout-code:10214": failsWith("10214"),
  "device-timeout": failsWith("380103", "Cihaz yanıtı beklenirken zaman aşımı oluştu!"),
  "refuse:10223": failsWith("10223"),
  "refuse:380112": failsWith("380112"),
  "device-busy": failsWith("380201"),
  "token-expired": failsWith("100311", "Token kullanım süresi dolmuştur!"),
};

const MOVES_NOTHING = new Set(["refuse:10223", "refuse:380112", "device-busy", "token-expired", ...NETWORK_MOVES_NOTHING]);

for (const [operation, request] of Object.entries(requests)) {
  for (const [fault, check] of Object.entries(sees)) {
    test(`${operation}, ${fault}: ${MOVES_NOTHING.has(fault) ? "nothing moves" : "the money moves once"}`, async (t) => {
      const { send, sandbox, books } = await openTerminal(t);
      await check(() => send(operation, request, { "x-sandbox-fault": fault }), operation);
      const moved = !MOVES_NOTHING.has(fault);
      assert.equal(books().movements, moved ? 1 : 0);
      const { done, moneyMoved, fault: noted } = sandbox.journal().at(-1);
      assert.deepEqual([noted, moneyMoved, done], [fault, moved, moved ? "success" : "nothing"]);

      const asked = (await send(STATUS, { transactionReferenceId: "OP-1" })).json;
      const hostReference = operation === "void" ? asked.cancelHostReference : asked.refundHostReference;
      assert.deepEqual([asked.errorCode, hostReference !== undefined], moved ? ["0", true] : ["380108", false], "the status tells the truth");
      const again = (await send(operation, request)).json;
      assert.equal(again.errorCode, moved ? "380105" : "0", "sent again it is done if it was not, and never twice");
      assert.equal(books().movements, 1);
    });
  }
}

test("no fault is left without a test, and none is about a signature", () => {
  const tested = new Set(Object.keys(sees).map((fault) => fault.split(":")[0]));
  assert.deepEqual([...tested].sort(), Object.keys(TERMINAL_FAULTS).sort());
  const cardOnly = Object.keys(FAULTS).filter((name) => !Object.hasOwn(TERMINAL_FAULTS, name));
  assert.deepEqual(cardOnly, ["wrong-signature", "no-signature"]);
  for (const [name, { carriedOut }] of Object.entries(TERMINAL_FAULTS)) {
    assert.ok(Object.keys(sees).filter((fault) => fault.split(":")[0] === name).every((fault) => MOVES_NOTHING.has(fault) !== carriedOut));
  }
});

test("a fault moves no money that the rules would not move", async (t) => {
  const { send, books, sandbox } = await openTerminal(t);
  await send("refund", { ...requests.refund, paymentDate: 20260311 }, { "x-sandbox-fault": "device-timeout" });
  assert.equal(books().movements, 0);
  assert.equal(sandbox.journal().at(-1).done, "failure 380107");
});

test("the two questions can be hit as well", async (t) => {
  const { send } = await openTerminal(t);
  const hit = async (operation, body, fault) => (await send(operation, body, { "x-sandbox-fault": fault })).json;
  const info = { transactionReferenceId: SALE_REFERENCE };
  assert.equal((await hit("refundable-sale-info", info, "foreign-answer")).saleNumber, "5002");
  assert.equal((await hit(STATUS, info, "foreign-answer")).paymentId, "PAY-9876544");
  await send("refund", requests.refund);
  assert.equal((await hit(STATUS, { transactionReferenceId: "OP-1" }, "foreign-answer")).paymentId, "PAY-9876544");
  for (const [operation, body] of [["refundable-sale-info", info], [STATUS, { paymentId: SALE.paymentId }]]) {
    assert.equal((await hit(operation, body, "device-busy")).errorCode, "380201");
    assert.equal((await hit(operation, body, "token-expired")).errorCode, "100311");
  }
});

test("the login can be lost, broken and redirected", async (t) => {
  const { url, user } = await openTerminal(t);
  const authorize = (fault) => postForm(url, "authorize", authorizeForm(user), { headers: { "x-sandbox-fault": fault } });
  await assert.rejects(authorize("lost"));
  await assert.rejects(authorize("refused-before"));
  assert.equal((await authorize("html502")).status, 502);
  assert.equal((await authorize("redirect")).status, 302);

  const { code } = (await postForm(url, "authorize", authorizeForm(user))).json;
  const grant = { grant_type: "authorization_code", code };
  const redeem = (headers) => postForm(url, "token", grant, { client: user, headers });
  assert.equal((await redeem({ "x-sandbox-fault": "html502-before" })).status, 502);
  assert.equal((await redeem({ "x-sandbox-fault": "empty200" })).text, "");
  assert.equal((await redeem()).json.error, "invalid_grant", "the code was used up by the answer that got lost");
});

test("a fault that is not of this side is refused in a header and waits in the queue for its side", async (t) => {
  const { send, url, user, standard, books } = await openTerminal(t);
  const fails = async (request) => assert.deepEqual([(await request).status, /no fault/.test((await request).json.error)], [400, true]);
  await fails(send("refund", requests.refund, { "x-sandbox-fault": "wrong-signature" }));
  await fails(post(url, standard, "/payment/refund", {}, { "x-sandbox-fault": "device-busy" }));
  await fails(postForm(url, "authorize", authorizeForm(user), { headers: { "x-sandbox-fault": "token-expired" } }));
  assert.equal(books().movements, 0);

  await control(url, "POST", "faults", { fault: "device-timeout", path: `${PATH}refund` });
  await control(url, "POST", "faults", { fault: "no-signature" });
  await control(url, "POST", "faults", { fault: "device-busy" });
  await logIn(url, user);
  assert.equal((await send("void", requests.void)).json.errorCode, "380201", "the first of this side that fits the path");
  const card = await post(url, standard, "/payment/refund", { paymentTransactionId: "27169345", price: 5 });
  assert.deepEqual([card.json.status, "signature" in card.json], ["success", false]);
  assert.equal((await send("refund", requests.refund)).json.errorCode, "380103");
  assert.equal(books().movements, 1);
  assert.deepEqual((await control(url, "GET", "faults")).json.waiting, []);
});

test("the list of faults says which side each is for", async (t) => {
  const { url } = await openTerminal(t);
  const { known } = (await control(url, "GET", "faults")).json;
  const on = (side) => known.filter((fault) => fault.on.includes(side)).map(({ name }) => name);
  assert.deepEqual(new Set(on("card")), new Set(Object.keys(FAULTS)));
  assert.deepEqual(new Set(on("terminal")), new Set(Object.keys(TERMINAL_FAULTS)));
  assert.deepEqual(new Set(on("login")), new Set(Object.keys(LOGIN_FAULTS)));
});
