// What can be passed to each operation, and what can't.

import { draft, Iyzico } from "iyzico-reversals";
import type { OperationName, Params } from "iyzico-reversals";
import { same } from "./same.js";

same<
  OperationName,
  | "refund" | "refundV2" | "cancel" | "refundChargedFromMerchant" | "refundToBalance" | "paymentDetails" | "transactions"
  | "terminal.refund" | "terminal.void" | "terminal.refundableSaleInfo" | "terminal.transactionStatus"
  | "login.authorize" | "login.token" | "login.refresh"
>(true);
same<keyof Params, OperationName>(true);

const iyzico = new Iyzico({ apiKey: "a", secretKey: "s", environment: "sandbox" });

iyzico.refund({ paymentTransactionId: "1", price: "5.00" });
iyzico.refund({ paymentTransactionId: "1", price: 5 });
iyzico.refund({
  locale: "tr",
  conversationId: "return-7",
  paymentTransactionId: "1",
  price: "5.00",
  currency: "TRY",
  ip: "85.34.78.112",
  reason: "BUYER_REQUEST",
  description: "Too small",
  upTo: "5.00",
});
iyzico.refundV2({ paymentId: "1", price: "5.00", currency: "EUR", upTo: 9 });
iyzico.cancel({ paymentId: "1", reason: "OTHER", description: "x" });
iyzico.refundChargedFromMerchant({ paymentTransactionId: "1", price: "5.00", reason: "fraud" });
iyzico.refundToBalance({ paymentId: "1", callbackUrl: "https://example.com" });
draft("refund", { paymentTransactionId: "1", price: "5.00" });
draft("cancel", { paymentId: "1" });

// @ts-expect-error the price is missing
iyzico.refund({ paymentTransactionId: "1" });
// @ts-expect-error the id is missing
iyzico.refund({ price: "5" });
// @ts-expect-error an id is a string: a number may already be rounded
iyzico.refund({ paymentTransactionId: 27169345, price: "5" });
// @ts-expect-error a price is not a bigint
iyzico.refund({ paymentTransactionId: "1", price: 5n });
// @ts-expect-error this id belongs to another operation
iyzico.refund({ paymentId: "1", price: "5" });
// @ts-expect-error no such currency: it is called TRY
iyzico.refund({ paymentTransactionId: "1", price: "5", currency: "TL" });
// @ts-expect-error no such locale
iyzico.refund({ paymentTransactionId: "1", price: "5", locale: "de" });
// @ts-expect-error no such reason
iyzico.refund({ paymentTransactionId: "1", price: "5", reason: "RETURN" });
// @ts-expect-error no such field
iyzico.refund({ paymentTransactionId: "1", price: "5", prices: "5" });
// @ts-expect-error refundV2 has no reason
iyzico.refundV2({ paymentId: "1", price: "5", reason: "OTHER" });
// @ts-expect-error a cancel has no price: it covers the whole payment
iyzico.cancel({ paymentId: "1", price: "5" });
// @ts-expect-error callbackUrl is missing
iyzico.refundToBalance({ paymentId: "1" });
// @ts-expect-error refundToBalance has no price: it covers the whole payment
iyzico.refundToBalance({ paymentId: "1", callbackUrl: "https://example.com", price: "5" });
// @ts-expect-error params are required
iyzico.cancel();
// @ts-expect-error no such operation
draft("void", { paymentId: "1" });
// @ts-expect-error these are another operation's params
draft("cancel", { paymentTransactionId: "1", price: "5" });
// @ts-expect-error no such method
iyzico.void({ paymentId: "1" });
