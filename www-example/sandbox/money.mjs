// Exact amounts: a BigInt counting units of 10^-8, the finest step iyzico writes.

const DECIMALS = 8;
const KURUS = 1_000_000n;
const NUMBER = /^(-?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,2}))?$/;

/** Reads the text of an amount; null if it is not a number or is finer than 10^-8. */
export function parseAmount(text) {
  const match = NUMBER.exec(text);
  if (!match) return null;
  const [, sign, whole, fraction = "", exponent = "0"] = match;
  const shift = DECIMALS - fraction.length + Number(exponent);
  const digits = BigInt(whole + fraction);
  const step = 10n ** BigInt(Math.abs(shift));
  if (shift < 0 && digits % step !== 0n) return null;
  const units = shift < 0 ? digits / step : digits * step;
  return sign ? -units : units;
}

/** The plain decimal text without trailing zeros: 5, 1.2, 0.00000001. */
export function formatAmount(units) {
  return eightDecimals(units).replace(/\.?0+$/, "");
}

/** The total of amounts; nothing is zero. */
export const sum = (amounts) => amounts.reduce((total, amount) => total + amount, 0n);

/** A fraction of units, rounded to a kuruş. */
export const roundToKurus = (dividend, divisor) => ((2n * dividend + divisor * KURUS) / (2n * divisor * KURUS)) * KURUS;

/** How an amount may be spelled in an answer; all of them mean the same number. */
export const SPELLINGS = {
  plain: formatAmount,
  "two-decimals": (units) => formatAmount(units).replace(/^(\d+)(?:\.(\d))?$/, (_, whole, tenth = "0") => `${whole}.${tenth}0`),
  "eight-decimals": javaDecimal,
  exponent: (units) => `${units}E-8`,
  string: formatAmount,
};

function eightDecimals(units) {
  const digits = String(units).padStart(DECIMALS + 1, "0");
  return `${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`;
}

// Java's BigDecimal of scale 8 turns to an exponent below 10^-6, which is where the documented 0E-8 comes from.
function javaDecimal(units) {
  const digits = String(units);
  const exponent = digits.length - 1 - DECIMALS;
  if (exponent >= -6) return eightDecimals(units);
  return `${digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits}E${exponent}`;
}
