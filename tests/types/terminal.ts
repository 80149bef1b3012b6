// A terminal's operations: their params, their outcomes, and what belongs to a merchant instead.

import { draft, Iyzico, IyzicoTerminal, validate } from "iyzico-reversals";
import type { Answers, AskedQuestion, Draft, Outcome, Params, Precheck, ReadBackTimes, Reconciliation, SignedRequest, Success } from "iyzico-reversals";
import { same } from "./same.js";

const terminal = new IyzicoTerminal({ accessToken: "a", environment: "sandbox" });
const iyzico = new Iyzico({ apiKey: "a", secretKey: "s", environment: "sandbox" });
same<ReturnType<typeof terminal.withToken>, IyzicoTerminal>(true);
new IyzicoTerminal({ accessToken: "a", baseUrl: "https://example.com" }).free();

// @ts-expect-error the token is missing
new IyzicoTerminal({ environment: "sandbox" });
// @ts-expect-error environment has no default
new IyzicoTerminal({ accessToken: "a" });
// @ts-expect-error a terminal has no keys
new IyzicoTerminal({ accessToken: "a", environment: "sandbox", apiKey: "a" });
// @ts-expect-error a token is a string
terminal.withToken(undefined);

const item = { name: "Fincan", unitCode: "C62", taxGroupCode: "KDV20", itemQuantity: 1, unitPriceAmount: "60.00", grossPriceAmount: 60, totalPriceAmount: "60.00" };
const sale = { deviceUniqueId: "P00134", paymentId: "PAY-1", paymentDate: 20260406, transactionReferenceId: "R-1" };
const refundParams: Params["terminal.refund"] = { ...sale, saleAppName: "MyPOS", saleAppVersion: "1.0.0", saleItems: [item] };

const request = terminal.refund(refundParams);
same<typeof request, SignedRequest<"terminal.refund">>(true);
same<typeof request.method, "POST">(true);
same<typeof request.body, string>(true);
const answer: Promise<Response> = fetch(request.url, request);
void answer;
terminal.refund({ ...refundParams, locale: "tr", paymentDate: "20260406", relatedSaleId: "s", saleItems: [{ ...item, relatedSaleItemId: "70001", returnAmount: "5", generic: true }] });
terminal.void({ ...sale, reason: "Customer request", description: "in words" });
terminal.refundableSaleInfo({ transactionReferenceId: "S-1" });
terminal.transactionStatus({ transactionReferenceId: "R-1" });
terminal.transactionStatus({ paymentId: "PAY-1" });
terminal.transactionStatus({ paymentId: "PAY-1", transactionReferenceId: "R-1" });

// @ts-expect-error transactionReferenceId or paymentId is required
terminal.transactionStatus({ deviceUniqueId: "P00134" });
// @ts-expect-error the lines are missing
terminal.refund({ ...sale, saleAppName: "MyPOS", saleAppVersion: "1.0.0" });
// @ts-expect-error saleItems is an array
terminal.refund({ ...refundParams, saleItems: item });
// @ts-expect-error a quantity is a number
terminal.refund({ ...refundParams, saleItems: [{ ...item, itemQuantity: "1" }] });
// @ts-expect-error a line's id is a string: a number may already be rounded
terminal.refund({ ...refundParams, saleItems: [{ ...item, relatedSaleItemId: 70001 }] });
// @ts-expect-error no such field in a line
terminal.refund({ ...refundParams, saleItems: [{ ...item, price: "5" }] });
// @ts-expect-error a till's refund has prices in its lines only
terminal.refund({ ...refundParams, price: "5" });
// @ts-expect-error paymentDate is not a Date object
terminal.void({ ...sale, paymentDate: new Date() });
// @ts-expect-error transactionReferenceId is missing
terminal.void({ deviceUniqueId: "P00134", paymentId: "PAY-1", paymentDate: 20260406 });
// @ts-expect-error a terminal has no merchant's operations
terminal.cancel({ paymentId: "1" });

declare const info: Success<"terminal.refundableSaleInfo">;
terminal.refund(refundParams, { sale: info.data });
draft("terminal.refund", refundParams, { sale: info.data });
validate("terminal.refund", {}, { sale: info.data });
// @ts-expect-error the sale is the outcome's data, not the outcome
terminal.refund(refundParams, { sale: info });
// @ts-expect-error the context's sale is undefined
terminal.refund(refundParams, { sale: undefined });
// @ts-expect-error the context's sale is missing
terminal.refund(refundParams, {});
// @ts-expect-error a void has no context
terminal.void(sale, { sale: info.data });
// @ts-expect-error a merchant's refund has no context
iyzico.refund({ paymentTransactionId: "1", price: "5" }, { sale: info.data });
// @ts-expect-error a merchant's refund has no context in `validate` either
validate("refund", {}, { sale: info.data });
// @ts-expect-error a void has no context as a draft either
draft("terminal.void", sale, { sale: info.data });

const undone = draft("terminal.void", sale);
same<typeof undone, Draft<"terminal.void">>(true);
const signed: SignedRequest<"terminal.void"> = terminal.sign(undone);
// @ts-expect-error `undone` is a terminal's draft
const asMerchant: SignedRequest<"terminal.void"> = iyzico.sign(undone);
void asMerchant;

const outcome = terminal.read(request, { status: 200, text: "{}" });
same<typeof outcome, Outcome<"terminal.refund">>(true);
switch (outcome.status) {
  case "success": {
    same<typeof outcome.data, Answers["terminal.refund"]>(true);
    const texts: string[] = [outcome.data.deviceUniqueId, outcome.data.transactionReferenceId];
    const price: string | undefined = outcome.data.price;
    void [texts, price];
    // @ts-expect-error a refund's answer has no paymentId
    outcome.data.paymentId;
    break;
  }
  case "unknown":
    same<typeof outcome.advice, "reconcile">(true);
}
const asked = terminal.read(terminal.refundableSaleInfo({ transactionReferenceId: "S-1" }), { status: 200, text: "{}" });
if (asked.status === "unknown") same<typeof asked.advice, "retry-later">(true);
if (asked.status === "success") {
  const [line] = asked.data.saleItems ?? [];
  same<typeof line, NonNullable<Answers["terminal.refundableSaleInfo"]["saleItems"]>[number] | undefined>(true);
  const [id, quantity, amount]: [string | undefined, number | undefined, string | undefined] = [line?.id, line?.returnableQuantity, line?.returnableAmount];
  void [id, quantity, amount];
}
const voided = terminal.read(signed, null);
if (voided.status === "success") same<typeof voided.data.paymentId, string>(true);

// @ts-expect-error a merchant's client does not read a terminal's answer
iyzico.read(request, { status: 200, text: "{}" });
// @ts-expect-error a terminal's client does not read a merchant's answer
terminal.read(iyzico.cancel({ paymentId: "1" }), { status: 200, text: "{}" });

const times: ReadBackTimes = { sentAt: Date.now(), askedAt: Date.now() };
const status = { status: 200, text: "{}" };
const question = terminal.transactionStatus({ transactionReferenceId: "R-1" });
const known: ReadBackTimes & AskedQuestion = { ...times, question };
same<ReturnType<typeof terminal.reconcile>, Reconciliation>(true);
same<ReturnType<typeof terminal.precheck>, Precheck>(true);
terminal.reconcile(request, status, known);
terminal.reconcile(request, status, times);
terminal.reconcile(request, null);
terminal.reconcile(undone, status, { ...times, question: draft("terminal.transactionStatus", { transactionReferenceId: "R-1" }) });
terminal.reconcile(undone, status, { ...times, question: undefined });
terminal.reconcile({ operation: "terminal.void", body: "{}" }, null, times);
terminal.precheck(undone, status, { question });
terminal.precheck(undone, status);
terminal.precheck(undone, status, { draftedAt: Date.now(), askedAt: Date.now(), question });
// @ts-expect-error only requests that move money are reconciled
terminal.reconcile(terminal.transactionStatus({ paymentId: "PAY-1" }), status, times);
// @ts-expect-error the question is a transactionStatus request
terminal.reconcile(request, status, { ...times, question: terminal.refundableSaleInfo({ transactionReferenceId: "S-1" }) });
// @ts-expect-error sentAt and askedAt are required beside the question
terminal.reconcile(request, status, { question });
// @ts-expect-error a terminal's client does not reconcile a merchant's request
terminal.reconcile(iyzico.cancel({ paymentId: "1" }), status, times);
// @ts-expect-error a merchant's client does not reconcile a terminal's request
iyzico.reconcile(request, status, times);
// @ts-expect-error precheck takes draftedAt, not sentAt
terminal.precheck(undone, status, { sentAt: 1, askedAt: 2 });
