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
