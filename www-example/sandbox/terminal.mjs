// The terminal operations: refund of lines, void, what may still be refunded, what became of a payment.

import { spelledPrice } from "./answers.mjs";
import { istanbulTime } from "./calendar.mjs";
import { mandatory } from "./call.mjs";
import { Refusal, TERMINAL_CODE } from "./errors.mjs";
import { terminalHost as host } from "./hosts.mjs";
import { NumberText } from "./json.mjs";
import { parseAmount, sum } from "./money.mjs";
import { paymentDateOf, returnableOf, totalOf, vatOf } from "./sales.mjs";
import { terminalFailure, terminalSuccess } from "./terminal-answers.mjs";
import { isShownInStatus } from "./view.mjs";

const PAYMENT = "/v2/terminal-host/gmu/payment";
const OPERATION = ["deviceUniqueId", "transactionReferenceId"];
const WITH_PAYMENT = [...OPERATION, "paymentId"];
const BANK = { acquirerName: "Örnek Bankası", acquirerId: "0001", batchNo: "1" };

/** `echoed`: the fields a failure repeats; `ask`, in place of `carryOut`, gives the HTTP status too; the rest as on the card side. */
export const terminalRoutes = [
  { method: "POST", path: `${PAYMENT}/refund`, host, echoed: OPERATION, carryOut: refund, sample: sampleRefund, movesMoney: true },
  { method: "POST", path: `${PAYMENT}/void`, host, echoed: WITH_PAYMENT, carryOut: voidSale, sample: sampleVoid, movesMoney: true },
  { method: "POST", path: `${PAYMENT}/refundable-sale-info`, host, echoed: [], carryOut: refundable, sample: refundableFields },
  { method: "POST", path: `${PAYMENT}/query-transaction-status`, host, echoed: WITH_PAYMENT, ask: status, sample: sampleStatus },
];

function refund(call, user, world) {
  const operation = operationOf(call);
  for (const name of ["saleAppName", "saleAppVersion"]) given(call, name);
  const items = call.list("saleItems").map(saleItemOf);
  if (items.length === 0) throw new Refusal(TERMINAL_CODE.fieldMissing, "saleItems");
  checkDevice(call, user);
  const done = world.sales.refund(user, { ...operation, relatedSaleId: call.field("relatedSaleId"), items });
  return refundFields(call, world, done);
}

function sampleRefund(call, user, world, sale) {
  return refundFields(call, world, { sale, refund: { ...sampleOperation(sale), vat: vatOf(sale.lines[0], sale.lines[0].total) } });
}

function voidSale(call, user, world) {
  const operation = operationOf(call);
  checkDevice(call, user);
  return voidFields(call, world, world.sales.void(user, operation));
}

function sampleVoid(call, user, world, sale) {
  return voidFields(call, world, { sale, cancel: sampleOperation(sale) });
}

function refundable(call, user, world) {
  const transactionReferenceId = given(call, "transactionReferenceId");
  checkDevice(call, user);
  return refundableFields(call, user, world, world.sales.refundable(user, { transactionReferenceId }));
}

function status(call, user, world) {
  const asked = { paymentId: call.field("paymentId"), transactionReferenceId: call.field("transactionReferenceId") };
  if (!asked.paymentId && !asked.transactionReferenceId) throw new Refusal(TERMINAL_CODE.nothingAskedFor);
  checkDevice(call, user);
  const now = world.now();
  const isShown = (sale, operation) => isShownInStatus(operation, now, world.unkind.of(sale.paymentId));
  const { sale, ...found } = world.sales.status(user, asked, isShown);

  const { statusHttp, statusNotFoundHttp } = world.unkind.ofAnswer(sale.paymentId);
  if (statusNotFoundHttp !== null) {
    const { fields } = terminalFailure(TERMINAL_CODE.saleNotFound, call, world, { echoed: WITH_PAYMENT });
    return { httpStatus: statusNotFoundHttp, fields };
  }
  const fields = statusFields(call, world, { sale, ...found, transactionReferenceId: asked.transactionReferenceId });
  return { httpStatus: statusHttp, fields };
}

function sampleStatus(call, user, world, sale) {
  return statusFields(call, world, { sale });
}

function refundFields(call, world, { sale, refund }) {
  return terminalSuccess(call, world, {
    deviceUniqueId: refund.deviceUniqueId,
    transactionReferenceId: refund.transactionReferenceId,
    price: spelledPrice(sale, refund.price),
    vatAmount: spelledPrice(sale, refund.vat),
    currency: sale.currency,
    invoiceNo: `GIB${refund.id}`,
    authCode: refund.authCode,
    hostReference: refund.hostReference,
    ...cardDigits(sale),
    ...BANK,
  });
}

function voidFields(call, world, { sale, cancel }) {
  return terminalSuccess(call, world, {
    deviceUniqueId: cancel.deviceUniqueId,
    transactionReferenceId: cancel.transactionReferenceId,
    paymentId: sale.paymentId,
    price: spelledPrice(sale, cancel.price),
    currency: sale.currency,
    authCode: cancel.authCode,
    hostReference: sale.hostReference,
    cancelHostReference: cancel.hostReference,
    ...timeOf(cancel.at),
    paymentDate: new NumberText(paymentDateOf(sale)),
    ...cardDigits(sale),
  });
}

function refundableFields(call, user, world, sale) {
  const left = sale.lines.map((line) => returnableOf(sale, line));
  return terminalSuccess(call, world, {
    saleNumber: sale.saleNumber,
    saleUid: sale.saleUid,
    totalReturnableAmount: spelledPrice(sale, sum(left.map(({ amount }) => amount))),
    currency: sale.currency,
    saleItems: sale.lines.map((line, index) => ({
      id: new NumberText(line.id),
      name: line.name,
      itemQuantity: new NumberText(String(line.quantity)),
      totalPriceAmount: spelledPrice(sale, line.total),
      vatAmount: spelledPrice(sale, vatOf(line, line.total)),
      returnableQuantity: new NumberText(String(left[index].quantity)),
      returnableAmount: spelledPrice(sale, left[index].amount),
    })),
  });
}

function statusFields(call, world, { sale, refund, cancel, transactionReferenceId }) {
  return terminalSuccess(call, world, {
    deviceUniqueId: sale.deviceUniqueId,
    transactionReferenceId: transactionReferenceId ?? sale.transactionReferenceId,
    transactionDateTime: timeOf(sale.createdAt).transactionDateTime,
    paymentId: sale.paymentId,
    paymentDate: new NumberText(paymentDateOf(sale)),
    price: spelledPrice(sale, totalOf(sale)),
    installment: new NumberText("1"),
    acquirerId: BANK.acquirerId,
    currency: sale.currency,
    authCode: sale.authCode,
    ...cardDigits(sale),
    hostReference: sale.hostReference,
    batchNo: BANK.batchNo,
    saleItems: sale.lines.map((line) => ({
      name: line.name,
      unitCode: "C62",
      // iyzico publishes no list of these codes; this one is made up.
      taxGroupCode: `KDV${line.vatRate}`,
      itemQuantity: new NumberText(String(line.quantity)),
      unitPriceAmount: spelledPrice(sale, line.unitPrice),
      grossPriceAmount: spelledPrice(sale, line.total),
      totalPriceAmount: spelledPrice(sale, line.total),
    })),
    saleNumber: sale.saleNumber,
    cancelHostReference: cancel?.hostReference,
    refundHostReference: refund?.hostReference,
  });
}

function operationOf(call) {
  return {
    deviceUniqueId: given(call, "deviceUniqueId"),
    paymentId: given(call, "paymentId"),
    paymentDate: given(call, "paymentDate"),
    transactionReferenceId: given(call, "transactionReferenceId"),
    conversationId: call.field("conversationId"),
    sentAt: call.sentAt,
  };
}

// tests/vectors/gmu.openapi.json has neither relatedSaleItemId nor returnAmount, a later one requires both; so both are optional.
function saleItemOf(item) {
  for (const name of ["unitCode", "taxGroupCode"]) given(item, name);
  for (const name of ["unitPriceAmount", "grossPriceAmount"]) positive(item, name);
  const total = positive(item, "totalPriceAmount");
  const quantity = given(item, "itemQuantity");
  if (!/^[1-9]\d*$/.test(quantity)) throw new Refusal(TERMINAL_CODE.fieldInvalid, "itemQuantity");
  return {
    relatedSaleItemId: item.field("relatedSaleItemId"),
    name: given(item, "name"),
    quantity: BigInt(quantity),
    amount: item.field("returnAmount") === undefined ? total : positive(item, "returnAmount"),
  };
}

function positive(item, name) {
  const units = parseAmount(given(item, name));
  if (units === null || units <= 0n) throw new Refusal(TERMINAL_CODE.fieldInvalid, name);
  return units;
}

function given(record, name) {
  return mandatory(record, name, TERMINAL_CODE.fieldMissing);
}

// Assumption: any device of the user may undo what was sold at another one.
function checkDevice(call, user) {
  const device = call.field("deviceUniqueId");
  if (device !== undefined && !user.devices.includes(device)) throw new Refusal(TERMINAL_CODE.foreignDevice);
}

function sampleOperation(sale) {
  return {
    id: sale.saleNumber,
    price: sale.lines[0].total,
    at: sale.createdAt,
    deviceUniqueId: sale.deviceUniqueId,
    transactionReferenceId: `${sale.transactionReferenceId}-R`,
    authCode: sale.authCode,
    hostReference: sale.hostReference,
  };
}

// The texts' format is not documented; these follow paymentDate's digits and ISO 8601.
function timeOf(time) {
  const text = istanbulTime(time);
  const [date, clock] = text.slice(0, 19).split("T");
  return { transactionDate: date.replaceAll("-", ""), transactionTime: clock.replaceAll(":", ""), transactionDateTime: `${date}T${clock}` };
}

const cardDigits = ({ card }) => ({ binNumber: card.slice(0, 6), lastFourDigits: card.slice(-4) });
