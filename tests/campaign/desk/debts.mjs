// The debts to customers: the intents of plan.mjs, with their ids at the desk.

import { draft } from "../../../pkg/inline.js";

export class Debt {
  /**
   * { name, made, path, refusal, tries }. The next attempt follows only after the desk has called the one before a failure. `refusal`: the
   * desk's last refusal to take it. `tries`: how many of its refusals waiting could not resolve.
   */
  attempts = [];
  /** Whether the desk has said that it was carried out. */
  isDone = false;
  /** Whether somebody is asking for it right now. */
  isAsked = false;

  constructor(intent) {
    Object.assign(this, intent);
    const isCard = !intent.operation.startsWith("terminal.");
    this.path = isCard ? `/api/payments/${intent.paymentId}` : `/api/sales/${intent.paymentId.replace("PAY", "SALE")}`;
  }

  /** Adds an attempt for the same debt, with its own name. */
  nextAttempt() {
    const name = this.attempts.length === 0 ? this.name : `${this.name}_${this.attempts.length + 1}`;
    const { conversationId, transactionReferenceId } = this.params;
    const names = { ...(conversationId && { conversationId: name }), ...(transactionReferenceId && { transactionReferenceId: name }) };
    const made = draft(this.operation, { ...this.params, ...names });
    const attempt = { name, made, path: `${this.path}/intents/${made.fingerprint}`, refusal: null, tries: 0 };
    this.attempts.push(attempt);
    return attempt;
  }

  has = (fingerprint) => this.attempts.some(({ made }) => made.fingerprint === fingerprint);
}

/** The debts of each payment or sale together. */
export function groupsOf(intents) {
  const groups = new Map();
  for (const intent of intents) {
    const debt = new Debt(intent);
    groups.set(debt.path, [...(groups.get(debt.path) ?? []), debt]);
  }
  return [...groups.values()];
}
