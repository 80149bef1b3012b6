// A success is an answer that proves itself.

import { equal, ok } from "./assert.js";
import { answerText, answerTo, bodies, httpAnswer, isSigned, keys, landed, least, most, OPERATIONS, signedAnswer, token } from "./samples.js";
import { hmacSha256 } from "./webcrypto.js";

/** What `landed` reads as. */
const DATA = {
  refund: { ...landed.refund, price: "5" },
  refundV2: { ...landed.refundV2, price: "15" },
  cancel: { ...landed.cancel, price: "1.2" },
  refundChargedFromMerchant: { ...landed.refundChargedFromMerchant, price: "4.5" },
};
for (const data of Object.values(DATA)) delete data.status;

export function answers({ test, pkg, testing, iyzico, fixtures }) {
  for (const operation of OPERATIONS) {
    test(`${operation}: it may be read against its draft, stored or not`, async () => {
      const draft = pkg.draft(operation, most[operation]);
      for (const sent of [draft, JSON.parse(JSON.stringify(draft)), structuredClone(draft)]) {
        const outcome = iyzico.read(sent, httpAnswer(await answerTo(operation, {}, signed(operation))));
        equal([outcome.status, outcome.operation, outcome.data], ["success", operation, DATA[operation]]);
      }
    });

    test(`${operation}: a success with everything in it`, async () => {
      const text = await answerTo(operation, {}, signed(operation));
      const outcome = iyzico.read(iyzico[operation](most[operation]), httpAnswer(text));
      equal(outcome, { status: "success", operation, httpStatus: 200, data: DATA[operation], raw: text });
      for (const object of [outcome, outcome.data]) equal(Object.getPrototypeOf(object), Object.prototype, "a prototype");
      equal(JSON.parse(JSON.stringify(outcome)), outcome);
    });

    test(`${operation}: it may be read against a request that was stored`, async () => {
      const stored = JSON.parse(JSON.stringify(iyzico[operation](most[operation])));
      equal(iyzico.read(stored, httpAnswer(await answerTo(operation, {}, signed(operation)))).status, "success");
      const { operation: name, body } = stored;
      equal(iyzico.read({ operation: name, body }, httpAnswer(await answerTo(operation, {}, signed(operation)))).status, "success");
    });

    test(`${operation}: ids as numbers and times as text are read alike`, async () => {
      const changes = { paymentId: token(landed[operation].paymentId), systemTime: String(landed[operation].systemTime) };
      const text = await answerTo(operation, changes, signed(operation));
      equal(iyzico.read(iyzico[operation](most[operation]), httpAnswer(text)).data, DATA[operation]);
    });

    test(`${operation}: status in any letter case, an error that says nothing, fields nobody knows`, async () => {
      for (const more of [
        { status: "SUCCESS" }, { errorCode: "0" }, { errorCode: "" }, { errorCode: null }, { errorGroup: "" }, { errorGroup: null }, { errorMessage: "" },
        { errorMessage: null }, { cardFamily: "Bonus", more: [{ a: 1 }] },
      ]) {
        const text = await answerTo(operation, more, signed(operation));
        const outcome = iyzico.read(iyzico[operation](most[operation]), httpAnswer(text));
        equal([outcome.status, outcome.data], ["success", DATA[operation]], JSON.stringify(more));
      }
    });

    test(`${operation}: a request without conversationId takes an answer without one`, async () => {
      const { conversationId: _, ...params } = most[operation];
      for (const conversationId of [undefined, null, ""]) {
        const text = await answerTo(operation, { conversationId }, signed(operation));
        const outcome = iyzico.read(iyzico[operation](params), httpAnswer(text));
        equal(outcome.status, "success", `conversationId ${conversationId}: ${JSON.stringify(outcome)}`);
      }
    });
  }

  for (const [written, signedAs, read] of [
    ["5", "5", "5"],
    ["5.0", "5", "5"],
    ["5.00000000", "5", "5"],
    ['"5"', "5", "5"],
    ['"5.00"', "5", "5"],
    ["5e0", "5", "5"],
    ["0.5E1", "5", "5"],
    ["500e-2", "5", "5"],
  ]) {
    test(`the price 5.00 may come back as ${written}`, async () => {
      const text = await signedAnswer({ ...landed.refund, price: token(written) }, { signedPrice: signedAs });
      equal(iyzico.read(iyzico.refund(most.refund), httpAnswer(text)).data?.price, read);
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

  test("a currency that was not sent is free in the answer", async () => {
    const { currency: _, ...params } = most.refund;
    const text = await signedAnswer({ ...landed.refund, currency: "USD" });
    equal(iyzico.read(iyzico.refund(params), httpAnswer(text)).data?.currency, "USD");
  });

  test("retryable is passed on, and absent when iyzico does not say", async () => {
    for (const retryable of [true, false]) {
      const text = await signedAnswer({ ...landed.refund, retryable });
      equal(iyzico.read(iyzico.refund(most.refund), httpAnswer(text)).data?.retryable, retryable);
    }
    const { data } = iyzico.read(iyzico.refund(most.refund), httpAnswer(await signedAnswer({ ...landed.refund, retryable: undefined })));
    ok(!("retryable" in data), "it was made up");
  });

  test("a signature proves a success under any HTTP status", async () => {
    for (const operation of OPERATIONS.filter(isSigned)) {
      for (const status of [200, 201, 299, 400, 404, 422, 429, 500, 503, 999]) {
        const outcome = iyzico.read(iyzico[operation](most[operation]), httpAnswer(await answerTo(operation, {}, signed(operation)), status));
        equal([outcome.status, outcome.httpStatus], ["success", status]);
      }
    }
  });

  test("an unsigned success is one only below 400", async () => {
    for (const operation of OPERATIONS.filter((name) => !isSigned(name))) {
      const read = (text, status) => iyzico.read(iyzico[operation](most[operation]), httpAnswer(text, status));
      const text = await answerTo(operation);
      for (const status of [200, 201, 299]) equal(read(text, status).status, "success", String(status));
      for (const status of [400, 404, 422, 429, 500, 502, 503]) {
        const outcome = read(text, status);
        equal([outcome.status, outcome.reason, outcome.httpStatus], ["unknown", "contradiction", status]);
      }
    }
  });

  test("white space and escapes in an answer change nothing", async () => {
    const text = await answerTo("refund");
    const spaced = `\r\n ${JSON.stringify(JSON.parse(text), null, "\t").replace('"TRY"', '"T\\u0052Y"')}\n`;
    const outcome = iyzico.read(iyzico.refund(most.refund), httpAnswer(spaced));
    equal([outcome.status, outcome.raw], ["success", spaced]);
  });

  test("non-ASCII values are verified as UTF-8", async () => {
    // As an earlier version could send it.
    const conversationId = "iade-ş-😀";
    const request = { operation: "refund", body: bodies.refund.replace("return-7", conversationId) };
    const text = await signedAnswer({ ...landed.refund, conversationId });
    equal(iyzico.read(request, httpAnswer(text)).data?.conversationId, conversationId);
    const escaped = text.replace("ş", "\\u015f").replace("😀", "\\ud83d\\ude00");
    equal(iyzico.read(request, httpAnswer(escaped)).data?.conversationId, conversationId);
  });

  test("a conversationId with the separator in it verifies", async () => {
    const conversationId = "return:7:a";
    const text = await signedAnswer({ ...landed.refund, conversationId });
    equal(iyzico.read(iyzico.refund({ ...most.refund, conversationId }), httpAnswer(text)).status, "success");
  });

  test("iyzico/testing signs answers as the runtime's own HMAC does", async () => {
    const text = "25180188:5:TRY:return-7";
    equal(testing.sign(keys.secretKey, text), await hmacSha256(keys.secretKey, text));
    const signature = testing.sign(keys.secretKey, text);
    equal(iyzico.read(iyzico.refund(most.refund), httpAnswer(answerText({ ...landed.refund, signature }))).status, "success");
  });

  test("the documents' own success, signed anew", async () => {
    const { signature: _, ...members } = JSON.parse(fixtures["refund.success.docs-2025.json"]);
    const { price, ...request } = JSON.parse(fixtures["refund.request.docs-2025.json"]);
    const text = await signedAnswer({ ...members, price: token("5") });
    const outcome = iyzico.read(iyzico.refund({ ...request, price: String(price) }), httpAnswer(text));
    equal([outcome.status, outcome.data?.paymentId], ["success", "25180188"]);
  });

  test("a published cancel, as it was printed", () => {
    const text = fixtures["cancel.success.gitbook-2018.json"];
    const outcome = iyzico.read(iyzico.cancel({ paymentId: "1", conversationId: "123456789" }), httpAnswer(text));
    equal([outcome.status, outcome.data?.price, outcome.data?.systemTime], ["success", "1.2", 1527157939722]);
  });

  test("least params, least answer", async () => {
    const refund = answerText({ status: "success", paymentTransactionId: "27169345", price: token("5"), signature: await hmacSha256(keys.secretKey, ":5::") });
    equal(iyzico.read(iyzico.refund(least.refund), httpAnswer(refund)).data, { paymentTransactionId: "27169345", price: "5" });
    equal(iyzico.read(iyzico.cancel(least.cancel), httpAnswer('{"status":"success","paymentId":"25180188"}')).data, { paymentId: "25180188" });
  });
}

function signed(operation) {
  return { signedPrice: DATA[operation].price };
}
