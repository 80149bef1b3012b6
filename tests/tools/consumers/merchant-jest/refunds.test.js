// A merchant's tests, with a fake iyzico passed as the option `fetch`.

const { Iyzico } = require("iyzico-reversals");
const { fakeAnswer, fakeFailure, testKeys } = require("iyzico-reversals/testing");

const { refund } = require("./refunds.js");

const iyzico = new Iyzico({ ...testKeys, environment: "sandbox" });
const params = { paymentTransactionId: "27169345", price: "5.00", conversationId: "return-7" };

/** Refunds once, with `answer` as iyzico's, and returns the entry in the books. */
async function bookedAfter(answer, options) {
  const books = [];
  const fetch = jest.fn(async (url, { body }) => {
    const { status, text } = await answer({ url, body });
    return new Response(text, { status });
  });
  await refund(iyzico, books, params, { fetch, ...options });
  expect(fetch).toHaveBeenCalledTimes(1);
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
  expect(await bookedAfter(() => new Promise(() => {}), { timeoutMs: 20 })).toEqual(["reconcile", "no-answer"]);
});

test("no answer is null", () => {
  const { status, reason } = iyzico.read(iyzico.refund(params), null);
  expect([status, reason]).toEqual(["unknown", "no-answer"]);
});
