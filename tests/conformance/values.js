// Values of fields, from vectors/values.json, and values that only JavaScript has.

import { equal, ok } from "./support/assert.js";
import { codes } from "./support/input.js";

/** Values that JSON cannot represent, or represents differently. */
const NO_JSON = [NaN, Infinity, 5n, Symbol("5"), () => 5, new Date(0), new Map(), /5/];

/** By rule and code. */
const ONLY_IN_JAVASCRIPT = {
  amount: {
    amount_zero: [-0],
    amount_imprecise: [Number.MAX_VALUE, Number.MIN_VALUE, 1 / 3],
    lone_surrogate: ["5\ud800", "\udc00"],
    type: [new String("5"), new Number(5), { valueOf: () => 5 }, { toString: () => "5" }, { toJSON: () => 5 }],
  },
  count: { count: [-0, 2 ** 53, 5e-324, Number.MAX_VALUE] },
  id: { type: [9007199254740993, new String("1")], lone_surrogate: halves() },
  reference: { lone_surrogate: halves() },
  text: { lone_surrogate: halves() },
  text64: { lone_surrogate: halves() },
  prose: { lone_surrogate: halves() },
};

export function values({ test, input, pkg, vectors }) {
  const { bases, rules } = vectors.values;
  for (const { rule, fields, accepted, refused } of rules) {
    for (const field of fields) {
      const [operation, path] = field.split(" ");
      const at = path.replace("[]", ".0");
      const paramsWith = (value) => withValue(bases[field] ?? bases[operation], path, textOf(value));
      const isLogin = operation.startsWith("login.");

      test(`${rule}: ${field} takes what it should, and sends it exactly`, () => {
        for (const { value, sent } of accepted) {
          const params = paramsWith(value);
          ok(pkg.validate(operation, params).ok, JSON.stringify(value));
          if (isLogin || GETS.includes(operation) || path === "upTo") continue;
          const body = input.accepted(operation, params);
          ok(body.includes(`"${path.split(".").at(-1)}":${sent ?? JSON.stringify(textOf(value))}`), body);
        }
      });

      test(`${rule}: ${field} refuses what it should, with its code`, () => {
        for (const [code, list] of Object.entries(refused)) refuse(list, code);
        for (const [code, list] of Object.entries(ONLY_IN_JAVASCRIPT[rule] ?? {})) refuse(list, code);
        refuse(NO_JSON, "type");
      });

      function refuse(list, code) {
        for (const value of list) {
          // A login can't be drafted, so only `validate` checks its fields.
          if (isLogin) equal(codes(pkg.validate(operation, paramsWith(value)).issues), [`${at} ${code}`]);
          else input.refused(operation, paramsWith(value), [`${at} ${code}`]);
        }
      }
    }
  }
}

/** Operations without a body. */
const GETS = ["paymentDetails", "transactions"];

/** Valid params with another value of one field. */
function withValue(base, path, value) {
  const [list, name] = path.split("[].");
  if (name === undefined) return { ...base, [path]: value };
  return { ...base, [list]: [{ ...base[list][0], [name]: value }] };
}

/** A value, or the long text that it stands for. */
function textOf(value) {
  const repeat = value?.$repeat;
  return repeat ? repeat[0].repeat(repeat[1]) : value;
}

/** Halves of characters, wherever they stand. */
function halves() {
  return ["\ud800", "a\ud83d", "\udc00b", "\udc00\ud800", "\ud83d\ud83d\ude00"];
}
