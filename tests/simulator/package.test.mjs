// The package against every fault: what it says must never be less certain, or more, than what the books say.

import assert from "node:assert/strict";
import { test } from "node:test";
import { draft, Iyzico } from "../../pkg/inline.js";
import { FAULTS } from "../../www-example/sandbox/faults.mjs";
import { openSandbox } from "./client.mjs";

const conversationId = "iade-1";
const operations = {
  refund: { paymentTransactionId: "27169345", price: "5.00", currency: "TRY", conversationId },
  refundV2: { paymentId: "25180188", price: "5.00", conversationId },
  cancel: { paymentId: "25180188", conversationId },
};

// A cancel's answer carries no signature that could be wrong or missing.
const signed = (reason) => ({ refund: reason, refundV2: reason, cancel: "success" });
const all = (reason) => ({ refund: reason, refundV2: reason, cancel: reason });
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

for (const [operation, params] of Object.entries(operations)) {
  for (const [fault, expected] of Object.entries(reads)) {
    test(`${operation}, ${fault}: ${expected[operation]}`, async (t) => {
      const { sandbox, url } = await openSandbox(t);
      const outcome = await send(merchant(sandbox, url)[operation](params), merchant(sandbox, url), fault);
      const moved = sandbox.books("25180188").movements > 0;

      assert.equal(outcome.reason ?? outcome.advice ?? outcome.status, expected[operation]);
      assert.equal(moved, FAULTS[fault.split(":")[0]].carriedOut);
      if (moved) assert.notEqual(outcome.status, "failure", "money that moved was reported as not moved");
      if (outcome.status === "success") assert.ok(moved, "money that did not move was reported as moved");
      if (outcome.status === "unknown") assert.equal(outcome.advice, "reconcile");
    });
  }
}

test("without a fault each operation succeeds and the books agree", async (t) => {
  for (const [operation, params] of Object.entries(operations)) {
    const { sandbox, url } = await openSandbox(t);
    const iyzico = merchant(sandbox, url);
    const outcome = await send(iyzico[operation](params), iyzico);
    assert.equal(outcome.status, "success", JSON.stringify(outcome));
    assert.equal(outcome.data.price, operation === "cancel" ? "25" : "5");
    assert.equal(sandbox.books("25180188").movements, 1);
  }
});

test("a draft from elsewhere is signed over its own bytes", async (t) => {
  const { sandbox, url } = await openSandbox(t);
  const iyzico = merchant(sandbox, url);
  const stored = JSON.parse(JSON.stringify(draft("refund", { ...operations.refund, reason: "fraud", description: "ürün bozuk 😀" })));
  const outcome = await send(iyzico.sign(stored), iyzico);
  assert.equal(outcome.status, "success", JSON.stringify(outcome));
});

test("keys of another merchant are failures of the credentials", async (t) => {
  const { sandbox, url } = await openSandbox(t);
  const [{ apiKey }] = sandbox.merchants;
  for (const [keys, code] of [[{ apiKey, secretKey: "wrong" }, "1000"], [{ apiKey: "unknown", secretKey: "wrong" }, "1001"]]) {
    const iyzico = new Iyzico({ ...keys, baseUrl: url });
    const outcome = await send(iyzico.refund(operations.refund), iyzico);
    assert.deepEqual([outcome.status, outcome.error.code, outcome.advice], ["failure", code, "fix-credentials"]);
  }
});

function merchant(sandbox, url) {
  const [{ apiKey, secretKey }] = sandbox.merchants;
  return new Iyzico({ apiKey, secretKey, baseUrl: url });
}

async function send(request, iyzico, fault) {
  const headers = fault ? { ...request.headers, "x-sandbox-fault": fault } : request.headers;
  // The body can break off after the status came: then, too, there is no answer.
  const answer = await fetch(request.url, { ...request, headers })
    .then(async (response) => [response.status, await response.text()])
    .catch(() => [null, null]);
  return iyzico.read(request, ...answer);
}
