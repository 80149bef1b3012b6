/// <reference lib="esnext.disposable" />

import type {
  Advice,
  Answers,
  BookState,
  Doubt,
  DraftableName,
  FindingKind,
  FindingReason,
  GetName,
  IssueCode,
  ListState,
  LoginOperations,
  OperationName,
  Operations,
  PageDoubt,
  Params,
  PaymentState,
  QuestionName,
  Reason,
  TerminalOperations,
  WebhookEvents,
  WebhookRefusal,
} from "./operations.js";

export type * from "./operations.js";

/** One thing that is wrong with an input. */
export interface Issue {
  /** The names that lead to the value; empty when the input as a whole is wrong. */
  readonly path: readonly string[];
  /** What is wrong, for programs. Fixed for ever. */
  readonly code: IssueCode;
  /** What is wrong and what would be right; in Turkish when the params' `locale` is Turkish, else in English. */
  readonly message: string;
}

/** Whether something thrown is one of this package's errors, also of another copy of it or of another realm. */
export declare function isIyzicoError(thrown: unknown): thrown is IyzicoValidationError | IyzicoConfigError;

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
export type Method<O extends OperationName> = O extends GetName ? "GET" : "POST";

/** What was paid, refunded, is in doubt and is left: exact decimal strings without trailing zeros. */
export interface Balance {
  readonly paid: string;
  /** By refunds that iyzico lists as carried out. A row that failed does not count. */
  readonly refunded: string;
  /**
   * What may have been refunded: rows that are neither plainly carried out nor plainly failed, and what iyzico's
   * summary knows of and no row shows. It is not refundable until iyzico says more.
   */
  readonly doubtful: string;
  /** What can still be refunded: `paid` less `refunded` and `doubtful`; nothing unless the payment's state is `paid`. */
  readonly refundable: string;
}

/** What may still be refunded of a payment and of its items. */
export interface RefundablePayment extends Balance {
  readonly paymentId: string;
  /** Only of a `paid` payment something can be refunded. `authorized`: the card holds the amount, nothing was charged. */
  readonly state: PaymentState;
  readonly currency: string | null;
  readonly items: readonly (Balance & { readonly paymentTransactionId: string })[];
}

/**
 * Says what may still be refunded, exactly. What is in doubt is not refundable; of a payment that was never paid, only
 * authorised, or cancelled nothing is.
 *
 * @param details - the data of a successful `paymentDetails`
 * @throws {@link IyzicoValidationError} when that is something else; with the code `contradiction`, and what
 * contradicts, when iyzico's own figures can't all be true (more refunded than paid, a refund of an unpaid payment)
 */
export declare function refundable(details: Answers["paymentDetails"]): readonly RefundablePayment[];

/** A request: plain, frozen, and as it is a valid init for `fetch(request.url, request)`. */
export interface SignedRequest<O extends DraftableName = DraftableName> {
  readonly operation: O;
  readonly url: string;
  readonly method: Method<O>;
  /** A terminal's hold its access token, which `JSON.stringify` and consoles leave out. */
  readonly headers: O extends MerchantName ? SignedHeaders : BearerHeaders;
  /** The bytes that were signed. Send them as they are. A GET has none. */
  readonly body: O extends GetName ? null : string;
  /** A signed body must not follow a redirect; a 3xx answer reads as unknown. */
  readonly redirect: "manual";
  /** See {@link Draft.fingerprint}. */
  readonly fingerprint: string;
}

/** The headers of a request with an access token. */
export interface BearerHeaders extends RequestHeaders {
  readonly Authorization: string;
}

/** A step of a login. It holds a password or secret as it is: send it, and keep it nowhere. */
export interface LoginRequest<O extends LoginName = LoginName> {
  readonly operation: O;
  readonly url: string;
  readonly method: "POST";
  /** `JSON.stringify` and consoles leave out the secret. */
  readonly headers: RequestHeaders;
  /** A form; a Blob, so that no log shows it. */
  readonly body: HostBlob;
  readonly redirect: "manual";
}

/** The runtime's Blob; in a project without the types of a runtime no more than what it surely is. */
export type HostBlob = typeof globalThis extends { Blob: { prototype: infer Type } }
  ? Type
  : { readonly size: number; readonly type: string };

/** The names of a login's steps. */
export type LoginName = Exclude<OperationName, DraftableName>;

/** The headers of a request. */
export interface RequestHeaders extends Readonly<Record<string, string>> {
  readonly "Content-Type": string;
  readonly Accept: "application/json";
  readonly "x-iyzi-client-version": string;
}

/** The headers of a signed request. */
export interface SignedHeaders extends RequestHeaders {
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
interface Answered {
  /** The HTTP status; `null` when no answer came. */
  readonly httpStatus: number | null;
  /** The answer's text, cut after 256 KiB (a question's after 4 MiB); `null` when none came. */
  readonly raw: string | null;
}

/** The money moved, and the answer proves it. */
export interface Success<O extends OperationName = OperationName> extends Answered {
  readonly status: "success";
  readonly operation: O;
  readonly data: Answers[O];
}

/**
 * The money did not move: iyzico refused with a code that it publishes, under an HTTP status that no gateway gives, and
 * nothing in the answer is about another request. With the advice `refused-unlisted` the code is iyzico's own but not published: read back
 * before any new attempt.
 */
export interface Failure<O extends OperationName = OperationName> extends Answered {
  readonly status: "failure";
  readonly operation: O;
  readonly error: ApiError;
  readonly advice: Advice;
}

/**
 * Nobody can tell from this answer whether the money moved. Look it up; never send it again blindly. An
 * operation that only asks may be asked again.
 */
export interface Unknown<O extends OperationName = OperationName> extends Answered {
  readonly status: "unknown";
  /** `null` when the request can't be read. */
  readonly operation: O | null;
  readonly reason: Reason;
  /** What iyzico says, when that is what leaves the doubt. */
  readonly error: ApiError | null;
  readonly advice: O extends QuestionName ? "retry-later" : "reconcile";
}

/** What became of a request. Of one of several operations, it narrows by `operation`. */
export type Outcome<O extends OperationName = OperationName> = O extends OperationName
  ? Success<O> | Failure<O> | Unknown<O>
  : never;

/** An answer as the host received it: the HTTP status and the body as text. `null` when none came. */
export type Answer = { readonly status: number; readonly text: string } | null;

/** A row of iyzico's books that belongs to a request, or leaves the doubt whether it does. */
export interface Reversal {
  /** iyzico's id of the row (`refundTxId` or `refundId`). */
  readonly id: string | null;
  /** The conversationId or transactionReferenceId as iyzico shows it. */
  readonly reference: string | null;
  readonly paymentId: string | null;
  /** The item in whose list it stands; `null` among the payment's cancels. */
  readonly paymentTransactionId: string | null;
  /** A decimal string without trailing zeros. */
  readonly amount: string | null;
  readonly currency: string | null;
  /** As iyzico spells it. */
  readonly createdDate: string | null;
  /** The bank's reference. */
  readonly hostReference: string | null;
  readonly state: "carried-out" | "doubtful" | "failed";
}

/** Whether a request whose outcome is unknown was carried out. */
export type Reconciliation =
  | {
      /** It was carried out, once: `reversals` are its rows. Book it. */
      readonly verdict: "landed";
      readonly reason: "carried-out";
      readonly reversals: readonly Reversal[];
    }
  | {
      /** It was not carried out: it stands nowhere (`absent`), or only as an attempt that failed (`failed`). */
      readonly verdict: "not-landed";
      readonly reason: "absent" | "failed";
      readonly reversals: readonly Reversal[];
    }
  | {
      /** This answer does not decide. Ask again later; what stays so is for a person to look up. */
      readonly verdict: "ambiguous";
      readonly reason: Doubt;
      /** The rows that leave the doubt. */
      readonly reversals: readonly Reversal[];
    };

/** Whether iyzico's books rule out that a draft was carried out before. */
export type Precheck =
  | Exclude<Reconciliation, { verdict: "not-landed" }>
  | {
      /** Nothing there could be it (`absent`), or it stands there as an attempt that failed (`failed`): it may be sent. */
      readonly verdict: "clear";
      readonly reason: "absent" | "failed";
      readonly reversals: readonly Reversal[];
    };

/** What is known of a draft that is about to be sent; both times by one clock of the host: `Date.now()`. */
export interface PrecheckTimes {
  /**
   * When the intent was first drafted, in whatever process; epoch milliseconds. Rows without an id of yours that are ten
   * minutes older can't be it.
   */
  readonly draftedAt: number;
  /** Just before the question was sent; epoch milliseconds. A copy of an older answer is then recognised. */
  readonly askedAt: number;
}

/** When a request was sent and when iyzico was asked about it, by one clock of the host: `Date.now()`. */
export interface ReadBackTimes {
  /** Just before the request was sent; epoch milliseconds. */
  readonly sentAt: number;
  /** Just before the question was sent; epoch milliseconds. */
  readonly askedAt: number;
}

/** The question that was asked at a till, which ties an answer that repeats no reference to it. */
export interface AskedQuestion {
  /**
   * The `transactionStatus` request, or its draft. Ask by the operation's own `transactionReferenceId` alone: asked by the
   * payment as well, iyzico may find another refund of it, and nothing is decided.
   */
  readonly question?: Sent<"terminal.transactionStatus"> | undefined;
}

/** A refund or cancel as your books have it. */
export interface LedgerEntry {
  /** Your own id of the entry, which findings name. No two entries have the same. */
  readonly id: string;
  /** The draft or request, as stored. */
  readonly request: Sent<RefundName & MerchantName>;
  /** What the books say of it. */
  readonly state: BookState;
  /** Just before it was sent, by the host's clock; epoch milliseconds. */
  readonly sentAt: number;
  /** The bank's reference of it: `refundHostReference` or `cancelHostReference` of the answer. */
  readonly hostReference?: string | undefined;
  /** Of a cancel: `price` of the answer. What a refund gives back stands in its request. */
  readonly amount?: string | undefined;
}

/** What an audit is about. */
export interface AuditSettings {
  /** The calendar day, `YYYY-MM-DD`, by Turkey's clocks (+03:00). */
  readonly day: string;
  /** Just before the first page was asked for, by the host's clock; epoch milliseconds. */
  readonly askedAt: number;
  /**
   * The language of the sentences.
   *
   * @defaultValue `"en"`
   */
  readonly locale?: "tr" | "en" | undefined;
}

/** What came of a page. */
export interface PageAdded {
  /** How its day's list stands now. */
  readonly state: ListState;
  /** Why the page does not count; `null` when it does. */
  readonly reason: PageDoubt | null;
  /** The day that was asked for, `YYYY-MM-DD`; `null` when the page is of no list that this audit needs. */
  readonly day: string | null;
  /** The page to ask for next; `null` when the list is complete. After a change that is page 1: begin again. */
  readonly next: number | null;
}

/** One thing that the books and the list do not agree about, or that can't be told. */
export interface Finding {
  readonly kind: FindingKind;
  readonly reason: FindingReason;
  /** The entry's id; `null` where the books have none. */
  readonly entry: string | null;
  /** The rows of the list. */
  readonly rows: readonly Reversal[];
  /** The same for people, in the language of the settings. */
  readonly message: string;
}

/** What two sides say of the same: exact decimal strings; `null` where the sum has more digits than can be kept. */
export interface TwoSides {
  /** What happened by the books. */
  readonly booked: string | null;
  /** What the list has as carried out. */
  readonly listed: string | null;
}

/**
 * The sums of one currency: exact decimal strings; `null` where a sum has more digits than can be kept.
 *
 * `booked` is `confirmed`, `missing` and the booked sides of `different` and `undecided` together; `listed` is `confirmed`,
 * `landed`, `late`, `unexpected` and the listed sides of `different` and `undecided`.
 */
export interface AuditTotal extends TwoSides {
  /** `null` where neither the books nor the list name one. */
  readonly currency: string | null;
  /** What agrees. */
  readonly confirmed: string | null;
  readonly missing: string | null;
  readonly unexpected: string | null;
  readonly late: string | null;
  readonly landed: string | null;
  readonly different: TwoSides;
  readonly undecided: TwoSides;
}

/** What the books of a day and iyzico's list of it say of each other. */
export interface AuditReport {
  readonly day: string;
  /** Whether the lists of the day and of the days beside it were read whole. Without that nothing is called missing. */
  readonly complete: boolean;
  /** The lists of the day before, the day itself, and the day after; `pages` is 0 where none was read. */
  readonly lists: readonly {
    readonly day: string | null;
    readonly state: ListState;
    readonly read: number;
    readonly pages: number;
  }[];
  readonly totals: readonly AuditTotal[];
  /** In the order of the books, then of the list. */
  readonly findings: readonly Finding[];
  /** What agrees: the ids of the entries and of their rows. */
  readonly confirmed: readonly { readonly entry: string; readonly rows: readonly (string | null)[] }[];
}

/**
 * Holds your books of a day against iyzico's list of it: what agrees, what is missing, and what nobody here asked for.
 *
 * Pass the entries of the day and of the days beside it, because what is sent just before midnight is listed just after
 * it, and add every page of the lists of all three days. Run it a day later at the earliest: the list lags. Each finding belongs
 * to one day, so that audits of consecutive days tell everything once.
 */
export declare class Audit {
  /** @throws {@link IyzicoValidationError} with every issue at once; `path` begins with `entries` and the place in the list */
  constructor(entries: readonly LedgerEntry[], settings: AuditSettings);

  /**
   * Adds a page: the `transactions` request and its answer. Never throws for anything the network can send.
   *
   * @param answer - `{ status, text }`, or `null` when none came
   */
  add(request: Sent<"transactions">, answer: Answer): PageAdded;

  /** Says what the books and the lists say of each other, and frees the audit. */
  finish(): AuditReport;

  /** Frees an audit that is not finished. */
  free(): void;
  [Symbol.dispose](): void;
}

/** Where to send; there is no default. */
export type Endpoint =
  | {
      /** An https address, or http on this machine. A path prefix is kept in the URL and never signed. */
      readonly baseUrl: string;
      readonly environment?: undefined;
    }
  // The last, because TypeScript names what this one lacks when neither is given.
  | { readonly environment: "sandbox" | "live"; readonly baseUrl?: undefined };

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
   * @param draft - what `draft` made, as an object: parse a stored text first
   * @throws {@link IyzicoValidationError} when it isn't exactly what its own fields produce
   */
  sign<O extends MerchantName>(draft: Draft<O>): SignedRequest<O>;
  sign(draft: unknown): SignedRequest<MerchantName>;

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
    readonly body?: string | undefined;
  }): SignedHeaders;

  /**
   * Reads the answer to `request`. Never throws for anything the network can send.
   *
   * @param request - what was sent, or its draft; one that was stored will do
   * @param answer - `{ status, text }`, or `null` when none came (fetch threw or timed out); anything else, such as a
   * parsed body or a Response, reads as unknown with the reason `not-text`
   */
  read<O extends MerchantName>(request: Sent<O>, answer: Answer): Outcome<O>;

  /**
   * Says whether a refund or cancel whose outcome is unknown was carried out after all, by the answer to
   * `paymentDetails` of its payment. Never throws for anything the network can send.
   *
   * `landed`: rows under its own conversationId, carried out, on its item or payment and in its currency, add up to
   * exactly its amount. `not-landed`: everything in the answer is explained without it, and the answer is late enough:
   * five minutes after `sentAt` by both clocks, or thirty where iyzico's summary would read the same had it landed. No
   * setting shortens this. All else is `ambiguous`, with the reason.
   *
   * @param request - the request or its draft, as stored
   * @param answer - the answer to `paymentDetails`, `null` when none came
   * @param times - when it was sent and asked about; without them an absence never counts
   */
  reconcile(request: Sent<RefundName & MerchantName>, answer: Answer, times?: ReadBackTimes): Reconciliation;

  /**
   * Says, before a draft is sent for the first time, whether iyzico's books already show it: an operator may have
   * clicked twice, or another program have used its conversationId. Applies the rules of {@link Iyzico.reconcile}
   * except that no time has to pass. Send only what is `clear`.
   *
   * @param draft - the draft that is about to be sent
   * @param answer - a fresh answer to `paymentDetails` of its payment
   * @param times - without them any row that has no conversationId and fits may be the draft, however old it is
   */
  precheck(draft: Sent<RefundName & MerchantName>, answer: Answer, times?: PrecheckTimes): Precheck;

  /**
   * Verifies a webhook by its `X-IYZ-SIGNATURE-V3`, in constant time. Never throws.
   *
   * @see https://docs.iyzico.com/en/advanced/webhook
   */
  verifyWebhook(webhook: {
    /** The request's headers: fetch's, or an object such as Node's. */
    readonly headers?: { get(name: string): string | null } | Readonly<Record<string, string | readonly string[] | undefined>> | undefined;
    /** The header's value, in the place of `headers`. */
    readonly signature?: string | null | undefined;
    /** The exact text of the request's body, not what a parser made of it. */
    readonly body: string;
    /** Your merchant id: a subscription's webhook is signed over it without containing it. */
    readonly merchantId?: string | number | undefined;
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
  readonly url?: string | undefined;
  readonly path?: string | undefined;
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
  sign<O extends TerminalName>(draft: Draft<O>): SignedRequest<O>;
  sign(draft: unknown): SignedRequest<TerminalName>;

  /**
   * Reads the answer to `request`. Never throws for anything the network can send. The Terminal API signs
   * nothing: what ties an answer to its request is that it repeats its ids.
   *
   * @param request - what was sent, or its draft; one that was stored will do
   * @param answer - `{ status, text }`, or `null` when none came
   */
  read<O extends TerminalName>(request: Sent<O>, answer: Answer): Outcome<O>;

  /**
   * Says whether a refund or void whose outcome is unknown was carried out after all, by the answer to
   * `transactionStatus` of its own `transactionReferenceId`. Never throws for anything the network can send.
   *
   * `landed` when iyzico knows the reference, of this payment, and has the bank's reference of the refund or void;
   * `not-landed` when iyzico knows no transaction by it (380107, 380108, 380109), under HTTP 200 or 400, five minutes or
   * more after `sentAt`. That counts only if the answer repeats the reference, or the `question` that was asked is
   * passed. All else is `ambiguous`, with the reason.
   *
   * @param request - the request or its draft, as stored
   * @param answer - the answer to `transactionStatus`, `null` when none came
   */
  reconcile(
    request: Sent<RefundName & TerminalName>,
    answer: Answer,
    known?: ReadBackTimes & AskedQuestion,
  ): Reconciliation;

  /**
   * Says, before a draft is sent for the first time, whether iyzico already knows its `transactionReferenceId`.
   *
   * @param draft - the draft that is about to be sent
   * @param answer - the answer to `transactionStatus` of the draft's own reference
   */
  precheck(
    draft: Sent<RefundName & TerminalName>,
    answer: Answer,
    known?: Partial<PrecheckTimes> & AskedQuestion,
  ): Precheck;
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
  read<O extends LoginName>(request: Sent<O>, answer: Answer): Outcome<O>;
}

export interface IyzicoTerminalLogin extends LoginOperations {}
