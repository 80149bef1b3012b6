// Attacks that once succeeded.

import { equal, ok, thrownBy } from "./support/assert.js";
import { carriedOut, item, LATE, partly, payment, refunds, shown } from "./support/books.js";
import { answerText, bodies, httpAnswer, keys, least, most } from "./support/samples.js";
import { landed as tillLanded, least as tillLeast, most as tillMost } from "./support/till.js";

export function attacks({ test, pkg, iyzico, terminal, environment }) {
  test("an id with an absurd exponent is another id, and does not kill the instance", () => {
    const sent = { operation: "refund", body: bodies.refund.replace('"return-7"', '"20261125001"') };
    for (const exponent of ["-9223372036854775808", "9223372036854775807", "-9223372036854775807", "99999999999999999999"]) {
      const answer = shown([partly({ itemTransactions: [item("27169345", refunds(carriedOut(`1e${exponent}`, "7")))] })]);
      for (let i = 0; i < 1000; i++) ok(iyzico.reconcile(sent, answer, LATE).verdict !== "landed", exponent);
    }
    equal(iyzico.refund(least.refund).url.startsWith("https://"), true, "the instance lives");
  });

  test("a body of an earlier version, which spelled line breaks in another way, is read and signed as it is", () => {
    const draft = pkg.draft("refund", { ...most.refund, description: "a\nb\tc\\nd\re" });
    const earlier = { ...draft, body: draft.body.replace("a\\nb\\tc\\\\nd\\re", "a\\u000ab\\u0009c\\\\nd\\u000de") };
    ok(earlier.body !== draft.body, "another spelling");
    equal(iyzico.reconcile(earlier, shown([payment({ itemTransactions: [item("27169345")] })]), LATE).reason, "absent");
    equal(iyzico.sign(earlier).body, earlier.body);
    for (const body of [draft.body.replace("a\\nb", "a\\u000Ab"), draft.body.replace("a\\nb", "a\\u000ab")]) {
      equal(thrownBy(() => iyzico.sign({ ...draft, body })).issues[0].code, "draft_altered", body);
    }
  });

  test("at a till a question that can't be read is not the same as none", () => {
    for (const operation of ["terminal.refund", "terminal.void"]) {
      const request = terminal[operation.split(".")[1]](tillMost[operation]);
      const own = tillMost[operation].transactionReferenceId;
      const answer = httpAnswer(answerText({ ...tillLanded["terminal.transactionStatus"], transactionReferenceId: own, refundHostReference: "1", cancelHostReference: "1" }));
      equal(terminal.reconcile(request, answer, LATE).verdict, "landed");
      const asked = terminal.transactionStatus({ transactionReferenceId: own });
      equal(terminal.reconcile(request, answer, { ...LATE, question: asked }).verdict, "landed");
      for (const question of [
        JSON.stringify(asked), Promise.resolve(asked), null, 0, {}, { ...asked, operation: "terminal.transactionstatus" }, { ...asked, body: "" },
        terminal.refundableSaleInfo({ transactionReferenceId: own }),
      ]) {
        const { verdict, reason } = terminal.reconcile(request, answer, { ...LATE, question });
        equal([verdict, reason], ["ambiguous", "other-question"], String(question));
      }
    }
  });

  test("items that add up to more than an amount can be are a contradiction", () => {
    const rows = refunds(carriedOut("another", "1"));
    for (const price of ["9999999999999999", "99999999999999999999"]) {
      const answer = shown([partly({ paidPrice: 5, itemTransactions: [item("1", rows, { paidPrice: 2.5 }), item("2", [], { paidPrice: price })] })]);
      const sent = { operation: "refundV2", body: '{"conversationId":"own","paymentId":"25180188","price":3}' };
      for (const verdict of [iyzico.reconcile(sent, answer, LATE).verdict, iyzico.precheck(sent, answer).verdict]) equal(verdict, "ambiguous", price);
    }
  });

  test("a setter on Object.prototype can't hide an outcome or an error", () => {
    const request = iyzico.refund(least.refund);
    for (const name of ["raw", "issues", "value", "get", "enumerable"]) {
      for (const descriptor of [{ value: 1, writable: false }, { set() {}, get: () => undefined }]) {
        polluted(name, descriptor, () => {
          equal(iyzico.read(request, httpAnswer("{}")).raw, "{}", name);
          const error = thrownBy(() => iyzico.refund({}));
          equal([error.name, error.issues.length], ["IyzicoValidationError", 2], name);
          equal(terminal.void(tillLeast["terminal.void"]).headers.Authorization.slice(0, 7), "Bearer ", name);
        });
      }
    }
  });

  test("a patched iterator can't change which lines are sent", () => {
    const { saleItems: [line], ...rest } = tillLeast["terminal.refund"];
    const params = { ...rest, saleItems: [line, { ...line, name: "b" }, { ...line, name: "c" }] };
    const { body } = pkg.draft("terminal.refund", params);
    const only = { value: function* () { yield 0; } };
    polluted(Symbol.iterator, only, () => equal(pkg.draft("terminal.refund", params).body, body));
    let asked = 0;
    const growing = new Proxy(params.saleItems, { get: (list, name) => (name === "length" ? [3, 2e7][asked++] : list[name]) });
    equal(pkg.draft("terminal.refund", { ...rest, saleItems: growing }).body, body);
  });

  test("a GET is read only against a URL of ours", () => {
    const details = httpAnswer(answerText({ status: "success", payments: [{ paymentId: "1" }] }));
    const url = "https://sandbox-api.iyzipay.com/v2/reporting/payment/details?paymentId=1";
    equal(iyzico.read({ operation: "paymentDetails", url }, details).status, "success");
    for (const url of ["not a url?paymentId=1", "/v2/reporting/payment/transactions?paymentId=1", "?paymentId=1"]) {
      equal(iyzico.read({ operation: "paymentDetails", url }, details).reason, "request-unreadable", url);
    }
  });

  test("a getter that frees the client gets an error", () => {
    const client = new pkg.Iyzico({ ...keys, environment: "sandbox" });
    const error = thrownBy(() => client.refund({ ...least.refund, get price() { client.free(); return "5.00"; } }));
    equal(error.code, "IYZICO_CONFIG");
  });

  test("a source of randomness that signs something itself, or detaches its array, breaks nothing", () => {
    const real = globalThis.crypto.getRandomValues;
    const client = new pkg.Iyzico({ ...keys, environment: "sandbox" });
    const drain = (times) => Array.from({ length: times }, () => client.refund(least.refund).headers["x-iyzi-rnd"]);
    let depth = 0;
    try {
      globalThis.crypto.getRandomValues = function (bytes) {
        if (depth++ === 0) drain(20);
        return real.call(globalThis.crypto, bytes);
      };
      if (globalThis.crypto.getRandomValues === real) return;
      equal(new Set(drain(40)).size, 40, "keys given twice");
      globalThis.crypto.getRandomValues = (bytes) => void structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
      const codes = new Set(Array.from({ length: 40 }, () => {
        try { return drain(1).length; } catch (error) { return error.code ?? String(error); }
      }));
      ok([...codes].every((code) => code === 1 || code === "IYZICO_VALIDATION"), [...codes].join());
    } finally {
      globalThis.crypto.getRandomValues = real;
    }
    equal(drain(40).length, 40, environment.name);
  });
}

function polluted(name, descriptor, check) {
  Object.defineProperty(Object.prototype, name, { __proto__: null, ...descriptor, configurable: true });
  try {
    check();
  } finally {
    delete Object.prototype[name];
  }
}
