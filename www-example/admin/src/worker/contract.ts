// What the desk's worker and this page say to each other.

import type { Answers, Draft, Outcome, Reconciliation, RefundablePayment } from "iyzico-reversals";

export interface Session {
  readonly token: string;
  readonly operator: string;
  readonly expiresAt: number | string;
}

/** What iyzico's reporting says of a payment. */
export type PaymentDetails = Answers["paymentDetails"]["payments"][number];

export interface FoundPayment {
  /** What the package's `refundable` makes of the details. */
  readonly payment: RefundablePayment;
  readonly details: PaymentDetails;
  /** What iyzico's figures contradict each other in; `payment` then has nothing refundable. */
  readonly contradiction: string | null;
  readonly intents: readonly Intent[];
}

/** What may still go back of a terminal sale. */
export type Sale = Answers["terminal.refundableSaleInfo"];

/** The sale as it was made; its lines, where it tells them, have what a refund must repeat. */
export type SaleStatus = Answers["terminal.transactionStatus"] & { readonly saleItems?: readonly SoldLine[] };

export interface SoldLine {
  readonly name?: string;
  readonly unitCode?: string;
  readonly taxGroupCode?: string;
  readonly unitPriceAmount?: string;
}

export interface FoundSale {
  readonly sale: Sale;
  readonly status: SaleStatus;
  readonly intents: readonly Intent[];
}

/** An entry of the worker's ledger: one movement of money somebody meant. */
export interface Intent {
  readonly fingerprint: string;
  readonly operation: Draft["operation"];
  readonly paymentId: string;
  readonly paymentTransactionId: string | null;
  readonly transactionReferenceId: string | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly conversationId: string | null;
  /** The operators; the first is who began. */
  readonly by: readonly string[];
  /** "checking": the outcome is unknown and is being read back; "ambiguous": a person must look. */
  readonly state: "sending" | "checking" | "success" | "failure" | "ambiguous";
  readonly outcome: Outcome | null;
  readonly settledBy: "answer" | "read-back" | "person" | null;
  /** What iyzico's records said last. */
  readonly readBack: (Pick<Reconciliation, "verdict" | "reason" | "reversals"> & { readonly askedAt: number }) | null;
  /** What one person found, while a second one's word is awaited. */
  readonly proposal: (Finding & { readonly by: string; readonly at: number }) | null;
  /** It landed although the desk had called it a failure, and nobody has said yet that they know. */
  readonly isLandedAfterAll: boolean;
  /** Why nothing else is sent because of it; `from` is when that may end, `null` when no time will do. */
  readonly hindrance: { readonly reason: string; readonly from: number | null } | null;
  /** From when two people may settle it; `null` when it isn't for them. */
  readonly settleableFrom: number | null;
  readonly createdAt: number;
  readonly sentAt: number;
  readonly updatedAt: number;
}

/** What a person found in iyzico's panel, or heard from iyzico or the bank. */
export interface Finding {
  readonly landed: boolean;
  readonly reason: string;
  readonly evidence: string;
}

/** Whether anything is sent at all. */
export interface Sending {
  readonly isOn: boolean;
  readonly stop: { readonly by: string; readonly reason: string; readonly at: number } | null;
  readonly isOffBySetting: boolean;
  readonly problems: readonly { readonly setting: string; readonly message: string }[];
}

/** The list with this intent as it is now; a new one comes first. */
export function withIntent(intents: readonly Intent[], intent: Intent): readonly Intent[] {
  const isKnown = intents.some(({ fingerprint }) => fingerprint === intent.fingerprint);
  return isKnown ? intents.map((known) => (known.fingerprint === intent.fingerprint ? intent : known)) : [intent, ...intents];
}

export interface BulkProgress {
  readonly bulkId: string;
  readonly total: number;
  readonly done: number;
  readonly counts: { readonly success: number; readonly failure: number; readonly unknown: number; readonly waiting: number };
  /** The failure that came five times in a row, so that nothing more of the file is sent until somebody lets it go on. */
  readonly pause: { readonly code: string; readonly message: string; readonly at: number } | null;
}

/** Its outcome will still come by itself. */
export const isOpen = ({ state }: Intent): boolean => state === "sending" || state === "checking";

/** The intent because of which nothing else is sent: one that needs a person before one that time will tell of. */
export function hinderingOf(intents: readonly Intent[]): Intent | null {
  const hindering = intents.filter((intent) => intent.hindrance !== null && !isOpen(intent));
  return hindering.find(({ hindrance }) => hindrance?.from === null) ?? hindering[0] ?? null;
}

/** It may have moved money: the worker keeps its amount back until it is settled or a person has looked. */
export const isPending = (intent: Intent): boolean => isOpen(intent) || intent.state === "ambiguous";
