// The card operations: refund of an item (also charged to the merchant), of an amount (V2), cancel, refund to balance.

import { randomUUID } from "node:crypto";
import { hostReference, spelledPrice, successFields } from "./answers.mjs";
import { paidOf } from "./books.mjs";
import { mandatory } from "./call.mjs";
import { CODE, Refusal } from "./errors.mjs";
import { cardHost as host } from "./hosts.mjs";
import { parseAmount } from "./money.mjs";
import { SIGNED_IN_REFUND, signAnswer } from "./signature.mjs";

/**
 * `carryOut` changes the books; `sample` writes the same answer for another payment and changes nothing. `movesMoney` is true for
 * operations that move money; their `attemptOf` is the record of a request that is refused or lands later.
 */
export const cardRoutes = [
  { method: "POST", path: "/payment/refund", host, carryOut: refund, sample: sampleRefund, movesMoney: true, attemptOf: attemptAtItem },
  { method: "POST", path: "/v2/payment/refund", host, carryOut: refundV2, sample: sampleRefundV2, movesMoney: true, attemptOf: attemptAtPayment },
  { method: "POST", path: "/payment/cancel", host, carryOut: cancel, sample: sampleCancel, movesMoney: true, attemptOf: attemptToCancel },
  {
    method: "POST",
    path: "/payment/iyzipos/refund/merchant/charge",
    host,
    carryOut: refundCharged,
    sample: sampleRefundCharged,
    movesMoney: true,
    attemptOf: attemptAtItem,
  },
  { method: "POST", path: "/payment/refund-to-balance/init", host, carryOut: refundToBalance, sample: balanceFields },
];

function refund(call, merchant, world) {
  const paymentTransactionId = mandatory(call, "paymentTransactionId", CODE.fieldMissing);
  const done = world.books.refundItem(merchant, { paymentTransactionId, ...amountOf(call) });
  return refundFields(call, merchant, world, { ...done, paymentTransactionId });
}

function sampleRefund(call, merchant, world, payment) {
  const [item] = payment.items;
  const refund = { price: item.paidPrice, authCode: "512821", operation: item.paymentTransactionId };
  return refundFields(call, merchant, world, { payment, refund, paymentTransactionId: item.paymentTransactionId });
}

function refundV2(call, merchant, world) {
  const paymentId = mandatory(call, "paymentId", CODE.fieldMissing);
  const done = world.books.refundAmount(merchant, { paymentId, ...amountOf(call) });
  return refundFields(call, merchant, world, done);
}

function sampleRefundV2(call, merchant, world, payment) {
  const refund = { price: payment.items[0].paidPrice, authCode: "581421", operation: payment.paymentId };
  return refundFields(call, merchant, world, { payment, refund });
}

function cancel(call, merchant, world) {
  const paymentId = mandatory(call, "paymentId", CODE.fieldMissing);
  const done = world.books.cancel(merchant, { paymentId, ...askedBy(call) });
  return cancelFields(call, world, done);
}

function sampleCancel(call, merchant, world, payment) {
  return cancelFields(call, world, { payment, cancel: { price: payment.items[0].paidPrice, authCode: "519468", operation: payment.paymentId } });
}

// Found in the SDKs only. Assumption: to the books it is a refund like any other.
function refundCharged(call, merchant, world) {
  const paymentTransactionId = mandatory(call, "paymentTransactionId", CODE.fieldMissing);
  const done = world.books.refundItem(merchant, { paymentTransactionId, ...amountOf(call), charged: true });
  return chargedFields(call, world, { ...done, paymentTransactionId });
}

function sampleRefundCharged(call, merchant, world, payment) {
  const [item] = payment.items;
  const refund = { price: item.paidPrice, authCode: "512821", operation: item.paymentTransactionId };
  return chargedFields(call, world, { payment, refund, paymentTransactionId: item.paymentTransactionId });
}

// Moves nothing: the shopper would confirm it on a page that is not simulated.
function refundToBalance(call, merchant, world) {
  const paymentId = mandatory(call, "paymentId", CODE.fieldMissing);
  mandatory(call, "callbackUrl", CODE.fieldMissing);
  world.books.find(merchant, { paymentId });
  return balanceFields(call, merchant, world);
}

function refundFields(call, merchant, world, { payment, refund, paymentTransactionId }) {
  const fields = {
    ...successFields(call, world),
    paymentId: payment.paymentId,
    paymentTransactionId,
    price: spelledPrice(payment, refund.price),
    currency: payment.currency,
    authCode: refund.authCode,
    hostReference: hostReference(world, payment.paymentId),
    refundHostReference: hostReference(world, refund.operation),
    retryable: false,
  };
  return { ...fields, signature: signAnswer(fields, SIGNED_IN_REFUND, merchant.secretKey) };
}

function cancelFields(call, world, { payment, cancel }) {
  return {
    ...successFields(call, world),
    paymentId: payment.paymentId,
    price: spelledPrice(payment, cancel.price),
    currency: payment.currency,
    authCode: cancel.authCode,
    hostReference: hostReference(world, payment.paymentId),
    cancelHostReference: hostReference(world, cancel.operation),
  };
}

// The fields that the SDKs read; no page lists a signature for it.
function chargedFields(call, world, { payment, refund, paymentTransactionId }) {
  return {
    ...successFields(call, world),
    paymentId: payment.paymentId,
    paymentTransactionId,
    price: spelledPrice(payment, refund.price),
    authCode: refund.authCode,
    hostReference: hostReference(world, refund.operation),
  };
}

function balanceFields(call, merchant, world) {
  const token = randomUUID();
  return { ...successFields(call, world), token, url: `https://page.sandbox.test/refund-to-balance?token=${token}` };
}

function amountOf(call) {
  const price = parseAmount(mandatory(call, "price", CODE.fieldMissing));
  if (price === null) throw new Refusal(CODE.amountNotAllowed);
  return { price, currency: call.field("currency"), ...askedBy(call) };
}

const askedBy = (call) => ({ conversationId: call.field("conversationId"), sentAt: call.sentAt });

function attemptAtItem(call, merchant, { books }) {
  const { payment, item } = books.findItem(merchant, { paymentTransactionId: call.field("paymentTransactionId") });
  return { payment, itemId: item.paymentTransactionId, kind: "refund", price: priceOf(call), ...askedBy(call) };
}

// Assumption: the items of an amount are not known yet, so it is kept with the first one.
function attemptAtPayment(call, merchant, { books }) {
  const [payment] = books.find(merchant, { paymentId: call.field("paymentId") });
  return { payment, itemId: payment.items[0].paymentTransactionId, kind: "refund", price: priceOf(call), ...askedBy(call) };
}

function attemptToCancel(call, merchant, { books }) {
  const [payment] = books.find(merchant, { paymentId: call.field("paymentId") });
  return { payment, kind: "cancel", price: paidOf(payment), ...askedBy(call) };
}

const priceOf = (call) => parseAmount(call.field("price") ?? "") ?? 0n;
