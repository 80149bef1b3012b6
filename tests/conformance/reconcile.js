// After a doubt: what the reporting service says of a payment, decided only where it is certain.

import { equal } from "./assert.js";
import { answerText, least, most, OPERATIONS, token } from "./samples.js";

const BY_ITEM = ["refund", "refundChargedFromMerchant"];

export function reconcile({ test, iyzico }) {
  for (const operation of OPERATIONS) {
    const params = most[operation];
    const { conversationId: own, price = "15" } = params;
    const { conversationId: _, ...nameless } = params;
    const request = iyzico[operation](params);
    const withoutId = iyzico[operation](nameless);
    const asks = (asked, payments, { status = 200, ...members } = {}) => iyzico.reconcile(asked, status, answerText({ status: "success", payments, ...members }));
    const done = (conversationId = own, refundPrice = token(price), more) => ({ conversationId, refundPrice, refundStatus: 1, ...more });
    /** The payment that the request is of, with these refunds or cancels. */
    const payment = (...reversals) => {
      const named = (name) => reversals.map(({ conversationId, ...rest }) => ({ ...rest, [name]: conversationId }));
      const isCancel = operation === "cancel";
      return {
        paymentId: params.paymentId ?? "25180188",
        cancels: isCancel ? named("cancelConversationId") : [],
        itemTransactions: [{ paymentTransactionId: params.paymentTransactionId ?? "1", paidPrice: token("40"), refunds: isCancel ? [] : named("refundConversationId") }],
      };
    };

    test(`${operation}: landed when it stands there once, with its amount`, () => {
      equal(asks(request, [payment(done())]), "landed");
      equal(asks(request, [payment(done(own, `${price}00`))]), "landed");
      equal(asks(request, [payment(done(own, token(`${Number(price) * 10}e-1`)))]), "landed");
      equal(asks(request, [payment(done("another"), done())]), "landed");
      for (const httpStatus of [200, 400, 500]) equal(asks(request, [payment(done())], { status: "SUCCESS", errorCode: "0" }, httpStatus), "landed");
    });

    test(`${operation}: it may be held against a request that was stored`, () => {
      const { body } = request;
      for (const asked of [JSON.parse(JSON.stringify(request)), { operation, body }]) {
        equal(asks(asked, [payment(done())]), "landed");
        equal(asks(asked, [payment()]), "not-landed");
      }
    });

    test(`${operation}: not landed when the payment is there and it is not`, () => {
      equal(asks(request, [payment()]), "not-landed");
      equal(asks(request, [payment(done("another"), done("yet-another"))]), "not-landed");
      equal(asks(withoutId, [payment()]), "not-landed");
    });

    test(`${operation}: ambiguous when nothing is said of its payment`, () => {
      equal(asks(request, []), "ambiguous");
      const elsewhere = { ...payment(done()), paymentId: "1" };
      if (BY_ITEM.includes(operation)) elsewhere.itemTransactions[0].paymentTransactionId = "1";
      equal(asks(request, [elsewhere]), "ambiguous");
      equal(asks(request, [elsewhere, payment(done())]), "landed");
      equal(asks(request, [elsewhere, payment()]), "not-landed", "another payment's refund is no refund of this");
    });

    test(`${operation}: ambiguous at any refusal, contradiction or unreadable answer`, () => {
      for (const errorCode of ["5087", "10219", "1", "1001", "380108"]) {
        equal(iyzico.reconcile(request, 200, answerText({ status: "failure", errorCode })), "ambiguous");
        equal(asks(request, [payment(done())], { errorCode }), "ambiguous");
      }
      const good = answerText({ status: "success", payments: [payment(done())] });
      for (const [status, text] of [
        [null, null], [200, null], [200, ""], [502, "<html>502</html>"], [302, good], [0, ""], [200, "[]"], [200, "{}"], [200, '{"status":"success"}'],
        [200, good.replace("{", '{"status":"success",')], [200, good.replace("success", "pending")], [200, good + " ".repeat(256 * 1024)], [200, 5], [200, {}], [200, undefined],
      ]) {
        equal(iyzico.reconcile(request, status, text), "ambiguous", `${status} ${String(text).slice(0, 60)}`);
      }
      for (let length = 0; length < good.length; length += 3) equal(iyzico.reconcile(request, 200, good.slice(0, length)), "ambiguous");
      equal(asks(request, [payment(done(own, "lots"))]), "ambiguous");
      equal(asks(request, [payment(done(own, token("-5")))]), "ambiguous");
    });

    test(`${operation}: ambiguous when it stands there twice`, () => {
      // Two cancels of one payment under one id are still its cancel.
      equal(asks(request, [payment(done(), done())]), operation === "cancel" ? "landed" : "ambiguous");
    });

    test(`${operation}: ambiguous unless its refundStatus is that of what was carried out`, () => {
      for (const refundStatus of [0, 2, -1, undefined, null]) equal(asks(request, [payment(done(own, token(price), { refundStatus }))]), "ambiguous", String(refundStatus));
      equal(asks(request, [payment(done(own, token(price), { refundStatus: "1" }))]), "landed");
      equal(asks(request, [payment(done(), done(own, token(price), { refundStatus: 0 }))]), "ambiguous");
      equal(asks(request, [payment(done("another", token(price), { refundStatus: 0 }))]), "not-landed");
    });

    test(`${operation}: ambiguous when one without a conversationId may be it`, () => {
      for (const conversationId of [undefined, null, ""]) {
        equal(asks(request, [payment({ ...done(), conversationId })]), "ambiguous");
        equal(asks(request, [payment({ ...done(), conversationId }, done())]), "ambiguous");
        equal(asks(request, [payment({ ...done(own, undefined), conversationId })]), "ambiguous");
        const other = asks(request, [payment({ ...done(own, token("0.37")), conversationId })]);
        equal(other, BY_ITEM.includes(operation) ? "not-landed" : "ambiguous", "of another amount");
      }
    });

    test(`${operation}: without a conversationId of its own any that fits may be it`, () => {
      equal(asks(withoutId, [payment(done())]), "ambiguous");
      equal(asks(withoutId, [payment({ ...done(), conversationId: undefined })]), "ambiguous");
      const other = asks(withoutId, [payment(done("another", token("0.37")))]);
      equal(other, BY_ITEM.includes(operation) ? "not-landed" : "ambiguous", "of another amount");
    });

    test(`${operation}: ambiguous for a request that is none`, () => {
      for (const asked of [null, undefined, 5, "x", {}, { operation }, { ...request, body: "{}" }, { ...request, body: null }, { ...request, operation: "x" }]) {
        equal(asks(asked, [payment(done())]), "ambiguous", JSON.stringify(asked));
      }
      const hostile = { get operation() { throw new Error("hostile"); } };
      equal(asks(hostile, [payment(done())]), "ambiguous");
    });
  }

  test("an amount other than was asked for is not what was asked for", () => {
    const asks = (operation, refundPrice) => {
      const { paymentId, paymentTransactionId, conversationId } = most[operation];
      const refunds = [{ refundConversationId: conversationId, refundPrice: token(refundPrice), refundStatus: 1 }];
      const details = { status: "success", payments: [{ paymentId: paymentId ?? "1", itemTransactions: [{ paymentTransactionId: paymentTransactionId ?? "2", refunds }] }] };
      return iyzico.reconcile(iyzico[operation](most[operation]), 200, answerText(details));
    };
    for (const operation of ["refund", "refundV2", "refundChargedFromMerchant"]) {
      const { price } = most[operation];
      equal(asks(operation, price), "landed");
      for (const other of ["0.01", `${price}000001`, "39"]) equal(asks(operation, other), "ambiguous", `${operation} ${other}`);
      equal(asks(operation, "0"), "ambiguous", "nothing");
    }
  });

  test("an amount that was split over the items has landed when its parts add up", () => {
    const request = iyzico.refundV2({ ...least.refundV2, price: "0.3", conversationId: "iade-1" });
    const asks = (...prices) => {
      const itemTransactions = prices.map((price, n) => ({
        paymentTransactionId: String(n),
        refunds: price === null ? [] : [{ refundConversationId: "iade-1", refundPrice: token(price), refundStatus: 1 }],
      }));
      return iyzico.reconcile(request, 200, answerText({ status: "success", payments: [{ paymentId: least.refundV2.paymentId, itemTransactions }] }));
    };
    equal(asks("0.1", "0.2"), "landed");
    equal(asks("0.1", null, "0.1", "0.1"), "landed");
    equal(asks("0.1", "0.1"), "ambiguous", "a part of it");
    equal(asks("0.3", "0.3"), "ambiguous", "twice");
    equal(asks("0.1", "0.20000001"), "ambiguous");
    equal(asks(null, null), "not-landed");
  });

  test("a cancel is looked for among the cancels, a refund among the refunds", () => {
    const paymentId = most.cancel.paymentId;
    const refunds = [{ refundConversationId: most.cancel.conversationId, refundPrice: token("5"), refundStatus: 1 }];
    const details = answerText({ status: "success", payments: [{ paymentId, cancels: [], itemTransactions: [{ paymentTransactionId: "1", refunds }] }] });
    equal(iyzico.reconcile(iyzico.cancel(most.cancel), 200, details), "not-landed");
    const cancels = [{ cancelConversationId: most.refundV2.conversationId, refundPrice: token("15"), refundStatus: 1 }];
    const cancelled = answerText({ status: "success", payments: [{ paymentId: most.refundV2.paymentId, cancels, itemTransactions: [{ paymentTransactionId: "1" }] }] });
    equal(iyzico.reconcile(iyzico.refundV2(most.refundV2), 200, cancelled), "not-landed");
  });

  test("two payments of one conversationId are told apart", () => {
    const item = (paymentTransactionId, refunds = []) => ({ paymentTransactionId, refunds });
    const mine = [{ refundConversationId: "return-7", refundPrice: token("5"), refundStatus: 1 }];
    const asks = (...items) => {
      const payments = items.map((one, n) => ({ paymentId: String(n), itemTransactions: [one] }));
      return iyzico.reconcile(iyzico.refund(most.refund), 200, answerText({ status: "success", payments }));
    };
    equal(asks(item("1", mine), item("27169345")), "not-landed");
    equal(asks(item("1"), item("27169345", mine)), "landed");
    equal(asks(item("1", mine), item("2", mine)), "ambiguous");
  });

  test("what only asks has nothing to reconcile", () => {
    const details = answerText({ status: "success", payments: [{ paymentId: "1", itemTransactions: [] }] });
    for (const request of [iyzico.paymentDetails({ paymentId: "1" }), iyzico.refundToBalance({ paymentId: "1", callbackUrl: "https://example.com/" })]) {
      equal(iyzico.reconcile(request, 200, details), "ambiguous");
    }
  });
}
