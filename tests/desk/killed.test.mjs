// The worker is killed between recording, sending and hearing, again and again; at the end every intent is settled once.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";

import { draft } from "../../pkg/inline.js";
import { startDesk } from "../../www-example/desk.mjs";
import { intentPath, signIn, until } from "./operator.mjs";

const ROUNDS = Number(process.env.DESK_KILLS ?? 20);
const PAYMENTS = ["71000001", "71000002", "71000003"];
const UNLIMITED = { SIGN_IN_LIMIT: 1e6, READ_LIMIT: 1e6, SEND_LIMIT: 1e6 };

let desk;
let arrived = () => undefined;
before(async () => {
  const log = ({ path }) => path === "/payment/refund" && arrived();
  desk = await startDesk({ log, settings: { IN_FLIGHT_MS: "2500", PATIENCE_MS: "5000" }, limits: UNLIMITED });
  for (const paymentId of PAYMENTS) {
    const items = [1, 2].map((n) => ({ paymentTransactionId: `${paymentId}${n}`, paidPrice: "100000.00" }));
    desk.sandbox.createPayment({ paymentId, items });
  }
});
after(() => desk?.stop());

test(`killed ${ROUNDS} times, every intent is settled once and the books agree to the kuruş`, { timeout: 600_000 }, async () => {
  const operators = await Promise.all(desk.operators.map((operator) => signIn(desk, operator)));
  const drafted = new Map();
  let lost = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const [operator, again] = round % 2 === 0 ? operators : operators.toReversed();
    desk.sandbox.clearFaults();
    // Money moves at once and the answer comes late or never: the wider the window, the more kills fall into it.
    for (const fault of ["delay:150", "lost", "delay:400", "refused-before", "delay:1000"]) {
      desk.sandbox.fault({ fault, path: "/payment/refund" });
    }
    const drafts = PAYMENTS.flatMap((paymentId) => [1, 2].map((item) => ({ paymentId, made: refundOf(paymentId, item, round) })));
    const posts = drafts.map(({ paymentId, made }) => {
      drafted.set(made.fingerprint, { paymentId, made });
      return operator.post(`/api/payments/${paymentId}/intents`, made).catch(() => "lost");
    });
    // Sometimes before anything left, mostly when some have reached iyzico and others haven't.
    await Promise.race([arrivals(round % 6), wait(5_000)]);
    await wait(Math.random() * 30);
    await desk.worker.kill();
    lost += (await Promise.all(posts)).filter((post) => post === "lost").length;
    await desk.worker.restart();
    // What an operator does whose page lost its answer: the same click again.
    if (round % 2 === 0) await Promise.all(drafts.map(({ paymentId, made }) => again.post(`/api/payments/${paymentId}/intents`, made)));
  }

  const [operator] = operators;
  const tally = { success: 0, failure: 0, "never taken": 0, "left by a kill": 0 };
  const given = new Map(PAYMENTS.map((paymentId) => [paymentId, 0n]));
  for (const { paymentId, made } of drafted.values()) {
    const { conversationId, price } = JSON.parse(made.body);
    const landings = refundsIn(paymentId).filter((refund) => refund.conversationId === conversationId);
    const { status } = await operator.get(intentPath(paymentId, made));
    if (status === 404) {
      tally["never taken"]++;
      assert.equal(landings.length, 0, "what isn't in the ledger was never sent");
      continue;
    }
    const intent = await operator.settled(intentPath(paymentId, made));
    assert.ok(["success", "failure"].includes(intent.state), `${intent.state} of ${conversationId}`);
    assert.equal(landings.length, intent.state === "success" ? 1 : 0, `${conversationId} is a ${intent.state}`);
    tally[intent.state]++;
    if (intent.outcome === null) tally["left by a kill"]++;
    if (intent.state === "success") given.set(paymentId, given.get(paymentId) + kurus(String(price)));
  }

  for (const paymentId of PAYMENTS) {
    const books = desk.sandbox.books(paymentId);
    assert.equal(given.get(paymentId), kurus(books.moved), `payment ${paymentId}`);
    const { body } = await operator.get(`/api/payments/${paymentId}`);
    const ledger = body.intents.filter(({ state }) => state === "success");
    assert.equal(ledger.length, books.movements);
    assert.equal(ledger.reduce((sum, { amount }) => sum + kurus(amount), 0n), kurus(books.moved));
  }
  console.log(`${ROUNDS} kills, ${drafted.size} drafts, ${lost} answers lost to a kill:`, tally);
  assert.ok(tally["left by a kill"] > 0, "no kill fell between recording and hearing");
});

/** Until so many refunds have reached the simulator. */
function arrivals(count) {
  return new Promise((resolve) => {
    arrived = () => (count-- <= 1 ? resolve() : undefined);
    if (count === 0) resolve();
  });
}

test("nobody has to ask: its alarm wakes a ledger after a kill, and it is settled", { timeout: 120_000 }, async () => {
  const paymentId = "71000009";
  desk.sandbox.createPayment({ paymentId, items: [{ paymentTransactionId: `${paymentId}1`, paidPrice: "10.00" }] });
  const operator = await signIn(desk, desk.operators[0]);
  const made = refundOf(paymentId, 1, 0);
  desk.sandbox.clearFaults();
  desk.sandbox.fault({ fault: "delay:3000", path: "/payment/refund" });
  const post = operator.post(`/api/payments/${paymentId}/intents`, made).catch(() => "lost");
  await arrivals(1);
  await desk.worker.kill();
  assert.equal(await post, "lost");
  const isReadBack = ({ path, query }) => path === "/v2/reporting/payment/details" && query.includes(paymentId);
  const asked = () => desk.sandbox.journal().filter(isReadBack).length;
  assert.equal(asked(), 1, "before it was sent");

  await desk.worker.restart();
  await until(() => asked() > 1);
  const intent = await operator.settled(intentPath(paymentId, made));
  assert.deepEqual([intent.state, intent.settledBy, intent.outcome], ["success", "read-back", null]);
  assert.equal(desk.sandbox.books(paymentId).movements, 1);
});

test("a terminal's void likewise, after a new login", { timeout: 120_000 }, async () => {
  const operator = await signIn(desk, desk.operators[0]);
  const { status } = (await operator.get("/api/sales/REF-SALE-001")).body;
  const { deviceUniqueId, paymentId, paymentDate } = status;
  const params = { deviceUniqueId, paymentId, paymentDate, transactionReferenceId: "VOID-1", conversationId: "void-1" };
  const made = draft("terminal.void", params);
  desk.sandbox.fault({ fault: "delay:3000", conversationId: params.conversationId });
  const post = operator.post("/api/sales/REF-SALE-001/intents", made).catch(() => "lost");
  await until(() => desk.sandbox.saleBooks(paymentId).voided);
  await desk.worker.kill();
  assert.equal(await post, "lost");
  await desk.worker.restart();
  const intent = await operator.settled(`/api/sales/REF-SALE-001/intents/${made.fingerprint}`);
  assert.deepEqual([intent.state, intent.settledBy, intent.outcome], ["success", "read-back", null]);
  assert.equal(desk.sandbox.saleBooks(paymentId).movements, 1);
});

function refundOf(paymentId, item, round) {
  const price = `${1 + (round % 7)}.${String((round * 37 + item * 11) % 100).padStart(2, "0")}`;
  return draft("refund", { paymentTransactionId: `${paymentId}${item}`, price, conversationId: `kill-${paymentId}-${item}-${round}` });
}

const refundsIn = (paymentId) => desk.sandbox.books(paymentId).items.flatMap(({ refunds }) => refunds);

function kurus(text) {
  const [lira, rest = ""] = text.split(".");
  return BigInt(lira + rest.padEnd(2, "0"));
}
