/** An answer, as `read` and `reconcile` take it; `null` when none came. */
export type Answer = {
  /** The HTTP status; 0 for a redirect that the runtime hides. */
  readonly status: number;
  /** The whole body, decoded as UTF-8. Nothing is stripped or parsed. */
  readonly text: string;
} | null;

/** A Blob. */
interface BlobLike {
  readonly size: number;
  readonly type: string;
}

/** A request of this package, as its methods return it. */
export interface ExchangeRequest {
  /** The operation, by which `exchange` knows whether money moves. */
  readonly operation: string;
  /** The URL to send it to. */
  readonly url: string;
  /** The HTTP method. */
  readonly method: string;
  /** The headers, signature included. */
  readonly headers: Readonly<Record<string, string>>;
  /** The exact body; a Blob for a login, `null` for a GET. */
  readonly body: string | null | BlobLike;
}

/** An AbortSignal. */
interface SignalLike {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

// The types of fetch's init, if the project has the types of a runtime (dom, @types/node, workers-types).
interface MinimalInit {
  readonly body: string | BlobLike;
  readonly signal: SignalLike;
}
type HostInit = typeof globalThis extends { fetch: (input: any, init?: infer Init) => any } ? NonNullable<Init> : MinimalInit;
type Host<Member extends keyof MinimalInit> = HostInit extends { readonly [M in Member]?: infer Type } ? NonNullable<Type> : MinimalInit[Member];

/** The init that `exchange` passes to fetch. */
export interface ExchangeInit {
  /** The request's own. */
  readonly method: string;
  /** The request's own. */
  readonly headers: Readonly<Record<string, string>>;
  /** The exact bytes to send; `null` of a GET. */
  readonly body: Host<"body"> | null;
  /** A redirect is returned, not followed. */
  readonly redirect: "manual";
  /** Aborts at the time limit, or with the caller's signal. */
  readonly signal: Host<"signal">;
}

/** The members of a Response that `exchange` uses. */
export interface ExchangeResponse {
  /** The HTTP status. */
  readonly status: number;
  /** `opaqueredirect` where the runtime hides a redirect. */
  readonly type?: string;
  /** Whether a redirect was followed: then it is no answer. */
  readonly redirected?: boolean;
  /** A ReadableStream of bytes, or `null` when there is no body. */
  readonly body: {
    /** Reads the stream. */
    getReader(): unknown;
  } | null;
}

/** The options of an exchange. */
export interface ExchangeOptions {
  /**
   * A fetch to use instead of the runtime's. It must send the request at most once, with its exact bytes, follow no redirect and
   * resolve to a Response whose body is unread. Passing `globalThis.fetch` is the same as passing none.
   */
  readonly fetch?: ((url: string, init: ExchangeInit) => PromiseLike<ExchangeResponse>) | undefined;
  /**
   * The time limit in milliseconds, from 1 to 140000, from sending to the last byte of the answer.
   *
   * @defaultValue `140000`, the time-out of iyzico's own Java SDK
   */
  readonly timeoutMs?: number | undefined;
  /** Stops waiting when it aborts. The request may have arrived: the outcome is unknown. */
  readonly signal?: SignalLike | undefined;
  /** Receives each event, for logs and metrics. Its exceptions are ignored. */
  readonly onEvent?: ((event: ExchangeEvent) => void) | undefined;
}

/** The members of all events. */
interface Happened {
  /** The request's operation; `null` when it has none. */
  readonly operation: string | null;
}

/** The members of the events after `sent`. */
interface Elapsed extends Happened {
  /** Whole milliseconds since `sent`. */
  readonly elapsedMs: number;
}

/** Nothing was sent. */
interface Refused extends Happened {
  readonly type: "refused";
  readonly reason: RefusalReason;
  /** The reason in words, and what to do. */
  readonly message: string;
}

/** The request was passed to fetch: from here on money may move. */
interface Sent extends Happened {
  readonly type: "sent";
}

/** A whole answer came. */
interface Answered extends Elapsed {
  readonly type: "answered";
  /** The HTTP status; 0 for a redirect that the runtime hides. */
  readonly status: number;
}

/** An answer is longer than 4 MiB. The part that was read is returned, so that `read` says `too-large`. */
interface TooLarge extends Elapsed {
  readonly type: "too-large";
  /** The HTTP status. */
  readonly status: number;
}

/** No whole answer came within `timeoutMs`. */
interface TimedOut extends Elapsed {
  readonly type: "timed-out";
}

/** The caller's signal aborted. */
interface Aborted extends Happened {
  readonly type: "aborted";
  /** Whole milliseconds since `sent`; missing if the signal aborted before: then nothing was sent. */
  readonly elapsedMs?: number;
}

/** No whole answer came. The request may have arrived. */
interface Failed extends Elapsed {
  readonly type: "failed";
  readonly reason: FailureReason;
  /** The HTTP status of an answer that broke off. */
  readonly status?: number;
}

/**
 * An event of an exchange: `refused`, or `aborted` alone, or `sent` and then one of the others. Frozen. It never contains a
 * header, a body, a URL or the message of an error, so it is safe to log.
 */
export type ExchangeEvent = Refused | Sent | Answered | TooLarge | TimedOut | Aborted | Failed;

/**
 * Why nothing was sent.
 *
 * - `resends`: the operation moves money, and this runtime may send a POST more than once. Send it from a server or a Worker, or
 *   pass a `fetch` that sends it once.
 * - `request`: the first argument is not a request of this package.
 * - `no-fetch`: this runtime has no fetch, and none was passed.
 * - `fetch`, `timeoutMs`, `signal`: this option is wrong.
 */
export type RefusalReason = "resends" | "request" | "no-fetch" | "fetch" | "timeoutMs" | "signal";

/**
 * Why there is no answer.
 *
 * - `no-response`: fetch threw or rejected
 * - `broken-off`: the body broke off before its end
 * - `not-a-response`: the caller's own fetch did not resolve to an unread Response
 */
export type FailureReason = "no-response" | "broken-off" | "not-a-response";

/**
 * Sends a request once, with the runtime's fetch, and waits for its answer. Never throws and never rejects.
 *
 * `null` means that no answer came. Pass it to `read`, which says that the outcome is unknown, and read back. A refused request
 * or a wrong option also gives `null`: nothing was sent then, and the event `refused` gives the reason (unless `onEvent` itself is
 * wrong).
 *
 * A request that moves money is sent only in runtimes where it arrives once: Node, Bun, Deno, Cloudflare Workers and Vercel's edge
 * runtime. To achieve that, Node's fetch gets the body as a stream and Deno's as a Blob, with the same bytes and length. Other
 * runtimes refuse it with the reason `resends`: browsers send a POST again when a connection breaks. Operations that move no money
 * are sent everywhere.
 */
export declare function exchange(request: ExchangeRequest, options?: ExchangeOptions): Promise<Answer>;

// Without this everything above would be exported.
export {};
