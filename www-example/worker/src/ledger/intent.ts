// One refund, cancel or void that somebody meant, from the click to its end.

import type { Draft, Outcome, RefundName } from "iyzico-reversals";

/**
 * "sending": recorded, and its one request may be under way. "checking": nobody could tell from the answer, read-back is
 * under way. "ambiguous": read-back couldn't tell either, a person must look.
 */
export type State = "sending" | "checking" | "success" | "failure" | "ambiguous";

export interface Intent {
  readonly fingerprint: string;
  readonly operation: RefundName;
  readonly paymentId: string;
  /** The item of a `refund`. */
  readonly paymentTransactionId: string | null;
  /** A terminal operation's own reference. */
  readonly transactionReferenceId: string | null;
  /** `null` when it is the whole: a cancel or void. */
  readonly amount: string | null;
  readonly currency: string | null;
  readonly conversationId: string | null;
  /** Who asked for it; the first began it. */
  readonly by: readonly string[];
  readonly state: State;
  /** What the answer said; `null` while there is none, and for ever if the worker died while sending. */
  readonly outcome: Outcome<RefundName> | null;
  readonly settledBy: "answer" | "read-back" | null;
  readonly createdAt: number;
  /** When its state last changed. */
  readonly updatedAt: number;
}

/** An intent with what was drafted for it: the row of the ledger. */
export interface Entry<O extends RefundName = RefundName> extends Intent {
  readonly draft: Draft<O>;
}

export function intentOf({ draft: _, ...intent }: Entry): Intent {
  return intent;
}

/** What an intent is about, as its checks found it. */
export type Subject = Pick<
  Intent,
  "paymentId" | "paymentTransactionId" | "transactionReferenceId" | "amount" | "currency" | "conversationId"
>;
