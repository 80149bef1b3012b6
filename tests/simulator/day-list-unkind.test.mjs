// The day's list in an unkind world: late, changing while it is read, about another day, and with altered ids.

import assert from "node:assert/strict";
import { test } from "node:test";

import { control } from "./support/client.mjs";
import { ITEM, openDay, PATH, pricesOf, TODAY } from "./support/day-shop.mjs";
import { HOUR, idsOf, MINUTE, NOON, SECOND } from "./support/unkind-shop.mjs";

test("rows come into the list after a lag of its own, whatever the details show", async (t) => {
  const { refund, reversals, rows, shown, set, pass } = await openDay(t, { listLagMs: 10 * MINUTE });
  assert.deepEqual(await rows(), [], "payments lag too");
  await refund({ paymentTransactionId: "12", price: "1" });
  assert.deepEqual(idsOf((await shown("1")).refunds[1]), ["return-1"]);
  await pass(10 * MINUTE - 1);
  assert.deepEqual(await reversals(), []);
  await pass(1);
  assert.deepEqual(pricesOf(await reversals()), [1]);

  await set({ listLagMs: 0, lagRowsMs: HOUR, staleMs: HOUR, charged: "hidden" });
  await refund({ paymentTransactionId: "12", price: "2" });
  assert.deepEqual([pricesOf(await reversals()), idsOf((await shown("1")).refunds[1])], [[1, 2], []]);
});

test("rows may take each its own time, so that a later one is there before an earlier one", async (t) => {
  const { reversals, refundsOfTheMorning, set, pass } = await openDay(t);
  await refundsOfTheMorning(6);
  await set({ listLagMs: 24 * HOUR, listLags: "each" });
  const seen = [];
  for (let hour = 0; hour < 18; hour += 1) {
    seen.push(pricesOf(await reversals()));
    assert.deepEqual(pricesOf(await reversals()), seen.at(-1), "not drawn anew each time");
    await pass(HOUR);
  }
  assert.deepEqual(pricesOf(await reversals()), [1, 2, 3, 4, 5, 6], "within the lag");
  const isOutOfTurn = (prices) => prices.some((price, at) => price !== at + 1);
  assert.ok(seen.some(isOutOfTurn), JSON.stringify(seen));
  for (const [at, prices] of seen.entries()) assert.ok(prices.every((price) => (seen[at + 1] ?? prices).includes(price)), "what is there stays");
});

test("the parts of one refund may come one after the other", async (t) => {
  const { refundV2, reversals, set, pass } = await openDay(t);
  await refundV2({ paymentId: "1", price: "25" });
  const sizes = new Set();
  for (let seed = 0; seed < 10; seed += 1) {
    await set({ seed, listLagMs: HOUR, listLags: "each" });
    await pass(seed === 0 ? 30 * MINUTE : 0);
    sizes.add((await reversals()).length);
  }
  assert.ok(sizes.has(1), [...sizes].join());
});

test("an earlier row that comes between two questions moves the others on: one comes twice, the new one is missed", async (t) => {
  const { ask, panel, set, refundsOfTheMorning } = await openDay(t, { listPage: 2 });
  await refundsOfTheMorning(3);
  const first = (await ask({})).json;
  await panel({ ...ITEM, price: "9", agoMs: 12 * HOUR });
  const second = (await ask({ page: "2" })).json;
  const third = (await ask({ page: "3" })).json;
  assert.deepEqual([first, second, third].map(({ transactions }) => pricesOf(transactions)), [[1, 2], [2, 3], [40]]);
  assert.deepEqual([first.totalPageCount, second.totalPageCount], [2, 3]);

  await set({ listOrder: "newest" });
  const newest = pricesOf((await ask({})).json.transactions);
  await panel({ ...ITEM, price: "0.5" });
  assert.deepEqual([newest, pricesOf((await ask({ page: "2" })).json.transactions)], [[40, 3], [3, 2]]);
});

test("whose conversationId the row of a refund or cancel carries, and how it is altered", async (t) => {
  const { refund, cancel, rows, set } = await openDay(t);
  await refund({ paymentTransactionId: "11", price: "1", conversationId: "71" });
  await cancel({ paymentId: "2" });
  const ids = async (modes) => {
    await set({ ids: "exact", listIds: "own", ...modes });
    return (await rows()).map((row) => ("conversationId" in row ? row.conversationId : "left out"));
  };
  assert.deepEqual(await ids({}), ["order-2", "71", "cancel-1"]);
  assert.deepEqual(await ids({ ids: "upper" }), ["ORDER-2", "71", "CANCEL-1"]);
  assert.deepEqual(await ids({ ids: "number" }), ["order-2", 71, "cancel-1"]);
  assert.deepEqual(await ids({ ids: "null" }), [null, null, null]);
  assert.deepEqual(await ids({ ids: "missing" }), ["left out", "left out", "left out"]);
  assert.deepEqual(await ids({ listIds: "payment" }), ["order-2", "order-1", "order-2"]);
  assert.deepEqual(await ids({ listIds: "payment", ids: "upper" }), ["ORDER-2", "ORDER-1", "ORDER-2"]);
  assert.deepEqual(await ids({ listIds: "none" }), ["order-2", "left out", "left out"]);
});

test("a row carries its own bank reference, the payment's, or none", async (t) => {
  const { refund, rows, set, settings } = await openDay(t);
  const { refundHostReference, hostReference } = (await settings({ hostReferences: "own" })) && (await refund({ paymentTransactionId: "11", price: "1" })).json;
  for (const [listReferences, seen] of [["own", ["000000000002", refundHostReference]], ["payment", ["000000000002", hostReference]], ["none", [undefined, undefined]]]) {
    await set({ listReferences });
    assert.deepEqual((await rows()).map((row) => row.hostReference), seen, listReferences);
    assert.equal("hostReference" in (await rows())[1], seen[1] !== undefined);
  }
});

test("iyzico's ids are texts or numbers", async (t) => {
  const { url, rows, set } = await openDay(t, { listNumbers: true });
  await control(url, "POST", "payments", { paymentId: "0071", createdAt: NOON, items: [{ paymentTransactionId: "tx-1", paidPrice: "1" }] });
  const idsShown = async () => (await rows()).map(({ transactionId, paymentTxId, paymentId }) => [transactionId, paymentTxId, paymentId]);
  assert.deepEqual(await idsShown(), [[21, 21, 2], ["tx-1", "tx-1", "0071"]], "what is no number stays a text");
  await set({ listNumbers: false });
  assert.deepEqual(await idsShown(), [["21", "21", "2"], ["tx-1", "tx-1", "0071"]]);
});

test("what was refused is not listed, or as rejected", async (t) => {
  const { refund, refundV2, cancel, reversals, set, sandbox } = await openDay(t);
  await refund({ paymentTransactionId: "11", price: "99", conversationId: "too-much" });
  await refund({ paymentTransactionId: "12", price: "3", conversationId: "declined" }, { fault: "refuse:10220" });
  await refundV2({ paymentId: "1", price: "51", conversationId: "too-much-of-all" });
  await cancel({ paymentId: "1", conversationId: "too-late" });
  await refund({ paymentTransactionId: "11", price: "1", conversationId: "never" }, { fault: "refused-before" }).catch(() => undefined);
  assert.deepEqual(await reversals(), []);
  await set({ listRejected: true });
  const seen = (await reversals()).map((row) => [row.transactionType, row.transactionStatus, row.paymentTxId, row.price, row.conversationId, "authCode" in row, "hostReference" in row]);
  assert.deepEqual(seen, [
    ["REFUND", -1, "11", 99, "too-much", false, false],
    ["REFUND", -1, "12", 3, "declined", false, false],
    ["REFUND", -1, "11", 51, "too-much-of-all", false, false],
    ["CANCEL", -1, "11", 50, "too-late", false, false],
  ]);
  assert.equal(sandbox.books("1").movements, 0);
});

test("a refund charged from the merchant is listed, or not", async (t) => {
  const { refundCharged, reversals, set } = await openDay(t);
  await refundCharged({ paymentTransactionId: "11", price: "1" });
  assert.deepEqual(pricesOf(await reversals()), [1]);
  await set({ charged: "hidden" });
  assert.deepEqual(await reversals(), []);
});

test("a refund that lands late is listed when it has landed", async (t) => {
  const { refund, reversals, pass } = await openDay(t, { listLagMs: MINUTE });
  await assert.rejects(refund({ paymentTransactionId: "11", price: "1" }, { fault: `lands-late:${MINUTE}` }));
  await pass(2 * MINUTE - 1);
  assert.deepEqual(await reversals(), []);
  await pass(1);
  assert.deepEqual((await reversals()).map(({ price, transactionDate }) => [price, transactionDate]), [[1, "2026-03-10 12:01:00"]]);
});

test("another page than the one asked for", async (t) => {
  const { ask, refundsOfTheMorning } = await openDay(t, { listPage: 2 });
  await refundsOfTheMorning(5);
  const seen = async (page, fault) => {
    const { json } = await ask({ page }, { fault });
    return [json.currentPage, pricesOf(json.transactions)];
  };
  assert.deepEqual(await seen("1", "list-other-page"), [2, [3, 4]]);
  assert.deepEqual(await seen("1", "list-other-page:3"), [3, [5, 40]]);
  assert.deepEqual(await seen("1"), [1, [1, 2]]);
});

test("a page that comes twice, as if it were the next", async (t) => {
  const { ask, refundsOfTheMorning } = await openDay(t, { listPage: 2 });
  await refundsOfTheMorning(3);
  for (const [page, prices] of [["1", [1, 2]], ["2", [1, 2]]]) {
    const { json } = await ask({ page }, { fault: "list-page-again" });
    assert.deepEqual([json.currentPage, json.totalPageCount, pricesOf(json.transactions)], [Number(page), 2, prices]);
  }
});

test("the rows of another day", async (t) => {
  const { ask } = await openDay(t);
  const days = async (transactionDate, fault) => {
    const { json } = await ask({ transactionDate }, { fault });
    return json.transactions.map((row) => row.transactionDate.slice(0, 10));
  };
  assert.deepEqual(await days(TODAY, "list-other-day"), ["2026-03-08", "2026-03-08"], "of the latest before");
  assert.deepEqual(await days("2026-03-08", "list-other-day"), [TODAY], "or else of one after");
  assert.deepEqual(await days(TODAY, "list-other-day:2026-03-01"), [], "of one that is named, even if it is empty");
  const { json } = await ask({ page: "2" }, { fault: "list-other-day" });
  assert.deepEqual([json.currentPage, json.transactions], [2, []], "no day has rows on that page");
});

test("an old copy of the list, which says so or not", async (t) => {
  const { ask, panel, pass } = await openDay(t, { listPage: 1, listOrder: "newest" });
  await panel({ ...ITEM, price: "1" });
  await pass(10 * MINUTE);
  await panel({ ...ITEM, price: "2" });
  const now = NOON + 10 * MINUTE;
  const seen = async (fault, page) => {
    const { json } = await ask({ page }, { fault });
    return [json.systemTime, json.totalPageCount, pricesOf(json.transactions)];
  };
  assert.deepEqual(await seen(undefined, "1"), [now, 3, [2]]);
  assert.deepEqual(await seen(`list-old-copy:${MINUTE}`, "2"), [now, 2, [40]], "the refund of ten minutes ago is on neither page");
  assert.deepEqual(await seen(`list-old-copy:${MINUTE}:fresh`, "1"), [now, 2, [1]]);
  assert.deepEqual(await seen(`list-old-copy:${MINUTE}:old`, "1"), [now - MINUTE, 2, [1]]);
});

test("iyzico's system error, a gateway's page, nothing at all: on one question or on the next ones", async (t) => {
  const { url, ask, sandbox } = await openDay(t);
  for (const [fault, http] of [["system-error", 200], ["system-error:422", 422], ["system-error:500", 500]]) {
    const { status, json } = await ask({ conversationId: "q" }, { fault });
    assert.deepEqual([status, json.status, json.errorCode, json.errorMessage, json.conversationId], [http, "failure", "100001", "Sistem hatası", "q"]);
  }
  await assert.rejects(ask({}, { fault: "lost" }));
  await control(url, "POST", "faults", { fault: "system-error", path: PATH, times: 2 });
  assert.deepEqual([(await ask({})).json.errorCode, (await ask({})).json.errorCode, (await ask({})).json.status], ["100001", "100001", "success"]);
  await control(url, "POST", "faults", { fault: "list-page-again" });
  assert.equal((await ask({})).json.status, "success");
  assert.deepEqual(sandbox.faults(), []);
});

test("the list's own faults are for the list, are checked, and leave a refusal as it is", async (t) => {
  const { url, ask, refund, standard, sandbox } = await openDay(t);
  const { list } = (await control(url, "GET", "faults")).json;
  assert.deepEqual(list.map(({ name, carriedOut, on }) => [name, carriedOut, on]), ["list-other-page", "list-other-day", "list-page-again", "list-old-copy"].map((name) => [name, true, ["list"]]));
  for (const fault of ["list-other-page:0", "list-other-day:soon", "list-page-again:1", "list-old-copy", "list-old-copy:x", "list-old-copy:5:new", "list-old-copy:99999999999"]) {
    assert.equal((await control(url, "POST", "faults", { fault })).status, 400, fault);
    assert.equal((await ask({}, { fault })).status, 400, fault);
  }
  for (const fault of ["list-other-page", "list-other-day", "list-page-again", "list-old-copy:5"]) {
    assert.equal((await refund({ paymentTransactionId: "11", price: "1" }, { fault })).status, 400, fault);
    assert.equal((await ask({ page: "0" }, { fault })).json.errorCode, "11", fault);
    assert.equal((await ask({ transactionDate: "never" }, { fault })).json.errorCode, "7", fault);
    assert.equal((await ask({}, { fault, merchant: { ...standard, apiKey: "nobody" } })).json.errorCode, "1001", fault);
  }
  assert.equal(sandbox.books("1").movements, 0);
});

/** Sees each of 60 questions twice, and which fault each met. */
async function play(t, unkind) {
  const { ask, sandbox, refundsOfTheMorning } = await openDay(t, { listPage: 2, ...unkind });
  await refundsOfTheMorning(4);
  const seen = [];
  for (let number = 0; number < 120; number += 1) {
    const page = String((number % 3) + 1);
    seen.push(await ask({ page }).catch(() => null));
  }
  return { seen, faults: sandbox.journal().map(({ fault }) => fault), names: new Set(sandbox.journal().map(({ fault }) => fault?.split(":").slice(0, 1)[0])) };
}

test("a share of the answers goes wrong in ways that the seed draws, and only if that is set", async (t) => {
  const half = await play(t, { listAnswers: 0.5 });
  assert.deepEqual(await play(t, { listAnswers: 0.5 }), half, "the same again");
  const struck = half.faults.filter(Boolean);
  assert.ok(struck.length > 40 && struck.length < 80, `${struck.length} of 120`);
  const all = ["system-error", "html502", "gateway-json", "lost", "cut", "empty200", "list-other-page", "list-other-day", "list-page-again", "list-old-copy"];
  assert.deepEqual([...half.names].filter(Boolean).sort(), all.sort());
  assert.notDeepEqual((await play(t, { listAnswers: 0.5, seed: "2" })).faults, half.faults);
  assert.ok(half.faults.every((fault) => !fault?.startsWith("list-old-copy") || fault.endsWith(":old")), "a copy says so");
  assert.ok((await play(t, { listAnswers: 1, beyond: true })).faults.some((fault) => fault.endsWith(":fresh")), "but not beyond");
  assert.deepEqual((await play(t, { random: true, answers: 1 })).faults.filter(Boolean), []);
  assert.deepEqual((await play(t, { listAnswers: 0 })).faults.filter(Boolean), []);
});

test("seeds draw every way of the list", async (t) => {
  const { sandbox, ask } = await openDay(t, { random: true });
  const drawn = {};
  const orders = new Set();
  for (let seed = 0; seed < 80; seed += 1) {
    sandbox.setUnkind({ seed, listLagMs: 0 });
    for (const [name, value] of Object.entries(sandbox.unkind("1"))) (drawn[name] ??= new Set()).add(value);
    sandbox.setUnkind({ listPage: 100 });
    orders.add(pricesOf((await ask({ transactionDate: "2026-03-08" })).json.transactions).join());
  }
  assert.deepEqual(drawn.listIds, new Set(["own", "payment", "none"]));
  assert.deepEqual(drawn.listReferences, new Set(["own", "payment", "none"]));
  assert.deepEqual([drawn.listLags, drawn.listRejected, drawn.listNumbers].map((ways) => ways.size), [2, 2, 2]);
  assert.deepEqual(orders, new Set(["20,30", "30,20"]));
});

test("in a kind world everything is listed a little less than a day after it was sent, whatever lag is set", async (t) => {
  for (const [kind, listed] of [[true, [1]], [false, []]]) {
    const { refund, reversals, pass } = await openDay(t, { kind, listLagMs: 72 * HOUR });
    await refund({ paymentTransactionId: "11", price: "1" }, { sentAt: NOON - MINUTE });
    await pass(86_000 * SECOND - MINUTE - 1);
    assert.deepEqual(await reversals(), []);
    await pass(1);
    assert.deepEqual(pricesOf(await reversals()), listed);
  }
});

test("drawn lags stay within that", async (t) => {
  const { sandbox, refund, reversals, pass } = await openDay(t, { random: true, answers: 0 });
  await refund({ paymentTransactionId: "11", price: "1" });
  await pass(86_000 * SECOND);
  for (let seed = 0; seed < 60; seed += 1) {
    sandbox.setUnkind({ seed });
    assert.deepEqual(pricesOf(await reversals()), [1], `seed ${seed}`);
  }
});

test("modes of the list are checked", async (t) => {
  const { set } = await openDay(t);
  for (const modes of [{ listLagMs: -1 }, { listLags: "some" }, { listOrder: "up" }, { listIds: "ours" }, { listReferences: true }, { listNumbers: 1 }, { listRejected: "no" }, { listAnswers: 2 }, { listPage: 1.5 }]) {
    assert.equal((await set(modes)).status, 400, JSON.stringify(modes));
  }
});
