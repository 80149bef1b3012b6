// A terminal's answers carry no signature: what ties one to its request is that it repeats the ids.

import { equal, ok } from "./assert.js";
import { answerText, GATEWAY_STATUSES, httpAnswer, token } from "./samples.js";
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
  refused: ["380112"],
  "retry-later": ["380201"],
};

/** What the payment service says, forwarded under PAYMENT_ERROR. */
const FORWARDED = { refused: ["10051", "10220"], "after-day-end": ["10223"], "fix-request": ["5087", "10232"], "use-item-refund": ["5266"], "retry-later": ["10246", "50000"] };

const IN_DOUBT = ["380103", "380202", "380203", "380205", "100001"];

const GROUPS_IN_DOUBT = ["TIMEOUT_ERROR", "timeout error", "SYSTEM_ERROR", "REQUEST_TIMEOUT", "UNKNOWN", "Communication-Error"];

const LONGEST = 256 * 1024;
const LONGEST_OF_A_QUESTION = 4 * 1024 * 1024;

export function terminalAnswers({ test, pkg, terminal, input, fixtures }) {
  const adviceOf = (operation) => (MOVING.includes(operation) ? "reconcile" : "retry-later");
  const read = (operation, changes, status = 200) =>
    terminal.read(input.request(operation, most[operation]), httpAnswer(answerText({ ...landed[operation], ...changes }), status));
  const failed = (operation, members, status = 200) =>
    terminal.read(input.request(operation, most[operation]), httpAnswer(answerText({ status: "failure", ...members }), status));
  const unknown = (operation, reason, outcome) => equal([outcome.status, outcome.reason, outcome.advice], ["unknown", reason, adviceOf(operation)], JSON.stringify(outcome));

  for (const operation of TILL_OPERATIONS) {
    test(`${operation}: a success with everything in it`, () => {
      const text = answerText(landed[operation]);
      const outcome = terminal.read(input.request(operation, most[operation]), httpAnswer(text));
      equal(outcome, { status: "success", operation, httpStatus: 200, data: data[operation], raw: text });
      equal(JSON.parse(JSON.stringify(outcome)), outcome);
    });

    test(`${operation}: it may be read against a request or draft that was stored`, () => {
      const stored = JSON.parse(JSON.stringify(input.request(operation, most[operation])));
      equal(terminal.read(stored, httpAnswer(answerText(landed[operation]))).status, "success");
      const draft = pkg.draft(operation, most[operation]);
      for (const sent of [{ operation, body: stored.body }, draft, JSON.parse(JSON.stringify(draft))]) {
        equal(terminal.read(sent, httpAnswer(answerText(landed[operation]))).status, "success");
      }
    });

    test(`${operation}: status in either case, an errorCode that says nothing, fields nobody knows`, () => {
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
      const text = answerText({ ...landed[operation], price: undefined, conversationId: "4b1ad5a3-80f1-5fe6-596e" });
      equal(terminal.read(input.request(operation, least[operation]), httpAnswer(text)).status, "success");
    });

    test(`${operation}: a success that names an error`, () => {
      for (const errorCode of ["380112", 380103, "1", "00", "x"]) unknown(operation, "contradiction", read(operation, { errorCode }));
      for (const errorGroup of ["SYSTEM_ERROR", "x", 0, {}]) unknown(operation, "contradiction", read(operation, { errorGroup }));
      // A message says nothing only beside an errorCode that says so.
      for (const errorCode of [undefined, null, "380112"]) unknown(operation, "contradiction", read(operation, { errorCode, errorMessage: "x" }));
    });

    test(`${operation}: a success is one only below 400`, () => {
      for (const status of [200, 201, 299]) equal(read(operation, {}, status).status, "success");
      for (const status of [400, 401, 422, 429, 500, 502, 503]) unknown(operation, "contradiction", read(operation, {}, status));
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

    for (const [advice, codes] of Object.entries(ADVICE)) {
      test(`${operation}: ${advice} for ${codes.join(", ")}`, () => {
        for (const errorCode of codes) {
          for (const status of [200, 400, 401, 403, 404, 422]) {
            const outcome = failed(operation, { errorCode, errorMessage: "x" }, status);
            equal([outcome.status, outcome.advice, outcome.httpStatus], ["failure", advice, status], errorCode);
            equal(outcome.error, { code: errorCode, group: null, message: "x", retryable: null });
          }
          for (const status of GATEWAY_STATUSES) unknown(operation, "http-status", failed(operation, { errorCode }, status));
        }
      });
    }

    test(`${operation}: codes and groups that leave a doubt`, () => {
      for (const errorCode of IN_DOUBT) {
        const outcome = failed(operation, { errorCode });
        unknown(operation, "timeout-code", outcome);
        equal(outcome.error.code, errorCode);
      }
      for (const errorGroup of GROUPS_IN_DOUBT) {
        for (const errorCode of ["999999", "380112", "380108"]) unknown(operation, "timeout-code", failed(operation, { errorCode, errorGroup }));
      }
      equal(failed(operation, { errorCode: "380201", errorGroup: "DEVICE_ERROR" }).advice, "retry-later");
      for (const errorGroup of ["SYSTEM_ERROR", "system_error", " System_Error "]) equal(failed(operation, { errorCode: "100311", errorGroup }).advice, "renew-token");
      unknown(operation, "timeout-code", failed(operation, { errorCode: "100311", errorGroup: "TIMEOUT_ERROR" }));
    });

    test(`${operation}: a code of the bank, the device or nobody proves nothing, whatever is repeated`, () => {
      const echoed = { conversationId: most[operation].conversationId, transactionReferenceId: most[operation].transactionReferenceId };
      for (const [errorCode, errorGroup] of [
        ["91", "BANK_ERROR"], ["05", "BANK_ERROR"], ["10051", "BANK_ERROR"], ["10051", undefined], ["10219", undefined], ["1", undefined], ["5999", undefined], ["4242", "PAYMENT_ERROR"],
        ["91", "PAYMENT_ERROR"], ["24", "PAYMENT_ERROR"], ["380999", "BANK_ERROR"], ["380999", undefined], ["99999", "PAYMENT_ERROR"], ["no number", undefined], ["999999", "DEVICE_ERROR"],
      ]) {
        for (const more of [{}, echoed]) unknown(operation, "unlisted-code", failed(operation, { errorCode, errorGroup, ...more }));
      }
    });

    test(`${operation}: what the payment service says is forwarded under PAYMENT_ERROR`, () => {
      for (const [advice, codes] of Object.entries(FORWARDED)) {
        for (const errorCode of codes) {
          for (const errorGroup of ["PAYMENT_ERROR", "payment_error"]) equal(failed(operation, { errorCode, errorGroup }).advice, advice, errorCode);
          unknown(operation, "unlisted-code", failed(operation, { errorCode }));
        }
      }
      for (const errorCode of ["10219", "10203", "10240"]) unknown(operation, "timeout-code", failed(operation, { errorCode, errorGroup: "PAYMENT_ERROR" }));
    });

    test(`${operation}: a failure that names no error is none`, () => {
      for (const errorCode of ["0", "", 0, null, undefined, {}, true]) unknown(operation, "malformed", failed(operation, { errorCode }));
    });

    test(`${operation}: a request that is none of a terminal's`, () => {
      const request = input.request(operation, most[operation]);
      for (const asked of [null, undefined, {}, { operation }, { ...request, body: "{}" }, { ...request, body: {} }, { ...request, operation: "refund" }, { ...request, operation: "login.token" }]) {
        const outcome = terminal.read(asked, httpAnswer(answerText(landed[operation])));
        if (operation === "terminal.transactionStatus" && asked?.body === "{}") continue;
        equal([outcome.status, outcome.reason], ["unknown", "request-unreadable"], JSON.stringify(asked));
      }
    });
  }

  test("a merchant does not read a terminal's answer, nor a terminal a merchant's", () => {
    const request = terminal.void(most["terminal.void"]);
    equal(terminal.read({ operation: "cancel", body: '{"paymentId":"1"}' }, httpAnswer('{"status":"success","paymentId":"1"}')).reason, "request-unreadable");
    equal(input.request("cancel", { paymentId: "1" }).operation, "cancel");
    equal(terminal.read(request, httpAnswer(answerText(landed["terminal.void"]))).status, "success");
  });

  test("a refund's price is what its lines add up to, or is left out", () => {
    for (const price of [token("140"), token("140.00"), "140.0", undefined, null]) equal(read("terminal.refund", { price }).status, "success");
    for (const price of [token("139.99"), token("142.30"), "0", token("140.00000001")]) unknown("terminal.refund", "echo-mismatch", read("terminal.refund", { price }));
    for (const price of [token("1"), token("999")]) equal(read("terminal.void", { price }).status, "success", "a void is of the whole sale");
  });

  test("a success that names another sale is another's as well", () => {
    for (const operation of MOVING) {
      for (const changes of [{ paymentId: "PAY-1" }, { paymentDate: 20260407 }]) unknown(operation, "echo-mismatch", read(operation, changes));
      for (const changes of [{ paymentDate: 20260406 }, { paymentDate: "20260406" }]) equal(read(operation, changes).status, "success");
    }
  });

  test("a failure that names another sale is another's, though it need not name it", () => {
    for (const changes of [{ paymentId: "PAY-1" }, { paymentDate: 20260407 }, { paymentDate: "20260407" }]) {
      for (const operation of MOVING) unknown(operation, "echo-mismatch", failed(operation, { errorCode: "380112", ...changes }));
    }
    for (const paymentDate of [20260406, "20260406"]) equal(failed("terminal.void", { errorCode: "380112", paymentDate }).status, "failure");
  });

  test("an answer to a refund is none to a void, and one till's none to another's", () => {
    unknown("terminal.void", "echo-mismatch", terminal.read(terminal.void(most["terminal.void"]), httpAnswer(answerText(landed["terminal.refund"]))));
    const elsewhere = terminal.void({ ...most["terminal.void"], deviceUniqueId: "P00135" });
    unknown("terminal.void", "echo-mismatch", terminal.read(elsewhere, httpAnswer(answerText(landed["terminal.void"]))));
  });

  test("amounts of a sale are exact, however they are spelled", () => {
    const read = (spelled) =>
      terminal.read(terminal.refundableSaleInfo(least["terminal.refundableSaleInfo"]), httpAnswer(`{"status":"success","totalReturnableAmount":${spelled}}`));
    for (const [spelled, value] of [["250.95", "250.95"], ['"250.950"', "250.95"], ["2.5095e2", "250.95"], ["0E-8", "0"], ["0", "0"], ["12345678901234567.12345678", "12345678901234567.12345678"]]) {
      equal(read(spelled).data?.totalReturnableAmount, value, spelled);
    }
    for (const spelled of ["-1", '"lots"', "{}", "[]", "true", "1e99"]) equal(read(spelled).reason, "malformed", spelled);
  });

  test("ids of lines are texts, whatever they came as, and keep every digit", () => {
    const read = (id) => terminal.read(terminal.refundableSaleInfo(least["terminal.refundableSaleInfo"]), httpAnswer(`{"status":"success","saleItems":[{"id":${id}}]}`));
    for (const [id, value] of [["70001", "70001"], ['"70001"', "70001"], ["9007199254740993", "9007199254740993"]]) equal(read(id).data?.saleItems, [{ id: value }]);
    for (const saleItems of ["5", '{"id":1}', "[5]", "[null]", '[{"id":1,"id":2}]', '[{"id":{}}]', '[{"returnableQuantity":1.5}]']) {
      const outcome = terminal.read(terminal.refundableSaleInfo(least["terminal.refundableSaleInfo"]), httpAnswer(`{"status":"success","saleItems":${saleItems}}`));
      equal(outcome.reason, "malformed", saleItems);
    }
  });

  test("the documents' own part of an answer, as it stands there, lacks the reference", () => {
    const request = terminal.void(JSON.parse(fixtures["gmu-void.request.assembled.json"]));
    unknown("terminal.void", "echo-mismatch", terminal.read(request, httpAnswer(fixtures["gmu-void.success.assembled-partial.json"])));
    const whole = fixtures["gmu-void.success.assembled-partial.json"].replace("{", '{"transactionReferenceId":"REF-VOID-001",');
    const outcome = terminal.read(request, httpAnswer(whole));
    equal([outcome.status, outcome.data?.systemTime], ["success", 1743980400000]);
    ok(!("paymentId" in outcome.data), "it was made up");
  });
}
