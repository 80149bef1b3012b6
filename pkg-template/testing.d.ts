import type { Answers, OperationName, Sent } from "./index.js";

/** The stages of an IYZWSv2 signature. */
export interface Iyzwsv2 {
  /** What is signed: random key, path and body. */
  text: string;
  /** Its HMAC-SHA256 under the secret key, in lowercase hex. */
  signature: string;
  /** The keys and the signature, before base64. */
  inner: string;
  /** The `Authorization` header. */
  authorization: string;
}

/**
 * Signs with a random key of your choice, to reproduce known signatures. Only for tests: with a
 * random key that is used twice, an observer can replay a request.
 */
export declare function iyzwsv2(input: {
  apiKey: string;
  secretKey: string;
  randomKey: string;
  path: string;
  /** @defaultValue `""` */
  body?: string;
}): Iyzwsv2;

/**
 * HMAC-SHA256 of `text` under `secretKey` in lowercase hex: the signature of an answer, where `text`
 * is its signed values joined with `:`.
 */
export declare function sign(secretKey: string, text: string): string;

/**
 * The `X-IYZ-SIGNATURE-V3` that iyzico would send with a webhook: the counterpart of `verifyWebhook`.
 *
 * @throws TypeError when the body is no webhook, or lacks a field that is signed
 */
export declare function signWebhookForTests(input: {
  secretKey: string;
  /** The exact text of the webhook. */
  body: string;
  /** A subscription's webhook is signed over it. */
  merchantId?: string | number;
}): string;

/** Keys for tests: with a client that has them, the answers of `fakeAnswer` verify. iyzico knows them not. */
export declare const testKeys: { readonly apiKey: string; readonly secretKey: string };

/** What a server that stands in for iyzico, such as one of MSW, gets of a request. */
export interface ReceivedRequest {
  /** The URL or path that was called. */
  readonly url: string;
  /** The text of the body; none of a GET. */
  readonly body?: string | null | undefined;
  readonly operation?: undefined;
}

/**
 * The answer that iyzico would give if it did what `request` asks for: it repeats the request's ids and amount, and is
 * signed where iyzico signs.
 *
 * @param request - a request or draft of this package, or the URL and body of a request that was received
 * @param overrides - fields of the answer in the place of those that are made up; amounts as decimal strings. The answer is
 * signed with them: `{ price: "4.00" }` makes one that verifies and repeats another amount, which reads as unknown.
 * `secretKey` is that of your client, if it isn't the one of {@link testKeys}.
 * @throws IyzicoValidationError when the request can't be read, or an override is no field of the answer
 */
export declare function fakeAnswer<O extends OperationName>(
  request: Sent<O> | ReceivedRequest,
  overrides?: Partial<Answers[O]> & { readonly secretKey?: string | undefined },
): FakeAnswer;

/**
 * The answer that iyzico would give if it refused `request` with this code.
 *
 * @param code - iyzico's code, such as `"5087"`; `read` shows what it means
 * @throws IyzicoValidationError when the request can't be read
 */
export declare function fakeFailure(request: Sent<OperationName> | ReceivedRequest, code: string): FakeAnswer;

/** An answer as `read` takes it, with what a server needs to send it. */
export interface FakeAnswer {
  readonly status: 200;
  readonly text: string;
}
