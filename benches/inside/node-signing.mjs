// HMAC by node:crypto, which needs a new object for every text.

import { createHmac, randomBytes } from "node:crypto";

import { keys } from "./merchant.mjs";

export function nodeHmac(text) {
  return createHmac("sha256", keys.secretKey).update(text);
}

export function nodeRandomKey() {
  return randomBytes(16).toString("hex");
}

export function nodeBase64(text) {
  return Buffer.from(text).toString("base64");
}
