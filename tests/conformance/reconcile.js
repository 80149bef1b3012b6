// Read-back of each operation of a card. pictures.js has the rules that Rust checks as well.

import { equal } from "./support/assert.js";
import { cancels, carriedOut, FAILED, item, LATE, made, partly, payment, refunds, shown } from "./support/books.js";
import { httpAnswer, least, most, OPERATIONS, token } from "./support/samples.js";

/** Operations of an item, and operations that iyzico is known to list. */
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

    /** The request's payment, with these rows where iyzico lists such a request, and a summary that agrees. */
    const payments = (...rows) => {
      const isCancel = operation === "cancel";
      const moved = rows.some((row) => row.refundStatus === 1 && !row.errorCode);
      const of = moved ? partly : payment;
      return [of({ paymentId, currency, cancels: isCancel ? cancels(...rows) : [], itemTransactions: [item(itemId, isCancel ? [] : refunds(...rows))] })];
    };
    const absent = LISTED.includes(operation) ? "not-landed: absent" : "ambiguous: unlisted";

    test(`${operation}: landed when it is listed once, with its amount`, () => {
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

    test(`${operation}: a stored request or draft is enough`, () => {
      const { body } = request;
      const draft = pkg.draft(operation, params);
      for (const sent of [JSON.parse(JSON.stringify(request)), { operation, body }, draft, JSON.parse(JSON.stringify(draft)), structuredClone(draft)]) {
        equal(asks(sent, payments(done())), "landed: carried-out");
        equal(asks(sent, payments()), absent);
      }
    });

    test(`${operation}: not landed when the payment is listed and it is not`, () => {
      equal(asks(request, payments()), absent);
      equal(asks(request, payments(done("another", "1"), done("yet-another", "2"))), absent);
      equal(asks(withoutId, payments()), absent);
    });

    test(`${operation}: ambiguous when its payment is not listed`, () => {
      equal(asks(request, []), "ambiguous: not-found");
      const [elsewhere] = payments(done("another", "1"));
      elsewhere.paymentId = "1";
      if (BY_ITEM.includes(operation)) elsewhere.itemTransactions[0].paymentTransactionId = "1";
      equal(asks(request, [elsewhere]), "ambiguous: not-found");
      equal(asks(request, [elsewhere, ...payments(done())]), "landed: carried-out");
      equal(asks(request, [elsewhere, ...payments()]), absent, "another payment's refund is no refund of this");
    });

    test(`${operation}: ambiguous when its id is listed at another payment`, () => {
      const [elsewhere] = payments(done());
      elsewhere.paymentId = "1";
      if (BY_ITEM.includes(operation)) elsewhere.itemTransactions[0].paymentTransactionId = "1";
      equal(asks(request, [elsewhere, ...payments()]), "ambiguous: elsewhere");
      equal(asks(request, [elsewhere, ...payments(done())]), "ambiguous: elsewhere");
    });

    test(`${operation}: ambiguous when its payment is listed twice`, () => {
      equal(asks(request, [...payments(done()), ...payments(done())]), "ambiguous: contradiction");
      equal(asks(request, [...payments(), ...payments()]), "ambiguous: contradiction");
    });

    test(`${operation}: ambiguous when the answer contradicts itself or can't be read, whatever its rows say`, () => {
      for (const error of [{ errorCode: "10219" }, { errorCode: "1" }, { errorGroup: "SYSTEM_ERROR" }, { errorMessage: "Sistem hatası" }]) {
        equal(asks(request, payments(done()), error), "ambiguous: contradiction");
      }
      const good = shown(payments(done())).text;
      for (const [reason, answer] of [
        ["no-answer", null], ["http-status", httpAnswer(good, 302)], ["unreadable", httpAnswer(good.replace("{", '{"status":"success",'))], ["unreadable", httpAnswer(good.replace("success", "pending"))],
        ["unreadable", httpAnswer(good + " ".repeat(4 * 1024 * 1024))], ["not-text", httpAnswer(5)], ["not-text", httpAnswer(undefined)], ["not-text", undefined],
      ]) {
        equal(says(iyzico.reconcile(request, answer, LATE)), `ambiguous: ${reason}`, String(answer?.text).slice(0, 60));
      }
      for (let length = 0; length < good.length; length += 3) equal(says(iyzico.reconcile(request, httpAnswer(good.slice(0, length)), LATE)), "ambiguous: unreadable");
      for (const refundPrice of ["lots", token("-5"), {}]) equal(asks(request, payments({ ...done(), refundPrice })), "ambiguous: unreadable");
      equal(says(iyzico.reconcile(request, httpAnswer(good + " ".repeat(300 * 1024)), LATE)), "landed: carried-out", "longer than a refund's answer may be");
    });

    test(`${operation}: ambiguous when it is listed twice`, () => {
      // Two rows of a cancel under one id are still the cancel.
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

    test(`${operation}: its row that failed moved nothing`, () => {
      const failed = LISTED.includes(operation) ? "not-landed: failed" : absent;
      for (const code of ["10220", "10051", "5087", "10246", token("10220")]) {
        equal(asks(request, payments(done(own, price, { ...FAILED, errorCode: code }))), failed);
        equal(asks(request, payments(done(own, price, { refundStatus: 0, errorCode: code }))), failed, "without a group");
        equal(asks(request, payments(done(own, price, { ...FAILED, errorCode: code }), done())), "landed: carried-out", "a second attempt");
      }
      equal(asks(request, payments(done("another", price, FAILED))), absent, "another's");
      equal(asks(request, payments({ ...done(own, price, FAILED), conversationId: undefined })), absent, "nobody's");
    });

    test(`${operation}: ambiguous when a row without a conversationId may be its own`, () => {
      for (const conversationId of [undefined, null, "", " "]) {
        equal(asks(request, payments({ ...done(), conversationId })), "ambiguous: no-conversation-id");
        equal(asks(request, payments({ ...done(), conversationId }, done())), "landed: carried-out", "its own is listed as well");
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

    test(`${operation}: without a conversationId any row that fits may be its own`, () => {
      equal(asks(withoutId, payments(done())), "ambiguous: no-conversation-id");
      equal(asks(withoutId, payments({ ...done(), conversationId: undefined })), "ambiguous: no-conversation-id");
      equal(asks(withoutId, payments(done("another", price, { refundStatus: 2 }))), "ambiguous: doubtful-row");
      equal(asks(withoutId, payments(done("another", price, { createdDate: made(-11) }))), absent);
      const other = asks(withoutId, payments(done("another", "0.37")));
      equal(other, BY_ITEM.includes(operation) ? absent : "ambiguous: no-conversation-id", "of another amount");
    });

    test(`${operation}: ambiguous when its id was used before`, () => {
      for (const minutes of [-11, -60 * 24]) {
        equal(asks(request, payments(done(own, price, { createdDate: made(minutes) }))), "ambiguous: earlier-row");
        equal(asks(request, payments(done(own, price, { createdDate: made(minutes) }), done())), "ambiguous: earlier-row");
      }
      for (const minutes of [-10, -1, 0, 30]) equal(asks(request, payments(done(own, price, { createdDate: made(minutes) }))), "landed: carried-out");
      equal(asks(request, payments(done(own, price, { createdDate: made(-11) })), { times: null }), "landed: carried-out", "nobody knows when it was sent");
    });

    test(`${operation}: a row without a currency has the payment's; a row in another currency is not its own`, () => {
      const other = currency === "TRY" ? "USD" : "TRY";
      for (const currencyCode of [currency, currency.toLowerCase(), "", null, undefined]) equal(asks(request, payments(done(own, price, { currencyCode }))), "landed: carried-out");
      equal(asks(request, payments(done(own, price, { currencyCode: other }))), "ambiguous: elsewhere");
      equal(asks(request, payments(done("another", price, { currencyCode: other }))), LISTED.includes(operation) ? "ambiguous: contradiction" : absent);
      const [unpriced] = payments(done());
      equal(asks(request, [{ ...unpriced, currency: undefined }]), "landed: carried-out");
      equal(asks(request, [{ ...unpriced, currency: other }]), params.currency ? "ambiguous: elsewhere" : "landed: carried-out");
    });

    test(`${operation}: ambiguous for a request that is not ours`, () => {
      for (const sent of [null, undefined, 5, "x", {}, { operation }, { ...request, body: "{}" }, { ...request, body: null }, { ...request, operation: "x" }]) {
        equal(asks(sent, payments(done())), "ambiguous: request-unreadable", JSON.stringify(sent));
      }
      const hostile = { get operation() { throw new Error("hostile"); } };
      equal(asks(hostile, payments(done())), "ambiguous: request-unreadable");
    });
  }

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

  test("two payments of one conversationId are kept apart", () => {
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

  test("a request that moves no money has nothing to reconcile", () => {
    for (const request of [iyzico.paymentDetails({ paymentId: "25180188" }), iyzico.refundToBalance({ paymentId: "25180188", callbackUrl: "https://example.com/" })]) {
      equal(says(iyzico.reconcile(request, shown([payment()]), LATE)), "ambiguous: request-unreadable");
    }
  });
}
