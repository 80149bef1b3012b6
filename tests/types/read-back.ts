// Read-back: a GET without a body, one of two ways to ask, and what can be reconciled.

import { draft, Iyzico, refundable } from "iyzico-reversals";
import type { Answers, Draft, Outcome, Reconciliation, RefundablePayment, Request } from "iyzico-reversals";
import { same } from "./same.js";

const iyzico = new Iyzico({ apiKey: "a", secretKey: "s", environment: "sandbox" });
const request = iyzico.paymentDetails({ paymentId: "1" });
same<typeof request, Request<"paymentDetails">>(true);
same<typeof request.method, "GET">(true);
same<typeof request.body, null>(true);
const answer: Promise<Response> = fetch(request.url, request);
void answer;
iyzico.paymentDetails({ paymentConversationId: "a", locale: "tr", conversationId: "b" });
iyzico.paymentDetails({ paymentId: undefined, paymentConversationId: "a" });
const made = draft("paymentDetails", { paymentId: "1" });
same<typeof made, Draft<"paymentDetails">>(true);
same<typeof made.method, "GET">(true);

// @ts-expect-error details of what?
iyzico.paymentDetails({});
// @ts-expect-error of one or of the other
iyzico.paymentDetails({ paymentId: "1", paymentConversationId: "a" });
// @ts-expect-error an id is a string
iyzico.paymentDetails({ paymentId: 1 });

const outcome = iyzico.read(request, 200, "{}");
same<typeof outcome, Outcome<"paymentDetails">>(true);
if (outcome.status === "unknown") same<typeof outcome.advice, "retry-later">(true);
if (outcome.status === "success") {
  same<ReturnType<typeof refundable>, readonly RefundablePayment[]>(true);
  const [payment] = refundable(outcome.data);
  same<typeof payment, RefundablePayment | undefined>(true);
  if (payment) {
    const texts: string[] = [payment.paymentId, payment.refundable, ...payment.items.map((item) => item.paymentTransactionId)];
    void texts;
    // @ts-expect-error a payment's currency may be unknown
    const currency: string = payment.currency;
    void currency;
    iyzico.refundV2({ paymentId: payment.paymentId, price: payment.refundable, upTo: payment.refundable });
  }
  const [found] = outcome.data.payments;
  same<typeof found, Answers["paymentDetails"]["payments"][number] | undefined>(true);
  const refund = found?.itemTransactions?.[0]?.refunds?.[0];
  const told: [string | undefined, number | undefined, boolean | undefined] = [refund?.refundPrice, refund?.refundStatus, refund?.isAfterSettlement];
  void told;
  // @ts-expect-error a cancel's conversationId has a name of its own
  found?.cancels?.[0]?.refundConversationId;
  // @ts-expect-error read-only
  outcome.data.payments = [];
}
// @ts-expect-error the outcome instead of its data
refundable(outcome);

const asked = iyzico.refund({ paymentTransactionId: "1", price: "5" });
const says: Reconciliation = iyzico.reconcile(asked, 200, "{}");
void says;
iyzico.reconcile({ operation: "cancel", body: "{}" }, null, null);
// @ts-expect-error a question has nothing to reconcile
iyzico.reconcile(request, 200, "{}");
// @ts-expect-error a refund to balance moves nothing by itself
iyzico.reconcile(iyzico.refundToBalance({ paymentId: "1", callbackUrl: "https://example.com" }), 200, "{}");
// @ts-expect-error the answer's text is needed
iyzico.reconcile(asked, 200);
