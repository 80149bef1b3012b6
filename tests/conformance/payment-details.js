// paymentDetails: a GET that is signed without its query, and an answer that is typed throughout.
// tests/vectors/card-questions.json has the cases that Rust checks as well.

import { equal, ok, thrownBy } from "./support/assert.js";
import { answerText, httpAnswer, keys } from "./support/samples.js";
import { changed } from "./support/vectors.js";
import { hmacSha256 } from "./support/webcrypto.js";

const PATH = "/v2/reporting/payment/details";
const LONGEST = 4 * 1024 * 1024;

export function paymentDetails({ test, pkg, iyzico, terminal, input, vectors }) {
  const { params: checked, draft, path, altered, question: ALL, data: DATA, malformed, echo, ...given } = vectors.cardQuestions;
  const ANSWER_TEXT = given.answer.join("");
  /** The same as an object, for changes; its numbers lose their spelling. */
  const ANSWER = JSON.parse(ANSWER_TEXT);
  const issues = (operation, params) => pkg.validate(operation, params).issues?.map(({ path, code }) => `${path.join(".")} ${code}`) ?? [];

  for (const { operation, why, params, issues: expected } of checked) {
    test(`${operation} ${JSON.stringify(params)}: ${why}`, () => {
      if (expected.length) input.refused(operation, params, expected);
      // A GET has no body to compare.
      else if (operation === "paymentDetails") equal(issues(operation, params), []);
      else input.accepted(operation, params);
    });
  }

  for (const { why, with: changes, code } of altered) {
    test(`an altered draft is refused: ${why}`, () => {
      const original = pkg.draft("paymentDetails", draft);
      equal([original.path, iyzico.sign(JSON.parse(JSON.stringify(original))).url], [path, `https://sandbox-api.iyzipay.com${path}`]);
      const error = thrownBy(() => iyzico.sign(changed(original, changes)));
      equal(error.name, "IyzicoValidationError");
      ok(error.issues.some((issue) => issue.code === code), JSON.stringify(error.issues));
    });
  }

  for (const { path: steps, values } of malformed) {
    test(`a wrong value at ${steps.join(".")} spoils the answer`, () => {
      for (const value of values) {
        const answer = JSON.parse(ANSWER_TEXT);
        const parent = steps.slice(0, -1).reduce((member, step) => member[step], answer);
        parent[steps.at(-1)] = value === "absent" ? undefined : value;
        equal(iyzico.read(iyzico.paymentDetails(ALL), httpAnswer(JSON.stringify(answer))).reason, "malformed", JSON.stringify(value));
      }
    });
  }

  for (const { why, params, with: changes, expect } of echo) {
    test(`the payment that was asked for: ${why}`, () => {
      const members = changed(ANSWER, changes);
      const outcome = iyzico.read(iyzico.paymentDetails(params), httpAnswer(answerText(members)));
      equal(outcome.reason ?? outcome.status, expect, JSON.stringify(outcome));
      if (expect === "success") equal([outcome.data.conversationId ?? null, outcome.data.payments.length], [members.conversationId ?? null, members.payments.length]);
    });
  }

  test("a GET without a body, whose query holds what is asked", () => {
    const request = iyzico.paymentDetails(ALL);
    equal(Object.keys(request), ["operation", "url", "method", "headers", "body", "redirect", "fingerprint"]);
    const { headers, fingerprint, ...rest } = request;
    equal(rest, {
      operation: "paymentDetails",
      url: `https://sandbox-api.iyzipay.com${PATH}?locale=en&conversationId=soru-1&paymentId=25180188`,
      method: "GET",
      body: null,
      redirect: "manual",
    });
    equal(Object.keys(headers), ["Authorization", "x-iyzi-rnd", "Content-Type", "Accept", "x-iyzi-client-version"]);
    ok(/^[0-9a-f]{64}$/.test(fingerprint), fingerprint);
    equal(iyzico.paymentDetails({ paymentConversationId: "siparis-1001" }).url, `https://sandbox-api.iyzipay.com${PATH}?paymentConversationId=siparis-1001`);
  });

  test("every text in the query is read back by any parser", () => {
    for (const paymentConversationId of ["a b", "a+b", "a&b=c", "50%", "ş😀", "#?/", "a;b", '"', "a'b(c)*!", "~-._", "\u2028", "%41"]) {
      const { url } = iyzico.paymentDetails({ paymentConversationId });
      equal(new URL(url).searchParams.get("paymentConversationId"), paymentConversationId);
      equal([...new URL(url).searchParams].length, 1);
      ok(/^[\x21-\x7e]+$/.test(url) && !/[#'"]/.test(url), url);
      equal(new Request(url).url, url, "fetch leaves it as it is");
    }
    equal(iyzico.paymentDetails({ paymentConversationId: "a b+ş" }).url.split("?")[1], "paymentConversationId=a%20b%2B%C5%9F");
  });

  test("the signature is over random key and path, without query or body", async () => {
    const draft = pkg.draft("paymentDetails", ALL);
    for (const { headers } of [iyzico.paymentDetails(ALL), iyzico.sign(draft)]) {
      const randomKey = headers["x-iyzi-rnd"];
      const signature = await hmacSha256(keys.secretKey, randomKey + PATH);
      equal(headers.Authorization, `IYZWSv2 ${btoa(`apiKey:${keys.apiKey}&randomKey:${randomKey}&signature:${signature}`)}`);
    }
  });

  test("fetch takes the request as it is", async () => {
    const request = iyzico.paymentDetails(ALL);
    const taken = new Request(request.url, request);
    equal([taken.method, taken.url, taken.redirect, await taken.text()], ["GET", request.url, "manual", ""]);
    equal(taken.headers.get("authorization"), request.headers.Authorization);
  });

  test("its draft has the query in the path and an empty body", () => {
    const made = pkg.draft("paymentDetails", ALL);
    equal([made.method, made.path, made.body], ["GET", `${PATH}?locale=en&conversationId=soru-1&paymentId=25180188`, ""]);
    equal(iyzico.sign(JSON.parse(JSON.stringify(made))).url, iyzico.paymentDetails(ALL).url);
  });

  test("two ids are refused in English and Turkish; an undefined one is left out", () => {
    equal(issues("paymentDetails", { paymentId: undefined, paymentConversationId: "a" }), []);
    for (const [locale, word] of [["en", "together"], ["tr", "birlikte"]]) {
      const [{ message }] = pkg.validate("paymentDetails", { locale, paymentId: "1", paymentConversationId: "a" }).issues;
      ok(message.includes(word) && message.includes("paymentId"), message);
    }
  });

  test("the fingerprint depends on the payment that is asked for", () => {
    const fingerprint = (params) => pkg.draft("paymentDetails", params).fingerprint;
    equal(fingerprint(ALL), fingerprint({ paymentId: "25180188" }));
    equal(new Set([fingerprint({ paymentId: "1" }), fingerprint({ paymentId: "2" }), fingerprint({ paymentConversationId: "1" })]).size, 3);
  });

  test("an answer with every field is typed exactly", () => {
    const outcome = iyzico.read(iyzico.paymentDetails(ALL), httpAnswer(ANSWER_TEXT));
    equal(outcome, { status: "success", operation: "paymentDetails", httpStatus: 200, data: DATA, raw: ANSWER_TEXT });
    equal(JSON.parse(JSON.stringify(outcome)), outcome);
  });

  test("a stored request or draft is enough", () => {
    const stored = JSON.parse(JSON.stringify(iyzico.paymentDetails(ALL)));
    equal(iyzico.read(stored, httpAnswer(answerText(ANSWER))).status, "success");
    const draft = pkg.draft("paymentDetails", ALL);
    for (const sent of [{ operation: "paymentDetails", url: stored.url }, draft, JSON.parse(JSON.stringify(draft)), { operation: "paymentDetails", path: draft.path }]) {
      equal(iyzico.read(sent, httpAnswer(answerText(ANSWER))).status, "success");
      equal(iyzico.read(sent, httpAnswer(answerText({ ...ANSWER, conversationId: "another" }))).reason, "echo-mismatch");
    }
    for (const url of [undefined, "https://x/", "https://x/?paymentId=%", "https://x/?paymentId=1&paymentId=2", "https://x/?paymentId=1&x=2", "https://x/?paymentId"]) {
      equal(iyzico.read({ operation: "paymentDetails", url }, httpAnswer(answerText(ANSWER))).reason, "request-unreadable", url);
    }
  });

  test("after a wrong answer or a doubt it may be asked again", () => {
    const request = iyzico.paymentDetails(ALL);
    const [payment] = ANSWER.payments;
    for (const [reason, answer] of [
      ["echo-mismatch", httpAnswer(answerText({ ...ANSWER, conversationId: "another" }))],
      ["echo-mismatch", httpAnswer(answerText({ ...ANSWER, payments: [{ ...payment, paymentId: "25180189" }] }))],
      ["contradiction", httpAnswer(answerText({ ...ANSWER, errorCode: "1" }))],
      ["contradiction", httpAnswer(answerText({ ...ANSWER, errorMessage: "x" }))],
      ["contradiction", httpAnswer(answerText({ ...ANSWER, errorGroup: "x" }))],
      ["contradiction", httpAnswer(answerText(ANSWER), 400)],
      ["contradiction", httpAnswer(answerText(ANSWER), 503)],
      ["timeout-code", httpAnswer('{"status":"failure","errorCode":"10219"}')],
      ["timeout-code", httpAnswer('{"status":"failure","errorCode":"100001","errorMessage":"Sistem hatası"}', 422)],
      ["http-status", httpAnswer('{"status":"failure","errorCode":"5087"}', 500)],
      ["unlisted-code", httpAnswer('{"status":"failure","errorCode":"5999"}')],
      ["not-json", httpAnswer("<html>")],
      ["no-answer", null],
    ]) {
      const outcome = iyzico.read(request, answer);
      equal([outcome.status, outcome.reason, outcome.advice], ["unknown", reason, "retry-later"]);
    }
    const refused = iyzico.read(request, httpAnswer('{"status":"failure","errorCode":"5087"}'));
    equal([refused.status, refused.advice], ["failure", "fix-request"]);
    equal(terminal.read(request, httpAnswer(answerText(ANSWER))).reason, "request-unreadable");
  });

  test("a flag may be true or false, 1 or 0, or the word", () => {
    for (const [flag, read] of [[true, true], [1, true], ["true", true], [false, false], [0, false], ["false", false]]) {
      const refunds = [{ refundPrice: 1, isAfterSettlement: flag }];
      const text = answerText({ status: "success", payments: [{ paymentId: "1", itemTransactions: [{ paymentTransactionId: "2", refunds }] }] });
      equal(iyzico.read(iyzico.paymentDetails({ paymentId: "1" }), httpAnswer(text)).data.payments[0].itemTransactions[0].refunds[0].isAfterSettlement, read);
    }
  });

  test("the question's conversationId is printable ASCII, the payment's may be any text", () => {
    for (const id of ["sipariş-1", " 1", "1 ", "\u00a0"]) {
      equal(issues("paymentDetails", { paymentId: "1", conversationId: id }), ["conversationId reference_format"]);
      equal(issues("paymentDetails", { paymentConversationId: id }), []);
    }
    equal(issues("paymentDetails", { paymentId: "1", conversationId: "x".repeat(256) }), ["conversationId too_long"]);
    equal(issues("paymentDetails", { paymentConversationId: "x".repeat(256) }), []);
  });

  test("a payment of a hundred items is read", () => {
    const [payment] = ANSWER.payments;
    const itemTransactions = Array.from({ length: 100 }, (_, n) => ({ ...payment.itemTransactions[0], paymentTransactionId: String(n) }));
    const outcome = iyzico.read(iyzico.paymentDetails(ALL), httpAnswer(answerText({ ...ANSWER, payments: [{ ...payment, itemTransactions }] })));
    equal([outcome.status, outcome.data?.payments[0].itemTransactions.length], ["success", 100]);
  });

  test("the longest answer that is read has 4 MiB", () => {
    const request = iyzico.paymentDetails(ALL);
    const good = answerText(ANSWER).replace(/[^\0-\x7f]/g, "?");
    const padded = (length) => good + " ".repeat(length - good.length);
    equal(iyzico.read(request, httpAnswer(padded(LONGEST))).status, "success");
    const cut = iyzico.read(request, httpAnswer(padded(LONGEST + 1)));
    equal([cut.status, cut.reason, cut.advice], ["unknown", "too-large", "retry-later"]);
    const flood = iyzico.read(request, httpAnswer(padded(2 * LONGEST)));
    equal([flood.reason, flood.raw.length <= LONGEST + 1], ["too-large", true]);
  });

  test("a payment of four thousand items is read", () => {
    const [payment] = ANSWER.payments;
    const itemTransactions = Array.from({ length: 4000 }, (_, n) => ({ ...payment.itemTransactions[0], paymentTransactionId: String(n) }));
    const text = answerText({ ...ANSWER, payments: [{ ...payment, itemTransactions }] });
    ok(text.length > 2_000_000 && text.length < LONGEST, `it has ${text.length} characters`);
    equal(iyzico.read(iyzico.paymentDetails(ALL), httpAnswer(text)).data?.payments[0].itemTransactions.length, 4000);
  });
}
