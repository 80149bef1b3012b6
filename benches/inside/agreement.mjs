// Nothing is timed before everybody has made, and verified, the right values.

import { iyzwsv2 } from "iyzico-reversals/testing";

import { ours } from "./contenders.mjs";
import { answer, forged, keys, origin, path } from "./merchant.mjs";

/** Every contender's request carries the one signature that its random key and body call for. */
export async function agreeOnRequests(contenders, params) {
  for (const { name, build } of contenders) {
    const { url, headers, body } = await build(params);
    const randomKey = headers["x-iyzi-rnd"];
    const inner = atob(headers.Authorization.split(" ")[1]);
    const signature = await webSignature(randomKey + path + body);

    equal(url, origin + path, name);
    equal(inner, `apiKey:${keys.apiKey}&randomKey:${randomKey}&signature:${signature}`, name);
    equal(headers.Authorization, iyzwsv2({ ...keys, randomKey, path, body }).authorization, name);
    equal(comparable(JSON.parse(body)), comparable(params), name);
  }
}

/** Every contender takes the answer, and none takes it with another price. */
export async function agreeOnAnswers(contenders, request) {
  for (const { name, verifies } of contenders) {
    equal(await verifies(request, answer), true, name);
    equal(await verifies(request, forged), false, name);
  }
  equal(ours.verifies(request, answer.replace("return-7", "return-8")), false, ours.name);
}

/** The host's own HMAC, as the judge of all. */
async function webSignature(text) {
  const bytes = new TextEncoder();
  const key = await crypto.subtle.importKey("raw", bytes.encode(keys.secretKey), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const signature = new Uint8Array(await crypto.subtle.sign("HMAC", key, bytes.encode(text)));
  return Array.from(signature, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Amounts are spelled in three ways, 5.25, "5.25" and what parseFloat makes of it, and members come in any order.
function comparable({ price, ...rest }) {
  return JSON.stringify(Object.entries({ ...rest, price: Number(price) }).sort());
}

function equal(actual, expected, name) {
  if (actual !== expected) throw new Error(`${name}: ${actual} is not ${expected}`);
}
