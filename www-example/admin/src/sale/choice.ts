// Which lines go back, how many pieces and how much of each, and what the package makes of it.

import type { Issue } from "iyzico-reversals";
import { language } from "../language";
import { isAmount, smaller, sum, times, typedAmount } from "../money";
import { attemptPrefix, nextAttempt } from "../reversal/attempt";
import { checked, type Checked } from "../reversal/checked";
import type { FoundSale } from "../worker/contract";
import type { LineStanding, SaleStanding } from "./standing";

export type Mode = "terminal.refund" | "terminal.void";

export interface LineChoice {
  quantity: string;
  amount: string;
  /** Only asked for where the sale doesn't tell them. */
  unitPrice: string;
  taxGroupCode: string;
}

export const noChoice = (): LineChoice => ({ quantity: "", amount: "", unitPrice: "", taxGroupCode: "" });

export interface Choice {
  mode: Mode;
  readonly lines: Map<string, LineChoice>;
}

export const firstChoice = (): Choice => ({ mode: "terminal.refund", lines: new Map() });

export const isChosen = (line: LineChoice | undefined): line is LineChoice =>
  line !== undefined && line.quantity !== "" && line.quantity !== "0";

/** What so many pieces of a line cost, as far as that much is left; all that are left are worth all that is left. */
export function worthOf(line: LineStanding, quantity: string): string | null {
  if (!/^[1-9]\d{0,8}$/.test(quantity)) return null;
  if (quantity === line.returnableQuantity) return line.balance.refundable;
  if (line.unitPrice === null) return null;
  return smaller(times(line.unitPrice, quantity), line.balance.refundable);
}

/** The sum of the chosen lines; `null` while one of them is no amount. */
export function totalOf({ lines }: Choice): string | null {
  const amounts = [...lines.values()].filter(isChosen).map(({ amount }) => typedAmount(amount));
  return amounts.every(isAmount) ? sum(amounts) : null;
}

const APP = { saleAppName: "refund-desk", saleAppVersion: "1" };

export function check(choice: Choice, reference: string, found: FoundSale, { lines }: SaleStanding): Checked {
  const { sale, status, intents } = found;
  const total = totalOf(choice);
  const name =
    choice.mode === "terminal.void"
      ? nextAttempt(attemptPrefix("void", reference), intents)
      : nextAttempt(attemptPrefix("return", reference, total ?? "0"), intents);
  const shared = {
    locale: language(),
    conversationId: name,
    deviceUniqueId: status.deviceUniqueId,
    paymentId: status.paymentId,
    paymentDate: status.paymentDate,
    transactionReferenceId: name,
  };
  if (choice.mode === "terminal.void") return checked("terminal.void", shared);
  const saleItems = lines.flatMap((line) => itemOf(line, choice.lines.get(line.id)));
  const params = { ...shared, ...APP, relatedSaleId: sale.saleUid, saleItems };
  const now = checked("terminal.refund", params, { sale });
  if (now.draft || !now.issues.every(isMissingTaxGroup)) return now;
  // The package compares with the sale only when every field is there; the operator shouldn't wait for a tax group to see that.
  const filled = saleItems.map((item) => ({ ...item, taxGroupCode: item.taxGroupCode ?? "-" }));
  const others = checked("terminal.refund", { ...params, saleItems: filled }, { sale });
  return { draft: null, issues: [...now.issues, ...others.issues] };
}

const isMissingTaxGroup = ({ path, code }: Issue): boolean => path.at(-1) === "taxGroupCode" && code === "missing";

function itemOf(line: LineStanding, chosen: LineChoice | undefined) {
  if (!isChosen(chosen)) return [];
  const isCount = /^[1-9]\d{0,8}$/.test(chosen.quantity);
  const unitPrice = line.unitPrice ?? typedAmount(chosen.unitPrice);
  const price = isCount && isAmount(unitPrice) ? times(unitPrice, chosen.quantity) : unitPrice;
  return [
    {
      relatedSaleItemId: line.id,
      name: line.name,
      unitCode: line.unitCode,
      taxGroupCode: (line.taxGroupCode ?? chosen.taxGroupCode) || undefined,
      // A count of pieces, not money; what is no count is left to the package to refuse.
      itemQuantity: isCount ? Number(chosen.quantity) : chosen.quantity,
      unitPriceAmount: unitPrice || undefined,
      grossPriceAmount: price || undefined,
      totalPriceAmount: price || undefined,
      returnAmount: typedAmount(chosen.amount),
    },
  ];
}
