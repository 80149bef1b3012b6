// One refund, cancel or void as it is kept and as it is shown; both sides keep the same.

import { formatAmount } from "./money.mjs";

export function newReversal({ id, price, conversationId, at }) {
  return { id, price, conversationId, at, authCode: authCodeOf(id) };
}

/** Six digits, as banks give them. */
export const authCodeOf = (id) => id.slice(-6).padStart(6, "0");

export const viewReversal = ({ id, price, conversationId, at }) => ({
  id,
  price: formatAmount(price),
  conversationId: conversationId ?? null,
  at: new Date(at).toISOString(),
});
