// Money: what was meant goes out digit for digit, and nothing else goes out.

import { equal, ok } from "./assert.js";
import { least, most } from "./samples.js";

const TAKEN = [
  ["5", "5"],
  ["5.0", "5.0"],
  ["5.00", "5.00"],
  ["10.50", "10.50"],
  ["0.5", "0.5"],
  ["0.00000001", "0.00000001"],
  ["12345678901234567890.12345678", "12345678901234567890.12345678"],
  [5, "5"],
  [5.5, "5.5"],
  [19.99, "19.99"],
  [0.1, "0.1"],
  [123456789012.345, "123456789012.345"],
];

const REFUSED = {
  amount_format: [
    "", " ", "5,00", "5.000,00", " 5", "5 ", "05", "00", ".5", "5.", ".", "+5", "-5", "-0", "1e2", "5E0", "1_000", "1 000",
    "5.0.0", "0x5", "NaN", "Infinity", "five", "₺5", "5 TRY", "٥", "５", "5\n", "5\u0000", -1, -0.5,
  ],
  amount_zero: ["0", "0.0", "0.00", "0.00000000", 0, -0],
  amount_scale: ["0.000000001", "1.123456789", "5.000000000", 0.000001234],
  amount_range: ["123456789012345678901", "1".repeat(29), `${"9".repeat(40)}.5`, "1".repeat(5000)],
  amount_imprecise: [0.1 + 0.2, 1e21, 5e-7, 1234567890123456, 123456789012345680000, Number.MAX_VALUE, Number.MIN_VALUE, 1 / 3],
  lone_surrogate: ["5\ud800", "\udc00"],
  type: [
    NaN, Infinity, -Infinity, 5n, null, true, false, {}, [], [5], ["5"], new Date(0), Symbol("5"), () => 5,
    new String("5"), new Number(5), { valueOf: () => 5 }, { toString: () => "5" }, { toJSON: () => 5 }, new Map(), /5/,
  ],
  missing: [undefined],
};

export function amounts({ test, input, pkg }) {
  for (const [price, token] of TAKEN) {
    test(`${describe(price)} is sent as ${token}`, () => {
      const body = input.accepted("refund", { ...least.refund, price });
      equal(body, `{"paymentTransactionId":"27169345","price":${token}}`);
      equal(input.accepted("refundV2", { ...least.refundV2, price }), `{"paymentId":"25180208","price":${token}}`);
    });
  }

  for (const [code, values] of Object.entries(REFUSED)) {
    for (const price of values) {
      test(`${describe(price)} is refused: ${code}`, () => {
        input.refused("refund", { ...least.refund, price }, [`price ${code}`]);
        input.refused("refundV2", { ...least.refundV2, price }, [`price ${code}`]);
      });
    }
  }

  test("a number that may be rounded is answered with advice to pass a string", () => {
    const [issue] = input.refused("refund", { ...least.refund, price: 0.1 + 0.2 }, ["price amount_imprecise"]);
    ok(issue.message.includes("string"), issue.message);
  });

  test("at most upTo: less and equal pass, by value and not by spelling", () => {
    for (const [price, upTo] of [["5", "5.00"], ["5.00", "5"], ["4.99", "5"], ["9", "10"], [5, 5], ["0.1", 0.1]]) {
      const body = input.accepted("refund", { ...least.refund, price, upTo });
      ok(!body.includes("upTo"), `upTo was sent: ${body}`);
    }
  });

  test("at most upTo: more is refused, and the limit is named", () => {
    for (const [price, upTo] of [["5.01", "5.00"], ["10", "9"], ["5.00000001", "5"], [6, 5]]) {
      const [issue] = input.refused("refundV2", { ...least.refundV2, price, upTo }, ["price more_than_up_to"]);
      ok(issue.message.includes(String(upTo)), issue.message);
    }
  });

  test("upTo follows the rules of an amount itself", () => {
    input.refused("refund", { ...least.refund, upTo: "5,00" }, ["upTo amount_format"]);
    input.refused("refund", { ...least.refund, upTo: "0" }, ["upTo amount_zero"]);
    input.refused("refund", { ...least.refund, upTo: null }, ["upTo type"]);
    input.refused("refund", { ...least.refund, price: "x", upTo: "y" }, ["price amount_format", "upTo amount_format"]);
  });

  test("validate gives a number back as the decimal string it stands for", () => {
    equal(pkg.validate("refund", { ...most.refund, price: 5, upTo: 5.5 }).value.price, "5");
  });
}

function describe(value) {
  if (typeof value === "string") return value.length > 60 ? `a string of ${value.length} digits` : JSON.stringify(value);
  if (Object.is(value, -0)) return "-0";
  if (typeof value === "object" && value !== null) return `${value.constructor.name} ${JSON.stringify(value)}`;
  return `${typeof value} ${String(value)}`;
}
