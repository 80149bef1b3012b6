// Refusals, by tests/vectors/error-codes.json, which the Rust tests read as well.

import { equal } from "./support/assert.js";
import { answerText, httpAnswer, most } from "./support/samples.js";
import { most as tillMost } from "./support/till.js";

export function errorCodes({ test, iyzico, terminal, vectors }) {
  const { ownStatuses, gatewayStatuses, doubtfulGroups, numbers, foreign } = vectors.errorCodes;
  const [card, till] = ["card", "till"].map((api) => vectors.errorCodes[api].flatMap(({ rows }) => rows));
  const atCard = iyzico.refund(most.refund);
  const atTill = terminal.void(tillMost["terminal.void"]);
  const { conversationId } = most.refund;
  const { transactionReferenceId } = tillMost["terminal.void"];
  const refusal = (members, status) => httpAnswer(answerText({ status: "failure", errorMessage: "x", ...members }), status);
  const proves = ({ status, advice, reason }) => [status, reason ?? advice];

  /** Checks a listed code under each HTTP status. */
  const expectEverywhere = (read, code, group, advice) => {
    const counts = (status) => ownStatuses.includes(status) || (code === "50000" && [429, 503].includes(status));
    for (const errorCode of [code, Number(code)]) {
      for (const status of [...ownStatuses, ...gatewayStatuses]) {
        const proven = counts(status) ? ["failure", advice] : ["unknown", "http-status"];
        const outcome = read({ errorCode, errorGroup: group ?? undefined }, status);
        equal(proves(outcome), advice === null ? ["unknown", "timeout-code"] : proven, `${code} under ${status}`);
        equal(outcome.error, { code, group, message: "x", retryable: null });
      }
    }
  };

  // Cards and tills share one table.
  for (const [code, group, advice] of [...card, ...till]) {
    test(`${code}${group ? ` ${group}` : ""}: ${advice ?? "unknown"}`, () => {
      for (const echoed of [{}, { conversationId }, { conversationId, paymentTransactionId: most.refund.paymentTransactionId, price: "5.0", currency: "TRY" }]) {
        const read = (members, status) => iyzico.read(atCard, refusal({ ...members, ...echoed }, status));
        expectEverywhere(read, code, group, advice);
        expectEverywhere(read, code, null, advice);
      }
    });
  }

  for (const [code, , advice] of card) {
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
          for (const status of ownStatuses) equal(proves(read({ errorCode: code, errorGroup }, status)), ["unknown", "unlisted-code"], `${errorGroup} ${status}`);
        }
      }
    });
  }

  for (const [code, group, advice] of till) {
    test(`${code} ${group} at a till: ${advice ?? "unknown"}`, () => {
      for (const echoed of [{}, { transactionReferenceId }]) {
        const read = (members, status) => terminal.read(atTill, refusal({ ...members, ...echoed }, status));
        for (const spelled of [group, group.toLowerCase(), ` ${group} `, null]) expectEverywhere(read, code, spelled, advice);
        const foreign = group === "TIMEOUT_ERROR" ? "SYSTEM_ERROR" : "TIMEOUT_ERROR";
        equal(proves(read({ errorCode: code, errorGroup: foreign }, 200)), ["unknown", "timeout-code"], "under a doubtful group of another code");
      }
    });
  }

  for (const errorGroup of doubtfulGroups) {
    test(`group ${JSON.stringify(errorGroup)} leaves a doubt beside any code`, () => {
      for (const errorCode of ["10220", "1001", "5087", "99999", "4242", "10999", "31337"]) {
        for (const echoed of [{}, { conversationId }]) {
          for (const status of ownStatuses) {
            const outcome = iyzico.read(atCard, refusal({ errorCode, errorGroup, ...echoed }, status));
            equal([...proves(outcome), outcome.advice], ["unknown", "timeout-code", "reconcile"], `${errorCode} under ${status}`);
          }
        }
      }
    });
  }

  test("no other number is in the table", () => {
    const listed = new Set([...card, ...till].map(([code]) => code));
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

  test("at a till no code of a bank or device counts, even if the answer repeats every id", () => {
    const { deviceUniqueId, paymentId, conversationId } = tillMost["terminal.void"];
    const echoed = { transactionReferenceId, deviceUniqueId, paymentId, conversationId };
    for (const errorCode of foreign.codes) {
      for (const errorGroup of foreign.groups) {
        for (const status of ownStatuses) {
          equal(proves(terminal.read(atTill, refusal({ errorCode, errorGroup, ...echoed }, status))), ["unknown", "unlisted-code"], `${errorCode} ${errorGroup}`);
        }
      }
    }
  });
}
