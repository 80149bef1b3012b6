// What the desk's worker and this page say to each other.

import type { Answers, Draft, Outcome, RefundablePayment } from "iyzico-reversals";

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
  readonly settledBy: "answer" | "read-back" | null;
  readonly createdAt: number;
  readonly updatedAt: number;
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
}

/** Its outcome will still come by itself. */
export const isOpen = ({ state }: Intent): boolean => state === "sending" || state === "checking";

/** It may have moved money: the worker keeps its amount back until it is settled or a person has looked. */
export const isPending = (intent: Intent): boolean => isOpen(intent) || intent.state === "ambiguous";
