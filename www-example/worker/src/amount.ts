// Exact amounts, as BigInts in units of 10^-8, the smallest that iyzico writes.

const AMOUNT = /^(\d+)(?:\.(\d{1,8}))?$/;

export function units(text: string): bigint {
  const [, whole, fraction = ""] = AMOUNT.exec(text) ?? [];
  if (whole === undefined) throw new RangeError(`"${text}" is no amount`);
  return BigInt(whole + fraction.padEnd(8, "0"));
}

export function decimal(units: bigint): string {
  const digits = String(units).padStart(9, "0");
  return `${digits.slice(0, -8)}.${digits.slice(-8)}`.replace(/\.?0+$/, "");
}

export const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);

/** The difference, at least zero. */
export const notBelowZero = (amount: bigint): bigint => (amount < 0n ? 0n : amount);
