// A terminal's answers carry no signature: what ties one to its request is that it repeats the ids.

import { equal, ok } from "./assert.js";
import { answerText, token } from "./samples.js";
import { data, landed, least, most, TILL_OPERATIONS } from "./till.js";

const MOVING = ["terminal.refund", "terminal.void"];

/** The ids an answer must repeat; `lacking` says whether a success may leave it out. */
const ECHOES = {
  "terminal.refund": { deviceUniqueId: false, transactionReferenceId: false, conversationId: true },
  "terminal.void": { deviceUniqueId: false, transactionReferenceId: false, paymentId: true, conversationId: true },
  "terminal.refundableSaleInfo": { conversationId: true },
  "terminal.transactionStatus": { transactionReferenceId: false, paymentId: false, conversationId: true },
};

const ADVICE = {
  "renew-token": ["100310", "100311", "380204"],
  "fix-credentials": ["380101", "380102"],
  "fix-request": ["380104", "380105", "380107", "380108", "380109", "380111"],
  refused: ["380112", "10051", "99999", "4242", "no number"],
  "retry-later": ["380201"],
  "after-day-end": ["10223"],
};

const IN_DOUBT = ["380103", "380202", "380203", "380205", "10219", "10214", "1"];

const GROUPS_IN_DOUBT = ["TIMEOUT_ERROR", "DEVICE_ERROR", "SYSTEM_ERROR", "REQUEST_TIMEOUT", "UNKNOWN"];

export function terminalAnswers({ test, terminal, input, fixtures }) {
  const adviceOf = (operation) => (MOVING.includes(operation) ? "reconcile" : "retry-later");
  const read = (operation, changes, status = 200) =>
    terminal.read(input.request(operation, most[operation]), status, answerText({ ...landed[operation], ...changes }));
  const failed = (operation, members, status = 200) =>
    terminal.read(input.request(operation, most[operation]), status, answerText({ status: "failure", ...members }));
  const unknown = (operation, reason, outcome) => equal([outcome.status, outcome.reason, outcome.advice], ["unknown", reason, adviceOf(operation)], JSON.stringify(outcome));

  for (const operation of TILL_OPERATIONS) {
    test(`${operation}: a success with everything in it`, () => {
      const text = answerText(landed[operation]);
      const outcome = terminal.read(input.request(operation, most[operation]), 200, text);
      equal(outcome, { status: "success", operation, httpStatus: 200, data: data[operation], raw: text });
      equal(JSON.parse(JSON.stringify(outcome)), outcome);
    });

    test(`${operation}: it may be read against a request that was stored`, () => {
      const stored = JSON.parse(JSON.stringify(input.request(operation, most[operation])));
      equal(terminal.read(stored, 200, answerText(landed[operation])).status, "success");
      equal(terminal.read({ operation, body: stored.body }, 200, answerText(landed[operation])).status, "success");
    });

    test(`${operation}: status in either case, an errorCode that says nothing, fields nobody knows`, () => {
      for (const more of [{ status: "SUCCESS" }, { status: "Success" }, { errorCode: "" }, { errorCode: undefined }, { errorCode: null }, { errorCode: 0 }, { stanNo: "12", cardType: 1 }]) {
        const outcome = read(operation, more);
        equal([outcome.status, outcome.data], ["success", data[operation]], JSON.stringify(more));
      }
    });

    test(`${operation}: numbers and texts are read alike`, () => {
      const respelled = Object.fromEntries(Object.entries(landed[operation]).map(([name, value]) => [name, typeof value === "number" ? String(value) : value]));
      equal(read(operation, respelled).data, data[operation]);
    });

    test(`${operation}: every id that comes back is the one that was sent`, () => {
      for (const [name, mayLack] of Object.entries(ECHOES[operation])) {
        for (const value of ["another", "", `${most[operation][name]} `, `0${most[operation][name]}`]) {
          unknown(operation, "echo-mismatch", read(operation, { [name]: value }));
          unknown(operation, "echo-mismatch", failed(operation, { errorCode: "380112", [name]: value }));
        }
        for (const value of [undefined, null]) {
          const outcome = read(operation, { [name]: value });
          if (mayLack) equal(outcome.status, "success", `without ${name}`);
          else unknown(operation, "echo-mismatch", outcome);
          equal(failed(operation, { errorCode: "380112", [name]: value }).status, "failure");
        }
      }
    });

    test(`${operation}: a conversationId of iyzico's own is taken when none was sent`, () => {
      const text = answerText({ ...landed[operation], conversationId: "4b1ad5a3-80f1-5fe6-596e" });
      equal(terminal.read(input.request(operation, least[operation]), 200, text).status, "success");
    });

    test(`${operation}: a success that names an error`, () => {
      for (const errorCode of ["380112", 380103, "1", "00", "x"]) unknown(operation, "contradiction", read(operation, { errorCode }));
    });

    test(`${operation}: what cannot be what its field should be`, () => {
      for (const changes of [{ systemTime: "now" }, { systemTime: 1.5 }, { systemTime: token("9007199254740993") }, { currency: {} }, { conversationId: ["kasa-1"] }]) {
        unknown(operation, "malformed", read(operation, changes));
      }
    });

    test(`${operation}: no answer, half of one, or one of somebody else`, () => {
      const request = input.request(operation, most[operation]);
      const good = answerText(landed[operation]);
      for (const [reason, status, text] of [
        ["no-answer", null, null], ["empty", 200, ""], ["not-json", 502, "<html></html>"], ["redirect", 302, good], ["redirect", 0, ""],
        ["malformed", 200, "{}"], ["malformed", 200, '{"status":"waiting"}'], ["malformed", 200, good.replace("{", '{"status":"success",')],
        ["too-large", 200, good + " ".repeat(256 * 1024)],
      ]) {
        unknown(operation, reason, terminal.read(request, status, text));
      }
      for (let length = 1; length < good.length; length += 7) unknown(operation, "not-json", terminal.read(request, 200, good.slice(0, length)));
    });

    for (const [advice, codes] of Object.entries(ADVICE)) {
      test(`${operation}: ${advice} for ${codes.join(", ")}`, () => {
        for (const errorCode of codes) {
          for (const status of [200, 400, 401, 422]) {
            const outcome = failed(operation, { errorCode, errorMessage: "x" }, status);
            equal([outcome.status, outcome.advice, outcome.httpStatus], ["failure", advice, status], errorCode);
            equal(outcome.error, { code: errorCode, group: null, message: "x", retryable: null });
          }
        }
      });
    }

    test(`${operation}: codes and groups that leave a doubt`, () => {
      for (const errorCode of IN_DOUBT) {
        const outcome = failed(operation, { errorCode });
        unknown(operation, "timeout-code", outcome);
        equal(outcome.error.code, errorCode);
      }
      for (const errorGroup of GROUPS_IN_DOUBT) unknown(operation, "timeout-code", failed(operation, { errorCode: "999999", errorGroup }));
      equal(failed(operation, { errorCode: "380201", errorGroup: "DEVICE_ERROR" }).advice, "retry-later");
      equal(failed(operation, { errorCode: "100311", errorGroup: "SYSTEM_ERROR" }).advice, "renew-token");
      equal(failed(operation, { errorCode: "380999", errorGroup: "BANK_ERROR" }).advice, "refused");
    });

    test(`${operation}: a failure that names no error is none`, () => {
      for (const errorCode of ["0", "", 0, null, undefined, {}, true]) unknown(operation, "malformed", failed(operation, { errorCode }));
    });

    test(`${operation}: a request that is none of a terminal's`, () => {
      const request = input.request(operation, most[operation]);
      for (const asked of [null, undefined, {}, { operation }, { ...request, body: "{}" }, { ...request, body: {} }, { ...request, operation: "refund" }, { ...request, operation: "login.token" }]) {
        const outcome = terminal.read(asked, 200, answerText(landed[operation]));
        if (operation === "terminal.transactionStatus" && asked?.body === "{}") continue;
        equal([outcome.status, outcome.reason], ["unknown", "request-unreadable"], JSON.stringify(asked));
      }
    });
  }

  test("a merchant does not read a terminal's answer, nor a terminal a merchant's", () => {
    const request = terminal.void(most["terminal.void"]);
    equal(terminal.read({ operation: "cancel", body: '{"paymentId":"1"}' }, 200, '{"status":"success","paymentId":"1"}').reason, "request-unreadable");
    equal(input.request("cancel", { paymentId: "1" }).operation, "cancel");
    equal(terminal.read(request, 200, answerText(landed["terminal.void"])).status, "success");
  });

  test("an answer to a refund is none to a void, and one till's none to another's", () => {
    unknown("terminal.void", "echo-mismatch", terminal.read(terminal.void(most["terminal.void"]), 200, answerText(landed["terminal.refund"])));
    const elsewhere = terminal.void({ ...most["terminal.void"], deviceUniqueId: "P00135" });
    unknown("terminal.void", "echo-mismatch", terminal.read(elsewhere, 200, answerText(landed["terminal.void"])));
  });

  test("amounts of a sale are exact, however they are spelled", () => {
    const read = (spelled) =>
      terminal.read(terminal.refundableSaleInfo(least["terminal.refundableSaleInfo"]), 200, `{"status":"success","totalReturnableAmount":${spelled}}`);
    for (const [spelled, value] of [["250.95", "250.95"], ['"250.950"', "250.95"], ["2.5095e2", "250.95"], ["0E-8", "0"], ["0", "0"], ["12345678901234567.12345678", "12345678901234567.12345678"]]) {
      equal(read(spelled).data?.totalReturnableAmount, value, spelled);
    }
    for (const spelled of ["-1", '"lots"', "{}", "[]", "true", "1e99"]) equal(read(spelled).reason, "malformed", spelled);
  });

  test("ids of lines are texts, whatever they came as, and keep every digit", () => {
    const read = (id) => terminal.read(terminal.refundableSaleInfo(least["terminal.refundableSaleInfo"]), 200, `{"status":"success","saleItems":[{"id":${id}}]}`);
    for (const [id, value] of [["70001", "70001"], ['"70001"', "70001"], ["9007199254740993", "9007199254740993"]]) equal(read(id).data?.saleItems, [{ id: value }]);
    for (const saleItems of ["5", '{"id":1}', "[5]", "[null]", '[{"id":1,"id":2}]', '[{"id":{}}]', '[{"returnableQuantity":1.5}]']) {
      const outcome = terminal.read(terminal.refundableSaleInfo(least["terminal.refundableSaleInfo"]), 200, `{"status":"success","saleItems":${saleItems}}`);
      equal(outcome.reason, "malformed", saleItems);
    }
  });

  test("the documents' own part of an answer, as it stands there, lacks the reference", () => {
    const request = terminal.void(JSON.parse(fixtures["gmu-void.request.assembled.json"]));
    unknown("terminal.void", "echo-mismatch", terminal.read(request, 200, fixtures["gmu-void.success.assembled-partial.json"]));
    const whole = fixtures["gmu-void.success.assembled-partial.json"].replace("{", '{"transactionReferenceId":"REF-VOID-001",');
    const outcome = terminal.read(request, 200, whole);
    equal([outcome.status, outcome.data?.systemTime], ["success", 1743980400000]);
    ok(!("paymentId" in outcome.data), "it was made up");
  });
}
