// For tests only: signatures with a given random key, and those of a stand-in server.

import { made } from "./errors.js";
import * as core from "./iyzico_reversals_bg.js";
import { exact } from "./params.js";
// Loads the core in the way that this runtime needs.
import "iyzico-reversals";

export function iyzwsv2({ apiKey, secretKey, randomKey, path, body = "" }) {
  const texts = [apiKey, secretKey, randomKey, path, body].map((text) => exact(text));
  const authorization = made(() => core.iyzwsv2(...texts));
  const inner = atob(authorization.split(" ")[1]);
  return { text: randomKey + path + body, signature: inner.split("&signature:")[1], inner, authorization };
}

// An answer's signature is the HMAC of one text; with nothing before it, so is a request's.
export function sign(secretKey, text) {
  return iyzwsv2({ apiKey: "any", secretKey, randomKey: "", path: "", body: text }).signature;
}

// The counterpart of `verifyWebhook`.
export function signWebhookForTests({ secretKey, body, merchantId }) {
  const id = merchantId === undefined ? undefined : String(merchantId);
  const signature = made(() => core.signWebhook(exact(secretKey), exact(body), id));
  if (signature === undefined) throw new TypeError("the body is no webhook, or lacks a field that is signed");
  return signature;
}
