// Answers that do not say what happened: a gateway's, a failure that no page lists, a refusal of somebody else's request; each given
// after the request was carried out (NAME-done) or instead of it (NAME). And requests that are carried out after all, but later.

import { CODE, isKnownCode, TERMINAL_CODE } from "./errors.mjs";
import { failureOf } from "./faults.mjs";
import { NumberText } from "./json.mjs";
import { isListedRefusal } from "./listed.mjs";
import { hangUp, sendHtml } from "./wire.mjs";

const GATEWAY_TIMEOUT = "<html><head><title>504 Gateway Time-out</title></head><body><h1>504 Gateway Time-out</h1></body></html>";
const GATEWAY_WORDS = {
  408: "request timeout",
  425: "too early",
  429: "too many requests",
  500: "internal server error",
  502: "bad gateway",
  503: "no healthy upstream",
  504: "upstream request timeout",
};
const UNLISTED = "10999";
const SYSTEM_ERROR = { code: "100001", message: "Sistem hatası" };
const LATEST_MS = 7 * 86_400_000;
const isLateBy = (text) => /^\d+$/.test(text) && Number(text) <= LATEST_MS;

const html504 = { send: (res) => sendHtml(res, 504, GATEWAY_TIMEOUT) };
const gatewayJson = { checkArg: (arg) => arg === "" || Object.hasOwn(GATEWAY_WORDS, arg), change: answerOfGateway };

/*
 * Besides what faults.mjs says: `carriedOut` may be "later", and then `lateBy` reads from the argument by how many milliseconds of the
 * simulator's clock. `rehearsed`: the request is done only to know the answer, and then undone.
 */
const COMMON = {
  ...beforeAndAfter("gateway-json", gatewayJson),
  ...beforeAndAfter("html504", html504),
  ...beforeAndAfter("unlisted", { checkArg: isUnlisted, change: answerUnlisted, leavesRow: true }),
  ...beforeAndAfter("system-error", { checkArg: (arg) => ["", "200", "422", "500"].includes(arg), change: answerSystemError, leavesRow: true }),
  ...beforeAndAfter("doubtful-group", { change: answerDoubtfulGroup, leavesRow: true }),
  ...beforeAndAfter("spelled-code", { checkArg: isSpelledCode, change: answerSpelledCode, leavesRow: true }),
  // A listed refusal, but not of this request: two answers were mixed up.
  ...beforeAndAfter("other-conversation", { checkArg: (arg) => arg === "" || (isKnownCode(arg) && isListedRefusal(arg)), change: answerOfAnother }),
  "success-with-error": { carriedOut: false, rehearsed: true, change: addError },
  "success-with-error-done": { carriedOut: true, change: addError },

  "lands-late": { carriedOut: "later", lateBy: Number, checkArg: isLateBy, send: hangUp },
  "lands-late-html504": { carriedOut: "later", lateBy: Number, checkArg: isLateBy, ...html504 },
  "lands-late-json504": { carriedOut: "later", lateBy: Number, checkArg: isLateBy, change: (given) => answerOfGateway({ ...given, arg: "504" }) },
  "lands-late-unlisted": {
    carriedOut: "later",
    lateBy: (arg) => Number(arg.split(":")[0]),
    checkArg: (arg) => isLateBy(arg.split(":")[0]) && isUnlisted(arg.split(":").slice(1).join(":")),
    change: (given) => answerUnlisted({ ...given, arg: given.arg.split(":").slice(1).join(":") }),
  },
};

/** The unkind faults of the card side. */
export const UNKIND_FAULTS = COMMON;

/** Those of the terminal side, where a bank's own code may come through. */
export const UNKIND_TERMINAL_FAULTS = {
  ...COMMON,
  ...beforeAndAfter("bank-code", { checkArg: (arg) => /^[0-9A-Z]{2}$/.test(arg), change: answerOfBank }),
};

function beforeAndAfter(name, fault) {
  return { [name]: { ...fault, carriedOut: false }, [`${name}-done`]: { ...fault, carriedOut: true } };
}

// "CODE" or "CODE:GROUP".
function isUnlisted(arg) {
  const [, code] = /^(\d{1,6})(?::.+)?$/.exec(arg) ?? [];
  return arg === "" || (code !== undefined && !isListedRefusal(code));
}

// A JSON number or, in quotes, a text; JSON is how it will be read.
function isSpelledCode(arg) {
  return (/^"[^"\\]+"$/.test(arg) || isJsonNumber(arg)) && !isListedRefusal(unquoted(arg));
}

function isJsonNumber(text) {
  try {
    return typeof JSON.parse(text) === "number";
  } catch {
    return false;
  }
}

const unquoted = (text) => text.replace(/^"|"$/g, "");

function answerOfGateway({ arg }) {
  const httpStatus = Number(arg || "504");
  return { httpStatus, fields: { status: "failure", errorCode: String(httpStatus), errorMessage: GATEWAY_WORDS[httpStatus] } };
}

function answerUnlisted(given) {
  const [, code = UNLISTED, group] = /^(\d*)(?::(.*))?$/s.exec(given.arg || UNLISTED);
  return failing(given, { code, group, message: "İşlem gerçekleştirilemedi" });
}

function answerSystemError(given) {
  const answer = failing(given, SYSTEM_ERROR);
  return given.arg ? { ...answer, httpStatus: Number(given.arg) } : answer;
}

function answerDoubtfulGroup(given) {
  return failing(given, { code: UNLISTED, group: given.arg || " timeout ", message: "İşlem gerçekleştirilemedi" });
}

function answerSpelledCode(given) {
  const code = given.arg.startsWith('"') ? unquoted(given.arg) : new NumberText(given.arg);
  return failing(given, { code, message: "Bankaya gönderilen istek zaman aşımına uğradı" });
}

function answerOfAnother({ route, call, world, arg }) {
  const another = { ...call, field: (name) => (name === "conversationId" ? "another-conversation" : undefined) };
  return failureOf(route, another, world, arg || CODE.declinedByBank);
}

function answerOfBank(given) {
  return failing(given, { code: given.arg, group: "BANK_ERROR", message: "Banka işlemi onaylamadı" });
}

// A refusal by the rules stays what it is.
function addError({ answer }) {
  if (String(answer.fields.status).toLowerCase() !== "success") return answer;
  return { ...answer, fields: { ...answer.fields, errorGroup: "SYSTEM_ERROR", errorMessage: "Sistem hatası" } };
}

/** The failure of this route, with another error in it. */
function failing({ route, call, world }, { code, group, message }) {
  const answer = failureOf(route, call, world, route.host.side === "terminal" ? TERMINAL_CODE.deviceTimeout : CODE.bankTimeout);
  return { ...answer, fields: { ...answer.fields, errorCode: code, errorMessage: message, errorGroup: group } };
}
