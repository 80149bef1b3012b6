// The list of a day's payments, refunds and cancels, page by page, as far as it shows the truth by now.
//
// Rows come into it some time after they happened, so that its pages change while somebody reads them.

import { HOST_REFERENCE, spelledPrice, successFields } from "./answers.mjs";
import { istanbulDay, istanbulTime } from "./calendar.mjs";
import { CODE, Refusal } from "./errors.mjs";
import { cardHost as host } from "./hosts.mjs";
import { spelledId } from "./ids.mjs";
import { NumberText } from "./json.mjs";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const PAGE = /^[1-9]\d{0,8}$/;
const APPROVED = "2";
const REJECTED = "-1";

export const dayListRoutes = [{ method: "GET", path: "/v2/reporting/payment/transactions", host, ask: transactions, sample: sampleTransactions }];

function transactions(call, merchant, world) {
  const day = mandatory(call, "transactionDate", DAY, CODE.wrongDate);
  const page = Number(mandatory(call, "page", PAGE, CODE.invalidRequest));
  return { httpStatus: 200, fields: pageOf(call, world, rowsOf(merchant, day, world), page) };
}

function sampleTransactions(call, merchant, world, payment) {
  return pageOf(call, world, listed(payment, world), 1);
}

function mandatory(call, name, form, code) {
  const value = call.field(name);
  if (value === undefined || value === "") throw new Refusal(CODE.fieldMissing, name);
  if (!form.test(value) || (name === "transactionDate" && Number.isNaN(Date.parse(value)))) throw new Refusal(code, name);
  return value;
}

function pageOf(call, world, rows, page) {
  const { listPage: size } = world.unkind.modes();
  return {
    ...successFields(call, world),
    currentPage: new NumberText(String(page)),
    totalPageCount: new NumberText(String(Math.ceil(rows.length / size))),
    transactions: rows.slice((page - 1) * size, page * size).map(({ fields }) => fields),
  };
}

/** The rows of a day that are listed by now, in the order of their times. */
function rowsOf(merchant, day, world) {
  const owned = world.books.payments.filter((payment) => payment.merchant === merchant);
  const rows = owned.flatMap((payment) => listed(payment, world)).filter(({ at }) => istanbulDay(at) === day);
  return rows.sort((one, other) => one.at - other.at || Number(one.id) - Number(other.id));
}

/** What is listed of a payment by now. */
function listed(payment, world) {
  const modes = world.unkind.of(payment.paymentId);
  const happened = [...payments(payment), ...refunds(payment, modes), ...cancels(payment), ...rejected(payment, modes)];
  const isListed = ({ at }) => at + modes.listLagMs <= world.now();
  return happened.filter(isListed).map((row) => ({ ...row, fields: fieldsOf(row, payment, modes) }));
}

function payments(payment) {
  const { createdAt, items, conversationId, paymentStatus } = payment;
  if (paymentStatus !== 1) return [];
  return items.map(({ paymentTransactionId, price, paidPrice }) => ({
    type: "PAYMENT", at: createdAt, id: paymentTransactionId, itemId: paymentTransactionId, price, paidPrice, conversationId,
  }));
}

// Whether refunds charged from the merchant are in any list no page says.
function refunds({ items }, { charged }) {
  const isListed = (refund) => !refund.charged || charged === "listed";
  return items.flatMap((item) => item.refunds.filter(isListed).map((refund) => reversed("REFUND", refund, item)));
}

// One row for the whole payment, under its first item.
function cancels({ cancels: all, items: [item] }) {
  return all.map((cancel) => reversed("CANCEL", cancel, item));
}

function reversed(type, { id, at, price, conversationId }, { paymentTransactionId }) {
  return { type, at, id, itemId: paymentTransactionId, price, paidPrice: price, conversationId };
}

/** What was refused, where the list shows that. */
function rejected({ attempts }, { listRejected }) {
  const refused = attempts.filter(({ end, kind }) => listRejected && end === "refused" && kind === "refund");
  return refused.map((attempt) => ({ ...reversed("REFUND", attempt, { paymentTransactionId: attempt.itemId }), status: REJECTED }));
}

function fieldsOf({ type, at, id, itemId, price, paidPrice, conversationId, status = APPROVED }, payment, modes) {
  const spelled = (units) => spelledPrice(payment, units);
  const money = type === "PAYMENT" && {
    iyzicoCommission: spelled(paidPrice / 50n),
    iyzicoFee: new NumberText("0.25"),
    parity: new NumberText("0"),
    iyzicoConversionAmount: new NumberText("0"),
    merchantPayoutAmount: spelled(paidPrice - paidPrice / 50n),
    subMerchantPayoutAmount: new NumberText("0"),
  };
  return {
    transactionType: type,
    transactionDate: istanbulTime(at).slice(0, 19).replace("T", " "),
    transactionId: new NumberText(id),
    transactionStatus: new NumberText(status),
    afterSettlement: new NumberText(istanbulDay(at) > istanbulDay(payment.createdAt) ? "1" : "0"),
    paymentTxId: new NumberText(itemId),
    paymentId: payment.paymentId,
    conversationId: idOf(type, conversationId, payment, modes),
    paymentPhase: payment.phase,
    price: spelled(price),
    paidPrice: spelled(paidPrice),
    transactionCurrency: payment.currency,
    installment: new NumberText("1"),
    threeDS: new NumberText("0"),
    settlementCurrency: payment.currency,
    connectorType: "AKBANK",
    posOrderId: `pos-${payment.paymentId}`,
    authCode: id.slice(-6).padStart(6, "0"),
    hostReference: modes.listReferences ? HOST_REFERENCE : undefined,
    basketId: payment.conversationId,
    ...money,
  };
}

// Whose conversationId the row of a refund carries no page says.
function idOf(type, conversationId, payment, { listIds, ids }) {
  if (type === "PAYMENT" || listIds === "payment") return payment.conversationId;
  return listIds === "own" ? spelledId(conversationId, ids) : undefined;
}
