// What the snippets take from their reader's world: keys, ids, a ledger, what a framework hands over. Nothing of the package.

import type { Answer, Draft, Failure, Iyzico, LedgerEntry, Outcome, Precheck, Reconciliation, RefundName, SignedRequest, Success } from "iyzico-reversals";
import type { exchange as Exchange } from "iyzico-reversals/fetch";

declare global {
  const apiKey: string;
  const secretKey: string;
  const clientId: string;
  const clientSecret: string;
  const username: string;
  const password: string;
  const paymentId: string;
  const paymentTransactionId: string;
  const price: string;
  const conversationId: string;
  const taxGroupCode: string;
  const params: { paymentTransactionId: string; price: string };
  const urlOfCoreWasm: URL;
  const shutdown: AbortSignal;
  const incoming: Request;
  const day: string;
  const entries: LedgerEntry[];
  const env: { API_KEY: string; SECRET_KEY: string };
  function show(issues: readonly { readonly message: string }[]): void;

  /** The reader's own books: a row for each intent, under its fingerprint. */
  const ledger: {
    take(fingerprint: string, draft: Draft): Promise<boolean>;
    outcome(fingerprint: string): unknown;
    leave(fingerprint: string, why?: Precheck): unknown;
    sending(fingerprint: string, sentAt: number): Promise<void>;
    settle(fingerprint: string, outcome: Success<RefundName> | Failure<RefundName> | Reconciliation): Promise<void>;
  };

  // From a snippet before.
  const iyzico: Iyzico;
  const request: SignedRequest<"refund">;
  const answer: Answer;
  const exchange: typeof Exchange;
  const draft: typeof import("iyzico-reversals").draft;
  const outcome: Outcome<"refund">;
}
