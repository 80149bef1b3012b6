// What can be asked of a till: every field's own rule, and what is said when it is broken.

import { equal, ok } from "./assert.js";
import { bodies, cup, least, most, TILL_OPERATIONS } from "./till.js";

const REFUND = "terminal.refund";

const REQUIRED = {
  "terminal.refund": ["deviceUniqueId", "paymentId", "paymentDate", "transactionReferenceId", "saleAppName", "saleAppVersion", "saleItems"],
  "terminal.void": ["deviceUniqueId", "paymentId", "paymentDate", "transactionReferenceId"],
  "terminal.refundableSaleInfo": ["transactionReferenceId"],
  "terminal.transactionStatus": [],
};

/** Fields that hold any text, wherever an operation has one. */
const TEXTS = ["deviceUniqueId", "saleAppName", "saleAppVersion", "notificationPhone", "notificationEmail", "relatedSaleId"];

/** Those that may hold line breaks as well. */
const PROSE = ["reason", "description"];

/** An id by which an operation is found again; that of a question is any text, because an earlier version may have sent it. */
const isReference = (operation, name) =>
  name === "conversationId" || (name === "transactionReferenceId" && [REFUND, "terminal.void"].includes(operation));

const AMOUNTS = ["unitPriceAmount", "grossPriceAmount", "totalPriceAmount", "returnAmount"];

const NO_DAY = [
  20251340, 20251301, 20250001, 20260229, 20250229, 19000229, 20260431, 20260400, 20260432, 2026046, 202604060, 20260406.5, 0, -20260406, 1e21,
  "20251340", "20260229", "2026-04-06", "06042026", "2026040", "202604060", "02026040", "+2026046", "-2026046", " 20260406", "20260406 ",
  "２０２６０４０６", "20260406.", "2026e406", "today",
];

const NO_COUNT = [0, -0, -1, 1.5, 0.1, 1e9, 1_000_000_000, 2 ** 53, 1e21, 5e-324, Number.MAX_VALUE];

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

    test(`${operation}: its texts are any texts, sent exactly`, () => {
      for (const name of Object.keys(most[operation]).filter((name) => isText(name) && !isReference(operation, name))) {
        const texts = ["7", " 7 ", "iade-ığüşöç-İ", "😀", 'a"b\\c/d', "\u2028", ":", ...(PROSE.includes(name) ? ["a\nb", "a\r\n\tb", "\n"] : [])];
        for (const value of texts) equal(JSON.parse(input.accepted(operation, { ...least[operation], [name]: value }))[name], value);
        const lines = PROSE.includes(name) ? [] : [["a\nb", "control_character"], ["a\tb", "control_character"], ["a\rb", "control_character"]];
        for (const [value, code] of [...lines, ["", "empty"], ["\u0085", "control_character"], ["a\u0000b", "control_character"], ["\ud800", "lone_surrogate"], [7, "type"], [["7"], "type"], [{}, "type"]]) {
          input.refused(operation, { ...least[operation], [name]: value }, [`${name} ${code}`]);
        }
      }
    });

    test(`${operation}: an id of the caller's is printable ASCII, so that it survives`, () => {
      for (const name of Object.keys(most[operation]).filter((name) => isReference(operation, name))) {
        for (const value of ["7", "7 8", "gid://kasa/1 #2:a", 'a"b\\c', "x".repeat(255)]) {
          equal(JSON.parse(input.accepted(operation, { ...least[operation], [name]: value }))[name], value);
        }
        for (const [value, code] of [
          ["", "empty"], [" 7", "reference_format"], ["7 ", "reference_format"], ["iade-ş", "reference_format"], ["😀", "reference_format"], ["\u00a07", "reference_format"],
          ["x".repeat(256), "too_long"], ["a\nb", "control_character"], ["\ud800", "lone_surrogate"], [7, "type"], [["7"], "type"],
        ]) {
          input.refused(operation, { ...least[operation], [name]: value }, [`${name} ${code}`]);
        }
      }
    });

    test(`${operation}: a till's id has at most 64 characters, whatever they take in UTF-16`, () => {
      if (!("deviceUniqueId" in most[operation])) return;
      for (const value of ["P".repeat(64), "ş".repeat(64), "😀".repeat(64), `${"P".repeat(63)}😀`]) {
        equal(JSON.parse(input.accepted(operation, { ...least[operation], deviceUniqueId: value })).deviceUniqueId, value);
      }
      for (const value of ["P".repeat(65), "ş".repeat(65), "😀".repeat(65), `${"P".repeat(64)}😀`, "P".repeat(100_000)]) {
        const [issue] = input.refused(operation, { ...least[operation], deviceUniqueId: value }, ["deviceUniqueId too_long"]);
        ok(issue.message.includes("64"), issue.message);
      }
    });

    test(`${operation}: locale in either case is sent in upper case`, () => {
      for (const [locale, sent] of [["TR", "TR"], ["tr", "TR"], ["EN", "EN"], ["en", "EN"], ["Tr", "TR"]]) {
        equal(JSON.parse(input.accepted(operation, { ...least[operation], locale })).locale, sent);
      }
      for (const locale of ["de", "TR ", "tr-TR"]) input.refused(operation, { ...least[operation], locale }, ["locale locale"]);
    });

    test(`${operation}: a merchant's fields are unknown here`, () => {
      for (const name of ["price", "currency", "ip", "upTo", "paymentTransactionId"]) {
        input.refused(operation, { ...least[operation], [name]: "1" }, [`${name} unknown_field`]);
      }
    });
  }

  test("a payment's id is visible ASCII without \":\"", () => {
    for (const operation of [REFUND, "terminal.void", "terminal.transactionStatus"]) {
      for (const [paymentId, code] of [["PAY 1", "id_format"], ["PAY:1", "id_format"], ["ş", "id_format"], ["", "empty"], [9876543, "type"]]) {
        input.refused(operation, { ...least[operation], paymentId }, [`paymentId ${code}`]);
      }
    }
  });

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

    test(`${operation}: what is no day is refused`, () => {
      for (const paymentDate of NO_DAY) input.refused(operation, { ...least[operation], paymentDate }, ["paymentDate date"]);
      for (const paymentDate of [NaN, Infinity, 20260406n, true, [20260406], {}, new Date(0)]) {
        input.refused(operation, { ...least[operation], paymentDate }, ["paymentDate type"]);
      }
    });
  }

  test("a quantity is a whole number from 1 to 999999999", () => {
    for (const itemQuantity of [1, 2, 999_999_999, 3.0]) {
      equal(JSON.parse(input.accepted(REFUND, withItem({ itemQuantity }))).saleItems[0].itemQuantity, itemQuantity);
    }
    for (const itemQuantity of NO_COUNT) input.refused(REFUND, withItem({ itemQuantity }), ["saleItems.0.itemQuantity count"]);
    for (const itemQuantity of ["1", NaN, -Infinity, 1n, true, null, [1]]) {
      input.refused(REFUND, withItem({ itemQuantity }), ["saleItems.0.itemQuantity type"]);
    }
  });

  for (const name of AMOUNTS) {
    test(`${name}: exact money, more than nothing`, () => {
      for (const [value, sent] of [["5", "5"], ["5.00", "5.00"], [5, "5"], [0.5, "0.5"], ["12345678901234567890.12345678", "12345678901234567890.12345678"]]) {
        const body = input.accepted(REFUND, withItem({ [name]: value }));
        ok(body.includes(`"${name}":${sent}${name === "returnAmount" ? "}" : ""}`), body);
      }
      for (const [value, code] of [
        ["0", "amount_zero"], ["0.00", "amount_zero"], [0, "amount_zero"], [-1, "amount_format"], ["-0.01", "amount_format"], ["5,00", "amount_format"],
        ["1e2", "amount_format"], ["", "amount_format"], ["0.000000001", "amount_scale"], ["1".repeat(21), "amount_range"],
        [0.1 + 0.2, "amount_imprecise"], [1e21, "amount_imprecise"], [null, "type"], [5n, "type"], [["5"], "type"], ["5\ud800", "lone_surrogate"],
      ]) {
        input.refused(REFUND, withItem({ [name]: value }), [`saleItems.0.${name} ${code}`]);
      }
    });
  }

  test("generic is yes or no", () => {
    for (const generic of [true, false]) ok(input.accepted(REFUND, withItem({ generic })).includes(`"generic":${generic},`), String(generic));
    for (const generic of ["true", 1, 0, null, {}]) input.refused(REFUND, withItem({ generic }), ["saleItems.0.generic type"]);
  });

  test("a line's id is an id, its other texts are texts", () => {
    for (const [value, code] of [[70001, "type"], ["", "empty"], ["7 1", "id_format"], ["7:1", "id_format"]]) {
      input.refused(REFUND, withItem({ relatedSaleItemId: value }), [`saleItems.0.relatedSaleItemId ${code}`]);
    }
    for (const name of ["name", "unitCode", "taxGroupCode"]) {
      for (const [value, code] of [["", "empty"], ["\u0000", "control_character"], ["\udc00", "lone_surrogate"], [62, "type"]]) {
        input.refused(REFUND, withItem({ [name]: value }), [`saleItems.0.${name} ${code}`]);
      }
    }
  });

  test("a line's name may hold line breaks, its codes may not", () => {
    for (const value of ["Fincan\nmavi", "a\tb", "a\r\nb"]) {
      equal(JSON.parse(input.accepted(REFUND, withItem({ name: value }))).saleItems[0].name, value);
      for (const name of ["unitCode", "taxGroupCode"]) input.refused(REFUND, withItem({ [name]: value }), [`saleItems.0.${name} control_character`]);
    }
  });

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

function isText(name) {
  return [...TEXTS, ...PROSE, "conversationId", "transactionReferenceId"].includes(name);
}

/** The same with every object's members in reverse. */
function reversed(value) {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([name, member]) => [name, reversed(member)]));
}
