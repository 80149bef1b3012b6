// What may still be given back, to the last digit; amounts that contradict each other are refused, not interpreted.

import { equal, ok, thrownBy } from "./assert.js";
import { answerText, token } from "./samples.js";

const item = (paymentTransactionId, paidPrice, ...refunds) => ({
  paymentTransactionId,
  paidPrice,
  refunds: refunds.map((refundPrice) => ({ refundPrice, refundStatus: 1 })),
});

const payment = (...itemTransactions) => ({ paymentId: "25180188", currency: "TRY", itemTransactions });

export function refundable({ test, pkg, iyzico }) {
  const of = (...payments) => pkg.refundable({ payments });
  const refused = (details) => {
    const error = thrownBy(() => pkg.refundable(details), JSON.stringify(details));
    equal([error.name, error.issues.map(({ path, code }) => [path, code])], ["IyzicoValidationError", [[[], "type"]]]);
    ok(error.message.includes("paymentDetails"), error.message);
  };

  test("what was paid, given back and is left, of each item and in all", () => {
    equal(of(payment(item("1", "10.00", "2.50"), item("2", "3.5"), item("3", "1.5", "1.5"))), [
      {
        paymentId: "25180188",
        paid: "15",
        refunded: "4",
        refundable: "11",
        currency: "TRY",
        items: [
          { paymentTransactionId: "1", paid: "10", refunded: "2.5", refundable: "7.5" },
          { paymentTransactionId: "2", paid: "3.5", refunded: "0", refundable: "3.5" },
          { paymentTransactionId: "3", paid: "1.5", refunded: "1.5", refundable: "0" },
        ],
      },
    ]);
  });

  for (const [paid, refunds, refunded, left] of [
    ["0.3", ["0.1", "0.2"], "0.3", "0"],
    ["1", ["0.1", "0.2"], "0.3", "0.7"],
    ["0.00000003", ["0.00000001", "0.00000001"], "0.00000002", "0.00000001"],
    ["12345678901234567890.12345678", ["0.00000001"], "0.00000001", "12345678901234567890.12345677"],
    ["100", Array.from({ length: 100 }, () => "0.99"), "99", "1"],
    ["9007199254740993", ["1"], "1", "9007199254740992"],
    ["5.50", ["5.5"], "5.5", "0"],
    ["5", ["0"], "0", "5"],
  ]) {
    test(`of ${paid}, after ${refunds.length > 3 ? `${refunds.length} times ${refunds[0]}` : refunds.join(" and ")}, ${left} is left`, () => {
      const [{ items }] = of(payment(item("1", paid, ...refunds)));
      equal(items, [{ paymentTransactionId: "1", paid: items[0].paid, refunded, refundable: left }]);
    });
  }

  test("many items add up exactly", () => {
    const items = Array.from({ length: 300 }, (_, n) => item(String(n), "0.10", "0.01"));
    const [{ paid, refunded, refundable: left, items: each }] = of(payment(...items));
    equal([paid, refunded, left, each.length], ["30", "3", "27", 300]);
  });

  test("every refund counts, whatever its status, and several of one item", () => {
    const [first] = payment(item("1", "10", "1", "2")).itemTransactions;
    first.refunds[1].refundStatus = 0;
    delete first.refunds[0].refundStatus;
    equal(of(payment(first))[0].refundable, "7");
  });

  test("of a cancelled payment nothing is left", () => {
    const cancelled = { ...payment(item("1", "10", "2"), item("2", "5")), cancels: [{ refundPrice: "15", refundStatus: 1 }] };
    const [{ paid, refunded, refundable: left, items }] = of(cancelled);
    equal([paid, refunded, left], ["15", "15", "0"]);
    equal(items.map((one) => one.refundable), ["0", "0"]);
    equal(of({ ...cancelled, cancels: [] })[0].refundable, "13");
    equal(of({ ...cancelled, cancels: [{}] })[0].refundable, "0");
  });

  test("several payments stand for themselves", () => {
    const found = of(payment(item("1", "10", "2")), { paymentId: "2", itemTransactions: [item("3", "1")] }, { paymentId: "3" });
    equal(found.map((one) => [one.paymentId, one.currency, one.refundable, one.items.length]), [["25180188", "TRY", "8", 1], ["2", null, "1", 1], ["3", null, "0", 0]]);
    equal(of(), []);
  });

  test("more given back than was paid is a contradiction", () => {
    refused({ payments: [payment(item("1", "10", "10.00000001"))] });
    refused({ payments: [payment(item("1", "10", "6", "5"))] });
    refused({ payments: [payment(item("1", "10")), payment(item("2", "0", "1"))] });
    refused({ payments: [{ ...payment(item("1", "10", "11")), cancels: [{ refundPrice: "10" }] }] });
  });

  test("what is no data of paymentDetails", () => {
    for (const details of [{}, { payments: null }, { payments: {} }, { payments: [5] }, { payments: [{}] }, { status: "success", data: { payments: [] } }]) refused(details);
    refused({ payments: [payment({ paidPrice: "5" })] });
    refused({ payments: [payment({ paymentTransactionId: "1", paidPrice: "lots" })] });
    refused({ payments: [payment({ paymentTransactionId: "1", paidPrice: "-5" })] });
    refused({ payments: [payment({ paymentTransactionId: "1", paidPrice: "5", refunds: [{ refundPrice: "-1" }] })] });
    for (const details of [null, undefined, 5, "x", []]) {
      equal(thrownBy(() => pkg.refundable(details)).issues.map(({ code }) => code), ["not_an_object"]);
    }
  });

  test("a refund of an amount that is not said leaves nothing certain", () => {
    for (const refund of [{}, { refundPrice: null }, { refundStatus: 1, refundConversationId: "return-7" }]) {
      refused({ payments: [payment({ paymentTransactionId: "1", paidPrice: "5", refunds: [refund] })] });
    }
  });

  test("it takes what read gives, digits that a float would lose included", () => {
    const text = answerText({
      status: "success",
      payments: [{ paymentId: "1", itemTransactions: [{ paymentTransactionId: "2", paidPrice: token("0.3000000000"), refunds: [{ refundPrice: token("1E-1") }, { refundPrice: token("2.00e-1") }] }] }],
    });
    const { data } = iyzico.read(iyzico.paymentDetails({ paymentId: "1" }), 200, text);
    for (const details of [data, structuredClone(data), JSON.parse(JSON.stringify(data))]) {
      equal(pkg.refundable(details)[0].items, [{ paymentTransactionId: "2", paid: "0.3", refunded: "0.3", refundable: "0" }]);
    }
  });

  test("refundV2 and refund are bounded by what it says", () => {
    const [{ refundable: left }] = of(payment(item("1", "10", "2.5")));
    equal(pkg.validate("refundV2", { paymentId: "25180188", price: "7.50", upTo: left }).ok, true);
    equal(pkg.validate("refundV2", { paymentId: "25180188", price: "7.51", upTo: left }).issues.map(({ code }) => code), ["more_than_up_to"]);
  });
}
