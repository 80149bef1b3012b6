// Where a payment stands: what iyzico says, less what is pending at this desk.

import { isZero, less, smaller, sum } from "../money";
import type { Balance } from "../reversal/balance";
import type { Elsewhere } from "../reversal/history";
import { hinderingOf, isPending, type FoundPayment, type Intent } from "../worker/contract";

export interface ItemStanding extends Balance {
  readonly paymentTransactionId: string;
}

export interface Standing {
  readonly whole: Balance;
  readonly items: readonly ItemStanding[];
  readonly isCancelled: boolean;
  /** An intent because of which nothing else is sent. */
  readonly hindering: Intent | null;
  /** Every conversationId iyzico has seen for this payment. */
  readonly reported: readonly string[];
}

export function standingOf({ payment, details, intents }: FoundPayment): Standing {
  const reported = reportedNames(details);
  // What iyzico already counts as refunded is no longer pending.
  const pendingIntents = intents.filter((intent) => isPending(intent) && !reported.includes(intent.conversationId ?? ""));
  const pendingOf = (matches: (intent: Intent) => boolean): string =>
    sum(pendingIntents.filter(matches).map(({ amount }) => amount ?? payment.refundable));

  const pending = smaller(
    pendingOf(() => true),
    payment.refundable,
  );
  const whole = {
    paid: payment.paid,
    refunded: payment.refunded,
    pending: sum([pending, payment.doubtful]),
    refundable: less(payment.refundable, pending),
  };
  const isWholePending = pendingIntents.some(({ amount }) => amount === null);
  const items = payment.items.map(({ paymentTransactionId, paid, refunded, doubtful, refundable }) => {
    const taken = isWholePending
      ? refundable
      : smaller(
          pendingOf((intent) => intent.paymentTransactionId === paymentTransactionId),
          refundable,
        );
    return { paymentTransactionId, paid, refunded, pending: sum([taken, doubtful]), refundable: less(refundable, taken) };
  });
  return {
    whole,
    items,
    isCancelled: (details.cancels ?? []).length > 0,
    hindering: hinderingOf(intents),
    reported,
  };
}

/** Items of which something is left; a pending refund of an amount may take from any of them. */
export const refundableItems = ({ whole, items }: Standing): readonly ItemStanding[] =>
  items
    .map((item) => ({ ...item, refundable: smaller(item.refundable, whole.refundable) }))
    .filter(({ refundable }) => !isZero(refundable));

/** What iyzico reports that this desk's ledger does not know. */
export function elsewhere({ payment: { currency }, details, intents }: FoundPayment): readonly Elsewhere[] {
  const own = new Set(intents.map(({ conversationId }) => conversationId));
  const refunds = (details.itemTransactions ?? []).flatMap(({ paymentTransactionId, refunds: list }) =>
    (list ?? []).map(({ refundConversationId, refundPrice, createdDate }) => ({
      operation: "refund",
      target: paymentTransactionId ?? null,
      amount: refundPrice ?? null,
      currency,
      conversationId: refundConversationId ?? null,
      at: createdDate,
    })),
  );
  const cancels = (details.cancels ?? []).map(({ cancelConversationId, refundPrice, createdDate }) => ({
    operation: "cancel",
    target: null,
    amount: refundPrice ?? null,
    currency,
    conversationId: cancelConversationId ?? null,
    at: createdDate,
  }));
  return [...refunds, ...cancels].filter(({ conversationId }) => conversationId === null || !own.has(conversationId));
}

function reportedNames({ itemTransactions = [], cancels = [] }: FoundPayment["details"]): readonly string[] {
  const refunds = itemTransactions.flatMap((item) => (item.refunds ?? []).map((refund) => refund.refundConversationId));
  return [...refunds, ...cancels.map((cancel) => cancel.cancelConversationId)].filter((name) => name !== undefined);
}
