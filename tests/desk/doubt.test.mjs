// Cases in which a customer was once paid twice, or never. In each, iyzico would accept a second refund, because enough of the payment
// is left.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";

import { draft, Iyzico, IyzicoTerminal, IyzicoTerminalLogin } from "../../pkg/inline.js";
import { exchange } from "../../pkg/fetch.js";
import { startDesk } from "../../www-example/desk.mjs";
import { MemoryHome } from "./support/memory-home.mjs";
import { intentPath, passed, signIn, SPEED, until } from "./support/operator.mjs";
import { source } from "./support/sources.mjs";

const MINUTE = 60_000;
const UNLIMITED = { SIGN_IN_LIMIT: 1e6, READ_LIMIT: 1e6, SEND_LIMIT: 1e6 };

let desk, first, second;
let count = 0;

before(async () => {
  desk = await startDesk({ speed: SPEED, settings: { GIVE_UP_MS: "2100000", PATIENCE_MS: "4000" }, limits: UNLIMITED });
  [first, second] = await Promise.all(desk.operators.map((operator) => signIn(desk, operator)));
});
after(() => desk?.stop());
beforeEach(() => {
  desk.sandbox.clearFaults();
  desk.sandbox.beKind();
});

/** A payment of its own for each test, with enough left for any refund of it to be made twice. */
function newPayment() {
  const paymentId = String(75_000_000 + (count += 1));
  const items = [1, 2].map((n) => ({ paymentTransactionId: `${paymentId}${n}`, paidPrice: "100.00" }));
  desk.sandbox.createPayment({ paymentId, items });
  return { paymentId, items: items.map(({ paymentTransactionId }) => paymentTransactionId) };
}

const refund = (item, name, more = {}) => ({ paymentTransactionId: item, price: "10.00", conversationId: `${name}-${item}`, ...more });
const books = (paymentId) => desk.sandbox.books(paymentId);
const acknowledge = (operator, paymentId, intent) => operator.post(`${intentPath(paymentId, intent)}/acknowledgement`, {});

/** An operator who believes that nothing moved: requests the same refund under new ids until the desk gives a final state. */
async function tryAgain(operator, paymentId, item, { for: patience = 36 * MINUTE, every = 2 * MINUTE } = {}) {
  const heard = [];
  const end = desk.sandbox.now() + patience;
  for (let n = 1; desk.sandbox.now() < end; n += 1) {
    const { status, body } = await operator.take(paymentId, "refund", refund(item, `again-${n}`));
    heard.push(status === 201 ? "taken" : body.error.code);
    if (status === 201 || body.error.code === "landed-after-all") break;
    await passed(every);
  }
  return heard;
}

describe("A: a failure by answer, although it was carried out", () => {
  test("is looked at again before anything else is sent", async () => {
    const { paymentId, items } = newPayment();
    const params = refund(items[0], "first");
    desk.sandbox.fault({ fault: "unlisted-done:5999", conversationId: params.conversationId });
    const { body } = await first.take(paymentId, "refund", params);
    assert.deepEqual([body.state, body.settledBy, body.outcome.advice], ["failure", "answer", "refused-unlisted"]);

    assert.deepEqual(await tryAgain(first, paymentId, items[0]), ["landed-after-all"]);
    const { body: known } = await first.get(intentPath(paymentId, body));
    assert.deepEqual([known.state, known.settledBy, known.isLandedAfterAll], ["success", "read-back", true]);
    assert.equal(books(paymentId).movements, 1);
  });

  test("also while neither summary nor lists show it yet", async () => {
    const { paymentId, items } = newPayment();
    const params = refund(items[0], "first");
    desk.sandbox.setUnkind({ lagSummaryMs: 4 * MINUTE, lagRowsMs: 25 * MINUTE });
    desk.sandbox.fault({ fault: "unlisted-done:5999", conversationId: params.conversationId });
    await first.take(paymentId, "refund", params);
    const heard = await tryAgain(first, paymentId, items[0]);
    assert.equal(heard.at(-1), "landed-after-all");
    assert.ok(heard.length > 3 && !heard.includes("taken"), heard.join());
    assert.equal(books(paymentId).movements, 1);
  });

  test("whoever opens the payment sees it, and nothing is sent until somebody says that they know", async () => {
    const { paymentId, items } = newPayment();
    const params = refund(items[0], "first");
    desk.sandbox.fault({ fault: "unlisted-done:5999", conversationId: params.conversationId });
    const { body } = await first.take(paymentId, "refund", params);
    const view = (await second.get(`/api/payments/${paymentId}`)).body;
    assert.deepEqual(view.intents.map(({ state, hindrance }) => [state, hindrance.reason]), [["success", "landed-after-all"]]);

    // The first operator's page still says failure.
    assert.deepEqual(await tryAgain(first, paymentId, items[0]), ["landed-after-all"]);
    assert.equal((await acknowledge(first, paymentId, body)).body.isLandedAfterAll, false);
    assert.equal((await first.take(paymentId, "refund", refund(items[0], "meant"))).body.state, "success");
    assert.equal(books(paymentId).movements, 2, "the first, and one that was meant");
  });

  test("a refusal that was one keeps others waiting, and then not", async () => {
    const { paymentId, items } = newPayment();
    const params = refund(items[0], "first");
    desk.sandbox.fault({ fault: "refuse:10246", conversationId: params.conversationId });
    const { body } = await first.take(paymentId, "refund", params);
    assert.deepEqual([body.hindrance.reason, body.hindrance.from], ["too-early", body.sentAt + 5 * MINUTE]);
    const early = await first.take(paymentId, "refund", refund(items[0], "early"));
    assert.deepEqual([early.body.error.code, early.body.error.from], ["not-ruled-out", body.sentAt + 5 * MINUTE]);
    const heard = await tryAgain(first, paymentId, items[0]);
    assert.equal(heard.at(-1), "taken");
    const { body: known } = await first.get(intentPath(paymentId, body));
    assert.deepEqual([known.state, known.settledBy, known.hindrance], ["failure", "answer", null]);
    assert.equal(books(paymentId).movements, 1);
  });

  // At a till an unpublished code is no failure: banks' own codes come through.
  test("at a till such an answer is no failure to begin with", async () => {
    const sale = newSale();
    const params = await refundOf(sale.reference, "first");
    desk.sandbox.fault({ fault: "unlisted-done:5999", conversationId: params.conversationId });
    const { body } = await first.takeOfSale(sale.reference, "terminal.refund", params);
    assert.deepEqual([body.state, body.outcome.reason, sale.books().movements], ["checking", "unlisted-code", 1]);

    const known = await first.settled(saleIntentPath(sale.reference, body));
    assert.deepEqual([known.state, known.settledBy, sale.books().movements], ["success", "read-back", 1]);
  });
});

describe("B: settled as not carried out, and landing a little later", () => {
  // Long after the desk has settled it, even if the machine pauses: a minute takes 150 ms here.
  const LATE = 20 * MINUTE;

  test("the question before the next send shows it", async () => {
    const { paymentId, items } = newPayment();
    const params = refund(items[0], "first");
    desk.sandbox.fault({ fault: `lands-late:${LATE}`, conversationId: params.conversationId });
    const { body } = await first.take(paymentId, "refund", params);
    const intent = await first.settled(intentPath(paymentId, body));
    assert.deepEqual([intent.state, intent.settledBy, books(paymentId).movements], ["failure", "read-back", 0]);

    await until(() => books(paymentId).movements === 1);
    assert.deepEqual(await tryAgain(first, paymentId, items[0]), ["landed-after-all"]);
    assert.equal((await first.get(intentPath(paymentId, body))).body.state, "success");
    assert.equal(books(paymentId).movements, 1);
  });

  test("the same at a till", async () => {
    const sale = newSale();
    const params = await refundOf(sale.reference, "late");
    desk.sandbox.fault({ fault: `lands-late:${LATE}`, conversationId: params.conversationId });
    const { body } = await first.takeOfSale(sale.reference, "terminal.refund", params);
    const intent = await first.settled(saleIntentPath(sale.reference, body));
    assert.deepEqual([intent.state, intent.settledBy, sale.books().movements], ["failure", "read-back", 0]);

    const again = await refundOf(sale.reference, "again");
    await until(() => sale.books().movements === 1);
    const answer = await first.takeOfSale(sale.reference, "terminal.refund", again);
    assert.deepEqual([answer.status, answer.body.error.code], [409, "landed-after-all"]);
    assert.equal((await first.get(saleIntentPath(sale.reference, body))).body.state, "success");
    assert.equal(sale.books().movements, 1);
  });
});

describe("C: another program has used the id before", () => {
  const sentBy = (name) => desk.sandbox.journal().filter(({ path, conversationId }) => path === "/payment/refund" && conversationId === name);

  for (const [what, other] of Object.entries({ "the same": {}, "another amount": { price: "7.00" } })) {
    test(`for ${what}: nothing is sent under it, and nothing is booked`, async () => {
      const { paymentId, items } = newPayment();
      const params = refund(items[0], "shared");
      await refundElsewhere({ ...params, ...other });
      desk.sandbox.fault({ fault: "refused-before", conversationId: params.conversationId });
      const { status, body } = await first.take(paymentId, "refund", params);
      assert.deepEqual([status, body.error.code], [409, what === "the same" ? "already-there" : "maybe-there"]);
      assert.equal(sentBy(params.conversationId).length, 1, "the other program's");
      assert.deepEqual((await first.get(`/api/payments/${paymentId}`)).body.intents, []);
      assert.equal((await first.take(paymentId, "refund", refund(items[0], "own"))).status, 201, "under a name of its own it is");
    });
  }

  test("for another item", async () => {
    const { paymentId, items } = newPayment();
    await refundElsewhere({ ...refund(items[1], "x"), conversationId: "elsewhere-1" });
    const { body } = await first.take(paymentId, "refund", refund(items[0], "x", { conversationId: "elsewhere-1" }));
    assert.deepEqual([body.error.code, body.error.doubt], ["maybe-there", "elsewhere"]);
    assert.equal(books(paymentId).movements, 1);
  });

  test("the same at a till", async () => {
    const sale = newSale();
    const params = await refundOf(sale.reference, "shared");
    await refundAtAnotherProgram(params);
    desk.sandbox.fault({ fault: "refused-before", conversationId: params.conversationId });
    const { status, body } = await first.takeOfSale(sale.reference, "terminal.refund", params);
    assert.deepEqual([status, body.error.code], [409, "already-there"]);
    assert.deepEqual((await first.get(`/api/sales/${sale.reference}`)).body.intents, []);
  });
});

describe("D: iyzico's records show it late, or under an altered id", () => {
  for (const [what, unkind] of Object.entries({
    "the lists lag behind the summary": { lagRowsMs: 25 * MINUTE },
    "both lag": { lagSummaryMs: 4 * MINUTE, lagRowsMs: 29 * MINUTE },
  })) {
    test(`${what}: it is found when it shows, and nothing is sent before`, async () => {
      const { paymentId, items } = newPayment();
      const params = refund(items[0], "first");
      desk.sandbox.setUnkind(unkind);
      desk.sandbox.fault({ fault: "lost", conversationId: params.conversationId });
      const { body } = await first.take(paymentId, "refund", params);
      const heard = await tryAgain(second, paymentId, items[0], { for: 24 * MINUTE });
      assert.ok(heard.length > 3 && heard.every((code) => code === "still-open"), heard.join());
      const intent = await first.settled(intentPath(paymentId, body));
      assert.deepEqual([intent.state, books(paymentId).movements], ["success", 1]);
    });
  }

  test("the id is cut: nobody takes it for absent, and nothing is sent", async () => {
    const { paymentId, items } = newPayment();
    const params = refund(items[0], "an-id-that-is-longer-than-twenty");
    desk.sandbox.setUnkind({ ids: "cut:20" });
    desk.sandbox.fault({ fault: "lost", conversationId: params.conversationId });
    const { body } = await first.take(paymentId, "refund", params);
    const heard = await tryAgain(second, paymentId, items[0], { every: 8 * MINUTE });
    assert.ok(!heard.includes("taken"), heard.join());
    const intent = await first.settled(intentPath(paymentId, body));
    assert.deepEqual([intent.state, intent.readBack.reason, intent.hindrance.from], ["ambiguous", "similar-id", null]);
    assert.equal(books(paymentId).movements, 1);
  });

  test("a till's status lags", async () => {
    const sale = newSale();
    const params = await refundOf(sale.reference, "lost");
    const again = await refundOf(sale.reference, "again");
    desk.sandbox.setUnkind({ lagStatusMs: 4.5 * MINUTE });
    desk.sandbox.fault({ fault: "lost", conversationId: params.conversationId });
    const { body } = await first.takeOfSale(sale.reference, "terminal.refund", params);
    const beside = await second.takeOfSale(sale.reference, "terminal.refund", again);
    assert.deepEqual([beside.status, beside.body.error.code], [409, "still-open"]);
    assert.equal((await first.settled(saleIntentPath(sale.reference, body))).state, "success");
    assert.equal(sale.books().movements, 1);
  });
});

describe("E: a process sleeps between recording and sending", async () => {
  const { PaymentDesk } = await source("card/payment.ts");
  const PAYMENT = { paymentId: "1", paymentStatus: 1, paymentRefundStatus: "NOT_REFUNDED", price: 10, paidPrice: 10, currency: "TRY" };
  const made = draft("cancel", { paymentId: "1", conversationId: "asleep" });

  function openDesk() {
    const sent = [];
    const cancels = [];
    const home = new MemoryHome(async ({ operation, url }) => {
      if (operation !== "paymentDetails") {
        sent.push(url);
        return null;
      }
      const payments = [{ ...PAYMENT, cancels, itemTransactions: [{ paymentTransactionId: "11", paidPrice: 10, refunds: [] }] }];
      return { status: 200, text: JSON.stringify({ status: "success", systemTime: home.time, payments }) };
    });
    const iyzico = new Iyzico({ apiKey: "a", secretKey: "s", baseUrl: "http://127.0.0.1:1" });
    return { sent, cancels, home, desk: new PaymentDesk(home, () => iyzico) };
  }

  test("awake, it sends", async () => {
    const { sent, home, desk } = openDesk();
    home.sleep = async () => home.pass(900);
    const { intent } = await desk.take("1", made, "kasa-1");
    assert.deepEqual([sent.length, intent.state], [1, "checking"]);
    assert.ok(home.wakes[0] > home.time - 900 && home.wakes[0] < home.time + MINUTE, "its wake-up was set before");
  });

  for (const [what, clocks] of Object.entries({ "both clocks": {}, "a wall clock that stood still": { wall: 0 }, "a monotonic clock that stood still": { monotonic: 0 } })) {
    test(`asleep by ${what}, it sends nothing, then or later`, async () => {
      const { sent, home, desk } = openDesk();
      home.sleep = async () => home.pass(1_001, clocks);
      const { intent } = await desk.take("1", made, "kasa-1");
      assert.deepEqual([sent.length, intent.state, intent.outcome], [0, "checking", null]);
      home.sleep = async () => undefined;
      await desk.take("1", made, "kasa-1");
      home.pass(31 * MINUTE);
      await desk.wakeUp();
      assert.deepEqual([sent.length, (await desk.intent(made.fingerprint)).state], [0, "failure"]);
    });
  }

  test("asleep since it asked iyzico, it records nothing", async () => {
    const { sent, home, desk } = openDesk();
    home.stop = async () => {
      home.pass(MINUTE + 1);
      return null;
    };
    assert.equal((await desk.take("1", made, "kasa-1")).refusal.code, "unreachable");
    assert.deepEqual([sent.length, home.book.list().length], [0, 0]);
  });

  test("and when it was settled meanwhile, that stays", async () => {
    const { sent, home, desk } = openDesk();
    home.sleep = async () => {
      home.pass(6 * MINUTE);
      // Another process that found the record, and nothing at iyzico.
      const [entry] = home.book.inState("sending");
      home.book.move(entry, "checking", { at: home.time });
      home.book.move({ ...entry, state: "checking" }, "failure", { at: home.time, settledBy: "read-back" });
    };
    const { intent } = await desk.take("1", made, "kasa-1");
    assert.deepEqual([sent.length, intent.state, intent.settledBy], [0, "failure", "read-back"]);
  });

  test("one whose outcome is open, found by the question before the next send: that is not sent, and the next may be", async () => {
    const { sent, cancels, home, desk } = openDesk();
    await desk.take("1", made, "kasa-1");
    cancels.push({ refundId: 7, cancelConversationId: "asleep", refundStatus: 1, refundPrice: 10, createdDate: new Date(home.time).toISOString() });
    const next = draft("cancel", { paymentId: "1", conversationId: "next" });
    const { refusal } = await desk.take("1", next, "kasa-2");
    assert.deepEqual([refusal.code, refusal.fingerprint, sent.length], ["just-landed", made.fingerprint, 1]);
    const { state, isLandedAfterAll } = await desk.intent(made.fingerprint);
    assert.deepEqual([state, isLandedAfterAll], ["success", false]);
    assert.equal((await desk.take("1", next, "kasa-2")).intent.state, "checking", "iyzico decides about a second cancel");
  });

  test("a wake-up that can't be set keeps it from being sent", async (t) => {
    t.mock.method(console, "error", () => undefined);
    const { sent, home, desk } = openDesk();
    home.wake = async () => {
      throw new Error("no alarm");
    };
    const { intent } = await desk.take("1", made, "kasa-1");
    assert.deepEqual([sent.length, intent.state], [0, "checking"]);
  });

  test("a wake-up sets its successor first and throws nothing, whatever goes wrong", async (t) => {
    t.mock.method(console, "error", () => undefined);
    const { home, desk } = openDesk();
    await desk.take("1", made, "kasa-1");
    const call = home.call;
    home.call = async () => {
      throw new Error("the network is a trap");
    };
    home.wakes.length = 0;
    await desk.wakeUp();
    assert.ok(home.wakes.length >= 1 && home.wakes.every((at) => at > home.time));
    home.call = call;
    home.pass(31 * MINUTE);
    await desk.wakeUp();
    assert.equal((await desk.intent(made.fingerprint)).state, "failure");
    assert.equal(home.wakes.at(-1), null);
  });
});

describe("what iyzico leaves open is settled by two people", () => {
  /** An intent that read-back can't settle: iyzico shows its id cut. */
  async function ambiguous() {
    const { paymentId, items } = newPayment();
    const params = refund(items[0], "an-id-that-is-longer-than-twenty");
    desk.sandbox.setUnkind({ ids: "cut:20" });
    desk.sandbox.fault({ fault: "lost", conversationId: params.conversationId });
    const { body } = await first.take(paymentId, "refund", params);
    const path = `${intentPath(paymentId, body)}/settlement`;
    return { paymentId, items, path, intent: body };
  }
  const FOUND = { landed: true, reason: "it is in the panel", evidence: "panel, refund 30000017, host reference mock00007" };

  test("landed: not by one, not before its time, not without evidence", async () => {
    const { paymentId, path, intent } = await ambiguous();
    assert.equal((await first.post(path, FOUND)).body.error.code, "cannot-settle", "too early");
    const { settleableFrom } = await first.settled(intentPath(paymentId, intent));
    assert.equal(settleableFrom, intent.sentAt + 30 * MINUTE);
    assert.equal((await first.post(path, { ...FOUND, evidence: " " })).status, 400);
    assert.equal((await first.post(path, { ...FOUND, landed: "yes" })).status, 400);

    const proposed = (await first.post(path, FOUND)).body;
    assert.deepEqual([proposed.state, proposed.proposal.by, proposed.proposal.evidence], ["ambiguous", "kasa-1", FOUND.evidence]);
    assert.equal((await first.post(path, FOUND)).body.state, "ambiguous", "the same person twice is one person");
    const settled = (await second.post(path, { ...FOUND, evidence: "bank statement of 26 November" })).body;
    assert.deepEqual([settled.state, settled.settledBy, settled.proposal], ["success", "person", null]);
    const { events } = (await first.get(`${intentPath(paymentId, intent)}/events`)).body;
    assert.deepEqual(
      events.filter(({ kind }) => kind !== "read-back").map(({ kind, state, by }) => [kind, state, by]),
      [
        ["begun", "sending", "kasa-1"],
        ["moved", "checking", null],
        ["moved", "ambiguous", null],
        ["proposed", "ambiguous", "kasa-1"],
        ["proposed", "ambiguous", "kasa-1"],
        ["moved", "success", "kasa-2"],
      ],
    );
    assert.deepEqual(events.at(-1).details.because.map(({ by, evidence }) => [by, evidence.slice(0, 5)]), [["kasa-1", "panel"], ["kasa-2", "bank "]]);
    assert.equal((await first.post(path, FOUND)).body.error.code, "cannot-settle", "it is settled");
  });

  test("who disagrees makes a finding of their own; not landed frees the payment", async () => {
    const { paymentId, items, path, intent } = await ambiguous();
    await first.settled(intentPath(paymentId, intent));
    await first.post(path, FOUND);
    const other = { landed: false, reason: "support says it was refused", evidence: "ticket 4711" };
    assert.deepEqual((await second.post(path, other)).body.proposal.landed, false);
    assert.equal((await first.take(paymentId, "refund", refund(items[1], "before"))).body.error.code, "not-ruled-out");
    const settled = (await first.post(path, other)).body;
    assert.deepEqual([settled.state, settled.settledBy, settled.hindrance], ["failure", "person", null]);
    assert.equal((await first.take(paymentId, "refund", refund(items[1], "then"))).status, 201);

    // Both were wrong, and later iyzico shows it.
    desk.sandbox.beKind();
    const { intents } = (await second.get(`/api/payments/${paymentId}`)).body;
    const [found] = intents.filter(({ fingerprint }) => fingerprint === intent.fingerprint);
    assert.deepEqual([found.state, found.settledBy, found.isLandedAfterAll], ["success", "read-back", true]);
  });

  test("what iyzico's records show as carried out, nobody can call not landed", async () => {
    const { paymentId, path, intent } = await ambiguous();
    await first.settled(intentPath(paymentId, intent));
    desk.sandbox.beKind();
    const { status, body } = await first.post(path, { ...FOUND, landed: false });
    assert.deepEqual([status, body.error.code], [409, "finding-contradicted"]);
    assert.equal((await first.get(intentPath(paymentId, intent))).body.state, "success");
  });
});

/** Another program that uses the shop's keys. */
async function refundElsewhere(params) {
  const { IYZICO_API_KEY: apiKey, IYZICO_SECRET_KEY: secretKey, IYZICO_BASE_URL: baseUrl } = desk.settings;
  const iyzico = new Iyzico({ apiKey, secretKey, baseUrl });
  const request = iyzico.refund(params);
  assert.equal(iyzico.read(request, await exchange(request)).status, "success");
}

async function refundAtAnotherProgram(params) {
  const { IYZICO_TERMINAL_CLIENT_ID: clientId, IYZICO_TERMINAL_CLIENT_SECRET: clientSecret, IYZICO_BASE_URL: baseUrl } = desk.settings;
  const { IYZICO_TERMINAL_USERNAME: username, IYZICO_TERMINAL_PASSWORD: password } = desk.settings;
  const login = new IyzicoTerminalLogin({ clientId, clientSecret, baseUrl });
  const step = async (request) => login.read(request, await exchange(request)).data;
  const { code } = await step(login.authorize({ username, password, request_timestamp: String(Math.floor(desk.sandbox.now() / 1000)) }));
  const { access_token: accessToken } = await step(login.token({ code }));
  const terminal = new IyzicoTerminal({ accessToken, baseUrl });
  const request = terminal.refund(params);
  assert.equal(terminal.read(request, await exchange(request)).status, "success");
}

function newSale() {
  const n = (count += 1);
  const paymentId = `PAY-D${n}`;
  const { transactionReferenceId: reference } = desk.sandbox.createSale({
    paymentId,
    transactionReferenceId: `SALE-D${n}`,
    lines: [{ id: 90_000 + n, name: "Fincan", quantity: 4, unitPrice: "60.00" }],
  });
  return { reference, books: () => desk.sandbox.saleBooks(paymentId) };
}

/** One cup of a sale. */
async function refundOf(reference, name) {
  const { sale, status } = (await first.get(`/api/sales/${reference}`)).body;
  const [line] = sale.saleItems;
  return {
    deviceUniqueId: status.deviceUniqueId,
    paymentId: status.paymentId,
    paymentDate: status.paymentDate,
    transactionReferenceId: `${name}-${reference}`,
    conversationId: `${name}-${reference}`,
    saleAppName: "refund-desk",
    saleAppVersion: "1",
    relatedSaleId: sale.saleUid,
    saleItems: [
      {
        relatedSaleItemId: line.id,
        name: line.name,
        unitCode: "C62",
        taxGroupCode: "KDV20",
        itemQuantity: 1,
        unitPriceAmount: "60.00",
        grossPriceAmount: "60.00",
        totalPriceAmount: "60.00",
        returnAmount: "60.00",
      },
    ],
  };
}

const saleIntentPath = (reference, { fingerprint }) => `/api/sales/${reference}/intents/${fingerprint}`;
