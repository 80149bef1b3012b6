// Written by `cargo xtask generate` from the tables in src/; edit those.

import type { Request } from "./index.js";

/** The operations' names. */
export type OperationName =
  | "refund"
  | "refundV2"
  | "cancel";

/** What is wrong with an input. Fixed for ever. */
export type IssueCode =
  | "amount_format"
  | "amount_imprecise"
  | "amount_range"
  | "amount_scale"
  | "amount_zero"
  | "base_url"
  | "body"
  | "control_character"
  | "currency"
  | "draft_altered"
  | "empty"
  | "environment"
  | "id_format"
  | "ip"
  | "key_characters"
  | "locale"
  | "lone_surrogate"
  | "method"
  | "missing"
  | "more_than_up_to"
  | "not_an_object"
  | "not_json"
  | "path"
  | "randomness"
  | "reason"
  | "reason_required"
  | "type"
  | "unknown_field"
  | "unknown_operation"
  | "freed";

/** Why an outcome is unknown. */
export type Reason =
  | "contradiction"
  | "echo-mismatch"
  | "empty"
  | "malformed"
  | "no-answer"
  | "not-json"
  | "redirect"
  | "request-unreadable"
  | "signature-missing"
  | "signature-wrong"
  | "timeout-code"
  | "too-large";

/** What to do about a failure. */
export type Advice =
  | "after-day-end"
  | "fix-credentials"
  | "fix-request"
  | "refused"
  | "retry-later"
  | "use-item-refund";

/** Gives back one basket item of a payment, whole or in part, as often as something is left of what was paid for it, within 365 days of the payment. */
export interface RefundParams {
  /** Language of iyzico's messages and of this package's issues; iyzico's own default is `tr`. */
  locale?: "tr" | "en";
  /** Your own id of this refund or cancel; iyzico returns it and read-back finds the operation by it, so give each intent a different one. A maximum length exists (error 20) and is not published. */
  conversationId?: string;
  /** Id of the basket item's payment (`itemTransactions[].paymentTransactionId` of the payment), a string. */
  paymentTransactionId: string;
  /** Amount to give back, greater than zero, at most 20 digits before and 8 after the point. Pass a string; a number is taken only when it cannot have been rounded. Sent as a JSON number with exactly these digits. */
  price: string | number;
  /** Currency of the payment, ISO 4217. */
  currency?: "TRY" | "USD" | "EUR" | "GBP" | "CHF" | "NOK" | "RUB" | "IRR";
  /** Address the request is made from. Mandatory in the 2018 documents, optional in the current ones. */
  ip?: string;
  /** Why the money goes back. Documented on the Turkish page only; sent in upper case. */
  reason?: "DOUBLE_PAYMENT" | "BUYER_REQUEST" | "FRAUD" | "OTHER" | "double_payment" | "buyer_request" | "fraud" | "other";
  /** Free text about the reason; only together with `reason`. */
  description?: string;
  /** What may still be given back, as you know it: a larger `price` is refused. Not sent. */
  upTo?: string | number;
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
  locale?: "tr" | "en";
  /** Your own id of this refund or cancel; iyzico returns it and read-back finds the operation by it, so give each intent a different one. A maximum length exists (error 20) and is not published. */
  conversationId?: string;
  /** The payment's id, a string. */
  paymentId: string;
  /** Amount to give back, greater than zero, at most 20 digits before and 8 after the point. Pass a string; a number is taken only when it cannot have been rounded. Sent as a JSON number with exactly these digits. */
  price: string | number;
  /** Currency of the payment, ISO 4217. */
  currency?: "TRY" | "USD" | "EUR" | "GBP" | "CHF" | "NOK" | "RUB" | "IRR";
  /** Address the request is made from. Mandatory in the 2018 documents, optional in the current ones. */
  ip?: string;
  /** What may still be given back, as you know it: a larger `price` is refused. Not sent. */
  upTo?: string | number;
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
  locale?: "tr" | "en";
  /** Your own id of this refund or cancel; iyzico returns it and read-back finds the operation by it, so give each intent a different one. A maximum length exists (error 20) and is not published. */
  conversationId?: string;
  /** The payment's id, a string. */
  paymentId: string;
  /** Address the request is made from. Mandatory in the 2018 documents, optional in the current ones. */
  ip?: string;
  /** Why the money goes back. Documented on the Turkish page only; sent in upper case. */
  reason?: "DOUBLE_PAYMENT" | "BUYER_REQUEST" | "FRAUD" | "OTHER" | "double_payment" | "buyer_request" | "fraud" | "other";
  /** Free text about the reason; only together with `reason`. */
  description?: string;
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

/** The params of each operation. */
export interface Params {
  refund: RefundParams;
  refundV2: RefundV2Params;
  cancel: CancelParams;
}

/** The data of a success of each operation. */
export interface Answers {
  refund: RefundData;
  refundV2: RefundV2Data;
  cancel: CancelData;
}

/** A method for each operation. */
export interface Operations {
  /**
   * Gives back one basket item of a payment, whole or in part, as often as something is left of what was paid for it, within 365 days of the payment.
   *
   * `POST /payment/refund`
   *
   * @throws `IyzicoValidationError` with every issue at once
   * @see https://docs.iyzico.com/en/advanced/refund-and-cancel
   */
  refund(params: RefundParams): Request<"refund">;

  /**
   * Gives back an amount of a payment without naming an item. Refused for marketplace merchants (error 5266); for baskets of more than one item iyzico advises the refund by item.
   *
   * `POST /v2/payment/refund`
   *
   * @throws `IyzicoValidationError` with every issue at once
   * @see https://docs.iyzico.com/en/advanced/refund-and-cancel
   */
  refundV2(params: RefundV2Params): Request<"refundV2">;

  /**
   * Cancels a whole payment before the bank closes its day; nothing shows on the cardholder's statement. The hour and zone of that close are not documented: let iyzico answer.
   *
   * `POST /payment/cancel`
   *
   * @throws `IyzicoValidationError` with every issue at once
   * @see https://docs.iyzico.com/en/advanced/refund-and-cancel
   */
  cancel(params: CancelParams): Request<"cancel">;
}
