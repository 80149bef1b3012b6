// A terminal's answers are not signed: they count when they repeat the request's ids.

import { equal, ok } from "./support/assert.js";
import { answerText, httpAnswer, token } from "./support/samples.js";
import { data, landed, least, most, TILL_OPERATIONS } from "./support/till.js";

const MOVING = ["terminal.refund", "terminal.void"];

/** The ids that an answer must repeat, and whether a success may leave them out. */
const ECHOES = {
  "terminal.refund": { deviceUniqueId: false, transactionReferenceId: false, conversationId: true },
  "terminal.void": { deviceUniqueId: false, transactionReferenceId: false, paymentId: true, conversationId: true },
  "terminal.refundableSaleInfo": { conversationId: true },
  "terminal.transactionStatus": { transactionReferenceId: false, paymentId: false, conversationId: true },
};

const LONGEST = 256 * 1024;
const LONGEST_OF_A_QUESTION = 4 * 1024 * 1024;

export function terminalAnswers({ test, pkg, terminal, input, vectors, fixtures }) {
  const { ownStatuses, gatewayStatuses, doubtfulGroups } = vectors.errorCodes;
  const [cardCodes, tillCodes] = ["card", "till"].map((api) => vectors.errorCodes[api].flatMap(({ rows }) => rows));
  /** Codes of a card's payment that a till forwards under PAYMENT_ERROR. */
  const forwarded = cardCodes.filter(([code]) => code.length === 4 || code.length === 5);
  const inDoubt = [...tillCodes, ...cardCodes.filter(([code]) => code.length === 6)].filter(([, , advice]) => advice === null);
  const adviceOf = (operation) => (MOVING.includes(operation) ? "reconcile" : "retry-later");
  const read = (operation, changes, status = 200) =>
    terminal.read(input.request(operation, most[operation]), httpAnswer(answerText({ ...landed[operation], ...changes }), status));
  const failed = (operation, members, status = 200) =>
    terminal.read(input.request(operation, most[operation]), httpAnswer(answerText({ status: "failure", ...members }), status));
  const unknown = (operation, reason, outcome) => equal([outcome.status, outcome.reason, outcome.advice], ["unknown", reason, adviceOf(operation)], JSON.stringify(outcome));

  for (const operation of TILL_OPERATIONS) {
    test(`${operation}: a success with every field`, () => {
      const text = answerText(landed[operation]);
      const outcome = terminal.read(input.request(operation, most[operation]), httpAnswer(text));
      equal(outcome, { status: "success", operation, httpStatus: 200, data: data[operation], raw: text });
      equal(JSON.parse(JSON.stringify(outcome)), outcome);
    });

    test(`${operation}: a stored request or draft is enough`, () => {
      const stored = JSON.parse(JSON.stringify(input.request(operation, most[operation])));
      equal(terminal.read(stored, httpAnswer(answerText(landed[operation]))).status, "success");
      const draft = pkg.draft(operation, most[operation]);
      for (const sent of [{ operation, body: stored.body }, draft, JSON.parse(JSON.stringify(draft))]) {
        equal(terminal.read(sent, httpAnswer(answerText(landed[operation]))).status, "success");
      }
    });

    test(`${operation}: the status may be in any letter case, an error may say nothing, and fields may be new`, () => {
      for (const more of [{ status: "SUCCESS" }, { status: "Success" }, { errorCode: "" }, { errorCode: undefined }, { errorCode: null }, { errorCode: 0 }, { stanNo: "12", cardType: 1 }, { errorGroup: "" },
        { errorMessage: null }, { errorMessage: "İşlem başarılı" }, { errorCode: "", errorMessage: "Success" }, { errorCode: 0, errorMessage: "x" }]) {
        const outcome = read(operation, more);
        equal([outcome.status, outcome.data], ["success", data[operation]], JSON.stringify(more));
      }
    });

    test(`${operation}: numbers and texts are read alike`, () => {
      const respelled = Object.fromEntries(Object.entries(landed[operation]).map(([name, value]) => [name, typeof value === "number" ? String(value) : value]));
      equal(read(operation, respelled).data, data[operation]);
    });

    test(`${operation}: every id that the answer repeats must be the one that was sent`, () => {
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
      const text = answerText({ ...landed[operation], price: undefined, conversationId: "4b1ad5a3-80f1-5fe6-596e" });
      equal(terminal.read(input.request(operation, least[operation]), httpAnswer(text)).status, "success");
    });

    test(`${operation}: a success that names an error`, () => {
      for (const errorCode of ["380112", 380103, "1", "00", "x"]) unknown(operation, "contradiction", read(operation, { errorCode }));
      for (const errorGroup of ["SYSTEM_ERROR", "x", 0, {}]) unknown(operation, "contradiction", read(operation, { errorGroup }));
      // A message counts as an error unless errorCode is 0 or "".
      for (const errorCode of [undefined, null, "380112"]) unknown(operation, "contradiction", read(operation, { errorCode, errorMessage: "x" }));
    });

    test(`${operation}: a success counts only below 400`, () => {
      for (const status of [200, 201, 299]) equal(read(operation, {}, status).status, "success");
      for (const status of [400, 401, 422, 429, 500, 502, 503]) unknown(operation, "contradiction", read(operation, {}, status));
    });

    test(`${operation}: a field that can't be what it should be`, () => {
      for (const changes of [{ systemTime: "now" }, { systemTime: 1.5 }, { systemTime: token("9007199254740993") }, { currency: {} }, { conversationId: ["kasa-1"] }]) {
        unknown(operation, "malformed", read(operation, changes));
      }
    });

    test(`${operation}: no answer, a part of one, or a gateway's`, () => {
      const request = input.request(operation, most[operation]);
      const good = answerText(landed[operation]);
      for (const [reason, status, text] of [
        ["empty", 200, ""], ["not-json", 502, "<html></html>"], ["redirect", 302, good], ["redirect", 0, ""],
        ["malformed", 200, "{}"], ["malformed", 200, '{"status":"waiting"}'], ["malformed", 200, good.replace("{", '{"status":"success",')],
        ["too-large", 200, good + " ".repeat(MOVING.includes(operation) ? LONGEST : LONGEST_OF_A_QUESTION)],
      ]) {
        unknown(operation, reason, terminal.read(request, httpAnswer(text, status)));
      }
      unknown(operation, "no-answer", terminal.read(request, null));
      if (!MOVING.includes(operation)) equal(terminal.read(request, httpAnswer(good + " ".repeat(LONGEST))).status, "success");
      for (let length = 1; length < good.length; length += 7) unknown(operation, "not-json", terminal.read(request, httpAnswer(good.slice(0, length))));
    });

    for (const [errorCode, , advice] of tillCodes) {
      if (advice === null) continue;
      test(`${operation}: ${advice} for ${errorCode}`, () => {
        for (const status of ownStatuses) {
          const outcome = failed(operation, { errorCode, errorMessage: "x" }, status);
          equal([outcome.status, outcome.advice, outcome.httpStatus], ["failure", advice, status], errorCode);
          equal(outcome.error, { code: errorCode, group: null, message: "x", retryable: null });
        }
        for (const status of gatewayStatuses) unknown(operation, "http-status", failed(operation, { errorCode }, status));
      });
    }

    test(`${operation}: codes and groups that leave a doubt`, () => {
      for (const [errorCode] of inDoubt) {
        const outcome = failed(operation, { errorCode });
        unknown(operation, "timeout-code", outcome);
        equal(outcome.error.code, errorCode);
      }
      for (const errorGroup of [...doubtfulGroups, "timeout error", "Communication-Error"]) {
        for (const errorCode of ["999999", "380112", "380108"]) unknown(operation, "timeout-code", failed(operation, { errorCode, errorGroup }));
      }
      equal(failed(operation, { errorCode: "380201", errorGroup: "DEVICE_ERROR" }).advice, "retry-later");
      for (const errorGroup of ["SYSTEM_ERROR", "system_error", " System_Error "]) equal(failed(operation, { errorCode: "100311", errorGroup }).advice, "renew-token");
      unknown(operation, "timeout-code", failed(operation, { errorCode: "100311", errorGroup: "TIMEOUT_ERROR" }));
    });

    test(`${operation}: a code of a bank or device proves nothing, even if the ids are repeated`, () => {
      const echoed = { conversationId: most[operation].conversationId, transactionReferenceId: most[operation].transactionReferenceId };
      for (const [errorCode, errorGroup] of [
        ["91", "BANK_ERROR"], ["05", "BANK_ERROR"], ["10051", "BANK_ERROR"], ["10051", undefined], ["10219", undefined], ["1", undefined], ["5999", undefined], ["4242", "PAYMENT_ERROR"],
        ["91", "PAYMENT_ERROR"], ["24", "PAYMENT_ERROR"], ["380999", "BANK_ERROR"], ["380999", undefined], ["99999", "PAYMENT_ERROR"], ["no number", undefined], ["999999", "DEVICE_ERROR"],
      ]) {
        for (const more of [{}, echoed]) unknown(operation, "unlisted-code", failed(operation, { errorCode, errorGroup, ...more }));
      }
    });

    test(`${operation}: a code of a card's payment is forwarded under PAYMENT_ERROR`, () => {
      for (const [errorCode, , advice] of forwarded) {
        for (const errorGroup of ["PAYMENT_ERROR", "payment_error"]) {
          if (advice === null) unknown(operation, "timeout-code", failed(operation, { errorCode, errorGroup }));
          else equal(failed(operation, { errorCode, errorGroup }).advice, advice, errorCode);
        }
        unknown(operation, "unlisted-code", failed(operation, { errorCode }));
      }
    });

    test(`${operation}: a failure that names no error is malformed`, () => {
      for (const errorCode of ["0", "", 0, null, undefined, {}, true]) unknown(operation, "malformed", failed(operation, { errorCode }));
    });

    test(`${operation}: a request that is not a terminal's`, () => {
      const request = input.request(operation, most[operation]);
      for (const asked of [null, undefined, {}, { operation }, { ...request, body: "{}" }, { ...request, body: {} }, { ...request, operation: "refund" }, { ...request, operation: "login.token" }]) {
        const outcome = terminal.read(asked, httpAnswer(answerText(landed[operation])));
        if (operation === "terminal.transactionStatus" && asked?.body === "{}") continue;
        equal([outcome.status, outcome.reason], ["unknown", "request-unreadable"], JSON.stringify(asked));
      }
    });
  }

  test("a terminal does not read a merchant's answer", () => {
    const request = terminal.void(most["terminal.void"]);
    equal(terminal.read({ operation: "cancel", body: '{"paymentId":"1"}' }, httpAnswer('{"status":"success","paymentId":"1"}')).reason, "request-unreadable");
    equal(input.request("cancel", { paymentId: "1" }).operation, "cancel");
    equal(terminal.read(request, httpAnswer(answerText(landed["terminal.void"]))).status, "success");
  });

  test("a refund's price is the sum of its lines, or is left out", () => {
    for (const price of [token("140"), token("140.00"), "140.0", undefined, null]) equal(read("terminal.refund", { price }).status, "success");
    for (const price of [token("139.99"), token("142.30"), "0", token("140.00000001")]) unknown("terminal.refund", "echo-mismatch", read("terminal.refund", { price }));
    for (const price of [token("1"), token("999")]) equal(read("terminal.void", { price }).status, "success", "a void is of the whole sale");
  });

  test("a success that names another sale is unknown", () => {
    for (const operation of MOVING) {
      for (const changes of [{ paymentId: "PAY-1" }, { paymentDate: 20260407 }]) unknown(operation, "echo-mismatch", read(operation, changes));
      for (const changes of [{ paymentDate: 20260406 }, { paymentDate: "20260406" }]) equal(read(operation, changes).status, "success");
    }
  });

  test("a failure that names another sale is unknown; it need not name one", () => {
    for (const changes of [{ paymentId: "PAY-1" }, { paymentDate: 20260407 }, { paymentDate: "20260407" }]) {
      for (const operation of MOVING) unknown(operation, "echo-mismatch", failed(operation, { errorCode: "380112", ...changes }));
    }
    for (const paymentDate of [20260406, "20260406"]) equal(failed("terminal.void", { errorCode: "380112", paymentDate }).status, "failure");
  });

  test("an answer to another operation or of another till is unknown", () => {
    unknown("terminal.void", "echo-mismatch", terminal.read(terminal.void(most["terminal.void"]), httpAnswer(answerText(landed["terminal.refund"]))));
    const elsewhere = terminal.void({ ...most["terminal.void"], deviceUniqueId: "P00135" });
    unknown("terminal.void", "echo-mismatch", terminal.read(elsewhere, httpAnswer(answerText(landed["terminal.void"]))));
  });

  test("amounts of a sale are exact in every spelling", () => {
    const read = (spelled) =>
      terminal.read(terminal.refundableSaleInfo(least["terminal.refundableSaleInfo"]), httpAnswer(`{"status":"success","totalReturnableAmount":${spelled}}`));
    for (const [spelled, value] of [["250.95", "250.95"], ['"250.950"', "250.95"], ["2.5095e2", "250.95"], ["0E-8", "0"], ["0", "0"], ["12345678901234567.12345678", "12345678901234567.12345678"]]) {
      equal(read(spelled).data?.totalReturnableAmount, value, spelled);
    }
    for (const spelled of ["-1", '"lots"', "{}", "[]", "true", "1e99"]) equal(read(spelled).reason, "malformed", spelled);
  });

  test("ids of lines are read as texts and keep every digit", () => {
    const read = (id) => terminal.read(terminal.refundableSaleInfo(least["terminal.refundableSaleInfo"]), httpAnswer(`{"status":"success","saleItems":[{"id":${id}}]}`));
    for (const [id, value] of [["70001", "70001"], ['"70001"', "70001"], ["9007199254740993", "9007199254740993"]]) equal(read(id).data?.saleItems, [{ id: value }]);
    for (const saleItems of ["5", '{"id":1}', "[5]", "[null]", '[{"id":1,"id":2}]', '[{"id":{}}]', '[{"returnableQuantity":1.5}]']) {
      const outcome = terminal.read(terminal.refundableSaleInfo(least["terminal.refundableSaleInfo"]), httpAnswer(`{"status":"success","saleItems":${saleItems}}`));
      equal(outcome.reason, "malformed", saleItems);
    }
  });

  test("the documents' sample of a void's answer lacks the reference", () => {
    const request = terminal.void(JSON.parse(fixtures["gmu-void.request.assembled.json"]));
    unknown("terminal.void", "echo-mismatch", terminal.read(request, httpAnswer(fixtures["gmu-void.success.assembled-partial.json"])));
    const whole = fixtures["gmu-void.success.assembled-partial.json"].replace("{", '{"transactionReferenceId":"REF-VOID-001",');
    const outcome = terminal.read(request, httpAnswer(whole));
    equal([outcome.status, outcome.data?.systemTime], ["success", 1743980400000]);
    ok(!("paymentId" in outcome.data), "it was made up");
  });
}
