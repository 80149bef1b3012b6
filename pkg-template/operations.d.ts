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
  /** The amount is zero. */
  | "amount_zero"
  /** The base URL is not https (or http on this machine), or has a user, a query or a fragment. */
  | "base_url"
  /** The body is not a string. */
  | "body"
  /** iyzico's own figures contradict each other. */
  | "contradiction"
  /** The text contains a control character; line breaks and tabs are fine in free text only. */
  | "control_character"
  /** Not a whole number greater than zero. */
  | "count"
  /** Not a currency that iyzico accepts. */
  | "currency"
  /** Not a calendar day as YYYYMMDD. */
  | "date"
  /** Not a calendar day as YYYY-MM-DD. */
  | "day"
  /** The draft differs from what its own fields produce. */
  | "draft_altered"
  /** A value that must be unique occurs twice. */
  | "duplicate"
  /** An empty string where a value is needed. */
  | "empty"
  /** Not an environment of iyzico's. There is no default. */
  | "environment"
  /** Not in the form of iyzico's ids. */
  | "id_format"
  /** Neither an IPv4 nor an IPv6 address. */
  | "ip"
  /** The key has a space, a control character or a non-ASCII character. */
  | "key_characters"
  /** Not a language of iyzico's answers. */
  | "locale"
  /** A lone surrogate, which has no UTF-8 form. */
  | "lone_surrogate"
  /** Not an HTTP method that iyzico uses. */
  | "method"
  /** A required field is missing. */
  | "missing"
  /** More money than is left of this line of the sale. */
  | "more_than_returnable_amount"
  /** More pieces than are left of this line of the sale. */
  | "more_than_returnable_quantity"
  /** The lines together exceed what is left of the sale. */
  | "more_than_total_returnable_amount"
  /** More than `upTo`. */
  | "more_than_up_to"
  /** An empty list where an item is needed. */
  | "no_items"
  /** The params are not an object. */
  | "not_an_object"
  /** The text is not JSON, or names a field twice. */
  | "not_json"
  /** Two fields that exclude each other. */
  | "not_with"
  /** The request and the sale in `context` are about different sales. */
  | "other_sale"
  /** Not a path of iyzico's API. */
  | "path"
  /** A caller's id that systems on the way may alter. */
  | "reference_format"
  /** The host has no secure randomness at this moment. */
  | "randomness"
  /** Not one of the documented reasons. */
  | "reason"
  /** A description without a reason. */
  | "reason_required"
  /** Not a time in epoch milliseconds. */
  | "time"
  /** Not a state of a ledger entry. */
  | "state"
  /** A string with too many characters. */
  | "too_long"
  /** An object with too many members. */
  | "too_many"
  /** A value of another type. */
  | "type"
  /** An unknown field. */
  | "unknown_field"
  /** An unknown operation. */
  | "unknown_operation"
  /** The sale has no such line, or several with this name. */
  | "unknown_sale_item"
  /** Not an https address. */
  | "url"
  /** The object was used after `free()`. */
  | "freed";

/** Why an outcome is unknown. */
export type Reason =
  /** The answer says success and names an error, or is an unsigned success under an HTTP status of 400 or more. */
  | "contradiction"
  /** The answer is about another payment, item, amount, currency or conversation. */
  | "echo-mismatch"
  /** The answer is empty. */
  | "empty"
  /** iyzico or a gateway refused under the HTTP status of a time-out, a limit or a server failure. */
  | "http-status"
  /** The answer is JSON, but not an answer of this API. */
  | "malformed"
  /** No answer came. */
  | "no-answer"
  /** The answer is not JSON: cut off, HTML of a proxy, or anything else. */
  | "not-json"
  /** The argument is not an answer: pass `{ status, text }`, or `null` when none came. */
  | "not-text"
  /** The answer is a redirect. */
  | "redirect"
  /** The request is not one of this package's, or was altered. */
  | "request-unreadable"
  /** The answer says success, but lacks the signature that it must have. */
  | "signature-missing"
  /** The answer says success, but its signature is not this merchant's. */
  | "signature-wrong"
  /** The bank or iyzico did not finish in time, or its error leaves a doubt. */
  | "timeout-code"
  /** The answer is longer than any real one. */
  | "too-large"
  /** iyzico refused with a code that proves nothing: it is not published, or not spelled as iyzico spells codes. */
  | "unlisted-code";

/** Why read-back doesn't decide. */
export type Doubt =
  /** The answer's `systemTime` and `askedAt` differ by more than two minutes: a clock is wrong, or the answer is an old copy. */
  | "clock-skew"
  /** iyzico's summary, lists and amounts contradict each other. Ask again. */
  | "contradiction"
  /** A row that may be this request's is neither plainly carried out nor plainly failed. */
  | "doubtful-row"
  /** A row with its id was made more than ten minutes before it was sent: the id was used before. */
  | "earlier-row"
  /** A row with its id is of another item, list or currency. */
  | "elsewhere"
  /** The answer's HTTP status means a time-out, a limit or a server failure. */
  | "http-status"
  /** The answer lacks a list, an item or a figure that would decide. */
  | "incomplete"
  /** No answer came. */
  | "no-answer"
  /** A row without an id fits, or a row fits and the request has no id. */
  | "no-conversation-id"
  /** iyzico knows the operation, but has no bank reference of it: it is under way or was abandoned. */
  | "no-host-reference"
  /** The answer does not contain the payment or item. */
  | "not-found"
  /** The argument is not an answer: pass `{ status, text }`, or `null` when none came. */
  | "not-text"
  /** `sentAt` or `askedAt` is missing, or not in epoch milliseconds. Without them an absence never counts. */
  | "no-times"
  /** The rows with its id add up to another amount: a part of it, or twice as much. */
  | "other-amount"
  /** The answer may not be about this operation's own `transactionReferenceId`. */
  | "other-question"
  /** iyzico refused the question. */
  | "refused"
  /** The request moves no money, or can't be read. */
  | "request-unreadable"
  /** A row has an id that may be this request's: trimmed, cut, in another case or character set, or turned into a number. */
  | "similar-id"
  /** It is too soon after sending: the request may still be on its way, or not show yet. */
  | "too-early"
  /** It is not documented where iyzico lists this operation, so its absence proves nothing. */
  | "unlisted"
  /** The answer can't be read. */
  | "unreadable";

/** The state of a refund or cancel in your books. */
export type BookState =
  /** It happened: the outcome is `success`, or `reconcile` says `landed`. */
  | "done"
  /** It is not known yet: the outcome is `unknown`, or `reconcile` says `ambiguous`. */
  | "open"
  /** It did not happen: the outcome is `failure`, or `reconcile` says `not-landed`. */
  | "not-done";

/** How your books and iyzico's list differ. */
export type FindingKind =
  /** The books and the list both have it, with different amounts, currencies or targets. */
  | "different"
  /** It is open in the books and on the list: it happened. */
  | "landed"
  /** The books say that it did not happen, and it is on the list. */
  | "late"
  /** The books say that it happened, and it is on none of the three lists. */
  | "missing"
  /** These lists don't decide it. */
  | "undecided"
  /** It is on the list, and belongs to no entry of the books. */
  | "unexpected";

/** The reason of a finding. */
export type FindingReason =
  /** It is on no list. */
  | "absent"
  /** The amount differs, or the sum of the rows does. */
  | "amount"
  /** The currency differs. */
  | "currency"
  /** A row is neither approved nor rejected: it may be in review. */
  | "doubtful-row"
  /** A row with its id was made more than ten minutes before it was sent: the id was used before. */
  | "earlier-row"
  /** The list of the day has no row at all, although the books say that something happened: it may be another day's list, or not be ready yet. */
  | "empty-list"
  /** A list is incomplete, or changed while it was read. */
  | "incomplete"
  /** It is on the list. */
  | "listed"
  /** iyzico's list shows it as rejected. */
  | "rejected"
  /** The row with its id is of another item or payment. */
  | "target"
  /** The lists were read less than 25 hours after it was sent: they lag. */
  | "too-early"
  /** The payment has too many rows to try all their sums. */
  | "too-many-rows"
  /** A row has no amount, or two that differ. */
  | "unclear-amount"
  /** It is not documented where iyzico lists this operation, so its absence proves nothing. */
  | "unlisted";

/** Whether the list of a day was read. */
export type ListState =
  /** The list changed while it was read. Begin again with page 1. */
  | "changed"
  /** All pages have been read. */
  | "complete"
  /** Pages are missing. */
  | "incomplete";

/** Why a page of a list was not taken. */
export type PageDoubt =
  /** The answer's `systemTime` is more than two minutes before `askedAt`: it is an old copy. */
  | "clock-skew"
  /** The answer's HTTP status means a time-out, a limit or a server failure. */
  | "http-status"
  /** No answer came. */
  | "no-answer"
  /** The argument is not an answer: pass `{ status, text }`, or `null` when none came. */
  | "not-text"
  /** A row is of another day than the request, or the request is of a day that the audit doesn't need. */
  | "other-day"
  /** The answer is another page than the one asked for. */
  | "other-page"
  /** iyzico refused the question. */
  | "refused"
  /** The request is not a `transactions` request, or can't be read. */
  | "request-unreadable"
  /** The answer can't be read. */
  | "unreadable";

/** The state of a payment. */
export type PaymentState =
  /** Authorised only: the card holds the amount, and nothing was charged. */
  | "authorized"
  /** Cancelled as a whole. */
  | "cancelled"
  /** Paid, even if it has been refunded since. */
  | "paid"
  /** Never paid: it failed or was abandoned. */
  | "unpaid";

/** What to do after a failure. */
export type Advice =
  /** It is too late to cancel today's payment: refund it after the bank's day end. */
  | "after-day-end"
  /** The keys are wrong, belong to the other environment, or lack permission. */
  | "fix-credentials"
  /** The request is wrong: correct it. */
  | "fix-request"
  /** The bank or iyzico refused, and would refuse the same request again. */
  | "refused"
  /** iyzico refused with a code of its own that it does not publish: read back before any new attempt. */
  | "refused-unlisted"
  /** The access token has expired or is invalid: renew it and make a new attempt. */
  | "renew-token"
  /** Nothing happened; a new attempt may succeed later. */
  | "retry-later"
  /** Refund by item instead of by amount. */
  | "use-item-refund";

/** Why a webhook was refused. */
export type WebhookRefusal =
  /** A field that the signature covers is missing; for a subscription, maybe `merchantId`, which you must pass. */
  | "field-missing"
  /** The body is not a JSON object with fields of the right types. */
  | "malformed"
  /** It has no signature. iyzico signs webhooks only for merchants who asked for it. */
  | "signature-missing"
  /** The signature is not this merchant's over this body. */
  | "signature-wrong"
  /** It is longer than any real event. */
  | "too-large";

/** Refunds one basket item, whole or in part, as long as some of its paid amount is left, within 365 days of the payment. */
export interface RefundParams {
  /** Language of iyzico's messages and of this package's issues; iyzico's own default is `tr`. */
  locale?: "tr" | "en" | undefined;
  /** Your own id of this refund or cancel, a new one for each: iyzico returns it, and read-back finds the refund by it. Printable ASCII without a space at either end, at most 255 characters, so that no system alters it; iyzico's own maximum length (error 20) is not published. */
  conversationId?: string | undefined;
  /** Id of the basket item's payment (`itemTransactions[].paymentTransactionId` of the payment), a string. */
  paymentTransactionId: string;
  /** The amount to refund: greater than zero, at most 20 digits before and 8 after the point. Pass a string; a number is accepted only if it cannot have been rounded. Sent as a JSON number with exactly these digits. */
  price: string | number;
  /** Currency of the payment, ISO 4217. */
  currency?: "TRY" | "USD" | "EUR" | "GBP" | "CHF" | "NOK" | "RUB" | "IRR" | undefined;
  /** Address the request is made from. Mandatory in the 2018 documents, optional in the current ones. */
  ip?: string | undefined;
  /** The reason of the refund. Documented on the Turkish page only; sent in upper case. */
  reason?: "DOUBLE_PAYMENT" | "BUYER_REQUEST" | "FRAUD" | "OTHER" | "double_payment" | "buyer_request" | "fraud" | "other" | undefined;
  /** Free text about the reason, line breaks included; only together with `reason`. */
  description?: string | undefined;
  /** The amount that you know can still be refunded: a larger `price` is refused. Not sent. */
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
  /** The id of the refunded item's payment. */
  readonly paymentTransactionId: string;
  /** The refunded amount. A decimal string without trailing zeros. */
  readonly price: string;
  /** The currency. */
  readonly currency?: string;
  /** The bank's authorisation code. */
  readonly authCode?: string;
  /** The bank's reference of the payment. */
  readonly hostReference?: string;
  /** The bank's reference of the refund. */
  readonly refundHostReference?: string;
  /** Whether iyzico says that the operation can be tried again. */
  readonly retryable?: boolean;
}

/** Refunds an amount of a payment without naming an item. iyzico refuses it to marketplace merchants (error 5266), and advises the refund by item for baskets of more than one item. */
export interface RefundV2Params {
  /** Language of iyzico's messages and of this package's issues; iyzico's own default is `tr`. */
  locale?: "tr" | "en" | undefined;
  /** Your own id of this refund or cancel, a new one for each: iyzico returns it, and read-back finds the refund by it. Printable ASCII without a space at either end, at most 255 characters, so that no system alters it; iyzico's own maximum length (error 20) is not published. */
  conversationId?: string | undefined;
  /** The payment's id, a string. */
  paymentId: string;
  /** The amount to refund: greater than zero, at most 20 digits before and 8 after the point. Pass a string; a number is accepted only if it cannot have been rounded. Sent as a JSON number with exactly these digits. */
  price: string | number;
  /** Currency of the payment, ISO 4217. */
  currency?: "TRY" | "USD" | "EUR" | "GBP" | "CHF" | "NOK" | "RUB" | "IRR" | undefined;
  /** Address the request is made from. Mandatory in the 2018 documents, optional in the current ones. */
  ip?: string | undefined;
  /** The amount that you know can still be refunded: a larger `price` is refused. Not sent. */
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
  /** The refunded amount. A decimal string without trailing zeros. */
  readonly price: string;
  /** The currency. */
  readonly currency?: string;
  /** The bank's authorisation code. */
  readonly authCode?: string;
  /** The bank's reference of the payment. */
  readonly hostReference?: string;
  /** The bank's reference of the refund. */
  readonly refundHostReference?: string;
  /** Whether iyzico says that the operation can be tried again. */
  readonly retryable?: boolean;
}

/** Cancels a whole payment before the bank closes its day, so that nothing shows on the cardholder's statement. The hour and time zone are not documented: let iyzico decide. */
export interface CancelParams {
  /** Language of iyzico's messages and of this package's issues; iyzico's own default is `tr`. */
  locale?: "tr" | "en" | undefined;
  /** Your own id of this refund or cancel, a new one for each: iyzico returns it, and read-back finds the refund by it. Printable ASCII without a space at either end, at most 255 characters, so that no system alters it; iyzico's own maximum length (error 20) is not published. */
  conversationId?: string | undefined;
  /** The payment's id, a string. */
  paymentId: string;
  /** Address the request is made from. Mandatory in the 2018 documents, optional in the current ones. */
  ip?: string | undefined;
  /** The reason of the refund. Documented on the Turkish page only; sent in upper case. */
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
  /** The currency. */
  readonly currency?: string;
  /** The bank's authorisation code. */
  readonly authCode?: string;
  /** The bank's reference of the payment. */
  readonly hostReference?: string;
  /** The bank's reference of the cancel. */
  readonly cancelHostReference?: string;
}

/** Refunds one basket item of a marketplace payment and charges it to the merchant instead of the sub-merchant. Only the official SDKs have it, not the current documents; it is not known whether its answer is signed. */
export interface RefundChargedFromMerchantParams {
  /** Language of iyzico's messages and of this package's issues; iyzico's own default is `tr`. */
  locale?: "tr" | "en" | undefined;
  /** Your own id of this refund or cancel, a new one for each: iyzico returns it, and read-back finds the refund by it. Printable ASCII without a space at either end, at most 255 characters, so that no system alters it; iyzico's own maximum length (error 20) is not published. */
  conversationId?: string | undefined;
  /** Id of the basket item's payment (`itemTransactions[].paymentTransactionId` of the payment), a string. */
  paymentTransactionId: string;
  /** The amount to refund: greater than zero, at most 20 digits before and 8 after the point. Pass a string; a number is accepted only if it cannot have been rounded. Sent as a JSON number with exactly these digits. */
  price: string | number;
  /** Currency of the payment, ISO 4217. */
  currency?: "TRY" | "USD" | "EUR" | "GBP" | "CHF" | "NOK" | "RUB" | "IRR" | undefined;
  /** Address the request is made from. Mandatory in the 2018 documents, optional in the current ones. */
  ip?: string | undefined;
  /** The reason of the refund. Documented on the Turkish page only; sent in upper case. */
  reason?: "DOUBLE_PAYMENT" | "BUYER_REQUEST" | "FRAUD" | "OTHER" | "double_payment" | "buyer_request" | "fraud" | "other" | undefined;
  /** Free text about the reason, line breaks included; only together with `reason`. */
  description?: string | undefined;
  /** The amount that you know can still be refunded: a larger `price` is refused. Not sent. */
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
  /** The id of the refunded item's payment. */
  readonly paymentTransactionId: string;
  /** The refunded amount. A decimal string without trailing zeros. */
  readonly price: string;
  /** The currency. */
  readonly currency?: string;
  /** The bank's authorisation code. */
  readonly authCode?: string;
  /** The bank's reference of the payment. */
  readonly hostReference?: string;
  /** Whether iyzico says that the operation can be tried again. */
  readonly retryable?: boolean;
}

/** Begins a refund of a whole payment to the shopper's iyzico balance. This call moves no money: the shopper confirms on iyzico's page. The documents print the path of another service, the marketplace approval; this is the path of every official SDK. */
export interface RefundToBalanceParams {
  /** Language of iyzico's messages and of this package's issues; iyzico's own default is `tr`. */
  locale?: "tr" | "en" | undefined;
  /** Your own id of this refund or cancel, a new one for each: iyzico returns it, and read-back finds the refund by it. Printable ASCII without a space at either end, at most 255 characters, so that no system alters it; iyzico's own maximum length (error 20) is not published. */
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
  /** Identifies this refund in the callback. */
  readonly token: string;
  /** The page where the shopper confirms the refund. */
  readonly url: string;
}

/** Asks for the details of a payment: its items, refunds and cancels. Use it to read back after an `unknown`. It moves no money and may be sent again. The query is not signed, as in every official SDK. */
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
      /** The conversationId of the payment; iyzico answers with every payment that has it. */
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
    /** The paid amount; no more than this can be refunded. A decimal string without trailing zeros. */
    readonly paidPrice?: string;
    /** The payment's currency. */
    readonly currency?: string;
    /** The number of instalments. */
    readonly installment?: number;
    /** The conversationId of the payment. */
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
    /** The date of creation, ISO 8601. */
    readonly createdDate?: string;
    /** The cancels of this payment. */
    readonly cancels?: readonly {
      /** iyzico's id of the cancel. */
      readonly refundId?: string;
      /** The conversationId of the cancel. */
      readonly cancelConversationId?: string;
      /** The refunded amount. A decimal string without trailing zeros. */
      readonly refundPrice?: string;
      /** A status code: 1 was seen on carried-out rows, 0 on failed ones; the others are not documented. */
      readonly refundStatus?: number;
      /** Whether the payment had been settled to the merchant before. */
      readonly isAfterSettlement?: boolean;
      /** The date of creation, ISO 8601. */
      readonly createdDate?: string;
      /** The currency. */
      readonly currencyCode?: string;
      /** The bank's authorisation code. */
      readonly authCode?: string;
      /** The bank's reference of the payment. */
      readonly hostReference?: string;
      /** The error code of an attempt that failed. */
      readonly errorCode?: string;
      /** The error's group. */
      readonly errorGroup?: string;
      /** The error's message. */
      readonly errorMessage?: string;
    }[];
    /** The basket's items. */
    readonly itemTransactions?: readonly {
      /** The id of this item's payment, for `refund`. */
      readonly paymentTransactionId: string;
      /** 0 in fraud review, -1 refused by it, 1 approved (in a marketplace: awaits approval), 2 approved. */
      readonly transactionStatus?: number;
      /** The item's price. A decimal string without trailing zeros. */
      readonly price?: string;
      /** The paid amount; no more than this can be refunded. A decimal string without trailing zeros. */
      readonly paidPrice?: string;
      /** The refunds of this item. */
      readonly refunds?: readonly {
        /** iyzico's id of the refund. */
        readonly refundTxId?: string;
        /** The conversationId of the refund. */
        readonly refundConversationId?: string;
        /** The refunded amount. A decimal string without trailing zeros. */
        readonly refundPrice?: string;
        /** A status code: 1 was seen on carried-out rows, 0 on failed ones; the others are not documented. */
        readonly refundStatus?: number;
        /** Whether the payment had been settled to the merchant before. */
        readonly isAfterSettlement?: boolean;
        /** The date of creation, ISO 8601. */
        readonly createdDate?: string;
        /** The currency. */
        readonly currencyCode?: string;
        /** The bank's authorisation code. */
        readonly authCode?: string;
        /** The bank's reference of the payment. */
        readonly hostReference?: string;
        /** The error code of an attempt that failed. */
        readonly errorCode?: string;
        /** The error's group. */
        readonly errorGroup?: string;
        /** The error's message. */
        readonly errorMessage?: string;
      }[];
    }[];
  }[];
}

/** Lists the payments, refunds and cancels of one day, page by page, for `Audit`. The list may lag for hours, so a row that is missing on the same day proves nothing. It moves no money and may be sent again. */
export interface TransactionsParams {
  /** Language of iyzico's messages and of this package's issues; iyzico's own default is `tr`. */
  locale?: "tr" | "en" | undefined;
  /** Your own id of this question. */
  conversationId?: string | undefined;
  /** The day, `YYYY-MM-DD`, in Turkish time (+03:00); iyzico goes back two years at most. */
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
  /** The number of this page. */
  readonly currentPage: number;
  /** The number of pages of the day. */
  readonly totalPageCount: number;
  /** The rows of this page. */
  readonly transactions: readonly {
    /** `PAYMENT`, `REFUND` or `CANCEL`. */
    readonly transactionType: string;
    /** `yyyy-MM-dd HH:mm:ss` without a zone, in Turkish time (+03:00). */
    readonly transactionDate?: string;
    /** iyzico's id of the row. */
    readonly transactionId?: string;
    /** 1 or 2 approved (1 of a marketplace: the sub-merchant's share is not approved yet), 0 held for fraud review, -1 rejected. */
    readonly transactionStatus?: number;
    /** Whether the payment had been settled to the merchant before. */
    readonly afterSettlement?: boolean;
    /** The id of the item's payment: `paymentTransactionId` for `refund`. */
    readonly paymentTxId?: string;
    /** The payment's id. */
    readonly paymentId?: string;
    /** A conversationId. It is not documented whose the row of a refund has: the refund's, the payment's, or none. */
    readonly conversationId?: string;
    /** `AUTH`, `PRE_AUTH` or `POST_AUTH`. */
    readonly paymentPhase?: string;
    /** The price. A decimal string without trailing zeros. */
    readonly price?: string;
    /** The paid or refunded amount. A decimal string without trailing zeros. */
    readonly paidPrice?: string;
    /** The currency. */
    readonly transactionCurrency?: string;
    /** The number of instalments. */
    readonly installment?: number;
    /** Whether it was paid with 3-D Secure. */
    readonly threeDS?: boolean;
    /** The currency of the settlement. */
    readonly settlementCurrency?: string;
    /** The bank's connection. */
    readonly connectorType?: string;
    /** The bank's id of the order. */
    readonly posOrderId?: string;
    /** The bank's authorisation code. */
    readonly authCode?: string;
    /** The bank's reference. It is not documented whether the row of a refund has its own or the payment's. */
    readonly hostReference?: string;
    /** Your own id of the basket. */
    readonly basketId?: string;
    /** Of a payment: iyzico's commission. A decimal string without trailing zeros. */
    readonly iyzicoCommission?: string;
    /** Of a payment: iyzico's fee. A decimal string without trailing zeros. */
    readonly iyzicoFee?: string;
    /** Of a payment: the exchange rate. A decimal string without trailing zeros. */
    readonly parity?: string;
    /** Of a payment: the cost of the currency conversion. A decimal string without trailing zeros. */
    readonly iyzicoConversionAmount?: string;
    /** Of a payment: the amount paid out to the merchant. A decimal string without trailing zeros. */
    readonly merchantPayoutAmount?: string;
    /** Of a payment: the amount paid out to the sub-merchant. A decimal string without trailing zeros. */
    readonly subMerchantPayoutAmount?: string;
  }[];
}

/** Refunds lines of a sale, whole or in part. Send `refundableSaleInfo` first and pass its data as `sale`: then no line can refund more than is left. Without `sale`, only the form of the lines is checked, and iyzico decides. */
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
  /** Your own id of THIS refund or void, not the sale's, a new one for each: `transactionStatus` finds the operation by it. Printable ASCII without a space at either end, at most 255 characters. */
  transactionReferenceId: string;
  /** Name of your sales application. */
  saleAppName: string;
  /** The version of your sales application. */
  saleAppVersion: string;
  /** Phone number for a text message to the customer; the documents' example is `5551234567`. */
  notificationPhone?: string | undefined;
  /** Email address for a message to the customer. */
  notificationEmail?: string | undefined;
  /** The `saleUid` of `refundableSaleInfo`. The documents tell you to send it, but don't list it among the request's fields. */
  relatedSaleId?: string | undefined;
  /** The lines to refund, at least one. */
  saleItems: readonly {
    /** The `id` of the line in `refundableSaleInfo`, a string. Only in the later edition of the documents. */
    relatedSaleItemId?: string | undefined;
    /** The product's or service's name. */
    name: string;
    /** Whether the line is for unspecified goods. */
    generic?: boolean | undefined;
    /** The unit's code; `C62` is a piece (UN/ECE recommendation 20). */
    unitCode: string;
    /** The VAT group's code; no list is published. */
    taxGroupCode: string;
    /** How many pieces to refund: a whole number greater than zero. */
    itemQuantity: number;
    /** The price of one piece, greater than zero. */
    unitPriceAmount: string | number;
    /** Gross price, greater than zero. */
    grossPriceAmount: string | number;
    /** The price of all these pieces, greater than zero. */
    totalPriceAmount: string | number;
    /** The amount to refund of this line, greater than zero. Only in the later edition of the documents. */
    returnAmount?: string | number | undefined;
  }[];
}

/** The data of a successful `terminal.refund`. */
export interface TerminalRefundData {
  /** The request's `conversationId`, or one of iyzico's. */
  readonly conversationId?: string;
  /** iyzico's clock at the answer, milliseconds since 1970. */
  readonly systemTime?: number;
  /** The till that carried it out. */
  readonly deviceUniqueId: string;
  /** The request's `transactionReferenceId`. */
  readonly transactionReferenceId: string;
  /** The refunded amount. A decimal string without trailing zeros. */
  readonly price?: string;
  /** The VAT included in `price`. A decimal string without trailing zeros. */
  readonly vatAmount?: string;
  /** The currency. */
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

/** Voids a whole sale on the day it was made. After the till's day end, refund it instead. The time zone of that day is not documented: let iyzico decide. */
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
  /** Your own id of THIS refund or void, not the sale's, a new one for each: `transactionStatus` finds the operation by it. Printable ASCII without a space at either end, at most 255 characters. */
  transactionReferenceId: string;
  /** The reason, in your own words. */
  reason?: string | undefined;
  /** A description, in your own words. */
  description?: string | undefined;
}

/** The data of a successful `terminal.void`. */
export interface TerminalVoidData {
  /** The request's `conversationId`, or one of iyzico's. */
  readonly conversationId?: string;
  /** iyzico's clock at the answer, milliseconds since 1970. */
  readonly systemTime?: number;
  /** The till that carried it out. */
  readonly deviceUniqueId: string;
  /** The request's `transactionReferenceId`. */
  readonly transactionReferenceId: string;
  /** The sale's `paymentId`. */
  readonly paymentId: string;
  /** The amount that was voided: the whole sale. A decimal string without trailing zeros. */
  readonly price?: string;
  /** The currency. */
  readonly currency?: string;
  /** The bank's authorisation code. */
  readonly authCode?: string;
  /** The bank's reference of the sale. */
  readonly hostReference?: string;
  /** The bank's reference of the void. */
  readonly cancelHostReference?: string;
  /** The day of the operation; the format is not documented. */
  readonly transactionDate?: string;
  /** The time of the operation; the format is not documented. */
  readonly transactionTime?: string;
  /** The day of the sale, YYYYMMDD. */
  readonly paymentDate?: number;
  /** The date and time of the operation; the format is not documented. */
  readonly transactionDateTime?: string;
  /** The card's first digits. */
  readonly binNumber?: string;
  /** The card's last four digits. */
  readonly lastFourDigits?: string;
}

/** Asks what can still be refunded of a sale, line by line. It moves no money and may be sent again. */
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
  /** The amount of the sale that can still be refunded. A decimal string without trailing zeros. */
  readonly totalReturnableAmount?: string;
  /** The currency. */
  readonly currency?: string;
  /** The sale's lines. */
  readonly saleItems?: readonly {
    /** The line's id, as a string: the refund's `relatedSaleItemId`. */
    readonly id?: string;
    /** The line's name. */
    readonly name?: string;
    /** How many pieces were sold. */
    readonly itemQuantity?: number;
    /** The price paid for all these pieces. A decimal string without trailing zeros. */
    readonly totalPriceAmount?: string;
    /** The VAT included in `totalPriceAmount`. A decimal string without trailing zeros. */
    readonly vatAmount?: string;
    /** How many pieces can still be refunded. */
    readonly returnableQuantity?: number;
    /** The amount of the line that can still be refunded. A decimal string without trailing zeros. */
    readonly returnableAmount?: string;
  }[];
}

/** Asks for the status of a sale, refund or void, by its own `transactionReferenceId` or the sale's `paymentId`. Use it to read back after an `unknown`. It moves no money and may be sent again. */
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
      /** The `transactionReferenceId` of the operation that you ask about: the refund's, void's or sale's own. */
      transactionReferenceId?: string | undefined;
    }
  | {
      /** The sale's `paymentId`; or `transactionReferenceId`, or both. */
      paymentId?: string | undefined;
      /** The `transactionReferenceId` of the operation that you ask about: the refund's, void's or sale's own. */
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
  /** The date and time of the operation; the format is not documented. */
  readonly transactionDateTime?: string;
  /** The sale's `paymentId`. */
  readonly paymentId?: string;
  /** The day of the sale, YYYYMMDD. */
  readonly paymentDate?: number;
  /** The sale's amount. A decimal string without trailing zeros. */
  readonly price?: string;
  /** The currency. */
  readonly currency?: string;
  /** The number of instalments. */
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
    /** How many pieces were sold. */
    readonly itemQuantity?: number;
    /** The price of one piece. A decimal string without trailing zeros. */
    readonly unitPriceAmount?: string;
    /** The price of all these pieces. A decimal string without trailing zeros. */
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
  /** The one-time code for `token`; it expires soon (after ten minutes in iyzico's sample). */
  readonly code: string;
  /** The date of creation, ISO 8601. */
  readonly issuedAt?: string;
  /** The date of expiry, ISO 8601. */
  readonly expiredAt?: string;
}

/** Exchanges a code for an access token and a refresh token. */
export interface LoginTokenParams {
  /** The code of `authorize`. */
  code: string;
}

/** The data of a successful `login.token`. */
export interface LoginTokenData {
  /** The access token for `IyzicoTerminal`. */
  readonly access_token: string;
  /** The refresh token for `refresh`. */
  readonly refresh_token?: string;
  /** The scope of the token. */
  readonly scope?: string;
  /** `Bearer`. */
  readonly token_type?: string;
  /** The lifetime of the access token in seconds (7199 in iyzico's sample). */
  readonly expires_in?: number;
}

/** Exchanges a refresh token for new tokens. Documented in English only; the Turkish page says to log in again. */
export interface LoginRefreshParams {
  /** The `refresh_token` of the last login. */
  refresh_token: string;
}

/** The data of a successful `login.refresh`. */
export interface LoginRefreshData {
  /** The access token for `IyzicoTerminal`. */
  readonly access_token: string;
  /** The refresh token for `refresh`. */
  readonly refresh_token?: string;
  /** The scope of the token. */
  readonly scope?: string;
  /** `Bearer`. */
  readonly token_type?: string;
  /** The lifetime of the access token in seconds (7199 in iyzico's sample). */
  readonly expires_in?: number;
}

/** The params of each operation. */
export interface Params {
  /** Refunds one basket item, whole or in part, as long as some of its paid amount is left, within 365 days of the payment. */
  refund: RefundParams;
  /** Refunds an amount of a payment without naming an item. iyzico refuses it to marketplace merchants (error 5266), and advises the refund by item for baskets of more than one item. */
  refundV2: RefundV2Params;
  /** Cancels a whole payment before the bank closes its day, so that nothing shows on the cardholder's statement. The hour and time zone are not documented: let iyzico decide. */
  cancel: CancelParams;
  /** Refunds one basket item of a marketplace payment and charges it to the merchant instead of the sub-merchant. Only the official SDKs have it, not the current documents; it is not known whether its answer is signed. */
  refundChargedFromMerchant: RefundChargedFromMerchantParams;
  /** Begins a refund of a whole payment to the shopper's iyzico balance. This call moves no money: the shopper confirms on iyzico's page. The documents print the path of another service, the marketplace approval; this is the path of every official SDK. */
  refundToBalance: RefundToBalanceParams;
  /** Asks for the details of a payment: its items, refunds and cancels. Use it to read back after an `unknown`. It moves no money and may be sent again. The query is not signed, as in every official SDK. */
  paymentDetails: PaymentDetailsParams;
  /** Lists the payments, refunds and cancels of one day, page by page, for `Audit`. The list may lag for hours, so a row that is missing on the same day proves nothing. It moves no money and may be sent again. */
  transactions: TransactionsParams;
  /** Refunds lines of a sale, whole or in part. Send `refundableSaleInfo` first and pass its data as `sale`: then no line can refund more than is left. Without `sale`, only the form of the lines is checked, and iyzico decides. */
  "terminal.refund": TerminalRefundParams;
  /** Voids a whole sale on the day it was made. After the till's day end, refund it instead. The time zone of that day is not documented: let iyzico decide. */
  "terminal.void": TerminalVoidParams;
  /** Asks what can still be refunded of a sale, line by line. It moves no money and may be sent again. */
  "terminal.refundableSaleInfo": TerminalRefundableSaleInfoParams;
  /** Asks for the status of a sale, refund or void, by its own `transactionReferenceId` or the sale's `paymentId`. Use it to read back after an `unknown`. It moves no money and may be sent again. */
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
   * Refunds one basket item, whole or in part, as long as some of its paid amount is left, within 365 days of the payment.
   *
   * `POST /payment/refund`
   *
   * @throws `IyzicoValidationError` with every issue at once
   * @see https://docs.iyzico.com/en/advanced/refund-and-cancel
   */
  refund(params: RefundParams): SignedRequest<"refund">;

  /**
   * Refunds an amount of a payment without naming an item. iyzico refuses it to marketplace merchants (error 5266), and advises the refund by item for baskets of more than one item.
   *
   * `POST /v2/payment/refund`
   *
   * @throws `IyzicoValidationError` with every issue at once
   * @see https://docs.iyzico.com/en/advanced/refund-and-cancel
   */
  refundV2(params: RefundV2Params): SignedRequest<"refundV2">;

  /**
   * Cancels a whole payment before the bank closes its day, so that nothing shows on the cardholder's statement. The hour and time zone are not documented: let iyzico decide.
   *
   * `POST /payment/cancel`
   *
   * @throws `IyzicoValidationError` with every issue at once
   * @see https://docs.iyzico.com/en/advanced/refund-and-cancel
   */
  cancel(params: CancelParams): SignedRequest<"cancel">;

  /**
   * Refunds one basket item of a marketplace payment and charges it to the merchant instead of the sub-merchant. Only the official SDKs have it, not the current documents; it is not known whether its answer is signed.
   *
   * `POST /payment/iyzipos/refund/merchant/charge`
   *
   * @throws `IyzicoValidationError` with every issue at once
   * @see https://github.com/iyzico/iyzipay-node (lib/resources/RefundChargedFromMerchant.js)
   */
  refundChargedFromMerchant(params: RefundChargedFromMerchantParams): SignedRequest<"refundChargedFromMerchant">;

  /**
   * Begins a refund of a whole payment to the shopper's iyzico balance. This call moves no money: the shopper confirms on iyzico's page. The documents print the path of another service, the marketplace approval; this is the path of every official SDK.
   *
   * `POST /payment/refund-to-balance/init`
   *
   * @throws `IyzicoValidationError` with every issue at once
   * @see https://github.com/iyzico/iyzipay-node (lib/resources/RefundToBalance.js)
   */
  refundToBalance(params: RefundToBalanceParams): SignedRequest<"refundToBalance">;

  /**
   * Asks for the details of a payment: its items, refunds and cancels. Use it to read back after an `unknown`. It moves no money and may be sent again. The query is not signed, as in every official SDK.
   *
   * `GET /v2/reporting/payment/details`
   *
   * @throws `IyzicoValidationError` with every issue at once
   * @see https://docs.iyzico.com/en/advanced/reporting-service
   */
  paymentDetails(params: PaymentDetailsParams): SignedRequest<"paymentDetails">;

  /**
   * Lists the payments, refunds and cancels of one day, page by page, for `Audit`. The list may lag for hours, so a row that is missing on the same day proves nothing. It moves no money and may be sent again.
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
   * Refunds lines of a sale, whole or in part. Send `refundableSaleInfo` first and pass its data as `sale`: then no line can refund more than is left. Without `sale`, only the form of the lines is checked, and iyzico decides.
   *
   * `POST /v2/terminal-host/gmu/payment/refund`
   *
   * @throws `IyzicoValidationError` with every issue at once
   * @see https://docs.iyzico.com/en/products/physical-pos/terminal-api-integration/vuk-507-services/void-refund
   */
  refund(params: TerminalRefundParams, context?: SaleContext): SignedRequest<"terminal.refund">;

  /**
   * Voids a whole sale on the day it was made. After the till's day end, refund it instead. The time zone of that day is not documented: let iyzico decide.
   *
   * `POST /v2/terminal-host/gmu/payment/void`
   *
   * @throws `IyzicoValidationError` with every issue at once
   * @see https://docs.iyzico.com/en/products/physical-pos/terminal-api-integration/vuk-507-services/void-refund
   */
  void(params: TerminalVoidParams): SignedRequest<"terminal.void">;

  /**
   * Asks what can still be refunded of a sale, line by line. It moves no money and may be sent again.
   *
   * `POST /v2/terminal-host/gmu/payment/refundable-sale-info`
   *
   * @throws `IyzicoValidationError` with every issue at once
   * @see https://docs.iyzico.com/en/products/physical-pos/terminal-api-integration/vuk-507-services/void-refund
   */
  refundableSaleInfo(params: TerminalRefundableSaleInfoParams): SignedRequest<"terminal.refundableSaleInfo">;

  /**
   * Asks for the status of a sale, refund or void, by its own `transactionReferenceId` or the sale's `paymentId`. Use it to read back after an `unknown`. It moves no money and may be sent again.
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
    /** The type of the event. The documented lists change, and some names are on two of them. */
    readonly iyziEventType: string;
    /** When, milliseconds since 1970. */
    readonly iyziEventTime?: number;
    /** iyzico's id of the event. */
    readonly iyziReferenceCode?: string;
    /** The merchant's id; not signed. */
    readonly merchantId?: string;
    /** The payment's id. */
    readonly iyziPaymentId: string;
    /** The token of the page, from iyzico's answer when the page was initialised. */
    readonly token: string;
    /** The conversationId of the payment. */
    readonly paymentConversationId: string;
    /** Such as `SUCCESS`, `FAILURE`, `INIT_THREEDS` or `CALLBACK_THREEDS`. */
    readonly status: string;
  };
  /** A subscription's order was paid, or could not be. */
  subscription: {
    /** The type of the event. The documented lists change, and some names are on two of them. */
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
    /** The type of the event. The documented lists change, and some names are on two of them. */
    readonly iyziEventType: string;
    /** When, milliseconds since 1970. */
    readonly iyziEventTime?: number;
    /** iyzico's id of the event. */
    readonly iyziReferenceCode?: string;
    /** The merchant's id; not signed. */
    readonly merchantId?: string;
    /** The payment's id. */
    readonly paymentId: string;
    /** The conversationId of the payment. */
    readonly paymentConversationId: string;
    /** Such as `SUCCESS`, `FAILURE`, `INIT_THREEDS` or `CALLBACK_THREEDS`. */
    readonly status: string;
    /** The payment's id. */
    readonly iyziPaymentId?: string;
  };
}
