// The day's list: what is in it, on which page, when, and under whose ids.

import assert from "node:assert/strict";
import { test } from "node:test";

import { shop as smallShop } from "../../www-example/sandbox/shop.mjs";
import { authorization, control, DAY, openSandbox, post } from "./client.mjs";

const PATH = "/v2/reporting/payment/transactions";
const MINUTE = 60_000;
const NOON = Date.parse("2026-03-10T12:00:00+03:00");
const TODAY = "2026-03-10";

const PAYMENTS = [
  { paymentId: "1", conversationId: "order-1", createdAt: NOON - 2 * DAY, items: [{ paymentTransactionId: "11", paidPrice: "20" }, { paymentTransactionId: "12", paidPrice: "30" }] },
  { paymentId: "2", conversationId: "order-2", createdAt: NOON - MINUTE, items: [{ paymentTransactionId: "21", price: "40", paidPrice: "44" }] },
];

async function open(t, options) {
  const { url, standard, sandbox } = await openSandbox(t, { shop: { ...smallShop, payments: PAYMENTS }, now: () => NOON, ...options });
  const list = async (query) => {
    const asked = new URLSearchParams({ transactionDate: TODAY, page: "1", ...query });
    const response = await fetch(`${url}${PATH}?${asked}`, { headers: { authorization: authorization(standard, { path: PATH }) } });
    return { status: response.status, json: await response.json() };
  };
  const rows = async (query) => (await list(query)).json.transactions;
  return { url, sandbox, list, rows, send: (path, body) => post(url, standard, path, body) };
}

test("a payment, a refund, a payment's refund in parts and a cancel stand there with every field", async (t) => {
  const { send, list } = await open(t);
  await send("/payment/refund", { paymentTransactionId: "11", price: "5.50", conversationId: "return-1" });
  await send("/v2/payment/refund", { paymentId: "1", price: "20", conversationId: "return-2" });
  await send("/payment/cancel", { paymentId: "2", conversationId: "cancel-1" });
  const { status, json } = await list({ conversationId: "q", locale: "en" });
  assert.deepEqual([status, json.status, json.conversationId, json.locale, json.currentPage, json.totalPageCount, json.systemTime], [200, "success", "q", "en", 1, 1, NOON]);
  assert.deepEqual(
    json.transactions.map(({ transactionType, paymentTxId, paymentId, price, paidPrice, conversationId }) => [transactionType, paymentTxId, paymentId, price, paidPrice, conversationId]),
    [
      ["PAYMENT", 21, "2", 40, 44, "order-2"],
      ["REFUND", 11, "1", 5.5, 5.5, "return-1"],
      ["REFUND", 11, "1", 14.5, 14.5, "return-2"],
      ["REFUND", 12, "1", 5.5, 5.5, "return-2"],
      ["CANCEL", 21, "2", 44, 44, "cancel-1"],
    ],
  );
  const [paid, refunded] = json.transactions;
  assert.deepEqual([paid.iyzicoFee, paid.merchantPayoutAmount, paid.afterSettlement, refunded.afterSettlement], [0.25, 43.12, 0, 1]);
  const names = [
    ...["transactionType", "transactionDate", "transactionId", "transactionStatus", "afterSettlement", "paymentTxId", "paymentId", "conversationId", "paymentPhase", "price"],
    ...["paidPrice", "transactionCurrency", "installment", "threeDS", "settlementCurrency", "connectorType", "posOrderId", "authCode", "hostReference", "basketId"],
  ];
  assert.deepEqual(Object.keys(refunded), names);
  assert.deepEqual([refunded.transactionDate, refunded.transactionStatus], ["2026-03-10 12:00:00", 2]);
});

test("a day is one of Istanbul", async (t) => {
  const { rows, url } = await open(t);
  await control(url, "POST", "panel-refund", { paymentId: "1", price: "1", agoMs: 12 * 60 * MINUTE + 1 });
  await control(url, "POST", "panel-refund", { paymentId: "1", price: "2", agoMs: 12 * 60 * MINUTE });
  assert.deepEqual((await rows({ transactionDate: "2026-03-09" })).map(({ price, transactionDate }) => [price, transactionDate]), [[1, "2026-03-09 23:59:59"]]);
  assert.deepEqual((await rows()).filter(({ transactionType }) => transactionType === "REFUND").map(({ price, transactionDate }) => [price, transactionDate]), [[2, "2026-03-10 00:00:00"]]);
});

test("what somebody gave back in the panel is listed as well", async (t) => {
  const { rows, url } = await open(t);
  await control(url, "POST", "panel-refund", { paymentId: "1", paymentTransactionId: "12", price: "7" });
  const [, { paymentTxId, price, ...row }] = await rows();
  assert.deepEqual([paymentTxId, price, "conversationId" in row], [12, 7, false]);
});

test("pages of the size that is set, and none beyond the last", async (t) => {
  const { list, send, url } = await open(t);
  await control(url, "POST", "unkind", { listPage: 2 });
  for (let n = 0; n < 4; n++) await send("/payment/refund", { paymentTransactionId: "12", price: "1" });
  const pages = [];
  for (const page of ["1", "2", "3", "4"]) pages.push((await list({ page })).json);
  assert.deepEqual(pages.map(({ currentPage, totalPageCount, transactions }) => [currentPage, totalPageCount, transactions.length]), [[1, 3, 2], [2, 3, 2], [3, 3, 1], [4, 3, 0]]);
});

test("rows come into the list after their lag, between one page and the next", async (t) => {
  const { list, send, url, sandbox } = await open(t, { now: () => NOON });
  const day = (time) => new Date(time + 3 * 60 * MINUTE).toISOString().slice(0, 10);
  const now = sandbox.clock().now;
  const today = day(typeof now === "number" ? now : Date.parse(now));
  await control(url, "POST", "unkind", { listLagMs: 10 * MINUTE, listPage: 1 });
  await send("/payment/refund", { paymentTransactionId: "12", price: "1" });
  await control(url, "POST", "clock", { advanceBy: 5 * MINUTE });
  await send("/payment/refund", { paymentTransactionId: "12", price: "2" });
  const refunds = async () => {
    const found = [];
    for (const page of ["1", "2", "3"]) found.push(...(await list({ transactionDate: today, page })).json.transactions);
    return found.filter(({ transactionType }) => transactionType === "REFUND").map(({ price }) => price);
  };
  assert.deepEqual(await refunds(), []);
  await control(url, "POST", "clock", { advanceBy: 6 * MINUTE });
  assert.deepEqual(await refunds(), [1]);
  await control(url, "POST", "clock", { advanceBy: 6 * MINUTE });
  assert.deepEqual(await refunds(), [1, 2]);
});

test("whose id a refund's row carries, whether it has the bank's reference, and whether what was refused is there", async (t) => {
  const { rows, send, url } = await open(t);
  await send("/payment/refund", { paymentTransactionId: "11", price: "1", conversationId: "return-1" });
  await send("/payment/refund", { paymentTransactionId: "11", price: "99", conversationId: "too-much" });
  const refunds = async (modes) => {
    await control(url, "POST", "unkind", modes);
    return (await rows()).filter(({ transactionType }) => transactionType === "REFUND");
  };
  assert.deepEqual((await refunds({})).map(({ conversationId, hostReference }) => [conversationId, hostReference]), [["return-1", "mock00007iyzihostrfn"]]);
  assert.deepEqual((await refunds({ ids: "upper" }))[0].conversationId, "RETURN-1");
  assert.deepEqual((await refunds({ listIds: "payment" }))[0].conversationId, "order-1");
  assert.equal("conversationId" in (await refunds({ listIds: "none" }))[0], false);
  assert.equal("hostReference" in (await refunds({ listReferences: false }))[0], false);
  const all = await refunds({ listIds: "own", ids: "exact", listRejected: true });
  assert.deepEqual(all.map(({ price, transactionStatus }) => [price, transactionStatus]), [[1, 2], [99, -1]]);
});

test("a question without a day or page, or with a wrong one, is refused; nobody else's key lists anything", async (t) => {
  const { list, url } = await open(t);
  for (const [query, code] of [
    [{ transactionDate: "" }, "24"], [{ page: "" }, "24"], [{ transactionDate: "10.03.2026" }, "7"], [{ transactionDate: "2026-13-01" }, "7"], [{ page: "0" }, "11"], [{ page: "x" }, "11"],
  ]) {
    const { json } = await list(query);
    assert.deepEqual([json.status, json.errorCode], ["failure", code], JSON.stringify(query));
  }
  const response = await fetch(`${url}${PATH}?transactionDate=${TODAY}&page=1`);
  assert.equal((await response.json()).status, "failure");
});
