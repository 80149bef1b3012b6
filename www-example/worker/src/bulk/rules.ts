// What a file does after each line, as functions of what is known: no clock, no storage, no network.

import type { Intent } from "../ledger/intent.js";
import { isForLater, type Refusal } from "../refusal.js";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** So many equal failures in a row, which no line can be blamed for, pause the file. */
export const TROUBLES_IN_A_ROW = 5;
const LIMIT_EXCEEDED = "50000";

const FIRST_PAUSE_MS = 15 * SECOND;
const LONGEST_PAUSE_MS = 5 * MINUTE;

/** iyzico's have about ten digits. For one that is much longer no Durable Object is made, and iyzico isn't asked. */
const LONGEST_PAYMENT_ID = 255;

/** What became of one try of a line. An error is one of the desk's own: nobody knows whether anything was sent. */
export type Try = { readonly intent: Intent; readonly isNew: boolean } | { readonly refusal: Refusal } | { readonly error: string };

/** What iyzico finds wrong with the merchant's keys or pace, rather than with a line. */
export interface Trouble {
  readonly code: string;
  readonly message: string;
}

export const canBePayment = (paymentId: string): boolean => paymentId.length <= LONGEST_PAYMENT_ID;

/** The trouble that this try met; nothing when it met none. */
export function troubleOf(tried: Try): Trouble | null {
  const failure = failureOf(tried);
  const isTrouble = failure?.advice === "fix-credentials" || failure?.code === LIMIT_EXCEEDED;
  return failure && isTrouble ? { code: failure.code, message: failure.message } : null;
}

function failureOf(tried: Try): Refusal["failure"] {
  if ("refusal" in tried) return tried.refusal.failure;
  // What failed before, in another file, says nothing of now.
  if (!("intent" in tried) || !tried.isNew || tried.intent.outcome?.status !== "failure") return undefined;
  const { advice, error } = tried.intent.outcome;
  return { advice, code: error.code, message: error.message ?? "" };
}

/** Whether this try says that keys and pace are all right: an answer of iyzico's about the payment itself. */
export const endsTrouble = (tried: Try): boolean => troubleOf(tried) === null && !("error" in tried) && !isOnlyLater(tried);

const isOnlyLater = (tried: Try): boolean => "refusal" in tried && tried.refusal.status >= 500;

/** Whether a line is tried again after this. */
export const isWorthAnotherTry = (tried: Try): boolean => "error" in tried || ("refusal" in tried && isForLater(tried.refusal));

/** Whether the line itself may be what keeps it waiting: then it isn't tried for ever. */
export const mayBeTheLines = (tried: Try): boolean => "error" in tried || ("refusal" in tried && tried.refusal.status === 502);

/** When a line is tried next, after so many tries: at the moment its refusal names, if that is still to come. */
export function nextTry(tried: Try, tries: number, now: number): number {
  const from = "refusal" in tried ? (tried.refusal.from ?? 0) : 0;
  if (from > now) return from + SECOND;
  return now + Math.min(FIRST_PAUSE_MS * 2 ** Math.min(tries, 10), LONGEST_PAUSE_MS);
}
