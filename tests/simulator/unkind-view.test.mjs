// Each mode of the read-back alone: what it shows of the truth. The books never change.

import assert from "node:assert/strict";
import { test } from "node:test";

import { control, postGmuUnjudged } from "./support/client.mjs";
import { coffee, openTerminal, refundRequest, SALE, SALE_REFERENCE, voidRequest } from "./support/terminal-shop.mjs";
import { HOUR, idsOf, MINUTE, NOON, ONE, openUnkind, SECOND, THREE } from "./support/unkind-shop.mjs";

const SUMMARY = (payment) => payment.paymentRefundStatus;

test("without any mode all is shown at once, as it is", async (t) => {
  const { url, refund, cancel, shown, answer, sandbox } = await openUnkind(t);
  await refund();
  await refund({ price: "26", conversationId: "too-much" });
  await cancel({ paymentId: THREE.paymentId });
  const { payment, cancels, refunds } = await shown();
  assert.deepEqual([SUMMARY(payment), cancels, idsOf(refunds[0])], ["PARTIALLY_REFUNDED", [], ["return-1"]]);
  const [row] = refunds[0];
  assert.deepEqual(
    [row.refundStatus, row.isAfterSettlement, row.createdDate, row.currencyCode, "errorCode" in row],
    [1, false, "2026-03-10T09:00:00.000Z", "TRY", false],
  );
  const cancelled = await shown(THREE.paymentId);
  assert.deepEqual([SUMMARY(cancelled.payment), idsOf(cancelled.cancels)], ["NOT_REFUNDED", ["cancel-1"]]);
  const { status, json } = await answer(ONE.paymentId, { conversationId: "ask-1" });
  assert.deepEqual([status, json.conversationId, json.systemTime], [200, "ask-1", NOON]);
  const { seed, kind, ids } = (await control(url, "GET", "unkind")).json;
  assert.deepEqual([seed, kind, ids], ["1", false, "exact"]);
  assert.equal(sandbox.books(ONE.paymentId).movements, 1);
});

test("modes are set one by one, checked, and taken back", async (t) => {
  const { url, set, sandbox } = await openUnkind(t);
  assert.equal((await set({ ids: "cut:20", lagRowsMs: 5 })).status, 200);
  assert.equal((await set({ rows: "cancels" })).json.ids, "cut:20");
  for (const modes of [
    ...[{ ids: "cut:19" }, { ids: "cut:" }, { ids: "roman" }, { ids: null }, { lagRowsMs: -1 }, { lagRowsMs: "5" }, { rows: "both" }, { nothing: 1 }],
    ...[{ missing: ["price"] }, { missing: "createdDate" }, { dates: "roman" }, { summary: "" }, { detailsHttp: 99 }, { kind: true, beyond: true }],
    ...[{ answers: 2 }, { echo: 0 }, { seed: null }, { toString: 1 }, { rows: "refunds", echo: "no" }],
  ]) {
    assert.equal((await set(modes)).status, 400, JSON.stringify(modes));
  }
  assert.deepEqual([sandbox.unkind().rows, sandbox.unkind().lagRowsMs], ["cancels", 5]);
  assert.equal((await control(url, "DELETE", "unkind")).json.ids, "exact");
  await set({ ids: "upper" });
  sandbox.reset();
  assert.equal(sandbox.unkind().ids, "exact");
});

test("a simulator that opens with modes has them again after a reset", async (t) => {
  const { set, sandbox } = await openUnkind(t, { rows: "cancels" });
  await set({ rows: "refunds" });
  sandbox.reset();
  assert.equal(sandbox.unkind().rows, "cancels");
});

test("summary and rows lag, each by its own time after the landing", async (t) => {
  const { refund, refundV2, shown, pass } = await openUnkind(t, { lagSummaryMs: MINUTE, lagRowsMs: 3 * MINUTE });
  await refund({ price: "25" });
  const seen = async () => {
    const { payment, refunds } = await shown();
    return [SUMMARY(payment), refunds[0].length];
  };
  assert.deepEqual(await seen(), ["NOT_REFUNDED", 0]);
  await pass(MINUTE - 1);
  assert.deepEqual(await seen(), ["NOT_REFUNDED", 0]);
  await pass(1);
  assert.deepEqual(await seen(), ["TOTALLY_REFUNDED", 0]);
  await pass(2 * MINUTE);
  assert.deepEqual(await seen(), ["TOTALLY_REFUNDED", 1]);

  await refundV2({ price: "4", conversationId: "a" });
  await pass(2 * MINUTE);
  await refundV2({ price: "11", conversationId: "b" });
  const { payment } = await shown(THREE.paymentId);
  assert.equal(SUMMARY(payment), "PARTIALLY_REFUNDED", "of two it knows one");
});

test("a lag counts from the landing, however late that is", async (t) => {
  const { refund, shown, pass } = await openUnkind(t, { lagRowsMs: MINUTE });
  await assert.rejects(refund({}, { fault: `lands-late:${MINUTE}` }));
  await pass(2 * MINUTE - 1);
  assert.deepEqual((await shown()).refunds, [[]]);
  await pass(1);
  assert.deepEqual(idsOf((await shown()).refunds[0]), ["return-1"]);
});

test("a refund's rows stand among the cancels, as one, or here and there", async (t) => {
  const { refundV2, shown, set } = await openUnkind(t, { rows: "cancels" });
  await refundV2();
  const { cancels, refunds, payment } = await shown(THREE.paymentId);
  assert.deepEqual(refunds, [[], [], []]);
  assert.deepEqual(cancels.map((row) => [row.cancelConversationId, row.refundPrice, row.refundStatus]), [["return-1", 12, 1]]);
  assert.equal(SUMMARY(payment), "PARTIALLY_REFUNDED");

  await set({ rows: "either" });
  const places = new Set();
  for (let seed = 0; seed < 20; seed += 1) {
    await set({ seed });
    const picture = await shown(THREE.paymentId);
    assert.deepEqual(await shown(THREE.paymentId), picture, "not drawn anew each time");
    const [inCancels, inRefunds] = [picture.cancels, picture.refunds.flat()].map((rows) => rows.length);
    assert.ok((inCancels === 1 && inRefunds === 0) || (inCancels === 0 && inRefunds === 2));
    places.add(inCancels);
  }
  assert.equal(places.size, 2);
});

test("a refund charged from the merchant is listed, or nowhere to be seen", async (t) => {
  const { sandbox, refund, refundCharged, shown, set } = await openUnkind(t);
  await refundCharged({ conversationId: "charged" });
  const seen = async () => {
    const { payment, refunds } = await shown();
    return [SUMMARY(payment), idsOf(refunds[0])];
  };
  assert.deepEqual(await seen(), ["PARTIALLY_REFUNDED", ["charged"]]);
  await set({ charged: "hidden" });
  assert.deepEqual(await seen(), ["NOT_REFUNDED", []]);
  await refund();
  assert.deepEqual(await seen(), ["PARTIALLY_REFUNDED", ["return-1"]]);
  assert.equal(sandbox.books(ONE.paymentId).moved, "10");
});

test("refused requests leave a failed row, a pending one, or none", async (t) => {
  const { sandbox, refund, refundV2, cancel, shown, set, pass } = await openUnkind(t, { failedRows: "failed", lagRowsMs: MINUTE });
  await refund({ price: "26", conversationId: "too-much" });
  await refund({ price: "5", conversationId: "declined" }, { fault: "refuse:10220" });
  await refund({ price: "5", conversationId: "unlisted" }, { fault: "unlisted:99999:ODD" });
  await refund({ price: "5", conversationId: "gateway" }, { fault: "gateway-json:504" });
  await refund({ price: "5", conversationId: "never" }, { fault: "refused-before" }).catch(() => undefined);
  await refund({ price: "5", conversationId: "done" }, { fault: "html502" });
  await refundV2({ price: "99", conversationId: "too-much-of-all" });
  await cancel({ conversationId: "too-late" });
  assert.deepEqual((await shown()).refunds, [[]], "they lag like any other row");
  await pass(MINUTE);

  const row = ({ refundStatus, errorCode, errorGroup, refundPrice }) => [refundStatus, errorCode, errorGroup, refundPrice];
  const { payment, refunds, cancels } = await shown();
  const byId = Object.fromEntries(refunds[0].map((one) => [one.refundConversationId, row(one)]));
  assert.deepEqual(byId, {
    done: [1, undefined, undefined, 5],
    "too-much": [0, "10232", "INVALID_AMOUNT", 26],
    declined: [0, "10220", "DECLINED", 5],
    unlisted: [0, "99999", "ODD", 5],
  });
  assert.deepEqual(cancels.map((one) => [one.cancelConversationId, ...row(one)]), [["too-late", 0, "10012", "INVALID_TRANSACTION", 25]]);
  assert.equal(SUMMARY(payment), "PARTIALLY_REFUNDED");
  assert.deepEqual((await shown(THREE.paymentId)).refunds.map(idsOf), [["too-much-of-all"], [], []]);

  await set({ failedRows: "pending" });
  const pending = (await shown()).refunds[0].find((one) => one.refundConversationId === "declined");
  assert.ok(![0, 1].includes(pending.refundStatus));
  assert.equal("errorCode" in pending, false);
  await set({ failedRows: "none" });
  assert.deepEqual(idsOf((await shown()).refunds[0]), ["done"]);
  assert.equal(sandbox.books(ONE.paymentId).moved, "5");
});

test("a request that has yet to land shows as a pending row, or as a failed one, until its own row shows", async (t) => {
  const { refund, shown, set, pass } = await openUnkind(t, { waitingRows: "pending", lagRowsMs: MINUTE });
  await assert.rejects(refund({}, { fault: `lands-late:${MINUTE}` }));
  await assert.rejects(refund({ price: "25", conversationId: "return-2" }, { fault: `lands-late:${3 * MINUTE}` }));
  const statuses = async () => {
    const { refunds } = await shown();
    return refunds[0].map(({ refundConversationId, refundStatus, errorCode }) => [refundConversationId, refundStatus === 1, errorCode]);
  };
  assert.deepEqual(await statuses(), [["return-1", false, undefined], ["return-2", false, undefined]]);
  await set({ waitingRows: "failed" });
  assert.deepEqual(await statuses(), [["return-1", false, "10219"], ["return-2", false, "10219"]], "not a listed refusal: it will be done");
  await pass(2 * MINUTE - 1);
  assert.deepEqual((await statuses())[0], ["return-1", false, "10219"], "landed, but its row lags");
  await pass(1);
  assert.deepEqual(await statuses(), [["return-1", true, undefined], ["return-2", false, "10219"]]);
  await pass(10 * MINUTE);
  assert.deepEqual(await statuses(), [["return-1", true, undefined]], "the other was refused in the end");
});

const IDS = [
  ["trimmed", " a b ", "a b"],
  ["cut:20", "iade-2026-03-10-siparis-1234567890", "iade-2026-03-10-sipa"],
  ["cut:36", "short", "short"],
  ["upper", "iade-ı", "IADE-I"],
  ["lower", "IADE-1", "iade-1"],
  ["upper-tr", "iade-1", "İADE-1"],
  ["lower-tr", "IADE-İ", "ıade-i"],
  ["spaces-collapsed", "a   b", "a b"],
  ["spaces-removed", " a  b", "ab"],
  ["number", "0071", 71],
  ["number", "return-7", "return-7"],
  ["latin1", "sipariş", "sipariÅ\u009f"],
  ["windows-1254", "sipariş", "sipariÅŸ"],
  ["question-marks", "sipariş €", "sipari? ?"],
  ["null", "return-1", null],
  ["missing", "return-1", undefined],
  ["empty", "return-1", ""],
];

for (const [ids, sent, seen] of IDS) {
  test(`ids "${ids}": ${JSON.stringify(sent)} is shown as ${JSON.stringify(seen)}`, async (t) => {
    const { sandbox, refund, cancel, shown } = await openUnkind(t, { ids });
    await refund({ conversationId: sent });
    await cancel({ paymentId: THREE.paymentId, conversationId: sent });
    const [[row]] = (await shown()).refunds;
    const [other] = (await shown(THREE.paymentId)).cancels;
    assert.deepEqual([row.refundConversationId, other.cancelConversationId], [seen, seen]);
    assert.deepEqual(["refundConversationId" in row, "cancelConversationId" in other], [seen !== undefined, seen !== undefined]);
    assert.equal(sandbox.books(ONE.paymentId).items[0].refunds[0].conversationId, sent, "the books know");
    assert.equal((await refund({ conversationId: sent, price: "1" })).json.conversationId, sent, "and an answer repeats it as it was sent");
  });
}

test("a long number is rounded as a double rounds it", async (t) => {
  const { refund, answer } = await openUnkind(t, { ids: "number" });
  await refund({ conversationId: "12345678901234567891" });
  const { text } = await answer();
  assert.match(text, /"refundConversationId":12345678901234567000,/);
});

test("a row that has no id gets none", async (t) => {
  const { url, sandbox, shown, set } = await openUnkind(t);
  await control(url, "POST", "panel-refund", { ...ONE, price: "1" });
  for (const [ids, seen] of [["exact", undefined], ["upper", undefined], ["cut:20", undefined], ["null", null], ["empty", ""]]) {
    await set({ ids });
    assert.equal((await shown()).refunds[0][0].refundConversationId, seen, ids);
  }
  assert.equal(sandbox.books(ONE.paymentId).items[0].refunds[0].by, "panel");
});

test("lists are null or left out, always or when they are empty", async (t) => {
  const { refund, cancel, shown, set } = await openUnkind(t);
  await refund({ paymentTransactionId: THREE.items[0] });
  await cancel();
  for (const [how, empty, filled] of [
    ["full", [], 1],
    ["null-when-empty", null, 1],
    ["missing-when-empty", undefined, 1],
    ["null", null, null],
    ["missing", undefined, undefined],
  ]) {
    await set({ refundLists: how, cancelLists: how });
    const [refunded, cancelled] = [await shown(THREE.paymentId), await shown()];
    const sizes = [refunded.refunds[0], cancelled.cancels].map((list) => list?.length ?? list);
    assert.deepEqual([sizes, refunded.refunds[1], refunded.cancels], [[filled, filled], empty, empty], how);
    assert.equal("cancels" in refunded.payment, empty !== undefined);
    assert.equal(SUMMARY(refunded.payment), "PARTIALLY_REFUNDED");
  }
  await set({ refundLists: "full", cancelLists: "null" });
  assert.deepEqual([(await shown()).cancels, (await shown()).refunds], [null, [[]]], "each list by itself");
});

test("fields are left out by name", async (t) => {
  const { refund, answer, set } = await openUnkind(t);
  await refund();
  const fieldsOf = ({ json }) => {
    const [payment] = json.payments;
    const [item] = payment.itemTransactions;
    return { answer: Object.keys(json), payment: Object.keys(payment), item: Object.keys(item), row: Object.keys(item.refunds[0]) };
  };
  const all = fieldsOf(await answer());
  const places = {
    currencyCode: ["row"],
    createdDate: ["payment", "row"],
    paymentStatus: ["payment"],
    paymentRefundStatus: ["payment"],
    refundStatus: ["row"],
    paidPrice: ["payment"],
    phase: ["payment"],
    isAfterSettlement: ["row"],
    systemTime: ["answer"],
  };
  for (const [name, lacking] of Object.entries(places)) {
    await set({ missing: [name] });
    const found = fieldsOf(await answer());
    for (const [place, fields] of Object.entries(all)) {
      assert.deepEqual(found[place], lacking.includes(place) ? fields.filter((field) => field !== name) : fields, `${name} in ${place}`);
    }
  }
});

test("dates are written in four ways, all of the same moment", async (t) => {
  const { refund, shown, set } = await openUnkind(t);
  await refund();
  for (const [dates, text] of [
    ["zulu", "2026-03-10T09:00:00.000Z"],
    ["offset", "2026-03-10T12:00:00.000+03:00"],
    ["istanbul", "2026-03-10T12:00:00.000"],
    ["utc", "2026-03-10T09:00:00.000"],
  ]) {
    await set({ dates });
    const { payment, refunds } = await shown();
    assert.deepEqual([payment.createdDate, refunds[0][0].createdDate], [text, text]);
  }
});

test("the summary contradicts the rows, for good or for a while", async (t) => {
  const { refund, shown, set, pass } = await openUnkind(t, { summary: "ahead" });
  const says = async () => SUMMARY((await shown()).payment);
  assert.equal(await says(), "PARTIALLY_REFUNDED");
  await refund();
  assert.equal(await says(), "TOTALLY_REFUNDED");
  await set({ summary: "behind" });
  assert.equal(await says(), "NOT_REFUNDED");
  await set({ summary: "REFUND_IN_PROGRESS" });
  assert.equal(await says(), "REFUND_IN_PROGRESS");

  await set({ summary: "NOT_REFUNDED", summaryForMs: MINUTE });
  await pass(MINUTE - 1);
  assert.equal(await says(), "NOT_REFUNDED");
  await pass(1);
  assert.equal(await says(), "PARTIALLY_REFUNDED");
  await refund({ conversationId: "return-2" });
  assert.equal(await says(), "NOT_REFUNDED", "again after each change");
});

test("the summary of a cancelled payment is either word", async (t) => {
  const { cancel, shown, set } = await openUnkind(t);
  await cancel();
  assert.equal(SUMMARY((await shown()).payment), "NOT_REFUNDED");
  await set({ cancelSummary: "TOTALLY_REFUNDED" });
  assert.equal(SUMMARY((await shown()).payment), "TOTALLY_REFUNDED");
});

test("a stale copy shows the whole picture as it was, and says so or not", async (t) => {
  const { refund, answer, set, pass } = await openUnkind(t, { staleMs: 10 * MINUTE });
  await refund();
  await pass(5 * MINUTE);
  const seen = async () => {
    const { json } = await answer();
    const [payment] = json.payments;
    return [json.systemTime - NOON, SUMMARY(payment), payment.itemTransactions[0].refunds.length];
  };
  assert.deepEqual(await seen(), [-5 * MINUTE, "NOT_REFUNDED", 0]);
  await set({ staleTime: "fresh" });
  assert.deepEqual(await seen(), [5 * MINUTE, "NOT_REFUNDED", 0]);
  await pass(5 * MINUTE);
  assert.deepEqual(await seen(), [10 * MINUTE, "PARTIALLY_REFUNDED", 1]);
});

test("systemTime differs from the clock", async (t) => {
  const { answer, set, refund } = await openUnkind(t, { clockOffMs: -90 * SECOND });
  assert.equal((await answer()).json.systemTime, NOON - 90 * SECOND);
  await set({ clockOffMs: HOUR, staleMs: MINUTE });
  assert.equal((await answer()).json.systemTime, NOON + HOUR - MINUTE);
  assert.equal((await refund()).json.systemTime, NOON, "of the details only");
});

test("isAfterSettlement is a boolean or a number", async (t) => {
  const { refund, shown, set } = await openUnkind(t);
  await refund();
  for (const afterSettlement of [true, false, 1, 0]) {
    await set({ afterSettlement });
    assert.equal((await shown()).refunds[0][0].isAfterSettlement, afterSettlement);
  }
});

test("the details repeat no conversationId, and come with any HTTP status", async (t) => {
  const { answer, set } = await openUnkind(t, { echo: false });
  assert.equal("conversationId" in (await answer(ONE.paymentId, { conversationId: "ask-1" })).json, false);
  for (const detailsHttp of [203, 404, 503]) {
    await set({ detailsHttp });
    const { status, json } = await answer();
    assert.deepEqual([status, json.status, json.payments.length], [detailsHttp, "success", 1]);
  }
});

test("payments that were never paid, or only authorised, have nothing to refund", async (t) => {
  const { url, sandbox, refund, refundV2, cancel, shown } = await openUnkind(t);
  const pay = async (payment) => (await control(url, "POST", "payments", { ...payment, items: [{ paidPrice: "10" }] })).json;
  for (const opened of [{ paymentStatus: 0 }, { paymentStatus: 2 }, { phase: "PRE_AUTH" }]) {
    const { paymentId, paid, left, items } = await pay(opened);
    assert.deepEqual([paid, left], ["0", "0"]);
    const { payment } = await shown(paymentId);
    assert.deepEqual([payment.paymentStatus, payment.phase, payment.paidPrice], [opened.paymentStatus ?? 1, opened.phase ?? "AUTH", 10]);
    assert.equal((await refund({ paymentTransactionId: items[0].paymentTransactionId, price: "1" })).json.errorCode, "10012");
    assert.equal((await refundV2({ paymentId, price: "1" })).json.errorCode, "10012");
    const cancelled = (await cancel({ paymentId })).json;
    assert.equal(cancelled.errorCode, opened.phase ? undefined : "10012", "an authorisation can be taken back");
    assert.equal(sandbox.books(paymentId).movements, opened.phase ? 1 : 0);
  }
  const euros = await pay({ currency: "EUR", phase: "POST_AUTH" });
  assert.equal((await refund({ paymentTransactionId: euros.items[0].paymentTransactionId, price: "1", currency: "EUR" })).json.currency, "EUR");
  for (const wrong of [{ paymentStatus: 7 }, { paymentStatus: "1" }, { phase: "auth" }]) {
    assert.equal((await control(url, "POST", "payments", { ...wrong, items: [{ paidPrice: "10" }] })).status, 400);
  }
});

test("refunds in the panel: without an id, under any, twice the same, some time ago, or all of it", async (t) => {
  const { url, sandbox, refund, refundV2, shown, pass } = await openUnkind(t);
  const panel = (order) => control(url, "POST", "panel-refund", order);
  await pass(HOUR);
  assert.equal((await panel({ ...ONE, price: "5", agoMs: HOUR })).status, 201);
  assert.equal((await panel({ ...ONE, price: "2.50", conversationId: "panel-9", times: 2 })).json.moved, "10");
  await refund({ conversationId: "return-1" });
  await panel({ ...ONE, price: "5", conversationId: "return-1" });
  const { refunds } = await shown();
  assert.deepEqual(
    refunds[0].map((row) => [row.refundConversationId, row.refundPrice, row.createdDate]),
    [
      [undefined, 5, "2026-03-10T09:00:00.000Z"],
      ["panel-9", 2.5, "2026-03-10T10:00:00.000Z"],
      ["panel-9", 2.5, "2026-03-10T10:00:00.000Z"],
      ["return-1", 5, "2026-03-10T10:00:00.000Z"],
      ["return-1", 5, "2026-03-10T10:00:00.000Z"],
    ],
  );
  const books = sandbox.books(ONE.paymentId);
  assert.deepEqual([books.movements, books.items[0].refunds.map(({ by }) => by ?? "api")], [5, ["panel", "panel", "panel", "api", "panel"]]);
  assert.equal(sandbox.journal().filter(({ moneyMoved }) => moneyMoved).length, 1, "the journal has the API's requests only");

  assert.equal((await panel({ paymentId: "10844367", price: "1.20" })).json.left, "0", "of the payment");
  assert.equal((await panel({ paymentId: THREE.paymentId, cancel: true, conversationId: "panel-c" })).json.cancelled, true);
  assert.deepEqual(idsOf((await shown(THREE.paymentId)).cancels), ["panel-c"]);
  assert.equal((await refundV2({ price: "1" })).json.errorCode, "10012");

  const before = sandbox.allBooks();
  for (const order of [
    {},
    { paymentId: "1", price: "1" },
    { paymentId: ONE.paymentId },
    { ...ONE, cancel: true },
    { ...ONE, price: "0" },
    { ...ONE, price: "6" },
    { ...ONE, price: "1", times: 0 },
    { ...ONE, price: "1", agoMs: "yesterday" },
    { ...ONE, price: "1", agoMs: -1 },
    { paymentId: ONE.paymentId, paymentTransactionId: "27169401", price: "1" },
  ]) {
    assert.equal((await panel(order)).status, 400, JSON.stringify(order));
  }
  assert.deepEqual(sandbox.allBooks(), before);
});

const STATUS = "query-transaction-status";
const askStatus = ({ url, token }, body) => postGmuUnjudged(url, token, STATUS, JSON.stringify(body));

test("a till's status knows of no such transaction for a while", async (t) => {
  const shop = await openTerminal(t, { unkind: { lagStatusMs: MINUTE } });
  const { send, sandbox, books } = shop;
  const byReference = () => askStatus(shop, { transactionReferenceId: "OP-1" });
  await send("refund", refundRequest("OP-1", [coffee()]));
  assert.equal(books().movements, 1);
  const early = await byReference();
  assert.deepEqual([early.status, early.json.errorCode], [200, "380108"]);
  assert.equal((await askStatus(shop, { paymentId: SALE.paymentId })).json.refundHostReference, undefined, "nor of it under the payment");
  assert.equal((await askStatus(shop, { transactionReferenceId: SALE_REFERENCE })).json.errorCode, "0", "the sale itself is known");
  sandbox.setClock({ advanceBy: MINUTE });
  assert.notEqual((await byReference()).json.refundHostReference, undefined);
  assert.notEqual((await askStatus(shop, { paymentId: SALE.paymentId })).json.refundHostReference, undefined);
});

test("a till's void lags as well, and lands late", async (t) => {
  const shop = await openTerminal(t, { unkind: { lagStatusMs: MINUTE } });
  await assert.rejects(shop.send("void", voidRequest("OP-2"), { "x-sandbox-fault": `lands-late:${MINUTE}` }));
  const code = async () => (await askStatus(shop, { transactionReferenceId: "OP-2" })).json.errorCode;
  shop.sandbox.setClock({ advanceBy: 2 * MINUTE - 1 });
  assert.deepEqual([await code(), shop.books().voided], ["380108", true]);
  shop.sandbox.setClock({ advanceBy: 1 });
  assert.equal(await code(), "0");
});

test("a till's status comes with any HTTP status, or as no such transaction with one", async (t) => {
  const shop = await openTerminal(t);
  await shop.send("refund", refundRequest("OP-1", [coffee()]));
  const ask = async (modes) => {
    shop.sandbox.setUnkind(modes);
    const { status, json } = await askStatus(shop, { transactionReferenceId: "OP-1" });
    return [status, json.errorCode, json.refundHostReference !== undefined];
  };
  assert.deepEqual(await ask({ statusHttp: 503 }), [503, "0", true]);
  assert.deepEqual(await ask({ statusNotFoundHttp: 404 }), [404, "380108", false]);
  assert.deepEqual(await ask({ statusNotFoundHttp: 503 }), [503, "380108", false]);
  assert.equal(shop.books().movements, 1);
});
