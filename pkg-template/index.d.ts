/// <reference lib="esnext.disposable" />

import type {
  Advice,
  Answers,
  DraftableName,
  IssueCode,
  LoginOperations,
  OperationName,
  Operations,
  Params,
  QuestionName,
  Reason,
  TerminalOperations,
  WebhookEvents,
  WebhookRefusal,
} from "./operations.js";

export type {
  Advice,
  Answers,
  DraftableName,
  IssueCode,
  OperationName,
  Params,
  QuestionName,
  Reason,
  WebhookEvents,
  WebhookRefusal,
};

/** One thing that is wrong with an input. */
export interface Issue {
  /** The names that lead to the value; empty when the input as a whole is wrong. */
  readonly path: readonly string[];
  /** What is wrong, for programs. Fixed for ever. */
  readonly code: IssueCode;
  /** What is wrong and what would be right; in Turkish when the params' `locale` is Turkish, else in English. */
  readonly message: string;
}

/** What a caller passed can't be sent. Nothing was built. */
export declare class IyzicoValidationError extends Error {
  readonly name: "IyzicoValidationError";
  /** Compare this rather than the class: it survives bundlers and realms. */
  readonly code: "IYZICO_VALIDATION";
  /** Every issue at once, in the order of the fields. */
  readonly issues: readonly Issue[];
}

/** The object was set up in a way that can't work, or used after `free()`. */
export declare class IyzicoConfigError extends Error {
  readonly name: "IyzicoConfigError";
  /** Compare this rather than the class: it survives bundlers and realms. */
  readonly code: "IYZICO_CONFIG";
  /** Every issue at once. */
  readonly issues: readonly Issue[];
}

/** What `validate` finds. */
export type Validation<O extends OperationName = OperationName> =
  | { readonly ok: true; readonly value: Params[O] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Checks params without any key; fine in a browser. Never throws.
 *
 * Only own enumerable properties count; an unknown one is an issue.
 */
export declare function validate<O extends OperationName>(
  operation: O,
  params: unknown,
  context?: Context<O>,
): Validation<O>;

/** What a terminal refund is held against. */
export interface SaleContext {
  /**
   * The data of a successful `refundableSaleInfo` of the sale. No line may then ask for more pieces or
   * money than are left of the line it means (by `relatedSaleItemId`, or without one by its name), and
   * all of them together for no more than is left of the sale.
   */
  readonly sale: Answers["terminal.refundableSaleInfo"];
}

/** What an operation's params can be held against. */
export type Context<O extends OperationName> = O extends "terminal.refund" ? SaleContext : undefined;

/** A schema for form libraries that follow https://standardschema.dev (version 1). */
export interface StandardSchema<T> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "iyzico-reversals";
    readonly validate: (
      value: unknown,
    ) => { readonly value: T; readonly issues?: undefined } | { readonly issues: readonly Issue[] };
    readonly types?: { readonly input: T; readonly output: T };
  };
}

/** A Standard Schema of every operation's params. */
export declare const schemas: { readonly [O in OperationName]: StandardSchema<Params[O]> };

/** A checked request without credentials: plain, frozen, safe to store, queue and clone. */
export interface Draft<O extends DraftableName = DraftableName> {
  readonly operation: O;
  readonly method: Method<O>;
  /** The path that is called, with the query of a GET. What is signed of it ends before the `?`. */
  readonly path: string;
  /** The exact body that will be signed and sent; empty for a GET. */
  readonly body: string;
  /**
   * A hash of what is meant (operation, target, amount, currency, conversationId), 64 hex digits: the
   * key for a lock or a ledger. iyzico has no idempotency key, so two requests with one fingerprint
   * are two refunds unless you stop the second.
   */
  readonly fingerprint: string;
}

/**
 * Checks params and makes the exact body, without any key; fine in a browser.
 *
 * @throws {@link IyzicoValidationError}
 */
export declare function draft<O extends DraftableName>(
  operation: O,
  params: Params[O],
  context?: Context<O>,
): Draft<O>;

/** The HTTP method of an operation. */
export type Method<O extends OperationName> = O extends "paymentDetails" ? "GET" : "POST";

/** What was paid, given back and is left: exact decimal strings without trailing zeros. */
export interface Balance {
  readonly paid: string;
  readonly refunded: string;
  readonly refundable: string;
}

/** What may still be given back of a payment and of its items. */
export interface RefundablePayment extends Balance {
  readonly paymentId: string;
  readonly currency: string | null;
  readonly items: readonly (Balance & { readonly paymentTransactionId: string })[];
}

/**
 * Says what may still be given back, exactly. Every refund in the details counts, whatever its status; of a
 * cancelled payment nothing is left.
 *
 * @param details - the data of a successful `paymentDetails`
 * @throws {@link IyzicoValidationError} when that is something else, or its amounts contradict each other
 */
export declare function refundable(details: Answers["paymentDetails"]): readonly RefundablePayment[];

/** A request: plain, frozen, and as it is a valid init for `fetch(request.url, request)`. */
export interface Request<O extends DraftableName = DraftableName> {
  readonly operation: O;
  readonly url: string;
  readonly method: Method<O>;
  /** A terminal's hold its access token, which `JSON.stringify` and consoles leave out. */
  readonly headers: O extends MerchantName ? SignedHeaders : BearerHeaders;
  /** The bytes that were signed. Send them as they are. A GET has none. */
  readonly body: O extends "paymentDetails" ? null : string;
  /** A signed body must not follow a redirect; a 3xx answer reads as unknown. */
  readonly redirect: "manual";
  /** See {@link Draft.fingerprint}. */
  readonly fingerprint: string;
}

/** The headers of a request with an access token. */
export interface BearerHeaders extends Headers {
  readonly Authorization: string;
}

/** A step of a login. It holds a password or secret as it is: send it, and keep it nowhere. */
export interface LoginRequest<O extends LoginName = LoginName> {
  readonly operation: O;
  readonly url: string;
  readonly method: "POST";
  /** `JSON.stringify` and consoles leave out the secret. */
  readonly headers: Headers;
  /** A form; a Blob, so that no log shows it. */
  readonly body: Blob;
  readonly redirect: "manual";
}

/** The names of a login's steps. */
export type LoginName = Exclude<OperationName, DraftableName>;

/** The headers of a request. */
export interface Headers extends Readonly<Record<string, string>> {
  readonly "Content-Type": string;
  readonly Accept: "application/json";
  readonly "x-iyzi-client-version": string;
}

/** The headers of a signed request. */
export interface SignedHeaders extends Headers {
  readonly Authorization: string;
  readonly "x-iyzi-rnd": string;
}

/** What iyzico says about a failure. */
export interface ApiError {
  readonly code: string;
  /** Banks' errors have one; iyzico asks to go by it rather than by the code. */
  readonly group: string | null;
  /** In the language of the request's `locale`. */
  readonly message: string | null;
  /** Whether iyzico says it can be tried again; `null` when it doesn't say. */
  readonly retryable: boolean | null;
}

/** What every outcome has. */
interface Answered<O extends OperationName> {
  readonly operation: O;
  /** The HTTP status; recorded, never trusted alone. */
  readonly httpStatus: number | null;
  /** The answer's text, cut after 256 KiB; `null` when none came. */
  readonly raw: string | null;
}

/** The money moved, and the answer proves it. */
export interface Success<O extends OperationName = OperationName> extends Answered<O> {
  readonly status: "success";
  readonly data: Answers[O];
}

/** The money did not move; iyzico says so. */
export interface Failure<O extends OperationName = OperationName> extends Answered<O> {
  readonly status: "failure";
  readonly error: ApiError;
  readonly advice: Advice;
}

/**
 * Nobody can tell from this answer whether the money moved. Look it up; never send it again blindly. An
 * operation that only asks may be asked again.
 */
export interface Unknown<O extends OperationName = OperationName> extends Answered<O> {
  readonly status: "unknown";
  readonly reason: Reason;
  /** What iyzico says, when that is what leaves the doubt. */
  readonly error: ApiError | null;
  readonly advice: O extends QuestionName ? "retry-later" : "reconcile";
}

/** What became of a request. */
export type Outcome<O extends OperationName = OperationName> = Success<O> | Failure<O> | Unknown<O>;

/** What read-back says of a request: it was carried out, it had not been when iyzico answered, or that doesn't say. */
export type Reconciliation = "landed" | "not-landed" | "ambiguous";

/** Where to send; there is no default. */
export type Endpoint =
  | { readonly environment: "sandbox" | "live"; readonly baseUrl?: undefined }
  | {
      /** An https address, or http on this machine. A path prefix is kept in the URL and never signed. */
      readonly baseUrl: string;
      readonly environment?: undefined;
    };

/** The merchant's keys and where to send. */
export type IyzicoConfig = {
  /** As iyzico's panel shows it. */
  readonly apiKey: string;
  /** As iyzico's panel shows it, a `sandbox-` prefix included. Kept in the wasm's memory until `free()`. */
  readonly secretKey: string;
} & Endpoint;

/** What all that call iyzico have. */
declare class Caller {
  /** Wipes the keys. Any later call throws an {@link IyzicoConfigError}. */
  free(): void;
  [Symbol.dispose](): void;
}

/** What `verifyWebhook` finds. */
export type Webhook =
  | {
      [S in keyof WebhookEvents]: {
        readonly ok: true;
        readonly shape: S;
        /**
         * The fields that must be in your own books before the event counts. iyzico signs the fields with
         * nothing in between, so a digit could move from one to the next under the same signature. For the
         * same reason `iyziEventType` must be one that you know.
         */
        readonly ids: readonly (keyof WebhookEvents[S])[];
        readonly event: WebhookEvents[S];
      };
    }[keyof WebhookEvents]
  | {
      readonly ok: false;
      readonly reason: WebhookRefusal;
      /** The missing field, for `field-missing`. */
      readonly field: string | null;
    };

/** Signs requests for one merchant and reads their answers. Server or edge only: it needs the keys. */
export declare class Iyzico extends Caller {
  /** @throws {@link IyzicoConfigError} */
  constructor(config: IyzicoConfig);

  /**
   * Checks a draft again, from wherever it comes, and signs it.
   *
   * @throws {@link IyzicoValidationError} when it isn't exactly what its own fields produce
   */
  sign<O extends MerchantName>(draft: Draft<O>): Request<O>;

  /**
   * Makes the IYZWSv2 headers of any other iyzico endpoint, synchronously. A query in `path` is not signed.
   *
   * @throws {@link IyzicoValidationError}
   */
  authorize(request: {
    readonly method: "DELETE" | "GET" | "PATCH" | "POST" | "PUT";
    /** Begins with `/`. */
    readonly path: string;
    /** The exact body you will send; none for a GET. */
    readonly body?: string;
  }): SignedHeaders;

  /**
   * Reads the answer to `request`. Never throws for anything the network can send.
   *
   * @param request - what was sent; one that was stored and read back will do
   * @param status - the HTTP status, `null` when no answer came
   * @param text - the answer's text, `null` when no answer came (fetch threw or timed out)
   */
  read<O extends MerchantName>(request: Sent<O>, status: number | null, text: string | null): Outcome<O>;

  /**
   * Says whether a refund or cancel whose outcome is unknown was carried out after all. Never throws for
   * anything the network can send.
   *
   * What stands under its conversationId is ours: `landed` when that adds up to the price that was asked
   * for, `not-landed` when nothing does, `ambiguous` when more or less does (the same refund twice).
   * `ambiguous` as well when the answer is a refusal, can't be read, has another payment or none, or holds a
   * reversal that may be ours: one without a conversationId, or any where the request had none, if its amount
   * fits. An answer that comes while the request is under way can't know of it: wait until no connection of
   * yours can still be open (iyzico's own SDK gives up after 140 seconds) before you believe `not-landed`.
   *
   * @param request - the request, as stored
   * @param status - the HTTP status of the answer to `paymentDetails` of its payment
   * @param text - that answer's text
   */
  reconcile(request: Sent<RefundName & MerchantName>, status: number | null, text: string | null): Reconciliation;

  /**
   * Verifies a webhook by its `X-IYZ-SIGNATURE-V3`, in constant time. Never throws.
   *
   * @see https://docs.iyzico.com/en/advanced/webhook
   */
  verifyWebhook(webhook: {
    /** The request's headers: fetch's, or an object such as Node's. */
    readonly headers?: { get(name: string): string | null } | Readonly<Record<string, string | readonly string[] | undefined>>;
    /** The header's value, in the place of `headers`. */
    readonly signature?: string | null;
    /** The exact text of the request's body, not what a parser made of it. */
    readonly body: string;
    /** Your merchant id: a subscription's webhook is signed over it without containing it. */
    readonly merchantId?: string | number;
  }): Webhook;
}

export interface Iyzico extends Operations {}

/** The names of a merchant's operations. */
export type MerchantName = keyof Operations & OperationName;

/** The names of a terminal's operations. */
export type TerminalName = Exclude<DraftableName, MerchantName>;

/** The names of what gives money back. */
export type RefundName = Exclude<DraftableName, QuestionName>;

/** What of a request is needed to read its answer: one that was stored and read back will do. */
export type Sent<O extends OperationName> = {
  readonly operation: O;
  readonly body?: unknown;
  readonly url?: string;
};

/** An access token and where to send. */
export type IyzicoTerminalConfig = {
  /** The `access_token` of a login. */
  readonly accessToken: string;
} & Endpoint;

/** Makes requests to the Terminal API (VUK 507, "GMU") with an access token, and reads their answers. */
export declare class IyzicoTerminal extends Caller {
  /** @throws {@link IyzicoConfigError} */
  constructor(config: IyzicoTerminalConfig);

  /** The same endpoint with another access token: after a `renew-token`, or ahead of it. */
  withToken(accessToken: string): IyzicoTerminal;

  /**
   * Checks a draft again, from wherever it comes, and puts the token beside it.
   *
   * @throws {@link IyzicoValidationError} when it isn't exactly what its own fields produce
   */
  sign<O extends TerminalName>(draft: Draft<O>): Request<O>;

  /**
   * Reads the answer to `request`. Never throws for anything the network can send. The Terminal API signs
   * nothing: what ties an answer to its request is that it repeats its ids.
   *
   * @param request - what was sent; one that was stored and read back will do
   * @param status - the HTTP status, `null` when no answer came
   * @param text - the answer's text, `null` when no answer came (fetch threw or timed out)
   */
  read<O extends TerminalName>(request: Sent<O>, status: number | null, text: string | null): Outcome<O>;

  /**
   * Says whether a refund or void whose outcome is unknown was carried out after all. Never throws for
   * anything the network can send.
   *
   * `landed` when iyzico knows its `transactionReferenceId` and has the bank's reference of it; `not-landed`
   * when iyzico knows no transaction by it (380107, 380108, 380109); else `ambiguous`. The till may still be
   * at it: ask again before you believe `not-landed`.
   *
   * @param request - the request, as stored
   * @param status - the HTTP status of the answer to `transactionStatus` of its own `transactionReferenceId`
   * @param text - that answer's text
   */
  reconcile(request: Sent<RefundName & TerminalName>, status: number | null, text: string | null): Reconciliation;
}

export interface IyzicoTerminal extends TerminalOperations {}

/** The application's id and secret, and where to send. */
export type IyzicoTerminalLoginConfig = {
  readonly clientId: string;
  readonly clientSecret: string;
} & Endpoint;

/**
 * Logs in to the Terminal API: a code for a user, tokens for a code, new tokens for an old one.
 *
 * @see https://docs.iyzico.com/en/products/physical-pos/terminal-api-integration/login
 */
export declare class IyzicoTerminalLogin extends Caller {
  /** @throws {@link IyzicoConfigError} */
  constructor(config: IyzicoTerminalLoginConfig);

  /** Reads the answer to a step. Nothing moves by a login: when the outcome is unknown, begin again. */
  read<O extends LoginName>(request: Sent<O>, status: number | null, text: string | null): Outcome<O>;
}

export interface IyzicoTerminalLogin extends LoginOperations {}
