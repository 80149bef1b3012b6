// Faults between request and answer, and whether money has moved by then.

import { createHmac } from "node:crypto";
import { CODE, isKnownCode, Misuse, TERMINAL_CODE } from "./errors.mjs";
import { isListedRefusal } from "./listed.mjs";
import { hangUp, sendCut, sendEmpty, sendHalf, sendHtml, sendJson } from "./wire.mjs";

const BAD_GATEWAY = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>";
const LONGEST_DELAY_MS = 600_000;

/*
 * `carriedOut`: whether the request is carried out before the fault. If so, money has MOVED if the rules allow the request; if not, none
 * moves. `change` replaces the answer, `send` the way it is sent. `leavesRow`: iyzico itself refuses, so the read-back may show a row.
 */
const BEHIND_THE_API = {
  lost: { carriedOut: true, send: hangUp },
  delay: { carriedOut: true, checkArg: isDelay, send: sendLate },
  cut: { carriedOut: true, send: (res, { httpStatus, fields }) => sendCut(res, httpStatus, fields) },
  "cut-clean": { carriedOut: true, send: (res, { httpStatus, fields }) => sendHalf(res, httpStatus, fields) },
  html502: { carriedOut: true, send: (res) => sendHtml(res, 502, BAD_GATEWAY) },
  empty200: { carriedOut: true, send: (res) => sendEmpty(res, 200) },
};

const IN_FRONT_OF_THE_API = {
  redirect: { carriedOut: false, send: (res, _, arg) => sendEmpty(res, 302, { location: arg || "/moved" }) },
  "html502-before": { carriedOut: false, send: (res) => sendHtml(res, 502, BAD_GATEWAY) },
  "refused-before": { carriedOut: false, send: hangUp },
};

const IN_THE_ANSWER = {
  "foreign-answer": { carriedOut: true, checkArg: (arg) => arg === "" || arg === "same-conversation", change: foreignAnswer },
  "timeout-code": { carriedOut: true, checkArg: (arg) => arg === "" || (isKnownCode(arg) && !isListedRefusal(arg)), change: timeoutCode },
  refuse: { carriedOut: false, checkArg: isKnownCode, change: refuse, leavesRow: true },
};

/** The faults of the card side. */
export const FAULTS = {
  ...BEHIND_THE_API,
  "wrong-signature": { carriedOut: true, change: withWrongSignature },
  "no-signature": { carriedOut: true, change: withoutSignature },
  ...IN_THE_ANSWER,
  ...IN_FRONT_OF_THE_API,
};

/** The faults of the terminal side: nothing is signed there, but a device takes part. */
export const TERMINAL_FAULTS = {
  ...BEHIND_THE_API,
  ...IN_THE_ANSWER,
  "device-timeout": { carriedOut: true, change: answering(TERMINAL_CODE.deviceTimeout) },
  "device-busy": { carriedOut: false, change: answering(TERMINAL_CODE.deviceBusy) },
  "token-expired": { carriedOut: false, change: answering(TERMINAL_CODE.tokenExpired) },
  ...IN_FRONT_OF_THE_API,
};

/** The faults of the terminal side's login, which moves no money: what a network can do to it. */
export const LOGIN_FAULTS = { ...BEHIND_THE_API, ...IN_FRONT_OF_THE_API };

function isDelay(arg) {
  return /^\d+$/.test(arg) && Number(arg) <= LONGEST_DELAY_MS;
}

function sendLate(res, { httpStatus, fields }, arg) {
  const timer = setTimeout(() => sendJson(res, httpStatus, fields), Number(arg));
  res.on("close", () => clearTimeout(timer));
}

// A well-formed signature: only verifying it reveals it.
function withWrongSignature({ answer }) {
  const { signature } = answer.fields;
  if (signature === undefined) return answer;
  const wrong = createHmac("sha256", "a key nobody has").update(signature).digest("hex");
  return { ...answer, fields: { ...answer.fields, signature: wrong } };
}

function withoutSignature({ answer }) {
  return { ...answer, fields: { ...answer.fields, signature: undefined } };
}

// With "same-conversation", only the payment and amount show that it is another's answer.
function foreignAnswer({ answer, route, call, caller, world, arg }) {
  if (!caller) return answer;
  const other = route.host.another(call, caller, world);
  if (!other) throw new Misuse("foreign-answer needs a second payment of this caller");
  const keepsConversation = arg === "same-conversation";
  const foreignCall = {
    ...call,
    field: (name) => (name === "conversationId" && !keepsConversation ? other.conversationId : call.field(name)),
  };
  return { httpStatus: 200, fields: route.sample(foreignCall, caller, world, other) };
}

function timeoutCode({ route, call, world, arg }) {
  return failureOf(route, call, world, arg || CODE.bankTimeout);
}

function refuse({ route, call, world, arg }) {
  return failureOf(route, call, world, arg);
}

function answering(code) {
  return ({ route, call, world }) => failureOf(route, call, world, code);
}

/** The failure answer of this route with a code that has a text here. */
export function failureOf({ host, echoed }, call, world, code) {
  return host.failure(code, call, world, { echoed });
}
