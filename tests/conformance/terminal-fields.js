// The fields of a till's operations: required, unknown, in order. Which values they take is in values.js.

import { equal, ok } from "./support/assert.js";
import { bodies, cup, least, most, TILL_OPERATIONS } from "./support/till.js";

const REFUND = "terminal.refund";

const REQUIRED = {
  "terminal.refund": ["deviceUniqueId", "paymentId", "paymentDate", "transactionReferenceId", "saleAppName", "saleAppVersion", "saleItems"],
  "terminal.void": ["deviceUniqueId", "paymentId", "paymentDate", "transactionReferenceId"],
  "terminal.refundableSaleInfo": ["transactionReferenceId"],
  "terminal.transactionStatus": [],
};

export function terminalFields({ test, input, pkg }) {
  const refund = (changes) => ({ ...least[REFUND], ...changes });
  const withItem = (changes) => refund({ saleItems: [{ ...cup, ...changes }] });

  for (const operation of TILL_OPERATIONS) {
    test(`${operation}: the least and the most that can be said`, () => {
      input.accepted(operation, least[operation]);
      equal(input.accepted(operation, most[operation]), bodies[operation]);
    });

    test(`${operation}: the body has its own order, whatever the caller's`, () => {
      equal(input.accepted(operation, reversed(most[operation])), bodies[operation]);
    });

    test(`${operation}: validate gives back what was accepted, in the order of the fields`, () => {
      const { value } = pkg.validate(operation, reversed(most[operation]));
      equal(JSON.stringify(value), JSON.stringify(most[operation]));
    });

    test(`${operation}: every required field is missed at once`, () => {
      const missed = REQUIRED[operation].map((name) => `${name} missing`);
      if (missed.length) input.refused(operation, {}, missed);
      for (const name of REQUIRED[operation]) {
        const { [name]: _, ...rest } = most[operation];
        input.refused(operation, rest, [`${name} missing`]);
      }
    });

    test(`${operation}: null is a value of the wrong type, not an absence`, () => {
      for (const name of Object.keys(most[operation])) input.refused(operation, { ...most[operation], [name]: null }, [`${name} type`]);
    });

    test(`${operation}: an optional field that is undefined is left out`, () => {
      const unset = Object.fromEntries(Object.keys(most[operation]).map((name) => [name, undefined]));
      equal(input.accepted(operation, { ...unset, ...least[operation] }), input.accepted(operation, least[operation]));
    });

    test(`${operation}: a merchant's fields are unknown here`, () => {
      for (const name of ["price", "currency", "ip", "upTo", "paymentTransactionId"]) {
        input.refused(operation, { ...least[operation], [name]: "1" }, [`${name} unknown_field`]);
      }
    });
  }

  for (const operation of [REFUND, "terminal.void"]) {
    test(`${operation}: a day of the calendar, a number or 8 digits, is sent as a number`, () => {
      for (const day of [20260406, 20240229, 20000229, 20251231, 10000101, 99991231]) {
        for (const paymentDate of [day, String(day)]) {
          const body = input.accepted(operation, { ...least[operation], paymentDate });
          ok(body.includes(`"paymentDate":${day},`), body);
          equal(pkg.validate(operation, { ...least[operation], paymentDate }).value.paymentDate, day);
        }
      }
    });
  }

  test("there are at most a thousand lines", () => {
    const saleItems = Array.from({ length: 1000 }, () => cup);
    equal(JSON.parse(input.accepted(REFUND, refund({ saleItems }))).saleItems.length, 1000);
    for (const length of [1001, 100_000]) input.refused(REFUND, refund({ saleItems: new Array(length).fill(cup) }), ["saleItems too_many"]);
  });

  test("at most a hundred issues are listed", () => {
    const wrong = { ...cup, itemQuantity: 0, name: "" };
    const { issues } = pkg.validate(REFUND, refund({ locale: "x", saleItems: Array.from({ length: 1000 }, () => wrong) }));
    equal(issues.length, 100);
    equal([issues[0].path, issues.at(-1).path], [["locale"], ["saleItems", "49", "name"]]);
  });

  test("there is at least one line, and a line is an object", () => {
    input.refused(REFUND, refund({ saleItems: [] }), ["saleItems no_items"]);
    for (const saleItems of [{}, cup, "x", 5, true, null, new Set([cup])]) input.refused(REFUND, refund({ saleItems }), ["saleItems type"]);
    for (const item of [null, "Fincan", 5, true, [], [cup]]) input.refused(REFUND, refund({ saleItems: [cup, item] }), ["saleItems.1 not_an_object"]);
    const missing = ["name", "unitCode", "taxGroupCode", "itemQuantity", "unitPriceAmount", "grossPriceAmount", "totalPriceAmount"];
    input.refused(REFUND, refund({ saleItems: [{}] }), missing.map((name) => `saleItems.0.${name} missing`));
  });

  test("a line that JSON has no form for is no object either", () => {
    for (const item of [undefined, 5n, () => cup, Symbol("x"), NaN]) input.refused(REFUND, refund({ saleItems: [cup, item] }), ["saleItems.1 not_an_object"]);
    input.refused(REFUND, refund({ saleItems: new Array(2) }), ["saleItems.0 not_an_object", "saleItems.1 not_an_object"]);
  });

  test("an unknown field of a line has its path and the name that was probably meant", () => {
    const [issue] = input.refused(REFUND, refund({ saleItems: [cup, { ...cup, itemQuantty: 1 }] }), ["saleItems.1.itemQuantty unknown_field"]);
    equal(issue.path, ["saleItems", "1", "itemQuantty"]);
    ok(issue.message.includes('"itemQuantity"'), issue.message);
    input.refused(REFUND, withItem({ price: "1" }), ["saleItems.0.price unknown_field"]);
  });

  test("all issues at once, in the order of the fields, a line's where its list stands", () => {
    const params = {
      saleItems: [{ ...cup, itemQuantity: 0, colour: 1, name: "" }, 5, { ...cup, returnAmount: "0", unitCode: 62 }],
      relatedSaleId: "",
      saleAppVersion: 1,
      transactionReferenceId: "\n",
      paymentDate: 20251340,
      paymentId: "PAY 1",
      deviceUniqueId: "P".repeat(65),
      locale: "de",
      unknown: 1,
    };
    input.refused(REFUND, params, [
      "locale locale",
      "deviceUniqueId too_long",
      "paymentId id_format",
      "paymentDate date",
      "transactionReferenceId control_character",
      "saleAppName missing",
      "saleAppVersion type",
      "relatedSaleId empty",
      "saleItems.0.name empty",
      "saleItems.0.itemQuantity count",
      "saleItems.0.colour unknown_field",
      "saleItems.1 not_an_object",
      "saleItems.2.unitCode type",
      "saleItems.2.returnAmount amount_zero",
      "unknown unknown_field",
    ]);
  });

  test("the status is asked by a reference, a paymentId or both", () => {
    const status = "terminal.transactionStatus";
    equal(input.accepted(status, { transactionReferenceId: "R-1" }), '{"transactionReferenceId":"R-1"}');
    equal(input.accepted(status, { paymentId: "PAY-1" }), '{"paymentId":"PAY-1"}');
    equal(input.accepted(status, { transactionReferenceId: "R-1", paymentId: "PAY-1" }), '{"paymentId":"PAY-1","transactionReferenceId":"R-1"}');
    const [issue] = input.refused(status, {}, ["paymentId missing"]);
    ok(issue.message.length > 0, "no message");
    input.refused(status, { deviceUniqueId: "P00134", locale: "TR" }, ["paymentId missing"]);
  });

  for (const [code, changes] of Object.entries({
    date: { paymentDate: 20260229 },
    too_long: { deviceUniqueId: "P".repeat(65) },
    no_items: { saleItems: [] },
    too_many: { saleItems: new Array(1001).fill(cup) },
    reference_format: { transactionReferenceId: "ş" },
    not_an_object: { saleItems: [5] },
    count: { saleItems: [{ ...cup, itemQuantity: 0 }] },
    type: { saleItems: [{ ...cup, generic: "yes" }] },
    missing: { saleItems: undefined },
  })) {
    test(`${code} in English and Turkish`, () => {
      const said = [undefined, "EN", "en", "TR", "tr"].map((locale) => {
        const { issues } = pkg.validate(REFUND, refund({ ...changes, locale }));
        equal(issues.map((issue) => issue.code), [code]);
        return issues[0].message;
      });
      equal(new Set(said.slice(0, 3)).size, 1, "English");
      equal(new Set(said.slice(3)).size, 1, "Turkish");
      ok(said[0] !== said[3] && said[3].length > 5 && !/…/.test(said.join("")), said.join(" / "));
    });
  }

  test("the caller's lines are left as they were, and each getter is read once", () => {
    let reads = 0;
    const item = { ...cup, get itemQuantity() { return (reads += 1); } };
    const params = Object.freeze(refund({ saleItems: Object.freeze([item]) }));
    equal(JSON.parse(pkg.draft(REFUND, params).body).saleItems[0].itemQuantity, 1);
    equal(reads, 1, "reads");
  });

  test("inherited and polluted members of a line are no members", () => {
    const missing = pkg.validate(REFUND, refund({ saleItems: [{}] })).issues;
    equal(pkg.validate(REFUND, refund({ saleItems: [Object.create(cup)] })).issues, missing);
  });
}

/** The same with every object's members in reverse. */
function reversed(value) {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([name, member]) => [name, reversed(member)]));
}
