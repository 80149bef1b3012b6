// The same work by hand: what a careful merchant would write with a good schema library instead of this package. It
// checks every param before it builds a refund. It checks an answer's fields, and that the answer belongs to the refund.
// by-hand-web.mjs and by-hand-node.mjs add the signing.
//
// It is fast: schemas are built once, and each text is checked with one regular expression. It does less than the
// package: no messages in two languages, no amounts as numbers, no failures, and no check for duplicate names. It
// refuses an answer's amount of more than 15 digits, because JSON.parse rounds it and the signature then fails.

import * as v from "valibot";

const ID = /^[!-9;-~]+$/;
const AMOUNT = /^(?![0.]*$)(?:0|[1-9][0-9]{0,19})(?:\.[0-9]{1,8})?$/;
const CONVERSATION_ID = /^[!-~](?:[ -~]*[!-~])?$/;
// Allows line breaks and tabs, but no other control characters and no lone surrogates.
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

// Unknown fields are allowed, because an answer may gain some. null means absent.
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
    // Signed values are joined with `:`, so a value that contains it could pass for two.
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

/** The checked params and the request's body. Throws every issue. */
export function drafted(params) {
  // Reports every field's issue. Compares only valid amounts.
  const asked = v.parse(PARAMS, params, { abortPipeEarly: true });
  const { price, upTo: _, ...rest } = asked;
  // JSON.stringify would write the amount as a string, or as a number with other digits.
  return { asked, body: `{"price":${price},${JSON.stringify(rest).slice(1)}` };
}

/** The answer, if it is a well-formed success of this request. Its signature is not verified yet. */
export function successOf(asked, text) {
  const { success, output } = v.safeParse(ANSWER, text);
  return success && repeats(asked, output) ? output : undefined;
}

function repeats(asked, answer) {
  return (
    (answer.conversationId ?? "") === (asked.conversationId ?? "") &&
    answer.paymentTransactionId === asked.paymentTransactionId &&
    // JavaScript's text of a number has no trailing zeros.
    String(answer.price) === withoutTrailingZeros(asked.price) &&
    (asked.currency === undefined || answer.currency === asked.currency)
  );
}

function withoutTrailingZeros(amount) {
  return amount.includes(".") ? amount.replace(/\.?0+$/, "") : amount;
}

/** An amount in units of 10^-8, for exact comparison. */
function units(amount) {
  const [whole, fraction = ""] = amount.split(".");
  return BigInt(whole + fraction.padEnd(8, "0"));
}
