// Answers that prove nothing: altered, cut, too long, or for an unreadable request. outcomes.js has the rules.

import { equal, ok } from "./support/assert.js";
import { answerText, httpAnswer, landed, most, OPERATIONS, signedAnswer } from "./support/samples.js";
import { hmacSha256 } from "./support/webcrypto.js";

const LONGEST = 256 * 1024;

export function doubts({ test, iyzico }) {
  const request = iyzico.refund(most.refund);
  const unknown = (reason, status, text, asked = request) => {
    const outcome = iyzico.read(asked, httpAnswer(text, status));
    equal(
      outcome,
      { status: "unknown", operation: asked.operation, httpStatus: status, reason, error: null, advice: "reconcile", raw: text },
      `${status} ${String(text).slice(0, 200)}`,
    );
  };

  test("no answer", () => {
    for (const operation of OPERATIONS) {
      const outcome = iyzico.read(iyzico[operation](most[operation]), null);
      equal(outcome, { status: "unknown", operation, httpStatus: null, reason: "no-answer", error: null, advice: "reconcile", raw: null });
    }
  });

  test("a name that is given twice", async () => {
    const good = await signedAnswer(landed.refund);
    for (const twice of ['"status":"success"', '"status":"failure"', '"price":5', '"signature":""', '"x":1,"x":1']) {
      unknown("malformed", 200, good.replace("{", `{${twice},`));
      unknown("malformed", 200, good.replace(/\}$/, `,${twice}}`));
    }
    unknown("malformed", 200, good.replace("{", '{"st\\u0061tus":"success",'));
  });

  test("a signature that is nearly right", async () => {
    const right = JSON.parse(await signedAnswer(landed.refund)).signature;
    const last = right.at(-1) === "0" ? "1" : "0";
    for (const signature of [
      right.slice(0, -1), right.slice(0, 62), right.slice(0, -1) + last, `${right}00`, ` ${right}`, `0x${right}`,
      await hmacSha256("another-secret", "25180188:5:TRY:return-7"),
      await hmacSha256("", "25180188:5:TRY:return-7").catch(() => "1".repeat(64)),
    ]) {
      unknown("signature-wrong", 200, answerText({ ...landed.refund, signature }));
    }
  });

  test("an answer that is too long is not read, and kept only in part", async () => {
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

  test("a request that is not ours", async () => {
    const text = await signedAnswer(landed.refund);
    for (const asked of [undefined, null, {}, "refund", 5, [], { operation: "refund" }, { operation: "x", body: request.body }, { ...request, body: "{}" }, { ...request, body: `${request.body},` }, { ...request, body: {} }, { ...request, operation: "cancel" }]) {
      const outcome = iyzico.read(asked, httpAnswer(text));
      equal([outcome.status, outcome.reason, outcome.advice, outcome.raw], ["unknown", "request-unreadable", "reconcile", text], JSON.stringify(asked));
    }
  });

  test("a part of a success is unknown", async () => {
    const text = await signedAnswer(landed.refund);
    for (let length = 0; length < text.length; length++) {
      equal(iyzico.read(request, httpAnswer(text.slice(0, length))).status, "unknown", text.slice(0, length));
    }
  });

  test("a success with any changed character in a signed or echoed value is unknown", async () => {
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
