// Read-back: a GET that is signed without its query, and an answer that is typed through and through.

import { equal, ok } from "./assert.js";
import { answerText, httpAnswer, keys, token } from "./samples.js";
import { hmacSha256 } from "./webcrypto.js";

const PATH = "/v2/reporting/payment/details";
const LONGEST = 4 * 1024 * 1024;
const ALL = { locale: "en", conversationId: "soru-1", paymentId: "25180188" };

/** An answer that holds every field. */
const ANSWER = {
  status: "success",
  locale: "en",
  systemTime: 1755703798426,
  conversationId: "soru-1",
  payments: [
    {
      paymentId: token("25180188"),
      paymentStatus: 1,
      paymentRefundStatus: "PARTIALLY_REFUNDED",
      price: token("1.10000000"),
      paidPrice: token("1.2E+1"),
      currency: "TRY",
      installment: 1,
      paymentConversationId: "siparis-1001",
      fraudStatus: -1,
      basketId: "sepet-1",
      cardType: "CREDIT_CARD",
      cardAssociation: "MASTER_CARD",
      cardFamily: "Bonus",
      binNumber: token("54066700"),
      lastFourDigits: "0009",
      phase: "AUTH",
      authCode: "512821",
      hostReference: "mock00007iyzihostrfn",
      createdDate: "2026-04-06T11:00:00.000Z",
      threeDS: false,
      cancels: [
        {
          refundId: token("9007199254740993"),
          cancelConversationId: "cancel-9",
          refundPrice: token("0E-8"),
          refundStatus: 1,
          isAfterSettlement: 1,
          createdDate: "2026-04-06T12:00:00.000Z",
          currencyCode: "TRY",
          authCode: "512822",
          hostReference: "mock00007iyzihostrfn",
        },
      ],
      itemTransactions: [
        {
          paymentTransactionId: token("27169345"),
          transactionStatus: 2,
          price: token("11"),
          paidPrice: "12.00",
          refunds: [
            {
              refundTxId: token("30000001"),
              refundConversationId: "return-7",
              refundPrice: token("5.00"),
              refundStatus: "1",
              isAfterSettlement: false,
              createdDate: "2026-04-06T13:00:00.000Z",
              currencyCode: "TRY",
              authCode: "512823",
              hostReference: "mock00007iyzihostrfn",
            },
            {
              refundTxId: token("30000002"),
              refundConversationId: "return-8",
              refundPrice: token("5.00"),
              refundStatus: 0,
              isAfterSettlement: 0,
              createdDate: "2026-04-06T13:05:00.000Z",
              currencyCode: "TRY",
              errorCode: token("10220"),
              errorGroup: "DECLINED",
              errorMessage: "Ödeme alınamadı",
            },
          ],
        },
        { paymentTransactionId: "27169346" },
      ],
    },
  ],
};

const { status: _, ...DATA } = structuredClone(ANSWER);
Object.assign(DATA.payments[0], { paymentId: "25180188", price: "1.1", paidPrice: "12", binNumber: "54066700" });
delete DATA.payments[0].threeDS;
Object.assign(DATA.payments[0].cancels[0], { refundId: "9007199254740993", refundPrice: "0", isAfterSettlement: true });
Object.assign(DATA.payments[0].itemTransactions[0], { paymentTransactionId: "27169345", price: "11", paidPrice: "12" });
Object.assign(DATA.payments[0].itemTransactions[0].refunds[0], { refundTxId: "30000001", refundPrice: "5", refundStatus: 1 });
Object.assign(DATA.payments[0].itemTransactions[0].refunds[1], { refundTxId: "30000002", refundPrice: "5", isAfterSettlement: false, errorCode: "10220" });

export function paymentDetails({ test, pkg, iyzico, terminal }) {
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

  test("every text stands in the query so that any parser reads it back", () => {
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

  test("fetch takes it as it is", async () => {
    const request = iyzico.paymentDetails(ALL);
    const taken = new Request(request.url, request);
    equal([taken.method, taken.url, taken.redirect, await taken.text()], ["GET", request.url, "manual", ""]);
    equal(taken.headers.get("authorization"), request.headers.Authorization);
  });

  test("its draft has the query in the path and an empty body, and is checked like any other", () => {
    const made = pkg.draft("paymentDetails", ALL);
    equal([made.method, made.path, made.body], ["GET", `${PATH}?locale=en&conversationId=soru-1&paymentId=25180188`, ""]);
    equal(iyzico.sign(JSON.parse(JSON.stringify(made))).url, iyzico.paymentDetails(ALL).url);
    for (const changed of [
      { path: PATH }, { path: `${PATH}?paymentId=25180189` }, { path: `${made.path}&x=1` }, { path: `${made.path}&paymentId=1` }, { path: made.path.replace("en", "de") },
      { path: made.path.replace("=25180188", "=%32%35%31%38%30%31%38%38") }, { path: `https://evil.example${made.path}` }, { path: `${made.path}#x` },
      { body: "{}" }, { method: "POST" }, { fingerprint: "0".repeat(64) },
    ]) {
      let refused = false;
      try {
        iyzico.sign({ ...made, ...changed });
      } catch (error) {
        refused = error.name === "IyzicoValidationError" && error.issues.length > 0;
      }
      ok(refused, `it was signed with ${JSON.stringify(changed)}`);
    }
  });

  test("asked by a payment's id or by its conversationId, not by both or neither", () => {
    const issues = (params) => pkg.validate("paymentDetails", params).issues?.map(({ path, code }) => `${path.join(".")} ${code}`) ?? [];
    equal(issues({ paymentId: "1" }), []);
    equal(issues({ paymentConversationId: "a" }), []);
    equal(issues({}), ["paymentId missing"]);
    equal(issues({ paymentId: "1", paymentConversationId: "a" }), ["paymentConversationId not_with"]);
    equal(issues({ paymentId: undefined, paymentConversationId: "a" }), []);
    equal(issues({ paymentId: 1 }), ["paymentId type"]);
    equal(issues({ paymentId: "1:2" }), ["paymentId id_format"]);
    equal(issues({ paymentConversationId: "" }), ["paymentConversationId empty"]);
    equal(issues({ paymentId: "1", price: "5" }), ["price unknown_field"]);
    for (const [locale, word] of [["en", "together"], ["tr", "birlikte"]]) {
      const [{ message }] = pkg.validate("paymentDetails", { locale, paymentId: "1", paymentConversationId: "a" }).issues;
      ok(message.includes(word) && message.includes("paymentId"), message);
    }
  });

  test("the fingerprint is of what is asked for", () => {
    const fingerprint = (params) => pkg.draft("paymentDetails", params).fingerprint;
    equal(fingerprint(ALL), fingerprint({ paymentId: "25180188" }));
    equal(new Set([fingerprint({ paymentId: "1" }), fingerprint({ paymentId: "2" }), fingerprint({ paymentConversationId: "1" })]).size, 3);
  });

  test("an answer with everything in it is typed exactly", () => {
    const text = answerText(ANSWER);
    const outcome = iyzico.read(iyzico.paymentDetails(ALL), httpAnswer(text));
    equal(outcome, { status: "success", operation: "paymentDetails", httpStatus: 200, data: DATA, raw: text });
    equal(JSON.parse(JSON.stringify(outcome)), outcome);
  });

  test("it may be read against a request or draft that was stored", () => {
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

  test("no payment is an answer; no list of payments is none", () => {
    equal(iyzico.read(iyzico.paymentDetails({ paymentId: "1" }), httpAnswer('{"status":"success","payments":[]}')).data, { payments: [] });
    for (const payments of [undefined, null, {}, "none", [null], [{}], [[]]]) {
      const outcome = iyzico.read(iyzico.paymentDetails({ paymentId: "1" }), httpAnswer(answerText({ status: "success", payments })));
      equal(outcome.reason, "malformed", JSON.stringify(payments));
    }
  });

  test("a field deep inside that cannot be what it should be spoils the whole answer", () => {
    for (const spoil of [
      (payment) => { payment.paidPrice = -1; },
      (payment) => { payment.paymentStatus = 1.5; },
      (payment) => { payment.cancels = {}; },
      (payment) => { payment.cancels[0].refundPrice = "lots"; },
      (payment) => { payment.itemTransactions[0].paymentTransactionId = null; },
      (payment) => { payment.itemTransactions[0].refunds = [5]; },
      ...["no", "1", "True", 2, -1, 1.0001, {}].map((flag) => (payment) => { payment.itemTransactions[0].refunds[0].isAfterSettlement = flag; }),
      (payment) => { payment.itemTransactions[0].refunds[1].errorCode = {}; },
      (payment) => { payment.cancels[0].errorMessage = ["x"]; },
      (payment) => { payment.itemTransactions[0].refunds[0].refundPrice = true; },
    ]) {
      const answer = JSON.parse(answerText(ANSWER));
      spoil(answer.payments[0]);
      equal(iyzico.read(iyzico.paymentDetails(ALL), httpAnswer(JSON.stringify(answer))).reason, "malformed", String(spoil));
    }
  });

  test("an answer to another question, a refusal, a doubt: it may be asked again", () => {
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

  test("a flag is true or false, 1 or 0, or one of the words", () => {
    for (const [flag, read] of [[true, true], [1, true], ["true", true], [false, false], [0, false], ["false", false]]) {
      const refunds = [{ refundPrice: 1, isAfterSettlement: flag }];
      const text = answerText({ status: "success", payments: [{ paymentId: "1", itemTransactions: [{ paymentTransactionId: "2", refunds }] }] });
      equal(iyzico.read(iyzico.paymentDetails({ paymentId: "1" }), httpAnswer(text)).data.payments[0].itemTransactions[0].refunds[0].isAfterSettlement, read);
    }
  });

  test("the answer need not repeat the question's conversationId, as iyzico's own sample doesn't", () => {
    for (const conversationId of [undefined, null]) {
      const outcome = iyzico.read(iyzico.paymentDetails(ALL), httpAnswer(answerText({ ...ANSWER, conversationId })));
      equal([outcome.status, "conversationId" in outcome.data], ["success", false]);
    }
    const { conversationId: _, ...nameless } = ALL;
    equal(iyzico.read(iyzico.paymentDetails(nameless), httpAnswer(answerText(ANSWER))).data?.conversationId, "soru-1", "one of iyzico's own");
  });

  test("the question's own conversationId is printable ASCII, that of the payment any text", () => {
    const issues = (params) => pkg.validate("paymentDetails", params).issues?.map(({ path, code }) => `${path.join(".")} ${code}`) ?? [];
    for (const id of ["sipariş-1", " 1", "1 ", "\u00a0"]) {
      equal(issues({ paymentId: "1", conversationId: id }), ["conversationId reference_format"]);
      equal(issues({ paymentConversationId: id }), []);
    }
    equal(issues({ paymentId: "1", conversationId: "x".repeat(256) }), ["conversationId too_long"]);
    equal(issues({ paymentConversationId: "x".repeat(256) }), []);
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
