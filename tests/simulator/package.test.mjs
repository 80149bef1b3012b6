// The package against every fault: what it says must never be less certain, or more, than what the books say.

import assert from "node:assert/strict";
import { test } from "node:test";
import { draft, Iyzico } from "../../pkg/inline.js";
import { FAULTS } from "../../www-example/sandbox/faults.mjs";
import { exchange, openMerchant, send } from "./package-callers.mjs";

const conversationId = "iade-1";

/** What moves money, whose it is, and what it moves. */
const operations = {
  refund: { params: { paymentTransactionId: "27169345", price: "5.00", currency: "TRY", conversationId }, paymentId: "25180188", moves: "5" },
  refundV2: { params: { paymentId: "25180208", price: "12.00", conversationId }, paymentId: "25180208", moves: "12" },
  cancel: { params: { paymentId: "25180188", conversationId }, paymentId: "25180188", moves: "25" },
  refundChargedFromMerchant: {
    kind: "marketplace",
    params: { paymentTransactionId: "27180002", price: "5.90", conversationId },
    paymentId: "25190001",
    moves: "5.9",
  },
};

const questions = {
  paymentDetails: { paymentId: "25180188", conversationId },
  refundToBalance: { paymentId: "25180188", callbackUrl: "https://shop.example/iade", conversationId },
};

// An answer that carries no signature has none that could be wrong or missing.
const signed = (reason) => (operation) => (operation === "refund" || operation === "refundV2" ? reason : "success");
const all = (reason) => () => reason;
const reads = {
  lost: all("no-answer"),
  "delay:20": all("success"),
  cut: all("no-answer"),
  "cut-clean": all("not-json"),
  html502: all("not-json"),
  empty200: all("empty"),
  "wrong-signature": signed("signature-wrong"),
  "no-signature": signed("signature-missing"),
  "foreign-answer": all("echo-mismatch"),
  "timeout-code": all("timeout-code"),
  "timeout-code:10214": all("timeout-code"),
  "refuse:10220": all("refused"),
  "refuse:10223": all("after-day-end"),
  "refuse:50000": all("retry-later"),
  redirect: all("redirect"),
  "html502-before": all("not-json"),
  "refused-before": all("no-answer"),
};

test("every fault of the simulator is tried", () => {
  assert.deepEqual(new Set(Object.keys(reads).map((fault) => fault.split(":")[0])), new Set(Object.keys(FAULTS)));
});

for (const [operation, { kind, params, paymentId, moves }] of Object.entries(operations)) {
  for (const [fault, expected] of Object.entries(reads)) {
    test(`${operation}, ${fault}: ${expected(operation)}`, async (t) => {
      const { sandbox, iyzico } = await openMerchant(t, kind);
      const request = iyzico[operation](params);
      const outcome = await send(request, iyzico, fault);
      const moved = sandbox.books(paymentId).movements > 0;

      assert.equal(saysOf(outcome), expected(operation));
      assert.equal(moved, FAULTS[fault.split(":")[0]].carriedOut);
      if (moved) assert.notEqual(outcome.status, "failure", "money that moved was reported as not moved");
      if (outcome.status === "success") assert.ok(moved, "money that did not move was reported as moved");
      if (outcome.status === "unknown") assert.equal(outcome.advice, "reconcile");

      // Read back whatever the outcome was: the books and the read-back never disagree.
      const stored = JSON.parse(JSON.stringify(request));
      const answer = await exchange(iyzico.paymentDetails({ paymentId }));
      assert.equal(iyzico.reconcile(stored, ...answer), moved ? "landed" : "not-landed");
      assert.equal(sandbox.books(paymentId).moved, moved ? moves : "0");
    });
  }

  test(`${operation}: read-back that is hit by a fault itself decides nothing that is not so`, async (t) => {
    const { sandbox, iyzico } = await openMerchant(t, kind);
    const request = iyzico[operation](params);
    for (const moved of [false, true]) {
      if (moved) await send(request, iyzico, "lost");
      assert.equal(sandbox.books(paymentId).movements, moved ? 1 : 0);
      for (const fault of Object.keys(reads)) {
        const found = iyzico.reconcile(request, ...(await exchange(iyzico.paymentDetails({ paymentId }), fault)));
        const isWhole = ["delay:20", "wrong-signature", "no-signature"].includes(fault);
        assert.equal(found, isWhole ? (moved ? "landed" : "not-landed") : "ambiguous", fault);
      }
    }
  });

  test(`${operation}: done twice under one conversationId, or by somebody else, it is not "landed"`, async (t) => {
    const { sandbox, iyzico } = await openMerchant(t, kind);
    const details = async () => exchange(iyzico.paymentDetails({ paymentId }));
    const request = iyzico[operation](params);
    await send(iyzico[operation]({ ...params, conversationId: "another" }), iyzico);
    assert.equal(iyzico.reconcile(request, ...(await details())), "not-landed");
    if (operation === "cancel" || operation === "refundV2") return;
    for (let n = 0; n < 2; n += 1) await send(request, iyzico, "lost");
    assert.equal(sandbox.books(paymentId).movements, 3);
    assert.equal(iyzico.reconcile(request, ...(await details())), "ambiguous");
  });
}

for (const [operation, params] of Object.entries(questions)) {
  for (const [fault, expected] of Object.entries(reads)) {
    test(`${operation}, ${fault}: ${expected(operation)}, and nothing moves`, async (t) => {
      const { sandbox, iyzico } = await openMerchant(t);
      const outcome = await send(iyzico[operation](params), iyzico, fault);
      assert.equal(saysOf(outcome), expected(operation));
      if (outcome.status === "unknown") assert.equal(outcome.advice, "retry-later");
      assert.ok(sandbox.allBooks().every(({ movements }) => movements === 0));
    });
  }
}

test("without a fault each operation succeeds and the books agree", async (t) => {
  for (const [operation, { kind, params, paymentId, moves }] of Object.entries(operations)) {
    const { sandbox, iyzico } = await openMerchant(t, kind);
    const outcome = await send(iyzico[operation](params), iyzico);
    assert.equal(outcome.status, "success", JSON.stringify(outcome));
    assert.equal(outcome.data.price, moves);
    assert.equal(sandbox.books(paymentId).movements, 1);
  }
});

test("a draft from elsewhere is signed over its own bytes", async (t) => {
  const { iyzico } = await openMerchant(t);
  const { params } = operations.refund;
  const stored = JSON.parse(JSON.stringify(draft("refund", { ...params, reason: "fraud", description: "ürün bozuk 😀" })));
  const outcome = await send(iyzico.sign(stored), iyzico);
  assert.equal(outcome.status, "success", JSON.stringify(outcome));
});

test("keys of another merchant are failures of the credentials", async (t) => {
  const { sandbox, url } = await openMerchant(t);
  const [{ apiKey }] = sandbox.merchants;
  for (const [keys, code] of [[{ apiKey, secretKey: "wrong" }, "1000"], [{ apiKey: "unknown", secretKey: "wrong" }, "1001"]]) {
    const iyzico = new Iyzico({ ...keys, baseUrl: url });
    const outcome = await send(iyzico.refund(operations.refund.params), iyzico);
    assert.deepEqual([outcome.status, outcome.error.code, outcome.advice], ["failure", code, "fix-credentials"]);
  }
});

const saysOf = (outcome) => outcome.reason ?? outcome.advice ?? outcome.status;
