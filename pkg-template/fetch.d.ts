/** The answer to a request, as `read` and `reconcile` take it; `null` when none came. */
export type Answer = {
  /** The HTTP status; 0 of a redirect that the runtime hides. */
  readonly status: number;
  /** The whole body, decoded as UTF-8. Nothing is stripped or parsed. */
  readonly text: string;
} | null;

/** A Blob, of which no more is needed here than that it is one. */
interface BlobLike {
  readonly size: number;
  readonly type: string;
}

/** A request of this package, as its methods return it. */
export interface ExchangeRequest {
  readonly operation: string;
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The exact body; of a step of a login a Blob, of a GET `null`. */
  readonly body: string | null | BlobLike;
}

/** An AbortSignal. */
interface SignalLike {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

// What fetch takes, where the project has the types of a runtime (dom, @types/node, workers-types); none is needed.
interface MinimalInit {
  readonly body: string | BlobLike;
  readonly signal: SignalLike;
}
type HostInit = typeof globalThis extends { fetch: (input: any, init?: infer Init) => any } ? NonNullable<Init> : MinimalInit;
type Host<Member extends keyof MinimalInit> = HostInit extends { readonly [M in Member]?: infer Type } ? NonNullable<Type> : MinimalInit[Member];

/** What `exchange` passes to fetch: the request's own members and these. */
export interface ExchangeInit {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Host<"body"> | null;
  readonly redirect: "manual";
  /** Aborts at the time limit and when the caller's signal does. */
  readonly signal: Host<"signal">;
}

/** What `exchange` needs of a Response. */
export interface ExchangeResponse {
  readonly status: number;
  readonly type?: string;
  readonly redirected?: boolean;
  /** A ReadableStream of bytes, or `null` when there is no body. */
  readonly body: { getReader(): unknown } | null;
}

/** Settings of one exchange. */
export interface ExchangeOptions {
  /**
   * A fetch in place of the runtime's own. It gets the request as it was made. You vouch that it sends the request at
   * most once, with its exact bytes, follows no redirect and resolves to a Response whose body nobody has read.
   * Passing `globalThis.fetch` is the same as passing none.
   */
  readonly fetch?: ((url: string, init: ExchangeInit) => PromiseLike<ExchangeResponse>) | undefined;
  /**
   * The time limit in milliseconds, from 1 to 140000, for all of it: from sending to the answer's last byte.
   *
   * @defaultValue `140000`, as long as iyzico's own Java SDK waits
   */
  readonly timeoutMs?: number | undefined;
  /** Stops waiting. What was sent is not taken back: the outcome is unknown. */
  readonly signal?: SignalLike | undefined;
  /** Is called with each event, for logs and metrics. What it throws is ignored. */
  readonly onEvent?: ((event: ExchangeEvent) => void) | undefined;
}

/** What all events have. */
interface Happened {
  /** The request's `operation`; `null` when it has none. */
  readonly operation: string | null;
}

/** What the events after `sent` have. */
interface Elapsed extends Happened {
  /** Whole milliseconds since `sent`. */
  readonly elapsedMs: number;
}

/** Nothing was sent. */
interface Refused extends Happened {
  readonly type: "refused";
  readonly reason: RefusalReason;
  /** The same for people, and what to do about it. */
  readonly message: string;
}

/** The request goes to fetch. From here on money may move. */
interface Sent extends Happened {
  readonly type: "sent";
}

/** An answer came, whole. */
interface Answered extends Elapsed {
  readonly type: "answered";
  /** The HTTP status; 0 of a redirect that the runtime hides. */
  readonly status: number;
}

/** An answer came and is longer than 4 MiB. What was read of it is returned, so that `read` says `too-large`. */
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
  /** Whole milliseconds since `sent`. Missing when the signal had aborted before: then nothing was sent. */
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
 * What happens during an exchange: `refused`, or `aborted` alone, or `sent` and then one of the others. Frozen. It never
 * holds a header, a body, a URL or an error's message, so it may be logged.
 */
export type ExchangeEvent = Refused | Sent | Answered | TooLarge | TimedOut | Aborted | Failed;

/**
 * Why nothing was sent.
 *
 * - `resends`: the operation moves money, and this runtime may send a POST more than once. Send it from a server or a
 *   Worker, or pass a `fetch` that sends it once.
 * - `request`: it is not a request that this package made.
 * - `no-fetch`: this runtime has no fetch, and none was passed.
 * - `fetch`, `timeoutMs`, `signal`: this option is wrong.
 */
export type RefusalReason = "resends" | "request" | "no-fetch" | "fetch" | "timeoutMs" | "signal";

/**
 * Why there is no answer.
 *
 * - `no-response`: fetch threw or rejected
 * - `broken-off`: the body broke off before its end
 * - `not-a-response`: a caller's own fetch resolved to something else than a fresh Response
 */
export type FailureReason = "no-response" | "broken-off" | "not-a-response";

/**
 * Sends a request once, with the runtime's fetch, and waits for its answer. Never throws and never rejects.
 *
 * `null` means that no answer came. Pass it to `read`, which says that the outcome is unknown, and read back. A refused
 * request and a wrong option give `null`, too, so that a mistake never looks like "not sent": nothing was sent, and an
 * event of the type `refused` says why (unless `onEvent` itself is wrong).
 *
 * A request that moves money is sent only where it arrives once: in Node, Bun, Deno, Cloudflare Workers and Vercel's
 * edge runtime. To that end Node's fetch gets its body as a stream and Deno's as a Blob; the bytes and their length are
 * those of the text. Other runtimes refuse it with the reason `resends`: browsers send a POST again when a connection
 * breaks. Questions and logins move nothing and are sent anywhere.
 */
export declare function exchange(request: ExchangeRequest, options?: ExchangeOptions): Promise<Answer>;

// Without this everything above would be exported.
export {};
