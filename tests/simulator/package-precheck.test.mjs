// The package's precheck of drafts, against what the simulator shows.

import assert from "node:assert/strict";
import { test } from "node:test";
import { draft } from "../../pkg/inline.js";
import { openMerchant, openTill } from "./support/package-callers.mjs";
import { READS, TERMINAL_READS } from "./support/package-faults.mjs";
import { cup, NOON, refundRequest, voidRequest } from "./support/terminal-shop.mjs";
import { HOUR, MINUTE, ONE, THREE } from "./support/unkind-shop.mjs";

const conversationId = "iade-1";
const drafts = {
  refund: { params: { paymentTransactionId: ONE.paymentTransactionId, price: "5.00", conversationId }, paymentId: ONE.paymentId },
  refundV2: { params: { paymentId: THREE.paymentId, price: "12.00", conversationId }, paymentId: THREE.paymentId },
  cancel: { params: { paymentId: ONE.paymentId, conversationId }, paymentId: ONE.paymentId },
};
const MARKETPLACE = { params: { paymentTransactionId: "27180002", price: "5.90", conversationId }, paymentId: "25190001" };
const tillDrafts = { refund: refundRequest("OP-1", [cup()]), void: voidRequest("OP-1") };

async function open(t, kind) {
  const shop = await openMerchant(t, kind, { now: () => NOON });
  const { sandbox, iyzico, exchange } = shop;
  return {
    ...shop,
    async precheck(intent, paymentId, fault) {
      const times = { draftedAt: NOON, askedAt: sandbox.now() };
      const { verdict, reason } = iyzico.precheck(intent, await exchange(iyzico.paymentDetails({ paymentId }), fault), times);
      return `${verdict}: ${reason}`;
    },
  };
}

for (const [operation, { params, paymentId }] of Object.entries(drafts)) {
  const intent = draft(operation, params);

  test(`${operation}: clear until it landed, and no moment longer`, async (t) => {
    const { sandbox, iyzico, send, precheck } = await open(t);
    assert.equal(await precheck(intent, paymentId), "clear: absent");
    await send(iyzico.sign(intent), iyzico, `lands-late:${MINUTE}`);
    assert.equal(await precheck(intent, paymentId), "clear: absent", "it has not landed yet, and precheck waits for nothing");
    sandbox.setClock({ advanceBy: MINUTE });
    assert.equal(await precheck(intent, paymentId), "landed: carried-out");
  });

  test(`${operation}: another's under its own id leaves it clear`, async (t) => {
    const { iyzico, succeed, precheck } = await open(t);
    await succeed(iyzico[operation]({ ...params, conversationId: "another" }), iyzico);
    assert.equal(await precheck(intent, paymentId), "clear: absent");
  });

  test(`${operation}: one of the same amount in the panel does not, unless it is older than the draft`, async (t) => {
    const { sandbox, precheck } = await open(t);
    const { paymentTransactionId, price } = params;
    const order = { paymentId, ...(operation === "cancel" ? { cancel: true } : { paymentTransactionId, price }) };
    for (const [agoMs, found] of [[HOUR, "clear: absent"], [0, "ambiguous: no-conversation-id"]]) {
      sandbox.reset();
      sandbox.panelRefund({ ...order, agoMs });
      assert.equal(await precheck(intent, paymentId), found);
    }
  });

  test(`${operation}: an old copy does not either`, async (t) => {
    const { sandbox, precheck } = await open(t);
    sandbox.setUnkind({ staleMs: 3 * MINUTE });
    assert.equal(await precheck(intent, paymentId), "ambiguous: clock-skew");
  });

  test(`${operation}: an answer that is hit by a fault is never clear`, async (t) => {
    const { iyzico, send, precheck } = await open(t);
    for (const landed of [false, true]) {
      if (landed) await send(iyzico.sign(intent), iyzico, "lost");
      for (const fault of Object.keys(READS)) {
        const found = await precheck(intent, paymentId, fault);
        const isWhole = ["delay:20", "wrong-signature", "no-signature"].includes(fault);
        if (isWhole) assert.equal(found, landed ? "landed: carried-out" : "clear: absent", fault);
        else assert.match(found, /^ambiguous/, fault);
      }
    }
  });
}

test("a refund that two programs send under one id is found before the second", async (t) => {
  const { iyzico, send, precheck } = await open(t);
  const { params, paymentId } = drafts.refund;
  const intent = draft("refund", params);
  for (let n = 0; n < 2; n += 1) await send(iyzico.sign(intent), iyzico);
  assert.equal(await precheck(intent, paymentId), "ambiguous: other-amount");
});

test("nobody knows where a refund charged to the merchant is listed, so it is never clear", async (t) => {
  const { iyzico, send, precheck } = await open(t, "marketplace");
  const { params, paymentId } = MARKETPLACE;
  const intent = draft("refundChargedFromMerchant", params);
  assert.equal(await precheck(intent, paymentId), "ambiguous: unlisted");
  await send(iyzico.sign(intent), iyzico, "lost");
  assert.equal(await precheck(intent, paymentId), "landed: carried-out");
});

for (const [operation, params] of Object.entries(tillDrafts)) {
  test(`terminal.${operation}: clear until its reference is known, and never by an answer that is hit by a fault`, async (t) => {
    const { terminal, exchange, send } = await openTill(t, { now: () => NOON });
    const intent = draft(`terminal.${operation}`, params);
    const question = terminal.transactionStatus({ transactionReferenceId: "OP-1" });
    const known = { draftedAt: NOON, askedAt: NOON, question };
    const precheck = async (fault) => terminal.precheck(intent, await exchange(question, fault), known).verdict;
    for (const landed of [false, true]) {
      if (landed) await send(terminal.sign(intent), terminal, "lost");
      const found = landed ? "landed" : "clear";
      assert.equal(await precheck(), found);
      for (const fault of Object.keys(TERMINAL_READS)) {
        const isWhole = fault === "delay:20" || (!landed && fault.startsWith("success-with-error"));
        assert.equal(await precheck(fault), isWhole ? found : "ambiguous", fault);
      }
    }
  });
}
