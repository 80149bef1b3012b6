// Read-back: a GET without a body, one of two ways to ask, and what can be reconciled.

import { draft, Iyzico, refundable } from "iyzico-reversals";
import type { Answers, Balance, Doubt, Draft, Outcome, PaymentState, Precheck, PrecheckTimes, ReadBackTimes, Reconciliation, RefundablePayment, SignedRequest, Reversal } from "iyzico-reversals";
import { same } from "./same.js";

const iyzico = new Iyzico({ apiKey: "a", secretKey: "s", environment: "sandbox" });
const request = iyzico.paymentDetails({ paymentId: "1" });
same<typeof request, SignedRequest<"paymentDetails">>(true);
same<typeof request.method, "GET">(true);
same<typeof request.body, null>(true);
const answer: Promise<Response> = fetch(request.url, request);
void answer;
iyzico.paymentDetails({ paymentConversationId: "a", locale: "tr", conversationId: "b" });
iyzico.paymentDetails({ paymentId: undefined, paymentConversationId: "a" });
const made = draft("paymentDetails", { paymentId: "1" });
same<typeof made, Draft<"paymentDetails">>(true);
same<typeof made.method, "GET">(true);

// @ts-expect-error paymentId or paymentConversationId is required
iyzico.paymentDetails({});
// @ts-expect-error paymentId and paymentConversationId exclude each other
iyzico.paymentDetails({ paymentId: "1", paymentConversationId: "a" });
// @ts-expect-error an id is a string
iyzico.paymentDetails({ paymentId: 1 });

const outcome = iyzico.read(request, { status: 200, text: "{}" });
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
    same<typeof payment.state, PaymentState>(true);
    same<PaymentState, "authorized" | "cancelled" | "paid" | "unpaid">(true);
    const balances: Balance[] = [payment, ...payment.items];
    const doubts: string[] = balances.map(({ doubtful }) => doubtful);
    void doubts;
    // @ts-expect-error an amount is a string
    const doubtful: number = payment.doubtful;
    void doubtful;
    // @ts-expect-error an item has no state of its own
    payment.items[0]?.state;
    // @ts-expect-error no such state
    if (payment.state === "refunded") void payment;
    iyzico.refundV2({ paymentId: payment.paymentId, price: payment.refundable, upTo: payment.refundable });
  }
  const [found] = outcome.data.payments;
  same<typeof found, Answers["paymentDetails"]["payments"][number] | undefined>(true);
  const refund = found?.itemTransactions?.[0]?.refunds?.[0];
  const told: [string | undefined, number | undefined, boolean | undefined] = [refund?.refundPrice, refund?.refundStatus, refund?.isAfterSettlement];
  void told;
  const failed: (string | undefined)[] = [refund?.errorCode, refund?.errorGroup, refund?.errorMessage, found?.cancels?.[0]?.errorCode];
  void failed;
  // @ts-expect-error a cancel's conversationId has another name
  found?.cancels?.[0]?.refundConversationId;
  // @ts-expect-error read-only
  outcome.data.payments = [];
}
// @ts-expect-error refundable takes the outcome's data, not the outcome
refundable(outcome);

const asked = iyzico.refund({ paymentTransactionId: "1", price: "5" });
const times: ReadBackTimes = { sentAt: Date.now(), askedAt: Date.now() };
const details = { status: 200, text: "{}" };
const found = iyzico.reconcile(asked, details, times);
same<typeof found, Reconciliation>(true);
iyzico.reconcile(asked, details);
iyzico.reconcile(asked, null, times);
iyzico.reconcile({ operation: "cancel", body: "{}" }, null, times);
iyzico.reconcile(draft("refundV2", { paymentId: "1", price: "5" }), details, times);
// @ts-expect-error only requests that move money are reconciled
iyzico.reconcile(request, details, times);
// @ts-expect-error refundToBalance moves no money itself
iyzico.reconcile(iyzico.refundToBalance({ paymentId: "1", callbackUrl: "https://example.com" }), details, times);
// @ts-expect-error the answer is required
iyzico.reconcile(asked);
// @ts-expect-error an answer is one value, not two
iyzico.reconcile(asked, 200, "{}");
// @ts-expect-error both times are required
iyzico.reconcile(asked, details, { sentAt: 1 });
// @ts-expect-error times are epoch milliseconds, not Dates
iyzico.reconcile(asked, details, { sentAt: new Date(), askedAt: new Date() });
// @ts-expect-error no option shortens the wait
iyzico.reconcile(asked, details, { ...times, lag: 0 });
// @ts-expect-error a card's read-back takes no question
iyzico.reconcile(asked, details, { ...times, question: request });

same<Reconciliation["verdict"], "landed" | "not-landed" | "ambiguous">(true);
same<Reconciliation["reason"], "carried-out" | "absent" | "failed" | Doubt>(true);
same<
  Doubt,
  | "clock-skew" | "contradiction" | "doubtful-row" | "earlier-row" | "elsewhere" | "http-status" | "incomplete" | "no-answer"
  | "no-conversation-id" | "no-host-reference" | "not-found" | "not-text" | "no-times" | "other-amount" | "other-question" | "refused"
  | "request-unreadable" | "similar-id" | "too-early" | "unlisted" | "unreadable"
>(true);

export function settled(found: Reconciliation): string {
  const [row] = found.reversals;
  same<typeof row, Reversal | undefined>(true);
  switch (found.verdict) {
    case "landed":
      same<typeof found.reason, "carried-out">(true);
      // @ts-expect-error `landed` has no reason of a doubt
      if (found.reason === "too-early") return "";
      return `${row?.id} ${row?.amount} ${row?.hostReference}`;
    case "not-landed":
      same<typeof found.reason, "absent" | "failed">(true);
      return found.reason;
    case "ambiguous":
      same<typeof found.reason, Doubt>(true);
      return found.reason;
    default: {
      const nothingElse: never = found;
      return nothingElse;
    }
  }
}

declare const row: Reversal;
const members: (string | null)[] = [
  row.id, row.reference, row.paymentId, row.paymentTransactionId, row.amount, row.currency, row.createdDate, row.hostReference, row.state,
];
void members;
same<Reversal["state"], "carried-out" | "doubtful" | "failed">(true);
// @ts-expect-error the value may be null
const amount: string = row.amount;
void amount;
// @ts-expect-error read-only
row.amount = "5";
// @ts-expect-error read-only
found.reversals.push(row);
// @ts-expect-error the result is an object, not the verdict itself
if (found === "landed") void found;

const before = iyzico.precheck(draft("refund", { paymentTransactionId: "1", price: "5" }), details);
same<typeof before, Precheck>(true);
same<Precheck["verdict"], "clear" | "landed" | "ambiguous">(true);
iyzico.precheck(asked, null);
const drafted: PrecheckTimes = { draftedAt: Date.now(), askedAt: Date.now() };
iyzico.precheck(asked, details, drafted);
// @ts-expect-error both times are required
iyzico.precheck(asked, details, { draftedAt: 1 });
// @ts-expect-error only requests that move money are prechecked
iyzico.precheck(made, details);
// @ts-expect-error precheck takes draftedAt, not sentAt
iyzico.precheck(asked, details, times);

export function mayBeSent(before: Precheck): boolean {
  switch (before.verdict) {
    case "clear":
      same<typeof before.reason, "absent" | "failed">(true);
      return true;
    case "landed":
      same<typeof before.reason, "carried-out">(true);
      return false;
    case "ambiguous":
      same<typeof before.reason, Doubt>(true);
      return false;
    default: {
      const nothingElse: never = before;
      return nothingElse;
    }
  }
}
// @ts-expect-error precheck never says not-landed
if (before.verdict === "not-landed") void before;
