// Read-back at a till, from the status of the request's own reference.

import { equal } from "./support/assert.js";
import { asked, LATE, payment, SENT_AT, shown } from "./support/books.js";
import { answerText, GATEWAY_STATUSES, httpAnswer, least as merchantLeast, token } from "./support/samples.js";
import { cup, landed, least, most } from "./support/till.js";

const REFERENCE = { "terminal.refund": "refundHostReference", "terminal.void": "cancelHostReference" };

export function terminalReconcile({ test, pkg, terminal, iyzico, input }) {
  const says = ({ verdict, reason }) => `${verdict}: ${reason}`;

  for (const [operation, hostReference] of Object.entries(REFERENCE)) {
    const request = input.request(operation, most[operation]);
    const own = most[operation].transactionReferenceId;
    const done = {
      ...landed["terminal.transactionStatus"],
      refundHostReference: undefined,
      transactionReferenceId: own,
      [hostReference]: "000000000017",
    };
    const status = (changes, httpStatus) => httpAnswer(answerText({ ...done, ...changes }), httpStatus);
    const find = (changes, { httpStatus, known = LATE, sent = request } = {}) => says(terminal.reconcile(sent, status(changes, httpStatus), known));
    /** iyzico finds nothing under the reference, which the answer repeats unless `members` change it. */
    const refusal = (members, httpStatus) => httpAnswer(answerText({ status: "failure", errorCode: "380108", transactionReferenceId: own, ...members }), httpStatus);
    const refused = (members, { httpStatus, known = LATE, sent = request } = {}) => says(terminal.reconcile(sent, refusal(members, httpStatus), known));

    test(`${operation}: landed when iyzico knows it and has the bank's reference of it`, () => {
      equal(find({}), "landed: carried-out");
      for (const more of [
        { status: "SUCCESS" }, { errorCode: "" }, { errorCode: undefined }, { errorMessage: "İşlem başarılı" }, { conversationId: "of the question" }, { deviceUniqueId: "P00135" },
        { [hostReference]: 17 },
      ]) {
        equal(find(more), "landed: carried-out", JSON.stringify(more));
      }
      for (const httpStatus of [200, 201, 299]) equal(find({}, { httpStatus }), "landed: carried-out");
      for (const known of [undefined, {}, asked(0), asked(-1)]) equal(says(terminal.reconcile(request, status({}), known)), "landed: carried-out", "a landing needs no times");
    });

    test(`${operation}: its row is among the reversals`, () => {
      equal(terminal.reconcile(request, status({}), LATE), {
        verdict: "landed",
        reason: "carried-out",
        reversals: [{
          id: null, reference: own, paymentId: "PAY-9876543", paymentTransactionId: null, amount: null, currency: "TRY", createdDate: "2026-04-06T12:00:00",
          hostReference: "000000000017", state: "carried-out",
        }],
      });
      equal(terminal.reconcile(request, refusal({}), LATE), { verdict: "not-landed", reason: "absent", reversals: [] });
    });

    test(`${operation}: ambiguous under a status that a gateway gives`, () => {
      for (const httpStatus of [400, 422, ...GATEWAY_STATUSES]) equal(find({}, { httpStatus }), "ambiguous: contradiction", String(httpStatus));
      for (const httpStatus of GATEWAY_STATUSES) equal(refused({}, { httpStatus }), "ambiguous: http-status", String(httpStatus));
      // iyzico publishes the code for 200 and 400 only.
      for (const httpStatus of [401, 403, 404, 422]) equal(refused({}, { httpStatus }), "ambiguous: http-status", String(httpStatus));
      for (const httpStatus of [200, 400]) equal(refused({}, { httpStatus }), "not-landed: absent");
    });

    test(`${operation}: a stored request or draft is enough`, () => {
      const draft = pkg.draft(operation, most[operation]);
      for (const sent of [JSON.parse(JSON.stringify(request)), { operation, body: request.body }, draft, JSON.parse(JSON.stringify(draft))]) {
        equal(find({}, { sent }), "landed: carried-out");
        equal(refused({}, { sent }), "not-landed: absent");
      }
    });

    test(`${operation}: not landed when iyzico finds nothing under its reference`, () => {
      for (const errorCode of ["380108", "380109", 380108]) {
        equal(refused({ errorCode }), "not-landed: absent", String(errorCode));
        equal(refused({ errorCode, errorGroup: "BUSINESS_ERROR" }), "not-landed: absent");
      }
    });

    test(`${operation}: finding nothing counts only for a question about its own reference`, () => {
      const question = terminal.transactionStatus({ transactionReferenceId: own });
      const draft = pkg.draft("terminal.transactionStatus", { transactionReferenceId: own });
      const both = terminal.transactionStatus({ transactionReferenceId: own, paymentId: most[operation].paymentId });
      for (const silent of [{ transactionReferenceId: undefined }, { transactionReferenceId: null }]) {
        equal(refused(silent), "ambiguous: other-question", "nobody knows what was asked");
        for (const known of [question, draft, JSON.parse(JSON.stringify(question)), JSON.parse(JSON.stringify(draft)), both, { operation: question.operation, body: question.body }]) {
          equal(refused(silent, { known: { ...LATE, question: known } }), "not-landed: absent");
        }
        const hostile = { get operation() { throw new Error("hostile"); } };
        for (const [at, other] of [
          terminal.transactionStatus({ transactionReferenceId: "SALE-1" }), terminal.transactionStatus({ transactionReferenceId: own.toLowerCase() }),
          terminal.transactionStatus({ paymentId: most[operation].paymentId }), terminal.refundableSaleInfo({ transactionReferenceId: own }), request, { ...question, body: "{}" },
          { ...question, operation: "x" }, { body: question.body }, {}, null, 5, "x", [], own, hostile,
        ].entries()) {
          equal(refused(silent, { known: { ...LATE, question: other } }), "ambiguous: other-question", `question ${at}`);
        }
      }
      // 380107 is about a paymentId, so it counts only if the question is known to have none.
      equal(refused({ errorCode: "380107" }), "ambiguous: other-question");
      equal(refused({ errorCode: "380107" }, { known: { ...LATE, question: both } }), "ambiguous: other-question");
      // With both ids in the question, iyzico may have found another refund of the payment.
      equal(find({}, { known: { ...LATE, question } }), "landed: carried-out");
      equal(find({}, { known: { ...LATE, question: both } }), "ambiguous: other-question");
      // A question that can't be read may have asked anything.
      for (const body of [` ${both.body}`, ` ${question.body}`, "{}", "", both.body.replace("{", '{"locale":"XX",')]) {
        equal(find({}, { known: { ...LATE, question: { ...question, body } } }), "ambiguous: other-question", body);
        equal(refused({ errorCode: "380107" }, { known: { ...LATE, question: { ...question, body } } }), "ambiguous: other-question", body);
      }
      equal(refused({ errorCode: "380107" }, { known: { ...LATE, question } }), "not-landed: absent");
      const elsewhere = terminal.transactionStatus({ transactionReferenceId: own, deviceUniqueId: "P00135" });
      equal(refused({}, { known: { ...LATE, question: elsewhere } }), "ambiguous: other-question");
      for (const other of [
        { transactionReferenceId: "SALE-1" }, { transactionReferenceId: "" }, { transactionReferenceId: own.toLowerCase() }, { paymentId: "PAY-1" }, { deviceUniqueId: "P00135" },
      ]) {
        for (const known of [LATE, { ...LATE, question }]) equal(refused(other, { known }), "ambiguous: other-question", JSON.stringify(other));
      }
    });

    test(`${operation}: finding nothing counts only when both clocks say that it is late`, () => {
      for (const [minutes, verdict] of [[-1, "ambiguous: too-early"], [0, "ambiguous: too-early"], [4.999, "ambiguous: too-early"], [5, "not-landed: absent"], [24 * 60, "not-landed: absent"]]) {
        const known = asked(minutes);
        equal(refused({}, { known }), verdict, `${minutes} minutes`);
        equal(refused({ systemTime: known.askedAt }, { known }), verdict, `${minutes} minutes`);
        equal(refused({ systemTime: String(known.askedAt) }, { known }), verdict, `${minutes} minutes`);
      }
      equal(refused({ systemTime: asked(5).askedAt - 1 }, { known: asked(5) }), "ambiguous: too-early");
      equal(refused({ systemTime: asked(8).askedAt }, { known: asked(6) }), "not-landed: absent");
      for (const away of [120_001, -120_001]) equal(refused({ systemTime: LATE.askedAt + away }), "ambiguous: clock-skew");
      for (const known of [undefined, null, {}, { sentAt: SENT_AT }, { askedAt: LATE.askedAt }, { sentAt: null, askedAt: null }, { sentAt: String(SENT_AT), askedAt: String(LATE.askedAt) }]) {
        equal(says(terminal.reconcile(request, refusal({}), known)), "ambiguous: no-times", JSON.stringify(known));
      }
    });

    test(`${operation}: ambiguous at every other refusal`, () => {
      for (const errorCode of ["380101", "380102", "380104", "380105", "380111", "380112", "380201", "100310", "100311", "380103", "380202", "10219", "1", "24", "x"]) {
        equal(refused({ errorCode }), "ambiguous: refused", errorCode);
      }
      for (const errorCode of ["0", "", undefined, null, {}]) equal(refused({ errorCode }), "ambiguous: unreadable", String(errorCode));
      for (const errorGroup of ["TIMEOUT_ERROR", "REQUEST_TIMEOUT", "UNKNOWN"]) equal(refused({ errorGroup }), "ambiguous: refused", errorGroup);
    });

    test(`${operation}: ambiguous without the bank's reference of it`, () => {
      const other = hostReference === "refundHostReference" ? "cancelHostReference" : "refundHostReference";
      for (const value of [undefined, null, "", " ", "-", "0", "000000000000", 0, "null", "NULL", "undefined", "none"]) {
        equal(find({ [hostReference]: value }), "ambiguous: no-host-reference", String(value));
        equal(find({ [hostReference]: value, [other]: "000000000099" }), "ambiguous: no-host-reference", "another operation's reference");
      }
      equal(find({ [hostReference]: {} }), "ambiguous: unreadable");
    });

    test(`${operation}: ambiguous when the answer is about something else, or contradicts itself`, () => {
      for (const changes of [{ transactionReferenceId: "SALE-1" }, { transactionReferenceId: undefined }, { transactionReferenceId: "" }, { paymentId: "PAY-1" }, { paymentId: undefined }]) {
        equal(find(changes), "ambiguous: other-question", JSON.stringify(changes));
      }
      for (const changes of [{ errorCode: "380112" }, { errorGroup: "x" }, { errorCode: undefined, errorMessage: "x" }]) equal(find(changes), "ambiguous: contradiction", JSON.stringify(changes));
      for (const changes of [{ status: "waiting" }, { status: undefined }, { status: "failure" }]) equal(find(changes), "ambiguous: unreadable", JSON.stringify(changes));
    });

    test(`${operation}: ambiguous when the answer can't be read`, () => {
      const good = answerText(done);
      for (const [reason, answer] of [
        ["no-answer", null], ["unreadable", httpAnswer("")], ["unreadable", httpAnswer(" ")], ["unreadable", httpAnswer("<html></html>", 502)], ["http-status", httpAnswer(good, 302)],
        ["http-status", httpAnswer("", 0)], ["unreadable", httpAnswer("[]")], ["unreadable", httpAnswer("null")], ["unreadable", httpAnswer("{}")],
        ["unreadable", httpAnswer(good.replace("{", '{"status":"success",'))], ["unreadable", httpAnswer(good + " ".repeat(4 * 1024 * 1024))], ["not-text", undefined], ["not-text", httpAnswer(5)],
      ]) {
        equal(says(terminal.reconcile(request, answer, LATE)), `ambiguous: ${reason}`, String(answer?.text).slice(0, 40));
      }
      for (let length = 0; length < good.length; length++) equal(says(terminal.reconcile(request, httpAnswer(good.slice(0, length)), LATE)), "ambiguous: unreadable", String(length));
    });

    test(`${operation}: ambiguous for a request that is not ours, or moves no money`, () => {
      const questions = ["terminal.refundableSaleInfo", "terminal.transactionStatus"].map((name) => input.request(name, least[name]));
      for (const sent of [null, undefined, 5, {}, { operation }, { ...request, body: "{}" }, { ...request, operation: "x" }, ...questions]) {
        equal(says(terminal.reconcile(sent, status({}), LATE)), "ambiguous: request-unreadable", JSON.stringify(sent));
      }
    });
  }

  test("ambiguous when the answer's price is less than the refund", () => {
    const asks = (saleItems, price) => {
      const request = terminal.refund({ ...least["terminal.refund"], saleItems });
      const text = answerText({ ...landed["terminal.transactionStatus"], price, refundHostReference: "1" });
      return says(terminal.reconcile(request, httpAnswer(text), LATE));
    };
    for (const price of [token("60"), token("60.00"), "60.01", token("250.95"), undefined]) equal(asks([cup], price), "landed: carried-out");
    for (const price of [token("59.99"), "0", token("59.99999999")]) equal(asks([cup], price), "ambiguous: other-amount");
    equal(asks([cup, cup], token("119.99")), "ambiguous: other-amount");
    equal(asks([cup, cup], token("120")), "landed: carried-out");
    equal(asks([{ ...cup, returnAmount: "10" }], token("10")), "landed: carried-out", "what is refunded of the line");
    equal(asks([{ ...cup, returnAmount: "10" }], token("9.99")), "ambiguous: other-amount");
  });

  test("a merchant's answer decides nothing at a till, nor a till's for a merchant", () => {
    const cancelled = payment({ paymentId: "PAY-9876543", cancels: [{ cancelConversationId: "kasa-2", refundPrice: 5, refundStatus: 1 }], itemTransactions: [] });
    const request = terminal.void(most["terminal.void"]);
    for (const caller of [terminal, iyzico]) equal(says(caller.reconcile(request, shown([cancelled]), LATE)), "ambiguous: other-question");
    for (const operation of ["refund", "refundV2", "cancel"]) {
      for (const caller of [terminal, iyzico]) {
        const answer = httpAnswer(answerText(landed["terminal.transactionStatus"]));
        equal(says(caller.reconcile(iyzico[operation](merchantLeast[operation]), answer, LATE)), "ambiguous: unreadable");
      }
    }
    equal(says(iyzico.reconcile(iyzico.cancel(merchantLeast.cancel), httpAnswer('{"status":"failure","errorCode":"380108"}'), LATE)), "ambiguous: refused");
  });
}
