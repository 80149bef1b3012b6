// An intent in words.

import { words } from "../language";
import { money } from "../money";
import { type Intent } from "../worker/contract";

/** "5,00 TL", or the whole of it when the operation has no amount of its own. */
export function amountOf({ amount, currency, operation }: Intent): string {
  if (amount !== null) return money(amount, currency);
  return operation.startsWith("terminal.") ? words().amount.wholeSale : words().amount.wholePayment;
}

export function nameOfOperation(operation: string): string {
  const names: Readonly<Record<string, string>> = words().operations;
  return names[operation] ?? operation;
}
