// An id that iyzico shows may be the one that was sent, altered on its way: then nothing is absent.

import { equal } from "./assert.js";
import { cancels, carriedOut, FAILED, item, LATE, partly, payment, refunds, shown } from "./books.js";
import { bodies, most } from "./samples.js";

const LONG = "iade-2026-11-25-siparis-1234567890-kasa-1-deneme-1";

/** What was sent, and how it may come back. */
const ALTERED = [
  ["c-1", "C-1"], ["IADE-1", "iade-1"], ["iade-1", "İADE-1"], ["IADE-1", "ıade-1"],
  ["c-1", " c-1"], ["c-1", "c-1\t"], ["c 1 x", "c1x"], ["c  1", "c 1"], ["a b", "a+b"],
  ["007", "7"], ["7", "7.0"], ["12345678901234567890", "12345678901234567000"], ["12345678901234567890", "1.2345678901234567E19"], ["1e3", "1000"],
  ["gid://shop/Order/55 #1:a", "gid:\\/\\/shop\\/Order\\/55 #1:a"], ["gid://shop/Order/55 #1:a", "gid%3A%2F%2Fshop%2FOrder%2F55%20%231%3Aa"], ["a&b", "a&amp;b"], ["a/b", "a&#47;b"],
  ["a#1", "a£1"], ["a[1]", "aÄ1Å"], ["a~1", "a?1"],
  [LONG, LONG.slice(0, 20)], [LONG, LONG.slice(0, 36)], [LONG, LONG.slice(0, -1)], [LONG, LONG.slice(0, 32).toUpperCase()], [LONG, LONG.slice(-24)],
];

/** What certainly is another's. */
const ANOTHERS = [
  ["c-1", "c-2"], ["c-1", "c-10"], ["c-10", "c-1"], ["c-1", "other-7"], ["1", "2"], ["27169345", "27169346"], ["10", "100"],
  [LONG, LONG.slice(0, 15)], [LONG, "iade-2026-11-25-siparis-1234567891-kasa-1"],
];

/** What only several alterations one after another explain: the rest of the row must fit as well. */
const FAINT = [["return-1-12", "return-11-2"], ["return-7", "return_7"], [LONG, LONG.slice(0, 19)], [LONG, LONG.slice(-16)]];

/** Ids that an earlier version took. */
const EARLIER = [
  ["sipariş-1", "siparis-1"], ["sipariş-1", "sipari?-1"], ["sipariş-1", "sipari-1"], ["sipariş-1", "sipariÅ\u009f-1"], ["sipariş-1", "sipari\ufffd\ufffd-1"], ["sipariş-1", "sipari\\u015f-1"],
  ["sipariş-1", "SIPARIS-1"], [" c-1 ", "c-1"], ["a\u00a0b", "a b"],
];

export function similarIds({ test, iyzico }) {
  const says = ({ verdict, reason }) => `${verdict}: ${reason}`;
  const asked = (conversationId) => ({ operation: "refund", body: bodies.refund.replace('"return-7"', JSON.stringify(conversationId)) });
  const of = (sent, shows, { changes, item: id = "27169345", price = "5" } = {}) => {
    const row = carriedOut(shows, price, changes);
    const summary = row.refundStatus === 1 ? partly : payment;
    const itemTransactions = id === "27169345" ? [item(id, refunds(row))] : [item("27169345"), item(id, refunds(row))];
    return iyzico.reconcile(asked(sent), shown([summary({ itemTransactions })]), LATE);
  };

  for (const [sent, shows] of [...ALTERED, ...EARLIER]) {
    test(`${JSON.stringify(sent)} may come back as ${JSON.stringify(shows)}`, () => {
      const found = of(sent, shows);
      equal([says(found), found.reversals.map(({ reference }) => reference)], ["ambiguous: similar-id", [shows]]);
      equal(says(iyzico.precheck(asked(sent), shown([partly({ itemTransactions: [item("27169345", refunds(carriedOut(shows, "5")))] })]))), "ambiguous: similar-id");
      // Wherever it stands, and whatever its amount and state are.
      equal(says(of(sent, shows, { item: "27169346" })), "ambiguous: similar-id");
      equal(says(of(sent, shows, { price: "0.01" })), "ambiguous: similar-id");
      equal(says(of(sent, shows, { changes: { refundStatus: 2 } })), "ambiguous: similar-id");
      const cancelled = payment({ cancels: cancels(carriedOut(shows, "40")) });
      equal(says(iyzico.reconcile(asked(sent), shown([cancelled]), LATE)), "ambiguous: similar-id");
      // What failed moved nothing, whoever made it.
      equal(says(of(sent, shows, { changes: FAILED })), "not-landed: absent");
    });
  }

  for (const [sent, shows] of ANOTHERS) {
    test(`${JSON.stringify(sent)} does not come back as ${JSON.stringify(shows)}`, () => {
      equal(says(of(sent, shows)), "not-landed: absent");
      equal(says(of(sent, shows, { changes: { refundStatus: 2 } })), "not-landed: absent");
    });
  }

  for (const [sent, shows] of FAINT) {
    test(`${JSON.stringify(sent)} may, altered more than once, come back as ${JSON.stringify(shows)}`, () => {
      equal(says(of(sent, shows)), "ambiguous: similar-id");
      equal(says(of(sent, shows, { price: "0.01" })), "not-landed: absent", "of another amount");
    });
  }

  test("the id itself is no similar one, however odd", () => {
    for (const id of [...ALTERED, ...EARLIER].map(([sent]) => sent)) equal(says(of(id, id)), "landed: carried-out", id);
  });

  test("beside its own row a similar one is another's", () => {
    const rows = refunds(carriedOut("return-7", "5"), carriedOut("RETURN-7", "5"));
    equal(says(iyzico.reconcile(iyzico.refund(most.refund), shown([partly({ itemTransactions: [item("27169345", rows)] })]), LATE)), "landed: carried-out");
  });

  test("ids of any length are compared at once", () => {
    for (const [sent, shows, expected] of [
      ["x".repeat(100_000), "x".repeat(50_000), "ambiguous: similar-id"], ["x".repeat(100_000), "y".repeat(50_000), "not-landed: absent"],
      ["ş".repeat(50_000), "ş".repeat(40_000), "ambiguous: similar-id"], ["c-1", "x".repeat(100_000), "not-landed: absent"],
    ]) {
      equal(says(of(sent, shows)), expected);
    }
  });
}
