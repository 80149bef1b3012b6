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

/** One problem with an input. */
export interface Issue {
  /** The path to the value; empty when the whole input is wrong. */
  readonly path: readonly string[];
  /** The stable code. */
  readonly code: IssueCode;
  /** What is wrong and what would be right, in Turkish if the params' `locale` is Turkish, else in English. */
  readonly message: string;
}

/** Whether a thrown value is an error of this package, even one from another copy of it or another realm. */
export declare function isIyzicoError(thrown: unknown): thrown is IyzicoValidationError | IyzicoConfigError;

/** Thrown for an input that can't be sent. Nothing was built. */
export declare class IyzicoValidationError extends Error {
  /** Always `IyzicoValidationError`. */
  readonly name: "IyzicoValidationError";
  /** Compare this rather than the class: it survives bundlers and realms. */
  readonly code: "IYZICO_VALIDATION";
  /** Every issue at once, in the order of the fields. */
  readonly issues: readonly Issue[];
}

/** Thrown for a wrong configuration, and for an object that is used after `free()`. */
export declare class IyzicoConfigError extends Error {
  /** Always `IyzicoConfigError`. */
  readonly name: "IyzicoConfigError";
  /** Compare this rather than the class: it survives bundlers and realms. */
  readonly code: "IYZICO_CONFIG";
  /** Every issue at once. */
  readonly issues: readonly Issue[];
}

/** The result of `validate`. */
export type Validation<O extends OperationName = OperationName> =
  | {
      /** Whether the params can be sent. */
      readonly ok: true;
      /** The accepted params. */
      readonly value: Params[O];
    }
  | {
      /** Whether the params can be sent. */
      readonly ok: false;
      /** Every issue, in the order of the fields. */
      readonly issues: readonly Issue[];
    };

/**
 * Checks params. Needs no key, so a browser can use it. Never throws.
 *
 * Only own enumerable properties count; an unknown one is an issue.
 */
export declare function validate<O extends OperationName>(
  operation: O,
  params: unknown,
  context?: Context<O>,
): Validation<O>;

/** The sale that a terminal refund is checked against. */
export interface SaleContext {
  /**
   * The data of a successful `refundableSaleInfo` of the sale. Then no line can refund more pieces or money than its line of the
   * sale has left (found by `relatedSaleItemId`, or else by name), and all lines together no more than the sale has left.
   */
  readonly sale: Answers["terminal.refundableSaleInfo"];
}

/** The context that an operation's params can be checked against. */
export type Context<O extends OperationName> = O extends "terminal.refund" ? SaleContext : undefined;

/** A schema for libraries that follow https://standardschema.dev (version 1). */
export interface StandardSchema<T> {
  /** The properties that the Standard Schema specification defines. */
  readonly "~standard": {
    /** The version of the specification. */
    readonly version: 1;
    /** The library that made the schema. */
    readonly vendor: "iyzico-reversals";
    /** Checks a value; the same checks as `validate`. */
    readonly validate: (
      value: unknown,
    ) => StandardResult<T>;
    /** The types of input and output, for TypeScript only. */
    readonly types?: StandardTypes<T>;
  };
}

/** The result of a Standard Schema: the accepted value, or every issue. */
export type StandardResult<T> =
  | {
      /** The accepted value. */
      readonly value: T;
      /** Missing when the value is accepted. */
      readonly issues?: undefined;
    }
  | {
      /** Every issue, in the order of the fields. */
      readonly issues: readonly Issue[];
    };

/** The types of a Standard Schema. */
export interface StandardTypes<T> {
  /** The type that the schema accepts. */
  readonly input: T;
  /** The type that the schema returns: the same. */
  readonly output: T;
}

/** A Standard Schema for the params of each operation. */
export declare const schemas: { readonly [O in OperationName]: StandardSchema<Params[O]> };

/** A checked request without credentials: a plain, frozen object that is safe to store, queue and clone. */
export interface Draft<O extends DraftableName = DraftableName> {
  /** The operation, such as `refund`. */
  readonly operation: O;
  /** The HTTP method. */
  readonly method: Method<O>;
  /** The path, with the query of a GET. The signature covers it up to the `?`. */
  readonly path: string;
  /** The exact body that will be signed and sent; empty for a GET. */
  readonly body: string;
  /**
   * A hash of the intent (operation, target, amount, currency, conversationId), 64 hex digits: the key for a lock or a ledger.
   * iyzico has no idempotency key, so two requests with the same fingerprint are two refunds unless you stop the second.
   */
  readonly fingerprint: string;
}

/**
 * Checks params and makes the exact body. Needs no key, so a browser can use it.
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

/** Paid, refunded, doubtful and refundable amounts: exact decimal strings without trailing zeros. */
export interface Balance {
  /** What the shopper paid. */
  readonly paid: string;
  /** The sum of the refunds that iyzico lists as carried out. Failed rows don't count. */
  readonly refunded: string;
  /**
   * The amount that may have been refunded: rows that are neither plainly carried out nor plainly failed, and an amount that
   * iyzico's summary counts and no row shows. It is not refundable until iyzico says more.
   */
  readonly doubtful: string;
  /** The amount that can still be refunded: `paid` less `refunded` and `doubtful`; zero unless the payment's state is `paid`. */
  readonly refundable: string;
}

/** What can still be refunded of a payment and of its items. */
export interface RefundablePayment extends Balance {
  /** iyzico's id of the payment. */
  readonly paymentId: string;
  /** The state of the payment. Only a `paid` payment can be refunded. */
  readonly state: PaymentState;
  /** The currency, ISO 4217; `null` when iyzico names none. */
  readonly currency: string | null;
  /** The balance of each basket item. */
  readonly items: readonly RefundableItem[];
}

/** What can still be refunded of a basket item. */
export interface RefundableItem extends Balance {
  /** iyzico's id of the item's payment. */
  readonly paymentTransactionId: string;
}

/**
 * Computes exactly what can still be refunded. Doubtful amounts are not refundable; nor is anything of a payment that was never
 * paid, only authorised, or cancelled.
 *
 * @param details - the data of a successful `paymentDetails`
 * @throws {@link IyzicoValidationError} when it is something else; with the code `contradiction` when iyzico's own figures
 * contradict each other (more refunded than paid, a refund of an unpaid payment)
 */
export declare function refundable(details: Answers["paymentDetails"]): readonly RefundablePayment[];

/** A request: a plain, frozen object, and a valid init for `fetch(request.url, request)`. */
export interface SignedRequest<O extends DraftableName = DraftableName> {
  /** The operation, such as `refund`. */
  readonly operation: O;
  /** The URL to send it to. */
  readonly url: string;
  /** The HTTP method. */
  readonly method: Method<O>;
  /** The headers. A terminal's access token is left out by `JSON.stringify` and consoles. */
  readonly headers: O extends MerchantName ? SignedHeaders : BearerHeaders;
  /** The exact body, which was signed: send it as it is. `null` for a GET. */
  readonly body: O extends GetName ? null : string;
  /** A signed body must not follow a redirect. A 3xx answer reads as unknown. */
  readonly redirect: "manual";
  /** See {@link Draft.fingerprint}. */
  readonly fingerprint: string;
}

/** The headers of a request with an access token. */
export interface BearerHeaders extends RequestHeaders {
  /** `Bearer` and the access token. */
  readonly Authorization: string;
}

/** The request of a login step. It contains a password or secret in the clear: send it, and don't store it. */
export interface LoginRequest<O extends LoginName = LoginName> {
  /** The step, such as `login.token`. */
  readonly operation: O;
  /** The URL to send it to. */
  readonly url: string;
  /** The HTTP method. */
  readonly method: "POST";
  /** The headers. `JSON.stringify` and consoles leave out the secret. */
  readonly headers: RequestHeaders;
  /** The form, as a Blob, so that no log shows it. */
  readonly body: HostBlob;
  /** A secret must not follow a redirect. */
  readonly redirect: "manual";
}

/** The runtime's Blob; without the types of a runtime, its size and type. */
export type HostBlob = typeof globalThis extends { Blob: { prototype: infer Type } }
  ? Type
  : { readonly size: number; readonly type: string };

/** The names of a login's steps. */
export type LoginName = Exclude<OperationName, DraftableName>;

/** The headers of a request. */
export interface RequestHeaders extends Readonly<Record<string, string>> {
  /** JSON, or in a login a form. */
  readonly "Content-Type": string;
  /** iyzico answers in JSON. */
  readonly Accept: "application/json";
  /** This package's name and version. */
  readonly "x-iyzi-client-version": string;
}

/** The headers of a signed request. */
export interface SignedHeaders extends RequestHeaders {
  /** `IYZWSv2` and the signature. */
  readonly Authorization: string;
  /** The random key of the signature. */
  readonly "x-iyzi-rnd": string;
}

/** An error of iyzico's. */
export interface ApiError {
  /** iyzico's code, as the digits it sent. */
  readonly code: string;
  /** The group. Errors of banks have one; iyzico advises to use it rather than the code. */
  readonly group: string | null;
  /** The message, in the language of the request's `locale`. */
  readonly message: string | null;
  /** Whether iyzico says that the request can be tried again; `null` if it says nothing. */
  readonly retryable: boolean | null;
}

/** The members of every outcome. */
interface Answered {
  /** The HTTP status; `null` when no answer came. */
  readonly httpStatus: number | null;
  /** The answer's text, at most 256 KiB (4 MiB for operations that move no money); `null` when none came. */
  readonly raw: string | null;
}

/** The money moved, and the answer proves it. */
export interface Success<O extends OperationName = OperationName> extends Answered {
  /** Always `success`. */
  readonly status: "success";
  /** The operation that the request asked for. */
  readonly operation: O;
  /** The answer's fields: amounts as decimal strings, ids as strings. */
  readonly data: Answers[O];
}

/**
 * The money did not move: iyzico refused with a published code, not under the HTTP status of a time-out, a limit or a server
 * failure, and nothing in the answer is about another request. With the advice `refused-unlisted`, the code is iyzico's own but not
 * published: read back before any new attempt.
 */
export interface Failure<O extends OperationName = OperationName> extends Answered {
  /** Always `failure`. */
  readonly status: "failure";
  /** The operation that the request asked for. */
  readonly operation: O;
  /** iyzico's error. */
  readonly error: ApiError;
  /** What to do next. */
  readonly advice: Advice;
}

/**
 * The answer doesn't prove whether the money moved. Read back, and never send the request again blindly. An operation that
 * moves no money may be sent again.
 */
export interface Unknown<O extends OperationName = OperationName> extends Answered {
  /** Always `unknown`. */
  readonly status: "unknown";
  /** The operation of the request; `null` when the request can't be read. */
  readonly operation: O | null;
  /** Why the answer proves nothing. */
  readonly reason: Reason;
  /** iyzico's error, if it refused without proof. */
  readonly error: ApiError | null;
  /** `reconcile`: read back. `retry-later`: the operation moves no money, so send it again. */
  readonly advice: O extends QuestionName ? "retry-later" : "reconcile";
}

/** The outcome of a request. With several operations, it narrows by `operation`. */
export type Outcome<O extends OperationName = OperationName> = O extends OperationName
  ? Success<O> | Failure<O> | Unknown<O>
  : never;

/** An answer as the host received it; `null` when none came. */
export type Answer = {
  /** The HTTP status. */
  readonly status: number;
  /** The body as text, neither parsed nor changed. */
  readonly text: string;
} | null;

/** A row of iyzico's that belongs to a request, or may. */
export interface Reversal {
  /** iyzico's id of the row (`refundTxId` or `refundId`). */
  readonly id: string | null;
  /** The conversationId or transactionReferenceId as iyzico shows it. */
  readonly reference: string | null;
  /** iyzico's id of the payment. */
  readonly paymentId: string | null;
  /** iyzico's id of the item; `null` for a cancel. */
  readonly paymentTransactionId: string | null;
  /** The amount, a decimal string without trailing zeros. */
  readonly amount: string | null;
  /** ISO 4217. */
  readonly currency: string | null;
  /** The date, as iyzico writes it. */
  readonly createdDate: string | null;
  /** The bank's reference. */
  readonly hostReference: string | null;
  /** Whether the money moved: `carried-out`, `failed`, or `doubtful` when the row proves neither. */
  readonly state: "carried-out" | "doubtful" | "failed";
}

/** Whether a request whose outcome is unknown was carried out. */
export type Reconciliation =
  | {
      /** It was carried out, once. Book it. */
      readonly verdict: "landed";
      /** Why. */
      readonly reason: "carried-out";
      /** The rows of iyzico's books that the verdict rests on. */
      readonly reversals: readonly Reversal[];
    }
  | {
      /** It was not carried out: no row shows it (`absent`), or a row shows it as failed (`failed`). */
      readonly verdict: "not-landed";
      /** Why. */
      readonly reason: "absent" | "failed";
      /** The rows of iyzico's books that the verdict rests on. */
      readonly reversals: readonly Reversal[];
    }
  | {
      /** This answer doesn't decide. Ask again later; if that doesn't help, a person must look it up. */
      readonly verdict: "ambiguous";
      /** Why. */
      readonly reason: Doubt;
      /** The rows that may belong to it. */
      readonly reversals: readonly Reversal[];
    };

/** Whether a draft that was never sent may be sent: whether iyzico rules out that it was carried out before. */
export type Precheck =
  | Exclude<Reconciliation, { verdict: "not-landed" }>
  | {
      /** It may be sent: no row could be it (`absent`), or a row shows it as failed (`failed`). */
      readonly verdict: "clear";
      /** Why. */
      readonly reason: "absent" | "failed";
      /** The rows of iyzico's books that the verdict rests on. */
      readonly reversals: readonly Reversal[];
    };

/** The times of a precheck, by the host's clock: `Date.now()`. */
export interface PrecheckTimes {
  /**
   * When the intent was first drafted, in any process; epoch milliseconds. Rows without your id that are ten minutes older
   * can't be it.
   */
  readonly draftedAt: number;
  /** Just before the question was sent; epoch milliseconds. It reveals old copies of answers. */
  readonly askedAt: number;
}

/** When a request was sent and when iyzico was asked about it, by the host's clock: `Date.now()`. */
export interface ReadBackTimes {
  /** Just before the request was sent; epoch milliseconds. */
  readonly sentAt: number;
  /** Just before the question was sent; epoch milliseconds. */
  readonly askedAt: number;
}

/** The question that was sent to a till, for answers that don't repeat the reference. */
export interface AskedQuestion {
  /**
   * The `transactionStatus` request or its draft. Ask only by the operation's own `transactionReferenceId`: with a `paymentId` as
   * well, iyzico may find another refund of the payment, and nothing is decided.
   */
  readonly question?: Sent<"terminal.transactionStatus"> | undefined;
}

/** A refund or cancel in your books. */
export interface LedgerEntry {
  /** Your own id of the entry, unique, which findings name. */
  readonly id: string;
  /** The draft or request, as stored. */
  readonly request: Sent<RefundName & MerchantName>;
  /** Whether it happened, according to your books. */
  readonly state: BookState;
  /** Just before it was sent, by the host's clock; epoch milliseconds. */
  readonly sentAt: number;
  /** The bank's reference: `refundHostReference` or `cancelHostReference` of the answer. */
  readonly hostReference?: string | undefined;
  /** For a cancel, `price` of the answer. (The request of a refund contains its amount.) */
  readonly amount?: string | undefined;
}

/** The settings of an audit. */
export interface AuditSettings {
  /** The calendar day, `YYYY-MM-DD`, in Turkish time (+03:00). */
  readonly day: string;
  /** Just before the first page was asked for, by the host's clock; epoch milliseconds. */
  readonly askedAt: number;
  /**
   * The language of the messages.
   *
   * @defaultValue `"en"`
   */
  readonly locale?: "tr" | "en" | undefined;
}

/** The effect of adding a page. */
export interface PageAdded {
  /** Whether its day's list has been read now. */
  readonly state: ListState;
  /** Why the page was not taken; `null` if it was. */
  readonly reason: PageDoubt | null;
  /** The day of the request, `YYYY-MM-DD`; `null` if the audit doesn't need its list. */
  readonly day: string | null;
  /** The page to ask for next; `null` when the list is complete. Page 1 after a change: begin again. */
  readonly next: number | null;
}

/** A difference between your books and iyzico's list, or something that the lists don't decide. */
export interface Finding {
  /** How the books and the list differ. */
  readonly kind: FindingKind;
  /** Why the finding has this kind. */
  readonly reason: FindingReason;
  /** The entry's id; `null` for a row without an entry. */
  readonly entry: string | null;
  /** The rows of the list. */
  readonly rows: readonly Reversal[];
  /** A sentence for people, in the language of the settings. */
  readonly message: string;
}

/** The same sum on both sides: exact decimal strings; `null` if the sum has too many digits. */
export interface TwoSides {
  /** According to your books. */
  readonly booked: string | null;
  /** According to iyzico's list. */
  readonly listed: string | null;
}

/**
 * The sums of one currency: exact decimal strings; `null` if a sum has too many digits.
 *
 * `booked` is `confirmed`, `missing` and the booked sides of `different` and `undecided` together; `listed` is `confirmed`,
 * `landed`, `late`, `unexpected` and the listed sides of `different` and `undecided`.
 */
export interface AuditTotal extends TwoSides {
  /** The currency; `null` if neither the books nor the list name one. */
  readonly currency: string | null;
  /** On both sides, and equal. */
  readonly confirmed: string | null;
  /** Booked, and not on the list. */
  readonly missing: string | null;
  /** On the list, and asked for by no entry. */
  readonly unexpected: string | null;
  /** On the list, although the books say that it did not happen. */
  readonly late: string | null;
  /** On the list, and open in the books. */
  readonly landed: string | null;
  /** Booked and listed, with a difference. */
  readonly different: TwoSides;
  /** What these lists do not decide. */
  readonly undecided: TwoSides;
}

/** The result of an audit. */
export interface AuditReport {
  /** The day that was audited, `YYYY-MM-DD`. */
  readonly day: string;
  /** Whether the lists of the day and its neighbours were read whole. Otherwise nothing is called missing. */
  readonly complete: boolean;
  /** The lists of the day before, the day itself and the day after. */
  readonly lists: readonly {
    /** The day of the list, `YYYY-MM-DD`. */
    readonly day: string | null;
    /** Whether the list was read. */
    readonly state: ListState;
    /** How many pages were read. */
    readonly read: number;
    /** How many pages the list has. */
    readonly pages: number;
  }[];
  /** The sums of each currency. */
  readonly totals: readonly AuditTotal[];
  /** The findings, in the order of the books and then of the list. */
  readonly findings: readonly Finding[];
  /** The entries that the list confirms. */
  readonly confirmed: readonly {
    /** The entry's id. */
    readonly entry: string;
    /** iyzico's ids of the rows. */
    readonly rows: readonly (string | null)[];
  }[];
}

/**
 * Compares your books of a day with iyzico's list: what agrees, what is missing, and what nobody here asked for.
 *
 * Pass the entries of three days, the day and its neighbours, and add every page of the three lists: a refund that is sent just
 * before midnight may be listed just after it. Run the audit two days later: the list lags. Each finding belongs to one day, so
 * audits of consecutive days report everything once.
 */
export declare class Audit {
  /** @throws {@link IyzicoValidationError} with every issue; their `path` begins with `entries` and the index of the entry */
  constructor(entries: readonly LedgerEntry[], settings: AuditSettings);

  /**
   * Adds a page: the `transactions` request and its answer. Never throws for anything the network can send.
   *
   * @param answer - `{ status, text }`, or `null` when none came
   */
  add(request: Sent<"transactions">, answer: Answer): PageAdded;

  /** Compares the books with the lists, and frees the audit. */
  finish(): AuditReport;

  /** Frees an audit without finishing it. */
  free(): void;
  /** The same as `free()`, for `using`. */
  [Symbol.dispose](): void;
}

/** Where to send requests. There is no default. */
export type Endpoint =
  | {
      /** An https address, or http on this machine. A path prefix is kept in the URL and not signed. */
      readonly baseUrl: string;
      /** Not together with `baseUrl`. */
      readonly environment?: undefined;
    }
  // The last one, because TypeScript's error names its missing members when neither is given.
  | {
      /** iyzico's sandbox, where no money moves, or its live API. */
      readonly environment: "sandbox" | "live";
      /** Not together with `environment`. */
      readonly baseUrl?: undefined;
    };

/** The merchant's keys and where to send. */
export type IyzicoConfig = {
  /** As iyzico's panel shows it. */
  readonly apiKey: string;
  /** As iyzico's panel shows it, a `sandbox-` prefix included. Kept in the wasm's memory until `free()`. */
  readonly secretKey: string;
} & Endpoint;

/** The members of all clients. */
declare class Caller {
  /** Wipes the keys. Any later call throws an {@link IyzicoConfigError}. */
  free(): void;
  /** The same as `free()`, for `using`. */
  [Symbol.dispose](): void;
}

/** The result of `verifyWebhook`. */
export type Webhook =
  | {
      [S in keyof WebhookEvents]: {
        /** Whether the signature is right. */
        readonly ok: true;
        /** Which kind of webhook it is. */
        readonly shape: S;
        /**
         * The fields to look up in your own books: the event counts only if they are there. iyzico signs the fields without
         * separators, so a digit could move from one field to the next under the same signature. For the same reason, accept only
         * values of `iyziEventType` that you know.
         */
        readonly ids: readonly (keyof WebhookEvents[S])[];
        /** The fields of the webhook, ids as text. */
        readonly event: WebhookEvents[S];
      };
    }[keyof WebhookEvents]
  | {
      /** Whether the signature is right. */
      readonly ok: false;
      /** Why it was refused. */
      readonly reason: WebhookRefusal;
      /** The missing field, for `field-missing`. */
      readonly field: string | null;
    };

/** Signs the requests of one merchant and reads their answers. For servers and edges only: it needs the keys. */
export declare class Iyzico extends Caller {
  /** @throws {@link IyzicoConfigError} */
  constructor(config: IyzicoConfig);

  /**
   * Checks a draft again and signs it.
   *
   * @param draft - a draft from any source, as an object: parse a stored text first
   * @throws {@link IyzicoValidationError} unless it is exactly what its own fields produce
   */
  sign<O extends MerchantName>(draft: Draft<O>): SignedRequest<O>;
  sign(draft: unknown): SignedRequest<MerchantName>;

  /**
   * Makes the IYZWSv2 headers for any other endpoint of iyzico's. A query in `path` is not signed.
   *
   * @throws {@link IyzicoValidationError}
   */
  authorize(request: {
    /** The HTTP method. */
    readonly method: "DELETE" | "GET" | "PATCH" | "POST" | "PUT";
    /** The path; it begins with `/`. */
    readonly path: string;
    /** The exact body that you will send; none for a GET. */
    readonly body?: string | undefined;
  }): SignedHeaders;

  /**
   * Reads the answer to a request. Never throws for anything that the network can send.
   *
   * @param request - the request or its draft, also as stored
   * @param answer - `{ status, text }`, or `null` when none came (fetch threw or timed out). Anything else, such as a parsed body
   * or a Response, reads as unknown with the reason `not-text`
   */
  read<O extends MerchantName>(request: Sent<O>, answer: Answer): Outcome<O>;

  /**
   * Decides whether a refund or cancel whose outcome is unknown was carried out, by the answer to `paymentDetails` of its payment.
   * Never throws for anything that the network can send.
   *
   * `landed`: carried-out rows with its own conversationId, of its item or payment and in its currency, add up to exactly its
   * amount. `not-landed`: the answer is fully explained without it and late enough, five minutes after `sentAt` by both clocks, or
   * thirty if iyzico's summary would be the same had it landed. No setting shortens this. Anything else is `ambiguous`, with a
   * reason.
   *
   * @param request - the request or its draft, as stored
   * @param answer - the answer to `paymentDetails`, or `null` when none came
   * @param times - when the request was sent and iyzico was asked; without them an absence never counts
   */
  reconcile(request: Sent<RefundName & MerchantName>, answer: Answer, times?: ReadBackTimes): Reconciliation;

  /**
   * Decides, before a draft is sent for the first time, whether iyzico already shows it: an operator may have clicked twice, or
   * another program may have used its conversationId. Applies the rules of {@link Iyzico.reconcile}, except that no time has to
   * pass. Send the draft only if it is `clear`.
   *
   * @param draft - the draft to send
   * @param answer - a fresh answer to `paymentDetails` of its payment
   * @param times - without them, any row of any age without a conversationId that fits may be the draft
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
    /** The value of the header, instead of `headers`. */
    readonly signature?: string | null | undefined;
    /** The exact text of the body, not parsed. */
    readonly body: string;
    /** Your merchant id, for the webhooks of subscriptions: the signature covers it, but the webhook doesn't contain it. */
    readonly merchantId?: string | number | undefined;
  }): Webhook;
}

export interface Iyzico extends Operations {}

/** The names of a merchant's operations. */
export type MerchantName = keyof Operations & OperationName;

/** The names of a terminal's operations. */
export type TerminalName = Exclude<DraftableName, MerchantName>;

/** The names of the operations that move money. */
export type RefundName = Exclude<DraftableName, QuestionName>;

/** The members of a request that are needed to read its answer; a stored request or draft has them. */
export type Sent<O extends OperationName> = {
  /** The operation of the request. */
  readonly operation: O;
  /** The body that was sent. */
  readonly body?: unknown;
  /** The URL that was called; a GET has its params there. */
  readonly url?: string | undefined;
  /** The path of a draft. */
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

  /** The same endpoint with another access token, after the advice `renew-token` or before. */
  withToken(accessToken: string): IyzicoTerminal;

  /**
   * Checks a draft again and adds the access token.
   *
   * @throws {@link IyzicoValidationError} unless it is exactly what its own fields produce
   */
  sign<O extends TerminalName>(draft: Draft<O>): SignedRequest<O>;
  sign(draft: unknown): SignedRequest<TerminalName>;

  /**
   * Reads the answer to a request. Never throws for anything that the network can send. The Terminal API signs no answer: an
   * answer counts if it repeats the request's ids.
   *
   * @param request - the request or its draft, also as stored
   * @param answer - `{ status, text }`, or `null` when none came
   */
  read<O extends TerminalName>(request: Sent<O>, answer: Answer): Outcome<O>;

  /**
   * Decides whether a refund or void whose outcome is unknown was carried out, by the answer to `transactionStatus` of its own
   * `transactionReferenceId`. Never throws for anything that the network can send.
   *
   * `landed`: iyzico knows the reference, of this payment, and has the bank's reference of the refund or void. `not-landed`: iyzico
   * knows no transaction with it (380107, 380108, 380109), under HTTP 200 or 400, five minutes or more after `sentAt`; this needs
   * an answer that repeats the reference, or the `question`. Anything else is `ambiguous`, with a reason.
   *
   * @param request - the request or its draft, as stored
   * @param answer - the answer to `transactionStatus`, or `null` when none came
   */
  reconcile(
    request: Sent<RefundName & TerminalName>,
    answer: Answer,
    known?: ReadBackTimes & AskedQuestion,
  ): Reconciliation;

  /**
   * Decides, before a draft is sent for the first time, whether iyzico already knows its `transactionReferenceId`.
   *
   * @param draft - the draft to send
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
  /** As iyzico gave it to the application. */
  readonly clientId: string;
  /** As iyzico gave it to the application. Kept in the wasm's memory until `free()`. */
  readonly clientSecret: string;
} & Endpoint;

/**
 * Logs in to the Terminal API: `authorize` gives a code, `token` exchanges it for tokens, `refresh` renews them.
 *
 * @see https://docs.iyzico.com/en/products/physical-pos/terminal-api-integration/login
 */
export declare class IyzicoTerminalLogin extends Caller {
  /** @throws {@link IyzicoConfigError} */
  constructor(config: IyzicoTerminalLoginConfig);

  /** Reads the answer to a step. A login moves no money: after an unknown outcome, begin again. */
  read<O extends LoginName>(request: Sent<O>, answer: Answer): Outcome<O>;
}

export interface IyzicoTerminalLogin extends LoginOperations {}
