// The list of a day's payments, refunds and cancels, page by page, with its lag.
//
// Rows appear some time after they happened, so pages may change while they are read.

import { successFields } from "./answers.mjs";
import { mandatory } from "./call.mjs";
import { DAY, isDay, istanbulDay } from "./calendar.mjs";
import { rowsOf } from "./day-rows.mjs";
import { CODE, Refusal } from "./errors.mjs";
import { listHost as host } from "./hosts.mjs";
import { NumberText } from "./json.mjs";

const PAGE = /^[1-9]\d{0,8}$/;
const LONGEST_BACK = 2 * 365 * DAY;

export const dayListRoutes = [{ method: "GET", path: "/v2/reporting/payment/transactions", host, ask: transactions, sample: sampleTransactions }];

function transactions(call, merchant, world) {
  const day = dayAskedFor(call, world);
  const page = mandatory(call, "page", CODE.fieldMissing);
  if (!PAGE.test(page)) throw new Refusal(CODE.invalidRequest, "page");
  const rows = listedOf(merchant, world).filter(({ at }) => istanbulDay(at) === day);
  return { httpStatus: 200, fields: pageFields(call, world, rows, Number(page)) };
}

function sampleTransactions(call, merchant, world, payment) {
  return pageFields(call, world, rowsOf(payment, world), 1);
}

/** The days of which the merchant's list shows anything by now, the latest first. */
export function daysListed(merchant, world) {
  return [...new Set(listedOf(merchant, world).map(({ at }) => istanbulDay(at)))].sort().reverse();
}

// Assumption: what lies further back than iyzico's pages promise is refused, because an empty list would say that nothing happened.
function dayAskedFor(call, { now }) {
  const day = mandatory(call, "transactionDate", CODE.fieldMissing);
  if (!isDay(day)) throw new Refusal(CODE.wrongDate, "transactionDate");
  if (day < istanbulDay(now() - LONGEST_BACK)) throw new Refusal(CODE.invalidRequest, "transactionDate");
  return day;
}

function pageFields(call, world, rows, page) {
  const { listPage: size, listOrder } = world.unkind.ofList();
  const ordered = listOrder === "newest" ? rows.toReversed() : rows;
  return {
    ...successFields(call, world),
    currentPage: new NumberText(String(page)),
    totalPageCount: new NumberText(String(Math.ceil(rows.length / size))),
    transactions: ordered.slice((page - 1) * size, page * size).map(({ fields }) => fields()),
  };
}

/** All that is listed for the merchant by now, in the order of time. */
function listedOf(merchant, world) {
  const owned = world.books.payments.filter((payment) => payment.merchant === merchant);
  // Of two at the same time, the one with the lower id was recorded first.
  return owned.flatMap((payment) => rowsOf(payment, world)).sort((one, other) => one.at - other.at || Number(one.id) - Number(other.id));
}
