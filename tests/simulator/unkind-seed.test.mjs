// Worlds drawn by a seed: reproducible, different from each other, and within their promised bounds.

import assert from "node:assert/strict";
import { test } from "node:test";

import { control, postGmuUnjudged } from "./support/client.mjs";
import { coffee, openTerminal, refundRequest, SALE, voidRequest } from "./support/terminal-shop.mjs";
import { HOUR, MINUTE, NOON, ONE, openUnkind, SECOND, THREE } from "./support/unkind-shop.mjs";

const SEEDS = Array.from({ length: 120 }, (_, seed) => seed);

/** Plays a little of everything in one world. Returns every answer. */
async function play(t, unkind, conversationIds = ["a", "b", "c", "d"]) {
  const { sandbox, refund, cancel, answer, pass } = await openUnkind(t, unkind);
  const seen = [];
  const see = async (work) => seen.push(await work.then(({ status, text }) => [status, text]).catch(() => null));
  for (const conversationId of conversationIds) {
    await see(refund({ conversationId, price: "4" }));
    await see(answer());
    await pass(2 * MINUTE);
  }
  await see(cancel({ paymentId: THREE.paymentId }));
  for (const wait of [MINUTE, 10 * MINUTE, HOUR]) {
    await pass(wait);
    await see(answer(ONE.paymentId, { conversationId: "ask" }));
    await see(answer(THREE.paymentId));
  }
  const journal = sandbox.journal().map(({ conversationId, fault, done, moneyMoved, landsAt }) => [conversationId, fault, done, moneyMoved, landsAt]);
  return { seen, journal, books: sandbox.allBooks().map(({ moved }) => moved), modes: sandbox.unkind(ONE.paymentId) };
}

test("the same seed gives the same world, answer by answer", async (t) => {
  for (const seed of ["7", "a shop in Kadıköy"]) {
    const unkind = { random: true, seed, answers: 0.6 };
    const first = await play(t, unkind);
    assert.deepEqual(await play(t, unkind), first);
  }
});

test("other seeds give other worlds", async (t) => {
  const worlds = new Set();
  for (const seed of [1, 2, 3, 4, 5]) worlds.add(JSON.stringify(await play(t, { random: true, seed })));
  assert.equal(worlds.size, 5);
});

test("what befalls a request does not hang on what came before it", async (t) => {
  const fatesOf = ({ journal }) => Object.fromEntries(journal.filter(([id]) => id).map(([id, fault]) => [id, fault]));
  const unkind = { random: true, seed: "9", answers: 1 };
  const [one, other] = [await play(t, unkind), await play(t, unkind, ["d", "c", "b", "a"])];
  assert.deepEqual(fatesOf(other), fatesOf(one));
  assert.deepEqual(other.modes, one.modes);
});

test("a mode that is set is not drawn, and without random nothing is", async (t) => {
  const { sandbox } = await openUnkind(t);
  const still = sandbox.unkind(ONE.paymentId);
  for (const seed of SEEDS) {
    sandbox.setUnkind({ seed });
    assert.deepEqual(sandbox.unkind(ONE.paymentId), { ...still, seed });
  }
  sandbox.setUnkind({ random: true, ids: "cut:25", lagRowsMs: 7 });
  for (const seed of SEEDS) {
    sandbox.setUnkind({ seed });
    const { ids, lagRowsMs } = sandbox.unkind(ONE.paymentId);
    assert.deepEqual([ids, lagRowsMs], ["cut:25", 7]);
  }
});

test("the seeds draw every way of every mode", async (t) => {
  const { url } = await openUnkind(t, { random: true });
  const drawn = {};
  for (const seed of SEEDS) {
    await control(url, "POST", "unkind", { seed });
    for (const paymentId of [ONE.paymentId, THREE.paymentId, "10844367"]) {
      const modes = (await control(url, "GET", `unkind?paymentId=${paymentId}`)).json;
      for (const [name, value] of Object.entries(modes)) {
        for (const one of [value].flat()) (drawn[name] ??= new Set()).add(typeof one === "string" ? one.split(":")[0] : one);
      }
    }
  }
  const ids = [
    ...["exact", "trimmed", "cut", "spaces-collapsed", "spaces-removed", "upper", "lower", "upper-tr", "lower-tr", "number"],
    ...["latin1", "windows-1254", "question-marks", "null", "missing", "empty"],
  ];
  assert.deepEqual(drawn.ids, new Set(ids));
  assert.deepEqual(drawn.rows, new Set(["refunds", "cancels", "either"]));
  assert.deepEqual(drawn.charged, new Set(["listed", "hidden"]));
  assert.deepEqual(drawn.failedRows, new Set(["none", "failed", "pending"]));
  assert.deepEqual(drawn.waitingRows, new Set(["none", "failed", "pending"]));
  for (const name of ["refundLists", "cancelLists"]) {
    assert.deepEqual(drawn[name], new Set(["full", "null-when-empty", "missing-when-empty", "null"]), "not left out for good in a kind world");
  }
  assert.deepEqual(drawn.dates, new Set(["zulu", "offset", "istanbul", "utc"]));
  assert.deepEqual(drawn.summary, new Set(["true", "ahead", "REFUND_IN_PROGRESS"]));
  assert.deepEqual(drawn.cancelSummary, new Set(["NOT_REFUNDED", "TOTALLY_REFUNDED"]));
  assert.deepEqual(drawn.afterSettlement, new Set([true, false, 1, 0]));
  assert.deepEqual(drawn.echo, new Set([true, false]));
  assert.equal(drawn.missing.size, 9);
  assert.deepEqual(drawn.kind, new Set([true]));
  for (const [name, most] of [["lagSummaryMs", 5 * MINUTE], ["lagRowsMs", 30 * MINUTE], ["lagStatusMs", 5 * MINUTE], ["clockOffMs", 2 * MINUTE]]) {
    const values = [...drawn[name]].map(Math.abs);
    assert.ok(values.includes(0) && Math.max(...values) <= most && Math.max(...values) > most / 2, name);
  }
});

test("the journal and the books agree on what the drawn answers moved", async (t) => {
  const { sandbox, refund, pass } = await openUnkind(t, { random: true, answers: 1 }, { shop: shopOf(600) });
  for (let number = 0; number < 600; number += 1) {
    await refund({ paymentTransactionId: `7${number}`, conversationId: `return-${number}`, price: "1" }).catch(() => undefined);
  }
  await pass(4 * MINUTE);
  const journal = sandbox.journal();
  const moved = journal.filter(({ moneyMoved }) => moneyMoved);
  const refunds = sandbox.allBooks().flatMap(({ items }) => items.flatMap((item) => item.refunds));
  assert.deepEqual(moved.map(({ conversationId }) => conversationId).sort(), refunds.map(({ conversationId }) => conversationId).sort());
  assert.ok(moved.length > 200 && moved.length < 400, `${moved.length} of 600 moved`);
  assert.ok(journal.every(({ fault, done }) => fault && ["success", "nothing"].includes(done)));
  const late = journal.filter(({ landedAt }) => landedAt);
  assert.ok(late.length > 60 && late.every(({ at, landedAt }) => Date.parse(landedAt) - Date.parse(at) <= 4 * MINUTE));
  const struck = new Set(journal.map(({ fault }) => fault.split(":")[0]));
  const some = ["lost", "html504", "gateway-json-done", "unlisted", "other-conversation-done", "success-with-error", "lands-late-unlisted"];
  assert.deepEqual(some.filter((name) => !struck.has(name)), []);
});

test("tills meet drawn answers of their own, and questions meet none", async (t) => {
  const unkind = { random: true, answers: 1, lagStatusMs: 0, statusNotFoundHttp: null };
  const { sandbox, send, sendText, books } = await openTerminal(t, { unkind });
  const struck = new Set();
  for (let number = 0; number < 60; number += 1) {
    const body = JSON.stringify(refundRequest(`OP-${number}`, [coffee({ returnAmount: 0.01 })]));
    await sendText("refund", body).catch(() => undefined);
    struck.add(sandbox.journal().at(-1).fault.split(":")[0]);
  }
  await sendText("void", JSON.stringify(voidRequest("OP-V"))).catch(() => undefined);
  assert.notEqual(sandbox.journal().at(-1).fault, null);
  assert.ok(["bank-code", "bank-code-done", "device-busy"].some((name) => struck.has(name)), [...struck].join(" "));
  assert.equal(struck.has("no-signature"), false);
  assert.equal((await send("query-transaction-status", { paymentId: SALE.paymentId })).json.errorCode, "0");
  assert.equal(sandbox.journal().at(-1).fault, null);
  sandbox.setClock({ advanceBy: 4 * MINUTE });
  assert.equal(books().movements, sandbox.journal().filter(({ moneyMoved }) => moneyMoved).length);
});

/** What is wrong with a kind world's details about a refund that landed or did not. */
function promisesBroken({ status, json, now, sentAt, landed }) {
  if (status >= 300) return [];
  const broken = [];
  const told = json.systemTime ?? now;
  // Nobody may believe an answer that says it is old.
  if (Math.abs(told - now) > 2 * MINUTE) return broken;
  const [payment] = json.payments;
  const age = Math.min(now, told) - sentAt;
  if (landed && age >= 5 * MINUTE && payment.paymentRefundStatus === "NOT_REFUNDED") broken.push("the summary hides it");
  const lists = [payment.cancels, ...payment.itemTransactions.map(({ refunds }) => refunds)];
  const rows = lists.flatMap((list) => list ?? []);
  const isDone = ({ refundStatus }) => refundStatus === 1 || refundStatus === undefined;
  if (landed && age >= 30 * MINUTE && !lists.includes(null) && !rows.some(isDone)) broken.push("no row of it");
  if (!landed && rows.some(({ refundStatus }) => refundStatus === 1)) broken.push("a row of what never was");
  return broken;
}

/** Sends one refund and reads it back for an hour and a half. Returns the broken promises. */
async function askAbout(t, unkind, seed, fault) {
  const { sandbox, refund, answer, pass } = await openUnkind(t, { ...unkind, seed }, { shop: shopOf(1) });
  const sentAt = sandbox.now();
  await refund({ paymentTransactionId: "70", price: "1" }, { fault }).catch(() => undefined);
  const broken = [];
  for (const wait of [MINUTE, 2 * MINUTE, 2 * MINUTE, 0, 0, 2 * MINUTE, 8 * MINUTE, 0, 15 * MINUTE, 0, 0, HOUR]) {
    await pass(wait);
    const landed = sandbox.books("80").movements === 1;
    const { status, json } = await answer("80");
    broken.push(...promisesBroken({ status, json, now: sandbox.now(), sentAt, landed }));
  }
  return broken;
}

const SENDINGS = ["lost", `lands-late:${4 * MINUTE}`, "unlisted:10999"];

test("a kind world keeps its promises, whatever its seed", async (t) => {
  for (const seed of SEEDS) {
    for (const fault of SENDINGS) {
      assert.deepEqual(await askAbout(t, { random: true, kind: true }, seed, fault), [], `seed ${seed}, ${fault}`);
    }
  }
});

test("a till's status keeps them too", async (t) => {
  const broken = [];
  for (const seed of SEEDS.slice(0, 60)) {
    const { url, token, send, sandbox } = await openTerminal(t, { unkind: { random: true, seed, answers: 0 } });
    await assert.rejects(send("refund", refundRequest("OP-1", [coffee()]), { "x-sandbox-fault": `lands-late:${4 * MINUTE}` }));
    for (const wait of [5 * MINUTE, 0, 0, MINUTE, 0, HOUR]) {
      sandbox.setClock({ advanceBy: wait });
      const { status, json } = await postGmuUnjudged(url, token, "query-transaction-status", '{"transactionReferenceId":"OP-1"}');
      if (status <= 400 && json.refundHostReference === undefined) broken.push(seed);
    }
  }
  assert.deepEqual(broken, []);
});

test("no lag that is set breaks a kind world's promises", async (t) => {
  const worst = { lagSummaryMs: HOUR, lagRowsMs: 24 * HOUR, staleMs: HOUR, staleTime: "fresh", summary: "behind" };
  for (const fault of ["lost", `lands-late:${HOUR}`]) {
    assert.deepEqual(await askAbout(t, { kind: true, ...worst }, 1, fault), []);
    assert.notDeepEqual(await askAbout(t, worst, 1, "lost"), [], "only because it is kind");
  }
});

test("a world that is beyond breaks them, and lands after hours", async (t) => {
  let [hidden, rowless] = [0, 0];
  for (const seed of SEEDS.slice(0, 40)) {
    const broken = await askAbout(t, { random: true, beyond: true }, seed, "lost");
    if (broken.includes("the summary hides it")) hidden += 1;
    if (broken.includes("no row of it")) rowless += 1;
  }
  assert.ok(hidden >= 8 && rowless >= 4, `${hidden} and ${rowless} of 40`);

  const { sandbox, refund, pass } = await openUnkind(t, { random: true, beyond: true, answers: 1 }, { shop: shopOf(200) });
  for (let number = 0; number < 200; number += 1) {
    await refund({ paymentTransactionId: `7${number}`, conversationId: `return-${number}`, price: "1" }).catch(() => undefined);
  }
  await pass(2 * HOUR);
  const late = sandbox.journal().map(({ landedAt }) => landedAt && Date.parse(landedAt) - NOON).filter(Boolean);
  assert.ok(late.some((ms) => ms > HOUR) && late.every((ms) => ms <= 2 * HOUR));
});

test("when it was sent is the request's word, and no time to come", async (t) => {
  const { refund, shown, pass } = await openUnkind(t, { kind: true, lagSummaryMs: HOUR, lagRowsMs: HOUR });
  const summary = async () => (await shown()).payment.paymentRefundStatus;
  await refund({ price: "1", conversationId: "a" }, { sentAt: NOON - 4 * MINUTE });
  assert.equal(await summary(), "NOT_REFUNDED");
  await pass(MINUTE);
  assert.equal(await summary(), "PARTIALLY_REFUNDED", "five minutes after it was sent");
  await refund({ price: "24", conversationId: "b" }, { sentAt: NOON + HOUR });
  await pass(5 * MINUTE - 20 * SECOND);
  assert.equal(await summary(), "PARTIALLY_REFUNDED");
  await pass(20 * SECOND);
  assert.equal(await summary(), "TOTALLY_REFUNDED");
});

/** A shop of so many payments of one item, paymentId 80 … and paymentTransactionId 70 …, all of one merchant. */
function shopOf(count) {
  return {
    merchants: [{ kind: "standard", apiKey: "unkind-api-key", secretKey: "unkind-secret-key" }],
    payments: Array.from({ length: count }, (_, at) => ({ paymentId: `8${at}`, items: [{ paymentTransactionId: `7${at}`, paidPrice: "10" }] })),
  };
}
