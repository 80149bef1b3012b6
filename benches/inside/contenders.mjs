// The ways to sign a refund and to verify its answer that every runtime has, ours among them.
//
// Each takes a fresh random key for every request, as each would in production. Ours checks the
// params, the answer's every field and that it is about the request, as by-hand.mjs does; the
// others do what is needed to have the headers, the body and a verified answer.

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
