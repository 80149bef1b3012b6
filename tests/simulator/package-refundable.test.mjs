// The package's `refundable` equals the simulator's books, for every spelling of the answers.

import assert from "node:assert/strict";
import { test } from "node:test";
import { refundable } from "../../pkg/inline.js";
import { openMerchant } from "./support/package-callers.mjs";

/** The books of a payment, in the format of `refundable`. */
const told = ({ paymentId, paid, left, items }) => ({
  paymentId,
  paid,
  refundable: left,
  items: items.map((item) => [item.paymentTransactionId, item.paidPrice, item.left]),
});

const saidBy = ([{ paymentId, paid, refundable: left, items }]) => ({
  paymentId,
  paid,
  refundable: left,
  items: items.map((item) => [item.paymentTransactionId, item.paid, item.refundable]),
});

for (const priceSpelling of ["plain", "two-decimals", "eight-decimals", "string"]) {
  test(`after each of many refunds, spelled ${priceSpelling}`, async (t) => {
    const { sandbox, iyzico, succeed } = await openMerchant(t);
    const { paymentId, items } = sandbox.createPayment({ priceSpelling, items: [{ paidPrice: "0.30" }, { paidPrice: "10.10" }, { paidPrice: "99.99" }] });
    const details = async () => refundable(await succeed(iyzico.paymentDetails({ paymentId }), iyzico));
    assert.deepEqual(saidBy(await details()), told(sandbox.books(paymentId)));
    for (const [index, price] of [[0, "0.10"], [0, "0.20"], [1, "3.33"], [1, "3.33"], [2, "99.98"]]) {
      await succeed(iyzico.refund({ paymentTransactionId: items[index].paymentTransactionId, price }), iyzico);
      assert.deepEqual(saidBy(await details()), told(sandbox.books(paymentId)));
    }
    const [{ refundable: left }] = await details();
    assert.equal(left, "3.45");
    await succeed(iyzico.refundV2({ paymentId, price: left, upTo: left }), iyzico);
    assert.deepEqual(saidBy(await details()), told(sandbox.books(paymentId)));
    assert.equal(sandbox.books(paymentId).left, "0");
  });
}

test("of a cancelled payment nothing is left", async (t) => {
  const { sandbox, iyzico, succeed } = await openMerchant(t);
  await succeed(iyzico.cancel({ paymentId: "25180208" }), iyzico);
  const data = await succeed(iyzico.paymentDetails({ paymentConversationId: "siparis-1002" }), iyzico);
  assert.deepEqual(saidBy(refundable(data)), told(sandbox.books("25180208")));
  assert.equal(refundable(data)[0].refundable, "0");
});

test("a payment that nobody knows is a failure, not an empty list", async (t) => {
  const { iyzico, send } = await openMerchant(t);
  const outcome = await send(iyzico.paymentDetails({ paymentId: "1" }), iyzico);
  assert.deepEqual([outcome.status, outcome.error.code, outcome.advice], ["failure", "5087", "fix-request"]);
});
