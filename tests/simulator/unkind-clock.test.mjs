// The simulator's clock, and requests that land at a later time of it.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { control, details, logIn, openSandbox, post, postGmuUnchecked } from "./support/client.mjs";
import { coffee, openTerminal, refundRequest } from "./support/terminal-shop.mjs";
import { HOUR, idsOf, MINUTE, NOON, ONE, openUnkind, SECOND } from "./support/unkind-shop.mjs";

const clock = (url, change) => control(url, change ? "POST" : "GET", "clock", change);
const server = fileURLToPath(new URL("../../www-example/sandbox/server.mjs", import.meta.url));

test("the clock goes by the one that is given, is moved by hand, and never goes back", async (t) => {
  let time = NOON;
  const { url, sandbox } = await openSandbox(t, { now: () => time });
  assert.deepEqual((await clock(url)).json, { now: NOON, speed: 1 });
  time += 5;
  assert.equal(sandbox.now(), NOON + 5);
  assert.deepEqual((await clock(url, { advanceBy: HOUR })).json, { now: NOON + 5 + HOUR, speed: 1 });
  assert.deepEqual((await clock(url, { speed: 60 })).json, { now: NOON + 5 + HOUR, speed: 60 });
  time += SECOND;
  assert.equal(sandbox.now(), NOON + 5 + HOUR + MINUTE);
  await clock(url, { speed: 0 });
  time += SECOND;
  assert.equal(sandbox.now(), NOON + 5 + HOUR + MINUTE, "at speed 0 it stands still");

  for (const change of [{ speed: -1 }, { speed: "60" }, { speed: null }, { speed: 1e9 }, { advanceBy: -1 }, { advanceBy: "1" }, { to: 5 }]) {
    assert.equal((await clock(url, change)).status, 400, JSON.stringify(change));
  }
  assert.deepEqual(sandbox.clock(), { now: NOON + 5 + HOUR + MINUTE, speed: 0 });
});

test("a fast clock is fast from the start, and a reset leaves it as it is", async (t) => {
  const { sandbox } = await openSandbox(t, { speed: 3600 });
  const before = sandbox.now();
  await sleep(20);
  const passed = sandbox.now() - before;
  assert.ok(passed >= 60 * SECOND, `${passed} ms passed`);
  sandbox.reset();
  assert.equal(sandbox.clock().speed, 3600);
  assert.ok(sandbox.now() >= before + passed);
});

test("the command takes a speed, and checks it", async (t) => {
  const start = (args) => {
    const child = spawn(process.execPath, [server, "--quiet", ...args], { stdio: ["ignore", "pipe", "ignore"] });
    t.after(() => child.kill("SIGKILL"));
    return child;
  };
  const [line] = await once(createInterface({ input: start(["--speed", "60"]).stdout }), "line");
  assert.equal((await clock(JSON.parse(line).url)).json.speed, 60);
  assert.deepEqual(await once(start(["--speed", "fast"]), "exit"), [2, null]);
});

test("times, tokens and days go by the clock", async (t) => {
  const { url, sandbox, refund, cancel, shown, pass } = await openUnkind(t);
  await pass(MINUTE);
  assert.equal((await refund()).json.systemTime, NOON + MINUTE);
  assert.equal((await shown()).refunds[0][0].createdDate, "2026-03-10T09:01:00.000Z");
  assert.equal(sandbox.journal()[0].at, "2026-03-10T09:01:00.000Z");

  const [user] = sandbox.terminalUsers;
  const { access_token: token } = await logIn(url, user);
  const ask = async () => (await postGmuUnchecked(url, token, "query-transaction-status", '{"paymentId":"PAY-9876543"}')).json.errorCode;
  assert.equal(await ask(), "0");
  await pass(2 * HOUR);
  assert.equal(await ask(), "100311", "the token is too old");

  await pass(10 * HOUR);
  assert.equal((await cancel({ paymentId: "25180208" })).json.errorCode, "10012", "it is the next day in Turkey");
});

const LATE = {
  async "lands-late:120000"(send) {
    await assert.rejects(send, TypeError);
  },
  async "lands-late-html504:120000"(send) {
    const { status, text } = await send();
    assert.deepEqual([status, text.startsWith("<html>")], [504, true]);
  },
  async "lands-late-json504:120000"(send) {
    const { status, json } = await send();
    assert.deepEqual([status, json], [504, { status: "failure", errorCode: "504", errorMessage: "upstream request timeout" }]);
  },
  async "lands-late-unlisted:120000"(send) {
    const { status, json } = await send();
    assert.deepEqual([status, json.status, json.errorCode, json.conversationId], [200, "failure", "10999", "return-1"]);
  },
  async "lands-late-unlisted:120000:99999:LATER"(send) {
    const { json } = await send();
    assert.deepEqual([json.errorCode, json.errorGroup], ["99999", "LATER"]);
  },
};

for (const [fault, check] of Object.entries(LATE)) {
  test(`${fault}: nothing moves at first, and once at its time`, async (t) => {
    const { url, sandbox, refund, pass } = await openUnkind(t);
    await check(() => refund({}, { fault }));
    const waiting = (await control(url, "GET", "landings")).json.waiting;
    assert.deepEqual(waiting, [{ path: "/payment/refund", conversationId: "return-1", request: 1, landsAt: "2026-03-10T09:02:00.000Z" }]);
    const [entry] = sandbox.journal();
    assert.deepEqual([entry.done, entry.moneyMoved, entry.fault, entry.landsAt], ["later", false, fault, waiting[0].landsAt]);

    await pass(2 * MINUTE - 1);
    assert.deepEqual([sandbox.books(ONE.paymentId).movements, sandbox.landings().length], [0, 1]);
    await pass(1);
    const books = sandbox.books(ONE.paymentId);
    assert.deepEqual([books.movements, books.moved, books.items[0].refunds[0].at], [1, "5", "2026-03-10T09:02:00.000Z"]);
    assert.equal(books.items[0].refunds[0].conversationId, "return-1");

    const journal = (await control(url, "GET", "journal")).json.requests;
    assert.deepEqual(
      journal.map(({ conversationId, done, moneyMoved, landedAt }) => [conversationId, done, moneyMoved, landedAt]),
      [["return-1", "success", true, "2026-03-10T09:02:00.000Z"]],
      "the request itself has moved it",
    );
    await pass(24 * HOUR);
    assert.deepEqual([sandbox.books(ONE.paymentId).movements, sandbox.landings()], [1, []], "once");
  });
}

test("a landing comes before whatever is asked for later, and the rules decide when it comes", async (t) => {
  const { sandbox, refund, pass } = await openUnkind(t);
  await assert.rejects(refund({ price: "20", conversationId: "first" }, { fault: "lands-late:60000" }));
  await assert.rejects(refund({ price: "20", conversationId: "second" }, { fault: "lands-late:30000" }));
  assert.equal((await refund({ price: "3", conversationId: "third" })).json.status, "success", "before either");
  await pass(2 * MINUTE);
  assert.equal((await refund({ price: "3", conversationId: "fourth" })).json.errorCode, "10232", "2 are left");

  const books = sandbox.books(ONE.paymentId);
  assert.deepEqual(books.items[0].refunds.map(({ conversationId, price }) => [conversationId, price]), [["third", "3"], ["second", "20"]]);
  const outcomes = sandbox.journal().map(({ conversationId, done, moneyMoved }) => [conversationId, done, moneyMoved]);
  assert.deepEqual(outcomes, [
    ["first", "failure 10232", false],
    ["second", "success", true],
    ["third", "success", true],
    ["fourth", "failure 10232", false],
  ]);
});

test("a cancel that lands after midnight is refused", async (t) => {
  const { sandbox, cancel, pass } = await openUnkind(t);
  await assert.rejects(cancel({}, { fault: `lands-late:${13 * HOUR}` }));
  await pass(24 * HOUR);
  assert.deepEqual([sandbox.books(ONE.paymentId).cancelled, sandbox.journal()[0].done], [false, "failure 10012"]);
});

test("a till's refund lands late too, under a reference that is used up by then", async (t) => {
  const { send, sandbox, books } = await openTerminal(t);
  const request = refundRequest("OP-1", [coffee()]);
  await assert.rejects(send("refund", request, { "x-sandbox-fault": "lands-late:60000" }));
  assert.equal((await send("refund", request)).json.errorCode, "0");
  sandbox.setClock({ advanceBy: MINUTE });
  assert.equal(books().movements, 1);
  assert.deepEqual(sandbox.journal().slice(-2).map(({ done, moneyMoved }) => [done, moneyMoved]), [["failure 380105", false], ["success", true]]);
});

test("what nobody may ask for never lands, and a reset forgets what waits", async (t) => {
  const { url, sandbox, standard, refund, pass } = await openUnkind(t);
  const stranger = { ...standard, secretKey: "a key nobody has" };
  await assert.rejects(post(url, stranger, "/payment/refund", { ...ONE, price: "5" }, { "x-sandbox-fault": "lands-late:60000" }));
  assert.deepEqual([sandbox.landings(), sandbox.journal()[0].done], [[], "failure 1000"]);
  await assert.rejects(refund({}, { fault: "lands-late:60000" }));
  sandbox.reset();
  await pass(HOUR);
  assert.equal(sandbox.books(ONE.paymentId).movements, 0);
});

test("a timer carries out what nobody asks about, and the log hears of it again", async (t) => {
  const heard = [];
  const landed = new Promise((resolve) => {
    const log = ({ conversationId, done, moneyMoved }) => {
      heard.push([conversationId, done, moneyMoved]);
      if (done === "success") resolve();
    };
    openUnkind(t, {}, { now: Date.now, speed: 600, log }).then(({ refund }) =>
      refund({}, { fault: "lands-late:60000" }).catch((error) => assert.equal(error.constructor, TypeError)),
    );
  });
  await Promise.race([landed, sleep(10_000, null, { ref: false }).then(() => assert.fail("it never landed"))]);
  assert.deepEqual(heard, [["return-1", "later", false], ["return-1", "success", true]]);
});

test("in a kind world a request lands within four minutes of its sending", async (t) => {
  const { sandbox, refund, set } = await openUnkind(t, { kind: true });
  await assert.rejects(refund({ conversationId: "a" }, { fault: `lands-late:${HOUR}` }));
  await assert.rejects(refund({ conversationId: "b" }, { fault: `lands-late:${HOUR}`, sentAt: NOON - 3 * MINUTE }));
  await assert.rejects(refund({ conversationId: "c" }, { fault: `lands-late:${HOUR}`, sentAt: NOON - 30 * MINUTE }), "too late to be any later");
  await set({ kind: false });
  await assert.rejects(refund({ conversationId: "d" }, { fault: `lands-late:${HOUR}` }));
  const times = sandbox.landings().map(({ conversationId, landsAt }) => [conversationId, Date.parse(landsAt) - NOON]);
  assert.deepEqual(times, [["b", 50 * SECOND], ["a", 230 * SECOND], ["d", HOUR]]);
  assert.deepEqual(sandbox.books(ONE.paymentId).items[0].refunds.map(({ conversationId }) => conversationId), ["c"]);
});

test("a late row is dated when it landed", async (t) => {
  const { refund, shown, pass } = await openUnkind(t);
  await assert.rejects(refund({}, { fault: "lands-late:60000" }));
  assert.deepEqual((await shown()).refunds, [[]]);
  await pass(5 * MINUTE);
  const [[row]] = (await shown()).refunds;
  assert.deepEqual([idsOf([row]), row.createdDate], [["return-1"], "2026-03-10T09:01:00.000Z"]);
});

test("a request with x-sandbox-time is served as of that time, but never of a future one", async (t) => {
  const { url, sandbox, standard, pass } = await openUnkind(t);
  const at = (time) => ({ "x-sandbox-time": String(time) });
  await pass(10 * MINUTE);
  await post(url, standard, "/payment/refund", { ...ONE, price: "5", conversationId: "return-1" }, at(NOON + 3 * MINUTE));
  const asked = async (time) => {
    const { json } = await details(url, standard, { paymentId: ONE.paymentId }, at(time));
    return [json.systemTime - NOON, idsOf(json.payments[0].itemTransactions[0].refunds)];
  };
  assert.deepEqual(await asked(NOON + 2 * MINUTE), [2 * MINUTE, []]);
  assert.deepEqual(await asked(NOON + 3 * MINUTE), [3 * MINUTE, ["return-1"]]);
  assert.deepEqual(await asked(NOON + HOUR), [10 * MINUTE, ["return-1"]]);
  assert.deepEqual(await asked("soon"), [10 * MINUTE, ["return-1"]]);
  assert.equal(sandbox.now(), NOON + 10 * MINUTE);
});
