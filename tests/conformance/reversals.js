// The rows in `reversals`: those that belong to the request, or may.

import { equal, ok } from "./support/assert.js";
import { cancels, carriedOut, FAILED, item, LATE, made, partly, payment, refunds, shown } from "./support/books.js";
import { most, token } from "./support/samples.js";

const NAMES = ["id", "reference", "paymentId", "paymentTransactionId", "amount", "currency", "createdDate", "hostReference", "state"];

export function reversals({ test, iyzico }) {
  const request = iyzico.refund(most.refund);
  const own = most.refund.conversationId;
  const of = (payments, sent = request) => iyzico.reconcile(sent, shown(payments), LATE);
  const items = (...rows) => ({ itemTransactions: [item("27169345", refunds(...rows))] });
  const references = ({ reversals }) => reversals.map(({ reference }) => reference);

  test("a row has its ids, amount, currency, time, bank reference and state", () => {
    const row = carriedOut(own, "5.00", { refundTxId: token("9007199254740993"), currencyCode: "TRY", createdDate: made(1), hostReference: "mock00008iyzihostrfn" });
    const found = of([partly(items(row))]);
    equal(found, {
      verdict: "landed",
      reason: "carried-out",
      reversals: [{
        id: "9007199254740993", reference: own, paymentId: "25180188", paymentTransactionId: "27169345", amount: "5", currency: "TRY",
        createdDate: "2025-11-25T19:37:40Z", hostReference: "mock00008iyzihostrfn", state: "carried-out",
      }],
    });
    equal(Object.keys(found), ["verdict", "reason", "reversals"]);
    equal(Object.keys(found.reversals[0]), NAMES);
    equal(JSON.parse(JSON.stringify(found)), found);
  });

  test("what iyzico leaves out is null; a row without a currency has the payment's", () => {
    for (const nothing of [undefined, null, ""]) {
      const row = carriedOut(own, "5", { refundTxId: nothing, currencyCode: nothing, createdDate: nothing, hostReference: nothing });
      const [found] = of([partly({ ...items(row), currency: "TRY" })]).reversals;
      equal([found.id, found.currency, found.createdDate, found.hostReference], [null, "TRY", null, null]);
    }
    const [nameless] = of([partly({ ...items(carriedOut(undefined, "5")), currency: undefined })]).reversals;
    equal([nameless.reference, nameless.currency], [null, null]);
    const [unpriced] = of([payment(items({ conversationId: own, refundStatus: 1 }))]).reversals;
    equal([unpriced.amount, unpriced.state], [null, "carried-out"]);
  });

  test("a cancel has the id of its own list and no item", () => {
    const { paymentId, conversationId } = most.cancel;
    const row = carriedOut(conversationId, "40", { refundId: token("77"), hostReference: "h" });
    const [found] = of([payment({ paymentId, cancels: cancels(row) })], iyzico.cancel(most.cancel)).reversals;
    equal([found.id, found.paymentTransactionId, found.amount, found.reference], ["77", null, "40", conversationId]);
  });

  test("amounts keep every digit", () => {
    for (const [price, written] of [["0.00000001", "1E-8"], ["12345678901234567890.12345678", "12345678901234567890.12345678"], ["9007199254740993", "9007199254740993.0"]]) {
      const sent = iyzico.refund({ ...most.refund, price, upTo: undefined });
      equal(of([partly(items(carriedOut(own, written)))], sent).reversals.map(({ amount }) => amount), [price]);
    }
  });

  test("landed: only the rows of the request", () => {
    const others = [carriedOut("another", "5"), carriedOut(undefined, "5"), carriedOut("third", "5", { refundStatus: 2 })];
    equal(references(of([partly(items(...others, carriedOut(own, "5")))])), [own]);
    const split = [item("1", refunds(carriedOut("return-8", "10"), carriedOut("another", "1"))), item("2", refunds(carriedOut("return-8", "5")))];
    const found = of([partly({ paymentId: "25180208", currency: "EUR", itemTransactions: split })], iyzico.refundV2(most.refundV2));
    equal([found.verdict, found.reversals.map(({ paymentTransactionId, amount }) => [paymentTransactionId, amount])], ["landed", [["1", "10"], ["2", "5"]]]);
  });

  test("not landed: the attempts that failed", () => {
    const found = of([payment(items(carriedOut(own, "5", FAILED), carriedOut(own, "5", { ...FAILED, refundTxId: token("2") })))]);
    equal([found.verdict, found.reason, found.reversals.map(({ id, state }) => [id, state])], ["not-landed", "failed", [[null, "failed"], ["2", "failed"]]]);
    equal(of([payment()]), { verdict: "not-landed", reason: "absent", reversals: [] });
    equal(of([partly(items(carriedOut("another", "5")))]).reversals, []);
  });

  test("ambiguous: the rows that may be the request's", () => {
    for (const [reason, rows, expected] of [
      ["other-amount", [carriedOut(own, "5"), carriedOut(own, "5")], [[own, "carried-out"], [own, "carried-out"]]],
      ["other-amount", [carriedOut(own, "4"), carriedOut("another", "1")], [[own, "carried-out"]]],
      ["doubtful-row", [carriedOut(own, "5", { refundStatus: 2 })], [[own, "doubtful"]]],
      ["doubtful-row", [carriedOut(undefined, "5", { refundStatus: 2 })], [[null, "doubtful"]]],
      ["no-conversation-id", [carriedOut(undefined, "5")], [[null, "carried-out"]]],
      ["similar-id", [carriedOut("another", "1"), carriedOut("RETURN-7", "5")], [["RETURN-7", "carried-out"]]],
      ["earlier-row", [carriedOut(own, "5", { createdDate: made(-11) })], [[own, "carried-out"]]],
    ]) {
      const found = of([partly(items(...rows))]);
      equal([found.verdict, found.reason, found.reversals.map(({ reference, state }) => [reference, state])], ["ambiguous", reason, expected]);
    }
    const sibling = { itemTransactions: [item("27169345"), item("27169346", refunds(carriedOut(own, "5")))] };
    const found = of([partly(sibling)]);
    equal([found.reason, found.reversals.map(({ paymentTransactionId }) => paymentTransactionId)], ["elsewhere", ["27169346"]]);
  });

  test("iyzico's texts are not altered", () => {
    const hostReference = 'a"b\\c\u2028ş😀\n';
    const [found] = of([partly(items(carriedOut(own, "5", { hostReference, createdDate: "\u0001" })))]).reversals;
    equal([found.hostReference, found.createdDate], [hostReference, "\u0001"]);
    ok(Object.getPrototypeOf(found) === Object.prototype, "its prototype");
  });

  test("a thousand rows are all there", () => {
    const sent = iyzico.refund({ ...most.refund, price: "10", upTo: undefined });
    const rows = Array.from({ length: 1000 }, () => carriedOut(own, "0.01"));
    const found = of([partly(items(...rows))], sent);
    equal([found.verdict, found.reversals.length], ["landed", 1000]);
  });
}
