// An intent: one refund, cancel or void, from the click to its result.

import type { Draft, Outcome, Reconciliation, RefundName } from "iyzico-reversals";

/**
 * "sending": recorded, and its one request may be under way. "checking": the outcome is unknown and is being read back.
 * "ambiguous": read-back didn't decide, a person must.
 */
export type State = "sending" | "checking" | "success" | "failure" | "ambiguous";

/** The verdict of a read-back, and when iyzico was asked. */
export interface ReadBack {
  readonly verdict: Reconciliation["verdict"];
  readonly reason: Reconciliation["reason"];
  readonly reversals: Reconciliation["reversals"];
  readonly askedAt: number;
}

/** A person's finding about an ambiguous intent. It counts when a second person finds the same. */
export interface Finding {
  readonly landed: boolean;
  readonly reason: string;
  /** The evidence: a reference of the panel, the bank or iyzico's support. */
  readonly evidence: string;
}

export interface Proposal extends Finding {
  readonly by: string;
  readonly at: number;
}

export interface Intent {
  readonly fingerprint: string;
  readonly operation: RefundName;
  readonly paymentId: string;
  /** The item of a `refund`. */
  readonly paymentTransactionId: string | null;
  /** A terminal operation's own reference. */
  readonly transactionReferenceId: string | null;
  /** `null` for a cancel or void, which are of the whole. */
  readonly amount: string | null;
  readonly currency: string | null;
  readonly conversationId: string | null;
  /** The operators who asked for it, the first one first. */
  readonly by: readonly string[];
  readonly state: State;
  /** The outcome of its answer; `null` before, and for ever if the worker died while sending. */
  readonly outcome: Outcome<RefundName> | null;
  readonly settledBy: "answer" | "read-back" | "person" | null;
  /** The last read-back; `null` before the first one. */
  readonly readBack: ReadBack | null;
  /** One person's finding, while a second person's is awaited. */
  readonly proposal: Proposal | null;
  /** It landed although the desk had called it a failure, and no operator has acknowledged that yet. */
  readonly isLandedAfterAll: boolean;
  readonly createdAt: number;
  /** Just before its request was sent. Until the answer comes: when it was recorded, at most a second before. */
  readonly sentAt: number;
  /** When its state last changed. */
  readonly updatedAt: number;
}

/** A row of the ledger: an intent with its draft. */
export interface Entry<O extends RefundName = RefundName> extends Intent {
  readonly draft: Draft<O>;
}

export function intentOf({ draft: _, ...intent }: Entry): Intent {
  return intent;
}

/** The subject of an intent, from its checked draft. */
export type Subject = Pick<
  Intent,
  "paymentId" | "paymentTransactionId" | "transactionReferenceId" | "amount" | "currency" | "conversationId"
>;

/** An event of an intent. Events are only added. */
export interface Happening {
  readonly number: number;
  readonly fingerprint: string;
  readonly at: number;
  /** The operator, or `null` for the desk itself. */
  readonly by: string | null;
  readonly kind: "begun" | "joined" | "moved" | "read-back" | "proposed" | "acknowledged";
  /** The intent's state after it. */
  readonly state: State;
  readonly details: unknown;
}
