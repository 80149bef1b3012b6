// fakeAnswer and fakeFailure of ./testing: answers for a merchant's own tests, read as iyzico's are.

import { equal, ok, thrownBy } from "./support/assert.js";
import { least, most } from "./support/samples.js";
import { bearer, application, least as tillLeast } from "./support/till.js";

const QUESTIONS = {
  refundToBalance: { paymentId: "1", callbackUrl: "https://shop.example/back" },
  paymentDetails: { paymentId: "1" },
};
const TILL_QUESTIONS = {
  "terminal.refundableSaleInfo": { transactionReferenceId: "SALE-1" },
  "terminal.transactionStatus": { transactionReferenceId: "RETURN-7" },
};
const STEPS = {
  authorize: { username: "till", password: "p", request_timestamp: "1766660749" },
  token: { code: "c" },
  refresh: { refresh_token: "r" },
};

export function fakes({ test, pkg, testing }) {
  const { fakeAnswer, fakeFailure, testKeys } = testing;
  const iyzico = new pkg.Iyzico({ ...testKeys, environment: "sandbox" });
  const till = new pkg.IyzicoTerminal({ ...bearer, environment: "sandbox" });
  const login = new pkg.IyzicoTerminalLogin({ ...application, environment: "sandbox" });
  const refund = iyzico.refund(most.refund);

  const calls = [
    ...[...Object.entries(least), ...Object.entries(most), ...Object.entries(QUESTIONS)].map(([name, params]) => [iyzico, name, params]),
    ...[...Object.entries(tillLeast), ...Object.entries(TILL_QUESTIONS)].map(([name, params]) => [till, name, params]),
    ...Object.entries(STEPS).map(([step, params]) => [login, `login.${step}`, params]),
  ];
  for (const [client, name, params] of calls) {
    const request = client[name.split(".").at(-1)](params);
    test(`${name}: fakeAnswer is a success, fakeFailure a failure`, () => {
      const outcome = client.read(request, fakeAnswer(request));
      equal(outcome.status, "success", JSON.stringify(outcome));
      for (const field of ["conversationId", "paymentTransactionId", "currency"]) {
        if (params[field] !== undefined && field in outcome.data) equal(outcome.data[field], params[field], field);
      }
      const refused = client.read(request, fakeFailure(request, CODES[name.split(".")[0]] ?? "5087"));
      equal(refused.status, "failure", JSON.stringify(refused));
    });
    if (name.startsWith("login.")) continue;
    test(`${name}: url and body of the request are enough`, () => {
      const { url, body } = request;
      equal(client.read(request, fakeAnswer({ url, body })).status, "success");
      equal(client.read(request, fakeAnswer({ url: url.slice(url.indexOf("/", 8)), body })).status, "success", "a path");
    });
  }

  test("an amount is repeated exactly, and signed without trailing zeros", () => {
    for (const price of ["5.00", "5", "0.00000001", "99999999999999999999.12345678"]) {
      const request = iyzico.refund({ ...least.refund, price, conversationId: "1.50" });
      const outcome = iyzico.read(request, fakeAnswer(request, { paymentId: "10.0" }));
      equal(outcome.data?.price, price.replace(/\.0+$/, ""), JSON.stringify(outcome));
      equal(outcome.data.paymentId, "10.0", "an id stays as it is");
    }
  });

  test("an override is signed, so that only the echo can differ", () => {
    equal(iyzico.read(refund, fakeAnswer(refund, { price: "5" })).status, "success");
    for (const overrides of [{ price: "4.00" }, { currency: "USD" }, { conversationId: "other" }, { paymentTransactionId: "2" }]) {
      equal(iyzico.read(refund, fakeAnswer(refund, overrides)).reason, "echo-mismatch", JSON.stringify(overrides));
    }
    equal(iyzico.read(refund, fakeAnswer(refund, { paymentId: null })).status, "success", "a field that is left out is signed as an empty text");
    equal(iyzico.read(refund, fakeAnswer(refund, { systemTime: 7 })).data.systemTime, 7);
  });

  test("a client's own secret signs", () => {
    const own = new pkg.Iyzico({ apiKey: "a", secretKey: "own", environment: "sandbox" });
    equal(own.read(refund, fakeAnswer(refund)).reason, "signature-wrong");
    equal(own.read(refund, fakeAnswer(refund, { secretKey: "own" })).status, "success");
  });

  test("made-up payment details settle an unknown", () => {
    const details = iyzico.paymentDetails({ paymentId: "9" });
    const row = { refundTxId: "7", refundPrice: "5.00", refundConversationId: "return-7", refundStatus: 1, currencyCode: "TRY" };
    const item = { paymentTransactionId: "27169345", paidPrice: "20", refunds: [row] };
    const payments = [{ paymentId: "9", paymentStatus: 1, paymentRefundStatus: "PARTIALLY_REFUNDED", currency: "TRY", itemTransactions: [item], cancels: [] }];
    const answer = fakeAnswer(details, { payments });
    equal(iyzico.read(details, answer).status, "success");
    equal(iyzico.reconcile(refund, answer).verdict, "landed", answer.text);
  });

  test("a code means what it means in a real answer", () => {
    const advice = (code) => iyzico.read(refund, fakeFailure(refund, code)).advice;
    equal(advice("1001"), "fix-credentials");
    equal(advice("50000"), "retry-later");
    equal(advice("10223"), "after-day-end");
    equal(advice("4321"), "refused-unlisted");
    equal(iyzico.read(refund, fakeFailure(refund, "10219")).reason, "timeout-code");
  });

  test("a wrong request or override throws", () => {
    equal(pkg.isIyzicoError(thrownBy(() => fakeAnswer({ operation: "refund", body: "{}" }))), true);
    ok(thrownBy(() => fakeAnswer(refund, { prise: "4" })).message.includes("prise"), "the unknown field is named");
    ok(thrownBy(() => fakeAnswer(refund, { price: 4 })) instanceof TypeError, "a number may be rounded");
    ok(thrownBy(() => fakeAnswer({ url: "/elsewhere", body: "" })).message.includes("/elsewhere"), "the path is named");
  });
}

const CODES = { terminal: "380112", login: "invalid_grant" };
