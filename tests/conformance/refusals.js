// A failure is iyzico's word that nothing moved, with what to do about it: it must prove itself.

import { equal } from "./assert.js";
import { answerText, GATEWAY_STATUSES, httpAnswer, ITS_OWN_STATUSES, most, OPERATIONS, token } from "./samples.js";

/** What leaves a doubt, however it is spelled. */
const GROUPS_IN_DOUBT = [
  "REQUEST_TIMEOUT", "TIMEOUT", "TIMEOUT_ERROR", "timeout", "Time-Out", " TIME OUT ", "time_out", "Request Time-out", "COMMUNICATION_OR_SYSTEM_ERROR",
  "communication error", "SYSTEM_ERROR", "System-Error", "REMOTE_ERROR", "remote", "LOCAL_ERROR", "local error", "ISSUER_OR_SWITCH_INOPERATIVE", "UNKNOWN",
  "unknown_error", "UNKNOWNERROR", "GENERAL_ERROR", "INTERNAL_ERROR", "SERVICE_UNAVAILABLE", "APPROVED_COMPLETED", "REQUEST_TİMEOUT", "tımeout", "SİSTEM_HATASI",
  "NETWORK_ERROR", "NO_RESPONSE", "ALREADY_REFUNDED", "CONNECTION_ERROR", "DUPLICATE", "GATEWAY_ERROR", "HOST_ERROR", "PENDING", "IN_PROGRESS", "SERVER_ERROR",
  "UNEXPECTED_ERROR", "ZAMAN_ASIMI", "ILETISIM_HATASI",
];

export function refusals({ test, iyzico, fixtures }) {
  const read = (members, { operation = "refund", status = 200, request = iyzico[operation](most[operation]) } = {}) =>
    iyzico.read(request, httpAnswer(answerText({ status: "failure", ...members }), status));
  const unknown = (reason, outcome, what) => equal([outcome.status, outcome.reason, outcome.advice], ["unknown", reason, "reconcile"], what);

  for (const operation of OPERATIONS) {
    const members = {
      errorCode: "10220",
      errorMessage: "Ödeme alınamadı",
      errorGroup: "DECLINED",
      locale: "tr",
      systemTime: 1755703798426,
      conversationId: most[operation].conversationId,
      retryable: false,
    };
    const raw = answerText({ status: "failure", ...members });
    const error = { code: "10220", group: "DECLINED", message: "Ödeme alınamadı", retryable: false };

    test(`${operation}: a failure with everything in it, under 200 as under 400`, () => {
      for (const status of [...ITS_OWN_STATUSES, 402, 404, 405, 409, 410, 418, 451, 498]) {
        equal(read(members, { operation, status }), { status: "failure", operation, httpStatus: status, error, advice: "refused", raw });
      }
    });

    test(`${operation}: the same under a status that a gateway gives proves nothing`, () => {
      for (const status of [...GATEWAY_STATUSES, 100, 201, 202, 204, 299, 501, 511, 520, 521, 522, 523, 524, 529, 599, 600, 999]) {
        const unread = { status: "unknown", operation, httpStatus: status, reason: "http-status", error, advice: "reconcile", raw };
        equal(read(members, { operation, status }), unread);
      }
    });
  }

  test("the limit is answered under 429 and 503 as well", () => {
    for (const status of [200, 400, 422, 429, 503]) {
      const outcome = read({ errorCode: "50000", errorMessage: "Request Limit Exceeded" }, { status });
      equal([outcome.status, outcome.advice, outcome.httpStatus], ["failure", "retry-later", status]);
    }
    for (const status of [408, 425, 500, 502, 504]) unknown("http-status", read({ errorCode: "50000" }, { status }), String(status));
    for (const errorCode of ["50001", "5000", "500000", "050000", "50000.0"]) {
      for (const status of [429, 503]) equal(read({ errorCode }, { status }).status, "unknown", errorCode);
    }
  });

  for (const errorGroup of GROUPS_IN_DOUBT) {
    test(`group ${JSON.stringify(errorGroup)} leaves a doubt, whatever the code`, () => {
      const { conversationId } = most.refund;
      for (const errorCode of ["10220", "1001", "5087", "99999", "4242", "10999"]) {
        for (const echoed of [{}, { conversationId }]) unknown("timeout-code", read({ errorCode, errorGroup, ...echoed }), errorCode);
      }
    });
  }

  test("any other group goes with a listed code, and with none that is not", () => {
    const { conversationId } = most.refund;
    for (const errorGroup of ["DECLINED", "DO_NOT_HONOUR", "NOT_SUFFICIENT_FUNDS", "ERROR_GROUP", " ", "x"]) {
      equal(read({ errorCode: "10220", errorGroup }).advice, "refused", errorGroup);
      unknown("unlisted-code", read({ errorCode: "4242", errorGroup, conversationId }), errorGroup);
    }
    for (const errorGroup of ["", null, undefined]) equal(read({ errorCode: "4242", errorGroup, conversationId }).advice, "refused-unlisted");
    for (const errorGroup of [5, true, {}, ["DECLINED"]]) unknown("malformed", read({ errorCode: "10220", errorGroup }), String(errorGroup));
  });

  test("a number of iyzico's own that is not listed counts when the answer repeats the conversationId", () => {
    const { conversationId, ...nameless } = most.refund;
    for (const status of [...ITS_OWN_STATUSES, 404]) {
      const outcome = read({ errorCode: "5999", errorMessage: "x", conversationId }, { status });
      equal([outcome.status, outcome.advice, outcome.error], ["failure", "refused-unlisted", { code: "5999", group: null, message: "x", retryable: null }]);
    }
    unknown("unlisted-code", read({ errorCode: "5999" }), "nothing is repeated");
    unknown("unlisted-code", read({ errorCode: "5999", conversationId: null }), "nothing is repeated");
    unknown("unlisted-code", read({ errorCode: "5999", paymentTransactionId: most.refund.paymentTransactionId, price: token("5") }), "the rest is not enough");
    unknown("echo-mismatch", read({ errorCode: "5999", conversationId: "another" }), "another's");
    unknown("unlisted-code", read({ errorCode: "5999" }, { request: iyzico.refund(nameless) }), "there is none to repeat");
    for (const status of [...GATEWAY_STATUSES, 201, 599]) unknown("http-status", read({ errorCode: "5999", conversationId }, { status }), String(status));
  });

  test("a number that is an HTTP status is a gateway's, even if the answer repeats the conversationId", () => {
    const { conversationId } = most.refund;
    for (const errorCode of ["100", "200", "400", "404", "408", "429", "500", "502", "503", "504", "599", 504]) {
      for (const status of [200, 400, 422]) unknown("unlisted-code", read({ errorCode, conversationId }, { status }), String(errorCode));
    }
    for (const errorCode of ["99", "600"]) equal(read({ errorCode, conversationId }).advice, "refused-unlisted");
  });

  test("a code is its own digits; any other spelling proves nothing", () => {
    const { conversationId } = most.refund;
    for (const errorCode of [
      "010220", " 10220", "10220 ", "+10220", "-10220", "10220.0", "1.022e4", "10,220", "0x27EC", "10220\n", "１０２２０", "١٠٢٢٠", "x10220", "not-a-number", "-1", "3.0",
      token("10220.0"), token("1.0220e4"), token("-10220"), token("1022E1"),
    ]) {
      for (const echoed of [{}, { conversationId }]) unknown("unlisted-code", read({ errorCode, ...echoed }), String(errorCode?.text ?? errorCode));
    }
    for (const errorCode of ["", "0", 0, null, undefined, {}, [], true]) unknown("malformed", read({ errorCode, conversationId }), String(errorCode));
    for (const errorCode of ["18446744073709561836", "4294977516", "9".repeat(400)]) unknown("unlisted-code", read({ errorCode, conversationId }), errorCode);
  });

  test("a code that is a number is read as its text", () => {
    equal(read({ errorCode: 10220 }).error.code, "10220");
    equal(read({ errorCode: 10219 }).reason, "timeout-code");
    equal(read({ errorCode: 5266 }, { operation: "refundV2" }).advice, "use-item-refund");
  });

  test("a message is not read", () => {
    for (const errorMessage of ["success", "timeout", "Sistem hatası", "", "İşlem zaman aşımına uğradı", null]) {
      equal(read({ errorCode: "10220", errorMessage }).status, "failure", errorMessage);
      unknown("timeout-code", read({ errorCode: "10219", errorMessage }), errorMessage);
    }
  });

  test("what iyzico does not say is null, not false", () => {
    equal(read({ errorCode: "10220" }).error, { code: "10220", group: null, message: null, retryable: null });
    for (const retryable of [true, false]) equal(read({ errorCode: "10220", retryable }).error.retryable, retryable);
    for (const [retryable, read01] of [[1, true], [0, false]]) equal(read({ errorCode: "10220", retryable }).error.retryable, read01);
  });

  test("status in any letter case", () => {
    for (const status of ["FAILURE", "Failure"]) equal(read({ status, errorCode: "10220" }).status, "failure");
  });

  test("published failures, as they were printed", () => {
    const v2 = iyzico.refundV2(most.refundV2);
    equal(iyzico.read(v2, httpAnswer(fixtures["refund-v2.failure.5266.partial.json"])).advice, "use-item-refund");
    equal(iyzico.read(v2, httpAnswer(fixtures["refund-v2.failure.10220.partial.json"])).advice, "refused");
    // No page lists 10000, which is in the banks' range, so these two mocks prove nothing.
    const error = { code: "10000", group: "ERROR_GROUP", message: "error message", retryable: null };
    const mock = iyzico.refund({ paymentTransactionId: "1", price: "1.00", conversationId: "123456" });
    const cancel = iyzico.cancel({ paymentId: "1", conversationId: "123456" });
    for (const [request, name] of [[mock, "refund.failure.php-sdk-mock.json"], [cancel, "cancel.failure.php-sdk-mock.json"]]) {
      const outcome = iyzico.read(request, httpAnswer(fixtures[name]));
      equal([outcome.status, outcome.reason, outcome.error], ["unknown", "unlisted-code", error]);
    }
    const lost = iyzico.refund({ ...most.refund, conversationId: "123456789" });
    const outcome = iyzico.read(lost, httpAnswer(fixtures["envelope.failure.gitbook-2018-5124.json"]));
    equal([outcome.status, outcome.advice, outcome.error.message], ["failure", "refused-unlisted", "token bulunamadı"]);
  });
}
