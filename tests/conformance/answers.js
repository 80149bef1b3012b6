// Successes: typed data, exact amounts, requests and drafts from a store. outcomes.js has the rules.

import { equal } from "./support/assert.js";
import { answerText, answerTo, bodies, httpAnswer, keys, landed, least, most, OPERATIONS, signedAnswer, token } from "./support/samples.js";
import { hmacSha256 } from "./support/webcrypto.js";

/** The data of `landed` as `read` returns it. */
const DATA = {
  refund: { ...landed.refund, price: "5" },
  refundV2: { ...landed.refundV2, price: "15" },
  cancel: { ...landed.cancel, price: "1.2" },
  refundChargedFromMerchant: { ...landed.refundChargedFromMerchant, price: "4.5" },
};
for (const data of Object.values(DATA)) delete data.status;

export function answers({ test, pkg, testing, iyzico, fixtures }) {
  for (const operation of OPERATIONS) {
    test(`${operation}: a draft is enough, fresh or stored`, async () => {
      const draft = pkg.draft(operation, most[operation]);
      for (const sent of [draft, JSON.parse(JSON.stringify(draft)), structuredClone(draft)]) {
        const outcome = iyzico.read(sent, httpAnswer(await answerTo(operation, {}, signed(operation))));
        equal([outcome.status, outcome.operation, outcome.data], ["success", operation, DATA[operation]]);
      }
    });

    test(`${operation}: a success with every field`, async () => {
      const text = await answerTo(operation, {}, signed(operation));
      const outcome = iyzico.read(iyzico[operation](most[operation]), httpAnswer(text));
      equal(outcome, { status: "success", operation, httpStatus: 200, data: DATA[operation], raw: text });
      for (const object of [outcome, outcome.data]) equal(Object.getPrototypeOf(object), Object.prototype, "a prototype");
      equal(JSON.parse(JSON.stringify(outcome)), outcome);
    });

    test(`${operation}: a stored request is enough`, async () => {
      const stored = JSON.parse(JSON.stringify(iyzico[operation](most[operation])));
      equal(iyzico.read(stored, httpAnswer(await answerTo(operation, {}, signed(operation)))).status, "success");
      const { operation: name, body } = stored;
      equal(iyzico.read({ operation: name, body }, httpAnswer(await answerTo(operation, {}, signed(operation)))).status, "success");
    });
  }

  for (const [sent, written, read] of [
    ["10.50", "10.50", "10.5"],
    ["10.5105", "10.51050", "10.5105"],
    ["50", "50.00", "50"],
    ["0.00000001", "1E-8", "0.00000001"],
    ["12345678901234567890.12345678", "12345678901234567890.12345678", "12345678901234567890.12345678"],
    ["9007199254740993", "9007199254740993", "9007199254740993"],
    ["100000", "1e5", "100000"],
  ]) {
    test(`the price ${sent} comes back exactly from ${written}`, async () => {
      const text = await signedAnswer({ ...landed.refund, price: token(written) }, { signedPrice: read });
      const outcome = iyzico.read(iyzico.refund({ ...most.refund, price: sent, upTo: undefined }), httpAnswer(text));
      equal([outcome.status, outcome.data?.price], ["success", read]);
    });
  }

  test("white space and escapes in an answer change nothing", async () => {
    const text = await answerTo("refund");
    const spaced = `\r\n ${JSON.stringify(JSON.parse(text), null, "\t").replace('"TRY"', '"T\\u0052Y"')}\n`;
    const outcome = iyzico.read(iyzico.refund(most.refund), httpAnswer(spaced));
    equal([outcome.status, outcome.raw], ["success", spaced]);
  });

  test("non-ASCII values are verified as UTF-8", async () => {
    // An earlier version could send such an id.
    const conversationId = "iade-ş-😀";
    const request = { operation: "refund", body: bodies.refund.replace("return-7", conversationId) };
    const text = await signedAnswer({ ...landed.refund, conversationId });
    equal(iyzico.read(request, httpAnswer(text)).data?.conversationId, conversationId);
    const escaped = text.replace("ş", "\\u015f").replace("😀", "\\ud83d\\ude00");
    equal(iyzico.read(request, httpAnswer(escaped)).data?.conversationId, conversationId);
  });

  test("iyzico/testing signs answers as the runtime's own HMAC does", async () => {
    const text = "25180188:5:TRY:return-7";
    equal(testing.sign(keys.secretKey, text), await hmacSha256(keys.secretKey, text));
    const signature = testing.sign(keys.secretKey, text);
    equal(iyzico.read(iyzico.refund(most.refund), httpAnswer(answerText({ ...landed.refund, signature }))).status, "success");
  });

  test("the documents' own success, with a new signature", async () => {
    const { signature: _, ...members } = JSON.parse(fixtures["refund.success.docs-2025.json"]);
    const { price, ...request } = JSON.parse(fixtures["refund.request.docs-2025.json"]);
    const text = await signedAnswer({ ...members, price: token("5") });
    const outcome = iyzico.read(iyzico.refund({ ...request, price: String(price) }), httpAnswer(text));
    equal([outcome.status, outcome.data?.paymentId], ["success", "25180188"]);
  });

  test("the shortest params and the shortest answer", async () => {
    const refund = answerText({ status: "success", paymentTransactionId: "27169345", price: token("5"), signature: await hmacSha256(keys.secretKey, ":5::") });
    equal(iyzico.read(iyzico.refund(least.refund), httpAnswer(refund)).data, { paymentTransactionId: "27169345", price: "5" });
    equal(iyzico.read(iyzico.cancel(least.cancel), httpAnswer('{"status":"success","paymentId":"25180188"}')).data, { paymentId: "25180188" });
  });
}

function signed(operation) {
  return { signedPrice: DATA[operation].price };
}
