// What a file does after each line: pure functions, without clock, storage or network.

import type { Intent } from "../ledger/intent.js";
import { isForLater, type Refusal } from "../refusal.js";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** This many equal failures in a row that no line has caused pause the file. */
export const TROUBLES_IN_A_ROW = 5;
const LIMIT_EXCEEDED = "50000";

const FIRST_PAUSE_MS = 15 * SECOND;
const LONGEST_PAUSE_MS = 5 * MINUTE;

/** The longest id. iyzico's have about ten digits; for a longer one no Durable Object is made and iyzico isn't asked. */
const LONGEST_PAYMENT_ID = 255;

/** The result of a try. An `error` is internal: it is unknown whether anything was sent. */
export type Try = { readonly intent: Intent; readonly isNew: boolean } | { readonly refusal: Refusal } | { readonly error: string };

/** A failure about the merchant's keys or pace, not about a line. */
export interface Trouble {
  readonly code: string;
  readonly message: string;
}

export const canBePayment = (paymentId: string): boolean => paymentId.length <= LONGEST_PAYMENT_ID;

/** The failure of that kind that this try met, if any. */
export function troubleOf(tried: Try): Trouble | null {
  const failure = failureOf(tried);
  const isTrouble = failure?.advice === "fix-credentials" || failure?.code === LIMIT_EXCEEDED;
  return failure && isTrouble ? { code: failure.code, message: failure.message } : null;
}

function failureOf(tried: Try): Refusal["failure"] {
  if ("refusal" in tried) return tried.refusal.failure;
  // An intent that failed earlier, in another file, proves nothing now.
  if (!("intent" in tried) || !tried.isNew || tried.intent.outcome?.status !== "failure") return undefined;
  const { advice, error } = tried.intent.outcome;
  return { advice, code: error.code, message: error.message ?? "" };
}

/** Whether this try proves that keys and pace are fine: an answer of iyzico's about the payment itself. */
export const endsTrouble = (tried: Try): boolean => troubleOf(tried) === null && !("error" in tried) && !isOnlyLater(tried);

const isOnlyLater = (tried: Try): boolean => "refusal" in tried && tried.refusal.status >= 500;

/** Whether a line is tried again. */
export const isWorthAnotherTry = (tried: Try): boolean => "error" in tried || ("refusal" in tried && isForLater(tried.refusal));

/** Whether the line itself may be the cause of the wait: then it isn't tried for ever. */
export const mayBeTheLines = (tried: Try): boolean => "error" in tried || ("refusal" in tried && tried.refusal.status === 502);

/** When a line is tried next, after this many tries: at the time that its refusal names, if that is in the future. */
export function nextTry(tried: Try, tries: number, now: number): number {
  const from = "refusal" in tried ? (tried.refusal.from ?? 0) : 0;
  if (from > now) return from + SECOND;
  return now + Math.min(FIRST_PAUSE_MS * 2 ** Math.min(tries, 10), LONGEST_PAUSE_MS);
}
