// Checks every contender before anything is timed: its requests and verifications must be right. Contenders that check params,
// or that an answer belongs to the request, must refuse wrong ones.

import { iyzwsv2 } from "iyzico-reversals/testing";

import { answer, answerWith, forged, keys, origin, path, refund } from "./merchant.mjs";

/** Checks that every contender's request has the right signature for its random key and body. Ours comes first. */
export async function agreeOnRequests(contenders, params) {
  const names = headerNames(await contenders[0].build(params));
  for (const contender of contenders) {
    const { name, build } = contender;
    const { url, method, headers, body } = await build(params);
    const randomKey = headers["x-iyzi-rnd"];
    const inner = atob(headers.Authorization.split(" ")[1]);
    const signature = await webSignature(randomKey + path + body);

    equal(url, origin + path, name);
    equal(method, "POST", name);
    equal(inner, `apiKey:${keys.apiKey}&randomKey:${randomKey}&signature:${signature}`, name);
    equal(headers.Authorization, iyzwsv2({ ...keys, randomKey, path, body }).authorization, name);
    equal(comparable(JSON.parse(body)), comparable(params), name);
    if (!contender.checksParams) continue;
    equal(headerNames({ headers }), names, name);
    await holdToParams(contender);
  }
}

/** Checks that every contender accepts the answer, and refuses it with another price. */
export async function agreeOnAnswers(contenders, params) {
  for (const contender of contenders) {
    const { name, build, verifies } = contender;
    const request = await build(params);
    equal(await verifies(request, answer), true, name);
    equal(await verifies(request, forged), false, name);
    if (contender.checksEcho) await holdToEcho(contender, params);
  }
}

async function holdToParams({ name, build }) {
  for (const change of RIGHT) {
    const params = { ...refund, ...change };
    const { body } = await build(params);
    // The amount keeps the digits as written, which JSON.parse would hide.
    equal(/"price":([^,}]+)/.exec(body)[1], params.price, name);
    const { upTo: _, ...sent } = params;
    equal(comparable(JSON.parse(body)), comparable(sent), name);
  }
  for (const change of WRONG) {
    const told = await refusal(build, { ...refund, ...change });
    // An error with issues is a refusal; any other is a crash.
    const given = Object.entries(change).map(([field, value]) => `${field} ${value}`.slice(0, 80));
    if (!told?.issues?.length) throw new Error(`${name}: ${told ?? "nothing"} came of ${given}`);
  }
}

async function holdToEcho({ name, build, verifies }, params) {
  const request = await build(params);
  for (const text of ABOUT_IT) equal(await verifies(request, text), true, `${name}, about ${text}`);
  for (const text of NOT_ABOUT_IT) equal(await verifies(request, text), false, `${name}, about ${text}`);

  const spelled = await build({ ...params, price: `${params.price}0` });
  equal(await verifies(spelled, answer), true, `${name}, asked with another zero`);
  const another = await build({ ...params, conversationId: "return-8" });
  equal(await verifies(another, answer), false, `${name}, asked under another id`);
}

const RIGHT = [
  { price: "0.10" },
  { price: "12345678901234567890.12345678" },
  { upTo: "5.25" },
  { upTo: "5.250" },
  { price: "9.5", upTo: "10" },
  { ip: "2001:db8::1" },
  { conversationId: undefined, currency: undefined },
  { description: "Geri geldi.\n\tTeşekkürler: ş, ğ, 👟" },
  { description: undefined, reason: undefined },
];

const WRONG = [
  { amount: "5.25" },
  { price: undefined },
  { price: "0.00" },
  { price: "5,25" },
  { price: "05.25" },
  { price: "-5.25" },
  { price: "5.25e0" },
  { price: "1.123456789" },
  { price: "123456789012345678901" },
  { upTo: "5.24" },
  { upTo: "5.2499999" },
  { price: "10", upTo: "9.5" },
  { upTo: "a lot" },
  { paymentTransactionId: undefined },
  { paymentTransactionId: "" },
  { paymentTransactionId: 27169345 },
  { paymentTransactionId: "27 169" },
  { paymentTransactionId: "27:169" },
  { conversationId: "" },
  { conversationId: "return-7 " },
  { conversationId: "iade-ş" },
  { conversationId: "r".repeat(256) },
  { currency: "TL" },
  { ip: "85.34.78.256" },
  { ip: "2001:db8::1::2" },
  { reason: "REGRET" },
  { reason: undefined },
  { description: "a bell: \u0007" },
  { description: "half a shoe: \ud83d" },
  { locale: "de" },
];

// JSON.stringify has one spelling of 5.25.
const ABOUT_IT = [
  answer.replace('"price":5.25', '"price":5.250'),
  answer.replace('"price":5.25', '"price":525e-2'),
  answerWith({ errorCode: null, errorGroup: null, errorMessage: null }),
];

// All but the last ones are signed, so that only their content is wrong.
const NOT_ABOUT_IT = [
  answerWith({ conversationId: "return-8" }),
  answerWith({ conversationId: "Return-7" }),
  answerWith({ conversationId: undefined }),
  answerWith({ paymentTransactionId: "27169346" }),
  answerWith({ paymentTransactionId: undefined }),
  answerWith({ price: 5.26 }),
  answerWith({ price: 52.5 }),
  answerWith({ currency: "USD" }),
  answerWith({ status: "failure" }),
  answerWith({ errorCode: "5001" }),
  answerWith({ errorGroup: "NOT_SUFFICIENT_FUNDS" }),
  answerWith({ errorMessage: "not refunded" }),
  answer.replace(/"signature":"[^"]*"/, '"signature":""'),
  answer.replace(/,"signature":"[^"]*"/, ""),
  answer.slice(0, -1),
  "<html>502</html>",
];

function headerNames({ headers }) {
  return Object.keys(headers).sort().join();
}

/** The error that `call` throws. */
async function refusal(build, params) {
  try {
    await build(params);
  } catch (error) {
    return error;
  }
}

/** The host's own HMAC, as the reference. */
async function webSignature(text) {
  const bytes = new TextEncoder();
  const key = await crypto.subtle.importKey("raw", bytes.encode(keys.secretKey), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const signature = new Uint8Array(await crypto.subtle.sign("HMAC", key, bytes.encode(text)));
  return Array.from(signature, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Contenders send the amount as 5.25, as "5.25" or as parseFloat's number, and the members in any order.
function comparable({ price, ...rest }) {
  return JSON.stringify(Object.entries(JSON.parse(JSON.stringify({ ...rest, price: Number(price) }))).sort());
}

function equal(actual, expected, name) {
  if (actual !== expected) throw new Error(`${name}: ${actual} is not ${expected}`);
}
