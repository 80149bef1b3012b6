// Limits of a refund, and messages about amounts. values.js has their spelling.

import { equal, ok } from "./support/assert.js";
import { least, most } from "./support/samples.js";

export function amounts({ test, input, pkg }) {
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
