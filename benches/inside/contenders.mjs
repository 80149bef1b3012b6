// The ways to sign a refund and to verify its answer, ours among them.
//
// Each takes a fresh random key for every request, as each would in production. Only ours checks
// the params, the answer's every field and that it is about the request; the others do what is
// needed to have the headers, the body and a verified answer.

import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { Iyzico } from "iyzico-reversals";
import iyzipayUtils from "iyzipay/lib/utils.js";

import { buildWithIyzipay } from "./iyzipay.mjs";
import { keys, origin, path, signedValues } from "./merchant.mjs";

const { apiKey, secretKey } = keys;
const bytes = new TextEncoder();

export const iyzico = new Iyzico({ ...keys, environment: "sandbox" });

export const ours = {
  name: "iyzico-reversals",
  build: (params) => iyzico.refund(params),
  verifies: (request, text) => iyzico.read(request, 200, text).status === "success",
};

export const iyzipay = {
  name: "iyzipay",
  build: buildWithIyzipay,
  // Its own helper; the comparison is left to the caller.
  verifies(_, text) {
    const answer = JSON.parse(text);
    return iyzipayUtils.calculateHmacSHA256Signature(signedValues(answer), secretKey) === answer.signature;
  },
};

export const nodeCrypto = {
  name: "node:crypto createHmac",
  build(params) {
    const body = JSON.stringify(params);
    const randomKey = randomBytes(16).toString("hex");
    const signature = createHmac("sha256", secretKey).update(randomKey + path + body).digest("hex");
    return made(randomKey, signature, body, (inner) => Buffer.from(inner).toString("base64"));
  },
  verifies(_, text) {
    const answer = JSON.parse(text);
    const expected = createHmac("sha256", secretKey).update(signedValues(answer).join(":")).digest();
    return timingSafeEqual(expected, Buffer.from(answer.signature, "hex"));
  },
};

const webKey = await crypto.subtle.importKey("raw", bytes.encode(secretKey), { name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"]);

export const webCrypto = {
  name: "WebCrypto, key imported once",
  async build(params) {
    const body = JSON.stringify(params);
    const randomKey = webRandomKey();
    const signature = await crypto.subtle.sign("HMAC", webKey, bytes.encode(randomKey + path + body));
    return made(randomKey, bytesToHex(new Uint8Array(signature)), body, btoa);
  },
  verifies(_, text) {
    const answer = JSON.parse(text);
    return crypto.subtle.verify("HMAC", webKey, hexToBytes(answer.signature), bytes.encode(signedValues(answer).join(":")));
  },
};

const nobleKey = utf8ToBytes(secretKey);

export const noble = {
  name: "@noble/hashes hmac",
  build(params) {
    const body = JSON.stringify(params);
    const randomKey = webRandomKey();
    const signature = bytesToHex(hmac(sha256, nobleKey, utf8ToBytes(randomKey + path + body)));
    return made(randomKey, signature, body, btoa);
  },
  verifies(_, text) {
    const answer = JSON.parse(text);
    const expected = hmac(sha256, nobleKey, utf8ToBytes(signedValues(answer).join(":")));
    const given = hexToBytes(answer.signature);
    let difference = expected.length ^ given.length;
    for (let i = 0; i < expected.length; i++) difference |= expected[i] ^ given[i];
    return difference === 0;
  },
};

export const contenders = [ours, iyzipay, nodeCrypto, webCrypto, noble];

function webRandomKey() {
  return bytesToHex(crypto.getRandomValues(new Uint8Array(16)));
}

function made(randomKey, signature, body, base64) {
  const headers = {
    Authorization: `IYZWSv2 ${base64(`apiKey:${apiKey}&randomKey:${randomKey}&signature:${signature}`)}`,
    "x-iyzi-rnd": randomKey,
    "Content-Type": "application/json",
    Accept: "application/json",
  };
  return { url: origin + path, method: "POST", headers, body };
}
