// What the operator has chosen and typed, and what the package makes of it.

import { language } from "../language";
import { isAmount, isZero, typedAmount } from "../money";
import { attemptPrefix, nextAttempt } from "../reversal/attempt";
import { checked, type Checked } from "../reversal/checked";
import type { FoundPayment } from "../worker/contract";
import { refundableItems, type Standing } from "./standing";

export type Mode = "refund" | "refundV2" | "cancel";

export interface Choice {
  mode: Mode;
  item: string | null;
  amount: string;
  reason: string;
  description: string;
}

export const REASONS = ["BUYER_REQUEST", "DOUBLE_PAYMENT", "FRAUD", "OTHER"] as const;

/** What is left of a payment decides what is offered first. */
export function firstChoice(standing: Standing): Choice {
  const [item, ...others] = refundableItems(standing);
  return {
    mode: "refund",
    item: item && others.length === 0 ? item.paymentTransactionId : null,
    amount: "",
    reason: "",
    description: "",
  };
}

/** The most that this choice may refund; `null` where the question does not arise. */
export function upTo({ mode, item }: Choice, standing: Standing): string | null {
  if (mode === "cancel") return null;
  if (mode === "refundV2") return standing.whole.refundable;
  return refundableItems(standing).find(({ paymentTransactionId }) => paymentTransactionId === item)?.refundable ?? null;
}

export function check(choice: Choice, { payment, intents }: FoundPayment, standing: Standing): Checked {
  const params = paramsOf(choice, standing, payment.paymentId, payment.currency);
  const target = choice.mode === "refund" ? choice.item : payment.paymentId;
  const { price } = params;
  const isNamed = target !== null && (price === undefined || isAmount(price));
  const conversationId = isNamed
    ? nextAttempt(attemptPrefix(NAMES[choice.mode], target, price), intents, standing.reported)
    : undefined;
  return checked(choice.mode, { ...params, conversationId });
}

const NAMES: Record<Mode, string> = { refund: "refund", refundV2: "amount", cancel: "cancel" };

function paramsOf(choice: Choice, standing: Standing, paymentId: string, currency: string | null) {
  const { mode, reason, description } = choice;
  const limit = upTo(choice, standing);
  return {
    locale: language(),
    paymentTransactionId: mode === "refund" ? (choice.item ?? undefined) : undefined,
    paymentId: mode === "refund" ? undefined : paymentId,
    price: mode === "cancel" || choice.amount === "" ? undefined : typedAmount(choice.amount),
    currency: mode === "cancel" ? undefined : (currency ?? undefined),
    reason: mode === "refundV2" || reason === "" ? undefined : reason,
    description: mode === "refundV2" || reason === "" || description === "" ? undefined : description,
    // Nothing left is not an amount, and is not offered either.
    upTo: limit === null || isZero(limit) ? undefined : limit,
  };
}
