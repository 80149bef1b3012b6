// The same work by hand: what a careful merchant writes with a good library of schemas instead of using this
// package. It checks every param before a refund is built, and before it believes an answer it checks that answer's
// form and that it is about this very refund. Signing is left to whoever has WebCrypto or node:crypto.
//
// Written as an expert would: schemas are built once and every text is looked at by one regular expression. It does
// less than the package all the same. It has no words in two languages and takes no amount that is a number, it reads
// no failure, it sees no name that an answer gives twice, and an answer's amount of more than 15 digits, which
// JSON.parse rounds, fails its signature.

import * as v from "valibot";

const ID = /^[!-9;-~]+$/;
const AMOUNT = /^(?![0.]*$)(?:0|[1-9][0-9]{0,19})(?:\.[0-9]{1,8})?$/;
const CONVERSATION_ID = /^[!-~](?:[ -~]*[!-~])?$/;
// Line breaks and tabs are fine, other control characters and lone surrogates are not.
const PROSE = /^[^\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]+$/u;
const SIGNATURE = /^[0-9a-f]{64}$/i;

const text = (form) => v.pipe(v.string(), v.regex(form));
// Strings only: a number may already be rounded.
const amount = text(AMOUNT);

const PARAMS = v.pipe(
  v.strictObject({
    locale: v.optional(v.picklist(["tr", "en"])),
    conversationId: v.optional(v.pipe(v.string(), v.maxLength(255), v.regex(CONVERSATION_ID))),
    paymentTransactionId: text(ID),
    price: amount,
    currency: v.optional(v.picklist(["TRY", "USD", "EUR", "GBP", "CHF", "NOK", "RUB", "IRR"])),
    ip: v.optional(v.pipe(v.string(), v.ip())),
    reason: v.optional(v.picklist(["DOUBLE_PAYMENT", "BUYER_REQUEST", "FRAUD", "OTHER"])),
    description: v.optional(v.pipe(v.string(), v.maxLength(65_536), v.regex(PROSE))),
    upTo: v.optional(amount),
  }),
  v.check(({ reason, description }) => description === undefined || reason !== undefined, "description needs a reason"),
  v.check(({ price, upTo }) => upTo === undefined || units(price) <= units(upTo), "price is above upTo"),
);

// An answer may gain fields, so that others are let through; null stands for a field that is left out.
const ANSWER = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    status: v.literal("success"),
    errorCode: v.optional(v.null()),
    errorGroup: v.optional(v.null()),
    errorMessage: v.optional(v.null()),
    locale: v.nullish(v.string()),
    systemTime: v.nullish(v.pipe(v.number(), v.safeInteger())),
    conversationId: v.nullish(v.string()),
    // Signed values are joined with `:`, so that one that holds it could pass for two.
    paymentId: text(ID),
    paymentTransactionId: text(ID),
    price: v.number(),
    currency: v.nullish(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/))),
    authCode: v.nullish(v.string()),
    hostReference: v.nullish(v.string()),
    refundHostReference: v.nullish(v.string()),
    retryable: v.nullish(v.boolean()),
    signature: text(SIGNATURE),
  }),
);

/** The checked params and the body that asks for them; throws all that is wrong with them. */
export function drafted(params) {
  // Every field's issue, but no comparing of what is no amount.
  const asked = v.parse(PARAMS, params, { abortPipeEarly: true });
  const { price, upTo: _, ...rest } = asked;
  // JSON.stringify would write the amount as a string, or as a number without the digits as they were written.
  return { asked, body: `{"price":${price},${JSON.stringify(rest).slice(1)}` };
}

/** The answer, if it has the form of a success and is about what was asked; its signature is still to be verified. */
export function successOf(asked, text) {
  const { success, output } = v.safeParse(ANSWER, text);
  return success && repeats(asked, output) ? output : undefined;
}

function repeats(asked, answer) {
  return (
    (answer.conversationId ?? "") === (asked.conversationId ?? "") &&
    answer.paymentTransactionId === asked.paymentTransactionId &&
    // The shortest text of a number is without trailing zeros already.
    String(answer.price) === withoutTrailingZeros(asked.price) &&
    (asked.currency === undefined || answer.currency === asked.currency)
  );
}

function withoutTrailingZeros(amount) {
  return amount.includes(".") ? amount.replace(/\.?0+$/, "") : amount;
}

/** An amount in the smallest units it can have, to compare exactly. */
function units(amount) {
  const [whole, fraction = ""] = amount.split(".");
  return BigInt(whole + fraction.padEnd(8, "0"));
}
