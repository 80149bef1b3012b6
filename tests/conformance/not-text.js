// Values passed by mistake instead of `{ status, text }`: each reads as unknown, not-text.

import { equal } from "./support/assert.js";
import { httpAnswer, landed, most, OPERATIONS, signedAnswer } from "./support/samples.js";
import { landed as told, most as tillMost, TILL_OPERATIONS } from "./support/till.js";

export function notText({ test, iyzico, terminal, login, input }) {
  const fail = () => { throw new Error("hostile"); };

  /** Every wrong shape around a good text. */
  const wrong = (text) => {
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    return {
      nothing: undefined,
      "a text": text,
      "a number": 200,
      "a flag": true,
      "a symbol": Symbol("answer"),
      "a bigint": 200n,
      "a function": () => httpAnswer(text),
      "a parsed body": JSON.parse(text),
      "a Response": new Response(text),
      "a promise of an answer": Promise.resolve(httpAnswer(text)),
      "a promise of a Response": Promise.resolve(new Response(text)),
      "status and text as a list": [200, text],
      "an empty object": {},
      "no text": { status: 200 },
      "no status": { text },
      "a body in the place of the text": { status: 200, body: text },
      "names of another client": { statusCode: 200, data: text },
      "a text that is null": { status: 200, text: null },
      "a text that is a parsed body": { status: 200, text: JSON.parse(text) },
      "a text that is a function": { status: 200, text: () => text },
      "a text that is a promise": { status: 200, text: Promise.resolve(text) },
      "a text in an object": { status: 200, text: new String(text) },
      "a text as bytes": { status: 200, text: new TextEncoder().encode(text) },
      "a status that is null": { status: null, text },
      "a status as text": { status: "200", text },
      "a status in an object": { status: new Number(200), text },
      "a status as bigint": { status: 200n, text },
      "a status with a fraction": { status: 200.5, text },
      "a status that is no number": { status: NaN, text },
      "a status without end": { status: Infinity, text },
      "a status with line breaks": { status: "200\n", text },
      "members that are inherited": Object.create(httpAnswer(text)),
      "getters of a class": new (class { get status() { return 200; } get text() { return text; } })(),
      "a getter that throws": { status: 200, get text() { return fail(); } },
      "a proxy that throws": new Proxy({}, { get: fail }),
      "a revoked proxy": revoked.proxy,
    };
  };

  for (const [what, shape] of Object.entries(wrong(JSON.stringify({ status: "success" })))) {
    test(`${what} reads as unknown, not-text`, async () => {
      const unread = (caller, request, answer, advice) => {
        const outcome = caller.read(request, answer);
        equal(outcome, { status: "unknown", operation: request.operation, httpStatus: null, reason: "not-text", error: null, advice, raw: null });
      };
      for (const operation of OPERATIONS) unread(iyzico, iyzico[operation](most[operation]), shape, "reconcile");
      for (const operation of TILL_OPERATIONS) {
        const advice = input.request(operation, tillMost[operation]).operation.match(/refund$|void$/) ? "reconcile" : "retry-later";
        unread(terminal, input.request(operation, tillMost[operation]), shape, advice);
      }
      unread(iyzico, iyzico.paymentDetails({ paymentId: "1" }), shape, "retry-later");
      unread(login, login.token({ code: "c" }), shape, "retry-later");

      // The text of a success does not help.
      unread(iyzico, iyzico.refund(most.refund), wrong(await signedAnswer(landed.refund))[what], "reconcile");
      unread(terminal, terminal.void(tillMost["terminal.void"]), wrong(JSON.stringify({ ...told["terminal.void"], price: 250.95 }))[what], "reconcile");
    });

    test(`${what} makes a read-back ambiguous`, () => {
      const doubt = { verdict: "ambiguous", reason: "not-text", reversals: [] };
      const times = { sentAt: 1_764_099_400_000, askedAt: 1_764_100_000_000 };
      const details = JSON.stringify({ status: "success", payments: [] });
      for (const operation of OPERATIONS) {
        for (const answer of [shape, wrong(details)[what]]) {
          equal(iyzico.reconcile(iyzico[operation](most[operation]), answer, times), doubt);
          equal(iyzico.precheck(iyzico[operation](most[operation]), answer), doubt);
        }
      }
      const request = terminal.void(tillMost["terminal.void"]);
      equal(terminal.reconcile(request, shape, times), doubt);
      equal(terminal.precheck(request, shape), doubt);
    });
  }

  test("a whole number outside of 0 to 999 is no HTTP status; the text is kept", async () => {
    const request = iyzico.refund(most.refund);
    const text = await signedAnswer(landed.refund);
    for (const status of [-1, -200, 1000, 65_736, 2 ** 32 + 200, 2 ** 64 + 200, Number.MAX_VALUE]) {
      const unread = { status: "unknown", operation: "refund", httpStatus: null, reason: "not-text", error: null, advice: "reconcile", raw: text };
      equal(iyzico.read(request, httpAnswer(text, status)), unread, String(status));
      equal(iyzico.reconcile(request, httpAnswer('{"status":"success","payments":[]}', status)).reason, "not-text");
    }
  });

  test("status and text as two arguments are no answer", async () => {
    const text = await signedAnswer(landed.refund);
    const outcome = iyzico.read(iyzico.refund(most.refund), 200, text);
    equal([outcome.status, outcome.reason, outcome.raw], ["unknown", "not-text", null]);
    equal(iyzico.reconcile(iyzico.refund(most.refund), 200, '{"status":"success","payments":[]}').reason, "not-text");
    equal(iyzico.read(iyzico.refund(most.refund), null, null).reason, "no-answer");
  });

  test("an answer may have more members or be frozen; each is read once", async () => {
    const text = await signedAnswer(landed.refund);
    const request = iyzico.refund(most.refund);
    class Answer {
      status = 200;
      text = text;
    }
    for (const answer of [Object.freeze(httpAnswer(text)), { ...httpAnswer(text), headers: {}, ok: true }, new Answer(), Object.assign(Object.create(null), httpAnswer(text)), new Proxy(httpAnswer(text), {})]) {
      equal(iyzico.read(request, answer).status, "success");
    }
    const reads = { status: 0, text: 0 };
    const counted = { get status() { return (reads.status += 1) && 200; }, get text() { return (reads.text += 1) && text; } };
    equal([iyzico.read(request, counted).status, reads], ["success", { status: 1, text: 1 }]);
  });

  test("members of a polluted Object.prototype are no answer", () => {
    const request = iyzico.refund(most.refund);
    for (const [name, value] of Object.entries(httpAnswer("{}"))) Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true });
    try {
      for (const answer of [{}, [], { status: 200 }, { text: "{}" }]) equal(iyzico.read(request, answer).reason, "not-text");
    } finally {
      for (const name of ["status", "text"]) delete Object.prototype[name];
    }
  });
}
