// Each fault: what the caller sees, and what the books say.

import assert from "node:assert/strict";
import { test } from "node:test";
import { FAULTS } from "../../www-example/sandbox/faults.mjs";
import { authorization, control, details, hmac, openSandbox, post, rawExchange } from "./support/client.mjs";
import { NETWORK_MOVES_NOTHING, seesOfNetwork } from "./support/network-faults.mjs";

const path = "/payment/refund";
const request = { conversationId: "return-1", paymentTransactionId: "27169345", price: 5 };

const sees = {
  ...seesOfNetwork,
  async "wrong-signature"(send, { standard }) {
    const { json } = await send();
    assert.equal(json.status, "success");
    assert.match(json.signature, /^[0-9a-f]{64}$/);
    assert.ok(!isSigned(json, standard));
  },
  async "no-signature"(send) {
    const { json } = await send();
    assert.equal(json.status, "success");
    assert.equal("signature" in json, false);
  },
  async "foreign-answer"(send, { standard }) {
    const { json } = await send();
    assert.ok(isSigned(json, standard), "correctly signed");
    assert.notEqual(json.paymentId, "25180188");
    assert.notEqual(json.paymentTransactionId, "27169345");
    assert.notEqual(json.conversationId, "return-1");
  },
  async "foreign-answer:same-conversation"(send, { standard }) {
    const { json } = await send();
    assert.ok(isSigned(json, standard), "correctly signed");
    assert.notEqual(json.paymentId, "25180188");
    assert.equal(json.conversationId, "return-1");
  },
  async "timeout-code"(send) {
    const { json } = await send();
    assert.deepEqual([json.status, json.errorCode, json.errorGroup], ["failure", "10219", "REQUEST_TIMEOUT"]);
    assert.equal(json.conversationId, "return-1");
    assert.equal("signature" in json, false);
  },
  async "timeout-code:10214"(send) {
    assert.equal((await send()).json.errorCode, "10214");
  },
  async "refuse:10246"(send) {
    const { json } = await send();
    assert.deepEqual([json.status, json.errorCode, json.errorGroup], ["failure", "10246", "REFUND_DECLINE"]);
  },
};

const MOVES_NOTHING = new Set(["refuse:10246", ...NETWORK_MOVES_NOTHING]);

for (const [fault, check] of Object.entries(sees)) {
  test(`${fault}: ${MOVES_NOTHING.has(fault) ? "nothing moves" : "the money moves once"}`, async (t) => {
    const shop = await openSandbox(t);
    const { url, sandbox, standard } = shop;
    await check(() => post(url, standard, path, request, { "x-sandbox-fault": fault }), shop);
    const moved = MOVES_NOTHING.has(fault) ? 0 : 1;
    assert.equal(sandbox.books("25180188").movements, moved);
    assert.equal(sandbox.books("25180188").refunded, moved ? "5" : "0");

    const [entry] = sandbox.journal();
    assert.deepEqual([entry.fault, entry.moneyMoved, entry.done], [fault, moved === 1, moved ? "success" : "nothing"]);
    assert.equal((await post(url, standard, path, request)).json.status, "success", "only the one request is hit");
  });
}

test("no fault is left without a test", () => {
  const tested = new Set(Object.keys(sees).map((fault) => fault.split(":")[0]));
  assert.deepEqual([...tested].sort(), Object.keys(FAULTS).sort());
});

test("cut announces the whole body and breaks off in its middle", async (t) => {
  const { url, sandbox, standard } = await openSandbox(t);
  const body = JSON.stringify(request);
  const received = await rawExchange(
    url,
    `POST ${path} HTTP/1.1\r\nHost: sandbox\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n` +
      `Authorization: ${authorization(standard, { path, body })}\r\nx-sandbox-fault: cut\r\n\r\n${body}`,
  );
  const [head, part] = received.split("\r\n\r\n");
  const announced = Number(/content-length: (\d+)/i.exec(head)[1]);
  assert.equal(part.length, announced >> 1);
  assert.equal(sandbox.books("25180188").movements, 1);
});

test("a fault moves no money that the rules would not move", async (t) => {
  const { url, sandbox, standard } = await openSandbox(t);
  const send = (body, headers) => post(url, standard, path, body, { "x-sandbox-fault": "html502", ...headers });
  await send({ ...request, price: 26 });
  await send(request, { authorization: authorization(standard, { path, body: "other" }) });
  assert.equal(sandbox.books("25180188").movements, 0);
  assert.deepEqual(sandbox.journal().map(({ done }) => done), ["failure 10232", "failure 1000"]);
});

test("faults are armed without touching the request, for the next matching ones", async (t) => {
  const { url, standard } = await openSandbox(t);
  const arm = (fault) => control(url, "POST", "faults", fault);
  const refund = async (conversationId) => (await post(url, standard, path, { ...request, price: 1, conversationId })).status;

  assert.equal((await arm({ fault: "html502", conversationId: "b", times: 2 })).status, 201);
  assert.deepEqual([await refund("a"), await refund("b"), await refund("b"), await refund("b")], [200, 502, 502, 200]);

  await arm({ fault: "html502", path });
  assert.equal((await details(url, standard, { paymentId: "25180188" })).status, 200);
  assert.equal(await refund("c"), 502);
  assert.equal(await refund("c"), 200);

  await arm({ fault: "redirect" });
  await arm({ fault: "html502" });
  assert.equal((await details(url, standard, { paymentId: "25180188" })).status, 302, "without a filter the very next request");
  assert.equal(await refund("d"), 502, "oldest first");

  await arm({ fault: "html502" });
  assert.deepEqual((await control(url, "DELETE", "faults")).json, { waiting: [] });
  assert.equal(await refund("e"), 200);
});

test("cancel and read-back can be hit as well", async (t) => {
  const { url, sandbox, standard } = await openSandbox(t);
  const foreign = await details(url, standard, { paymentConversationId: "siparis-1001" }, { "x-sandbox-fault": "foreign-answer" });
  assert.notEqual(foreign.json.payments[0].paymentId, "25180188");

  const cancel = (fault) => post(url, standard, "/payment/cancel", { paymentId: "25180188" }, { "x-sandbox-fault": fault });
  await assert.rejects(cancel("refused-before"));
  assert.equal(sandbox.books("25180188").cancelled, false);
  await assert.rejects(cancel("lost"));
  assert.equal(sandbox.books("25180188").cancelled, true);
});

test("a signature fault leaves an unsigned answer as it is", async (t) => {
  const { url, sandbox, standard } = await openSandbox(t);
  for (const [fault, paymentId] of [["wrong-signature", "25180188"], ["no-signature", "25180208"]]) {
    const { json } = await post(url, standard, "/payment/cancel", { paymentId }, { "x-sandbox-fault": fault });
    assert.deepEqual([json.status, "signature" in json], ["success", false], fault);
    assert.equal(sandbox.books(paymentId).cancelled, true);
  }
});

test("an unknown fault is refused loudly and does nothing", async (t) => {
  const { url, sandbox, standard } = await openSandbox(t);
  for (const fault of ["explode", "delay", "delay:soon", "refuse", "refuse:77", "foreign-answer:x"]) {
    const { status, json } = await post(url, standard, path, request, { "x-sandbox-fault": fault });
    assert.equal(status, 400, fault);
    assert.match(json.error, /fault/);
    assert.equal((await control(url, "POST", "faults", { fault })).status, 400, fault);
  }
  assert.equal((await control(url, "POST", "faults", { fault: "lost", times: 0 })).status, 400);
  assert.equal(sandbox.books("25180188").movements, 0);
  assert.deepEqual(sandbox.faults(), []);
});

function isSigned({ paymentId, price, currency, conversationId = "", signature }, { secretKey }) {
  return signature === hmac(secretKey, [paymentId, price, currency, conversationId].join(":"));
}
