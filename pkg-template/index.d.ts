/// <reference lib="esnext.disposable" />

import type { Advice, Answers, IssueCode, OperationName, Operations, Params, Reason } from "./operations.js";

export type { Advice, Answers, IssueCode, OperationName, Params, Reason };

/** One thing that is wrong with an input. */
export interface Issue {
  /** The names that lead to the value; empty when the input as a whole is wrong. */
  readonly path: readonly string[];
  /** What is wrong, for programs. Fixed for ever. */
  readonly code: IssueCode;
  /** What is wrong and what would be right; in Turkish when the params' `locale` is `tr`, else in English. */
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
export declare function validate<O extends OperationName>(operation: O, params: unknown): Validation<O>;

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
export interface Draft<O extends OperationName = OperationName> {
  readonly operation: O;
  readonly method: "POST";
  /** The path that is called and signed. */
  readonly path: string;
  /** The exact body that will be signed and sent. */
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
export declare function draft<O extends OperationName>(operation: O, params: Params[O]): Draft<O>;

/** A signed request: plain, frozen, and as it is a valid init for `fetch(request.url, request)`. */
export interface Request<O extends OperationName = OperationName> {
  readonly operation: O;
  readonly url: string;
  readonly method: "POST";
  readonly headers: Headers;
  /** The bytes that were signed. Send them as they are. */
  readonly body: string;
  /** A signed body must not follow a redirect; a 3xx answer reads as unknown. */
  readonly redirect: "manual";
  /** See {@link Draft.fingerprint}. */
  readonly fingerprint: string;
}

/** The headers of a signed request. */
export interface Headers extends Readonly<Record<string, string>> {
  readonly Authorization: string;
  readonly "x-iyzi-rnd": string;
  readonly "Content-Type": "application/json";
  readonly Accept: "application/json";
  readonly "x-iyzi-client-version": string;
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
  /** The answer's text, cut after 64 KiB; `null` when none came. */
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

/** Nobody can tell from this answer whether the money moved. Look it up; never send it again blindly. */
export interface Unknown<O extends OperationName = OperationName> extends Answered<O> {
  readonly status: "unknown";
  readonly reason: Reason;
  /** What iyzico says, when that is what leaves the doubt. */
  readonly error: ApiError | null;
  readonly advice: "reconcile";
}

/** What became of a request. */
export type Outcome<O extends OperationName = OperationName> = Success<O> | Failure<O> | Unknown<O>;

/** The merchant's keys and where to send; there is no default environment. */
export type IyzicoConfig = {
  /** As iyzico's panel shows it. */
  readonly apiKey: string;
  /** As iyzico's panel shows it, a `sandbox-` prefix included. Kept only as keyed HMAC state. */
  readonly secretKey: string;
} & (
  | { readonly environment: "sandbox" | "live"; readonly baseUrl?: undefined }
  | {
      /** An https address, or http on this machine. A path prefix is kept in the URL and never signed. */
      readonly baseUrl: string;
      readonly environment?: undefined;
    }
);

/** Signs requests for one merchant and reads their answers. Server or edge only: it needs the keys. */
export declare class Iyzico {
  /** @throws {@link IyzicoConfigError} */
  constructor(config: IyzicoConfig);

  /**
   * Checks a draft again, from wherever it comes, and signs it.
   *
   * @throws {@link IyzicoValidationError} when it isn't exactly what its own fields produce
   */
  sign<O extends OperationName>(draft: Draft<O>): Request<O>;

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
  }): Headers;

  /**
   * Reads the answer to `request`. Never throws for anything the network can send.
   *
   * @param request - what was sent; one that was stored and read back will do
   * @param status - the HTTP status, `null` when no answer came
   * @param text - the answer's text, `null` when no answer came (fetch threw or timed out)
   */
  read<O extends OperationName>(
    request: Pick<Request<O>, "operation" | "body">,
    status: number | null,
    text: string | null,
  ): Outcome<O>;

  /** Wipes the keys. Any later call throws an {@link IyzicoConfigError}. */
  free(): void;
  [Symbol.dispose](): void;
}

export interface Iyzico extends Operations {}
