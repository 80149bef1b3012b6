// Sales at tills over HTTP: refund of lines and void, checked against the sale, settled by the till's status.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { draft } from "../../pkg/inline.js";
import { startDesk } from "../../www-example/desk.mjs";
import { passed, signIn, SPEED } from "./support/operator.mjs";

const UNLIMITED = { SIGN_IN_LIMIT: 1e6, READ_LIMIT: 1e6, SEND_LIMIT: 1e6 };
const MINUTE = 60_000;
const PAYMENT = "/v2/terminal-host/gmu/payment";
const MOVED = ["lost", "cut", "cut-clean", "html502", "empty200", "foreign-answer", "timeout-code:380103", "device-timeout", "delay:6000"];
const UNMOVED = ["redirect", "html502-before", "refused-before"];

let desk, operator, second;
let count = 0;

before(async () => {
  desk = await startDesk({ speed: SPEED, settings: { PATIENCE_MS: "4000" }, limits: UNLIMITED });
  [operator, second] = await Promise.all(desk.operators.map((who) => signIn(desk, who)));
});
after(() => desk?.stop());

/** A sale of its own for each test: three coffees and a cup. */
function newSale() {
  const n = (count += 1);
  const { transactionReferenceId } = desk.sandbox.createSale({
    paymentId: `PAY-T${n}`,
    transactionReferenceId: `SALE-T${n}`,
    lines: [
      { id: 80_000 + 2 * n, name: "Türk kahvesi 250 g", quantity: 3, unitPrice: "41.15", vatRate: 1 },
      { id: 80_001 + 2 * n, name: "Fincan", unitPrice: "60.00" },
    ],
  });
  return { reference: transactionReferenceId, paymentId: `PAY-T${n}` };
}

/** The draft that the page makes of the sale it shows. */
async function refundOf(reference, name, { quantity = 1, line = 0 } = {}) {
  const { sale, status } = (await operator.get(`/api/sales/${reference}`)).body;
  const sold = sale.saleItems[line];
  const unit = line === 0 ? "41.15" : "60.00";
  const total = line === 0 ? ["41.15", "82.3", "123.45", "164.6"][quantity - 1] : unit;
  return {
    ...operationOf(status, name),
    saleAppName: "refund-desk",
    saleAppVersion: "1",
    relatedSaleId: sale.saleUid,
    saleItems: [
      {
        relatedSaleItemId: sold.id,
        name: sold.name,
        unitCode: "C62",
        taxGroupCode: "KDV1",
        itemQuantity: quantity,
        unitPriceAmount: unit,
        grossPriceAmount: total,
        totalPriceAmount: total,
        returnAmount: total,
      },
    ],
  };
}

const operationOf = ({ deviceUniqueId, paymentId, paymentDate }, name) => ({
  deviceUniqueId,
  paymentId,
  paymentDate,
  transactionReferenceId: `${name}-${paymentId}`,
  conversationId: `${name}-${paymentId}`,
});
const intentPath = (reference, { fingerprint }) => `/api/sales/${reference}/intents/${fingerprint}`;
const sent = () => desk.sandbox.journal().filter(({ path }) => [`${PAYMENT}/refund`, `${PAYMENT}/void`].includes(path)).length;

test("a sale shows its lines and what is left; lines go back, then no more than is left", async () => {
  const { reference, paymentId } = newSale();
  const { status, body } = await operator.get(`/api/sales/${reference}`);
  assert.equal(status, 200);
  assert.deepEqual([body.status.paymentId, body.sale.totalReturnableAmount, body.intents], [paymentId, "183.45", []]);

  const params = await refundOf(reference, "first", { quantity: 2 });
  const made = draft("terminal.refund", params);
  const clicks = await Promise.all([operator, second, operator].map((who) => who.post(`/api/sales/${reference}/intents`, made)));
  assert.deepEqual(clicks.map((click) => click.status).sort(), [200, 200, 201]);
  const { body: intent } = await operator.get(intentPath(reference, made));
  assert.deepEqual(
    [intent.state, intent.settledBy, intent.amount, intent.currency, intent.paymentId, intent.transactionReferenceId, intent.paymentTransactionId],
    ["success", "answer", "82.3", "TRY", paymentId, params.transactionReferenceId, null],
  );
  assert.deepEqual([...intent.by].sort(), ["kasa-1", "kasa-2"]);

  const from = sent();
  const more = await operator.takeOfSale(reference, "terminal.refund", await refundOf(reference, "more", { quantity: 2 }));
  assert.equal(more.status, 400);
  assert.ok(more.body.error.issues.some(({ path }) => path[0] === "saleItems"), JSON.stringify(more.body));
  const taken = await operator.takeOfSale(reference, "terminal.refund", { ...(await refundOf(reference, "first")), conversationId: "another" });
  assert.deepEqual([taken.status, taken.body.error.code], [409, "conversation-taken"]);
  assert.equal(sent(), from, "something was sent");
  assert.equal((await operator.takeOfSale(reference, "terminal.refund", await refundOf(reference, "last"))).body.state, "success");
  const books = desk.sandbox.saleBooks(paymentId);
  assert.deepEqual([books.movements, books.refunded, books.left], [2, "123.45", "60"]);
});

test("a void takes the whole back, once", async () => {
  const { reference, paymentId } = newSale();
  const { body } = await operator.get(`/api/sales/${reference}`);
  const taken = await operator.takeOfSale(reference, "terminal.void", operationOf(body.status, "void"));
  assert.deepEqual([taken.status, taken.body.state, taken.body.amount], [201, "success", null]);
  const books = desk.sandbox.saleBooks(paymentId);
  assert.deepEqual([books.voided, books.movements], [true, 1]);
});

test("what isn't of this sale, or was altered, is refused and nothing is sent", async () => {
  const [mine, other] = [newSale(), newSale()];
  const params = await refundOf(other.reference, "foreign");
  const from = sent();
  const foreign = await operator.takeOfSale(mine.reference, "terminal.refund", params);
  assert.deepEqual([foreign.status, foreign.body.error.code], [404, "foreign-item"]);
  const made = draft("terminal.refund", params);
  const altered = { ...made, body: made.body.replace("41.15", "11.15") };
  assert.equal((await operator.post(`/api/sales/${other.reference}/intents`, altered)).status, 400);
  assert.equal((await operator.get("/api/sales/SALE-NONE")).body.error.code, "sale-not-found");
  assert.equal((await operator.post(`/api/sales/${other.reference}/intents`, draft("refund", { paymentTransactionId: "1", price: "1" }))).status, 400);
  assert.equal(sent(), from);
});

test("while one is in doubt, no other of the sale is sent", async () => {
  const { reference } = newSale();
  const params = await refundOf(reference, "doubt");
  desk.sandbox.fault({ fault: "lost", conversationId: params.conversationId });
  desk.sandbox.setUnkind({ lagStatusMs: 4 * MINUTE });
  const { body } = await operator.takeOfSale(reference, "terminal.refund", params);
  assert.equal(body.state, "checking");
  const beside = await second.takeOfSale(reference, "terminal.refund", await refundOf(reference, "beside", { line: 1 }));
  assert.deepEqual([beside.status, beside.body.error.code], [409, "still-open"]);
  assert.equal((await operator.settled(intentPath(reference, body))).state, "success");
  desk.sandbox.beKind();
  const after = await second.takeOfSale(reference, "terminal.refund", await refundOf(reference, "beside", { line: 1 }));
  assert.equal(after.body.state, "success");
});

test("a token that iyzico refuses is renewed: a question is asked again, a refund is not sent again", async () => {
  const { reference, paymentId } = newSale();
  desk.sandbox.fault({ fault: "token-expired", path: `${PAYMENT}/refundable-sale-info` });
  assert.equal((await operator.get(`/api/sales/${reference}`)).status, 200);
  const params = await refundOf(reference, "expired");
  desk.sandbox.fault({ fault: "token-expired", conversationId: params.conversationId });
  const { body } = await operator.takeOfSale(reference, "terminal.refund", params);
  assert.deepEqual([body.state, body.outcome.advice], ["failure", "renew-token"]);
  const early = await operator.takeOfSale(reference, "terminal.refund", await refundOf(reference, "early"));
  assert.deepEqual([early.status, early.body.error.code, early.body.error.doubt], [409, "not-ruled-out", "too-early"]);
  await passed(5 * MINUTE);
  assert.equal((await operator.takeOfSale(reference, "terminal.refund", await refundOf(reference, "renewed"))).body.state, "success");
  assert.equal(desk.sandbox.saleBooks(paymentId).movements, 1);
  const logins = desk.sandbox.journal().map(({ path }) => path).filter((path) => path.startsWith("/in-store/"));
  const [authorized, redeemed, renewed] = ["authorize", "token", "token/refresh"].map(
    (step) => logins.filter((path) => path === `/in-store/oauth2/${step}`).length,
  );
  assert.deepEqual([authorized, redeemed], [1, 1], "one login for all sales");
  // On a fast clock a token's two hours end, too.
  assert.ok(renewed >= 2, "renewed when it is refused");
});

test("an unknown is settled by the till's status, for each way to hear nothing certain", { timeout: 120_000 }, async () => {
  const cases = ["terminal.refund", "terminal.void"].flatMap((operation) => [...MOVED, ...UNMOVED].map((fault) => ({ operation, fault })));
  await Promise.all(
    cases.map(async ({ operation, fault }) => {
      const { reference, paymentId } = newSale();
      const name = `${operation}-${fault}`.replaceAll(/[.:]/g, "-");
      const params = await refundOf(reference, name);
      const { status } = (await operator.get(`/api/sales/${reference}`)).body;
      desk.sandbox.fault({ fault, conversationId: params.conversationId });
      const taken = await operator.takeOfSale(reference, operation, operation === "terminal.refund" ? params : operationOf(status, name));
      assert.deepEqual([taken.status, taken.body.state], [201, "checking"], `${operation} ${fault}: ${JSON.stringify(taken.body)}`);
      const intent = await operator.settled(intentPath(reference, taken.body), 60_000);
      const expected = MOVED.includes(fault) ? ["success", 1] : ["failure", 0];
      assert.deepEqual([intent.state, desk.sandbox.saleBooks(paymentId).movements], expected, `${operation} ${fault}`);
      assert.equal(intent.settledBy, "read-back");
    }),
  );
});
