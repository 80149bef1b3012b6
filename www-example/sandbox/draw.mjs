// Draws the modes that were not set by name, from a seed. The shares are percents unless said otherwise.
//
// One draw for each payment or sale and one for the day's list, which last; one for each answer about a payment, gone with the next; one
// for each request that would move money, and for each question about the list. Each is drawn by names (the payment's id, the request's
// own id, how often it came), so that the order in which requests happen to arrive changes nothing.

import { ID_SPELLINGS } from "./ids.mjs";
import { FIELDS_TO_MISS, WITHIN_MS } from "./modes.mjs";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * - Lags: none 40, up to a minute 35, up to the bound (five minutes; thirty for rows) 25.
 * - Rows: among the cancels 15, either 15. Refunds charged from the merchant in no list 50. Refused requests leave a failed row 35, a
 *   pending one 15; waiting ones a pending 20, a failed 10. Ids altered 45, all ways alike.
 * - Of each kind of list: null when empty 10, missing when empty 10, always null 4. Each field is missing 5. createdDate as +03:00 20,
 *   without a zone 25. isAfterSettlement and the echo of conversationId: all ways alike.
 * - Summary: ahead for good 4, for up to an hour 4, an unknown word 2; either word for a cancelled payment. systemTime off by up to 110 s
 *   30.
 * - The day's list: no lag 30, up to six hours 40, up to the bound (a little less than a day) 30; the rest all ways alike. Those of the
 *   whole list are one draw for a world.
 *
 * `beyond`: half of the lags up to six hours; systemTime off by up to an hour 10; lists always missing 4; summary behind 10.
 */
export function drawPayment(random, { beyond }) {
  const lag = (most) => {
    if (beyond && random.chance(0.5)) return random.between(0, 6 * HOUR);
    return random.between(0, random.weighted([[40, 0], [35, MINUTE], [25, most]]));
  };
  const list = () =>
    random.weighted([[76, "full"], [10, "null-when-empty"], [10, "missing-when-empty"], [4, "null"], [beyond ? 4 : 0, "missing"]]);
  const summary = random.weighted([
    [90, ["true", null]],
    [4, ["ahead", null]],
    [4, ["ahead", random.between(MINUTE, HOUR)]],
    [2, ["REFUND_IN_PROGRESS", null]],
    [beyond ? 10 : 0, ["behind", random.chance(0.5) ? null : random.between(MINUTE, 6 * HOUR)]],
  ]);
  return {
    lagSummaryMs: lag(5 * MINUTE),
    lagRowsMs: lag(30 * MINUTE),
    lagStatusMs: lag(5 * MINUTE),
    rows: random.weighted([[70, "refunds"], [15, "cancels"], [15, "either"]]),
    charged: random.oneOf(["listed", "hidden"]),
    failedRows: random.weighted([[50, "none"], [35, "failed"], [15, "pending"]]),
    waitingRows: random.weighted([[70, "none"], [20, "pending"], [10, "failed"]]),
    ids: random.chance(0.45) ? random.oneOf([...ID_SPELLINGS, `cut:${random.between(20, 60)}`]) : "exact",
    refundLists: list(),
    cancelLists: list(),
    missing: FIELDS_TO_MISS.filter(() => random.chance(0.05)),
    dates: random.weighted([[55, "zulu"], [20, "offset"], [15, "istanbul"], [10, "utc"]]),
    summary: summary[0],
    summaryForMs: summary[1],
    cancelSummary: random.oneOf(["NOT_REFUNDED", "TOTALLY_REFUNDED"]),
    afterSettlement: random.oneOf([false, true, 0, 1]),
    echo: random.chance(0.5),
    clockOffMs: clockOff(random, beyond),
    // The last, so that a seed draws of the rest what it always drew.
    listLagMs: random.between(0, random.weighted([[30, 0], [40, 6 * HOUR], [30, beyond ? 72 * HOUR : WITHIN_MS.list]])),
    listIds: random.oneOf(["own", "payment", "none"]),
    listReferences: random.oneOf(["own", "none", "payment"]),
    listRejected: random.chance(0.5),
    listLags: random.oneOf(["same", "each"]),
    listNumbers: random.chance(0.5),
  };
}

/** What is the same for all rows of the day's list. */
export function drawList(random) {
  return { listOrder: random.oneOf(["oldest", "newest"]), listPage: random.oneOf([100, 20, 7]) };
}

function clockOff(random, beyond) {
  const most = random.weighted([[70, 0], [30, 110 * SECOND], [beyond ? 10 : 0, HOUR]]);
  return random.between(-most, most);
}

/**
 * A copy that is old and says so: up to two minutes 6, up to an hour 4; one with a fresh systemTime, up to ten minutes old: 5. The
 * details with HTTP 203: 3; 404, 500 or 503, and then up to an hour old: 4. A till's status as "no such transaction" with 404 or 503: 6.
 */
export function drawAnswer(random) {
  const [age, timeOfCopy] = random.weighted([
    [85, [0, "old"]],
    [6, [2 * MINUTE, "old"]],
    [4, [HOUR, "old"]],
    [5, [10 * MINUTE, "fresh"]],
  ]);
  const detailsHttp = random.weighted([[93, 200], [3, 203], [4, random.oneOf([404, 500, 503])]]);
  const isGateways = detailsHttp >= 300;
  const staleMs = random.between(0, isGateways ? HOUR : age);
  const staleTime = isGateways ? "fresh" : timeOfCopy;
  const statusNotFoundHttp = random.weighted([[94, null], [3, 404], [3, 503]]);
  return { staleMs, staleTime, detailsHttp, statusNotFoundHttp };
}

const NETWORK_DONE = ["lost", "cut", "cut-clean", "html502", "empty200", "html504-done"];
const NETWORK_NOTHING_DONE = ["refused-before", "redirect", "html502-before", "html504"];
// Each of these comes as often after the request was carried out (NAME-done) as instead of it.
const DOUBTFUL = [
  ...["gateway-json:504", "gateway-json:503", "gateway-json:502", "unlisted:99999", "unlisted:10999", "unlisted:10999:NOT_PROCESSED"],
  ...["system-error:200", "system-error:422", "system-error:500", "doubtful-group: timeout ", "doubtful-group:System_Error"],
  ...["doubtful-group:communication_or_system_error", "spelled-code:10219.0", 'spelled-code:"10219 "', "spelled-code:1.0219e4"],
  ...["other-conversation:10220", "success-with-error"],
];
const AT_A_TILL = ["bank-code:91", "bank-code:05", "bank-code:Z3"];
// Of these nobody can be in doubt, if what iyzico's pages say is true.
const NOTHING_DONE = ["refuse:10220", "refuse:10246", "unlisted:5999"];
const DONE = ["timeout-code", "timeout-code:10214"];
const OF_SIDE = {
  card: ["wrong-signature", "no-signature"],
  terminal: ["device-timeout", "device-busy", "token-expired"],
};
const LATE = ["lands-late", "lands-late", "lands-late-html504", "lands-late-json504", "lands-late-unlisted"];

/**
 * The network's own faults 30, half of them before anything is done; answers of doubt 40, half of them after all was done; refusals and
 * time-outs 10; those of the one side 5; late landings 15: up to 230 s late, `beyond` up to two hours. Each list is drawn from evenly.
 * `beyond` also has iyzico's own unlisted code after the request was carried out, half as often as time-outs.
 */
export function drawFault(random, side, { beyond }) {
  const doubtful = random.oneOf(side === "terminal" ? [...DOUBTFUL, ...AT_A_TILL] : DOUBTFUL);
  const late = `${random.oneOf(LATE)}:${random.between(1, beyond && random.chance(0.5) ? 2 * HOUR : 230 * SECOND)}`;
  return random.weighted([
    [15, random.oneOf(NETWORK_DONE)],
    [15, random.oneOf(NETWORK_NOTHING_DONE)],
    [20, doubtful],
    [20, doubtful.replace(/^[^:]*/, "$&-done")],
    [5, random.oneOf(NOTHING_DONE)],
    [5, random.oneOf(DONE)],
    [5, random.oneOf(OF_SIDE[side])],
    [15, late],
    [beyond ? 2.5 : 0, "unlisted-done:5999"],
  ]);
}

const OF_THE_LIST = [
  ...["system-error:200", "system-error:422", "system-error:500", "html502", "gateway-json:503", "lost", "cut", "empty200"],
  ...["list-other-page", "list-other-day", "list-page-again", "list-old-copy"],
];

/**
 * How an answer of the day's list goes wrong: all ways alike. A copy is five minutes to six hours old and says so; `beyond`, half of them
 * don't.
 */
export function drawListFault(random, { beyond }) {
  const fault = random.oneOf(OF_THE_LIST);
  if (fault !== "list-old-copy") return fault;
  const age = random.between(5 * MINUTE, 6 * HOUR);
  return `${fault}:${age}:${beyond && random.chance(0.5) ? "fresh" : "old"}`;
}
