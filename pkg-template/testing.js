// For tests only: signatures with a given random key, and those of a stand-in server.

import { iyzwsv2ForTests, signatureForTests } from "./iyzico_reversals_bg.js";
// Loads the core in the way that this runtime needs.
import "iyzico-reversals";

export function iyzwsv2({ apiKey, secretKey, randomKey, path, body = "" }) {
  const [signature, inner, authorization] = iyzwsv2ForTests(apiKey, secretKey, randomKey, path, body);
  return { text: randomKey + path + body, signature, inner, authorization };
}

export function sign(secretKey, text) {
  return signatureForTests(secretKey, text);
}
