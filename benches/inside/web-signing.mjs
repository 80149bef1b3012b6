// HMAC by WebCrypto, with the merchant's key imported once.

import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";

import { keys } from "./merchant.mjs";

const bytes = new TextEncoder();

let key;

// Not at module load, where Workers forbid it.
export async function prepare() {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  key ??= await crypto.subtle.importKey("raw", bytes.encode(keys.secretKey), algorithm, false, ["sign", "verify"]);
}

export async function webSignature(text) {
  return bytesToHex(new Uint8Array(await crypto.subtle.sign("HMAC", key, bytes.encode(text))));
}

/** Compares in constant time. */
export function webVerifies(signature, text) {
  return crypto.subtle.verify("HMAC", key, hexToBytes(signature), bytes.encode(text));
}

export function webRandomKey() {
  return bytesToHex(crypto.getRandomValues(new Uint8Array(16)));
}
