// A failure is iyzico's word that nothing moved, with what to do about it.

import { equal } from "./assert.js";
import { answerText, most, OPERATIONS } from "./samples.js";

/** The codes that are documented or were seen for refunds and cancels. */
const ADVICE = {
  "fix-request": ["6", "7", "11", "20", "22", "24", "5087", "10232"],
  "fix-credentials": ["1000", "1001", "1002", "1003", "1006"],
  "use-item-refund": ["5266"],
  "retry-later": ["50000", "10246"],
  "after-day-end": ["10223"],
  refused: ["10220", "10005", "10012", "10051", "10057", "99999", "4242", "not-a-number"],
};

const IN_DOUBT = ["1", "2", "10202", "10204", "10214", "10219", "10228", "10236", "10240", "10241", "10242"];

const GROUPS_IN_DOUBT = ["REQUEST_TIMEOUT", "COMMUNICATION_OR_SYSTEM_ERROR", "ISSUER_OR_SWITCH_INOPERATIVE", "TIMEOUT", "UNKNOWN"];

export function refusals({ test, iyzico, fixtures }) {
  const read = (members, { operation = "refund", status = 200 } = {}) =>
    iyzico.read(iyzico[operation](most[operation]), status, answerText({ status: "failure", ...members }));

  for (const operation of OPERATIONS) {
    test(`${operation}: a failure with everything in it, under 200 as under 400`, () => {
      for (const status of [200, 400, 422, 500]) {
        const members = {
          errorCode: "10220",
          errorMessage: "Ödeme alınamadı",
          errorGroup: "DECLINED",
          locale: "tr",
          systemTime: 1755703798426,
          conversationId: most[operation].conversationId,
          retryable: false,
        };
        equal(read(members, { operation, status }), {
          status: "failure",
          operation,
          httpStatus: status,
          error: { code: "10220", group: "DECLINED", message: "Ödeme alınamadı", retryable: false },
          advice: "refused",
          raw: answerText({ status: "failure", ...members }),
        });
      }
    });
  }

  for (const [advice, codes] of Object.entries(ADVICE)) {
    for (const errorCode of codes) {
      test(`code ${errorCode}: ${advice}`, () => {
        const outcome = read({ errorCode });
        equal([outcome.status, outcome.advice, outcome.error?.code], ["failure", advice, errorCode]);
      });
    }
  }

  for (const errorCode of IN_DOUBT) {
    test(`code ${errorCode}: nobody can tell`, () => {
      const outcome = read({ errorCode, errorMessage: "x" }, { status: 400 });
      equal([outcome.status, outcome.reason, outcome.advice], ["unknown", "timeout-code", "reconcile"]);
      equal(outcome.error, { code: errorCode, group: null, message: "x", retryable: null });
    });
  }

  for (const errorGroup of GROUPS_IN_DOUBT) {
    test(`group ${errorGroup} leaves a doubt, whatever the code`, () => {
      for (const errorCode of ["99999", "10220"]) equal(read({ errorCode, errorGroup }).reason, "timeout-code");
    });
  }

  test("a code that is a number is read as its text", () => {
    equal(read({ errorCode: 10220 }).error.code, "10220");
    equal(read({ errorCode: 10219 }).reason, "timeout-code");
    equal(read({ errorCode: 5266 }, { operation: "refundV2" }).advice, "use-item-refund");
  });

  test("what iyzico does not say is null, not false", () => {
    equal(read({ errorCode: "10220" }).error, { code: "10220", group: null, message: null, retryable: null });
    for (const retryable of [true, false]) equal(read({ errorCode: "10220", retryable }).error.retryable, retryable);
  });

  test("status in any letter case", () => {
    for (const status of ["FAILURE", "Failure"]) equal(read({ status, errorCode: "10220" }).status, "failure");
  });

  test("published failures, as they were printed", () => {
    const v2 = iyzico.refundV2(most.refundV2);
    equal(iyzico.read(v2, 200, fixtures["refund-v2.failure.5266.partial.json"]).advice, "use-item-refund");
    equal(iyzico.read(v2, 200, fixtures["refund-v2.failure.10220.partial.json"]).advice, "refused");
    const mock = iyzico.refund({ paymentTransactionId: "1", price: "1.00", conversationId: "123456" });
    equal(iyzico.read(mock, 200, fixtures["refund.failure.php-sdk-mock.json"]).error, {
      code: "10000",
      group: "ERROR_GROUP",
      message: "error message",
      retryable: null,
    });
    const cancel = iyzico.cancel({ paymentId: "1", conversationId: "123456" });
    equal(iyzico.read(cancel, 200, fixtures["cancel.failure.php-sdk-mock.json"]).status, "failure");
    const lost = iyzico.refund({ ...most.refund, conversationId: "123456789" });
    equal(iyzico.read(lost, 200, fixtures["envelope.failure.gitbook-2018-5124.json"]).error.message, "token bulunamadı");
  });
}
