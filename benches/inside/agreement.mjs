// Nothing is timed before everybody has made, and verified, the right values.

import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { iyzwsv2 } from "iyzico-reversals/testing";

import { contenders, ours } from "./contenders.mjs";
import { answer, forged, keys, origin, path } from "./merchant.mjs";

/** Every contender's request carries the one signature that its random key and body call for. */
export async function agreeOnRequests(params) {
  for (const { name, build } of contenders) {
    const { url, headers, body } = await build(params);
    const randomKey = headers["x-iyzi-rnd"];
    const expected = createHmac("sha256", keys.secretKey).update(randomKey + path + body).digest("hex");
    const inner = Buffer.from(headers.Authorization.split(" ")[1], "base64").toString();

    assert.equal(url, origin + path, name);
    assert.equal(inner, `apiKey:${keys.apiKey}&randomKey:${randomKey}&signature:${expected}`, name);
    assert.equal(headers.Authorization, iyzwsv2({ ...keys, randomKey, path, body }).authorization, name);
    // Amounts are spelled in three ways: 5.25, "5.25", and what parseFloat makes of it.
    assert.deepEqual(comparable(JSON.parse(body)), comparable(params), name);
  }
}

/** Every contender takes the answer, and none takes it with another price. */
export async function agreeOnAnswers(request) {
  for (const { name, verifies } of contenders) {
    assert.equal(await verifies(request, answer), true, name);
    assert.equal(await verifies(request, forged), false, name);
  }
  assert.equal(ours.verifies(request, answer.replace("return-7", "return-8")), false);
}

function comparable({ price, ...rest }) {
  return { ...rest, price: Number(price) };
}
