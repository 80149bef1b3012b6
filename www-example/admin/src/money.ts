// Exact money: amounts stay decimal strings and are reckoned as BigInts, never as JS numbers.

import { language } from "./language";

const AMOUNT = /^(\d+)(?:\.(\d+))?$/;
// More than iyzico's eight, so that a product with a count of pieces is exact too.
const DECIMALS = 12;

function units(amount: string): bigint {
  const [, whole, fraction = ""] = AMOUNT.exec(amount) ?? [];
  if (whole === undefined || fraction.length > DECIMALS) throw new RangeError(`"${amount}" is no amount`);
  return BigInt(whole + fraction.padEnd(DECIMALS, "0"));
}

function amount(value: bigint): string {
  const digits = String(value).padStart(DECIMALS + 1, "0");
  return `${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`.replace(/\.?0+$/, "");
}

export const isAmount = (text: string): boolean => AMOUNT.test(text) && text.length < 40;

export const isZero = (text: string): boolean => units(text) === 0n;

export const canonical = (text: string): string => amount(units(text));

export const sum = (amounts: readonly string[]): string => amount(amounts.reduce((total, next) => total + units(next), 0n));

export const times = (text: string, count: string): string => amount(units(text) * BigInt(count));

export const smaller = (a: string, b: string): string => (units(a) < units(b) ? a : b);

/** One of `count` equal parts; `null` where they would have to be rounded. */
export function evenShare(text: string, count: string): string | null {
  const parts = BigInt(count);
  return parts > 0n && units(text) % parts === 0n ? amount(units(text) / parts) : null;
}

/** What is left of `whole` after `part`; nothing when `part` is more. */
export function less(whole: string, part: string): string {
  const left = units(whole) - units(part);
  return amount(left > 0n ? left : 0n);
}

/** How much of `whole` a part is, in thousandths, for drawing. */
export function shareOf(part: string, whole: string): number {
  if (isZero(whole)) return 0;
  return Number((units(part) * 1000n) / units(whole));
}

/** For reading: "1234.5" is "1.234,50 TL" in Turkish and "TRY 1,234.50" in English. */
export function money(text: string, currency: string | null | undefined): string {
  const number = grouped(text);
  if (!currency) return number;
  if (language() === "en") return `${currency}\u00a0${number}`;
  return `${number}\u00a0${currency === "TRY" ? "TL" : currency}`;
}

function grouped(text: string): string {
  const [whole = "", fraction = ""] = text.split(".");
  const [group, point] = language() === "tr" ? [".", ","] : [",", "."];
  return `${count(whole, group)}${point}${fraction.padEnd(2, "0")}`;
}

/** A whole number with its thousands set apart. */
export function count(digits: string, group = language() === "tr" ? "." : ","): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, group);
}

/**
 * What the operator typed, as the package wants it: in Turkish the decimal sign may be a comma.
 * Everything else is passed on as it is and refused by the package, not repaired.
 */
export function typedAmount(text: string): string {
  return language() === "tr" && /^\d+,\d+$/.test(text) ? text.replace(",", ".") : text;
}

/** An amount as an operator of this language would type it. */
export function toType(text: string): string {
  const padded = text.replace(/^(\d+)(?:\.(\d))?$/, (_, whole: string, tenth = "0") => `${whole}.${tenth}0`);
  return language() === "tr" ? padded.replace(".", ",") : padded;
}
