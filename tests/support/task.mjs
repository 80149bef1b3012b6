// One refund with its answers, and the results that a consumer must return.

import { deepEqual, equal } from "node:assert/strict";
import { createHmac, randomUUID } from "node:crypto";

const CONFIG = { apiKey: "sandbox-x", secretKey: "sandbox-y", environment: "sandbox" };
const PATH = "/payment/refund";

/** A new conversationId each time, so that a bundler can't have computed the result at build time. */
export function newTask() {
  const conversationId = randomUUID();
  const landed = { status: "success", paymentId: "25180188", paymentTransactionId: "1", price: 5, currency: "TRY", conversationId };
  const signed = (text) => JSON.stringify({ ...landed, signature: hmac(text) });
  return {
    config: CONFIG,
    params: { paymentTransactionId: "1", price: "5.00", conversationId },
    answers: [
      { status: 200, text: signed(`25180188:5:TRY:${conversationId}`) },
      { status: 200, text: signed(`25180188:6:TRY:${conversationId}`) },
      { status: 422, text: JSON.stringify({ status: "failure", errorCode: "1000", errorMessage: "Geçersiz imza", conversationId }) },
      { status: 504, text: JSON.stringify({ status: "failure", errorCode: "1000", errorMessage: "upstream request timeout" }) },
      null,
      // A parsed body in the place of an answer.
      { ...landed, signature: "" },
    ],
  };
}

/** Runs a new task in a consumer and checks the result. */
export async function checkTask(check, where, consumer) {
  const task = newTask();
  let done;
  await check(`${where} refunds`, async () => {
    done = await consumer(task);
    const { url, method, body } = done.request;
    deepEqual({ url, method, body }, expectedRequest(task.params));
  });
  if (!done) return;
  await check(`${where} signs as node:crypto does`, () => {
    const headers = done.request.headers;
    equal(headers.Authorization, authorization(headers["x-iyzi-rnd"], done.request.body));
  });
  await check(`${where} reads answers`, () => {
    const seen = done.outcomes.map(({ status, advice, reason, data }) => [status, data?.price ?? advice, reason]);
    deepEqual(seen.map((outcome) => outcome.filter(Boolean)), [
      ["success", "5"],
      ["unknown", "reconcile", "signature-wrong"],
      ["failure", "fix-credentials"],
      ["unknown", "reconcile", "http-status"],
      ["unknown", "reconcile", "no-answer"],
      ["unknown", "reconcile", "not-text"],
    ]);
  });
}

function expectedRequest({ conversationId }) {
  return {
    url: `https://sandbox-api.iyzipay.com${PATH}`,
    method: "POST",
    body: `{"conversationId":"${conversationId}","paymentTransactionId":"1","price":5.00}`,
  };
}

function authorization(random, body) {
  const inner = `apiKey:${CONFIG.apiKey}&randomKey:${random}&signature:${hmac(random + PATH + body)}`;
  return `IYZWSv2 ${Buffer.from(inner).toString("base64")}`;
}

function hmac(text) {
  return createHmac("sha256", CONFIG.secretKey).update(text).digest("hex");
}
