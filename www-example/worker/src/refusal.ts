// Why nothing was sent. A value, not an exception: it crosses from a Durable Object to the worker whole.

import type { Issue as PackageIssue } from "iyzico-reversals";

/** The package's issue, or one of the desk's own in the same form. */
export type Issue = Omit<PackageIssue, "code"> & { readonly code: PackageIssue["code"] | "duplicate" };

export interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 429 | 500 | 502;
  readonly code: string;
  readonly message: string;
  readonly issues?: readonly Issue[];
  /** What may still be given back, when more was asked for. */
  readonly refundable?: string;
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
  tooLarge: { status: 413, code: "too-large", message: "the body is too large" },
  tooMany: { status: 429, code: "too-many", message: "too many requests; wait a minute" },
  unexpected: { status: 500, code: "unexpected", message: "the desk failed; ask for the intent before anything else" },
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
  message: `no more than ${refundable} may still be given back`,
  refundable,
});

export const issue = (path: readonly string[], code: Issue["code"], message: string): Issue => ({ path, code, message });

/** The package's issues as a refusal; any other error stays one. */
export function refusalOf(error: unknown): Refusal {
  const { code, issues } = error as { code?: unknown; issues?: readonly Issue[] };
  if (code === "IYZICO_VALIDATION" && issues) return invalid(issues);
  throw error;
}
