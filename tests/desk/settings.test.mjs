// Wrong settings, alone or in combination, and the switch stop all sending. Reading continues.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { draft } from "../../pkg/inline.js";
import { startDesk } from "../../www-example/desk.mjs";
import { passwordHash } from "../../www-example/worker/operator.mjs";
import { intentPath, signIn, SPEED, until } from "./support/operator.mjs";
import { source } from "./support/sources.mjs";

const UNLIMITED = { SIGN_IN_LIMIT: 1e6, READ_LIMIT: 1e6, SEND_LIMIT: 1e6 };
const PAYMENT = "25180208";
const ITEM = "27169401";
const refund = (name) => draft("refund", { paymentTransactionId: ITEM, price: "1.00", conversationId: name });
const sent = (desk) => desk.sandbox.journal().filter(({ method, path }) => method === "POST" && path.startsWith("/payment")).length;

describe("settings", async () => {
  const { readSettings } = await source("settings.ts");
  const good = {
    IYZICO_API_KEY: "a",
    IYZICO_SECRET_KEY: "s",
    IYZICO_ENVIRONMENT: "live",
    SESSION_KEY: "x".repeat(32),
    OPERATORS: JSON.stringify({ "kasa-1": passwordHash("a password") }),
  };
  const loopback = { IYZICO_BASE_URL: "http://127.0.0.1:8080" };
  const clock = { CLOCK: JSON.stringify({ speed: 60, real: 1, desk: 2 }) };
  const wrongIn = (changes) => readSettings({ ...good, ...changes }).problems.map(({ setting }) => setting);

  test("with the defaults", () => {
    const { problems, patienceMs, giveUpMs, bulkPerMinute, isSendingOn, clock: real } = readSettings(good);
    assert.deepEqual([problems, patienceMs, giveUpMs, bulkPerMinute, isSendingOn, real.speed], [[], 140_000, 3_600_000, 360, true, 1]);
  });

  for (const [changes, ...wrong] of [
    [{ PATIENCE_MS: "140000", GIVE_UP_MS: "604800000", BULK_PER_MINUTE: "400", SENDING: "off" }],
    [{ PATIENCE_MS: "999" }, "PATIENCE_MS"],
    [{ PATIENCE_MS: "140001" }, "PATIENCE_MS"],
    [{ PATIENCE_MS: "2e3" }, "PATIENCE_MS"],
    [{ PATIENCE_MS: "-5" }, "PATIENCE_MS"],
    [{ GIVE_UP_MS: "1799999" }, "GIVE_UP_MS"],
    [{ GIVE_UP_MS: "604800001" }, "GIVE_UP_MS"],
    [{ GIVE_UP_MS: "1900000", PATIENCE_MS: "100001" }, "GIVE_UP_MS"],
    [{ GIVE_UP_MS: "1900000", PATIENCE_MS: "100000" }],
    [{ BULK_PER_MINUTE: "0" }, "BULK_PER_MINUTE"],
    [{ BULK_PER_MINUTE: "401" }, "BULK_PER_MINUTE"],
    [{ BULK_PER_MINUTE: "6000", ...loopback }],
    [{ SENDING: "no" }, "SENDING"],
    [{ IYZICO_API_KEY: undefined, IYZICO_SECRET_KEY: "" }, "IYZICO_API_KEY", "IYZICO_SECRET_KEY"],
    [{ IYZICO_ENVIRONMENT: "production" }, "IYZICO_ENVIRONMENT"],
    [{ IYZICO_ENVIRONMENT: undefined, ...loopback }],
    [{ IYZICO_BASE_URL: "http://iyzico.example" }, "IYZICO_BASE_URL"],
    [{ SESSION_KEY: "short" }, "SESSION_KEY"],
    [{ OPERATORS: "{}" }, "OPERATORS"],
    [{ OPERATORS: '{"kasa-1":"a password"}' }, "OPERATORS"],
    [{ ALLOWED_ORIGIN: "https://panel.example/" }, "ALLOWED_ORIGIN"],
    [{ ...clock, ...loopback }],
    [{ ...clock, IYZICO_BASE_URL: "http://localhost:1" }],
    [{ ...clock }, "CLOCK"],
    [{ ...clock, IYZICO_BASE_URL: "https://api.iyzipay.com" }, "CLOCK"],
    [{ ...clock, IYZICO_BASE_URL: "http://127.0.0.1.example" }, "IYZICO_BASE_URL", "CLOCK"],
    [{ CLOCK: '{"speed":0.5,"real":1,"desk":2}', ...loopback }, "CLOCK"],
    [{ CLOCK: "60", ...loopback }, "CLOCK"],
    [{ IYZICO_TERMINAL_CLIENT_ID: "id" }, "IYZICO_TERMINAL_CLIENT_SECRET"],
  ]) {
    test(`${JSON.stringify(changes)}: ${wrong.join(", ") || "right"}`, () => assert.deepEqual(wrongIn(changes), wrong));
  }

  test("a fast clock is not even read where money is real", () => assert.equal(readSettings({ ...good, ...clock }).clock.speed, 1));
});

test("an impossible combination stops sending, not reading, and says so", async () => {
  const desk = await startDesk({ settings: { GIVE_UP_MS: "1800000" }, limits: UNLIMITED });
  try {
    const operator = await signIn(desk, desk.operators[0]);
    assert.equal((await operator.get(`/api/payments/${PAYMENT}`)).status, 200);
    const { status, body } = await operator.post(`/api/payments/${PAYMENT}/intents`, refund("no"));
    assert.deepEqual([status, body.error.code], [503, "misconfigured"]);
    assert.match(body.error.message, /GIVE_UP_MS must be at least 1940000/);
    assert.equal(sent(desk), 0);
    const { body: sending } = await operator.get("/api/sending");
    assert.deepEqual([sending.isOn, sending.problems.map(({ setting }) => setting)], [false, ["GIVE_UP_MS"]]);
  } finally {
    await desk.stop();
  }
});

describe("the switch", () => {
  let desk, first, second;
  before(async () => {
    desk = await startDesk({ speed: SPEED, limits: UNLIMITED });
    [first, second] = await Promise.all(desk.operators.map((operator) => signIn(desk, operator)));
  });
  after(() => desk?.stop());

  test("stops all sending at once, for everybody and over a restart; reading and read-back go on", async () => {
    const [{ paymentId: other, items }] = [desk.sandbox.createPayment({ items: [{ paidPrice: "5.00" }] })];
    desk.sandbox.fault({ fault: "lost", path: "/payment/refund" });
    const doubt = draft("refund", { paymentTransactionId: items[0].paymentTransactionId, price: "5.00", conversationId: "doubt" });
    desk.sandbox.setUnkind({ lagSummaryMs: 60_000, lagRowsMs: 60_000 });
    assert.equal((await first.post(`/api/payments/${other}/intents`, doubt)).body.state, "checking");

    assert.equal((await first.post("/api/sending", { on: false })).status, 400, "without a reason");
    const { body: off } = await first.post("/api/sending", { on: false, reason: "iyzico calls" });
    assert.deepEqual([off.isOn, off.stop.by, off.stop.reason], [false, "kasa-1", "iyzico calls"]);
    const before = sent(desk);
    for (const name of ["one", "two"]) {
      const { status, body } = await second.post(`/api/payments/${PAYMENT}/intents`, refund(name));
      assert.deepEqual([status, body.error.code], [503, "stopped"]);
      assert.match(body.error.message, /kasa-1, because iyzico calls/);
      await desk.worker.kill();
      await desk.worker.restart();
    }
    assert.equal(sent(desk), before);
    assert.deepEqual((await second.get(`/api/payments/${PAYMENT}`)).body.intents, []);
    await until(async () => (await first.get(intentPath(other, doubt))).body.state === "success");

    const { body: on } = await second.post("/api/sending", { on: true, reason: "all is well" });
    assert.deepEqual([on.isOn, on.stop], [true, null]);
    assert.equal((await second.post(`/api/payments/${PAYMENT}/intents`, refund("one"))).body.state, "success");
  });
});
