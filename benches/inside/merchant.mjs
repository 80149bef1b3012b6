// One merchant, one refund and its answer, for all contenders.

import { sign } from "iyzico-reversals/testing";

export const keys = { apiKey: "sandbox-afXhZPW0MQlE4dCUUlHcEopnMBgXnAZI", secretKey: "sandbox-wbwpzKIiplZxI3hh5ALI4FJyAcZKL6kq" };
export const origin = "https://sandbox-api.iyzipay.com";
export const path = "/payment/refund";

export const refund = {
  locale: "tr",
  conversationId: "return-7",
  paymentTransactionId: "27169345",
  price: "5.25",
  currency: "TRY",
  ip: "85.34.78.112",
  reason: "BUYER_REQUEST",
  description: "The customer sent the shoes back.",
};

/** The refund with a description that makes its body `factor` times as long. */
export function longer(factor, letter = "a") {
  const length = JSON.stringify(refund).length;
  return { ...refund, description: refund.description + letter.repeat(length * (factor - 1)) };
}

/** The headers and body of a request with this signature. */
export function signedRequest(randomKey, signature, body, base64) {
  const headers = {
    Authorization: `IYZWSv2 ${base64(`apiKey:${keys.apiKey}&randomKey:${randomKey}&signature:${signature}`)}`,
    "x-iyzi-rnd": randomKey,
    "Content-Type": "application/json",
    Accept: "application/json",
    "x-iyzi-client-version": "by-hand-1.0.0",
  };
  return { url: origin + path, method: "POST", headers, body, redirect: "manual" };
}

/** The values that an answer's signature covers, in the order of iyzico's documentation. */
export function signedValues({ paymentId, price, currency, conversationId }) {
  return [paymentId, String(price), currency, conversationId];
}

/** The documentation's example of an answer, about our refund. */
const success = {
  status: "success",
  locale: "tr",
  systemTime: 1755703798426,
  conversationId: refund.conversationId,
  paymentId: "25180188",
  paymentTransactionId: refund.paymentTransactionId,
  price: 5.25,
  currency: refund.currency,
  authCode: "512821",
  hostReference: "mock00007iyzihostrfn",
  refundHostReference: "mock00007iyzihostrfn",
  retryable: false,
};

export const answer = signedAnswer(success);

export const forged = answer.replace('"price":5.25', '"price":5.26');

/** The answer with other values, and our key's signature over them. */
export function answerWith(values) {
  return signedAnswer({ ...success, ...values });
}

function signedAnswer(fields) {
  return JSON.stringify({ ...fields, signature: sign(keys.secretKey, signedValues(fields).join(":")) });
}
