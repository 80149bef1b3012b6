// iyzico's own Node client works with the simulator.

import assert from "node:assert/strict";
import { test } from "node:test";
import { promisify } from "node:util";
import Iyzipay from "iyzipay";
import { hmac, openSandbox } from "./support/client.mjs";

const ip = "85.34.78.112";

const sdk = (url, { apiKey, secretKey }) => {
  const iyzipay = new Iyzipay({ uri: url, apiKey, secretKey });
  const promised = (resource, method) => promisify(resource[method].bind(resource));
  return {
    refund: promised(iyzipay.refund, "create"),
    refundV2: promised(iyzipay.refundV2, "create"),
    cancel: promised(iyzipay.cancel, "create"),
    refundCharged: promised(iyzipay.refundChargedFromMerchant, "create"),
    refundToBalance: promised(iyzipay.refundToBalance, "create"),
    details: promised(iyzipay.reportingTransactionDetails, "retrieve"),
  };
};

const verifies = ({ paymentId, price, currency, conversationId = "", signature }, { secretKey }) =>
  signature === hmac(secretKey, [paymentId, price, currency, conversationId].join(":"));

test("refunds one item, and the answer's signature verifies", async (t) => {
  const { url, sandbox, standard } = await openSandbox(t);
  const answer = await sdk(url, standard).refund({
    locale: "tr",
    conversationId: "return-1",
    paymentTransactionId: "27169345",
    price: "5",
    currency: "TRY",
    ip,
    reason: "buyer_request",
    description: "çok küçük",
  });
  const { systemTime, signature, authCode, ...rest } = answer;
  assert.deepEqual(rest, {
    status: "success",
    locale: "tr",
    conversationId: "return-1",
    paymentId: "25180188",
    paymentTransactionId: "27169345",
    price: 5,
    currency: "TRY",
    hostReference: "mock00007iyzihostrfn",
    refundHostReference: "mock00007iyzihostrfn",
    retryable: false,
  });
  assert.equal(typeof systemTime, "number");
  assert.match(authCode, /^\d{6}$/);
  assert.ok(verifies(answer, standard));
  assert.ok(!verifies({ ...answer, price: 50 }, standard));
  assert.equal(sandbox.journal()[0].body.includes('"price":"5.0"'), true, "the SDK sends the price as text");
  assert.equal(sandbox.books("25180188").refunded, "5");
});

test("refunds an amount of the whole payment", async (t) => {
  const { url, sandbox, standard } = await openSandbox(t);
  const answer = await sdk(url, standard).refundV2({ locale: "en", paymentId: "25180208", price: 12.25, currency: "TRY", ip });
  assert.equal(answer.status, "success");
  assert.equal(answer.paymentId, "25180208");
  assert.equal(answer.price, 12.25);
  assert.equal("paymentTransactionId" in answer, false);
  assert.equal("conversationId" in answer, false, "not sent, so not echoed");
  assert.ok(verifies(answer, standard));
  assert.equal(sandbox.books("25180208").left, "2.75");
});

test("cancels a payment; the answer carries no signature", async (t) => {
  const { url, sandbox, standard } = await openSandbox(t);
  const answer = await sdk(url, standard).cancel({ locale: "tr", conversationId: "cancel-1", paymentId: "10844367", ip });
  const { systemTime, authCode, ...rest } = answer;
  assert.deepEqual(rest, {
    status: "success",
    locale: "tr",
    conversationId: "cancel-1",
    paymentId: "10844367",
    price: 1.2,
    currency: "TRY",
    hostReference: "mock00007iyzihostrfn",
    cancelHostReference: "mock00007iyzihostrfn",
  });
  assert.equal(sandbox.books("10844367").cancelled, true);
});

test("reads back what was refunded and cancelled", async (t) => {
  const { url, standard } = await openSandbox(t);
  const client = sdk(url, standard);
  const read = async (paymentConversationId) => (await client.details({ locale: "tr", paymentConversationId })).payments[0];

  assert.equal((await read("siparis-1001")).paymentRefundStatus, "NOT_REFUNDED");
  await client.refund({ conversationId: "return-1", paymentTransactionId: "27169345", price: "5", ip });
  const partly = await read("siparis-1001");
  assert.equal(partly.paymentId, "25180188");
  assert.equal(partly.paymentRefundStatus, "PARTIALLY_REFUNDED");
  const [refund] = partly.itemTransactions[0].refunds;
  assert.equal(refund.refundConversationId, "return-1");
  assert.equal(refund.refundPrice, 5);
  assert.equal(refund.refundStatus, 1);
  assert.equal(refund.currencyCode, "TRY");
  assert.ok(!Number.isNaN(Date.parse(refund.createdDate)));

  await client.refund({ conversationId: "return-2", paymentTransactionId: "27169345", price: "20", ip });
  assert.equal((await read("siparis-1001")).paymentRefundStatus, "TOTALLY_REFUNDED");

  await client.cancel({ conversationId: "cancel-1", paymentId: "10844367", ip });
  const cancelled = await read("siparis-1003");
  assert.equal(cancelled.cancels.length, 1);
  assert.equal(cancelled.cancels[0].cancelConversationId, "cancel-1");
  assert.equal(cancelled.cancels[0].refundPrice, 1.2);
});

test("is refused more than was paid, with another's keys, and with unknown keys", async (t) => {
  const { url, sandbox, standard, marketplace } = await openSandbox(t);
  const request = { locale: "tr", conversationId: "return-1", paymentTransactionId: "27169345", price: "25.01", ip };

  const tooMuch = await sdk(url, standard).refund(request);
  assert.deepEqual([tooMuch.status, tooMuch.errorCode, tooMuch.errorMessage], ["failure", "10232", "Geçersiz tutar"]);
  assert.equal(tooMuch.conversationId, "return-1");

  const badSecret = await sdk(url, { ...standard, secretKey: "sandbox-wrong" }).refund({ ...request, price: "5" });
  assert.deepEqual([badSecret.errorCode, badSecret.errorMessage], ["1000", "Geçersiz imza"]);

  const unknownKey = await sdk(url, { ...standard, apiKey: "sandbox-unknown" }).refund({ ...request, price: "5" });
  assert.deepEqual([unknownKey.errorCode, unknownKey.errorMessage], ["1001", "Api bilgileri bulunamadı"]);

  const otherMerchant = await sdk(url, marketplace).refund({ ...request, price: "5" });
  assert.equal(otherMerchant.errorCode, "5087");

  assert.equal(sandbox.books("25180188").movements, 0);
});

test("refunds at the merchant's charge, and begins a refund to balance", async (t) => {
  const { url, sandbox, marketplace } = await openSandbox(t);
  const client = sdk(url, marketplace);
  const charged = await client.refundCharged({ conversationId: "c-1", paymentTransactionId: "27180001", price: "4.5", ip, currency: "TRY" });
  assert.deepEqual([charged.status, charged.price, charged.paymentTransactionId], ["success", 4.5, "27180001"]);
  assert.equal(sandbox.books("25190001").moved, "4.5");
  const begun = await client.refundToBalance({ conversationId: "b-1", paymentId: "25190001", callbackUrl: "https://shop.example/iade" });
  assert.deepEqual([begun.status, begun.conversationId, typeof begun.token, typeof begun.url], ["success", "b-1", "string", "string"]);
  assert.equal(sandbox.books("25190001").moved, "4.5");
});
