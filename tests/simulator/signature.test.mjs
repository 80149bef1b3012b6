// The signature covers exactly the received bytes and the received path.

import assert from "node:assert/strict";
import { test } from "node:test";
import { authorization, details, hmac, openSandbox, post } from "./support/client.mjs";

const path = "/payment/refund";
const body = '{"paymentTransactionId":"27169345","price":5,"description":"çok küçük"}';

test("any one changed byte of the body is refused and moves nothing", async (t) => {
  const { url, sandbox, standard } = await openSandbox(t);
  const signed = authorization(standard, { path, body });
  const bytes = Buffer.from(body);
  for (let index = 0; index < bytes.length; index += 1) {
    const changed = Buffer.from(bytes);
    changed[index] ^= 1;
    const { json } = await post(url, standard, path, changed, { authorization: signed });
    assert.equal(json.errorCode, "1000", `byte ${index}`);
  }
  const { json } = await post(url, standard, path, `${body} `, { authorization: signed });
  assert.equal(json.errorCode, "1000", "a space at the end");
  assert.equal(sandbox.books("25180188").movements, 0);
});

test("key order, white space and escapes are free when signed as sent", async (t) => {
  const { url, sandbox, standard } = await openSandbox(t);
  const spellings = [
    '{"price":1,"paymentTransactionId":"27169345"}',
    '{\n\t"paymentTransactionId" : "27169345",\r\n "price" : 1\n}\n',
    '{"paymentTransactionId":"27169345","price":1,"description":"\\u00e7ok \\"1\\" 9"}',
    '{"paymentTransactionId":27169345,"price":"1.0","ip":null}',
    '{"paymentTransactionId":"27169345","price":1.00e0}',
  ];
  for (const spelling of spellings) {
    const { json } = await post(url, standard, path, spelling);
    assert.equal(json.status, "success", spelling);
  }
  assert.equal(sandbox.books("25180188").refunded, "5");
});

test("bytes that are no UTF-8 or no JSON object are refused as invalid, not as badly signed", async (t) => {
  const { url, standard } = await openSandbox(t);
  const latin1 = Buffer.from('{"paymentTransactionId":"27169345","price":1,"description":"k\u00fc\u00e7\u00fck"}', "latin1");
  for (const broken of [latin1, "{", "[]", "null", '{"price":01}', "5"]) {
    const { json } = await post(url, standard, path, broken);
    assert.equal(json.errorCode, "11", String(broken));
  }
});

test("the path is signed as sent; the query is not", async (t) => {
  const { url, standard } = await openSandbox(t);
  const forOtherPath = authorization(standard, { path: "/v2/payment/refund", body });
  assert.equal((await post(url, standard, path, body, { authorization: forOtherPath })).json.errorCode, "1000");

  assert.equal((await post(url, standard, "/payment/ref%75nd", body)).status, 404);

  const get = "/v2/reporting/payment/details";
  const found = await details(url, standard, { paymentConversationId: "siparis-1001", locale: "tr" });
  assert.equal(found.json.payments[0].paymentId, "25180188");
  const withQuery = authorization(standard, { path: `${get}?paymentId=25180188` });
  const refused = await details(url, standard, { paymentId: "25180188" }, { authorization: withQuery });
  assert.equal(refused.json.errorCode, "1000");
});

test("a percent-encoded query is read decoded", async (t) => {
  const { url, sandbox, standard } = await openSandbox(t);
  sandbox.createPayment({ merchant: "standard", conversationId: "sipariş & 7", items: [{ paidPrice: "3" }] });
  const { json } = await details(url, standard, { paymentConversationId: "sipariş & 7" });
  assert.equal(json.payments[0].paymentConversationId, "sipariş & 7");
});

test("x-iyzi-rnd may be left out, and must agree if it is there", async (t) => {
  const { url, standard } = await openSandbox(t);
  const signed = authorization(standard, { path, body, randomKey: "abc-123" });
  const send = async (headers) => (await post(url, standard, path, body, { authorization: signed, ...headers })).json;
  assert.equal((await send({})).status, "success");
  assert.equal((await send({ "x-iyzi-rnd": "abc-123" })).status, "success");
  assert.equal((await send({ "x-iyzi-rnd": "abc-124" })).errorCode, "1000");
});

test("the header's form is exact", async (t) => {
  const { url, sandbox, standard } = await openSandbox(t);
  const { apiKey, secretKey } = standard;
  const encode = (inner) => Buffer.from(inner).toString("base64");
  const signature = hmac(secretKey, "r1", path, body);
  const inner = `apiKey:${apiKey}&randomKey:r1&signature:${signature}`;
  const unpadded = encode(`apiKey:${apiKey}&randomKey:r12&signature:${hmac(secretKey, "r12", path, body)}`).replace(/=+$/, "");
  assert.notEqual(unpadded.length % 4, 0, "this inner text needs padding");

  const refusals = {
    "1000": [`IYZWSv2 ${encode(inner.replace(signature, signature.toUpperCase()))}`, `IYZWSv2 ${encode(inner.slice(0, -1))}`],
    "1001": [
      `IYZWSv2  ${encode(inner)}`,
      `IYZWS ${encode(inner)}`,
      `IYZWSv2 ${unpadded}`,
      `IYZWSv2 ${encode(inner.replace("&randomKey:r1", ""))}`,
      "IYZWSv2 ",
      "",
    ],
  };
  for (const [code, headers] of Object.entries(refusals)) {
    for (const header of headers) {
      assert.equal((await post(url, standard, path, body, { authorization: header })).json.errorCode, code, header);
    }
  }
  assert.equal(sandbox.books("25180188").movements, 0);
  assert.equal((await post(url, standard, path, body, { authorization: `IYZWSv2 ${encode(inner)}` })).json.status, "success");
});

test("the price is signed without trailing zeros, however the answer spells it", async (t) => {
  const { url, sandbox, standard } = await openSandbox(t);
  const cases = [
    ["plain", "5", "5", "5"],
    ["plain", "10.50", "10.5", "10.5"],
    ["two-decimals", "5", "5.00", "5"],
    ["two-decimals", "10.5", "10.50", "10.5"],
    ["two-decimals", "10.505", "10.505", "10.505"],
    ["eight-decimals", "1.2", "1.20000000", "1.2"],
    ["eight-decimals", "100", "100.00000000", "100"],
    ["eight-decimals", "0.000001", "0.00000100", "0.000001"],
    ["eight-decimals", "0.00000001", "1E-8", "0.00000001"],
    ["eight-decimals", "0.00000012", "1.2E-7", "0.00000012"],
    ["exponent", "5", "500000000E-8", "5"],
    ["string", "10.50", '"10.5"', "10.5"],
  ];
  for (const [priceSpelling, price, written, signed] of cases) {
    const payment = sandbox.createPayment({ merchant: "standard", priceSpelling, items: [{ paidPrice: price }] });
    const [{ paymentTransactionId }] = payment.items;
    const { text, json } = await post(url, standard, path, { paymentTransactionId, price });
    assert.ok(text.includes(`"price":${written},`), `${priceSpelling} ${price}: ${text}`);
    assert.equal(json.signature, hmac(standard.secretKey, `${payment.paymentId}:${signed}:TRY:`), `${priceSpelling} ${price}`);
  }
});
