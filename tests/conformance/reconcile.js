// After a doubt: what the reporting service says of a payment, decided only where it proves itself.

import { equal } from "./assert.js";
import { cancels, carriedOut, FAILED, item, LATE, made, partly, payment, refunds, shown } from "./books.js";
import { answerText, httpAnswer, least, most, OPERATIONS, token } from "./samples.js";

/** Where iyzico lists the operation: in the list of its own item, of any item, or among the cancels; or nobody knows where. */
const BY_ITEM = ["refund", "refundChargedFromMerchant"];
const LISTED = OPERATIONS.filter((operation) => operation !== "refundChargedFromMerchant");

export function reconcile({ test, pkg, iyzico }) {
  const says = ({ verdict, reason }) => `${verdict}: ${reason}`;

  for (const operation of OPERATIONS) {
    const params = most[operation];
    const { conversationId: own, price = "40" } = params;
    const { conversationId: _, ...nameless } = params;
    const request = iyzico[operation](params);
    const withoutId = iyzico[operation](nameless);
    const asks = (sent, payments, { status = 200, times = LATE, ...members } = {}) => says(iyzico.reconcile(sent, shown(payments, members, status), times));
    const done = (conversationId = own, refundPrice = price, changes) => carriedOut(conversationId, refundPrice, changes);
    const [paymentId, itemId] = [params.paymentId ?? "25180188", params.paymentTransactionId ?? "1"];
    const currency = params.currency ?? "TRY";

    /** The payment that the request is of, with these rows where iyzico lists the like; the summary agrees with them. */
    const payments = (...rows) => {
      const isCancel = operation === "cancel";
      const moved = rows.some((row) => row.refundStatus === 1 && !row.errorCode);
      const of = moved ? partly : payment;
      return [of({ paymentId, currency, cancels: isCancel ? cancels(...rows) : [], itemTransactions: [item(itemId, isCancel ? [] : refunds(...rows))] })];
    };
    const absent = LISTED.includes(operation) ? "not-landed: absent" : "ambiguous: unlisted";

    test(`${operation}: landed when it stands there once, with its amount`, () => {
      for (const row of [done(), done(own, `${price}00`), done(own, `${Number(price) * 10}e-1`), done(own, price, { refundStatus: "1" })]) {
        equal(asks(request, payments(row)), "landed: carried-out");
        equal(asks(request, payments(done("another", "1"), row)), "landed: carried-out");
        equal(asks(request, payments(row), { times: null }), "landed: carried-out", "a landing needs no times");
        equal(asks(request, payments(row), { times: { sentAt: LATE.sentAt, askedAt: LATE.sentAt } }), "landed: carried-out");
      }
      for (const status of [200, 201, 299]) equal(asks(request, payments(done()), { status }), "landed: carried-out");
      for (const errorCode of ["0", "", null]) equal(asks(request, payments(done()), { errorCode }), "landed: carried-out");
    });

    test(`${operation}: ambiguous under a status that a gateway gives`, () => {
      for (const status of [100, 400, 401, 422, 429, 500, 502, 503, 504]) {
        equal(asks(request, payments(done()), { status }), "ambiguous: http-status");
        equal(asks(request, payments(), { status }), "ambiguous: http-status");
      }
    });

    test(`${operation}: it may be held against a request or draft that was stored`, () => {
      const { body } = request;
      const draft = pkg.draft(operation, params);
      for (const sent of [JSON.parse(JSON.stringify(request)), { operation, body }, draft, JSON.parse(JSON.stringify(draft)), structuredClone(draft)]) {
        equal(asks(sent, payments(done())), "landed: carried-out");
        equal(asks(sent, payments()), absent);
      }
    });

    test(`${operation}: not landed when the payment is there and it is not`, () => {
      equal(asks(request, payments()), absent);
      equal(asks(request, payments(done("another", "1"), done("yet-another", "2"))), absent);
      equal(asks(withoutId, payments()), absent);
    });

    test(`${operation}: ambiguous when nothing is said of its payment`, () => {
      equal(asks(request, []), "ambiguous: not-found");
      const [elsewhere] = payments(done("another", "1"));
      elsewhere.paymentId = "1";
      if (BY_ITEM.includes(operation)) elsewhere.itemTransactions[0].paymentTransactionId = "1";
      equal(asks(request, [elsewhere]), "ambiguous: not-found");
      equal(asks(request, [elsewhere, ...payments(done())]), "landed: carried-out");
      equal(asks(request, [elsewhere, ...payments()]), absent, "another payment's refund is no refund of this");
    });

    test(`${operation}: ambiguous when its id stands at another payment`, () => {
      const [elsewhere] = payments(done());
      elsewhere.paymentId = "1";
      if (BY_ITEM.includes(operation)) elsewhere.itemTransactions[0].paymentTransactionId = "1";
      equal(asks(request, [elsewhere, ...payments()]), "ambiguous: elsewhere");
      equal(asks(request, [elsewhere, ...payments(done())]), "ambiguous: elsewhere");
    });

    test(`${operation}: ambiguous when its payment stands there twice`, () => {
      equal(asks(request, [...payments(done()), ...payments(done())]), "ambiguous: contradiction");
      equal(asks(request, [...payments(), ...payments()]), "ambiguous: contradiction");
    });

    test(`${operation}: ambiguous at any refusal, contradiction or unreadable answer`, () => {
      equal(says(iyzico.reconcile(request, httpAnswer('{"status":"failure","errorCode":"5087"}'), LATE)), "ambiguous: not-found");
      for (const errorCode of ["10219", "1", "1001", "380108", "99999", "x", undefined]) {
        equal(says(iyzico.reconcile(request, httpAnswer(answerText({ status: "failure", errorCode })), LATE)), "ambiguous: refused");
      }
      for (const error of [{ errorCode: "10219" }, { errorCode: "1" }, { errorGroup: "SYSTEM_ERROR" }, { errorMessage: "Sistem hatası" }]) {
        equal(asks(request, payments(done()), error), "ambiguous: contradiction");
        equal(asks(request, payments(), error), "ambiguous: contradiction");
      }
      const good = shown(payments(done())).text;
      for (const [reason, answer] of [
        ["no-answer", null], ["unreadable", httpAnswer("")], ["unreadable", httpAnswer("<html>502</html>", 502)], ["http-status", httpAnswer(good, 302)], ["http-status", httpAnswer("", 0)],
        ["unreadable", httpAnswer("[]")], ["unreadable", httpAnswer("{}")], ["unreadable", httpAnswer('{"status":"success"}')],
        ["unreadable", httpAnswer(good.replace("{", '{"status":"success",'))], ["unreadable", httpAnswer(good.replace("success", "pending"))],
        ["unreadable", httpAnswer(good + " ".repeat(4 * 1024 * 1024))], ["not-text", httpAnswer(5)], ["not-text", httpAnswer(undefined)], ["not-text", undefined],
      ]) {
        equal(says(iyzico.reconcile(request, answer, LATE)), `ambiguous: ${reason}`, String(answer?.text).slice(0, 60));
      }
      for (let length = 0; length < good.length; length += 3) equal(says(iyzico.reconcile(request, httpAnswer(good.slice(0, length)), LATE)), "ambiguous: unreadable");
      for (const refundPrice of ["lots", token("-5"), {}]) equal(asks(request, payments({ ...done(), refundPrice })), "ambiguous: unreadable");
      equal(says(iyzico.reconcile(request, httpAnswer(good + " ".repeat(300 * 1024)), LATE)), "landed: carried-out", "longer than a refund's answer may be");
    });

    test(`${operation}: ambiguous when it stands there twice`, () => {
      // Two cancels of one payment under one id are still its cancel.
      equal(asks(request, payments(done(), done())), operation === "cancel" ? "landed: carried-out" : "ambiguous: other-amount");
    });

    test(`${operation}: ambiguous when its row is neither plainly carried out nor plainly failed`, () => {
      for (const doubtful of [
        { refundStatus: 0 }, { refundStatus: 2 }, { refundStatus: -1 }, { refundStatus: undefined }, { refundStatus: null }, { ...FAILED, refundStatus: 1 }, { ...FAILED, refundStatus: 2 },
        { refundStatus: 1, errorGroup: "DECLINED" }, { refundStatus: 1, errorMessage: "x" }, { refundStatus: 0, errorCode: "0" }, { refundStatus: 0, errorCode: "" },
        { refundStatus: 0, errorCode: "10219" }, { refundStatus: 0, errorCode: "4242" }, { refundStatus: 0, errorCode: "99999" }, { refundStatus: 0, errorCode: "10203" },
        { refundStatus: 0, errorCode: "10220", errorGroup: "REQUEST_TIMEOUT" }, { refundStatus: 0, errorCode: "100001" }, { refundStatus: 0, errorMessage: "x" },
      ]) {
        equal(asks(request, payments(done(own, price, doubtful))), "ambiguous: doubtful-row", JSON.stringify(doubtful));
        equal(asks(request, payments(done(), done(own, price, doubtful))), "ambiguous: doubtful-row");
      }
    });

    test(`${operation}: a row of it that failed moved nothing`, () => {
      const failed = LISTED.includes(operation) ? "not-landed: failed" : absent;
      for (const code of ["10220", "10051", "5087", "10246", token("10220")]) {
        equal(asks(request, payments(done(own, price, { ...FAILED, errorCode: code }))), failed);
        equal(asks(request, payments(done(own, price, { refundStatus: 0, errorCode: code }))), failed, "without a group");
        equal(asks(request, payments(done(own, price, { ...FAILED, errorCode: code }), done())), "landed: carried-out", "a second attempt");
      }
      equal(asks(request, payments(done("another", price, FAILED))), absent, "another's");
      equal(asks(request, payments({ ...done(own, price, FAILED), conversationId: undefined })), absent, "nobody's");
    });

    test(`${operation}: ambiguous when one without a conversationId may be it`, () => {
      for (const conversationId of [undefined, null, "", " "]) {
        equal(asks(request, payments({ ...done(), conversationId })), "ambiguous: no-conversation-id");
        equal(asks(request, payments({ ...done(), conversationId }, done())), "landed: carried-out", "its own stands there as well");
        equal(asks(request, payments({ ...done(own, price, { refundPrice: undefined }), conversationId })), "ambiguous: no-conversation-id", "of no amount");
        equal(asks(request, payments({ ...done(own, price, { refundStatus: 2 }), conversationId })), "ambiguous: doubtful-row");
        equal(asks(request, payments({ ...done(own, price, { createdDate: made(-11) }), conversationId })), absent, "made before");
        equal(asks(request, payments({ ...done(own, price, { createdDate: made(-9) }), conversationId })), "ambiguous: no-conversation-id", "made at about that time");
        equal(asks(request, payments({ ...done(own, price, { createdDate: "yesterday" }), conversationId })), "ambiguous: no-conversation-id");
        const less = asks(request, payments({ ...done(own, "0.37"), conversationId }));
        equal(less, BY_ITEM.includes(operation) ? absent : "ambiguous: no-conversation-id", "a part of it");
        const more = asks(request, payments({ ...done(own, "39"), conversationId }));
        equal(more, operation === "cancel" ? "ambiguous: no-conversation-id" : absent, "more than it");
      }
    });

    test(`${operation}: without a conversationId of its own any that fits may be it`, () => {
      equal(asks(withoutId, payments(done())), "ambiguous: no-conversation-id");
      equal(asks(withoutId, payments({ ...done(), conversationId: undefined })), "ambiguous: no-conversation-id");
      equal(asks(withoutId, payments(done("another", price, { refundStatus: 2 }))), "ambiguous: doubtful-row");
      equal(asks(withoutId, payments(done("another", price, { createdDate: made(-11) }))), absent);
      const other = asks(withoutId, payments(done("another", "0.37")));
      equal(other, BY_ITEM.includes(operation) ? absent : "ambiguous: no-conversation-id", "of another amount");
    });

    test(`${operation}: ambiguous when somebody used its id before`, () => {
      for (const minutes of [-11, -60 * 24]) {
        equal(asks(request, payments(done(own, price, { createdDate: made(minutes) }))), "ambiguous: earlier-row");
        equal(asks(request, payments(done(own, price, { createdDate: made(minutes) }), done())), "ambiguous: earlier-row");
      }
      for (const minutes of [-10, -1, 0, 30]) equal(asks(request, payments(done(own, price, { createdDate: made(minutes) }))), "landed: carried-out");
      equal(asks(request, payments(done(own, price, { createdDate: made(-11) })), { times: null }), "landed: carried-out", "nobody knows when it was sent");
    });

    test(`${operation}: a currency that a row leaves out is the payment's, and another is another's`, () => {
      const other = currency === "TRY" ? "USD" : "TRY";
      for (const currencyCode of [currency, currency.toLowerCase(), "", null, undefined]) equal(asks(request, payments(done(own, price, { currencyCode }))), "landed: carried-out");
      equal(asks(request, payments(done(own, price, { currencyCode: other }))), "ambiguous: elsewhere");
      equal(asks(request, payments(done("another", price, { currencyCode: other }))), LISTED.includes(operation) ? "ambiguous: contradiction" : absent);
      const [unpriced] = payments(done());
      equal(asks(request, [{ ...unpriced, currency: undefined }]), "landed: carried-out");
      equal(asks(request, [{ ...unpriced, currency: other }]), params.currency ? "ambiguous: elsewhere" : "landed: carried-out");
    });

    test(`${operation}: ambiguous for a request that is none`, () => {
      for (const sent of [null, undefined, 5, "x", {}, { operation }, { ...request, body: "{}" }, { ...request, body: null }, { ...request, operation: "x" }]) {
        equal(asks(sent, payments(done())), "ambiguous: request-unreadable", JSON.stringify(sent));
      }
      const hostile = { get operation() { throw new Error("hostile"); } };
      equal(asks(hostile, payments(done())), "ambiguous: request-unreadable");
    });
  }

  test("an amount other than was asked for is not what was asked for", () => {
    const asks = (operation, refundPrice) => {
      const { paymentId, paymentTransactionId, conversationId, currency } = most[operation];
      const rows = refunds(carriedOut(conversationId, refundPrice));
      return says(iyzico.reconcile(iyzico[operation](most[operation]), shown([partly({ paymentId: paymentId ?? "1", currency, itemTransactions: [item(paymentTransactionId ?? "2", rows)] })]), LATE));
    };
    for (const operation of ["refund", "refundV2", "refundChargedFromMerchant"]) {
      const { price } = most[operation];
      equal(asks(operation, price), "landed: carried-out");
      for (const other of ["0.01", `${price}000001`, "39"]) equal(asks(operation, other), "ambiguous: other-amount", `${operation} ${other}`);
      equal(asks(operation, "0"), "ambiguous: other-amount", "nothing");
    }
  });

  test("an amount that was split over the items has landed when its parts add up", () => {
    const request = iyzico.refundV2({ ...least.refundV2, price: "0.3", conversationId: "iade-1" });
    const asks = (...prices) => {
      const itemTransactions = prices.map((price, n) => item(String(n), price === null ? [] : refunds(carriedOut("iade-1", price))));
      const of = prices.some((price) => price !== null) ? partly : payment;
      return says(iyzico.reconcile(request, shown([of({ paymentId: least.refundV2.paymentId, itemTransactions })]), LATE));
    };
    equal(asks("0.1", "0.2"), "landed: carried-out");
    equal(asks("0.1", null, "0.1", "0.1"), "landed: carried-out");
    equal(asks("0.1", "0.1"), "ambiguous: other-amount", "a part of it");
    equal(asks("0.3", "0.3"), "ambiguous: other-amount", "twice");
    equal(asks("0.1", "0.20000001"), "ambiguous: other-amount");
    equal(asks(null, null), "not-landed: absent");
  });

  test("a cancel is looked for among the cancels, a refund of an item in its item's list", () => {
    const asks = (operation, changes) => says(iyzico.reconcile(iyzico[operation](most[operation]), shown([partly(changes)]), LATE));
    const { paymentId, conversationId } = most.cancel;
    equal(asks("cancel", { paymentId, itemTransactions: [item("1", refunds(carriedOut(conversationId, "40")))] }), "ambiguous: elsewhere");
    const own = carriedOut(most.refund.conversationId, "5");
    equal(asks("refund", { itemTransactions: [item("27169345"), item("27169346", refunds(own))] }), "ambiguous: elsewhere");
    equal(asks("refund", { cancels: cancels(own) }), "ambiguous: elsewhere");
    equal(asks("refund", { cancels: cancels(own), itemTransactions: [item("27169345", refunds(own))] }), "ambiguous: elsewhere");
  });

  test("an amount given back without naming an item may stand among the cancels", () => {
    const { paymentId, conversationId, currency } = most.refundV2;
    const asks = (amount) => says(iyzico.reconcile(iyzico.refundV2(most.refundV2), shown([partly({ paymentId, currency, cancels: cancels(carriedOut(conversationId, amount)) })]), LATE));
    equal(asks("15"), "landed: carried-out");
    equal(asks("14"), "ambiguous: other-amount");
  });

  test("two payments of one conversationId are told apart", () => {
    const own = refunds(carriedOut("return-7", "5"));
    const another = refunds(carriedOut("another", "5"));
    const asks = (...items) => {
      const payments = items.map((one, n) => (one.refunds.length ? partly : payment)({ paymentId: String(n), itemTransactions: [one] }));
      return says(iyzico.reconcile(iyzico.refund(most.refund), shown(payments), LATE));
    };
    equal(asks(item("1", another), item("27169345")), "not-landed: absent");
    equal(asks(item("1"), item("27169345", own)), "landed: carried-out");
    equal(asks(item("1", own), item("27169345")), "ambiguous: elsewhere");
    equal(asks(item("1", own), item("2", own)), "ambiguous: not-found");
  });

  test("the summary must agree with the rows, or nothing is absent", () => {
    const another = carriedOut("another", "10");
    const asks = (changes) => says(iyzico.reconcile(iyzico.refund(most.refund), shown([payment(changes)]), LATE));
    const items = (...rows) => [item("27169345", refunds(...rows))];
    for (const [verdict, paymentRefundStatus, itemTransactions, more] of [
      ["not-landed: absent", "NOT_REFUNDED", items()],
      ["not-landed: absent", "PARTIALLY_REFUNDED", items(another)],
      ["not-landed: absent", "TOTALLY_REFUNDED", items(carriedOut("another", "40"))],
      ["ambiguous: contradiction", "PARTIALLY_REFUNDED", items()],
      ["ambiguous: contradiction", "TOTALLY_REFUNDED", items()],
      ["ambiguous: contradiction", "NOT_REFUNDED", items(another)],
      ["ambiguous: contradiction", "TOTALLY_REFUNDED", items(another)],
      ["ambiguous: contradiction", "PARTIALLY_REFUNDED", items(carriedOut("another", "40"))],
      ["ambiguous: contradiction", "TOTALLY_REFUNDED", items(carriedOut("another", "41"))],
      ["ambiguous: contradiction", "PARTIALLY_REFUNDED", items(carriedOut("another", "10", FAILED))],
      ["not-landed: absent", "NOT_REFUNDED", items(carriedOut("another", "10", FAILED))],
      ["not-landed: absent", "PARTIALLY_REFUNDED", items(carriedOut("another", "10", { refundStatus: 2 }))],
      ["not-landed: absent", "NOT_REFUNDED", items(carriedOut("another", "10", { refundStatus: 2 }))],
      ["ambiguous: incomplete", undefined, items()],
      ["ambiguous: contradiction", "REFUNDED", items()],
      ["not-landed: absent", " not_refunded", items()],
      ["ambiguous: incomplete", "PARTIALLY_REFUNDED", [item("27169345", refunds(another), { paidPrice: undefined })]],
      ["ambiguous: incomplete", "PARTIALLY_REFUNDED", items(carriedOut("another", "10", { refundPrice: undefined }))],
      // A cancel agrees with any summary.
      ["not-landed: absent", "NOT_REFUNDED", items(), { cancels: cancels(carriedOut("c-9", "40")) }],
      ["not-landed: absent", "TOTALLY_REFUNDED", items(), { cancels: cancels(carriedOut("c-9", "40")) }],
      ["not-landed: absent", "TOTALLY_REFUNDED", items(), { cancels: cancels(carriedOut("c-9", "40", { refundStatus: 2 })) }],
      // A payment that says nothing of its state is no contradiction, one that was never paid and has rows is.
      ["not-landed: absent", "NOT_REFUNDED", items(), { paymentStatus: undefined }],
      ["not-landed: absent", "PARTIALLY_REFUNDED", items(another), { paymentStatus: undefined }],
      ["not-landed: absent", "NOT_REFUNDED", items(), { paymentStatus: 0 }],
      ["ambiguous: contradiction", "PARTIALLY_REFUNDED", items(another), { paymentStatus: 0 }],
      ["ambiguous: contradiction", "NOT_REFUNDED", items(), { paymentStatus: 2, cancels: cancels(carriedOut("c-9", "40")) }],
    ]) {
      equal(asks({ paymentRefundStatus, itemTransactions, ...more }), verdict, JSON.stringify({ paymentRefundStatus, itemTransactions, more }));
    }
  });

  test("a list that is left out proves no absence in it", () => {
    const asks = (operation, changes) => says(iyzico.reconcile(iyzico[operation](most[operation]), shown([payment(changes)]), LATE));
    for (const nothing of [undefined, null]) {
      equal(asks("cancel", { cancels: nothing }), "ambiguous: incomplete");
      equal(asks("cancel", { itemTransactions: nothing }), "ambiguous: incomplete");
      equal(asks("cancel", { itemTransactions: [item("1", [], { refunds: nothing })] }), "ambiguous: incomplete");
      // Had the refund landed, the summary would not say NOT_REFUNDED.
      equal(asks("refund", { cancels: nothing }), "not-landed: absent");
      equal(asks("refund", { itemTransactions: [item("27169345", [], { refunds: nothing })] }), "not-landed: absent");
      const others = { paymentRefundStatus: "PARTIALLY_REFUNDED", itemTransactions: [item("27169345", refunds(carriedOut("another", "10"))), item("2", [], { refunds: nothing })] };
      equal(asks("refund", others), "ambiguous: incomplete");
    }
  });

  test("what was paid may be said by the payment, by its items or by both", () => {
    const asks = (changes) => says(iyzico.reconcile(iyzico.refund(most.refund), shown([payment(changes)]), LATE));
    const rows = refunds(carriedOut("another", "10"));
    equal(asks({ paymentRefundStatus: "TOTALLY_REFUNDED", paidPrice: token("10"), itemTransactions: [item("27169345", rows, { paidPrice: undefined })] }), "not-landed: absent");
    equal(asks({ paymentRefundStatus: "TOTALLY_REFUNDED", paidPrice: token("10"), itemTransactions: [item("27169345", rows, { paidPrice: token("9.995") })] }), "not-landed: absent", "rounded");
    equal(asks({ paymentRefundStatus: "TOTALLY_REFUNDED", paidPrice: token("10"), itemTransactions: [item("27169345", rows, { paidPrice: token("9.99") })] }), "ambiguous: incomplete", "an item may be left out");
    equal(asks({ paymentRefundStatus: "TOTALLY_REFUNDED", paidPrice: token("11"), itemTransactions: [item("27169345", rows, { paidPrice: token("9.99") })] }), "ambiguous: contradiction");
    // What can be refunded is what was paid, whatever the basket cost.
    equal(asks({ paymentRefundStatus: "TOTALLY_REFUNDED", price: token("1"), paidPrice: token("10"), itemTransactions: [item("27169345", rows, { price: token("1"), paidPrice: token("10") })] }), "not-landed: absent");
  });

  test("a row without an id may stand at a sibling; of a draft that was never sent it is another's", () => {
    const shows = shown([partly({ itemTransactions: [item("27169345"), item("27169346", refunds(carriedOut(undefined, "5")))] })]);
    equal(says(iyzico.reconcile(iyzico.refund(most.refund), shows, LATE)), "ambiguous: no-conversation-id");
    equal(says(iyzico.precheck(iyzico.refund(most.refund), shows)), "clear: absent");
  });

  test("words that stand for no id are no ids", () => {
    for (const none of ["null", "NULL", "undefined", "none", "nil", "-", " - "]) {
      const shows = shown([partly({ itemTransactions: [item("27169345", refunds(carriedOut(none, "5")))] })]);
      equal(says(iyzico.reconcile(iyzico.refund(most.refund), shows, LATE)), "ambiguous: no-conversation-id", none);
    }
  });

  test("its id in a list that nobody knows is its id all the same", () => {
    const own = most.refund.conversationId;
    const asks = (changes) => says(iyzico.reconcile(iyzico.refund(most.refund), shown([payment(changes)]), LATE));
    for (const name of ["refundConversationId", "cancelConversationId"]) {
      equal(asks({ reversals: [{ [name]: own, refundPrice: 5, refundStatus: 1 }] }), "ambiguous: elsewhere");
      equal(asks({ lastRefund: { [name]: own } }), "ambiguous: elsewhere");
      equal(asks({ lastRefund: { deep: [{ [name]: own.toUpperCase() }] } }), "ambiguous: elsewhere");
      equal(asks({ reversals: [{ [name]: "another", refundPrice: 5, refundStatus: 1 }] }), "not-landed: absent");
    }
  });

  test("the lira under its older codes is the lira", () => {
    for (const currencyCode of ["TL", "YTL", "949", " TRY "]) {
      const shows = shown([partly({ itemTransactions: [item("27169345", refunds(carriedOut("return-7", "5", { currencyCode })))] })]);
      equal(says(iyzico.reconcile(iyzico.refund(most.refund), shows, LATE)), "landed: carried-out", currencyCode);
    }
  });

  test("a bank's 00 is no error", () => {
    for (const errorCode of ["0", "00", "000", ""]) {
      const shows = shown([partly({ itemTransactions: [item("27169345", refunds(carriedOut("return-7", "5", { errorCode })))] })]);
      equal(says(iyzico.reconcile(iyzico.refund(most.refund), shows, LATE)), "landed: carried-out", errorCode);
    }
  });

  test("of a payment that was never made nothing has landed", () => {
    for (const paymentStatus of [0, 2, 3]) {
      const shows = shown([partly({ paymentStatus, itemTransactions: [item("27169345", refunds(carriedOut("return-7", "5")))] })]);
      equal(says(iyzico.reconcile(iyzico.refund(most.refund), shows, LATE)), "ambiguous: contradiction");
    }
  });

  test("what only asks has nothing to reconcile", () => {
    for (const request of [iyzico.paymentDetails({ paymentId: "25180188" }), iyzico.refundToBalance({ paymentId: "25180188", callbackUrl: "https://example.com/" })]) {
      equal(says(iyzico.reconcile(request, shown([payment()]), LATE)), "ambiguous: request-unreadable");
    }
  });
}
