// What can still be refunded of a payment: iyzico's figures, less what they don't count yet.

import type { RefundablePayment } from "iyzico-reversals";

import { decimal, notBelowZero, sum, units } from "../amount.js";
import type { Entry, Subject } from "../ledger/intent.js";
import { overRefund, refusals, type Refusal } from "../refusal.js";

/**
 * The refusal of `wanted`, or `null` if enough is left.
 *
 * @param pending - intents that moved money which `payment` doesn't show yet
 */
export function balanceRefusal(wanted: Subject, payment: RefundablePayment, pending: readonly Entry[]): Refusal | null {
  if (wanted.currency !== payment.currency) return refusals.currencyMismatch;
  // A cancel is of the whole payment.
  if (wanted.amount === null) return pending.length > 0 ? refusals.stillOpen : null;
  if (pending.some(({ amount }) => amount === null)) return refusals.stillOpen;

  const left = leftFor(wanted, payment, pending);
  return units(wanted.amount) > left ? overRefund(decimal(left)) : null;
}

function leftFor(wanted: Subject, payment: RefundablePayment, pending: readonly Entry[]): bigint {
  const ofPayment = units(payment.refundable) - pendingOf(pending);
  const item = payment.items.find(({ paymentTransactionId }) => paymentTransactionId === wanted.paymentTransactionId);
  if (!item) return notBelowZero(ofPayment);
  // iyzico chooses the items of a refund by amount: until it has, it may take from any.
  const touching = pending.filter((entry) => [null, item.paymentTransactionId].includes(entry.paymentTransactionId));
  const ofItem = units(item.refundable) - pendingOf(touching);
  return notBelowZero(ofItem < ofPayment ? ofItem : ofPayment);
}

const pendingOf = (pending: readonly Entry[]) => sum(pending.map(({ amount }) => units(amount ?? "0")));
