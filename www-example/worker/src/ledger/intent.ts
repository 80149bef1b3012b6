// One refund, cancel or void that somebody meant, from the click to its end.

import type { Draft, Outcome, Reconciliation, RefundName } from "iyzico-reversals";

/**
 * "sending": recorded, and its one request may be under way. "checking": nobody could tell from the answer, read-back is
 * under way. "ambiguous": read-back couldn't tell either, a person must look.
 */
export type State = "sending" | "checking" | "success" | "failure" | "ambiguous";

/** What iyzico's records said of an intent, and when they were asked. */
export interface ReadBack {
  readonly verdict: Reconciliation["verdict"];
  readonly reason: Reconciliation["reason"];
  readonly reversals: Reconciliation["reversals"];
  readonly askedAt: number;
}

/** What a person found about an intent that iyzico's records leave open. It counts once a second person has found the same. */
export interface Finding {
  readonly landed: boolean;
  readonly reason: string;
  /** What was looked at: a reference of the panel, of the bank, of iyzico's support. */
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
  /** `null` when it is the whole: a cancel or void. */
  readonly amount: string | null;
  readonly currency: string | null;
  readonly conversationId: string | null;
  /** Who asked for it; the first began it. */
  readonly by: readonly string[];
  readonly state: State;
  /** What the answer said; `null` while there is none, and for ever if the worker died while sending. */
  readonly outcome: Outcome<RefundName> | null;
  readonly settledBy: "answer" | "read-back" | "person" | null;
  /** What read-back said last; `null` before the first look. */
  readonly readBack: ReadBack | null;
  /** What one person found, while a second one's word is awaited. */
  readonly proposal: Proposal | null;
  /** It landed although the desk had called it a failure, and no operator has said yet that they know. */
  readonly isLandedAfterAll: boolean;
  readonly createdAt: number;
  /** Just before its request left. Until an answer came it is when it was recorded, which is at most a second before. */
  readonly sentAt: number;
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

/** Something that happened to an intent. Events are only ever added. */
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
