// What may still be refunded, by tests/vectors/refundable.json, which the Rust tests read as well.

import { equal, ok, thrownBy } from "./support/assert.js";
import { answerText, httpAnswer, token } from "./support/samples.js";
import { changed } from "./support/vectors.js";

/** A paid item with refunds that were carried out. */
const item = (paymentTransactionId, paidPrice, ...refunds) => ({
  paymentTransactionId,
  paidPrice,
  refunds: refunds.map((refundPrice) => ({ refundPrice, refundStatus: 1 })),
});

const payment = (...itemTransactions) => ({ paymentId: "25180188", currency: "TRY", itemTransactions });

export function refundable({ test, pkg, iyzico, vectors }) {
  const { bases, rules, whole, refused } = vectors.refundable;
  const of = (...payments) => pkg.refundable({ payments });
  const issue = (details) => {
    const error = thrownBy(() => pkg.refundable(details), JSON.stringify(details));
    equal([error.name, error.code, error.issues.length], ["IyzicoValidationError", "IYZICO_VALIDATION", 1]);
    const [{ path, code, message }] = error.issues;
    return { path: path.join("."), code, message };
  };

  /** The payment of one of a case's variants. */
  const paymentOf = (base, { with: changes, paid, rows = [] }) => {
    const { itemTransactions: [first, ...others], ...members } = changed(bases[base], changes);
    return { ...members, itemTransactions: [{ ...first, paidPrice: paid ?? first.paidPrice, refunds: rows.length ? [...first.refunds, ...rows] : first.refunds }, ...others] };
  };

  for (const [rule, cases] of Object.entries(rules)) {
    for (const { why, base, variants, expect, items } of cases) {
      test(`${rule}: ${why} (${base})`, () => {
        for (const variant of variants) {
          const [found] = of(paymentOf(base, variant));
          const what = JSON.stringify(variant);
          equal([found.state, found.paid, found.refunded, found.doubtful, found.refundable], expect, what);
          if (items) equal(found.items.map((one) => [one.refunded, one.doubtful, one.refundable]), items, what);
        }
      });
    }
  }

  for (const { why, payments, expect } of whole) test(why, () => equal(of(...payments), expect));

  for (const { why, payments, base, variants, path, code, says } of refused) {
    test(`refused: ${why}`, () => {
      for (const details of variants?.map((variant) => [paymentOf(base, variant)]) ?? [payments]) {
        const found = issue({ payments: details });
        equal([found.path, found.code], [path, code], JSON.stringify(details));
        ok(found.message.includes(says), found.message);
      }
    });
  }

  test("a hundred refunds add up exactly", () => {
    const [{ refunded, refundable: left }] = of(payment(item("1", "100", ...Array.from({ length: 100 }, () => "0.99"))));
    equal([refunded, left], ["99", "1"]);
  });

  test("many items add up exactly", () => {
    for (const count of [300, 4000]) {
      const items = Array.from({ length: count }, (_, n) => item(String(n), "0.10", "0.01"));
      const [{ paid, refunded, refundable: left, items: each }] = of(payment(...items));
      equal([paid, refunded, left, each.length], [String(count / 10), String(count / 100), String((count * 9) / 100), count]);
    }
  });

  test("what is no data of paymentDetails", () => {
    for (const details of [
      {}, { payments: null }, { payments: {} }, { payments: [5] }, { payments: [{}] }, { status: "success", data: { payments: [] } }, { payments: [payment({ paidPrice: "5" })] },
    ]) {
      const { path, code, message } = issue(details);
      equal([path, code, message.includes("paymentDetails")], ["", "type", true], JSON.stringify(details));
    }
    for (const details of [null, undefined, 5, "x", []]) equal(issue(details).code, "not_an_object");
  });

  test("it takes what `read` returns, with every digit", () => {
    const refunds = [{ refundPrice: token("1E-1"), refundStatus: 1 }, { refundPrice: token("1.00e-1"), refundStatus: "1" }, { refundPrice: token("0.05"), refundStatus: 3 }];
    const itemTransactions = [{ paymentTransactionId: "2", paidPrice: token("0.3000000000"), refunds }];
    const { data } = iyzico.read(iyzico.paymentDetails({ paymentId: "1" }), httpAnswer(answerText({ status: "success", payments: [{ paymentId: "1", itemTransactions }] })));
    for (const details of [data, structuredClone(data), JSON.parse(JSON.stringify(data))]) {
      equal(pkg.refundable(details)[0].items, [{ paymentTransactionId: "2", paid: "0.3", refunded: "0.2", doubtful: "0.05", refundable: "0.05" }]);
    }
  });

  test("what is refundable bounds the next refund", () => {
    const [{ refundable: left }] = of(payment(item("1", "10", "2.5")));
    equal(pkg.validate("refundV2", { paymentId: "25180188", price: "7.50", upTo: left }).ok, true);
    equal(pkg.validate("refundV2", { paymentId: "25180188", price: "7.51", upTo: left }).issues.map(({ code }) => code), ["more_than_up_to"]);
  });
}
