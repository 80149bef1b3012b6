// What may still be given back, to the last digit; what is in doubt is not, and figures that contradict each other are refused.

import { equal, ok, thrownBy } from "./assert.js";
import { answerText, httpAnswer, token } from "./samples.js";

const item = (paymentTransactionId, paidPrice, ...refunds) => ({
  paymentTransactionId,
  paidPrice,
  refunds: refunds.map((refundPrice) => ({ refundPrice, refundStatus: 1 })),
});

const payment = (...itemTransactions) => ({ paymentId: "25180188", currency: "TRY", itemTransactions });

/** A payment of one item with these rows. */
const withRows = (paidPrice, refunds, changes) => ({ ...payment({ paymentTransactionId: "1", paidPrice, refunds }), ...changes });

const done = (refundPrice, changes) => ({ refundPrice, refundStatus: 1, ...changes });

const FAILED = { refundStatus: 0, errorCode: "10220", errorGroup: "DECLINED", errorMessage: "Ödeme alınamadı" };

/** Neither plainly carried out nor plainly failed. */
const DOUBTFUL = [
  { refundStatus: 0 }, { refundStatus: 2 }, { refundStatus: -1 }, { refundStatus: undefined }, { refundStatus: 1, errorCode: "10220" }, { refundStatus: 1, errorGroup: "DECLINED" },
  { refundStatus: 1, errorMessage: "x" }, { refundStatus: 0, errorCode: "10219" }, { refundStatus: 0, errorCode: "99999" }, { ...FAILED, errorGroup: "REQUEST_TIMEOUT" },
];

export function refundable({ test, pkg, iyzico }) {
  const of = (...payments) => pkg.refundable({ payments });
  const balance = ({ state, paid, refunded, doubtful, refundable: left }) => [state, paid, refunded, doubtful, left];
  const issues = (details) => {
    const error = thrownBy(() => pkg.refundable(details), JSON.stringify(details));
    equal([error.name, error.code, error.issues.length], ["IyzicoValidationError", "IYZICO_VALIDATION", 1]);
    return error.issues.map(({ path, code }) => `${path.join(".")} ${code}`.trim());
  };
  const noDetails = (details) => {
    equal(issues(details), ["type"], JSON.stringify(details));
    const { message } = thrownBy(() => pkg.refundable(details));
    ok(message.includes("paymentDetails"), message);
  };

  test("what was paid, given back and is left, of each item and in all", () => {
    equal(of(payment(item("1", "10.00", "2.50"), item("2", "3.5"), item("3", "1.5", "1.5"))), [
      {
        paymentId: "25180188",
        state: "paid",
        paid: "15",
        refunded: "4",
        doubtful: "0",
        refundable: "11",
        currency: "TRY",
        items: [
          { paymentTransactionId: "1", paid: "10", refunded: "2.5", doubtful: "0", refundable: "7.5" },
          { paymentTransactionId: "2", paid: "3.5", refunded: "0", doubtful: "0", refundable: "3.5" },
          { paymentTransactionId: "3", paid: "1.5", refunded: "1.5", doubtful: "0", refundable: "0" },
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
      equal(items, [{ paymentTransactionId: "1", paid: items[0].paid, refunded, doubtful: "0", refundable: left }]);
    });
  }

  test("many items add up exactly", () => {
    for (const count of [300, 4000]) {
      const items = Array.from({ length: count }, (_, n) => item(String(n), "0.10", "0.01"));
      const [{ paid, refunded, refundable: left, items: each }] = of(payment(...items));
      equal([paid, refunded, left, each.length], [String(count / 10), String(count / 100), String((count * 9) / 100), count]);
    }
  });

  test("a row that failed counts for nothing", () => {
    for (const failed of [FAILED, { refundStatus: 0, errorCode: "10051" }, { ...FAILED, errorCode: "5087", errorGroup: undefined }]) {
      equal(balance(of(withRows("10", [done("4", failed)]))[0]), ["paid", "10", "0", "0", "10"]);
      equal(balance(of(withRows("10", [done("10", failed), done("10")]))[0]), ["paid", "10", "10", "0", "0"]);
      equal(balance(of(withRows("10", [done("99", failed)]))[0]), ["paid", "10", "0", "0", "10"], "more than was paid");
    }
  });

  test("a row that is neither carried out nor failed is in doubt, and not refundable", () => {
    for (const doubtful of DOUBTFUL) {
      const [found] = of(withRows("10", [done("1"), done("2", doubtful)]));
      equal(balance(found), ["paid", "10", "1", "2", "7"], JSON.stringify(doubtful));
      equal(found.items, [{ paymentTransactionId: "1", paid: "10", refunded: "1", doubtful: "2", refundable: "7" }]);
      equal(balance(of(withRows("10", [done("8"), done("5", doubtful)]))[0]), ["paid", "10", "8", "2", "0"], "no more than is left");
    }
  });

  test("a row in doubt that names no amount may be of all that was paid", () => {
    for (const refund of [{}, { refundPrice: null }, { refundStatus: 2, refundConversationId: "return-7" }]) {
      equal(balance(of(withRows("5", [refund]))[0]), ["paid", "5", "0", "5", "0"]);
      equal(balance(of(withRows("5", [done("2"), refund]))[0]), ["paid", "5", "2", "3", "0"]);
    }
    equal(issues({ payments: [withRows("5", [{ refundStatus: 1, refundConversationId: "return-7" }])] }), ["payments.0.itemTransactions missing"], "one that was carried out");
  });

  test("of a cancelled payment nothing is left", () => {
    for (const cancel of [{ refundPrice: "15", refundStatus: 1 }, { refundPrice: "16", refundStatus: 1 }, { refundStatus: 1 }]) {
      const [found] = of({ ...payment(item("1", "10", "2"), item("2", "5")), cancels: [cancel] });
      equal(balance(found), ["cancelled", "15", "15", "0", "0"]);
      equal(found.items.map((one) => [one.refunded, one.doubtful, one.refundable]), [["10", "0", "0"], ["5", "0", "0"]]);
    }
    const twoItems = payment(item("1", "10", "2"), item("2", "5"));
    equal(of({ ...twoItems, cancels: [] })[0].refundable, "13");
    equal(balance(of({ ...twoItems, cancels: [{ refundPrice: "15", ...FAILED }] })[0]), ["paid", "15", "2", "0", "13"], "a cancel that failed");
    for (const doubtful of [{}, ...DOUBTFUL]) {
      equal(balance(of({ ...twoItems, cancels: [doubtful] })[0]), ["paid", "15", "2", "13", "0"], "a cancel in doubt");
    }
  });

  test("an amount among the cancels went back, and nobody says of which item", () => {
    const [found] = of({ ...payment(item("1", "10", "2"), item("2", "5")), cancels: [done("3")] });
    equal(balance(found), ["paid", "15", "5", "0", "10"]);
    equal(found.items.map((one) => [one.refunded, one.doubtful, one.refundable]), [["2", "3", "5"], ["0", "3", "2"]]);
    const [doubted] = of({ ...payment(item("1", "10", "2"), item("2", "5")), cancels: [done("3", { refundStatus: 2 })] });
    equal(balance(doubted), ["paid", "15", "2", "3", "10"]);
    equal(doubted.items.map((one) => one.refundable), ["5", "2"]);
  });

  test("what the summary knows of and no row shows is in doubt", () => {
    for (const [paymentRefundStatus, refunds, expected] of [
      ["NOT_REFUNDED", [], ["paid", "10", "0", "0", "10"]],
      ["PARTIALLY_REFUNDED", [], ["paid", "10", "0", "10", "0"]],
      ["TOTALLY_REFUNDED", [], ["paid", "10", "0", "10", "0"]],
      ["PARTIALLY_REFUNDED", [done("4")], ["paid", "10", "4", "0", "6"]],
      ["TOTALLY_REFUNDED", [done("4")], ["paid", "10", "4", "6", "0"]],
      ["TOTALLY_REFUNDED", [done("10")], ["paid", "10", "10", "0", "0"]],
      ["PARTIALLY_REFUNDED", [done("4", { refundStatus: 2 })], ["paid", "10", "0", "4", "6"]],
      ["TOTALLY_REFUNDED", [done("4", { refundStatus: 2 })], ["paid", "10", "0", "10", "0"]],
      ["PARTIALLY_REFUNDED", [done("4", FAILED)], ["paid", "10", "0", "10", "0"]],
      // The rows are ahead.
      ["NOT_REFUNDED", [done("4")], ["paid", "10", "4", "0", "6"]],
      ["partially_refunded ", [done("4")], ["paid", "10", "4", "0", "6"]],
      // A word that nobody knows may mean anything.
      ["SOMEHOW_REFUNDED", [done("4")], ["paid", "10", "4", "6", "0"]],
      ["", [], ["paid", "10", "0", "10", "0"]],
    ]) {
      const [found] = of(withRows("10", refunds, { paymentRefundStatus }));
      equal(balance(found), expected, `${paymentRefundStatus} ${JSON.stringify(refunds)}`);
      equal(balance({ state: "paid", ...found.items[0] }), expected);
    }
    const cancelled = withRows("10", [], { paymentRefundStatus: "TOTALLY_REFUNDED", cancels: [done("10")] });
    equal(balance(of(cancelled)[0]), ["cancelled", "10", "10", "0", "0"]);
  });

  test("of what was never paid nothing can be refunded", () => {
    for (const paymentStatus of [0, 2, 3, 4, 5, 6, 7, 8, 9, -1, 99]) {
      const [found] = of(withRows("10", [], { paymentStatus }));
      equal(balance(found), ["unpaid", "10", "0", "0", "0"], String(paymentStatus));
      equal(found.items[0].refundable, "0");
      equal(of(withRows("10", [], { paymentStatus, phase: "PRE_AUTH" }))[0].state, "unpaid");
      equal(issues({ payments: [withRows("10", [done("1")], { paymentStatus })] }), ["payments.0.paymentStatus contradiction"]);
      equal(issues({ payments: [withRows("10", [], { paymentStatus, cancels: [done("10")] })] }), ["payments.0.paymentStatus contradiction"]);
    }
    for (const paymentStatus of [1, undefined, null]) equal(of(withRows("10", [], { paymentStatus }))[0].state, "paid", String(paymentStatus));
  });

  test("of what is only authorised nothing can be refunded, but it can be cancelled", () => {
    for (const phase of ["PRE_AUTH", "pre_auth"]) {
      for (const paymentStatus of [1, undefined]) {
        equal(balance(of(withRows("10", [], { phase, paymentStatus }))[0]), ["authorized", "10", "0", "0", "0"]);
        equal(balance(of(withRows("10", [], { phase, paymentStatus, cancels: [done("10")] }))[0]), ["cancelled", "10", "10", "0", "0"]);
        equal(issues({ payments: [withRows("10", [done("1")], { phase, paymentStatus })] }), ["payments.0.phase contradiction"]);
      }
    }
    // A phase that nobody knows has charged nothing yet.
    equal(of(withRows("10", [], { phase: "AWAITING" }))[0].state, "authorized");
    for (const phase of ["AUTH", "POST_AUTH", "auth", " ", "", undefined]) equal(balance(of(withRows("10", [], { phase }))[0]), ["paid", "10", "0", "0", "10"]);
  });

  test("several payments stand for themselves", () => {
    const found = of(payment(item("1", "10", "2")), { paymentId: "2", itemTransactions: [item("3", "1")] }, { paymentId: "4" });
    equal(found.map((one) => [one.paymentId, one.currency, one.refundable, one.items.length]), [["25180188", "TRY", "8", 1], ["2", null, "1", 1], ["4", null, "0", 0]]);
    equal(of(), []);
  });

  test("a payment may have the number of an item: iyzico counts them apart", () => {
    const found = of({ paymentId: "1", itemTransactions: [item("1", "10")] }, { paymentId: "2", itemTransactions: [item("3", "1")] }, { paymentId: "3" });
    equal(found.map((one) => [one.paymentId, one.refundable]), [["1", "10"], ["2", "1"], ["3", "0"]]);
  });

  test("more given back than was paid is a contradiction", () => {
    equal(issues({ payments: [payment(item("1", "10", "10.00000001"))] }), ["payments.0.itemTransactions contradiction"]);
    equal(issues({ payments: [payment(item("1", "10", "6", "5"))] }), ["payments.0.itemTransactions contradiction"]);
    equal(issues({ payments: [payment(item("1", "10")), { ...payment(item("2", "0", "1")), paymentId: "25180189" }] }), ["payments.1.itemTransactions contradiction"]);
    equal(issues({ payments: [{ ...payment(item("1", "10", "11")), cancels: [{ refundPrice: "10" }] }] }), ["payments.0.itemTransactions contradiction"]);
    equal(issues({ payments: [{ ...payment(item("1", "10", "8")), cancels: [done("3")] }] }), ["payments.0.cancels contradiction"]);
  });

  test("another currency than was paid, or the same id twice, is a contradiction", () => {
    equal(issues({ payments: [withRows("10", [done("1", { currencyCode: "USD" })])] }), ["payments.0.currency contradiction"]);
    equal(issues({ payments: [withRows("10", [], { cancels: [done("1", { currencyCode: "USD" })] })] }), ["payments.0.currency contradiction"]);
    for (const currencyCode of ["TRY", "try", "", undefined]) equal(of(withRows("10", [done("1", { currencyCode })]))[0].refundable, "9");
    equal(of(withRows("10", [done("1", { ...FAILED, currencyCode: "USD" })]))[0].refundable, "10", "of a row that failed");
    equal(issues({ payments: [payment(item("1", "10"), item("1", "10"))] }), ["payments.0 contradiction"]);
    equal(issues({ payments: [payment(item("1", "10")), payment(item("2", "10"))] }), ["payments.1 contradiction"]);
    equal(issues({ payments: [payment(item("1", "10")), { ...payment(item("1", "10")), paymentId: "25180189" }] }), ["payments.1 contradiction"]);
  });

  test("a contradiction says what contradicts, and nothing else of the payment", () => {
    const { issues: [{ message }] } = thrownBy(() => of(payment(item("1", "10", "6", "5"))));
    equal(message, "contradicts itself: the refunds of item 1 add up to 11 of 10 paid");
  });

  test("what is no data of paymentDetails", () => {
    for (const details of [{}, { payments: null }, { payments: {} }, { payments: [5] }, { payments: [{}] }, { status: "success", data: { payments: [] } }]) noDetails(details);
    noDetails({ payments: [payment({ paidPrice: "5" })] });
    noDetails({ payments: [payment({ paymentTransactionId: "1", paidPrice: "lots" })] });
    noDetails({ payments: [payment({ paymentTransactionId: "1", paidPrice: "-5" })] });
    noDetails({ payments: [payment({ paymentTransactionId: "1", paidPrice: "5", refunds: [{ refundPrice: "-1" }] })] });
    for (const details of [null, undefined, 5, "x", []]) equal(issues(details), ["not_an_object"]);
  });

  test("what was paid must be said of every item", () => {
    equal(issues({ payments: [payment(item("1", undefined))] }), ["payments.0.itemTransactions missing"]);
    equal(issues({ payments: [payment(item("1", "10")), { ...payment(item("2", "1"), item("3", null)), paymentId: "25180189" }] }), ["payments.1.itemTransactions missing"]);
  });

  test("the items of a payment are all there, and add up to it", () => {
    equal(issues({ payments: [{ ...payment(), paidPrice: "5" }] }), ["payments.0.itemTransactions missing"]);
    equal(issues({ payments: [{ ...payment(item("1", "10")), paidPrice: "9.98" }] }), ["payments.0.itemTransactions contradiction"]);
    for (const paidPrice of ["10", "10.00", "9.995", "10.005", undefined]) equal(of({ ...payment(item("1", "10")), paidPrice })[0].refundable, "10", paidPrice);
    // An item that is left out can't be refunded, and none of the others is more than it was.
    equal(of({ ...payment(item("1", "10")), paidPrice: "15" })[0].paid, "10");
  });

  test("it takes what read gives, digits that a float would lose included", () => {
    const refunds = [{ refundPrice: token("1E-1"), refundStatus: 1 }, { refundPrice: token("1.00e-1"), refundStatus: "1" }, { refundPrice: token("0.05"), refundStatus: 3 }];
    const itemTransactions = [{ paymentTransactionId: "2", paidPrice: token("0.3000000000"), refunds }];
    const { data } = iyzico.read(iyzico.paymentDetails({ paymentId: "1" }), httpAnswer(answerText({ status: "success", payments: [{ paymentId: "1", itemTransactions }] })));
    for (const details of [data, structuredClone(data), JSON.parse(JSON.stringify(data))]) {
      equal(pkg.refundable(details)[0].items, [{ paymentTransactionId: "2", paid: "0.3", refunded: "0.2", doubtful: "0.05", refundable: "0.05" }]);
    }
  });

  test("what can go back is what was paid, whatever the basket cost", () => {
    equal(balance(of({ ...payment({ ...item("1", "50"), price: "1" }), price: "1", paidPrice: "50" })[0]), ["paid", "50", "0", "0", "50"]);
  });

  test("refundV2 and refund are bounded by what it says", () => {
    const [{ refundable: left }] = of(payment(item("1", "10", "2.5")));
    equal(pkg.validate("refundV2", { paymentId: "25180188", price: "7.50", upTo: left }).ok, true);
    equal(pkg.validate("refundV2", { paymentId: "25180188", price: "7.51", upTo: left }).issues.map(({ code }) => code), ["more_than_up_to"]);
  });
}
