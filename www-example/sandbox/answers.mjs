// The parts every answer of the card side shares: status, locale, time, echo, spelling of amounts.

import { describe } from "./errors.mjs";
import { NumberText } from "./json.mjs";
import { SPELLINGS } from "./money.mjs";
import { hostReferenceOf } from "./reversal.mjs";

/** The bank reference iyzico's own samples carry. */
const HOST_REFERENCE = "mock00007iyzihostrfn";

/** The beginning of a success body; an undefined field is not written. */
export function successFields(call, world) {
  return { status: "success", ...envelope(call, world) };
}

/** A failure answer. It is never signed. */
export function failure(code, call, world, { field } = {}) {
  const { group, message } = describe(code, call.locale, field);
  const fields = {
    status: "failure",
    errorCode: code,
    errorMessage: message,
    errorGroup: group,
    ...envelope(call, world),
    paymentId: call.field("paymentId"),
    paymentTransactionId: call.field("paymentTransactionId"),
  };
  return { httpStatus: world.settings.failureStatus, fields };
}

/** An amount spelled as this payment's answers spell it: a JSON number, or text. */
export function spelledPrice(payment, units) {
  const text = SPELLINGS[payment.priceSpelling](units);
  return payment.priceSpelling === "string" ? text : new NumberText(text);
}

/** The bank's reference of what has this id, as the settings have it: the same for everything, or one of its own. */
export function hostReference({ settings }, id) {
  return settings.hostReferences === "mock" ? HOST_REFERENCE : hostReferenceOf(id);
}

function envelope(call, world) {
  return {
    locale: call.locale,
    systemTime: systemTime(world),
    conversationId: call.field("conversationId"),
  };
}

/** The time of an answer, spelled as the settings have it. */
export function systemTime(world, now = world.now()) {
  const time = String(now);
  return world.settings.systemTime === "string" ? time : new NumberText(time);
}
