// Written by `cargo xtask generate` from the tables in src/; edit those.

import type { LoginRequest, SaleContext, SignedRequest } from "./index.js";

/** The names of all operations. */
export type OperationName =
  | "refund"
  | "refundV2"
  | "cancel"
  | "refundChargedFromMerchant"
  | "refundToBalance"
  | "paymentDetails"
  | "transactions"
  | "terminal.refund"
  | "terminal.void"
  | "terminal.refundableSaleInfo"
  | "terminal.transactionStatus"
  | "login.authorize"
  | "login.token"
  | "login.refresh";

/** The operations that can be drafted: all but the login's, whose requests hold secrets. */
export type DraftableName = Exclude<OperationName, `login.${string}`>;

/** The operations that move no money: they may be sent again. */
export type QuestionName =
  | "refundToBalance"
  | "paymentDetails"
  | "transactions"
  | "terminal.refundableSaleInfo"
  | "terminal.transactionStatus"
  | "login.authorize"
  | "login.token"
  | "login.refresh";

/** The operations that are sent by GET, with their params in the URL. */
export type GetName =
  | "paymentDetails"
  | "transactions";

/** What is wrong with an input. Codes never change. */
export type IssueCode =
  /** The amount is not plain digits with an optional point and fraction. */
  | "amount_format"
  /** A JavaScript number with more digits than a double keeps, or with an exponent. */
  | "amount_imprecise"
  /** More than 20 digits before the point. */
  | "amount_range"
  /** More than 8 digits after the point. */
  | "amount_scale"
  /** Zero moves nothing. */
  | "amount_zero"
  /** The base URL is not https (or http on this machine), or carries what an address must not. */
  | "base_url"
  /** A body that is no text. */
  | "body"
  /** Two of iyzico's own figures or words that can't both be true. */
  | "contradiction"
  /** The text contains a control character; line breaks and tabs are fine in free text only. */
  | "control_character"
  /** Not a whole number greater than zero. */
  | "count"
  /** Not a currency iyzico takes. */
  | "currency"
  /** No day of the calendar. */
  | "date"
  /** No day of the calendar, where it is written with hyphens. */
  | "day"
  /** The draft is not what its own fields produce. */
  | "draft_altered"
  /** Something that must be unique stands there twice. */
  | "duplicate"
  /** An empty text where a value is needed. */
  | "empty"
  /** None of iyzico's environments; there is no default. */
  | "environment"
  /** Not an id of iyzico's. */
  | "id_format"
  /** Neither an IPv4 nor an IPv6 address. */
  | "ip"
  /** A key with characters that cannot be one. */
  | "key_characters"
  /** Not a language iyzico answers in. */
  | "locale"
  /** Half of a UTF-16 pair, which has no UTF-8 form. */
  | "lone_surrogate"
  /** Not an HTTP method that iyzico uses. */
  | "method"
  /** A required field is missing. */
  | "missing"
  /** More than the sale says may still be given back of this line. */
  | "more_than_returnable_amount"
  /** More pieces than the sale says may still come back of this line. */
  | "more_than_returnable_quantity"
  /** The lines together are more than the sale says may still be given back. */
  | "more_than_total_returnable_amount"
  /** More than the caller says may still be refunded. */
  | "more_than_up_to"
  /** An empty list where something must be in it. */
  | "no_items"
  /** The params are not an object. */
  | "not_an_object"
  /** The text is not JSON, or names a field twice. */
  | "not_json"
  /** Two fields of which only one may be given. */
  | "not_with"
  /** The request is about another sale than the one it is checked against. */
  | "other_sale"
  /** Not a path of iyzico's API. */
  | "path"
  /** An id of the caller's that may not reach iyzico's books unaltered. */
  | "reference_format"
  /** The host offers no secure randomness at this point. */
  | "randomness"
  /** Not one of the documented reasons. */
  | "reason"
  /** A description without the reason it describes. */
  | "reason_required"
  /** Not a time in milliseconds since 1970. */
  | "time"
  /** None of the states that an entry of the books has. */
  | "state"
  /** A text with too many characters. */
  | "too_long"
  /** More members than anything real has. */
  | "too_many"
  /** A value of another type. */
  | "type"
  /** No field of this name. */
  | "unknown_field"
  /** No operation of this name. */
  | "unknown_operation"
  /** The sale has no such line, or several by this name. */
  | "unknown_sale_item"
  /** Not an https address. */
  | "url"
  /** The object was used after `free()`. */
  | "freed";

/** Why an outcome is unknown. */
export type Reason =
  /** The answer says success and names an error as well. */
  | "contradiction"
  /** The answer is about something else than what was asked. */
  | "echo-mismatch"
  /** An empty answer. */
  | "empty"
  /** A refusal under an HTTP status that a gateway gives. */
  | "http-status"
  /** JSON, but not an answer of this API. */
  | "malformed"
  /** No answer came. */
  | "no-answer"
  /** Not JSON: cut off, HTML of a proxy, or anything else. */
  | "not-json"
  /** What was handed over is not an answer: pass `{ status, text }`, or `null` when none came. */
  | "not-text"
  /** The answer points elsewhere. */
  | "redirect"
  /** The request that the answer is read against is not one of ours. */
  | "request-unreadable"
  /** A success that must be signed and isn't. */
  | "signature-missing"
  /** A success whose signature is not this merchant's. */
  | "signature-wrong"
  /** The bank, or iyzico itself, did not finish in time. */
  | "timeout-code"
  /** Longer than any real answer. */
  | "too-large"
  /** A refusal whose code the table does not list, and which does not prove that nothing moved. */
  | "unlisted-code";

/** Why read-back doesn't decide. */
export type Doubt =
  /** The answer's `systemTime` and `askedAt` differ by more than two minutes: a wrong clock, or a copy of an older answer. */
  | "clock-skew"
  /** iyzico's summary, lists and amounts contradict each other; ask again. */
  | "contradiction"
  /** A row that may be this request says neither that it was carried out nor that it failed. */
  | "doubtful-row"
  /** A row under its id was made more than ten minutes before it was sent: somebody used the id before. */
  | "earlier-row"
  /** Its id stands at another item, in another list or in another currency. */
  | "elsewhere"
  /** The answer comes with an HTTP status that a gateway gives. */
  | "http-status"
  /** A list, an item or a figure that would decide is left out. */
  | "incomplete"
  /** No answer came. */
  | "no-answer"
  /** A row without an id, or the request has none, and the rest of it fits. */
  | "no-conversation-id"
  /** iyzico knows the operation, but not the bank's reference of it: it is under way, or was given up. */
  | "no-host-reference"
  /** The payment or item is not in the answer. */
  | "not-found"
  /** What was passed is not an answer: pass `{ status, text }`, or `null` when none came. */
  | "not-text"
  /** `sentAt` or `askedAt` is missing or not in epoch milliseconds; without them an absence never counts. */
  | "no-times"
  /** The rows under its id add up to another amount: a part of it, or twice the same. */
  | "other-amount"
  /** The answer is not known to be about this operation's own `transactionReferenceId`. */
  | "other-question"
  /** iyzico refused the question. */
  | "refused"
  /** The request is not one that moves money, or can't be read. */
  | "request-unreadable"
  /** An id that may be this request's, trimmed, cut, in another case or character set, or turned into a number. */
  | "similar-id"
  /** Asked too soon after the sending: it may still be on its way, or not show yet. */
  | "too-early"
  /** Nobody knows where iyzico lists this operation, so an absence says nothing. */
  | "unlisted"
  /** The answer can't be read. */
  | "unreadable";

/** The state of a refund or cancel in your books. */
export type BookState =
  /** It happened: an outcome `success`, or a `landed` of `reconcile`. */
  | "done"
  /** Nobody knows yet: an outcome `unknown`, or an `ambiguous`. */
  | "open"
  /** It did not happen: an outcome `failure`, or a `not-landed`. */
  | "not-done";

/** How your books and iyzico's list differ. */
export type FindingKind =
  /** It happened by the books; the list has it with another amount, currency or target. */
  | "different"
  /** It is open in the books and on the list: it happened. */
  | "landed"
  /** It did not happen by the books, and is on the list. */
  | "late"
  /** It happened by the books, and is on no list of the day or the days beside it. */
  | "missing"
  /** Nobody can tell by these lists. */
  | "undecided"
  /** It is on the list, and no entry of the books asked for it. */
  | "unexpected";

/** The reason of a finding. */
export type FindingReason =
  /** It is on no list. */
  | "absent"
  /** The amount is another, or the rows add up to another. */
  | "amount"
  /** The currency is another. */
  | "currency"
  /** A row is neither plainly carried out nor plainly rejected: it may be held for a review. */
  | "doubtful-row"
  /** A row under its id was made more than ten minutes before it was sent: somebody used the id before. */
  | "earlier-row"
  /** The list of the day is empty, without even a payment, though something happened by the books: it may be another day's, or not made yet. */
  | "empty-list"
  /** A list is incomplete or changed while it was read. */
  | "incomplete"
  /** It is on the list. */
  | "listed"
  /** iyzico's list shows it as rejected. */
  | "rejected"
  /** It is under its id at another item or payment. */
  | "target"
  /** The lists were asked for on the same day, or less than a day after the sending: they lag. */
  | "too-early"
  /** The payment has too many rows to try which of them add up. */
  | "too-many-rows"
  /** A row has no amount, or two that differ. */
  | "unclear-amount"
  /** Nobody knows where iyzico lists this operation, so an absence says nothing. */
  | "unlisted";

/** Whether the list of a day was read. */
export type ListState =
  /** The list changed while it was read. Begin again with its page 1. */
  | "changed"
  /** Every page is there. */
  | "complete"
  /** Pages are missing. */
  | "incomplete";

/** Why a page of a list was not taken. */
export type PageDoubt =
  /** The answer's clock says that it is older than the question: a copy. */
  | "clock-skew"
  /** The answer comes with an HTTP status that a gateway gives. */
  | "http-status"
  /** No answer came. */
  | "no-answer"
  /** What was passed is not an answer: pass `{ status, text }`, or `null` when none came. */
  | "not-text"
  /** A row is of another day than the one that was asked for, or that day is neither the audit's nor beside it. */
  | "other-day"
  /** It is another page than the one that was asked for. */
  | "other-page"
  /** iyzico refused the question. */
  | "refused"
  /** What was asked is no `transactions`, or can't be read. */
  | "request-unreadable"
  /** The answer can't be read. */
  | "unreadable";

/** The state of a payment. */
export type PaymentState =
  /** The card holds the amount for the merchant, who has not taken it. */
  | "authorized"
  /** The whole of it was taken back. */
  | "cancelled"
  /** Paid, whatever was given back since. */
  | "paid"
  /** Never paid: failed, or begun and left. */
  | "unpaid";

/** What to do after a failure. */
export type Advice =
  /** Too late for today's cancel: refund after the bank's day end. */
  | "after-day-end"
  /** The keys are wrong, of the other environment, or not allowed to do this. */
  | "fix-credentials"
  /** The request is wrong as it stands. */
  | "fix-request"
  /** Refused by the bank or by iyzico; the same request will be refused again. */
  | "refused"
  /** Refused with a number of iyzico's own that is not in the table: read back before any new attempt. */
  | "refused-unlisted"
  /** The access token is not good any more: log in again and send the same request anew. */
  | "renew-token"
  /** Nothing happened; the same request may succeed later. */
  | "retry-later"
  /** Refund by item instead of by amount. */
  | "use-item-refund";

/** Why a webhook was refused. */
export type WebhookRefusal =
  /** A field that is signed is missing, or `merchantId`, which a subscription's is signed over. */
  | "field-missing"
  /** The body is no JSON object with fields of the right types. */
  | "malformed"
  /** It has no signature. iyzico signs webhooks only for merchants who asked for it. */
  | "signature-missing"
  /** The signature is not this merchant's over this body. */
  | "signature-wrong"
  /** It is longer than any real event. */
  | "too-large";

/** Gives back one basket item of a payment, whole or in part, as often as something is left of what was paid for it, within 365 days of the payment. */
export interface RefundParams {
  /** Language of iyzico's messages and of this package's issues; iyzico's own default is `tr`. */
  locale?: "tr" | "en" | undefined;
  /** Your own id of this refund or cancel; iyzico returns it and read-back finds the operation by it, so give each intent a different one. Printable ASCII without a space at either end, at most 255 characters, so that it survives unaltered; iyzico's own maximum length (error 20) is not published. */
  conversationId?: string | undefined;
  /** Id of the basket item's payment (`itemTransactions[].paymentTransactionId` of the payment), a string. */
  paymentTransactionId: string;
  /** Amount to give back, greater than zero, at most 20 digits before and 8 after the point. Pass a string; a number is taken only when it cannot have been rounded. Sent as a JSON number with exactly these digits. */
  price: string | number;
  /** Currency of the payment, ISO 4217. */
  currency?: "TRY" | "USD" | "EUR" | "GBP" | "CHF" | "NOK" | "RUB" | "IRR" | undefined;
  /** Address the request is made from. Mandatory in the 2018 documents, optional in the current ones. */
  ip?: string | undefined;
  /** Why the money goes back. Documented on the Turkish page only; sent in upper case. */
  reason?: "DOUBLE_PAYMENT" | "BUYER_REQUEST" | "FRAUD" | "OTHER" | "double_payment" | "buyer_request" | "fraud" | "other" | undefined;
  /** Free text about the reason, line breaks included; only together with `reason`. */
  description?: string | undefined;
  /** What may still be given back, as you know it: a larger `price` is refused. Not sent. */
  upTo?: string | number | undefined;
}

/** The data of a successful `refund`. */
export interface RefundData {
  /** Language of the answer. */
  readonly locale?: string;
  /** iyzico's clock at the answer, milliseconds since 1970. */
  readonly systemTime?: number;
  /** The request's `conversationId`. */
  readonly conversationId?: string;
  /** The payment's id. */
  readonly paymentId?: string;
  /** The refunded item's payment. */
  readonly paymentTransactionId: string;
  /** The amount that was given back. A decimal string without trailing zeros. */
  readonly price: string;
  /** Its currency. */
  readonly currency?: string;
  /** The bank's authorisation code. */
  readonly authCode?: string;
  /** The bank's reference of the payment. */
  readonly hostReference?: string;
  /** The bank's reference of the refund. */
  readonly refundHostReference?: string;
  /** Whether iyzico says the operation can be tried again. */
  readonly retryable?: boolean;
}

/** Gives back an amount of a payment without naming an item. Refused for marketplace merchants (error 5266); for baskets of more than one item iyzico advises the refund by item. */
export interface RefundV2Params {
  /** Language of iyzico's messages and of this package's issues; iyzico's own default is `tr`. */
  locale?: "tr" | "en" | undefined;
  /** Your own id of this refund or cancel; iyzico returns it and read-back finds the operation by it, so give each intent a different one. Printable ASCII without a space at either end, at most 255 characters, so that it survives unaltered; iyzico's own maximum length (error 20) is not published. */
  conversationId?: string | undefined;
  /** The payment's id, a string. */
  paymentId: string;
  /** Amount to give back, greater than zero, at most 20 digits before and 8 after the point. Pass a string; a number is taken only when it cannot have been rounded. Sent as a JSON number with exactly these digits. */
  price: string | number;
  /** Currency of the payment, ISO 4217. */
  currency?: "TRY" | "USD" | "EUR" | "GBP" | "CHF" | "NOK" | "RUB" | "IRR" | undefined;
  /** Address the request is made from. Mandatory in the 2018 documents, optional in the current ones. */
  ip?: string | undefined;
  /** What may still be given back, as you know it: a larger `price` is refused. Not sent. */
  upTo?: string | number | undefined;
}

/** The data of a successful `refundV2`. */
export interface RefundV2Data {
  /** Language of the answer. */
  readonly locale?: string;
  /** iyzico's clock at the answer, milliseconds since 1970. */
  readonly systemTime?: number;
  /** The request's `conversationId`. */
  readonly conversationId?: string;
  /** The payment's id. */
  readonly paymentId: string;
  /** The amount that was given back. A decimal string without trailing zeros. */
  readonly price: string;
  /** Its currency. */
  readonly currency?: string;
  /** The bank's authorisation code. */
  readonly authCode?: string;
  /** The bank's reference of the payment. */
  readonly hostReference?: string;
  /** The bank's reference of the refund. */
  readonly refundHostReference?: string;
  /** Whether iyzico says the operation can be tried again. */
  readonly retryable?: boolean;
}

/** Cancels a whole payment before the bank closes its day; nothing shows on the cardholder's statement. The hour and zone of that close are not documented: let iyzico answer. */
export interface CancelParams {
  /** Language of iyzico's messages and of this package's issues; iyzico's own default is `tr`. */
  locale?: "tr" | "en" | undefined;
  /** Your own id of this refund or cancel; iyzico returns it and read-back finds the operation by it, so give each intent a different one. Printable ASCII without a space at either end, at most 255 characters, so that it survives unaltered; iyzico's own maximum length (error 20) is not published. */
  conversationId?: string | undefined;
  /** The payment's id, a string. */
  paymentId: string;
  /** Address the request is made from. Mandatory in the 2018 documents, optional in the current ones. */
  ip?: string | undefined;
  /** Why the money goes back. Documented on the Turkish page only; sent in upper case. */
  reason?: "DOUBLE_PAYMENT" | "BUYER_REQUEST" | "FRAUD" | "OTHER" | "double_payment" | "buyer_request" | "fraud" | "other" | undefined;
  /** Free text about the reason, line breaks included; only together with `reason`. */
  description?: string | undefined;
}

/** The data of a successful `cancel`. */
export interface CancelData {
  /** Language of the answer. */
  readonly locale?: string;
  /** iyzico's clock at the answer, milliseconds since 1970. */
  readonly systemTime?: number;
  /** The request's `conversationId`. */
  readonly conversationId?: string;
  /** The payment's id. */
  readonly paymentId: string;
  /** The amount that was cancelled: the whole payment. A decimal string without trailing zeros. */
  readonly price?: string;
  /** Its currency. */
  readonly currency?: string;
  /** The bank's authorisation code. */
  readonly authCode?: string;
  /** The bank's reference of the payment. */
  readonly hostReference?: string;
  /** The bank's reference of the cancel. */
  readonly cancelHostReference?: string;
}

/** Gives back one basket item of a marketplace payment and charges it to the merchant instead of the sub-merchant. Found in the official SDKs only, not in the current documents; its answer is not known to be signed. */
export interface RefundChargedFromMerchantParams {
  /** Language of iyzico's messages and of this package's issues; iyzico's own default is `tr`. */
  locale?: "tr" | "en" | undefined;
  /** Your own id of this refund or cancel; iyzico returns it and read-back finds the operation by it, so give each intent a different one. Printable ASCII without a space at either end, at most 255 characters, so that it survives unaltered; iyzico's own maximum length (error 20) is not published. */
  conversationId?: string | undefined;
  /** Id of the basket item's payment (`itemTransactions[].paymentTransactionId` of the payment), a string. */
  paymentTransactionId: string;
  /** Amount to give back, greater than zero, at most 20 digits before and 8 after the point. Pass a string; a number is taken only when it cannot have been rounded. Sent as a JSON number with exactly these digits. */
  price: string | number;
  /** Currency of the payment, ISO 4217. */
  currency?: "TRY" | "USD" | "EUR" | "GBP" | "CHF" | "NOK" | "RUB" | "IRR" | undefined;
  /** Address the request is made from. Mandatory in the 2018 documents, optional in the current ones. */
  ip?: string | undefined;
  /** Why the money goes back. Documented on the Turkish page only; sent in upper case. */
  reason?: "DOUBLE_PAYMENT" | "BUYER_REQUEST" | "FRAUD" | "OTHER" | "double_payment" | "buyer_request" | "fraud" | "other" | undefined;
  /** Free text about the reason, line breaks included; only together with `reason`. */
  description?: string | undefined;
  /** What may still be given back, as you know it: a larger `price` is refused. Not sent. */
  upTo?: string | number | undefined;
}

/** The data of a successful `refundChargedFromMerchant`. */
export interface RefundChargedFromMerchantData {
  /** Language of the answer. */
  readonly locale?: string;
  /** iyzico's clock at the answer, milliseconds since 1970. */
  readonly systemTime?: number;
  /** The request's `conversationId`. */
  readonly conversationId?: string;
  /** The payment's id. */
  readonly paymentId?: string;
  /** The refunded item's payment. */
  readonly paymentTransactionId: string;
  /** The amount that was given back. A decimal string without trailing zeros. */
  readonly price: string;
  /** Its currency. */
  readonly currency?: string;
  /** The bank's authorisation code. */
  readonly authCode?: string;
  /** The bank's reference of the payment. */
  readonly hostReference?: string;
  /** Whether iyzico says the operation can be tried again. */
  readonly retryable?: boolean;
}

/** Begins a refund of a whole payment to the shopper's iyzico balance. No money moves by this call: the shopper confirms on iyzico's page. The documents print another path, that of the marketplace approval; every official SDK calls this one. */
export interface RefundToBalanceParams {
  /** Language of iyzico's messages and of this package's issues; iyzico's own default is `tr`. */
  locale?: "tr" | "en" | undefined;
  /** Your own id of this refund or cancel; iyzico returns it and read-back finds the operation by it, so give each intent a different one. Printable ASCII without a space at either end, at most 255 characters, so that it survives unaltered; iyzico's own maximum length (error 20) is not published. */
  conversationId?: string | undefined;
  /** The payment's id, a string. */
  paymentId: string;
  /** Where iyzico sends the shopper afterwards: an https address. */
  callbackUrl: string;
}

/** The data of a successful `refundToBalance`. */
export interface RefundToBalanceData {
  /** Language of the answer. */
  readonly locale?: string;
  /** iyzico's clock at the answer, milliseconds since 1970. */
  readonly systemTime?: number;
  /** The request's `conversationId`. */
  readonly conversationId?: string;
  /** Names this refund in the callback. */
  readonly token: string;
  /** The page on which the shopper confirms. */
  readonly url: string;
}

/** Asks what became of a payment: its items, refunds and cancels. The query is not signed, as in every official SDK. Read-back after an `unknown`; nothing moves, so it may be asked again. */
export type PaymentDetailsParams = {
  /** Language of iyzico's messages and of this package's issues; iyzico's own default is `tr`. */
  locale?: "tr" | "en" | undefined;
  /** Your own id of this question. iyzico's own sample answer does not return it. */
  conversationId?: string | undefined;
} & (
  | {
      /** The payment's id, a string; or `paymentConversationId` instead. */
      paymentId: string;
      /** Not together with `paymentId`. */
      paymentConversationId?: undefined;
    }
  | {
      /** Not together with `paymentConversationId`. */
      paymentId?: undefined;
      /** The conversationId the payment was made with; iyzico answers with every payment that has it. */
      paymentConversationId: string;
    }
);

/** The data of a successful `paymentDetails`. */
export interface PaymentDetailsData {
  /** Language of the answer. */
  readonly locale?: string;
  /** iyzico's clock at the answer, milliseconds since 1970. */
  readonly systemTime?: number;
  /** The question's `conversationId`. */
  readonly conversationId?: string;
  /** The payments that were found. */
  readonly payments: readonly {
    /** The payment's id. */
    readonly paymentId: string;
    /** 1 paid; 0 failed, 2 3-D Secure begun, 3 back from 3-D Secure, 4 to 9 other attempts that were not paid. */
    readonly paymentStatus?: number;
    /** `NOT_REFUNDED`, `PARTIALLY_REFUNDED` or `TOTALLY_REFUNDED`. */
    readonly paymentRefundStatus?: string;
    /** The basket's price. A decimal string without trailing zeros. */
    readonly price?: string;
    /** What was paid; no more than this can be given back. A decimal string without trailing zeros. */
    readonly paidPrice?: string;
    /** The payment's currency. */
    readonly currency?: string;
    /** In how many instalments it is paid. */
    readonly installment?: number;
    /** The conversationId the payment was made with. */
    readonly paymentConversationId?: string;
    /** 1 accepted, 0 in review, -1 refused. */
    readonly fraudStatus?: number;
    /** Your own id of the basket. */
    readonly basketId?: string;
    /** Credit, debit or prepaid card. */
    readonly cardType?: string;
    /** The card's scheme. */
    readonly cardAssociation?: string;
    /** The card's programme. */
    readonly cardFamily?: string;
    /** The card's first digits. */
    readonly binNumber?: string;
    /** The card's last four digits. */
    readonly lastFourDigits?: string;
    /** `AUTH`, `PRE_AUTH` or `POST_AUTH`. */
    readonly phase?: string;
    /** The bank's authorisation code of the payment. */
    readonly authCode?: string;
    /** The bank's reference of the payment. */
    readonly hostReference?: string;
    /** When it was made, ISO 8601. */
    readonly createdDate?: string;
    /** The cancels of this payment. */
    readonly cancels?: readonly {
      /** iyzico's id of the cancel. */
      readonly refundId?: string;
      /** The conversationId the cancel was made with. */
      readonly cancelConversationId?: string;
      /** The amount that was given back. A decimal string without trailing zeros. */
      readonly refundPrice?: string;
      /** A code; 1 was seen on what was carried out, 0 on what failed, the others are not documented. */
      readonly refundStatus?: number;
      /** Whether the merchant had been paid out before. */
      readonly isAfterSettlement?: boolean;
      /** When it was made, ISO 8601. */
      readonly createdDate?: string;
      /** Its currency. */
      readonly currencyCode?: string;
      /** The bank's authorisation code. */
      readonly authCode?: string;
      /** The bank's reference of the payment. */
      readonly hostReference?: string;
      /** Why it was not carried out: a row may stand for an attempt that failed. */
      readonly errorCode?: string;
      /** The error's group. */
      readonly errorGroup?: string;
      /** The error's message. */
      readonly errorMessage?: string;
    }[];
    /** The basket's items. */
    readonly itemTransactions?: readonly {
      /** Id of this item's payment: what `refund` takes. */
      readonly paymentTransactionId: string;
      /** 0 in fraud review, -1 refused by it, 1 approved (in a marketplace: awaits approval), 2 approved. */
      readonly transactionStatus?: number;
      /** The item's price. A decimal string without trailing zeros. */
      readonly price?: string;
      /** What was paid; no more than this can be given back. A decimal string without trailing zeros. */
      readonly paidPrice?: string;
      /** The refunds of this item. */
      readonly refunds?: readonly {
        /** iyzico's id of the refund. */
        readonly refundTxId?: string;
        /** The conversationId the refund was made with. */
        readonly refundConversationId?: string;
        /** The amount that was given back. A decimal string without trailing zeros. */
        readonly refundPrice?: string;
        /** A code; 1 was seen on what was carried out, 0 on what failed, the others are not documented. */
        readonly refundStatus?: number;
        /** Whether the merchant had been paid out before. */
        readonly isAfterSettlement?: boolean;
        /** When it was made, ISO 8601. */
        readonly createdDate?: string;
        /** Its currency. */
        readonly currencyCode?: string;
        /** The bank's authorisation code. */
        readonly authCode?: string;
        /** The bank's reference of the payment. */
        readonly hostReference?: string;
        /** Why it was not carried out: a row may stand for an attempt that failed. */
        readonly errorCode?: string;
        /** The error's group. */
        readonly errorGroup?: string;
        /** The error's message. */
        readonly errorMessage?: string;
      }[];
    }[];
  }[];
}

/** Lists the payments, refunds and cancels of one day, page by page: hold it against your books with `Audit`. The list lags behind, for hours at times, so an absence in it proves nothing on the same day. Nothing moves, so it may be asked again. */
export interface TransactionsParams {
  /** Language of iyzico's messages and of this package's issues; iyzico's own default is `tr`. */
  locale?: "tr" | "en" | undefined;
  /** Your own id of this question. */
  conversationId?: string | undefined;
  /** The day, `YYYY-MM-DD`, by Turkey's clocks (+03:00); iyzico goes back two years at most. */
  transactionDate: string;
  /** The page, from 1. */
  page: number;
}

/** The data of a successful `transactions`. */
export interface TransactionsData {
  /** Language of the answer. */
  readonly locale?: string;
  /** iyzico's clock at the answer, milliseconds since 1970. */
  readonly systemTime?: number;
  /** The question's `conversationId`. */
  readonly conversationId?: string;
  /** The page that this is. */
  readonly currentPage: number;
  /** How many pages the day has. */
  readonly totalPageCount: number;
  /** The rows of this page. */
  readonly transactions: readonly {
    /** `PAYMENT`, `REFUND` or `CANCEL`. */
    readonly transactionType: string;
    /** `yyyy-MM-dd HH:mm:ss` without a zone, by Turkey's clocks (+03:00). */
    readonly transactionDate?: string;
    /** iyzico's id of the row. */
    readonly transactionId?: string;
    /** 1 or 2 approved (1 of a marketplace: the sub-merchant's share is not approved yet), 0 held for a review of fraud, -1 rejected. */
    readonly transactionStatus?: number;
    /** Whether the money had been paid out to the merchant before. */
    readonly afterSettlement?: boolean;
    /** Id of the item's payment: what `refund` takes as `paymentTransactionId`. */
    readonly paymentTxId?: string;
    /** The payment's id. */
    readonly paymentId?: string;
    /** A conversationId. Whose a refund's row carries is not documented: the refund's, the payment's, or none. */
    readonly conversationId?: string;
    /** `AUTH`, `PRE_AUTH` or `POST_AUTH`. */
    readonly paymentPhase?: string;
    /** The price. A decimal string without trailing zeros. */
    readonly price?: string;
    /** What was paid or given back. A decimal string without trailing zeros. */
    readonly paidPrice?: string;
    /** Its currency. */
    readonly transactionCurrency?: string;
    /** In how many instalments it is paid. */
    readonly installment?: number;
    /** Whether it was paid with 3-D Secure. */
    readonly threeDS?: boolean;
    /** The currency that is paid out. */
    readonly settlementCurrency?: string;
    /** The bank's connection. */
    readonly connectorType?: string;
    /** The bank's id of the order. */
    readonly posOrderId?: string;
    /** The bank's authorisation code. */
    readonly authCode?: string;
    /** The bank's reference; whether a refund's row carries its own or the payment's is not documented. */
    readonly hostReference?: string;
    /** Your own id of the basket. */
    readonly basketId?: string;
    /** Of a payment: iyzico's commission. A decimal string without trailing zeros. */
    readonly iyzicoCommission?: string;
    /** Of a payment: iyzico's fee. A decimal string without trailing zeros. */
    readonly iyzicoFee?: string;
    /** Of a payment: the rate of exchange. A decimal string without trailing zeros. */
    readonly parity?: string;
    /** Of a payment: what the exchange costs. A decimal string without trailing zeros. */
    readonly iyzicoConversionAmount?: string;
    /** Of a payment: what is paid out to the merchant. A decimal string without trailing zeros. */
    readonly merchantPayoutAmount?: string;
    /** Of a payment: what is paid out to the sub-merchant. A decimal string without trailing zeros. */
    readonly subMerchantPayoutAmount?: string;
  }[];
}

/** Gives back lines of a sale, whole or in part. Ask `refundableSaleInfo` first and pass its data as `sale`: then no line can ask for more than is left. Without `sale` the lines are checked for form only and iyzico decides. */
export interface TerminalRefundParams {
  /** Language of iyzico's messages and of this package's issues; iyzico's own default is `TR`. */
  locale?: "TR" | "EN" | "tr" | "en" | undefined;
  /** Your own id to correlate request and answer; iyzico makes one when it is left out. */
  conversationId?: string | undefined;
  /** The till's id, such as `P00134`; at most 64 characters. */
  deviceUniqueId: string;
  /** The `paymentId` of the sale's answer, such as `PAY-9876543`. */
  paymentId: string;
  /** The day of the sale as its answer gave it: YYYYMMDD, a number or 8 digits; sent as a number. */
  paymentDate: string | number;
  /** Your own new id of THIS refund or void, not the sale's: by it the status query finds what became of it, so give each intent a different one and keep it. Printable ASCII without a space at either end, at most 255 characters. */
  transactionReferenceId: string;
  /** Name of your sales application. */
  saleAppName: string;
  /** Its version. */
  saleAppVersion: string;
  /** Phone number that a text message goes to; the documents' example is `5551234567`. */
  notificationPhone?: string | undefined;
  /** E-mail address that a message goes to. */
  notificationEmail?: string | undefined;
  /** The `saleUid` of `refundableSaleInfo`. The documents tell you to send it, and leave it out of the request's fields. */
  relatedSaleId?: string | undefined;
  /** The lines that go back, at least one. */
  saleItems: readonly {
    /** The `id` of the line in `refundableSaleInfo`, a string. Only in the later edition of the documents. */
    relatedSaleItemId?: string | undefined;
    /** The product's or service's name. */
    name: string;
    /** Whether the line stands for goods of no one kind. */
    generic?: boolean | undefined;
    /** The unit's code; `C62` is a piece (UN/ECE recommendation 20). */
    unitCode: string;
    /** The VAT group's code; no list is published. */
    taxGroupCode: string;
    /** How many go back: a whole number greater than zero. */
    itemQuantity: number;
    /** Price of one, greater than zero. */
    unitPriceAmount: string | number;
    /** Gross price, greater than zero. */
    grossPriceAmount: string | number;
    /** Price of all of them, greater than zero. */
    totalPriceAmount: string | number;
    /** What is given back of this line, greater than zero. Only in the later edition of the documents. */
    returnAmount?: string | number | undefined;
  }[];
}

/** The data of a successful `terminal.refund`. */
export interface TerminalRefundData {
  /** The request's `conversationId`, or one of iyzico's. */
  readonly conversationId?: string;
  /** iyzico's clock at the answer, milliseconds since 1970. */
  readonly systemTime?: number;
  /** The till it was carried out at. */
  readonly deviceUniqueId: string;
  /** The request's `transactionReferenceId`. */
  readonly transactionReferenceId: string;
  /** The amount that was given back. A decimal string without trailing zeros. */
  readonly price?: string;
  /** The VAT in it. A decimal string without trailing zeros. */
  readonly vatAmount?: string;
  /** Its currency. */
  readonly currency?: string;
  /** The document's number. */
  readonly invoiceNo?: string;
  /** The bank's authorisation code. */
  readonly authCode?: string;
  /** The bank's reference. */
  readonly hostReference?: string;
  /** The card's first digits. */
  readonly binNumber?: string;
  /** The card's last four digits. */
  readonly lastFourDigits?: string;
  /** The acquiring bank. */
  readonly acquirerName?: string;
  /** The acquiring bank's id. */
  readonly acquirerId?: string;
  /** The till's batch. */
  readonly batchNo?: string;
}

/** Takes a whole sale back on the day it was made. After the till's day end, refund instead. The zone of that day is not documented: let iyzico answer. */
export interface TerminalVoidParams {
  /** Language of iyzico's messages and of this package's issues; iyzico's own default is `TR`. */
  locale?: "TR" | "EN" | "tr" | "en" | undefined;
  /** Your own id to correlate request and answer; iyzico makes one when it is left out. */
  conversationId?: string | undefined;
  /** The till's id, such as `P00134`; at most 64 characters. */
  deviceUniqueId: string;
  /** The `paymentId` of the sale's answer, such as `PAY-9876543`. */
  paymentId: string;
  /** The day of the sale as its answer gave it: YYYYMMDD, a number or 8 digits; sent as a number. */
  paymentDate: string | number;
  /** Your own new id of THIS refund or void, not the sale's: by it the status query finds what became of it, so give each intent a different one and keep it. Printable ASCII without a space at either end, at most 255 characters. */
  transactionReferenceId: string;
  /** Why, in your own words. */
  reason?: string | undefined;
  /** More about it. */
  description?: string | undefined;
}

/** The data of a successful `terminal.void`. */
export interface TerminalVoidData {
  /** The request's `conversationId`, or one of iyzico's. */
  readonly conversationId?: string;
  /** iyzico's clock at the answer, milliseconds since 1970. */
  readonly systemTime?: number;
  /** The till it was carried out at. */
  readonly deviceUniqueId: string;
  /** The request's `transactionReferenceId`. */
  readonly transactionReferenceId: string;
  /** The sale's `paymentId`. */
  readonly paymentId: string;
  /** The amount that was voided: the whole sale. A decimal string without trailing zeros. */
  readonly price?: string;
  /** Its currency. */
  readonly currency?: string;
  /** The bank's authorisation code. */
  readonly authCode?: string;
  /** The bank's reference of the sale. */
  readonly hostReference?: string;
  /** The bank's reference of the void. */
  readonly cancelHostReference?: string;
  /** The day it was carried out; the format is not documented. */
  readonly transactionDate?: string;
  /** The time it was carried out; the format is not documented. */
  readonly transactionTime?: string;
  /** The day of the sale, YYYYMMDD. */
  readonly paymentDate?: number;
  /** When it was carried out, date and time; the format is not documented. */
  readonly transactionDateTime?: string;
  /** The card's first digits. */
  readonly binNumber?: string;
  /** The card's last four digits. */
  readonly lastFourDigits?: string;
}

/** Asks what may still be given back of a sale, line by line. Nothing moves, so it may be asked again. */
export interface TerminalRefundableSaleInfoParams {
  /** Language of iyzico's messages and of this package's issues; iyzico's own default is `TR`. */
  locale?: "TR" | "EN" | "tr" | "en" | undefined;
  /** Your own id to correlate request and answer; iyzico makes one when it is left out. */
  conversationId?: string | undefined;
  /** The till's id, such as `P00134`; at most 64 characters. */
  deviceUniqueId?: string | undefined;
  /** The id that the ORIGINAL SALE was made with. In a refund or void, the field of this name is that operation's own. */
  transactionReferenceId: string;
}

/** The data of a successful `terminal.refundableSaleInfo`. */
export interface TerminalRefundableSaleInfoData {
  /** The request's `conversationId`, or one of iyzico's. */
  readonly conversationId?: string;
  /** iyzico's clock at the answer, milliseconds since 1970. */
  readonly systemTime?: number;
  /** The sale's number. */
  readonly saleNumber?: string;
  /** The sale's id: the refund's `relatedSaleId`. */
  readonly saleUid?: string;
  /** What may still be given back in all. A decimal string without trailing zeros. */
  readonly totalReturnableAmount?: string;
  /** Its currency. */
  readonly currency?: string;
  /** The sale's lines. */
  readonly saleItems?: readonly {
    /** The line's id, as a string: the refund's `relatedSaleItemId`. */
    readonly id?: string;
    /** The line's name. */
    readonly name?: string;
    /** How many were sold. */
    readonly itemQuantity?: number;
    /** What was paid for them. A decimal string without trailing zeros. */
    readonly totalPriceAmount?: string;
    /** The VAT in it. A decimal string without trailing zeros. */
    readonly vatAmount?: string;
    /** How many may still come back. */
    readonly returnableQuantity?: number;
    /** What may still be given back of the line. A decimal string without trailing zeros. */
    readonly returnableAmount?: string;
  }[];
}

/** Asks what became of a sale, a refund or a void, by its own `transactionReferenceId` or the sale's `paymentId`. Read-back after an `unknown`; nothing moves, so it may be asked again. */
export type TerminalTransactionStatusParams = {
  /** Language of iyzico's messages and of this package's issues; iyzico's own default is `TR`. */
  locale?: "TR" | "EN" | "tr" | "en" | undefined;
  /** Your own id to correlate request and answer; iyzico makes one when it is left out. */
  conversationId?: string | undefined;
  /** The till's id, such as `P00134`; at most 64 characters. */
  deviceUniqueId?: string | undefined;
} & (
  | {
      /** The sale's `paymentId`; or `transactionReferenceId`, or both. */
      paymentId: string;
      /** The id that the operation you ask about was made with: the refund's, void's or sale's own. */
      transactionReferenceId?: string | undefined;
    }
  | {
      /** The sale's `paymentId`; or `transactionReferenceId`, or both. */
      paymentId?: string | undefined;
      /** The id that the operation you ask about was made with: the refund's, void's or sale's own. */
      transactionReferenceId: string;
    }
);

/** The data of a successful `terminal.transactionStatus`. */
export interface TerminalTransactionStatusData {
  /** The request's `conversationId`, or one of iyzico's. */
  readonly conversationId?: string;
  /** iyzico's clock at the answer, milliseconds since 1970. */
  readonly systemTime?: number;
  /** The till. */
  readonly deviceUniqueId?: string;
  /** The reference that was asked about, else the sale's. */
  readonly transactionReferenceId?: string;
  /** When it was carried out, date and time; the format is not documented. */
  readonly transactionDateTime?: string;
  /** The sale's `paymentId`. */
  readonly paymentId?: string;
  /** The day of the sale, YYYYMMDD. */
  readonly paymentDate?: number;
  /** The sale's amount. A decimal string without trailing zeros. */
  readonly price?: string;
  /** Its currency. */
  readonly currency?: string;
  /** In how many instalments it is paid. */
  readonly installment?: number;
  /** The acquiring bank's id. */
  readonly acquirerId?: string;
  /** The bank's authorisation code. */
  readonly authCode?: string;
  /** The card's first digits. */
  readonly binNumber?: string;
  /** The card's last four digits. */
  readonly lastFourDigits?: string;
  /** The bank's reference of the sale. */
  readonly hostReference?: string;
  /** The till's batch. */
  readonly batchNo?: string;
  /** The sale's number. */
  readonly saleNumber?: string;
  /** The bank's reference of the void. */
  readonly cancelHostReference?: string;
  /** The bank's reference of the refund, if there was one. */
  readonly refundHostReference?: string;
  /** The sale's lines, as they were sold. */
  readonly saleItems?: readonly {
    /** The line's name. */
    readonly name?: string;
    /** The unit's code. */
    readonly unitCode?: string;
    /** The VAT group's code, which a refund of the line needs as well. */
    readonly taxGroupCode?: string;
    /** How many were sold. */
    readonly itemQuantity?: number;
    /** Price of one. A decimal string without trailing zeros. */
    readonly unitPriceAmount?: string;
    /** Price of all of them. A decimal string without trailing zeros. */
    readonly totalPriceAmount?: string;
  }[];
}

/** Asks for a one-time code for a terminal user. */
export interface LoginAuthorizeParams {
  /** The terminal user's name. */
  username: string;
  /** The terminal user's password. */
  password: string;
  /** The time of the request as a Unix timestamp, in digits. Whether iyzico counts seconds or milliseconds is not documented, so what you pass is sent as it is. */
  request_timestamp: string;
}

/** The data of a successful `login.authorize`. */
export interface LoginAuthorizeData {
  /** Good once and for a short time (ten minutes in iyzico's sample). */
  readonly code: string;
  /** When it was made, ISO 8601. */
  readonly issuedAt?: string;
  /** Until when it is good, ISO 8601. */
  readonly expiredAt?: string;
}

/** Exchanges a code for an access token and a refresh token. */
export interface LoginTokenParams {
  /** The code of `authorize`. */
  code: string;
}

/** The data of a successful `login.token`. */
export interface LoginTokenData {
  /** What `IyzicoTerminal` takes. */
  readonly access_token: string;
  /** What `refresh` takes. */
  readonly refresh_token?: string;
  /** What the token is good for. */
  readonly scope?: string;
  /** `Bearer`. */
  readonly token_type?: string;
  /** For how many seconds the access token is good (7199 in iyzico's sample). */
  readonly expires_in?: number;
}

/** Exchanges a refresh token for new tokens. Documented in English only; the Turkish page says to log in again. */
export interface LoginRefreshParams {
  /** The `refresh_token` of the last login. */
  refresh_token: string;
}

/** The data of a successful `login.refresh`. */
export interface LoginRefreshData {
  /** What `IyzicoTerminal` takes. */
  readonly access_token: string;
  /** What `refresh` takes. */
  readonly refresh_token?: string;
  /** What the token is good for. */
  readonly scope?: string;
  /** `Bearer`. */
  readonly token_type?: string;
  /** For how many seconds the access token is good (7199 in iyzico's sample). */
  readonly expires_in?: number;
}

/** The params of each operation. */
export interface Params {
  /** Gives back one basket item of a payment, whole or in part, as often as something is left of what was paid for it, within 365 days of the payment. */
  refund: RefundParams;
  /** Gives back an amount of a payment without naming an item. Refused for marketplace merchants (error 5266); for baskets of more than one item iyzico advises the refund by item. */
  refundV2: RefundV2Params;
  /** Cancels a whole payment before the bank closes its day; nothing shows on the cardholder's statement. The hour and zone of that close are not documented: let iyzico answer. */
  cancel: CancelParams;
  /** Gives back one basket item of a marketplace payment and charges it to the merchant instead of the sub-merchant. Found in the official SDKs only, not in the current documents; its answer is not known to be signed. */
  refundChargedFromMerchant: RefundChargedFromMerchantParams;
  /** Begins a refund of a whole payment to the shopper's iyzico balance. No money moves by this call: the shopper confirms on iyzico's page. The documents print another path, that of the marketplace approval; every official SDK calls this one. */
  refundToBalance: RefundToBalanceParams;
  /** Asks what became of a payment: its items, refunds and cancels. The query is not signed, as in every official SDK. Read-back after an `unknown`; nothing moves, so it may be asked again. */
  paymentDetails: PaymentDetailsParams;
  /** Lists the payments, refunds and cancels of one day, page by page: hold it against your books with `Audit`. The list lags behind, for hours at times, so an absence in it proves nothing on the same day. Nothing moves, so it may be asked again. */
  transactions: TransactionsParams;
  /** Gives back lines of a sale, whole or in part. Ask `refundableSaleInfo` first and pass its data as `sale`: then no line can ask for more than is left. Without `sale` the lines are checked for form only and iyzico decides. */
  "terminal.refund": TerminalRefundParams;
  /** Takes a whole sale back on the day it was made. After the till's day end, refund instead. The zone of that day is not documented: let iyzico answer. */
  "terminal.void": TerminalVoidParams;
  /** Asks what may still be given back of a sale, line by line. Nothing moves, so it may be asked again. */
  "terminal.refundableSaleInfo": TerminalRefundableSaleInfoParams;
  /** Asks what became of a sale, a refund or a void, by its own `transactionReferenceId` or the sale's `paymentId`. Read-back after an `unknown`; nothing moves, so it may be asked again. */
  "terminal.transactionStatus": TerminalTransactionStatusParams;
  /** Asks for a one-time code for a terminal user. */
  "login.authorize": LoginAuthorizeParams;
  /** Exchanges a code for an access token and a refresh token. */
  "login.token": LoginTokenParams;
  /** Exchanges a refresh token for new tokens. Documented in English only; the Turkish page says to log in again. */
  "login.refresh": LoginRefreshParams;
}

/** The data of a success of each operation. */
export interface Answers {
  /** The data of a successful `refund`. */
  refund: RefundData;
  /** The data of a successful `refundV2`. */
  refundV2: RefundV2Data;
  /** The data of a successful `cancel`. */
  cancel: CancelData;
  /** The data of a successful `refundChargedFromMerchant`. */
  refundChargedFromMerchant: RefundChargedFromMerchantData;
  /** The data of a successful `refundToBalance`. */
  refundToBalance: RefundToBalanceData;
  /** The data of a successful `paymentDetails`. */
  paymentDetails: PaymentDetailsData;
  /** The data of a successful `transactions`. */
  transactions: TransactionsData;
  /** The data of a successful `terminal.refund`. */
  "terminal.refund": TerminalRefundData;
  /** The data of a successful `terminal.void`. */
  "terminal.void": TerminalVoidData;
  /** The data of a successful `terminal.refundableSaleInfo`. */
  "terminal.refundableSaleInfo": TerminalRefundableSaleInfoData;
  /** The data of a successful `terminal.transactionStatus`. */
  "terminal.transactionStatus": TerminalTransactionStatusData;
  /** The data of a successful `login.authorize`. */
  "login.authorize": LoginAuthorizeData;
  /** The data of a successful `login.token`. */
  "login.token": LoginTokenData;
  /** The data of a successful `login.refresh`. */
  "login.refresh": LoginRefreshData;
}

/** A method for each of a merchant's operations. */
export interface Operations {
  /**
   * Gives back one basket item of a payment, whole or in part, as often as something is left of what was paid for it, within 365 days of the payment.
   *
   * `POST /payment/refund`
   *
   * @throws `IyzicoValidationError` with every issue at once
   * @see https://docs.iyzico.com/en/advanced/refund-and-cancel
   */
  refund(params: RefundParams): SignedRequest<"refund">;

  /**
   * Gives back an amount of a payment without naming an item. Refused for marketplace merchants (error 5266); for baskets of more than one item iyzico advises the refund by item.
   *
   * `POST /v2/payment/refund`
   *
   * @throws `IyzicoValidationError` with every issue at once
   * @see https://docs.iyzico.com/en/advanced/refund-and-cancel
   */
  refundV2(params: RefundV2Params): SignedRequest<"refundV2">;

  /**
   * Cancels a whole payment before the bank closes its day; nothing shows on the cardholder's statement. The hour and zone of that close are not documented: let iyzico answer.
   *
   * `POST /payment/cancel`
   *
   * @throws `IyzicoValidationError` with every issue at once
   * @see https://docs.iyzico.com/en/advanced/refund-and-cancel
   */
  cancel(params: CancelParams): SignedRequest<"cancel">;

  /**
   * Gives back one basket item of a marketplace payment and charges it to the merchant instead of the sub-merchant. Found in the official SDKs only, not in the current documents; its answer is not known to be signed.
   *
   * `POST /payment/iyzipos/refund/merchant/charge`
   *
   * @throws `IyzicoValidationError` with every issue at once
   * @see https://github.com/iyzico/iyzipay-node (lib/resources/RefundChargedFromMerchant.js)
   */
  refundChargedFromMerchant(params: RefundChargedFromMerchantParams): SignedRequest<"refundChargedFromMerchant">;

  /**
   * Begins a refund of a whole payment to the shopper's iyzico balance. No money moves by this call: the shopper confirms on iyzico's page. The documents print another path, that of the marketplace approval; every official SDK calls this one.
   *
   * `POST /payment/refund-to-balance/init`
   *
   * @throws `IyzicoValidationError` with every issue at once
   * @see https://github.com/iyzico/iyzipay-node (lib/resources/RefundToBalance.js)
   */
  refundToBalance(params: RefundToBalanceParams): SignedRequest<"refundToBalance">;

  /**
   * Asks what became of a payment: its items, refunds and cancels. The query is not signed, as in every official SDK. Read-back after an `unknown`; nothing moves, so it may be asked again.
   *
   * `GET /v2/reporting/payment/details`
   *
   * @throws `IyzicoValidationError` with every issue at once
   * @see https://docs.iyzico.com/en/advanced/reporting-service
   */
  paymentDetails(params: PaymentDetailsParams): SignedRequest<"paymentDetails">;

  /**
   * Lists the payments, refunds and cancels of one day, page by page: hold it against your books with `Audit`. The list lags behind, for hours at times, so an absence in it proves nothing on the same day. Nothing moves, so it may be asked again.
   *
   * `GET /v2/reporting/payment/transactions`
   *
   * @throws `IyzicoValidationError` with every issue at once
   * @see https://docs.iyzico.com/en/advanced/reporting-service
   */
  transactions(params: TransactionsParams): SignedRequest<"transactions">;
}

/** A method for each of a terminal's operations. */
export interface TerminalOperations {
  /**
   * Gives back lines of a sale, whole or in part. Ask `refundableSaleInfo` first and pass its data as `sale`: then no line can ask for more than is left. Without `sale` the lines are checked for form only and iyzico decides.
   *
   * `POST /v2/terminal-host/gmu/payment/refund`
   *
   * @throws `IyzicoValidationError` with every issue at once
   * @see https://docs.iyzico.com/en/products/physical-pos/terminal-api-integration/vuk-507-services/void-refund
   */
  refund(params: TerminalRefundParams, context?: SaleContext): SignedRequest<"terminal.refund">;

  /**
   * Takes a whole sale back on the day it was made. After the till's day end, refund instead. The zone of that day is not documented: let iyzico answer.
   *
   * `POST /v2/terminal-host/gmu/payment/void`
   *
   * @throws `IyzicoValidationError` with every issue at once
   * @see https://docs.iyzico.com/en/products/physical-pos/terminal-api-integration/vuk-507-services/void-refund
   */
  void(params: TerminalVoidParams): SignedRequest<"terminal.void">;

  /**
   * Asks what may still be given back of a sale, line by line. Nothing moves, so it may be asked again.
   *
   * `POST /v2/terminal-host/gmu/payment/refundable-sale-info`
   *
   * @throws `IyzicoValidationError` with every issue at once
   * @see https://docs.iyzico.com/en/products/physical-pos/terminal-api-integration/vuk-507-services/void-refund
   */
  refundableSaleInfo(params: TerminalRefundableSaleInfoParams): SignedRequest<"terminal.refundableSaleInfo">;

  /**
   * Asks what became of a sale, a refund or a void, by its own `transactionReferenceId` or the sale's `paymentId`. Read-back after an `unknown`; nothing moves, so it may be asked again.
   *
   * `POST /v2/terminal-host/gmu/payment/query-transaction-status`
   *
   * @throws `IyzicoValidationError` with every issue at once
   * @see https://docs.iyzico.com/en/products/physical-pos/terminal-api-integration/vuk-507-services/payment-and-transaction-services
   */
  transactionStatus(params: TerminalTransactionStatusParams): SignedRequest<"terminal.transactionStatus">;
}

/** A method for each of the login's steps. */
export interface LoginOperations {
  /**
   * Asks for a one-time code for a terminal user.
   *
   * `POST /in-store/oauth2/authorize`
   *
   * @throws `IyzicoValidationError` with every issue at once
   * @see https://docs.iyzico.com/en/products/physical-pos/terminal-api-integration/login
   */
  authorize(params: LoginAuthorizeParams): LoginRequest<"login.authorize">;

  /**
   * Exchanges a code for an access token and a refresh token.
   *
   * `POST /in-store/oauth2/token`
   *
   * @throws `IyzicoValidationError` with every issue at once
   * @see https://docs.iyzico.com/en/products/physical-pos/terminal-api-integration/login
   */
  token(params: LoginTokenParams): LoginRequest<"login.token">;

  /**
   * Exchanges a refresh token for new tokens. Documented in English only; the Turkish page says to log in again.
   *
   * `POST /in-store/oauth2/token/refresh`
   *
   * @throws `IyzicoValidationError` with every issue at once
   * @see https://docs.iyzico.com/en/products/physical-pos/terminal-api-integration/login
   */
  refresh(params: LoginRefreshParams): LoginRequest<"login.refresh">;
}

/** The events that a webhook can bring, by shape. */
export interface WebhookEvents {
  /** A payment on a page of iyzico's: checkout form, pay with iyzico. */
  hosted: {
    /** What happened; the lists of the documents change, and some names stand on two of them. */
    readonly iyziEventType: string;
    /** When, milliseconds since 1970. */
    readonly iyziEventTime?: number;
    /** iyzico's id of the event. */
    readonly iyziReferenceCode?: string;
    /** The merchant's id; not signed. */
    readonly merchantId?: string;
    /** The payment's id. */
    readonly iyziPaymentId: string;
    /** The token of the page, as its initialise answered it. */
    readonly token: string;
    /** The conversationId the payment was made with. */
    readonly paymentConversationId: string;
    /** Such as `SUCCESS`, `FAILURE`, `INIT_THREEDS` or `CALLBACK_THREEDS`. */
    readonly status: string;
  };
  /** A subscription's order was paid, or could not be. */
  subscription: {
    /** What happened; the lists of the documents change, and some names stand on two of them. */
    readonly iyziEventType: string;
    /** When, milliseconds since 1970. */
    readonly iyziEventTime?: number;
    /** iyzico's id of the event. */
    readonly iyziReferenceCode?: string;
    /** The subscription. */
    readonly subscriptionReferenceCode: string;
    /** The order of this period. */
    readonly orderReferenceCode: string;
    /** The subscriber. */
    readonly customerReferenceCode: string;
  };
  /** A payment through the API, or a step of one. */
  direct: {
    /** What happened; the lists of the documents change, and some names stand on two of them. */
    readonly iyziEventType: string;
    /** When, milliseconds since 1970. */
    readonly iyziEventTime?: number;
    /** iyzico's id of the event. */
    readonly iyziReferenceCode?: string;
    /** The merchant's id; not signed. */
    readonly merchantId?: string;
    /** The payment's id. */
    readonly paymentId: string;
    /** The conversationId the payment was made with. */
    readonly paymentConversationId: string;
    /** Such as `SUCCESS`, `FAILURE`, `INIT_THREEDS` or `CALLBACK_THREEDS`. */
    readonly status: string;
    /** The payment's id. */
    readonly iyziPaymentId?: string;
  };
}
