// What the read-back shows of a payment: its reversals with their lists and ids, and its summary.
//
// Pure functions: they read no clock, no setting and no books.

import { refundedOf, paidOf } from "./books.mjs";
import { spelledId } from "./ids.mjs";
import { SUMMARY_WORDS, WITHIN_MS } from "./modes.mjs";
import { sum } from "./money.mjs";

const [NOT_REFUNDED, PARTIALLY_REFUNDED, TOTALLY_REFUNDED] = SUMMARY_WORDS;
const DONE = "1";
const FAILED = "0";
const PENDING = ["2", "3", "-1"];

/**
 * @param {object} truth the payment as the books keep it
 * @param {number} now the clock's time
 * @param {object} modes see modes.mjs
 * @param {(...names: string[]) => import("./random.mjs").Random} random for what the modes leave open
 * @returns {{ summary: string, cancels: object[] | null | undefined, refundsOf: (item: object) => object[] | null | undefined }} a row has a
 *   reversal's price, at and authCode, its id and conversationId as they are shown, its status, and what failed (error); a list can be
 *   null or undefined, a conversationId too
 */
export function pictureOf(truth, now, modes, random) {
  const payment = shownOf(truth, modes);
  const rows = rowsOf(payment, now, modes).map((row) => ({ ...row, list: listOf(row, modes, random) }));
  const shown = (isListed) => rows.filter(isListed).map((row) => spelledRow(row, modes, random));
  return {
    summary: summaryOf(payment, now, modes),
    cancels: asList(joined(shown(({ list }) => list === "cancels")), modes.cancelLists),
    refundsOf: ({ paymentTransactionId }) => asList(shown((row) => row.list === "refunds" && row.itemId === paymentTransactionId), modes.refundLists),
  };
}

/** The answer's systemTime. */
export function timeOfPicture(now, { staleMs, staleTime, clockOffMs }) {
  return now - (staleTime === "old" ? staleMs : 0) + clockOffMs;
}

/** The payment, without the reversals that are never shown. */
export function shownOf(payment, { charged }) {
  return charged === "hidden" ? withoutCharged(payment) : payment;
}

/** Whether a till's status query shows this refund or void. */
export function isShownInStatus(operation, now, modes) {
  return isShown(operation, modes.lagStatusMs, WITHIN_MS.summary, now, { ...modes, staleMs: 0 }, modes.statusHttp);
}

/** Whether what happened is in the day's list, to which a row comes after a `lag` of its own. */
export function isShownInList(row, lag, now, modes) {
  return isShown(row, lag, WITHIN_MS.list, now, { ...modes, staleMs: 0, clockOffMs: 0 }, 200);
}

/** Whether a reversal of the time `at`, sent at `sentAt`, shows, by the lags and the age of the modes. */
function isShown({ at, sentAt }, lag, within, now, modes, httpStatus) {
  const taken = now - modes.staleMs;
  if (taken >= at + lag) return true;
  return modes.kind && httpStatus < 300 && at <= now && claimed(now, modes) >= sentAt + within;
}

// The latest time that a reader can take the picture for. Within its bounds a kind world shows by then what it has promised to show.
function claimed(now, { staleMs, staleTime, clockOffMs, missing }) {
  const saysThatItIsOld = staleTime === "old" && !missing.includes("systemTime");
  return saysThatItIsOld ? Math.min(now, now - staleMs + Math.max(0, clockOffMs)) : now;
}

function withoutCharged(payment) {
  return { ...payment, items: payment.items.map((item) => ({ ...item, refunds: item.refunds.filter(({ charged }) => !charged) })) };
}

function rowsOf(payment, now, modes) {
  const has = (event) => isShown(event, modes.lagRowsMs, WITHIN_MS.rows, now, modes, modes.detailsHttp);
  const done = [
    ...payment.items.flatMap((item) => item.refunds.map((refund) => ({ ...refund, kind: "refund", itemId: item.paymentTransactionId }))),
    ...payment.cancels.map((cancel) => ({ ...cancel, kind: "cancel" })),
  ].map((reversal) => ({ ...reversal, status: DONE }));
  return [...done.filter(has), ...attemptRows(payment, now - modes.staleMs, modes, has)];
}

function attemptRows({ attempts }, taken, { failedRows, waitingRows }, has) {
  return attempts.flatMap((attempt) => {
    const { sentAt, endedAt, end } = attempt;
    const ended = endedAt !== null && { at: endedAt, sentAt };
    if (end === "landed" && has(ended)) return [];
    if (end === "refused" && endedAt <= taken) return has(ended) ? asRows(attempt, failedRows) : [];
    return attempt.at <= taken && attempt.at !== endedAt ? asRows(attempt, waitingRows) : [];
  });
}

function asRows(attempt, how) {
  if (how === "none") return [];
  return [how === "failed" ? { ...attempt, status: FAILED } : { ...attempt, status: null, error: undefined }];
}

function listOf({ kind, operation, id, conversationId }, { rows }, random) {
  if (kind === "cancel") return "cancels";
  // Drawn by what the request itself says where it says anything, so that the order of requests does not matter.
  return rows === "either" ? random("list", conversationId ?? operation ?? id).oneOf(["refunds", "cancels"]) : rows;
}

function spelledRow(row, { ids }, random) {
  return {
    ...row,
    conversationId: spelledId(row.conversationId, ids),
    status: row.status ?? random("pending", row.conversationId ?? row.id).oneOf(PENDING),
  };
}

// Among the cancels a refund is one row, whichever items it took from.
function joined(rows) {
  const first = (row) => rows.find((other) => other === row || (row.operation !== undefined && other.operation === row.operation));
  return rows
    .filter((row) => first(row) === row)
    .map((row) => ({ ...row, price: sum(rows.filter((other) => first(other) === row).map(({ price }) => price)) }));
}

function asList(rows, how) {
  if (how === "null") return null;
  if (how === "missing") return undefined;
  if (rows.length > 0 || how === "full") return rows;
  return how === "null-when-empty" ? null : undefined;
}

function summaryOf(payment, now, modes) {
  const isSeen = (reversal) => isShown(reversal, modes.lagSummaryMs, WITHIN_MS.summary, now, modes, modes.detailsHttp);
  const isOwed = (reversal) => isShown(reversal, Infinity, WITHIN_MS.summary, now, modes, modes.detailsHttp);
  const seen = wordOf(payment, isSeen, modes);
  if (!isContradicted(payment, now, modes)) return seen;
  // In a kind world not even a contradiction may hide what must be shown by now.
  return laterWord(contradiction(seen, modes.summary), wordOf(payment, isOwed, modes));
}

// Assumption: the word is about refunds only, so that a cancelled payment stays NOT_REFUNDED; another mode says the opposite.
function wordOf(payment, isSeen, { cancelSummary }) {
  if (payment.cancels.some(isSeen)) return cancelSummary;
  const refunded = refundedOf(payment, isSeen);
  if (refunded === 0n) return NOT_REFUNDED;
  return refunded === paidOf(payment) ? TOTALLY_REFUNDED : PARTIALLY_REFUNDED;
}

function isContradicted({ createdAt, attempts, cancels, items }, now, { summary, summaryForMs }) {
  if (summary === "true") return false;
  if (summaryForMs === null) return true;
  const changes = [...attempts, ...cancels, ...items.flatMap(({ refunds }) => refunds)].map(({ at, endedAt }) => endedAt ?? at);
  return now < Math.max(createdAt, ...changes) + summaryForMs;
}

function contradiction(word, how) {
  const step = { ahead: 1, behind: -1 }[how];
  if (step === undefined) return how;
  const place = SUMMARY_WORDS.indexOf(word) + step;
  return SUMMARY_WORDS[Math.max(0, Math.min(place, SUMMARY_WORDS.length - 1))];
}

function laterWord(word, least) {
  return SUMMARY_WORDS.includes(word) && SUMMARY_WORDS.indexOf(word) < SUMMARY_WORDS.indexOf(least) ? least : word;
}
