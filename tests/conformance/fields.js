// Fields: required ones, unknown ones, and their order in issues and bodies.

import { equal, ok } from "./support/assert.js";
import { ALL_OPERATIONS, bodies, least, most, OPERATIONS } from "./support/samples.js";

const REQUIRED = {
  refund: ["paymentTransactionId", "price"],
  refundV2: ["paymentId", "price"],
  cancel: ["paymentId"],
  refundChargedFromMerchant: ["paymentTransactionId", "price"],
};

const ABSENT = {
  refund: ["paymentId", "body", "x"],
  refundV2: ["paymentTransactionId", "reason", "description"],
  cancel: ["price", "currency", "upTo", "paymentTransactionId"],
  refundChargedFromMerchant: ["paymentId", "subMerchantKey"],
};

export function fields({ test, input, pkg }) {
  for (const operation of OPERATIONS) {
    test(`${operation}: the least and the most that can be said`, () => {
      input.accepted(operation, least[operation]);
      equal(input.accepted(operation, most[operation]), bodies[operation]);
    });

    test(`${operation}: the body has its own order, whatever the caller's`, () => {
      equal(input.accepted(operation, Object.fromEntries(Object.entries(most[operation]).reverse())), bodies[operation]);
    });

    test(`${operation}: validate gives back what was accepted, in the order of the fields`, () => {
      const { value } = pkg.validate(operation, most[operation]);
      equal(value, most[operation]);
      equal(Object.keys(value), Object.keys(most[operation]));
    });

    test(`${operation}: every required field is missed at once`, () => {
      input.refused(operation, {}, REQUIRED[operation].map((name) => `${name} missing`));
      for (const name of REQUIRED[operation]) {
        const { [name]: _, ...rest } = most[operation];
        input.refused(operation, rest, [`${name} missing`]);
      }
    });

    test(`${operation}: an optional field that is undefined is left out`, () => {
      const optional = Object.keys(most[operation]).filter((name) => !REQUIRED[operation].includes(name));
      const unset = Object.fromEntries(optional.map((name) => [name, undefined]));
      equal(input.accepted(operation, { ...unset, ...least[operation] }), input.accepted(operation, least[operation]));
    });

    test(`${operation}: null is a value of the wrong type, not an absence`, () => {
      for (const name of Object.keys(most[operation])) {
        // Without its reason the description would be a second issue.
        const params = name === "reason" ? { ...least[operation], reason: null } : { ...most[operation], [name]: null };
        input.refused(operation, params, [`${name} type`]);
      }
    });

    test(`${operation}: a field of another operation is unknown`, () => {
      for (const name of ABSENT[operation]) input.refused(operation, { ...least[operation], [name]: "1" }, [`${name} unknown_field`]);
    });
  }

  for (const [slip, meant] of [
    ["paymentTransactionID", "paymentTransactionId"],
    ["payment_transaction_id", "paymentTransactionId"],
    ["conversationid", "conversationId"],
    ["converstionId", "conversationId"],
    ["Price", "price"],
    ["prices", "price"],
    ["curency", "currency"],
    ["Reason", "reason"],
    ["upto", "upTo"],
  ]) {
    test(`for the unknown field ${slip} it suggests ${meant}`, () => {
      const [issue] = input.refused("refund", { ...least.refund, [slip]: "1" }, [`${slip} unknown_field`]);
      ok(issue.message.includes(`"${meant}"`), issue.message);
    });
  }

  test("a name that is like none gets no suggestion", () => {
    const [issue] = input.refused("refund", { ...least.refund, merchantNote: "1" }, ["merchantNote unknown_field"]);
    ok(!issue.message.includes("mean"), issue.message);
  });

  test("names that JavaScript treats specially are unknown fields like any other", () => {
    for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty", "then", "", "0"]) {
      const params = Object.defineProperty({ ...least.refund }, name, { value: "1", enumerable: true });
      input.refused("refund", params, [`${name} unknown_field`.trim()]);
    }
  });

  test("an unknown name that has no UTF-8 form is still only an unknown field", () => {
    equal(pkg.validate("refund", { ...least.refund, "a\ud800": "1" }).issues.map(({ code }) => code), ["unknown_field"]);
    equal(pkg.validate("refund", { ...least.refund, "\ud800": "1", "\ud801": "1" }).ok, false);
  });

  test("all issues at once, in the order of the fields, the unknown ones last", () => {
    const params = {
      unknownToo: 1,
      description: "\u0000",
      reason: "x",
      ip: "x",
      currency: "x",
      price: "x",
      paymentTransactionId: 5,
      conversationId: "",
      locale: "x",
      Price: 1,
    };
    input.refused("refund", params, [
      "locale locale",
      "conversationId empty",
      "paymentTransactionId type",
      "price amount_format",
      "currency currency",
      "ip ip",
      "reason reason",
      "description control_character",
      "unknownToo unknown_field",
      "Price unknown_field",
    ]);
  });

  test("params that are no object", () => {
    for (const params of [undefined, null, "", "refund", "{}", 5, NaN, 5n, true, Symbol("x"), () => least.refund, [], [least.refund]]) {
      input.refused("refund", params, ["not_an_object"]);
    }
  });

  test("an operation that is none of ours", () => {
    for (const operation of ["Refund", "refundv2", "", "void", "toString", "constructor", "__proto__", "refund ", undefined, null, 5, {}, []]) {
      const [issue] = input.refused(operation, least.refund, ["operation unknown_operation"]);
      for (const name of ALL_OPERATIONS) ok(issue.message.includes(name), issue.message);
    }
  });

  test("validate does not throw for an operation that cannot even become text", () => {
    const hostile = { toString: () => { throw new Error("hostile"); } };
    for (const operation of [Symbol("refund"), Object.create(null), hostile]) {
      equal(pkg.validate(operation, least.refund).ok, false);
    }
  });
}
