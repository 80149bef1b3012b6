// iyzico's reporting service: the details of a payment, as far as they are shown.

import { hostReference, spelledPrice, successFields, systemTime } from "./answers.mjs";
import { paidOf } from "./books.mjs";
import { spelledDate } from "./calendar.mjs";
import { CODE, Refusal } from "./errors.mjs";
import { cardHost as host } from "./hosts.mjs";
import { NumberText } from "./json.mjs";
import { pictureOf, timeOfPicture } from "./view.mjs";

const YES = new NumberText("1");

/** `ask` gives the HTTP status too. */
export const reportingRoutes = [
  { method: "GET", path: "/v2/reporting/payment/details", host, ask: details, sample: sampleDetails },
];

function details(call, merchant, world) {
  const paymentId = call.field("paymentId");
  const conversationId = call.field("paymentConversationId");
  if (paymentId === undefined && conversationId === undefined) throw new Refusal(CODE.fieldMissing, "paymentId");
  const payments = world.books.find(merchant, { paymentId, conversationId });
  const pictures = payments.map((payment) => [payment, world.unkind.ofAnswer(payment.paymentId)]);
  const [[, modes]] = pictures;
  return {
    httpStatus: modes.detailsHttp,
    fields: {
      ...envelope(call, world, modes),
      // An answer shows one moment.
      payments: pictures.map(([payment, own]) => reportPayment(payment, world, { ...own, ...ofAnswer(modes) })),
    },
  };
}

const ofAnswer = ({ staleMs, staleTime, clockOffMs, detailsHttp, missing }) => ({ staleMs, staleTime, clockOffMs, detailsHttp, missing });

function sampleDetails(call, merchant, world, payment) {
  const modes = world.unkind.of(payment.paymentId);
  return { ...envelope(call, world, modes), payments: [reportPayment(payment, world, modes)] };
}

function envelope(call, world, modes) {
  const fields = { ...successFields(call, world), systemTime: systemTime(world, timeOfPicture(world.now(), modes)) };
  return { ...without(fields, modes), ...(!modes.echo && { conversationId: undefined }) };
}

function reportPayment(payment, world, modes) {
  const spelled = (units) => spelledPrice(payment, units);
  const picture = pictureOf(payment, world.now(), modes, world.unkind.randomOf(payment.paymentId));
  const fields = {
    paymentId: payment.paymentId,
    paymentStatus: new NumberText(String(payment.paymentStatus)),
    paymentRefundStatus: picture.summary,
    price: spelled(payment.items.reduce((total, item) => total + item.price, 0n)),
    paidPrice: spelled(paidOf(payment)),
    installment: new NumberText("1"),
    paymentConversationId: payment.conversationId,
    fraudStatus: YES,
    binNumber: payment.card.slice(0, 8),
    lastFourDigits: payment.card.slice(-4),
    currency: payment.currency,
    threeDS: false,
    phase: payment.phase,
    hostReference: hostReference(world, payment.paymentId),
    createdDate: spelledDate(payment.createdAt, modes.dates),
    cancels: rowsOf(picture.cancels, (row) => ({
      refundId: new NumberText(row.id),
      cancelConversationId: row.conversationId,
      ...reportReversal(payment, row, world, modes),
    })),
    itemTransactions: payment.items.map((item) => ({
      paymentTransactionId: item.paymentTransactionId,
      transactionStatus: YES,
      price: spelled(item.price),
      paidPrice: spelled(item.paidPrice),
      refunds: rowsOf(picture.refundsOf(item), (row) => ({
        refundTxId: new NumberText(row.id),
        refundConversationId: row.conversationId,
        ...without({ isAfterSettlement: afterSettlement(modes) }, modes),
        ...reportReversal(payment, row, world, modes),
      })),
    })),
  };
  return without(fields, modes);
}

/** The list as it is shown: rows, null, or not there at all. */
const rowsOf = (rows, report) => rows?.map(report) ?? rows;

function reportReversal(payment, { operation, price, at, authCode, status, error }, world, modes) {
  const fields = {
    refundPrice: spelledPrice(payment, price),
    refundStatus: new NumberText(status),
    createdDate: spelledDate(at, modes.dates),
    currencyCode: payment.currency,
    authCode,
    hostReference: authCode && hostReference(world, operation),
    errorCode: error?.code,
    errorGroup: error?.group,
    errorMessage: error?.message,
  };
  return without(fields, modes);
}

function afterSettlement({ afterSettlement: value }) {
  return typeof value === "number" ? new NumberText(String(value)) : value;
}

function without(fields, { missing }) {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !missing.includes(name)));
}
