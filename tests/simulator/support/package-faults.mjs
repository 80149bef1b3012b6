// The expected outcome of a request that meets a fault of the simulator.
//
// A fault is NAME or NAME:ARGUMENT; NAME-done strikes after the request was carried out, and must read the same.

import { MINUTE } from "./unkind-shop.mjs";

/** Network faults of both sides. */
const NETWORK = {
  lost: "no-answer",
  "delay:20": "success",
  cut: "no-answer",
  "cut-clean": "not-json",
  html502: "not-json",
  empty200: "empty",
  "foreign-answer": "echo-mismatch",
  redirect: "redirect",
  "html502-before": "not-json",
  "refused-before": "no-answer",
};

/** Unkind answers. None of them may be read as a failure. */
const UNKIND = {
  ...beforeAndAfter({
    "gateway-json": "unlisted-code",
    "gateway-json:429": "unlisted-code",
    "gateway-json:503": "unlisted-code",
    html504: "not-json",
    unlisted: "unlisted-code",
    "unlisted:99999": "unlisted-code",
    "unlisted:10999:NOT_PROCESSED": "unlisted-code",
    "unlisted:5999:NOT_PROCESSED": "unlisted-code",
    "system-error": "timeout-code",
    "system-error:200": "timeout-code",
    "system-error:422": "timeout-code",
    "system-error:500": "timeout-code",
    "doubtful-group": "timeout-code",
    "doubtful-group:System_Error": "timeout-code",
    "doubtful-group:communication_or_system_error": "timeout-code",
    "spelled-code:10219.0": "unlisted-code",
    "spelled-code:1.0219e4": "unlisted-code",
    'spelled-code:"10219 "': "unlisted-code",
    "other-conversation": "echo-mismatch",
    "other-conversation:10012": "echo-mismatch",
    "success-with-error": "contradiction",
  }),
  [`lands-late:${MINUTE}`]: "no-answer",
  [`lands-late-html504:${MINUTE}`]: "not-json",
  [`lands-late-json504:${MINUTE}`]: "unlisted-code",
  [`lands-late-unlisted:${MINUTE}`]: "unlisted-code",
  [`lands-late-unlisted:${MINUTE}:99999:NOT_PROCESSED`]: "unlisted-code",
};

/** On the card side. Only refunds are signed. */
export const READS = {
  ...NETWORK,
  "timeout-code": "timeout-code",
  "timeout-code:10214": "timeout-code",
  "refuse:10220": "refused",
  "refuse:10223": "after-day-end",
  "refuse:50000": "retry-later",
  "wrong-signature": "signature-wrong",
  "no-signature": "signature-missing",
  ...UNKIND,
  // iyzico's own number, with our conversationId: refused, but by a code that nobody has published.
  "unlisted:5999": "refused-unlisted",
};

/** At a till, where only codes of six digits are iyzico's own. */
export const TERMINAL_READS = {
  ...NETWORK,
  "timeout-code": "unlisted-code",
  "timeout-code:10214": "unlisted-code",
  "refuse:10223": "unlisted-code",
  "refuse:380112": "refused",
  "device-timeout": "timeout-code",
  "device-busy": "retry-later",
  "token-expired": "renew-token",
  ...UNKIND,
  ...beforeAndAfter({
    "doubtful-group": "unlisted-code",
    "doubtful-group:System_Error": "unlisted-code",
    "doubtful-group:communication_or_system_error": "unlisted-code",
    "unlisted:5999": "unlisted-code",
    "bank-code:91": "unlisted-code",
    "bank-code:05": "unlisted-code",
    "bank-code:Z3": "unlisted-code",
  }),
};

/**
 * Beyond what the package assumes: iyzico's own number, unlisted and without a group, in an answer that repeats our conversationId, after
 * the request was carried out, or before it lands. This reads as a failure with the advice to read back first.
 */
export const BEYOND_READS = { "unlisted-done:5999": "refused-unlisted", [`lands-late-unlisted:${MINUTE}:5999`]: "refused-unlisted" };

export const nameOf = (fault) => fault.split(":")[0];

/** An outcome in one word: its reason, its advice or its status. */
export const saysOf = (outcome) => outcome.reason ?? outcome.advice ?? outcome.status;

function beforeAndAfter(reads) {
  const after = (fault) => fault.replace(/^[^:]*/, "$&-done");
  return Object.fromEntries(Object.entries(reads).flatMap(([fault, read]) => [[fault, read], [after(fault), read]]));
}
