// The parts of the reader's program that the snippets use: keys, ids, a ledger, a framework's arguments.

import type { Answer, Draft, Failure, Iyzico, LedgerEntry, Outcome, Precheck, Reconciliation, RefundName, SignedRequest, Success } from "iyzico-reversals";
import type { exchange as Exchange } from "iyzico-reversals/fetch";

declare global {
  const apiKey: string;
  const secretKey: string;
  const currentKeys: { apiKey: string; secretKey: string };
  const previousKeys: { apiKey: string; secretKey: string };
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
  const form: HTMLFormElement;
  const day: string;
  const env: { API_KEY: string; SECRET_KEY: string };
  const process: { argv: string[]; env: Record<string, string | undefined>; exitCode?: number };
  function show(issues: readonly { readonly message: string }[]): void;

  // Where results go.
  const queue: { add(event: object): void };
  function book(data: object): void;
  function refused(error: object): void;
  function unknownOutcome(outcome: unknown): void;

  /** A pool of `pg`. */
  const pool: { query(text: string, values: readonly unknown[]): Promise<{ rowCount: number | null; rows: any[] }> };

  /** The reader's own books: a row for each intent, under its fingerprint. */
  const ledger: {
    take(fingerprint: string, draft: Draft): Promise<boolean>;
    outcome(fingerprint: string): unknown;
    leave(fingerprint: string, why?: Precheck): unknown;
    sending(fingerprint: string, sentAt: number): Promise<void>;
    entries(from: number, to: number): Promise<LedgerEntry[]>;
    settle(fingerprint: string, outcome: Success<RefundName> | Failure<RefundName> | Reconciliation): Promise<void>;
  };
  function openRefunds(paymentId: string): Promise<{ draft: Draft<"refund">; sentAt: number }[]>;

  // From a snippet before.
  const iyzico: Iyzico;
  const request: SignedRequest<"refund">;
  const answer: Answer;
  const exchange: typeof Exchange;
  const draft: typeof import("iyzico-reversals").draft;
  const refundable: typeof import("iyzico-reversals").refundable;
  const fakeAnswer: typeof import("iyzico-reversals/testing").fakeAnswer;
  const outcome: Outcome<"refund">;

  /** The official SDK, which has no types. */
  const Iyzipay: any;
  const official: { refund: { create(params: object, callback: (error: Error | null, result: any) => void): void } };
}
