// Spellings of amounts: usual ones, mistakes, and attacks.

import { Random } from "../support/random.mjs";

const EDGES = [
  "0", "0.0", "0.00000001", "0.000000001", "1", "01", "1.", ".5", "0.5", "0.50", "5.00", "5.000000000", "+5", "-5", "-0", "5,00", "1,234.50",
  "1.234,50", "1 000", "1_000", "1e2", "1E2", "1e-2", "5e0", "0x10", "0b1", "0o7", "1n", "Infinity", "NaN", "sNaN", "", " ", "5 ", " 5", "5\n",
  "\t5", "5\u00a0", "٥", "５", "५.५", "½", "²", "5.00₺", "₺5", "5 TL", "0.1", "0.2", "0.3", "0.1e1", "19.99", "1.005", "2.675", "1.15", "8.165", "4.35",
  "9007199254740991", "9007199254740992", "9007199254740993", "9007199254740993.01", "99999999999999999999.99999999", "100000000000000000000",
  "12345678901234567890.12345678", "79228162514264337593543950335", "0.00000000", "0.10000000", "1.10", "999999999999999.99", "9999999999999999.99",
  "123456789.12345678", "1234567.891", "0.00000100", "0.0000001", "5.0.0", "5..0", "--5", "5-", "(5)", "５.００", "5.00e", "e5", "null", "true", "[5]",
  "0000", "00.5", "1.7976931348623157e308", "5e-324", "4.9406564584124654e-324", "\u0000", "5\u200b", "\ufeff5", "5.0٠",
];

const NUMBERS = [
  0, 1, 5, 0.1, 0.2, 0.1 + 0.2, 0.3, 1.005, 2.675, 19.99, 1e21, 1e-7, 123456789012345, 1234567890123456, 2 ** 53, 2 ** 53 + 2, 0.000001, 0.00000001, -5, -0, NaN,
  Infinity, Number.MAX_VALUE, Number.MIN_VALUE, 5e-324, 99999999.99, 4.35 * 100, 1.1 * 3, 100 / 3, 0.57 * 100,
];

/** About `count` texts and numbers, edge cases included. */
export function spellings(seed, count) {
  const random = new Random(seed, "amounts");
  const kinds = [plain, plain, plain, long, mutated, float, computed];
  return [...EDGES, ...NUMBERS, ...Array.from({ length: count }, () => random.oneOf(kinds)(random))];
}

function plain(random) {
  const fraction = digits(random, random.between(0, 9));
  return `${random.between(0, 10 ** random.between(0, 9))}${fraction && `.${fraction}`}`;
}

function long(random) {
  const fraction = digits(random, random.between(0, 9));
  return `${random.between(1, 9)}${digits(random, random.between(0, 21))}${fraction && `.${fraction}`}`;
}

/** A valid amount with a character inserted, removed or replaced. */
function mutated(random) {
  const letters = [...plain(random)];
  const at = random.between(0, letters.length);
  const letter = random.oneOf([..."0123456789..,,eE+-_ \t\n'x٥５\u00a0\u200b"]);
  letters.splice(at, random.between(0, 1), ...(random.chance(0.8) ? [letter] : []));
  return letters.join("");
}

function float(random) {
  return Number(random.chance(0.5) ? plain(random) : long(random));
}

/** Results of calculations with doubles. */
function computed(random) {
  const cents = random.between(1, 100_000);
  return random.oneOf([cents / 100, (cents / 100) * random.between(2, 9), cents * 0.01, cents / 100 - 0.01, cents * 0.18]);
}

function digits(random, length) {
  return Array.from({ length }, () => random.between(0, 9)).join("");
}
