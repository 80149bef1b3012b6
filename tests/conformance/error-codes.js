// Every code that iyzico publishes, written down from its pages, under each HTTP status; and no code besides.

import { equal } from "./assert.js";
import { answerText, GATEWAY_STATUSES, httpAnswer, ITS_OWN_STATUSES, most } from "./samples.js";
import { most as tillMost } from "./till.js";

/** A row: the code, its group where one is published, and what to do; `null` where the money may have moved. */
const CARD = [
  // docs.iyzico.com, add-ons/error-codes
  ["1", null, null],
  ["2", null, null],
  ["6", null, "fix-request"],
  ["7", null, "fix-request"],
  ["11", null, "fix-request"],
  ["20", null, "fix-request"],
  ["22", null, "fix-request"],
  ["24", null, "fix-request"],
  ["5087", null, "fix-request"],
  ["10240", "TIMEOUT", null],
  ["10241", "REMOTE_ERROR", null],
  ["10242", "LOCAL_ERROR", null],
  ["10246", "REFUND_DECLINE", "retry-later"],
  // Keys and accounts
  ["1000", null, "fix-credentials"],
  ["1001", null, "fix-credentials"],
  ["1002", null, "fix-credentials"],
  ["1003", null, "fix-credentials"],
  ["1006", null, "fix-credentials"],
  ["9000", null, "fix-credentials"],
  // Seen in the sandbox, and the limits
  ["5266", null, "use-item-refund"],
  ["50000", null, "retry-later"],
  // The general error of /v2
  ["100001", null, null],
  // Banks' errors
  ["10005", null, "refused"],
  ["10012", "INVALID_TRANSACTION", "refused"],
  ["10034", null, "refused"],
  ["10041", null, "refused"],
  ["10043", null, "refused"],
  ["10051", null, "refused"],
  ["10054", null, "refused"],
  ["10057", null, "refused"],
  ["10058", null, "refused"],
  ["10084", null, "refused"],
  ["10093", null, "refused"],
  ["10201", null, "refused"],
  ["10202", "UNKNOWN", null],
  // "Önceden onaylanan işlem": approved before, maybe by this very request.
  ["10203", null, null],
  ["10204", "UNKNOWN", null],
  ["10205", null, "refused"],
  ["10206", null, "refused"],
  ["10207", null, "refused"],
  ["10208", null, "refused"],
  ["10209", null, "refused"],
  ["10210", null, "refused"],
  ["10211", null, "refused"],
  ["10212", null, "refused"],
  ["10213", null, "refused"],
  ["10214", "COMMUNICATION_OR_SYSTEM_ERROR", null],
  ["10215", null, "refused"],
  ["10216", "NO_SUCH_ISSUER", "retry-later"],
  ["10217", null, "refused"],
  ["10218", null, "refused"],
  ["10219", "REQUEST_TIMEOUT", null],
  ["10220", "DECLINED", "refused"],
  ["10221", null, "refused"],
  ["10222", null, "refused"],
  ["10223", "REQUIRES_DAY_END", "after-day-end"],
  ["10224", null, "refused"],
  ["10225", null, "refused"],
  ["10226", null, "refused"],
  ["10227", null, "refused"],
  ["10228", "ISSUER_OR_SWITCH_INOPERATIVE", null],
  ["10229", null, "refused"],
  ["10230", null, "refused"],
  ["10231", null, "refused"],
  ["10232", "INVALID_AMOUNT", "fix-request"],
  ["10233", null, "refused"],
  ["10234", null, "refused"],
  ["10235", null, "refused"],
  ["10236", "UNKNOWN", null],
];

/** docs.iyzico.com, terminal-api-integration/error-codes. */
const TILL = [
  ["100310", "SYSTEM_ERROR", "renew-token"],
  ["100311", "SYSTEM_ERROR", "renew-token"],
  ["380101", "BUSINESS_ERROR", "fix-credentials"],
  ["380102", "SYSTEM_ERROR", "fix-credentials"],
  ["380103", "TIMEOUT_ERROR", null],
  ["380104", "VALIDATION_ERROR", "fix-request"],
  ["380105", "VALIDATION_ERROR", "fix-request"],
  ["380107", "BUSINESS_ERROR", "fix-request"],
  ["380108", "BUSINESS_ERROR", "fix-request"],
  ["380109", "BUSINESS_ERROR", "fix-request"],
  ["380111", "VALIDATION_ERROR", "fix-request"],
  ["380112", "BUSINESS_ERROR", "refused"],
  ["380201", "DEVICE_ERROR", "retry-later"],
  ["380202", "DEVICE_ERROR", null],
  ["380203", "DEVICE_ERROR", null],
  ["380204", "DEVICE_ERROR", "renew-token"],
  ["380205", "DEVICE_ERROR", null],
];

export function errorCodes({ test, iyzico, terminal }) {
  const atCard = iyzico.refund(most.refund);
  const atTill = terminal.void(tillMost["terminal.void"]);
  const { conversationId } = most.refund;
  const { transactionReferenceId } = tillMost["terminal.void"];
  const refusal = (members, status) => httpAnswer(answerText({ status: "failure", errorMessage: "x", ...members }), status);
  const proves = ({ status, advice, reason }) => [status, reason ?? advice];

  /** What an answer with this code says under each HTTP status, whatever else it repeats. */
  const expectEverywhere = (read, code, group, advice) => {
    const counts = (status) => ITS_OWN_STATUSES.includes(status) || (code === "50000" && [429, 503].includes(status));
    for (const status of [...ITS_OWN_STATUSES, ...GATEWAY_STATUSES]) {
      const proven = counts(status) ? ["failure", advice] : ["unknown", "http-status"];
      const outcome = read({ errorCode: code, errorGroup: group ?? undefined }, status);
      equal(proves(outcome), advice === null ? ["unknown", "timeout-code"] : proven, `${code} under ${status}`);
      equal(outcome.error, { code, group, message: "x", retryable: null });
    }
  };

  for (const [code, group, advice] of CARD) {
    test(`${code}${group ? ` ${group}` : ""}: ${advice ?? "nobody can tell"}`, () => {
      for (const echoed of [{}, { conversationId }, { conversationId, paymentTransactionId: most.refund.paymentTransactionId, price: "5.0", currency: "TRY" }]) {
        const read = (members, status) => iyzico.read(atCard, refusal({ ...members, ...echoed }, status));
        expectEverywhere(read, code, group, advice);
        expectEverywhere(read, code, null, advice);
      }
    });

    test(`${code} at a till is read only under PAYMENT_ERROR, and there with four or five digits`, () => {
      for (const echoed of [{}, { transactionReferenceId }]) {
        const read = (members, status) => terminal.read(atTill, refusal({ ...members, ...echoed }, status));
        const isForwarded = code.length === 4 || code.length === 5;
        // Six digits are the till's own, so its group says nothing more.
        const isRead = isForwarded || code.length === 6;
        for (const errorGroup of ["PAYMENT_ERROR", "payment_error", " Payment_Error "]) {
          if (isRead) expectEverywhere(read, code, errorGroup, advice);
          else equal(proves(read({ errorCode: code, errorGroup }, 200)), ["unknown", "unlisted-code"]);
        }
        if (code.length === 6) continue;
        for (const errorGroup of [undefined, "BANK_ERROR", "DEVICE_ERROR", "PAYMENT_ERRORS", "PAYMENT ERROR"]) {
          for (const status of ITS_OWN_STATUSES) equal(proves(read({ errorCode: code, errorGroup }, status)), ["unknown", "unlisted-code"], `${errorGroup} ${status}`);
        }
      }
    });
  }

  for (const [code, group, advice] of TILL) {
    test(`${code} ${group}: ${advice ?? "nobody can tell"}`, () => {
      for (const echoed of [{}, { transactionReferenceId }]) {
        const read = (members, status) => terminal.read(atTill, refusal({ ...members, ...echoed }, status));
        for (const spelled of [group, group.toLowerCase(), ` ${group} `, null]) expectEverywhere(read, code, spelled, advice);
        const foreign = group === "TIMEOUT_ERROR" ? "SYSTEM_ERROR" : "TIMEOUT_ERROR";
        equal(proves(read({ errorCode: code, errorGroup: foreign }, 200)), ["unknown", "timeout-code"], "under another group, which leaves a doubt");
      }
    });
  }

  test("no other number is in the table", () => {
    const listed = new Set([...CARD, ...TILL].map(([code]) => code));
    const numbers = [[1, 10_999], [49_990, 50_010], [99_990, 101_000], [380_000, 381_000], [999_990, 1_000_010]];
    const bare = answerText({ status: "failure", errorCode: "#" });
    const echoing = answerText({ status: "failure", errorCode: "#", conversationId });
    for (const [from, to] of numbers) {
      for (let number = from; number <= to; number++) {
        if (listed.has(String(number))) continue;
        equal(proves(iyzico.read(atCard, httpAnswer(bare.replace("#", number)))), ["unknown", "unlisted-code"], String(number));
        // From 100 to 599 gateways write HTTP statuses, from 10000 up they are banks' numbers.
        const ours = (number >= 3 && number < 100) || (number >= 600 && number <= 9999) ? ["failure", "refused-unlisted"] : ["unknown", "unlisted-code"];
        equal(proves(iyzico.read(atCard, httpAnswer(echoing.replace("#", number)))), ours, String(number));
      }
    }
  });

  test("at a till no number of a bank, a device or nobody counts, even if the answer repeats all there is", () => {
    const { deviceUniqueId, paymentId, conversationId } = tillMost["terminal.void"];
    const echoed = { transactionReferenceId, deviceUniqueId, paymentId, conversationId };
    for (const errorCode of ["91", "05", "00", "Z3", "4242", "5999", "10999", "99999", "380299", "123456", "100312", "999999"]) {
      for (const errorGroup of [undefined, "BANK_ERROR", "PAYMENT_ERROR", "DEVICE_ERROR", "BUSINESS_ERROR"]) {
        for (const status of ITS_OWN_STATUSES) {
          equal(proves(terminal.read(atTill, refusal({ errorCode, errorGroup, ...echoed }, status))), ["unknown", "unlisted-code"], `${errorCode} ${errorGroup}`);
        }
      }
    }
  });
}
