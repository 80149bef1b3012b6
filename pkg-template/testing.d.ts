import type { Answers, OperationName, Sent } from "./index.js";

/** The stages of an IYZWSv2 signature. */
export interface Iyzwsv2 {
  /** The signed text: random key, path and body. */
  text: string;
  /** The HMAC-SHA256 of that text with the secret key, in lowercase hex. */
  signature: string;
  /** Keys and signature, before base64. */
  inner: string;
  /** The `Authorization` header. */
  authorization: string;
}

/**
 * Signs with a random key of your choice, to reproduce known signatures. For tests only: with a random key that is used twice, an
 * observer can replay a request.
 */
export declare function iyzwsv2(input: {
  /** The merchant's api key. */
  apiKey: string;
  /** The merchant's secret key. */
  secretKey: string;
  /** The random key. */
  randomKey: string;
  /** The path, without a query. */
  path: string;
  /** @defaultValue `""` */
  body?: string;
}): Iyzwsv2;

/**
 * The HMAC-SHA256 of `text` with `secretKey`, in lowercase hex: the signature of an answer, if `text` is its signed values joined
 * with `:`.
 */
export declare function sign(secretKey: string, text: string): string;

/**
 * The `X-IYZ-SIGNATURE-V3` of a webhook: the counterpart of `verifyWebhook`.
 *
 * @throws TypeError when the body is no webhook, or lacks a signed field
 */
export declare function signWebhookForTests(input: {
  /** The merchant's secret key. */
  secretKey: string;
  /** The exact text of the webhook. */
  body: string;
  /** The merchant id, for a subscription's webhook. */
  merchantId?: string | number;
}): string;

/** Keys for tests, unknown to iyzico: a client with these keys accepts the answers of `fakeAnswer`. */
export declare const testKeys: {
  /** The api key. */
  readonly apiKey: string;
  /** The secret key. */
  readonly secretKey: string;
};

/** A request as a mock server receives it, such as one of MSW. */
export interface ReceivedRequest {
  /** The URL or path. */
  readonly url: string;
  /** The text of the body; none for a GET. */
  readonly body?: string | null | undefined;
  /** Always absent: only a request of this package has one. */
  readonly operation?: undefined;
}

/**
 * A successful answer to `request`: it repeats the request's ids and amount, and is signed if iyzico signs it.
 *
 * @param request - a request or draft of this package, or the URL and body of a request that was received
 * @param overrides - fields of the answer, amounts as decimal strings. The answer is signed with them: `{ price: "4.00" }` makes
 * one that verifies and repeats another amount, which reads as unknown. `secretKey` is your client's, if it isn't
 * {@link testKeys}'.
 * @throws IyzicoValidationError when the request can't be read, or an override is no field of the answer
 */
export declare function fakeAnswer<O extends OperationName>(
  request: Sent<O> | ReceivedRequest,
  overrides?: Partial<Answers[O]> & { readonly secretKey?: string | undefined },
): FakeAnswer;

/**
 * A refusal of `request` with this code.
 *
 * @param code - iyzico's code, such as `"5087"`
 * @throws IyzicoValidationError when the request can't be read
 */
export declare function fakeFailure(request: Sent<OperationName> | ReceivedRequest, code: string): FakeAnswer;

/** An answer, as `read` takes it and a mock server sends it. */
export interface FakeAnswer {
  /** The HTTP status. */
  readonly status: 200;
  /** The body. */
  readonly text: string;
}
