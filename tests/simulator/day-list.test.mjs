// The day's list: its rows, its pages, and who may read it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { authorization, control, DAY } from "./support/client.mjs";
import { ITEM, openDay, PATH, pricesOf, TODAY } from "./support/day-shop.mjs";
import { HOUR, NOON } from "./support/unkind-shop.mjs";

test("a payment, a refund, a refund in parts and a cancel are listed in the order of time", async (t) => {
  const { refund, refundV2, cancel, ask } = await openDay(t);
  await refund({ paymentTransactionId: "11", price: "5.50" });
  await refundV2({ paymentId: "1", price: "20", conversationId: "return-2" });
  await cancel({ paymentId: "2" });
  const { status, json } = await ask({ conversationId: "q", locale: "en" });
  const { transactions, ...answer } = json;
  assert.deepEqual([status, answer], [200, { status: "success", locale: "en", systemTime: NOON, conversationId: "q", currentPage: 1, totalPageCount: 1 }]);
  assert.deepEqual(
    transactions.map(({ transactionType, paymentTxId, paymentId, price, paidPrice, conversationId }) => [transactionType, paymentTxId, paymentId, price, paidPrice, conversationId]),
    [
      ["PAYMENT", "21", "2", 40, 44, "order-2"],
      ["REFUND", "11", "1", 5.5, 5.5, "return-1"],
      ["REFUND", "11", "1", 14.5, 14.5, "return-2"],
      ["REFUND", "12", "1", 5.5, 5.5, "return-2"],
      ["CANCEL", "21", "2", 44, 44, "cancel-1"],
    ],
  );
  assert.equal(new Set(transactions.map(({ transactionId }) => transactionId)).size, 5);
  const asked = (await ask({ conversationId: undefined })).json;
  assert.deepEqual(["conversationId" in asked, asked.locale], [false, "tr"]);
});

test("every field of a payment and of a refund", async (t) => {
  const { refund, rows, shown } = await openDay(t);
  await refund({ paymentTransactionId: "11", price: "5.50" });
  const [paid, refunded] = await rows();
  const common = { installment: 1, threeDS: 0, settlementCurrency: "TRY", connectorType: "AKBANK", hostReference: "mock00007iyzihostrfn" };
  assert.deepEqual(paid, {
    transactionType: "PAYMENT",
    transactionDate: "2026-03-10 11:59:00",
    transactionId: "21",
    transactionStatus: 2,
    afterSettlement: 0,
    paymentTxId: "21",
    paymentId: "2",
    conversationId: "order-2",
    paymentPhase: "AUTH",
    price: 40,
    paidPrice: 44,
    transactionCurrency: "TRY",
    posOrderId: "pos-2",
    authCode: "000002",
    basketId: "basket-2",
    ...common,
    iyzicoCommission: 0.88,
    iyzicoFee: 0.25,
    parity: 0,
    iyzicoConversionAmount: 0,
    merchantPayoutAmount: 42.87,
    subMerchantPayoutAmount: 0,
  });
  const { transactionId, authCode, ...rest } = refunded;
  assert.deepEqual(rest, {
    transactionType: "REFUND",
    transactionDate: "2026-03-10 12:00:00",
    transactionStatus: 2,
    afterSettlement: 1,
    paymentTxId: "11",
    paymentId: "1",
    conversationId: "return-1",
    paymentPhase: "AUTH",
    price: 5.5,
    paidPrice: 5.5,
    transactionCurrency: "TRY",
    posOrderId: "pos-1",
    basketId: "basket-1",
    ...common,
  });
  const [[inDetails]] = (await shown("1")).refunds;
  assert.deepEqual([transactionId, authCode], [String(inDetails.refundTxId), inDetails.authCode], "the details name it alike");
});

test("amounts are spelled as the payment's answers spell them, in its currency", async (t) => {
  const { url, rows } = await openDay(t);
  const pay = (payment) => control(url, "POST", "payments", { createdAt: NOON, currency: "EUR", phase: "POST_AUTH", ...payment });
  await pay({ paymentId: "3", priceSpelling: "string", items: [{ paymentTransactionId: "31", paidPrice: "0.10" }] });
  await pay({ paymentId: "4", paymentStatus: 0, items: [{ paidPrice: "5" }] });
  const [, { price, iyzicoFee, merchantPayoutAmount, transactionCurrency, settlementCurrency, paymentPhase }, ...more] = await rows();
  assert.deepEqual([price, iyzicoFee, merchantPayoutAmount, transactionCurrency, settlementCurrency, paymentPhase], ["0.1", "0.25", "0", "EUR", "EUR", "POST_AUTH"]);
  assert.deepEqual(more, [], "what was never paid is no payment");
});

test("at a marketplace a payment waits for its sub-merchant, and each merchant has a list of its own", async (t) => {
  const { url, marketplace, rows } = await openDay(t);
  await control(url, "POST", "payments", { merchant: "marketplace", paymentId: "5", createdAt: NOON, items: [{ paymentTransactionId: "51", paidPrice: "10" }] });
  assert.deepEqual((await rows()).map(({ paymentId }) => paymentId), ["2"]);
  const [row, ...more] = await rows({}, { merchant: marketplace });
  assert.deepEqual([row.paymentId, row.transactionStatus, row.merchantPayoutAmount, row.subMerchantPayoutAmount, more], ["5", 1, 0, 9.55, []]);
});

test("a day begins and ends at midnight in Istanbul", async (t) => {
  const { rows, reversals, panel, pass, cancel } = await openDay(t);
  await panel({ ...ITEM, price: "1", agoMs: 12 * HOUR + 1 });
  await panel({ ...ITEM, price: "2", agoMs: 12 * HOUR });
  const dated = (list) => list.map(({ price, transactionDate }) => [price, transactionDate]);
  assert.deepEqual(dated(await rows({ transactionDate: "2026-03-09" })), [[1, "2026-03-09 23:59:59"]]);
  assert.deepEqual(dated(await reversals()), [[2, "2026-03-10 00:00:00"]]);
  await pass(12 * HOUR - 1);
  await cancel({ paymentId: "2" });
  await pass(1);
  await panel({ ...ITEM, price: "3" });
  assert.deepEqual(dated(await reversals()), [[2, "2026-03-10 00:00:00"], [44, "2026-03-10 23:59:59"]]);
  assert.deepEqual(dated(await rows({ transactionDate: "2026-03-11" })), [[3, "2026-03-11 00:00:00"]]);
  assert.deepEqual(await rows({ transactionDate: "2026-03-12" }), []);
});

test("what goes back on the day of the payment does so before its settlement", async (t) => {
  const { refund, reversals, pass } = await openDay(t);
  await refund({ paymentTransactionId: "21", price: "1" });
  await pass(12 * HOUR);
  await refund({ paymentTransactionId: "21", price: "2" });
  const settled = async (transactionDate) => (await reversals({ transactionDate })).map(({ price, afterSettlement }) => [price, afterSettlement]);
  assert.deepEqual([await settled(TODAY), await settled("2026-03-11")], [[[1, 0]], [[2, 1]]]);
});

test("refunds and cancels in the panel are listed like anything else, and in the details", async (t) => {
  const { reversals, panel, shown, sandbox, refund } = await openDay(t);
  await panel({ ...ITEM, price: "7" });
  await panel({ paymentId: "1", price: "25", conversationId: "panel-9" });
  await panel({ paymentId: "2", cancel: true });
  const seen = (await reversals()).map((row) => [row.transactionType, row.paymentTxId, row.price, row.conversationId, row.transactionStatus]);
  assert.deepEqual(seen, [
    ["REFUND", "12", 7, undefined, 2],
    ["REFUND", "11", 20, "panel-9", 2],
    ["REFUND", "12", 5, "panel-9", 2],
    ["CANCEL", "21", 44, undefined, 2],
  ]);
  assert.equal("conversationId" in (await reversals())[0], false);
  assert.deepEqual((await shown("1")).refunds.map((rows) => rows.map(({ refundPrice }) => refundPrice)), [[20], [7, 5]]);
  assert.equal((await shown("2")).cancels.length, 1);
  assert.deepEqual(sandbox.journal().filter(({ moneyMoved }) => moneyMoved), [], "no request of ours");
  assert.equal((await refund({ paymentTransactionId: "21", price: "1" })).json.status, "failure", "what they cancelled is gone");
});

test("pages are of the size that is set, and none beyond the last has rows", async (t) => {
  const { ask, set, refundsOfTheMorning } = await openDay(t);
  await refundsOfTheMorning(4);
  assert.deepEqual((await ask({})).json.totalPageCount, 1);
  await set({ listPage: 2 });
  const pages = [];
  for (const page of ["1", "2", "3", "4"]) pages.push((await ask({ page })).json);
  const seen = pages.map(({ currentPage, totalPageCount, transactions }) => [currentPage, totalPageCount, pricesOf(transactions)]);
  assert.deepEqual(seen, [[1, 3, [1, 2]], [2, 3, [3, 4]], [3, 3, [40]], [4, 3, []]]);
  assert.deepEqual((await ask({ transactionDate: "2026-03-01" })).json.totalPageCount, 0);
  assert.equal((await set({ listPage: 0 })).status, 400);
});

test("a question without a day or page, or with a wrong one, is refused", async (t) => {
  const { ask, settings } = await openDay(t);
  for (const [query, code] of [
    ...[[{ transactionDate: undefined }, "24"], [{ transactionDate: "" }, "24"], [{ page: undefined }, "24"], [{ page: "" }, "24"]],
    ...["10.03.2026", "2026-13-01", "2026-02-30", "2026-3-10", "2026-03", "2026-03-10T00:00:00Z", "today"].map((transactionDate) => [{ transactionDate }, "7"]),
    ...["0", "-1", "1.5", "01", "x", "1e2"].map((page) => [{ page }, "11"]),
    // Two years are as far as it goes back.
    [{ transactionDate: new Date(NOON - 731 * DAY).toISOString().slice(0, 10) }, "11"],
  ]) {
    const { status, json } = await ask({ conversationId: "q", ...query });
    assert.deepEqual([status, json.status, json.errorCode, json.conversationId, "transactions" in json], [200, "failure", code, "q", false], JSON.stringify(query));
  }
  assert.equal((await ask({ transactionDate: new Date(NOON - 730 * DAY).toISOString().slice(0, 10) })).json.status, "success");
  await settings({ failureStatus: 400 });
  assert.equal((await ask({ page: "0" })).status, 400);
});

test("nobody lists anything without a merchant's key; the query is not signed", async (t) => {
  const { url, ask, standard } = await openDay(t);
  const address = `${url}${PATH}?transactionDate=${TODAY}&page=1`;
  const codeOf = async (headers) => (await (await fetch(address, { headers })).json()).errorCode;
  assert.equal(await codeOf({}), "1001");
  assert.equal(await codeOf({ authorization: authorization(standard, { path: `${PATH}?transactionDate=${TODAY}&page=1` }) }), "1000");
  assert.equal(await codeOf({ authorization: authorization(standard, { path: PATH }) }), undefined);
  assert.equal((await ask({}, { merchant: { ...standard, secretKey: "another" } })).json.errorCode, "1000");
});

test("each payment, refund and cancel has a bank reference of its own where that is set, the same everywhere", async (t) => {
  const { refundV2, cancel, rows, shown, settings } = await openDay(t);
  assert.equal((await settings({ hostReferences: "own" })).status, 200);
  const refunded = (await refundV2({ paymentId: "1", price: "25" })).json;
  const cancelled = (await cancel({ paymentId: "2" })).json;
  const references = (await rows()).map(({ hostReference }) => hostReference);
  const { refundHostReference, cancelHostReference } = { ...refunded, ...cancelled };
  assert.deepEqual(references, ["000000000002", refundHostReference, refundHostReference, cancelHostReference]);
  assert.equal(new Set([...references, refunded.hostReference]).size, 4, "and the payment's is another");
  assert.deepEqual((await shown("1")).refunds.flat().map(({ hostReference }) => hostReference), [refundHostReference, refundHostReference]);
  assert.equal((await shown("2")).cancels[0].hostReference, cancelHostReference);
  assert.equal((await settings({ hostReferences: "none" })).status, 400);
});
