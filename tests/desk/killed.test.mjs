// Kills the worker between recording, sending and reading the answer, many times. In the end every intent is settled once.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";

import { draft } from "../../pkg/inline.js";
import { startDesk } from "../../www-example/desk.mjs";
import { intentPath, signIn, SPEED, until } from "./support/operator.mjs";

const ROUNDS = Number(process.env.DESK_KILLS ?? 20);
/** In each round: while one refund of a payment is in doubt, no other of it is sent. */
const PAYMENTS = 6;
const UNLIMITED = { SIGN_IN_LIMIT: 1e6, READ_LIMIT: 1e6, SEND_LIMIT: 1e6 };

let desk;
let arrived = () => undefined;
before(async () => {
  const log = ({ path }) => path === "/payment/refund" && arrived();
  desk = await startDesk({ log, speed: SPEED, settings: { PATIENCE_MS: "5000" }, limits: UNLIMITED });
});
after(() => desk?.stop());

test(`killed ${ROUNDS} times, every intent is settled once and the books agree to the kuruş`, { timeout: 600_000 }, async () => {
  const operators = await Promise.all(desk.operators.map((operator) => signIn(desk, operator)));
  const drafted = new Map();
  let lost = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const [operator, again] = round % 2 === 0 ? operators : operators.toReversed();
    desk.sandbox.clearFaults();
    // The answer comes late or never, so that more kills happen in between.
    for (const fault of ["delay:150", "lost", "delay:400", "refused-before", "delay:1000", "lands-late:200000"]) {
      desk.sandbox.fault({ fault, path: "/payment/refund" });
    }
    const drafts = Array.from({ length: PAYMENTS }, (_, n) => newPayment(round, n)).map((paymentId) => ({ paymentId, made: refundOf(paymentId, round) }));
    const posts = drafts.map(({ paymentId, made }) => {
      drafted.set(made.fingerprint, { paymentId, made });
      return operator.post(`/api/payments/${paymentId}/intents`, made).catch(() => "lost");
    });
    // Sometimes before anything was sent, mostly when some requests have reached iyzico and others haven't.
    await Promise.race([arrivals(round % 6), wait(5_000)]);
    await wait(Math.random() * 30);
    await desk.worker.kill();
    lost += (await Promise.all(posts)).filter((post) => post === "lost").length;
    await desk.worker.restart();
    // An operator whose page lost its answer clicks again.
    if (round % 2 === 0) await Promise.all(drafts.map(({ paymentId, made }) => again.post(`/api/payments/${paymentId}/intents`, made)));
  }

  const [operator] = operators;
  const tally = { success: 0, failure: 0, "never taken": 0, "left by a kill": 0 };
  for (const { paymentId, made } of drafted.values()) {
    const { conversationId, price } = JSON.parse(made.body);
    const { status } = await operator.get(intentPath(paymentId, made));
    const intent = status === 404 ? null : await operator.settled(intentPath(paymentId, made));
    const books = desk.sandbox.books(paymentId);
    if (intent === null) {
      tally["never taken"]++;
      assert.equal(books.movements, 0, "what isn't in the ledger was never sent");
      continue;
    }
    assert.ok(["success", "failure"].includes(intent.state), `${intent.state} of ${conversationId}`);
    assert.equal(books.movements, intent.state === "success" ? 1 : 0, `${conversationId} is a ${intent.state}`);
    assert.equal(kurus(books.moved), intent.state === "success" ? kurus(String(price)) : 0n);
    tally[intent.state]++;
    if (intent.outcome === null) tally["left by a kill"]++;
    const { body } = await operator.get(`/api/payments/${paymentId}`);
    assert.deepEqual(body.intents.map(({ state }) => state), [intent.state]);
  }
  console.log(`${ROUNDS} kills, ${drafted.size} drafts, ${lost} answers lost to a kill:`, tally);
  assert.ok(tally["left by a kill"] > 0, "no kill fell between recording and hearing");
});

/** Waits until this many refunds have reached the simulator. */
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
  const made = refundOf(paymentId, 0);
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

function newPayment(round, n) {
  const paymentId = String(71_000_100 + round * PAYMENTS + n);
  desk.sandbox.createPayment({ paymentId, items: [{ paymentTransactionId: `${paymentId}1`, paidPrice: "100.00" }] });
  return paymentId;
}

function refundOf(paymentId, round) {
  const price = `${1 + (round % 7)}.${String((round * 37 + 11) % 100).padStart(2, "0")}`;
  return draft("refund", { paymentTransactionId: `${paymentId}1`, price, conversationId: `kill-${paymentId}-${round}` });
}

function kurus(text) {
  const [lira, rest = ""] = text.split(".");
  return BigInt(lira + rest.padEnd(2, "0"));
}
