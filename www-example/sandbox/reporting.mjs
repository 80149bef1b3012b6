// Read-back of a payment: what was refunded or cancelled, under the names of iyzico's reporting service.

import { HOST_REFERENCE, spelledPrice, successFields } from "./answers.mjs";
import { paidOf, refundedOf } from "./books.mjs";
import { CODE, Refusal } from "./errors.mjs";
import { cardHost as host } from "./hosts.mjs";
import { NumberText } from "./json.mjs";

const DONE = new NumberText("1");

export const reportingRoutes = [
  { method: "GET", path: "/v2/reporting/payment/details", host, carryOut: details, sample: sampleDetails },
];

function details(call, merchant, world) {
  const paymentId = call.field("paymentId");
  const conversationId = call.field("paymentConversationId");
  if (paymentId === undefined && conversationId === undefined) throw new Refusal(CODE.fieldMissing, "paymentId");
  const payments = world.books.find(merchant, { paymentId, conversationId });
  return { ...successFields(call, world), payments: payments.map(reportPayment) };
}

function sampleDetails(call, merchant, world, payment) {
  return { ...successFields(call, world), payments: [reportPayment(payment)] };
}

function reportPayment(payment) {
  const spelled = (units) => spelledPrice(payment, units);
  return {
    paymentId: payment.paymentId,
    paymentStatus: DONE,
    paymentRefundStatus: refundStatus(payment),
    price: spelled(payment.items.reduce((total, item) => total + item.price, 0n)),
    paidPrice: spelled(paidOf(payment)),
    installment: new NumberText("1"),
    paymentConversationId: payment.conversationId,
    fraudStatus: DONE,
    binNumber: payment.card.slice(0, 8),
    lastFourDigits: payment.card.slice(-4),
    currency: payment.currency,
    threeDS: false,
    phase: "AUTH",
    hostReference: HOST_REFERENCE,
    createdDate: isoDate(payment.createdAt),
    cancels: payment.cancels.map((cancel) => ({
      refundId: new NumberText(cancel.id),
      cancelConversationId: cancel.conversationId,
      ...reportReversal(payment, cancel),
    })),
    itemTransactions: payment.items.map((item) => ({
      paymentTransactionId: item.paymentTransactionId,
      transactionStatus: DONE,
      price: spelled(item.price),
      paidPrice: spelled(item.paidPrice),
      refunds: item.refunds.map((refund) => ({
        refundTxId: new NumberText(refund.id),
        refundConversationId: refund.conversationId,
        isAfterSettlement: false,
        ...reportReversal(payment, refund),
      })),
    })),
  };
}

function reportReversal(payment, { price, at, authCode }) {
  return {
    refundPrice: spelledPrice(payment, price),
    refundStatus: DONE,
    createdDate: isoDate(at),
    currencyCode: payment.currency,
    authCode,
    hostReference: HOST_REFERENCE,
  };
}

// Assumption: the word is about refunds only, so a cancelled payment stays NOT_REFUNDED and shows in `cancels`.
function refundStatus(payment) {
  const refunded = refundedOf(payment);
  if (refunded === 0n) return "NOT_REFUNDED";
  return refunded === paidOf(payment) ? "TOTALLY_REFUNDED" : "PARTIALLY_REFUNDED";
}

const isoDate = (time) => new Date(time).toISOString();
