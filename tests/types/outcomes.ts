// An outcome narrows by its status, and its data by the operation.

import { Iyzico } from "iyzico-reversals";
import type { Advice, ApiError, Outcome, Reason } from "iyzico-reversals";
import { same } from "./same.js";

const iyzico = new Iyzico({ apiKey: "a", secretKey: "s", environment: "sandbox" });
const request = iyzico.refund({ paymentTransactionId: "1", price: "5.00" });
const outcome = iyzico.read(request, 200, "{}");
iyzico.read(request, null, null);
iyzico.read({ operation: "cancel", body: "{}" }, 200, "");

same<typeof outcome, Outcome<"refund">>(true);
same<typeof outcome.status, "success" | "failure" | "unknown">(true);
same<typeof outcome.operation, "refund">(true);
same<typeof outcome.httpStatus, number | null>(true);
same<typeof outcome.raw, string | null>(true);
same<
  Reason,
  | "no-answer" | "redirect" | "too-large" | "empty" | "not-json" | "malformed" | "contradiction" | "signature-missing"
  | "signature-wrong" | "echo-mismatch" | "timeout-code" | "request-unreadable"
>(true);
same<Advice, "fix-request" | "fix-credentials" | "use-item-refund" | "retry-later" | "after-day-end" | "refused" | "renew-token">(true);

// @ts-expect-error nobody has data before asking for the status
outcome.data;
// @ts-expect-error nor an advice: a success has none
outcome.advice;

export function sentence(outcome: Outcome<"refund">): string {
  switch (outcome.status) {
    case "success": {
      const { price, systemTime, retryable, paymentTransactionId, refundHostReference } = outcome.data;
      const texts: (string | undefined)[] = [price, paymentTransactionId, refundHostReference];
      const time: number | undefined = systemTime;
      const again: boolean | undefined = retryable;
      // @ts-expect-error money is text
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

const cancelled = iyzico.read(iyzico.cancel({ paymentId: "1" }), 200, "{}");
if (cancelled.status === "success") {
  const price: string | undefined = cancelled.data.price;
  void price;
  // @ts-expect-error a cancel is of a payment, not of an item
  cancelled.data.paymentTransactionId;
}
