// The name of an attempt, made from what can be seen rather than from a random number: two operators who see the same state
// and mean the same make the same conversationId, so the same fingerprint, and the worker sends it once.

import { canonical } from "../money";
import { isOpen, type Intent } from "../worker/contract";

/** What goes before the count, for example `refund-27169401-5`. */
export const attemptPrefix = (operation: string, target: string, amount?: string): string =>
  [operation, target, ...(amount === undefined ? [] : [canonical(amount)])].join("-");

/**
 * The conversationId of the next attempt: one more than those that were made. While one is still open it is that one again,
 * because a second could only be a repetition.
 */
export function nextAttempt(prefix: string, intents: readonly Intent[], reported: readonly (string | undefined)[] = []): string {
  const open = intents.find((intent) => isOpen(intent) && numberOf(nameOf(intent), prefix) > 0);
  const openName = open && nameOf(open);
  if (openName) return openName;
  const names = [...intents.map(nameOf), ...reported];
  return `${prefix}-${Math.max(0, ...names.map((name) => numberOf(name, prefix))) + 1}`;
}

const nameOf = ({ transactionReferenceId, conversationId }: Intent): string | null => transactionReferenceId ?? conversationId;

function numberOf(name: string | null | undefined, prefix: string): number {
  if (!name?.startsWith(`${prefix}-`)) return 0;
  const rest = name.slice(prefix.length + 1);
  return /^[1-9]\d{0,5}$/.test(rest) ? Number(rest) : 0;
}
