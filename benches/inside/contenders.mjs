// Ways to sign a refund and verify its answer that run in every runtime.
//
// Each generates a new random key per request, as in production. Ours checks the params, every field of the answer, and
// that the answer belongs to the request, as by-hand.mjs does. The others only build headers and body, and verify the
// answer's signature.

import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { Iyzico } from "iyzico-reversals";

import { keys, path, signedRequest, signedValues } from "./merchant.mjs";
import { prepare, webRandomKey, webSignature, webVerifies } from "./web-signing.mjs";

export const iyzico = new Iyzico({ ...keys, environment: "sandbox" });

export const ours = {
  name: "iyzico-reversals",
  checksParams: true,
  checksEcho: true,
  build: (params) => iyzico.refund(params),
  verifies: (request, text) => iyzico.read(request, { status: 200, text }).status === "success",
};

export const webCrypto = {
  name: "WebCrypto",
  prepare,
  async build(params) {
    const body = JSON.stringify(params);
    const randomKey = webRandomKey();
    const signature = await webSignature(randomKey + path + body);
    return signedRequest(randomKey, signature, body, btoa);
  },
  verifies(_, text) {
    const answer = JSON.parse(text);
    return webVerifies(answer.signature, signedValues(answer).join(":"));
  },
};

const nobleKey = utf8ToBytes(keys.secretKey);

export const noble = {
  name: "@noble/hashes",
  build(params) {
    const body = JSON.stringify(params);
    const randomKey = webRandomKey();
    const signature = bytesToHex(hmac(sha256, nobleKey, utf8ToBytes(randomKey + path + body)));
    return signedRequest(randomKey, signature, body, btoa);
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
