// refundToBalance starts a refund to the shopper's iyzico balance. The shopper confirms it, so it may be requested again.

import { equal, ok } from "./support/assert.js";
import { answerText, httpAnswer } from "./support/samples.js";

const MOST = { locale: "tr", conversationId: "bakiye-1", paymentId: "25180188", callbackUrl: "https://example.com/iade?siparis=7#son" };
const LANDED = { status: "success", locale: "tr", systemTime: 1755703798426, conversationId: "bakiye-1", token: "e828c62d", url: "https://sandbox-cpp.iyzipay.com/?token=e828c62d" };

export function balance({ test, pkg, iyzico, input, fixtures }) {
  const params = (changes) => ({ paymentId: "25180188", callbackUrl: "https://example.com/", ...changes });

  test("the exact body and path, as the SDKs send them", () => {
    const body = '{"locale":"tr","conversationId":"bakiye-1","paymentId":"25180188","callbackUrl":"https://example.com/iade?siparis=7#son"}';
    equal(input.accepted("refundToBalance", MOST), body);
    equal(input.accepted("refundToBalance", params()), '{"paymentId":"25180188","callbackUrl":"https://example.com/"}');
    const { url, method } = iyzico.refundToBalance(MOST);
    equal([url, method], ["https://sandbox-api.iyzipay.com/payment/refund-to-balance/init", "POST"]);
  });

  // card-questions.json has the other cases of the callback.
  test("the callback is a well-formed text", () => {
    for (const [callbackUrl, code] of [[undefined, "missing"], ["\ud800", "lone_surrogate"]]) input.refused("refundToBalance", params({ callbackUrl }), [`callbackUrl ${code}`]);
    const [english, turkish] = ["en", "tr"].map((locale) => pkg.validate("refundToBalance", params({ locale, callbackUrl: "x" })).issues[0].message);
    ok(english !== turkish && english.includes("https") && turkish.includes("https"), turkish);
  });

  test("it takes no amount", () => {
    for (const name of ["price", "currency", "reason", "ip"]) input.refused("refundToBalance", params({ [name]: "5" }), [`${name} unknown_field`]);
  });

  test("a success has the page that the shopper confirms on", () => {
    const { status: _, ...data } = LANDED;
    const text = answerText(LANDED);
    equal(iyzico.read(iyzico.refundToBalance(MOST), httpAnswer(text)), { status: "success", operation: "refundToBalance", httpStatus: 200, data, raw: text });
  });

  test("a success without page or token, or another's, is unknown; it may be asked again", () => {
    for (const [reason, changes] of [
      ["malformed", { url: undefined }], ["malformed", { token: undefined }], ["malformed", { token: {} }], ["echo-mismatch", { conversationId: "another" }],
      ["echo-mismatch", { conversationId: undefined }], ["contradiction", { errorCode: "1" }], ["contradiction", { errorGroup: "SYSTEM_ERROR" }],
      ["contradiction", { errorMessage: "x" }],
    ]) {
      const outcome = iyzico.read(iyzico.refundToBalance(MOST), httpAnswer(answerText({ ...LANDED, ...changes })));
      equal([outcome.status, outcome.reason, outcome.advice], ["unknown", reason, "retry-later"]);
    }
    equal(iyzico.read(iyzico.refundToBalance(MOST), null).advice, "retry-later");
    for (const status of [400, 422, 500]) equal(iyzico.read(iyzico.refundToBalance(MOST), httpAnswer(answerText(LANDED), status)).reason, "contradiction");
  });

  test("a published failure, as it was printed", () => {
    const request = iyzico.refundToBalance({ ...MOST, conversationId: "123456" });
    // No page lists 10000, which is in the banks' range.
    const outcome = iyzico.read(request, httpAnswer(fixtures["refund-to-balance.failure.php-sdk-mock.json"]));
    const error = { code: "10000", group: "ERROR_GROUP", message: "error_message", retryable: null };
    equal([outcome.status, outcome.reason, outcome.advice, outcome.error], ["unknown", "unlisted-code", "retry-later", error]);
    const refused = iyzico.read(iyzico.refundToBalance(MOST), httpAnswer('{"status":"failure","errorCode":"5087","errorMessage":"x"}', 400));
    equal([refused.status, refused.advice, refused.httpStatus], ["failure", "fix-request", 400]);
  });
}
