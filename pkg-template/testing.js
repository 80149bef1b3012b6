// For tests only: signatures with a given random key, and those of a stand-in server.

import { Client } from "./iyzico_reversals_bg.js";
// Loads the core in the way that this runtime needs.
import "iyzico-reversals";

export function iyzwsv2({ apiKey, secretKey, randomKey, path, body = "" }) {
  const client = new Client(apiKey, secretKey, "sandbox");
  const authorization = client.authorizationForTests(randomKey, path, body);
  client.free();
  const inner = atob(authorization.split(" ")[1]);
  return { text: randomKey + path + body, signature: inner.split("&signature:")[1], inner, authorization };
}

export function sign(secretKey, text) {
  const client = new Client("any", secretKey, "sandbox");
  const signature = client.signatureForTests(text);
  client.free();
  return signature;
}
