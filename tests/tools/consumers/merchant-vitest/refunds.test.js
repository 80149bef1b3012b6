// A merchant's tests, with a fake iyzico behind the runtime's own fetch (MSW).

import { Iyzico } from "iyzico-reversals";
import { fakeAnswer, fakeFailure, testKeys } from "iyzico-reversals/testing";
import { delay, HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";

import { refund } from "./refunds.js";

const iyzico = new Iyzico({ ...testKeys, environment: "sandbox" });
const params = { paymentTransactionId: "27169345", price: "5.00", conversationId: "return-7" };

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

/** Refunds once, with `answer` as iyzico's, and returns the entry in the books. */
async function bookedAfter(answer, options) {
  const books = [];
  let calls = 0;
  const handler = http.post("https://sandbox-api.iyzipay.com/payment/refund", async ({ request }) => {
    calls += 1;
    const { status, text } = await answer({ url: request.url, body: await request.text() });
    return new HttpResponse(text, { status });
  });
  server.use(handler);
  await refund(iyzico, books, params, options);
  expect(calls).toBe(1);
  return books[0];
}

test("a refund is booked", async () => {
  expect(await bookedAfter((received) => fakeAnswer(received))).toEqual(["refunded", "5"]);
});

test("a refusal is booked with its code", async () => {
  expect(await bookedAfter((received) => fakeFailure(received, "10051"))).toEqual(["refused", "10051"]);
});

test("an answer about another amount is not booked as a refund", async () => {
  expect(await bookedAfter((received) => fakeAnswer(received, { price: "4.00" }))).toEqual(["reconcile", "echo-mismatch"]);
});

test("an answer that another key signed is not booked as a refund", async () => {
  expect(await bookedAfter((received) => fakeAnswer(received, { secretKey: "another" }))).toEqual(["reconcile", "signature-wrong"]);
});

test("after a time-out iyzico has to be asked", async () => {
  expect(await bookedAfter(() => delay("infinite"), { timeoutMs: 100 })).toEqual(["reconcile", "no-answer"]);
});

test("no answer is null", () => {
  const { status, reason } = iyzico.read(iyzico.refund(params), null);
  expect([status, reason]).toEqual(["unknown", "no-answer"]);
});
