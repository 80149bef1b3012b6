// Where a terminal sale stands, line by line.

import { canonical, evenShare, isAmount, less, smaller, sum } from "../money";
import type { Balance } from "../reversal/balance";
import { hinderingOf, isPending, type FoundSale, type Intent } from "../worker/contract";

export interface LineStanding {
  readonly id: string;
  readonly name: string;
  readonly quantity: string;
  readonly returnableQuantity: string;
  /** What the sale doesn't tell of its line, the operator must. */
  readonly unitPrice: string | null;
  readonly taxGroupCode: string | null;
  readonly unitCode: string;
  readonly balance: Balance;
}

export interface SaleStanding {
  readonly whole: Balance;
  readonly lines: readonly LineStanding[];
  readonly currency: string | null;
  readonly isVoided: boolean;
  readonly pending: readonly Intent[];
  /** An intent because of which nothing else is sent. */
  readonly hindering: Intent | null;
}

export function standingOf({ sale, status, intents }: FoundSale): SaleStanding {
  const pendingIntents = intents.filter(isPending);
  const lines = (sale.saleItems ?? []).map((line, index) => {
    // Both answers list the lines of the sale in its order; a name that differs means they are not the same line.
    const there = status.saleItems?.[index];
    const sold = there?.name === line.name ? there : status.saleItems?.find(({ name }) => name === line.name);
    const paid = amountOr(line.totalPriceAmount);
    const refundable = smaller(amountOr(line.returnableAmount), paid);
    return {
      id: String(line.id ?? ""),
      name: line.name ?? "",
      quantity: String(line.itemQuantity ?? "0"),
      returnableQuantity: String(line.returnableQuantity ?? "0"),
      unitPrice: sold?.unitPriceAmount ?? evenShare(paid, String(line.itemQuantity ?? "0")),
      taxGroupCode: sold?.taxGroupCode ?? null,
      unitCode: sold?.unitCode ?? PIECE,
      balance: { paid, refunded: less(paid, refundable), pending: "0", refundable },
    };
  });
  const paid = sum(lines.map(({ balance }) => balance.paid));
  const left = smaller(amountOr(sale.totalReturnableAmount), paid);
  const pending = smaller(sum(pendingIntents.map(({ amount }) => amount ?? left)), left);
  return {
    whole: { paid, refunded: less(paid, left), pending, refundable: less(left, pending) },
    lines,
    currency: sale.currency ?? status.currency ?? null,
    isVoided: intents.some(({ operation, state }) => operation === "terminal.void" && state === "success"),
    pending: pendingIntents,
    hindering: hinderingOf(intents),
  };
}

// UN/ECE recommendation 20; the only unit the documents name.
const PIECE = "C62";

const amountOr = (text: string | undefined): string => (text !== undefined && isAmount(text) ? canonical(text) : "0");
