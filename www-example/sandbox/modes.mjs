// The modes of the simulator: how it shows the truth, with the values of each and the bounds of a kind world.

import { isIdSpelling } from "./ids.mjs";

/** How long after its sending a request may land, and a landing be hidden, in a world that is `kind`; a little less than promised. */
export const WITHIN_MS = { landing: 230_000, summary: 290_000, rows: 1_790_000, list: 86_000_000 };

const isDuration = (value) => Number.isSafeInteger(value) && value >= 0;
const WITHOUT_BODY = [204, 205, 304];
const isHttpStatus = (value) => Number.isInteger(value) && value >= 200 && value <= 599 && !WITHOUT_BODY.includes(value);
const isFlag = (value) => typeof value === "boolean";
const among = (...values) => ({ first: values[0], fits: (value) => values.includes(value) });
const duration = { first: 0, fits: isDuration };
const flag = (first) => ({ first, fits: isFlag });
const share = { first: 0, fits: (value) => typeof value === "number" && value >= 0 && value <= 1 };

export const SUMMARY_WORDS = ["NOT_REFUNDED", "PARTIALLY_REFUNDED", "TOTALLY_REFUNDED"];
export const FIELDS_TO_MISS = [
  "currencyCode",
  "createdDate",
  "paymentStatus",
  "paymentRefundStatus",
  "refundStatus",
  "paidPrice",
  "phase",
  "isAfterSettlement",
  "systemTime",
];

// What each mode may be; it opens with the first, which is kind.
const MODES = {
  // See unkind.mjs of these four.
  seed: { first: "1", fits: (value) => ["string", "number"].includes(typeof value) },
  random: flag(false),
  kind: flag(false),
  beyond: flag(false),
  // Which share of the requests that would move money meets a fault that is drawn. With `random` it is 0.3, unless it is set.
  answers: share,

  // How long after a landing the summary (paymentRefundStatus), the rows, a till's status query know nothing of it.
  lagSummaryMs: duration,
  lagRowsMs: duration,
  lagStatusMs: duration,
  // The whole picture is this old; its systemTime is as old, or that of the answer.
  staleMs: duration,
  staleTime: among("old", "fresh"),
  // How far systemTime is ahead of the clock.
  clockOffMs: { first: 0, fits: Number.isSafeInteger },

  // The list in which a refund's rows stand; "either" is drawn for each refund.
  rows: among("refunds", "cancels", "either"),
  // Whether refunds charged from the merchant are in any list or in the summary: no page says where they are.
  charged: among("listed", "hidden"),
  // Rows of requests that were refused: none, refundStatus 0 with the error, another refundStatus without.
  failedRows: among("none", "failed", "pending"),
  // Rows of requests that have yet to land: none, refundStatus 0 with an error, another refundStatus without.
  waitingRows: among("none", "failed", "pending"),
  ids: { first: "exact", fits: (value) => typeof value === "string" && isIdSpelling(value) },
  // Lists as they are; null or left out when they are empty; null or left out whatever there would be in them.
  refundLists: among("full", "null-when-empty", "missing-when-empty", "null", "missing"),
  cancelLists: among("full", "null-when-empty", "missing-when-empty", "null", "missing"),
  // Fields that are left out, by name.
  missing: { first: [], fits: (value) => Array.isArray(value) && value.every((name) => FIELDS_TO_MISS.includes(name)) },
  // createdDate with Z, with +03:00, or without a zone: Istanbul's time or UTC.
  dates: among("zulu", "offset", "istanbul", "utc"),
  // paymentRefundStatus as it is, one step ahead of it or behind it, or another word; for so long after the last change, or for good.
  summary: { first: "true", fits: (value) => typeof value === "string" && /^(true|ahead|behind|[A-Z_]{1,40})$/.test(value) },
  summaryForMs: { first: null, fits: (value) => value === null || isDuration(value) },
  // paymentRefundStatus of a cancelled payment.
  cancelSummary: among("NOT_REFUNDED", "TOTALLY_REFUNDED"),
  afterSettlement: among(false, true, 0, 1),
  // Whether the details repeat the conversationId of the question; the official sample doesn't.
  echo: flag(true),
  // The day's list: how long after it happened a row comes into it, and whether each row takes as long, or a part of that which is drawn
  // for it, so that a later row may be there before an earlier one.
  listLagMs: duration,
  listLags: among("same", "each"),
  // How many rows a page has; whether the oldest row is the first, or the newest, which moves all others on.
  listPage: { first: 100, fits: (value) => Number.isSafeInteger(value) && value > 0 },
  listOrder: among("oldest", "newest"),
  // Whose conversationId, and whose bank reference, the rows of refunds and cancels carry.
  listIds: among("own", "payment", "none"),
  listReferences: among("own", "payment", "none"),
  // Whether iyzico's ids are texts, as its pages say, or numbers, as its .NET SDK has them.
  listNumbers: flag(false),
  // Whether what was refused is listed as rejected.
  listRejected: flag(false),
  // Which share of the answers of the list goes wrong, in a way that is drawn, see list-faults.mjs. Not even `random` does that by itself.
  listAnswers: share,
  // The HTTP status of the details, and of a till's status query.
  detailsHttp: { first: 200, fits: isHttpStatus },
  statusHttp: { first: 200, fits: isHttpStatus },
  // A till's status query answers "no such transaction" with this HTTP status, whatever is true.
  statusNotFoundHttp: { first: null, fits: (value) => value === null || isHttpStatus(value) },
};

/** Every mode as it opens. */
export const DEFAULTS = Object.fromEntries(Object.entries(MODES).map(([name, { first }]) => [name, first]));

/** Whether there is such a mode, and whether it may be set to this. */
export const isMode = (name, value) => Object.hasOwn(MODES, name) && MODES[name].fits(value);
