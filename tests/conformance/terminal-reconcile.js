// After a doubt at a till: what the status of its own reference says, and only what it says for certain.

import { equal } from "./assert.js";
import { answerText, least as merchantLeast } from "./samples.js";
import { landed, least, most } from "./till.js";

const REFERENCE = { "terminal.refund": "refundHostReference", "terminal.void": "cancelHostReference" };

export function terminalReconcile({ test, terminal, iyzico, input }) {
  for (const [operation, hostReference] of Object.entries(REFERENCE)) {
    const request = input.request(operation, most[operation]);
    const done = {
      ...landed["terminal.transactionStatus"],
      refundHostReference: undefined,
      transactionReferenceId: most[operation].transactionReferenceId,
      [hostReference]: "000000000017",
    };
    const says = (changes, status = 200, asked = request) => terminal.reconcile(asked, status, answerText({ ...done, ...changes }));
    const failure = (members) => terminal.reconcile(request, 200, answerText({ status: "failure", ...members }));

    test(`${operation}: landed when iyzico knows it and has the bank's reference of it`, () => {
      equal(says({}), "landed");
      for (const more of [{ status: "SUCCESS" }, { errorCode: "" }, { errorCode: undefined }, { conversationId: "of the question" }, { deviceUniqueId: "P00135" }, { [hostReference]: 17 }]) {
        equal(says(more), "landed", JSON.stringify(more));
      }
      for (const status of [200, 400, 500]) equal(says({}, status), "landed");
    });

    test(`${operation}: it may be held against a request that was stored`, () => {
      equal(says({}, 200, JSON.parse(JSON.stringify(request))), "landed");
      equal(says({}, 200, { operation, body: request.body }), "landed");
    });

    test(`${operation}: not landed when iyzico knows nothing under its id`, () => {
      for (const errorCode of ["380107", "380108", "380109", 380108]) {
        equal(failure({ errorCode }), "not-landed", String(errorCode));
        equal(failure({ errorCode, errorGroup: "BUSINESS_ERROR", transactionReferenceId: most[operation].transactionReferenceId }), "not-landed");
      }
    });

    test(`${operation}: ambiguous at every other refusal`, () => {
      for (const errorCode of [
        "380101", "380102", "380103", "380104", "380105", "380111", "380112", "380201", "380202", "100310", "100311", "10219", "1", "24", "0", "", "x", undefined,
      ]) {
        equal(failure({ errorCode }), "ambiguous", errorCode);
      }
      for (const errorGroup of ["TIMEOUT_ERROR", "REQUEST_TIMEOUT", "UNKNOWN"]) equal(failure({ errorCode: "380108", errorGroup }), "ambiguous", errorGroup);
      for (const other of [{ transactionReferenceId: "another" }, { paymentId: "PAY-1" }]) equal(failure({ errorCode: "380108", ...other }), "ambiguous");
    });

    test(`${operation}: ambiguous without the bank's reference of it`, () => {
      const other = hostReference === "refundHostReference" ? "cancelHostReference" : "refundHostReference";
      for (const value of [undefined, null, ""]) {
        equal(says({ [hostReference]: value }), "ambiguous");
        equal(says({ [hostReference]: value, [other]: "000000000099" }), "ambiguous", "another operation's reference");
      }
      equal(says({ [hostReference]: {} }), "ambiguous");
    });

    test(`${operation}: ambiguous when the answer is about something else, or contradicts itself`, () => {
      for (const changes of [
        { transactionReferenceId: "SALE-1" }, { transactionReferenceId: undefined }, { transactionReferenceId: "" }, { paymentId: "PAY-1" }, { paymentId: undefined },
        { errorCode: "380112" }, { status: "waiting" }, { status: undefined }, { status: "failure" },
      ]) {
        equal(says(changes), "ambiguous", JSON.stringify(changes));
      }
    });

    test(`${operation}: ambiguous when nothing readable came`, () => {
      const good = answerText(done);
      for (const [status, text] of [
        [null, null], [200, null], [200, ""], [200, " "], [502, "<html></html>"], [302, good], [0, ""], [200, "[]"], [200, "null"], [200, "{}"],
        [200, good.replace("{", '{"status":"success",')], [200, good + " ".repeat(256 * 1024)], [200, undefined], [200, 5], [200, {}],
      ]) {
        equal(terminal.reconcile(request, status, text), "ambiguous", `${status} ${String(text).slice(0, 40)}`);
      }
      for (let length = 0; length < good.length; length++) equal(terminal.reconcile(request, 200, good.slice(0, length)), "ambiguous", String(length));
    });

    test(`${operation}: ambiguous for a request that is none, or moves nothing`, () => {
      const questions = ["terminal.refundableSaleInfo", "terminal.transactionStatus"].map((name) => input.request(name, least[name]));
      for (const asked of [null, undefined, 5, {}, { operation }, { ...request, body: "{}" }, { ...request, operation: "x" }, ...questions]) {
        equal(terminal.reconcile(asked, 200, answerText(done)), "ambiguous", JSON.stringify(asked));
      }
    });
  }

  test("a merchant's read-back says nothing of a till's operation, nor a till's of a merchant's", () => {
    const details = answerText({
      status: "success",
      payments: [{ paymentId: "PAY-9876543", cancels: [{ cancelConversationId: "kasa-2", refundPrice: 5, refundStatus: 1 }], itemTransactions: [] }],
    });
    const request = terminal.void(most["terminal.void"]);
    for (const caller of [terminal, iyzico]) equal(caller.reconcile(request, 200, details), "ambiguous");
    for (const operation of ["refund", "refundV2", "cancel"]) {
      for (const caller of [terminal, iyzico]) {
        equal(caller.reconcile(iyzico[operation](merchantLeast[operation]), 200, answerText(landed["terminal.transactionStatus"])), "ambiguous");
      }
    }
    equal(iyzico.reconcile(iyzico.cancel(merchantLeast.cancel), 200, '{"status":"failure","errorCode":"380108"}'), "ambiguous");
  });
}
