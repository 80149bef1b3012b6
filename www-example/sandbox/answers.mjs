// Parts shared by all answers of the card API: status, locale, time, echo, spelling of amounts.

import { describe } from "./errors.mjs";
import { NumberText } from "./json.mjs";
import { SPELLINGS } from "./money.mjs";
import { hostReferenceOf } from "./reversal.mjs";

/** The bank reference iyzico's own samples carry. */
const HOST_REFERENCE = "mock00007iyzihostrfn";

/** The common fields of a success; undefined fields are left out. */
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

/** An amount in the spelling of this payment's answers: a JSON number or text. */
export function spelledPrice(payment, units) {
  const text = SPELLINGS[payment.priceSpelling](units);
  return payment.priceSpelling === "string" ? text : new NumberText(text);
}

/** The bank's reference of a record, by the settings: the same for all records, or one of its own. */
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

/** The time of an answer, in the spelling of the settings. */
export function systemTime(world, now = world.now()) {
  const time = String(now);
  return world.settings.systemTime === "string" ? time : new NumberText(time);
}
