// An outcome narrows by its status, and its data by the operation.

import { draft, Iyzico } from "iyzico-reversals";
import type { Advice, Answer, ApiError, Outcome, Reason } from "iyzico-reversals";
import { same } from "./same.js";

const iyzico = new Iyzico({ apiKey: "a", secretKey: "s", environment: "sandbox" });
const request = iyzico.refund({ paymentTransactionId: "1", price: "5.00" });
const outcome = iyzico.read(request, { status: 200, text: "{}" });
iyzico.read(request, null);
iyzico.read({ operation: "cancel", body: "{}" }, { status: 200, text: "" });
iyzico.read(draft("refund", { paymentTransactionId: "1", price: "5.00" }), null);

declare const response: Response;
declare const answer: Answer;
same<Answer, { readonly status: number; readonly text: string } | null>(true);
iyzico.read(request, answer);
// @ts-expect-error read-only
if (answer) answer.status = 200;
// @ts-expect-error an answer may be null
answer.status;
const received: Promise<Answer> = response.text().then((text) => ({ status: response.status, text }));
void received;
// @ts-expect-error an answer is one value, not two
iyzico.read(request, 200, "{}");
// @ts-expect-error an answer is required
iyzico.read(request);
// @ts-expect-error no answer is null
iyzico.read(request, undefined);
// @ts-expect-error a Response is not an answer
iyzico.read(request, response);
// @ts-expect-error a promise is not an answer
iyzico.read(request, received);
// @ts-expect-error the text, not the parsed body
iyzico.read(request, { status: 200, text: {} });
// @ts-expect-error an answer is not the text alone
iyzico.read(request, "{}");
// @ts-expect-error a status is a number
iyzico.read(request, { status: "200", text: "{}" });
// @ts-expect-error the status is required
iyzico.read(request, { text: "{}" });

same<typeof outcome, Outcome<"refund">>(true);
same<typeof outcome.status, "success" | "failure" | "unknown">(true);
// A request that can't be read has none.
same<typeof outcome.operation, "refund" | null>(true);
if (outcome.status !== "unknown") same<typeof outcome.operation, "refund">(true);
same<typeof outcome.httpStatus, number | null>(true);
same<typeof outcome.raw, string | null>(true);
same<
  Reason,
  | "no-answer" | "not-text" | "redirect" | "too-large" | "empty" | "not-json" | "malformed" | "contradiction" | "signature-missing"
  | "signature-wrong" | "echo-mismatch" | "http-status" | "timeout-code" | "unlisted-code" | "request-unreadable"
>(true);
same<
  Advice,
  "fix-request" | "fix-credentials" | "use-item-refund" | "retry-later" | "after-day-end" | "refused" | "refused-unlisted" | "renew-token"
>(true);

// @ts-expect-error data needs a check of the status first
outcome.data;
// @ts-expect-error advice needs a check of the status first
outcome.advice;

export function sentence(outcome: Outcome<"refund">): string {
  switch (outcome.status) {
    case "success": {
      const { price, systemTime, retryable, paymentTransactionId, refundHostReference } = outcome.data;
      const texts: (string | undefined)[] = [price, paymentTransactionId, refundHostReference];
      const time: number | undefined = systemTime;
      const again: boolean | undefined = retryable;
      // @ts-expect-error an amount is a string
      const amount: number | undefined = price;
      // @ts-expect-error no such field
      outcome.data.prices;
      // @ts-expect-error a success has no error
      outcome.error;
      return [...texts, time, again, amount].join();
    }
    case "failure": {
      same<typeof outcome.error, ApiError>(true);
      same<typeof outcome.error.retryable, boolean | null>(true);
      same<typeof outcome.advice, Advice>(true);
      // @ts-expect-error a failure has no reason
      outcome.reason;
      return `${outcome.error.code} ${outcome.advice}`;
    }
    case "unknown": {
      same<typeof outcome.reason, Reason>(true);
      same<typeof outcome.advice, "reconcile">(true);
      same<typeof outcome.error, ApiError | null>(true);
      // @ts-expect-error it may be null
      outcome.error.code;
      return outcome.reason;
    }
    default: {
      const nothingElse: never = outcome;
      return nothingElse;
    }
  }
}

const cancelled = iyzico.read(iyzico.cancel({ paymentId: "1" }), { status: 200, text: "{}" });
if (cancelled.status === "success") {
  const price: string | undefined = cancelled.data.price;
  void price;
  // @ts-expect-error a cancel's data has no item
  cancelled.data.paymentTransactionId;
}

// Of one of several operations it narrows by the operation.
export function either(outcome: Outcome<"refund" | "cancel">): string | undefined {
  same<typeof outcome, Outcome<"refund"> | Outcome<"cancel">>(true);
  if (outcome.status !== "success") return outcome.advice;
  return outcome.operation === "refund" ? outcome.data.paymentTransactionId : outcome.data.paymentId;
}
