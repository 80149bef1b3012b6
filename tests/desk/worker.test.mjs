// The worker over HTTP: authentication, refusals before anything is sent, and results.

import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, before, describe, test } from "node:test";

import { draft } from "../../pkg/inline.js";
import { startDesk } from "../../www-example/desk.mjs";
import { buildPage } from "../../www-example/page.mjs";
import { call, intentPath, passed, signIn, SPEED } from "./support/operator.mjs";

const UNLIMITED = { SIGN_IN_LIMIT: 1e6, READ_LIMIT: 1e6, SEND_LIMIT: 1e6 };
const HOME = "https://panel.example";
const SESSION_KEY = "a key that only this test knows, 32 bytes or more";

let desk, first, second;
let count = 0;

before(async () => {
  const settings = { GIVE_UP_MS: "2100000", PATIENCE_MS: "4000", BULK_PER_MINUTE: "60000", ALLOWED_ORIGIN: HOME, SESSION_KEY };
  buildPage();
  desk = await startDesk({ speed: SPEED, settings, limits: UNLIMITED });
  [first, second] = await Promise.all(desk.operators.map((operator) => signIn(desk, operator)));
});
after(() => desk?.stop());

/** A payment of its own for each test: two items, 10.00 and 5.50. */
function newPayment(more = {}) {
  const id = 72_000_000 + (count += 1);
  const items = ["10.00", "5.50"].map((paidPrice, index) => ({ paymentTransactionId: `${id}${index + 1}`, paidPrice }));
  desk.sandbox.createPayment({ paymentId: String(id), items, ...more });
  return { paymentId: String(id), items: items.map(({ paymentTransactionId }) => paymentTransactionId) };
}

const refund = (item, price, name) => ({ paymentTransactionId: item, price, conversationId: `${name}-${item}-${price}` });
const sentSince = (mark) => desk.sandbox.journal().slice(mark).filter(({ method }) => method === "POST");
const mark = () => desk.sandbox.journal().length;

describe("who may ask", () => {
  const everything = [
    ["GET", "/api/payments/25180208"],
    ["POST", "/api/payments/25180208/intents"],
    ["GET", "/api/sales/REF-SALE-001"],
    ["POST", "/api/sales/REF-SALE-001/intents"],
    ["POST", "/api/bulk"],
    ["GET", `/api/bulk/${"0".repeat(64)}`],
    ["GET", "/api/nothing"],
  ];
  const tryAll = async (headers) => {
    const from = desk.sandbox.journal().length;
    for (const [method, path] of everything) {
      const { status, body } = await call(desk, path, { method, headers, ...(method === "POST" && { body: "{}" }) });
      assert.equal(status, 401, `${method} ${path}`);
      assert.equal(body.error.code, "signed-out");
    }
    assert.equal(desk.sandbox.journal().length, from, "iyzico was asked");
  };

  test("a stranger without a session gets nothing", () => tryAll({}));

  test("a token that is expired, forged, altered, of nobody or of another key is none", async () => {
    const [{ operator }] = desk.operators;
    const hash = await hashOf(operator);
    const good = tokenOf({ operator, expiresAt: Date.now() + 60_000 }, hash);
    const { status } = await call(desk, "/api/payments/25180208", { headers: { authorization: `Bearer ${good}` } });
    assert.equal(status, 200, "the test makes tokens as the worker does");

    await tryAll({ authorization: `Bearer ${tokenOf({ operator, expiresAt: Date.now() - 1 }, hash)}` });
    await tryAll({ authorization: `Bearer ${tokenOf({ operator, expiresAt: Date.now() + 60_000 }, hash, "x".repeat(40))}` });
    await tryAll({ authorization: `Bearer ${tokenOf({ operator, expiresAt: Date.now() + 60_000 }, "another password's hash")}` });
    await tryAll({ authorization: `Bearer ${tokenOf({ operator: "nobody", expiresAt: Date.now() + 60_000 }, "")}` });
    await tryAll({ authorization: `Bearer ${good.slice(0, -2)}${good.endsWith("AA") ? "BB" : "AA"}` });
    await tryAll({ authorization: `Bearer ${good}.${good}` });
    await tryAll({ authorization: "Bearer e30." });
    await tryAll({ authorization: `Basic ${good}` });
  });

  test("a wrong password, an unknown operator and nonsense open no session", async () => {
    const [{ operator, password }] = desk.operators;
    const attempts = [{ operator, password: `${password}x` }, { operator: "kasa-9", password }, { operator }, [], "x", { operator: "__proto__", password }];
    for (const body of attempts) {
      const { status } = await call(desk, "/api/session", { method: "POST", body: JSON.stringify(body) });
      assert.equal(status, 401, JSON.stringify(body));
    }
  });

  test("a page of another origin is refused, the configured one is let in", async () => {
    const { paymentId, items } = newPayment();
    const made = draft("refund", refund(items[0], "1", "origin"));
    const from = mark();
    const foreign = await first.post(`/api/payments/${paymentId}/intents`, made, { origin: "https://evil.example" });
    assert.equal(foreign.status, 403);
    assert.equal((await call(desk, "/api/session", { method: "POST", headers: { origin: "null" }, body: "{}" })).status, 403);
    assert.equal((await call(desk, "/api/session", { method: "POST", headers: { "sec-fetch-site": "cross-site" }, body: "{}" })).status, 403);
    assert.deepEqual(sentSince(from), []);

    const asked = await call(desk, `/api/payments/${paymentId}/intents`, { method: "OPTIONS", headers: { origin: HOME } });
    assert.equal(asked.status, 204);
    assert.equal(asked.headers.get("access-control-allow-origin"), HOME);
    assert.equal((await first.post(`/api/payments/${paymentId}/intents`, made, { origin: HOME })).status, 201);
    const own = await first.post(`/api/payments/${paymentId}/intents`, made, { origin: desk.url });
    assert.equal(own.status, 200);
    assert.equal(own.headers.get("access-control-allow-origin"), null);
  });

  test("what isn't a route isn't there, and every answer has its headers", async () => {
    for (const path of ["/api/", "/api/payments", "/api/payments/1/2/3", "/api/payments/%ff", "/api/bulk/1"]) {
      assert.equal((await first.get(path)).status, 404, path);
    }
    const { headers } = await first.get("/api/nothing");
    assert.equal(headers.get("content-security-policy"), "default-src 'none'; frame-ancestors 'none'");
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.equal(headers.get("cache-control"), "no-store");
  });

  test("the page is served to anyone, under a policy that lets it run wasm and reach nothing but the desk", async () => {
    for (const path of ["/", "/some/view"]) {
      const { status, headers, body } = await call(desk, path);
      assert.equal(status, 200);
      assert.match(body, /<!doctype html>/i);
      const policy = new Map(headers.get("content-security-policy").split(/;\s*/).map((part) => [part.split(" ")[0], part]));
      assert.equal(policy.get("default-src"), "default-src 'none'");
      assert.equal(policy.get("script-src"), "script-src 'self' 'wasm-unsafe-eval'");
      assert.equal(policy.get("connect-src"), "connect-src 'self'");
      assert.equal(policy.get("frame-ancestors"), "frame-ancestors 'none'");
      assert.equal(policy.get("base-uri"), "base-uri 'none'");
      assert.equal(headers.get("x-content-type-options"), "nosniff");
      for (const [, script] of body.matchAll(/<script[^>]*src="([^"]+)"/g)) assert.equal((await call(desk, script)).status, 200, script);
    }
  });

  test("too many attempts and too many requests are turned away", async () => {
    const strict = await startDesk({ limits: { SIGN_IN_LIMIT: 3, READ_LIMIT: 3, SEND_LIMIT: 3 } });
    try {
      // A window ends at a full minute; begin well before one.
      const left = 60_000 - (Date.now() % 60_000);
      if (left < 15_000) await new Promise((resolve) => setTimeout(resolve, left));
      const operator = await signIn(strict, strict.operators[0]);
      const attempt = { method: "POST", body: JSON.stringify({ operator: "kasa-1", password: "wrong" }) };
      const attempts = [];
      for (let n = 0; n < 4; n++) attempts.push((await call(strict, "/api/session", attempt)).status);
      assert.deepEqual(attempts, [401, 401, 429, 429]);
      const reads = [];
      for (let n = 0; n < 5; n++) reads.push((await operator.get("/api/payments/25180208")).status);
      assert.deepEqual(reads, [200, 200, 200, 429, 429]);
      const sends = [];
      for (let n = 0; n < 4; n++) sends.push((await operator.post("/api/payments/25180208/intents", "no draft")).status);
      assert.deepEqual(sends, [400, 400, 400, 429]);
    } finally {
      await strict.stop();
    }
  });
});

describe("what is refused before anything is sent", () => {
  const refused = async (post, status, code) => {
    const from = mark();
    const answer = await post();
    assert.equal(answer.status, status, JSON.stringify(answer.body));
    assert.equal(answer.body.error.code, code);
    assert.deepEqual(sentSince(from), [], "something was sent");
    return answer.body.error;
  };

  test("a body or fingerprint that was changed after validation", async () => {
    const { paymentId, items } = newPayment();
    const path = `/api/payments/${paymentId}/intents`;
    const made = draft("refund", refund(items[0], "1.00", "altered"));
    const altered = [
      { ...made, body: made.body.replace("1.00", "9.00") },
      { ...made, body: made.body.replace("{", "{ ") },
      { ...made, fingerprint: "0".repeat(64) },
      { ...made, path: "/payment/cancel" },
      { ...made, extra: 1 },
    ];
    for (const forged of altered) {
      const { issues } = await refused(() => first.post(path, forged), 400, "invalid");
      assert.ok(issues.length > 0);
    }
    assert.equal((await first.post(path, made)).status, 201);
    // Not even with the fingerprint of an existing intent.
    await refused(() => first.post(path, altered[0]), 400, "invalid");
    for (const body of ["", "[]", "null", "{", "x".repeat(70_000)]) {
      const from = mark();
      assert.ok([400, 413].includes((await first.post(path, body)).status));
      assert.deepEqual(sentSince(from), []);
    }
  });

  test("another merchant's payment, an item of another payment, a payment that isn't there", async () => {
    const { paymentId, items } = newPayment();
    const other = newPayment();
    await refused(() => first.get("/api/payments/25190001"), 404, "payment-not-found");
    await refused(() => first.take("25190001", "refundV2", { paymentId: "25190001", price: "1", conversationId: "m-1" }), 404, "payment-not-found");
    await refused(() => first.take("25190001", "refund", refund("27180001", "1", "m-2")), 404, "payment-not-found");
    await refused(() => first.take(paymentId, "refund", refund("27180001", "1", "m-3")), 404, "foreign-item");
    await refused(() => first.take(paymentId, "refund", refund(other.items[0], "1", "m-4")), 404, "foreign-item");
    await refused(() => first.take(paymentId, "refundV2", { paymentId: other.paymentId, price: "1", conversationId: "m-5" }), 404, "foreign-item");
    await refused(() => first.take(paymentId, "cancel", { paymentId: other.paymentId, conversationId: "m-6" }), 404, "foreign-item");
    await refused(() => first.get("/api/payments/1"), 404, "payment-not-found");
    assert.equal(desk.sandbox.books(paymentId).movements, 0);
    assert.ok(items.length > 0);
  });

  test("more than is left, and anything while an earlier attempt may have landed", async () => {
    const { paymentId, items } = newPayment();
    await refused(() => first.take(paymentId, "refund", refund(items[0], "10.01", "over")), 409, "over-refund");
    await refused(() => first.take(paymentId, "refundV2", { paymentId, price: "15.51", conversationId: "over-2" }), 409, "over-refund");

    const late = refund(items[0], "6.00", "late");
    desk.sandbox.fault({ fault: "refused-before", conversationId: late.conversationId });
    const { body } = await first.take(paymentId, "refund", late);
    assert.equal(body.state, "checking");
    const doubt = await refused(() => first.take(paymentId, "refund", refund(items[1], "1.00", "beside")), 409, "still-open");
    assert.deepEqual([doubt.fingerprint, doubt.doubt], [body.fingerprint, "too-early"]);
    assert.ok(doubt.from - body.sentAt >= 5 * 60_000 && doubt.from - body.sentAt <= 31 * 60_000, "says from when");
    await refused(() => first.take(paymentId, "cancel", { paymentId, conversationId: "cancel-beside" }), 409, "still-open");

    // Never carried out: its amount is free again, under a new conversationId.
    const settled = await first.settled(intentPath(paymentId, body));
    assert.deepEqual([settled.state, settled.settledBy], ["failure", "read-back"]);
    assert.ok(settled.updatedAt >= settled.sentAt + 5 * 60_000, "no absence counts within five minutes");
    assert.equal((await first.take(paymentId, "refund", refund(items[0], "4.00", "beside"))).body.state, "success");
    assert.equal((await first.take(paymentId, "refund", late)).status, 200);
    // Now iyzico's summary would be the same had the first one landed, so only its lists decide: thirty minutes.
    const again = await refused(() => first.take(paymentId, "refund", refund(items[0], "6.00", "again")), 409, "not-ruled-out");
    assert.equal(again.from, settled.sentAt + 30 * 60_000);
    await passed(30 * 60_000);
    const { refundable } = await refused(() => first.take(paymentId, "refund", refund(items[0], "6.01", "more")), 409, "over-refund");
    assert.equal(refundable, "6");
    assert.equal((await first.take(paymentId, "refund", refund(items[0], "6.00", "again"))).body.state, "success");
    assert.equal(desk.sandbox.books(paymentId).items[0].left, "0");
  });

  test("many at once never give more than there is", async () => {
    const { paymentId, items } = newPayment();
    const amounts = Array.from({ length: 8 }, (_, n) => ({ ...refund(items[0], "3.00", `rush-${n}`) }));
    const answers = await Promise.all(amounts.map((params, n) => (n % 2 ? first : second).take(paymentId, "refund", params)));
    assert.equal(answers.filter(({ status }) => status === 201).length, 3);
    assert.equal(answers.filter(({ body }) => body.error?.code === "over-refund").length, 5);
    assert.equal(desk.sandbox.books(paymentId).moved, "9");
  });

  test("another currency, no conversationId, one that is taken, an operation of elsewhere", async () => {
    const { paymentId, items } = newPayment();
    const params = refund(items[0], "1", "misc");
    await refused(() => first.take(paymentId, "refund", { ...params, currency: "EUR" }), 409, "currency-mismatch");
    const { issues } = await refused(() => first.take(paymentId, "refund", { ...params, conversationId: undefined }), 400, "invalid");
    assert.deepEqual(issues.map(({ path, code }) => [path, code]), [[["conversationId"], "missing"]]);
    assert.equal((await first.take(paymentId, "refund", params)).status, 201);
    await refused(() => first.take(paymentId, "refund", { ...params, price: "2" }), 409, "conversation-taken");
    await refused(() => first.post(`/api/payments/${paymentId}/intents`, { operation: "paymentDetails" }), 400, "operation-not-allowed");
    await refused(() => first.takeOfSale("REF-SALE-001", "refund", params), 400, "operation-not-allowed");
  });

  test("anything, while iyzico cannot be asked", async () => {
    const { paymentId, items } = newPayment();
    desk.sandbox.fault({ fault: "html502-before", path: "/v2/reporting/payment/details" });
    await refused(() => first.take(paymentId, "refund", refund(items[0], "1", "blind")), 502, "unreachable");
    assert.equal((await first.take(paymentId, "refund", refund(items[0], "1", "blind"))).status, 201);
  });
});

describe("one intent, one movement", () => {
  test("a double click and two operators at once", async () => {
    const { paymentId, items } = newPayment();
    const made = draft("refund", refund(items[1], "2.25", "double"));
    const clicks = [first, second, first, second, first, second];
    const answers = await Promise.all(clicks.map((operator) => operator.post(`/api/payments/${paymentId}/intents`, made)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 200, 200, 200, 200, 201]);
    const { body } = await second.get(intentPath(paymentId, made));
    assert.equal(body.state, "success");
    assert.deepEqual([...body.by].sort(), ["kasa-1", "kasa-2"]);
    assert.ok(answers.every((answer) => answer.body.fingerprint === body.fingerprint));
    const books = desk.sandbox.books(paymentId);
    assert.deepEqual([books.movements, books.moved], [1, "2.25"]);
  });

  test("a page that goes away doesn't take its refund along", async () => {
    const { paymentId, items } = newPayment();
    const params = refund(items[0], "3.25", "gone");
    desk.sandbox.fault({ fault: "delay:800", conversationId: params.conversationId });
    const made = draft("refund", params);
    await assert.rejects(first.post(`/api/payments/${paymentId}/intents`, made, {}, AbortSignal.timeout(400)));
    const intent = await second.settled(intentPath(paymentId, made));
    assert.equal(intent.state, "success");
    assert.equal(desk.sandbox.books(paymentId).movements, 1);
  });

  test("a payment shows what is left and every intent, newest first", async () => {
    const { paymentId, items } = newPayment();
    await first.take(paymentId, "refund", refund(items[0], "1.50", "seen"));
    await second.take(paymentId, "refundV2", { paymentId, price: "2.00", conversationId: "seen-2" });
    const { status, body } = await first.get(`/api/payments/${paymentId}`);
    assert.equal(status, 200);
    assert.deepEqual([body.payment.paid, body.payment.refunded, body.payment.refundable], ["15.5", "3.5", "12"]);
    assert.equal(body.details.paymentId, paymentId);
    assert.deepEqual(body.intents.map(({ operation, amount, by }) => [operation, amount, by]), [
      ["refundV2", "2.00", ["kasa-2"]],
      ["refund", "1.50", ["kasa-1"]],
    ]);
    const [{ fingerprint, ...intent }] = body.intents.slice(-1);
    assert.match(fingerprint, /^[0-9a-f]{64}$/);
    assert.deepEqual(Object.keys(intent).sort(), [
      "amount", "by", "conversationId", "createdAt", "currency", "hindrance", "isLandedAfterAll", "operation", "outcome", "paymentId",
      "paymentTransactionId", "proposal", "readBack", "sentAt", "settleableFrom", "settledBy", "state", "transactionReferenceId", "updatedAt",
    ]);
    assert.equal(intent.settledBy, "answer");
    assert.equal(intent.outcome.data.paymentTransactionId, items[0]);
  });

  test("iyzico's own refusal is a failure with advice", async () => {
    const { paymentId } = newPayment({ daysAgo: 2 });
    const { body } = await first.take(paymentId, "cancel", { paymentId, conversationId: "too-late" });
    assert.deepEqual([body.state, body.settledBy, body.amount], ["failure", "answer", null]);
    assert.equal(typeof body.outcome.advice, "string");
    assert.equal((await first.get(`/api/payments/${paymentId}/intents/${"0".repeat(64)}`)).status, 404);
  });
});

describe("an unknown is settled by read-back", () => {
  const moved = ["lost", "cut", "cut-clean", "html502", "empty200", "wrong-signature", "no-signature", "foreign-answer", "timeout-code", "delay:6000"];
  const unmoved = ["redirect", "html502-before", "refused-before"];
  const operations = {
    refund: ({ items: [item] }) => ({ paymentTransactionId: item, price: "2.50" }),
    refundV2: ({ paymentId }) => ({ paymentId, price: "2.50" }),
    cancel: ({ paymentId }) => ({ paymentId }),
  };
  // A cancel's answer has no signature that could be wrong.
  const cases = Object.keys(operations).flatMap((operation) =>
    [...moved, ...unmoved].filter((fault) => operation !== "cancel" || !fault.endsWith("-signature")).map((fault) => ({ operation, fault })),
  );

  test(`${cases.length} ways to hear nothing certain`, { timeout: 120_000 }, async () => {
    await Promise.all(
      cases.map(async ({ operation, fault }) => {
        const payment = newPayment();
        const conversationId = `doubt-${operation}-${fault}`.replace(":", "-");
        desk.sandbox.fault({ fault, conversationId });
        const taken = await first.take(payment.paymentId, operation, { ...operations[operation](payment), conversationId });
        assert.deepEqual([taken.status, taken.body.state], [201, "checking"], `${operation} ${fault}`);
        const intent = await second.settled(intentPath(payment.paymentId, taken.body), 60_000);
        const { movements } = desk.sandbox.books(payment.paymentId);
        const expected = moved.includes(fault) ? ["success", 1] : ["failure", 0];
        assert.deepEqual([intent.state, movements], expected, `${operation} ${fault}`);
        assert.equal(intent.settledBy, "read-back");
        assert.equal(intent.outcome.status, "unknown");
      }),
    );
  });

  test("what read-back cannot tell either is left to a person, and nothing else is sent", async () => {
    const { paymentId, items } = newPayment();
    const params = refund(items[0], "7.00", "person");
    desk.sandbox.fault({ fault: "lost", conversationId: params.conversationId });
    const { body } = await first.take(paymentId, "refund", params);
    desk.sandbox.fault({ fault: "html502-before", path: "/v2/reporting/payment/details", times: 100_000 });
    const intent = await first.settled(intentPath(paymentId, body));
    assert.equal((await first.take(paymentId, "refund", refund(items[0], "1", "person-2"))).body.error.code, "unreachable");
    desk.sandbox.clearFaults();
    assert.deepEqual([intent.state, intent.settledBy], ["ambiguous", null]);
    assert.ok(intent.updatedAt - intent.sentAt >= 2_100_000, "not before GIVE_UP_MS");

    // Opening the payment settles it, once iyzico can be asked again.
    const { intents } = (await second.get(`/api/payments/${paymentId}`)).body;
    assert.deepEqual(intents.map(({ state, settledBy }) => [state, settledBy]), [["success", "read-back"]]);
  });
});

/** A session token, signed like the worker's. */
function tokenOf(claim, passwordHash, key = SESSION_KEY) {
  const text = Buffer.from(JSON.stringify(claim)).toString("base64url");
  return `${text}.${createHmac("sha256", key).update(`${text}.${passwordHash}`).digest("base64url")}`;
}

const hashOf = async (operator) => JSON.parse(desk.settings.OPERATORS)[operator];
