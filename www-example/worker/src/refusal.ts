// Why nothing was sent: a value, because an exception would lose its members between a Durable Object and the worker.

import type { Advice, Issue as PackageIssue, Precheck } from "iyzico-reversals";

import type { Intent } from "./ledger/intent.js";
import type { Hindrance } from "./ledger/rules.js";

/** An issue of the package, or one of the desk's own in the same form. */
export type Issue = Omit<PackageIssue, "code"> & { readonly code: PackageIssue["code"] | "duplicate" };

export interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 429 | 500 | 502 | 503;
  readonly code: string;
  readonly message: string;
  readonly issues?: readonly Issue[];
  /** The amount that can still be refunded, if more was asked for. */
  readonly refundable?: string;
  /** The intent that blocks this one. */
  readonly fingerprint?: string;
  /** Why iyzico's records don't rule out that it landed. */
  readonly doubt?: string;
  /** Why iyzico didn't show the payment. */
  readonly failure?: { readonly advice: Advice; readonly code: string; readonly message: string };
  /** When it may be tried again, by the desk's clock; `null` if waiting doesn't help. */
  readonly from?: number | null;
}

export const refusals = {
  operationNotAllowed: { status: 400, code: "operation-not-allowed", message: "this operation is not done here" },
  signedOut: { status: 401, code: "signed-out", message: "sign in again" },
  wrongSignIn: { status: 401, code: "wrong-sign-in", message: "no such operator, or another password" },
  foreignOrigin: { status: 403, code: "foreign-origin", message: "this origin may not call the desk" },
  notFound: { status: 404, code: "not-found", message: "there is nothing here" },
  paymentNotFound: { status: 404, code: "payment-not-found", message: "this merchant has no such payment" },
  saleNotFound: { status: 404, code: "sale-not-found", message: "this merchant has no such sale" },
  foreignItem: { status: 404, code: "foreign-item", message: "what the draft names is not of this payment" },
  intentNotFound: { status: 404, code: "intent-not-found", message: "no such intent was taken" },
  bulkNotFound: { status: 404, code: "bulk-not-found", message: "no such file was taken" },
  currencyMismatch: { status: 409, code: "currency-mismatch", message: "the payment has another currency" },
  conversationTaken: { status: 409, code: "conversation-taken", message: "another intent has this conversationId" },
  stillOpen: { status: 409, code: "still-open", message: "another intent is still open; wait until it is settled" },
  notRuledOut: {
    status: 409,
    code: "not-ruled-out",
    message: "an earlier attempt here may have been carried out; nothing was sent",
  },
  justLanded: {
    status: 409,
    code: "just-landed",
    message: "an earlier attempt whose outcome was open has just been found carried out; look at it before anything is sent",
  },
  landedAfterAll: {
    status: 409,
    code: "landed-after-all",
    message: "an earlier attempt was carried out after all; look at it before anything is sent",
  },
  cannotSettle: { status: 409, code: "cannot-settle", message: "this intent is not for people to settle, or not yet" },
  findingContradicted: { status: 409, code: "finding-contradicted", message: "iyzico's records show it as carried out" },
  tooLarge: { status: 413, code: "too-large", message: "the body is too large" },
  tooMany: { status: 429, code: "too-many", message: "too many requests; wait a minute" },
  unexpected: { status: 500, code: "unexpected", message: "the desk failed; ask for the intent before anything else" },
  tooSlow: { status: 502, code: "unreachable", message: "what iyzico showed is too old by now; nothing was sent" },
  contradiction: { status: 502, code: "contradiction", message: "iyzico's own figures of this payment contradict each other" },
  unreachable: { status: 502, code: "unreachable", message: "iyzico could not be asked; nothing was sent" },
} as const satisfies Record<string, Refusal>;

export const invalid = (issues: readonly Issue[]): Refusal => ({
  status: 400,
  code: "invalid",
  message: issues.map(({ path, message }) => `${path.join(".")} ${message}`.trim()).join("; "),
  issues,
});

export const overRefund = (refundable: string): Refusal => ({
  status: 409,
  code: "over-refund",
  message: `no more than ${refundable} can still be refunded`,
  refundable,
});

/** An earlier intent of the payment or sale may have landed: until that is ruled out, nothing else is sent. */
export function notRuledOut({ fingerprint, state }: Intent, { reason, from }: Hindrance): Refusal {
  if (reason === "landed-after-all") return { ...refusals.landedAfterAll, fingerprint };
  const isOpen = state === "sending" || state === "checking";
  const refusal = isOpen ? refusals.stillOpen : refusals.notRuledOut;
  return { ...refusal, fingerprint, doubt: reason, from };
}

/** iyzico's records already show this draft, or something that could be it. */
export function alreadyThere({ verdict, reason }: Precheck): Refusal | null {
  if (verdict === "clear") return null;
  if (verdict === "landed") return { status: 409, code: "already-there", message: "iyzico has carried this out before; nothing was sent" };
  return { status: 409, code: "maybe-there", message: `iyzico's records don't rule this out (${reason}); nothing was sent`, doubt: reason };
}

/** All sending is stopped, by an operator or a setting. */
export const stopped = (why: string): Refusal => ({ status: 503, code: "stopped", message: `sending is stopped: ${why}; nothing was sent` });

export const misconfigured = (problems: readonly { readonly setting: string; readonly message: string }[]): Refusal => ({
  status: 503,
  code: "misconfigured",
  message: `${problems.map(({ setting, message }) => `${setting} ${message}`).join("; ")}; nothing was sent`,
});

/** Nothing was sent; the same request may work a little later. */
export const isForLater = ({ status, code, from = null }: Refusal): boolean =>
  status >= 502 || code === "still-open" || code === "just-landed" || (code === "not-ruled-out" && from !== null);

export const issue = (path: readonly string[], code: Issue["code"], message: string): Issue => ({ path, code, message });

/** A refusal from the package's validation error; rethrows any other error. */
export function refusalOf(error: unknown): Refusal {
  const { code, issues } = error as { code?: unknown; issues?: readonly Issue[] };
  if (code === "IYZICO_VALIDATION" && issues) return invalid(issues);
  throw error;
}
