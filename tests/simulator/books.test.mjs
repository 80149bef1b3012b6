// The simulator's rules for refund and cancel, exact to the last decimal.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DAY, details, openSandbox, post } from "./support/client.mjs";

const refusal = ({ json }) => [json.status, json.errorCode];
const REFUSED = (code) => ["failure", code];
const NOON = Date.parse("2026-03-10T09:00:00Z"); // 12:00 in Istanbul

async function openShop(t, options) {
  const shop = await openSandbox(t, options);
  const send = (merchant, path) => (body) => post(shop.url, merchant, path, body);
  return {
    ...shop,
    refund: send(shop.standard, "/payment/refund"),
    refundV2: send(shop.standard, "/v2/payment/refund"),
    cancel: send(shop.standard, "/payment/cancel"),
    refundCharged: send(shop.marketplace, "/payment/iyzipos/refund/merchant/charge"),
    refundToBalance: send(shop.standard, "/payment/refund-to-balance/init"),
    pay: (payment) => shop.sandbox.createPayment({ merchant: "standard", ...payment }),
  };
}

test("partial refunds repeat until exactly nothing is left", async (t) => {
  const { sandbox, refund } = await openShop(t);
  for (const price of ["0.10", "0.20", "24.69"]) {
    assert.equal((await refund({ paymentTransactionId: "27169345", price })).json.status, "success");
  }
  assert.equal(sandbox.books("25180188").left, "0.01");
  assert.deepEqual(refusal(await refund({ paymentTransactionId: "27169345", price: "0.02" })), REFUSED("10232"), "one kuruş too much");
  assert.equal((await refund({ paymentTransactionId: "27169345", price: "0.01" })).json.status, "success");
  assert.deepEqual(refusal(await refund({ paymentTransactionId: "27169345", price: "0.01" })), REFUSED("10012"), "nothing left");

  const books = sandbox.books("25180188");
  assert.deepEqual([books.refunded, books.left, books.movements, books.moved], ["25", "0", 4, "25"]);
});

test("amounts are exact to eight decimals and beyond what a float can hold", async (t) => {
  const { sandbox, refund, pay } = await openShop(t);
  const { paymentId, items } = pay({ items: [{ paidPrice: "90071992547409.93000001" }] });
  const [{ paymentTransactionId }] = items;
  const send = (price) => refund(`{"paymentTransactionId":"${paymentTransactionId}","price":${price}}`);

  assert.deepEqual(refusal(await send("90071992547409.93000002")), REFUSED("10232"));
  assert.equal((await send("90071992547409.91999999")).json.status, "success");
  assert.equal(sandbox.books(paymentId).left, "0.01000002");
  assert.equal((await send("0.00000002")).json.status, "success");
  assert.deepEqual(refusal(await send("0.010000001")), REFUSED("10232"), "finer than 10^-8");
  assert.equal((await send("1e-2")).json.status, "success");
  assert.equal(sandbox.books(paymentId).left, "0");
});

test("zero, negative and unreadable amounts are refused", async (t) => {
  const { sandbox, refund } = await openShop(t);
  for (const price of ["0", "-1", "0.000", '"5,00"', '" 5"', '"abc"']) {
    const answer = await refund(`{"paymentTransactionId":"27169345","price":${price}}`);
    assert.deepEqual(refusal(answer), REFUSED("10232"), price);
  }
  assert.equal(sandbox.books("25180188").movements, 0);
});

test("the limit is what was paid for the item, not its price", async (t) => {
  const { refund } = await openShop(t);
  assert.equal((await refund({ paymentTransactionId: "11433038", price: "1.20" })).json.status, "success");
});

test("V2 takes from the items in order, up to the payment's total", async (t) => {
  const { sandbox, refund, refundV2 } = await openShop(t);
  const left = () => sandbox.books("25180208").items.map((item) => item.left);

  assert.equal((await refund({ paymentTransactionId: "27169401", price: "4" })).json.status, "success");
  assert.equal((await refundV2({ paymentId: "25180208", price: "8" })).json.status, "success");
  assert.deepEqual(left(), ["0", "1.5", "1.5"]);
  assert.deepEqual(refusal(await refundV2({ paymentId: "25180208", price: "3.01" })), REFUSED("10232"));
  assert.deepEqual(left(), ["0", "1.5", "1.5"], "a refused refund takes nothing");
  assert.equal((await refundV2({ paymentId: "25180208", price: "3" })).json.status, "success");
  assert.deepEqual(left(), ["0", "0", "0"]);
  assert.deepEqual(refusal(await refundV2({ paymentId: "25180208", price: "0.01" })), REFUSED("10012"));

  const books = sandbox.books("25180208");
  assert.deepEqual([books.movements, books.moved], [3, "15"], "one movement per refund, however many items it touches");
  assert.deepEqual(books.items.map(({ refunds }) => refunds.length), [2, 2, 1]);
});

test("V2 is for standard merchants, in the language asked for", async (t) => {
  const { url, sandbox, marketplace } = await openSandbox(t);
  const send = (locale) => post(url, marketplace, "/v2/payment/refund", { locale, paymentId: "25190001", price: 5 });
  const turkish = await send("tr");
  assert.equal(turkish.status, 200);
  assert.deepEqual(refusal(turkish), REFUSED("5266"));
  assert.equal(turkish.json.errorMessage, "Tutar bazlı iadeyi sadece standart işyeri kullanabilir.");
  assert.equal((await send("en")).json.errorMessage, "Only a standard merchant can use the amount based refund.");
  assert.equal((await send(undefined)).json.locale, "tr");
  assert.equal((await post(url, marketplace, "/payment/refund", { paymentTransactionId: "27180001", price: 5 })).json.status, "success");
  assert.equal(sandbox.books("25190001").moved, "5");
});

test("a refund charged from the merchant is a refund to the books, and its answer is not signed", async (t) => {
  const { sandbox, refundCharged } = await openShop(t);
  const { status, json } = await refundCharged({ conversationId: "c-1", paymentTransactionId: "27180001", price: "15.50" });
  const { systemTime, authCode, ...rest } = json;
  assert.equal(status, 200);
  assert.deepEqual(rest, {
    status: "success",
    locale: "tr",
    conversationId: "c-1",
    paymentId: "25190001",
    paymentTransactionId: "27180001",
    price: 15.5,
    hostReference: "mock00007iyzihostrfn",
  });
  assert.deepEqual(refusal(await refundCharged({ paymentTransactionId: "27180001", price: "24.51" })), REFUSED("10232"));
  assert.deepEqual(refusal(await refundCharged({ paymentTransactionId: "27169345", price: 1 })), REFUSED("5087"), "of another merchant");
  assert.deepEqual(refusal(await refundCharged({ price: 1 })), REFUSED("24"));
  const [item] = sandbox.books("25190001").items;
  assert.deepEqual([item.refunded, item.left, item.refunds[0].conversationId], ["15.5", "24.5", "c-1"]);
});

test("a refund to balance begins on a page and moves nothing", async (t) => {
  const { sandbox, refundToBalance } = await openShop(t);
  const callbackUrl = "https://shop.example/iade";
  const { json } = await refundToBalance({ conversationId: "b-1", paymentId: "25180188", callbackUrl });
  assert.deepEqual([json.status, json.conversationId, json.url.endsWith(json.token)], ["success", "b-1", true]);
  assert.notEqual((await refundToBalance({ paymentId: "25180188", callbackUrl })).json.token, json.token);
  assert.deepEqual(refusal(await refundToBalance({ paymentId: "25190001", callbackUrl })), REFUSED("5087"), "of another merchant");
  for (const missing of [{ paymentId: "25180188" }, { callbackUrl }]) assert.deepEqual(refusal(await refundToBalance(missing)), REFUSED("24"));
  assert.equal(sandbox.books("25180188").movements, 0);
});

test("a cancel is once, of the whole, and rules out any refund", async (t) => {
  const { sandbox, cancel, refund, refundV2 } = await openShop(t);
  const first = await cancel({ paymentId: "25180208", conversationId: "c-1" });
  assert.deepEqual([first.json.status, first.json.price, first.json.conversationId], ["success", 15, "c-1"]);
  assert.equal("signature" in first.json, false);
  assert.deepEqual(refusal(await cancel({ paymentId: "25180208" })), REFUSED("10012"));
  assert.deepEqual(refusal(await refund({ paymentTransactionId: "27169401", price: 1 })), REFUSED("10012"));
  assert.deepEqual(refusal(await refundV2({ paymentId: "25180208", price: 1 })), REFUSED("10012"));
  const books = sandbox.books("25180208");
  assert.deepEqual([books.cancelled, books.movements, books.moved, books.left], [true, 1, "15", "0"]);
});

test("a cancel after a refund is refused", async (t) => {
  const { sandbox, cancel, refund } = await openShop(t);
  await refund({ paymentTransactionId: "27169345", price: 1 });
  assert.deepEqual(refusal(await cancel({ paymentId: "25180188" })), REFUSED("10012"));
  assert.equal(sandbox.books("25180188").moved, "1");
});

test("a cancel needs the payment's own calendar day in Turkey", async (t) => {
  let time = Date.parse("2026-03-10T20:00:00Z"); // 23:00 in Istanbul
  const { cancel, pay } = await openShop(t, { now: () => time });
  const [first, second] = [pay({ items: [{ paidPrice: 5 }] }), pay({ items: [{ paidPrice: 5 }] })];
  time = Date.parse("2026-03-10T20:59:59Z");
  assert.equal((await cancel({ paymentId: first.paymentId })).json.status, "success");
  time = Date.parse("2026-03-10T21:00:00Z");
  assert.deepEqual(refusal(await cancel({ paymentId: second.paymentId })), REFUSED("10012"));
});

test("a refund is possible for 365 days", async (t) => {
  let time = NOON;
  const { refund, pay } = await openShop(t, { now: () => time });
  const { items: [{ paymentTransactionId }] } = pay({ items: [{ paidPrice: 5 }] });
  time = NOON + 365 * DAY;
  assert.equal((await refund({ paymentTransactionId, price: 1 })).json.status, "success");
  time += 1;
  assert.deepEqual(refusal(await refund({ paymentTransactionId, price: 1 })), REFUSED("10012"));
});

test("the test card that cannot be refunded is declined by the bank", async (t) => {
  const { sandbox, cancel, refund, refundV2 } = await openShop(t);
  for (const answer of [
    await refund({ paymentTransactionId: "27169600", price: 1 }),
    await refundV2({ paymentId: "25180400", price: 1 }),
    await cancel({ paymentId: "25180400" }),
  ]) {
    assert.deepEqual([...refusal(answer), answer.json.errorGroup], ["failure", "10220", "DECLINED"]);
  }
  assert.equal(sandbox.books("25180400").movements, 0);
});

test("missing fields, unknown payments and another currency are refused", async (t) => {
  const { refund, refundV2, cancel } = await openShop(t);
  assert.deepEqual(refusal(await refund({ price: 1 })), REFUSED("24"));
  assert.deepEqual(refusal(await refund({ paymentTransactionId: "27169345" })), REFUSED("24"));
  assert.deepEqual(refusal(await refund({ paymentTransactionId: "", price: 1 })), REFUSED("24"));
  assert.deepEqual(refusal(await refundV2({ price: 1 })), REFUSED("24"));
  assert.match((await cancel({ locale: "en" })).json.errorMessage, /paymentId/);
  assert.deepEqual(refusal(await refund({ paymentTransactionId: "1", price: 1 })), REFUSED("5087"));
  assert.deepEqual(refusal(await refundV2({ paymentId: "25190001", price: 1 })), REFUSED("5087"), "another merchant's");
  assert.deepEqual(refusal(await cancel({ paymentId: "1" })), REFUSED("5087"));
  assert.deepEqual(refusal(await refund({ paymentTransactionId: "27169345", price: 1, currency: "EUR" })), REFUSED("11"));
  assert.equal((await refund({ paymentTransactionId: "27169500", price: 1, currency: "EUR" })).json.currency, "EUR");
});

test("read-back names every refund and cancel", async (t) => {
  const { url, standard, refund, refundV2, cancel } = await openShop(t, { now: () => NOON });
  const read = async (query) => (await details(url, standard, query)).json;
  await refund({ paymentTransactionId: "27169401", price: "4", conversationId: "r-1" });
  await refundV2({ paymentId: "25180208", price: "8", conversationId: "r-2" });
  await cancel({ paymentId: "25180188", conversationId: "c-1" });

  const [payment] = (await read({ paymentId: "25180208" })).payments;
  assert.equal(payment.paymentRefundStatus, "PARTIALLY_REFUNDED");
  assert.equal(payment.paidPrice, 15);
  assert.deepEqual(
    payment.itemTransactions.map(({ refunds }) => refunds.map((one) => [one.refundConversationId, one.refundPrice, one.createdDate])),
    [
      [["r-1", 4, "2026-03-10T09:00:00.000Z"], ["r-2", 6, "2026-03-10T09:00:00.000Z"]],
      [["r-2", 2, "2026-03-10T09:00:00.000Z"]],
      [],
    ],
  );
  const refundIds = payment.itemTransactions.flatMap(({ refunds }) => refunds.map(({ refundTxId }) => refundTxId));
  assert.equal(new Set(refundIds).size, 3);

  const [cancelled] = (await read({ paymentConversationId: "siparis-1001" })).payments;
  assert.deepEqual(cancelled.cancels.map((one) => [one.cancelConversationId, one.refundPrice, one.refundStatus]), [["c-1", 25, 1]]);
  assert.equal(cancelled.paymentRefundStatus, "NOT_REFUNDED");

  assert.equal((await read({})).errorCode, "24");
  assert.equal((await read({ paymentId: "25190001" })).errorCode, "5087", "another merchant's");
});

test("the same clock and the same requests give the same bytes", async (t) => {
  const answers = [];
  for (let run = 0; run < 2; run += 1) {
    const { refund } = await openShop(t, { now: () => NOON, idOf: (n) => String(7_000_000 + n) });
    answers.push((await refund({ paymentTransactionId: "27169345", price: 5 })).text);
  }
  assert.equal(answers[0], answers[1]);
  assert.ok(answers[0].includes(`"systemTime":${NOON},`));
  assert.ok(answers[0].includes('"authCode":"000001"'));
});
