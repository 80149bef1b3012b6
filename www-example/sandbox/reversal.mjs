// One refund, cancel or void as it is kept and as it is shown; both sides keep the same.

import { formatAmount } from "./money.mjs";

/**
 * `sentAt` is when it was asked for, which is earlier than `at` when it landed late; `by` is who asked, if not the API; `charged` whether
 * the merchant bears it.
 */
export function newReversal({ id, price, conversationId, at, sentAt = at, by, charged = false }) {
  return { id, operation: id, price, conversationId, at, sentAt, by, charged, authCode: authCodeOf(id) };
}

/** Six digits, as banks give them. */
export const authCodeOf = (id) => id.slice(-6).padStart(6, "0");

/** Twelve digits, as banks give them. */
export const hostReferenceOf = (id) => id.padStart(12, "0");

export const viewReversal = ({ id, price, conversationId, at, by }) => ({
  id,
  price: formatAmount(price),
  conversationId: conversationId ?? null,
  at: new Date(at).toISOString(),
  ...(by && { by }),
});
