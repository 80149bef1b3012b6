// The rows of a payment in the day's list: its items, refunds, cancels and refused requests.

import { hostReference, spelledPrice } from "./answers.mjs";
import { istanbulDay, istanbulSeconds } from "./calendar.mjs";
import { spelledId } from "./ids.mjs";
import { NumberText } from "./json.mjs";
import { parseAmount, roundToKurus } from "./money.mjs";
import { authCodeOf } from "./reversal.mjs";
import { isShownInList, shownOf } from "./view.mjs";

const PAID = 1;
const APPROVED = "2";
const WAITS_FOR_SUB_MERCHANT = "1";
const REJECTED = "-1";
const FEE = parseAmount("0.25");
const PERCENT_OF_COMMISSION = 2n;

/** Each with the time `at` which it happened, its `id`, and how its `fields` are shown, which only its page has to know. */
export function rowsOf(payment, world) {
  const modes = world.unkind.of(payment.paymentId);
  const random = world.unkind.randomOf(payment.paymentId);
  const happened = [...payments(payment), ...refunds(shownOf(payment, modes)), ...cancels(payment), ...rejected(payment, modes)];
  const listed = happened.filter((row) => isShownInList(row, lagOf(row, modes, random), world.now(), modes));
  return listed.map((row) => ({ at: row.at, id: row.id, fields: () => fieldsOf(row, payment, modes, world) }));
}

// One row for each item. What was never paid is no payment.
function payments({ paymentId, paymentStatus, merchant, createdAt, conversationId, items }) {
  if (paymentStatus !== PAID) return [];
  return items.map(({ paymentTransactionId, price, paidPrice }) => ({
    type: "PAYMENT",
    id: paymentTransactionId,
    operation: paymentId,
    itemId: paymentTransactionId,
    at: createdAt,
    sentAt: createdAt,
    price,
    paidPrice,
    conversationId,
    authCode: authCodeOf(paymentId),
    status: merchant.kind === "marketplace" ? WAITS_FOR_SUB_MERCHANT : APPROVED,
  }));
}

// One row for each item that a refund took from.
function refunds({ items }) {
  return items.flatMap((item) => item.refunds.map((refund) => reversed("REFUND", refund, item.paymentTransactionId)));
}

// Assumption: one row for the whole payment, under its first item.
function cancels(payment) {
  return payment.cancels.map((cancel) => reversed("CANCEL", cancel, firstItemOf(payment)));
}

// Assumption: what was refused is listed like what was done, only rejected and without anything of the bank's.
function rejected(payment, { listRejected }) {
  const refused = payment.attempts.filter(({ end }) => listRejected && end === "refused");
  return refused.map(({ kind, itemId, ...attempt }) => ({
    ...reversed(kind === "cancel" ? "CANCEL" : "REFUND", attempt, itemId ?? firstItemOf(payment)),
    status: REJECTED,
  }));
}

function reversed(type, { id, operation, at, sentAt, price, conversationId, authCode }, itemId) {
  return { type, id, operation, itemId, at, sentAt, price, paidPrice: price, conversationId, authCode, status: APPROVED };
}

const firstItemOf = ({ items: [{ paymentTransactionId }] }) => paymentTransactionId;

// Drawn by what the request itself says where it says anything, so that the order of requests does not matter.
function lagOf({ type, id, operation, itemId, conversationId }, { listLags, listLagMs }, random) {
  if (listLags === "same") return listLagMs;
  return random("list lag", type, itemId, conversationId ?? operation ?? id).between(0, listLagMs);
}

function fieldsOf(row, payment, modes, world) {
  const spelled = (units) => spelledPrice(payment, units);
  const spelledNumber = (id) => (modes.listNumbers && isNumber(id) ? new NumberText(id) : id);
  return {
    transactionType: row.type,
    transactionDate: istanbulSeconds(row.at),
    transactionId: spelledNumber(row.id),
    transactionStatus: new NumberText(row.status),
    // Assumption: a payment is settled when its day is over.
    afterSettlement: new NumberText(istanbulDay(row.at) > istanbulDay(payment.createdAt) ? "1" : "0"),
    paymentTxId: spelledNumber(row.itemId),
    paymentId: spelledNumber(payment.paymentId),
    conversationId: conversationIdOf(row, payment, modes),
    paymentPhase: payment.phase,
    price: spelled(row.price),
    paidPrice: spelled(row.paidPrice),
    transactionCurrency: payment.currency,
    installment: new NumberText("1"),
    threeDS: new NumberText("0"),
    settlementCurrency: payment.currency,
    connectorType: "AKBANK",
    posOrderId: `pos-${payment.paymentId}`,
    authCode: row.authCode,
    hostReference: row.authCode && referenceOf(row, payment, modes, world),
    basketId: `basket-${payment.paymentId}`,
    ...(row.type === "PAYMENT" && payoutOf(row, payment, spelled)),
  };
}

// JSON has no number with a leading zero.
const isNumber = (id) => /^(?:0|[1-9]\d*)$/.test(id);

// Whose conversationId the row of a refund carries no page says.
function conversationIdOf({ type, conversationId }, payment, { listIds, ids }) {
  if (type === "PAYMENT") return spelledId(conversationId, ids);
  if (listIds === "none") return undefined;
  return spelledId(listIds === "payment" ? payment.conversationId : conversationId, ids);
}

// Nor whose reference.
function referenceOf({ type, operation }, { paymentId }, { listReferences }, world) {
  if (listReferences === "none") return undefined;
  return hostReference(world, type === "PAYMENT" || listReferences === "payment" ? paymentId : operation);
}

// Made up: some commission, rounded to a kuruş, and some fee. At a marketplace the sub-merchant gets the rest.
function payoutOf({ paidPrice }, { merchant }, spelled) {
  const commission = roundToKurus(paidPrice * PERCENT_OF_COMMISSION, 100n);
  const rest = paidPrice - commission - FEE;
  const payout = rest > 0n ? rest : 0n;
  const isMarketplace = merchant.kind === "marketplace";
  return {
    iyzicoCommission: spelled(commission),
    iyzicoFee: spelled(FEE),
    parity: new NumberText("0"),
    iyzicoConversionAmount: spelled(0n),
    merchantPayoutAmount: spelled(isMarketplace ? 0n : payout),
    subMerchantPayoutAmount: spelled(isMarketplace ? payout : 0n),
  };
}
