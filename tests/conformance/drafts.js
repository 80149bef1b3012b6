// A draft may come back from a browser, a queue or a ledger. Only an unchanged draft is signed.

import { equal, ok, thrownBy } from "./support/assert.js";
import { codes } from "./support/input.js";
import { bodies, least, most, OPERATIONS, PATHS } from "./support/samples.js";

const OTHERS = { refund: "refundV2", refundV2: "cancel", cancel: "refund", refundChargedFromMerchant: "refund" };

export function drafts({ test, pkg, iyzico }) {
  const { draft } = pkg;
  const refused = (altered) => {
    const error = thrownBy(() => iyzico.sign(altered), "sign");
    equal([error.name, error.code], ["IyzicoValidationError", "IYZICO_VALIDATION"]);
    return codes(error.issues);
  };

  for (const operation of OPERATIONS) {
    test(`${operation}: a draft is five plain, frozen texts`, () => {
      const made = draft(operation, most[operation]);
      equal(Object.keys(made), ["operation", "method", "path", "body", "fingerprint"]);
      const { fingerprint, ...rest } = made;
      equal(rest, { operation, method: "POST", path: PATHS[operation], body: bodies[operation] });
      ok(/^[0-9a-f]{64}$/.test(fingerprint), fingerprint);
      ok(Object.isFrozen(made), "it is not frozen");
      equal(Object.getPrototypeOf(made), Object.prototype, "its prototype");
    });

    test(`${operation}: a draft survives JSON and structuredClone`, () => {
      const made = draft(operation, most[operation]);
      for (const copy of [JSON.parse(JSON.stringify(made)), structuredClone(made), { ...made }, Object.assign(Object.create(null), made)]) {
        const request = iyzico.sign(copy);
        equal([request.operation, request.body, request.fingerprint], [operation, made.body, made.fingerprint]);
      }
    });

    test(`${operation}: an altered member is refused by name`, () => {
      const made = draft(operation, most[operation]);
      equal(refused({ ...made, path: PATHS[OTHERS[operation]] }), ["path draft_altered"]);
      equal(refused({ ...made, path: `${made.path}/` }), ["path draft_altered"]);
      equal(refused({ ...made, method: "GET" }), ["method draft_altered"]);
      equal(refused({ ...made, fingerprint: "0".repeat(64) }), ["fingerprint draft_altered"]);
      equal(refused({ ...made, fingerprint: made.fingerprint.toUpperCase() }), ["fingerprint draft_altered"]);
      equal(refused({ ...made, url: "https://example.com" }), ["url unknown_field"]);
      for (const name of ["method", "path", "fingerprint"]) {
        const { [name]: _, ...rest } = made;
        equal(refused(rest), [`${name} draft_altered`]);
      }
    });

    test(`${operation}: a draft of one operation is none of another`, () => {
      const made = draft(operation, most[operation]);
      ok(refused({ ...made, operation: OTHERS[operation] }).length > 0, "it was signed");
      equal(refused({ ...made, operation: "x" }), ["operation unknown_operation"]);
    });

    test(`${operation}: the body must be the very bytes its values produce`, () => {
      const made = draft(operation, most[operation]);
      for (const body of [
        ` ${made.body}`,
        `${made.body}\n`,
        made.body.replace(":", ": "),
        made.body.replace("locale", "l\\u006fcale"),
        `{${made.body.slice(1, -1).split(",").reverse().join(",")}}`,
      ]) {
        equal(refused({ ...made, body }), ["body draft_altered"]);
      }
    });
  }

  test("another amount, target, currency or conversationId in the body no longer fits the fingerprint", () => {
    const made = draft("refund", most.refund);
    for (const [from, to] of [["5.00", "50.0"], ["27169345", "27169346"], ["TRY", "USD"], ["return-7", "return-8"]]) {
      equal(refused({ ...made, body: made.body.replace(from, to) }), ["fingerprint draft_altered"]);
    }
  });

  test("the body is checked by the rules again", () => {
    const made = draft("refund", least.refund);
    const bodyWith = (price) => ({ ...made, body: `{"paymentTransactionId":"27169345","price":${price}}` });
    equal(refused(bodyWith("0")), ["price amount_zero"]);
    equal(refused(bodyWith("-5")), ["price amount_format"]);
    equal(refused(bodyWith("5e2")), ["price amount_format"]);
    equal(refused(bodyWith("null")), ["price type"]);
    equal(refused(bodyWith('5.00,"upTo":9')), ["upTo unknown_field"]);
    equal(refused(bodyWith('5.00,"evil":1')), ["evil unknown_field"]);
    ok(refused(bodyWith('5.00,"price":5.00')).length > 0, "a field that stands twice was signed");
    ok(refused(bodyWith('5.00,"conversationId":"\\ud800"')).length > 0, "half a character was signed");
    for (const body of ["", "{", "not json", `${made.body}${made.body}`]) equal(refused({ ...made, body }), ["not_json"]);
    for (const body of ["[]", "null", "5", '"x"']) equal(refused({ ...made, body }), ["not_an_object"]);
    for (const body of [{}, 5, null, undefined]) ok(refused({ ...made, body }).length > 0, "a body that is no text was signed");
  });

  test("what is no draft at all", () => {
    for (const value of [undefined, null, "", "{}", 5, 5n, true, [], Symbol("x"), () => {}]) equal(refused(value), ["not_an_object"]);
    ok(refused({}).length > 0, "an empty object was signed");
    ok(refused(Object.create(draft("refund", least.refund))).length > 0, "an inherited draft was signed");
    ok(refused(iyzico.refund(least.refund)).length > 0, "a request was signed again as a draft");
  });

  test("a draft's getter cannot show two bodies", () => {
    const [small, large] = ["5", "500"].map((price) => draft("refund", { ...least.refund, price }));
    let reads = 0;
    const request = iyzico.sign({ ...small, get body() { return reads++ === 0 ? small.body : large.body; } });
    equal([request.body, reads], [small.body, 1]);
  });

  test("the fingerprint is of what is meant", () => {
    const fingerprint = (changes, operation = "refund") => draft(operation, { ...least[operation], ...changes }).fingerprint;
    const plain = fingerprint({ conversationId: "1" });
    for (const same of [
      { price: "5" },
      { price: "5.0" },
      { price: 5 },
      { locale: "tr" },
      { ip: "1.2.3.4" },
      { reason: "FRAUD" },
      { reason: "OTHER", description: "x" },
      { upTo: "9" },
    ]) {
      equal(fingerprint({ conversationId: "1", ...same }), plain, JSON.stringify(same));
    }
    const different = [
      plain,
      fingerprint({}),
      fingerprint({ conversationId: "2" }),
      fingerprint({ conversationId: "1", price: "5.01" }),
      fingerprint({ conversationId: "1", price: "50" }),
      fingerprint({ conversationId: "1", currency: "TRY" }),
      fingerprint({ conversationId: "1", currency: "USD" }),
      fingerprint({ conversationId: "1", paymentTransactionId: "27169346" }),
      fingerprint({ conversationId: "1", paymentTransactionId: "27169345", price: "5.00" }, "refundChargedFromMerchant"),
      fingerprint({ conversationId: "1", paymentId: "27169345" }, "refundV2"),
      fingerprint({ conversationId: "1", paymentId: "27169345" }, "cancel"),
    ];
    equal(new Set(different).size, different.length, "different intents");
  });

  test("a request has the fingerprint of its draft", () => {
    for (const operation of OPERATIONS) {
      equal(iyzico[operation](most[operation]).fingerprint, draft(operation, most[operation]).fingerprint);
    }
  });
}
