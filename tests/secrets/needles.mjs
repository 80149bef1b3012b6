// Secrets that occur nowhere else, and all forms in which they could appear.

import { randomBytes } from "node:crypto";

/** A new secret of visible ASCII, with a name that says whose it is. */
export function secret(name) {
  return `${name}-${randomBytes(18).toString("hex")}`;
}

/** The secret as text, as hex, and as base64 at each of the three offsets where it can start in a longer text. */
export function formsOf(secret) {
  const bytes = Buffer.from(secret);
  const base64 = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64").replace(/=+$/, "");
    // The letters at both ends also encode bits of neighbouring bytes.
    return text.slice(before === 0 ? 0 : before + 1, -2);
  });
  const url = base64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_"));
  const reversed = [...secret].reverse().join("");
  return [...new Set([secret, bytes.toString("hex"), bytes.toString("hex").toUpperCase(), ...base64, ...url, encodeURIComponent(secret), reversed])];
}

/** As bytes: half a secret counts, and so do HMAC's inner and outer padded keys. */
export function bytesOf(secret) {
  const bytes = Buffer.from(secret);
  const half = bytes.subarray(bytes.length >> 1);
  const padded = [0x36, 0x5c].map((pad) => Buffer.from(half.map((byte) => byte ^ pad)));
  const texts = formsOf(secret).slice(1).map((text) => Buffer.from(text.slice(text.length >> 1)));
  return [half, bytes.subarray(0, bytes.length >> 1), Buffer.from(secret, "utf16le"), ...padded, ...texts];
}
