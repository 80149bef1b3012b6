// Ids that were altered on their way, by tests/vectors/similar-ids.json, which the Rust tests read as well.

import { equal } from "./support/assert.js";
import { cancels, carriedOut, FAILED, item, LATE, partly, payment, refunds, shown } from "./support/books.js";
import { bodies, most } from "./support/samples.js";

export function similarIds({ test, iyzico, vectors }) {
  const { altered, earlier, faint, anothers } = vectors.similarIds;
  const says = ({ verdict, reason }) => `${verdict}: ${reason}`;
  const asked = (conversationId) => ({ operation: "refund", body: bodies.refund.replace('"return-7"', JSON.stringify(conversationId)) });
  const of = (sent, shows, { changes, item: id = "27169345", price = "5" } = {}) => {
    const row = carriedOut(shows, price, changes);
    const summary = row.refundStatus === 1 ? partly : payment;
    const itemTransactions = id === "27169345" ? [item(id, refunds(row))] : [item("27169345"), item(id, refunds(row))];
    return iyzico.reconcile(asked(sent), shown([summary({ itemTransactions })]), LATE);
  };

  for (const [sent, shows] of [...altered, ...earlier]) {
    test(`${JSON.stringify(sent)} may come back as ${JSON.stringify(shows)}`, () => {
      const found = of(sent, shows);
      equal([says(found), found.reversals.map(({ reference }) => reference)], ["ambiguous: similar-id", [shows]]);
      equal(says(iyzico.precheck(asked(sent), shown([partly({ itemTransactions: [item("27169345", refunds(carriedOut(shows, "5")))] })]))), "ambiguous: similar-id");
      // Its place, amount and state don't matter.
      equal(says(of(sent, shows, { item: "27169346" })), "ambiguous: similar-id");
      equal(says(of(sent, shows, { price: "0.01" })), "ambiguous: similar-id");
      equal(says(of(sent, shows, { changes: { refundStatus: 2 } })), "ambiguous: similar-id");
      const cancelled = payment({ cancels: cancels(carriedOut(shows, "40")) });
      equal(says(iyzico.reconcile(asked(sent), shown([cancelled]), LATE)), "ambiguous: similar-id");
      // A failed row moved nothing, whoever made it.
      equal(says(of(sent, shows, { changes: FAILED })), "not-landed: absent");
    });
  }

  for (const [sent, shows] of anothers) {
    test(`${JSON.stringify(sent)} does not come back as ${JSON.stringify(shows)}`, () => {
      equal(says(of(sent, shows)), "not-landed: absent");
      equal(says(of(sent, shows, { changes: { refundStatus: 2 } })), "not-landed: absent");
    });
  }

  for (const [sent, shows] of faint) {
    test(`${JSON.stringify(sent)} may, altered more than once, come back as ${JSON.stringify(shows)}`, () => {
      equal(says(of(sent, shows)), "ambiguous: similar-id");
      equal(says(of(sent, shows, { price: "0.01" })), "not-landed: absent", "of another amount");
    });
  }

  test("the id itself is no similar one", () => {
    for (const id of [...altered, ...earlier].map(([sent]) => sent)) equal(says(of(id, id)), "landed: carried-out", id);
  });

  test("beside its own row, a row with a similar id is another's", () => {
    const rows = refunds(carriedOut("return-7", "5"), carriedOut("RETURN-7", "5"));
    equal(says(iyzico.reconcile(iyzico.refund(most.refund), shown([partly({ itemTransactions: [item("27169345", rows)] })]), LATE)), "landed: carried-out");
  });

  test("long ids are compared quickly", () => {
    for (const [sent, shows, expected] of [
      ["x".repeat(100_000), "x".repeat(50_000), "ambiguous: similar-id"], ["x".repeat(100_000), "y".repeat(50_000), "not-landed: absent"],
      ["ş".repeat(50_000), "ş".repeat(40_000), "ambiguous: similar-id"], ["c-1", "x".repeat(100_000), "not-landed: absent"],
    ]) {
      equal(says(of(sent, shows)), expected);
    }
  });
}
