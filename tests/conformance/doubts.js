// Everything that proves nothing is unknown, with the reason, the raw text and the advice to look it up.

import { equal, ok } from "./assert.js";
import { answerText, answerTo, httpAnswer, isSigned, keys, landed, most, OPERATIONS, signedAnswer, token } from "./samples.js";
import { hmacSha256 } from "./webcrypto.js";

const LONGEST = 256 * 1024;

export function doubts({ test, iyzico, fixtures }) {
  const request = iyzico.refund(most.refund);
  const unknown = (reason, status, text, asked = request) => {
    const outcome = iyzico.read(asked, httpAnswer(text, status));
    equal(
      outcome,
      { status: "unknown", operation: asked.operation, httpStatus: status, reason, error: null, advice: "reconcile", raw: text },
      `${status} ${String(text).slice(0, 200)}`,
    );
  };

  test("no answer: fetch threw or timed out", () => {
    for (const operation of OPERATIONS) {
      const outcome = iyzico.read(iyzico[operation](most[operation]), null);
      equal(outcome, { status: "unknown", operation, httpStatus: null, reason: "no-answer", error: null, advice: "reconcile", raw: null });
    }
  });

  test("a redirect, whatever it carries", async () => {
    const good = await signedAnswer(landed.refund);
    for (const status of [300, 301, 302, 303, 307, 308, 399]) {
      unknown("redirect", status, "");
      unknown("redirect", status, "<html>moved</html>");
      unknown("redirect", status, good);
    }
    // An opaque redirect, as browsers report one that was not followed.
    unknown("redirect", 0, "");
  });

  test("an empty answer", () => {
    for (const text of ["", " ", "\r\n\t"]) unknown("empty", 200, text);
    unknown("empty", 502, "");
  });

  test("what is not JSON", () => {
    for (const text of ["<html><body>502 Bad Gateway</body></html>", "OK", "{", "{'status':'success'}", "success", "NaN", '{"a":1}x', "\ufeff{}"]) {
      unknown("not-json", 502, text);
    }
  });

  test("JSON that is no answer of this API", () => {
    for (const text of ["[]", "null", "5", '"success"', "true", "{}", '{"status":null}', '{"status":true}', '{"status":"pending"}', '{"Status":"success"}', '{"status":["success"]}']) {
      unknown("malformed", 200, text);
    }
    unknown("malformed", 200, '{"status":"failure"}');
    unknown("malformed", 200, '{"status":"failure","errorCode":""}');
    unknown("malformed", 200, '{"status":"failure","errorCode":{}}');
  });

  test("a name that stands twice", async () => {
    const good = await signedAnswer(landed.refund);
    for (const twice of ['"status":"success"', '"status":"failure"', '"price":5', '"signature":""', '"x":1,"x":1']) {
      unknown("malformed", 200, good.replace("{", `{${twice},`));
      unknown("malformed", 200, good.replace(/\}$/, `,${twice}}`));
    }
    unknown("malformed", 200, good.replace("{", '{"st\\u0061tus":"success",'));
  });

  test("a field that cannot be what it should be", async () => {
    for (const changes of [{ price: token("-5") }, { price: "5,00" }, { price: token("{}") }, { paymentId: ["25180188"] }, { paymentTransactionId: {} }, { conversationId: true }, { currency: {} }]) {
      unknown("malformed", 200, await signedAnswer({ ...landed.refund, ...changes }, { signedPrice: "5" }));
    }
  });

  test("a success without a signature", () => {
    unknown("signature-missing", 200, answerText(landed.refund));
    unknown("signature-missing", 200, answerText({ ...landed.refund, signature: "" }));
    unknown("signature-missing", 200, answerText({ ...landed.refund, signature: null }));
    unknown("signature-missing", 200, answerText(landed.refundV2), iyzico.refundV2(most.refundV2));
    unknown("signature-missing", 200, fixtures["refund.success.gitbook-2018.json"]);
  });

  test("a success with a wrong signature", async () => {
    const right = JSON.parse(await signedAnswer(landed.refund)).signature;
    const last = right.at(-1) === "0" ? "1" : "0";
    for (const signature of [
      "0".repeat(64), right.slice(0, -1), right.slice(0, 62), right.slice(0, -1) + last, `${right}00`, ` ${right}`, `0x${right}`, "x", "ş".repeat(32),
      await hmacSha256(keys.secretKey, "25180188:5.00:TRY:return-7"),
      await hmacSha256(keys.secretKey, "25180188:return-7"),
      await hmacSha256("another-secret", "25180188:5:TRY:return-7"),
      await hmacSha256("", "25180188:5:TRY:return-7").catch(() => "1".repeat(64)),
    ]) {
      unknown("signature-wrong", 200, answerText({ ...landed.refund, signature }));
    }
    unknown("signature-wrong", 200, fixtures["refund-v2.success.node-sdk-test.json"], iyzico.refundV2({ paymentId: "25180208", price: "15", conversationId: "123456789" }));
  });

  test("a signature does not carry over to other values", async () => {
    const { signature } = JSON.parse(await signedAnswer(landed.refund));
    for (const changes of [{ paymentId: "25180189" }, { price: token("5.01") }, { currency: "USD" }, { conversationId: "return-8" }, { conversationId: undefined }]) {
      unknown("signature-wrong", 200, answerText({ ...landed.refund, ...changes, signature }));
    }
  });

  test("values with the separator in them cannot shift", async () => {
    const { currency: _, ...params } = most.refund;
    const asked = iyzico.refund(params);
    for (const [text, changes] of [
      // Truly signed for a refund of 7 whose conversationId is "5:TRY:return-7".
      ["25180188:7:TRY:5:TRY:return-7", { paymentId: "25180188:7:TRY" }],
      // Truly signed for the conversationId "x:return-7".
      ["25180188:5:TRY:x:return-7", { currency: "TRY:x" }],
    ]) {
      const signature = await hmacSha256(keys.secretKey, text);
      unknown("signature-wrong", 200, answerText({ ...landed.refund, ...changes, signature }), asked);
    }
  });

  test("a success that names an error in any of the fields for one", async () => {
    for (const operation of OPERATIONS) {
      const asked = iyzico[operation](most[operation]);
      for (const errorCode of ["10051", 10051, "1", "x", "00", " ", {}, true]) unknown("contradiction", 200, await answerTo(operation, { errorCode }), asked);
      for (const said of ["x", "0", " ", 0, {}, [], false]) {
        for (const name of ["errorGroup", "errorMessage"]) {
          unknown("contradiction", 200, await answerTo(operation, { [name]: said }), asked);
          unknown("contradiction", 200, await answerTo(operation, { errorCode: "0", [name]: said }), asked);
        }
      }
    }
  });

  for (const operation of OPERATIONS) {
    const id = "paymentTransactionId" in most[operation] ? "paymentTransactionId" : "paymentId";

    test(`${operation}: a well signed success about something else`, async () => {
      const elsewhere = [{ [id]: "1" }, { [id]: undefined }, { conversationId: "another" }, { conversationId: undefined }];
      if (operation !== "cancel") elsewhere.push({ price: token("4") }, { price: token("5.00000001") }, { currency: "USD" });
      if (isSigned(operation)) elsewhere.push({ currency: undefined });
      for (const changes of elsewhere) {
        unknown("echo-mismatch", 200, await answerTo(operation, changes), iyzico[operation](most[operation]));
      }
    });

    test(`${operation}: an answer with a conversationId that was not sent`, async () => {
      const { conversationId: _, ...params } = most[operation];
      unknown("echo-mismatch", 200, await answerTo(operation), iyzico[operation](params));
    });

    test(`${operation}: a failure about something else says nothing about this`, () => {
      for (const changes of [{ [id]: "1" }, { [id]: `0${most[operation][id]}` }, { conversationId: "another" }, { conversationId: "" }, { conversationId: token("7") }]) {
        unknown("echo-mismatch", 400, answerText({ status: "failure", errorCode: "10220", ...changes }), iyzico[operation](most[operation]));
      }
      const { conversationId: _, ...nameless } = most[operation];
      unknown("echo-mismatch", 400, answerText({ status: "failure", errorCode: "10220", conversationId: "another" }), iyzico[operation](nameless));
    });
  }

  test("a failure with another price or currency says nothing about this", () => {
    for (const changes of [{ price: token("4") }, { price: "6.00" }, { price: token("5.00000001") }, { currency: "USD" }, { currency: "" }]) {
      unknown("echo-mismatch", 400, answerText({ status: "failure", errorCode: "10220", ...changes }));
    }
    unknown("echo-mismatch", 200, fixtures["refund.failure.php-sdk-mock.json"]);
  });

  test("an answer longer than any real one is not read, and kept only in part", async () => {
    const good = await signedAnswer({ ...landed.refund, padding: "x".repeat(1024 * 1024) });
    for (const text of [good, "x".repeat(8 * 1024 * 1024), `${" ".repeat(LONGEST)}{}`, `"${"ş".repeat(LONGEST / 2)}"`]) {
      const outcome = iyzico.read(request, httpAnswer(text));
      equal([outcome.status, outcome.reason, outcome.advice], ["unknown", "too-large", "reconcile"]);
      ok(outcome.raw.length <= LONGEST + 1 && text.startsWith(outcome.raw), `raw has ${outcome.raw.length} characters`);
    }
  });

  test("the longest answer that is read has 256 KiB", async () => {
    const good = await signedAnswer(landed.refund);
    const padded = (length) => good + " ".repeat(length - good.length);
    const longest = iyzico.read(request, httpAnswer(padded(LONGEST)));
    equal([longest.status, longest.raw.length], ["success", LONGEST]);
    unknown("too-large", 200, padded(LONGEST + 1));
  });

  test("depth and width are bounded", () => {
    for (const text of ["[".repeat(60_000), '{"a":'.repeat(12_000), `{"a":${"[".repeat(1000)}${"]".repeat(1000)}}`]) {
      equal(iyzico.read(request, httpAnswer(text)).status, "unknown");
    }
    const wide = Array.from({ length: 4000 }, (_, n) => `"k${n}":0`).join(",");
    equal(iyzico.read(request, httpAnswer(`{${wide}}`)).status, "unknown");
  });

  test("a request that is none of ours", async () => {
    const text = await signedAnswer(landed.refund);
    for (const asked of [undefined, null, {}, "refund", 5, [], { operation: "refund" }, { operation: "x", body: request.body }, { ...request, body: "{}" }, { ...request, body: `${request.body},` }, { ...request, body: {} }, { ...request, operation: "cancel" }]) {
      const outcome = iyzico.read(asked, httpAnswer(text));
      equal([outcome.status, outcome.reason, outcome.advice, outcome.raw], ["unknown", "request-unreadable", "reconcile", text], JSON.stringify(asked));
    }
  });

  test("no prefix of a good answer is a success", async () => {
    const text = await signedAnswer(landed.refund);
    for (let length = 0; length < text.length; length++) {
      equal(iyzico.read(request, httpAnswer(text.slice(0, length))).status, "unknown", text.slice(0, length));
    }
  });

  test("no changed character of the signed and echoed values leaves a success", async () => {
    const text = await signedAnswer(landed.refund);
    const watched = ["status", "conversationId", "paymentId", "paymentTransactionId", "price", "currency", "signature"];
    for (const name of watched) {
      const from = text.indexOf(`"${name}":`) + name.length + 3;
      const to = text.indexOf(",", from) === -1 ? text.length - 1 : text.indexOf(",", from);
      for (let at = from; at < to; at++) {
        const other = text[at] === "1" ? "2" : "1";
        equal(iyzico.read(request, httpAnswer(text.slice(0, at) + other + text.slice(at + 1))).status, "unknown", `${name} at ${at}`);
      }
    }
  });

  test("read never throws, whatever the text is", () => {
    for (const [reason, text] of [["not-json", "\ud800"], ["malformed", '{"a":"\ud800"}'], ["not-json", "\u0000"], ["not-json", "\udc00{}"]]) {
      equal(iyzico.read(request, httpAnswer(text)).reason, reason, JSON.stringify(text));
    }
  });

  test("read does not throw for a request that throws when it is read", () => {
    const fail = () => { throw new Error("hostile"); };
    const hostile = { get operation() { return fail(); }, get body() { return fail(); } };
    const mute = Object.create(null);
    for (const asked of [hostile, new Proxy({}, { get: fail }), { ...request, operation: mute }, { ...request, body: mute }]) equal(iyzico.read(asked, httpAnswer("{}")).reason, "request-unreadable");
  });
}
