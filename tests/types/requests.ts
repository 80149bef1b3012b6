// Requests and drafts: plain, read-only, and what fetch takes.

import { draft, Iyzico } from "iyzico-reversals";
import type { Answers, Draft, MerchantName, Params, RefundData, RefundParams, SignedRequest } from "iyzico-reversals";
import { same } from "./same.js";

const iyzico = new Iyzico({ apiKey: "a", secretKey: "s", environment: "sandbox" });
const request = iyzico.refund({ paymentTransactionId: "1", price: "5.00" });

same<typeof request, SignedRequest<"refund">>(true);
same<typeof request.operation, "refund">(true);
same<typeof request.method, "POST">(true);
same<typeof request.body, string>(true);
same<typeof request.headers.Authorization, string>(true);
same<(typeof request.headers)["Content-Type"], string>(true);
const answer: Promise<Response> = fetch(request.url, request);
void answer;
new globalThis.Request(request.url, request);

// @ts-expect-error read-only
request.body = "{}";
// @ts-expect-error read-only
request.headers.Authorization = "x";

const cancel = draft("cancel", { paymentId: "1" });
same<typeof cancel, Draft<"cancel">>(true);
same<ReturnType<typeof iyzico.sign<"cancel">>, SignedRequest<"cancel">>(true);
const signed: SignedRequest<"cancel"> = iyzico.sign(cancel);
void signed;
// @ts-expect-error a cancel is not a refund
const refund: SignedRequest<"refund"> = iyzico.sign(cancel);
void refund;
// @ts-expect-error read-only
cancel.body = "{}";
// From outside anything may come: it is checked when it is signed.
declare const stored: unknown;
same<ReturnType<typeof iyzico.sign>, SignedRequest<MerchantName>>(true);
const fromOutside: SignedRequest = iyzico.sign(stored);
void fromOutside;

const headers = iyzico.authorize({ method: "GET", path: "/v2/reporting/payment/details" });
same<(typeof headers)["x-iyzi-rnd"], string>(true);
iyzico.authorize({ method: "POST", path: "/payment/detail", body: "{}" });
// @ts-expect-error the path is missing
iyzico.authorize({ method: "GET" });
// @ts-expect-error a body is a string
iyzico.authorize({ method: "POST", path: "/", body: {} });
// @ts-expect-error no such method
iyzico.authorize({ method: "get", path: "/" });

// What belongs to an operation has a name of its own.
same<RefundParams, Params["refund"]>(true);
same<RefundData, Answers["refund"]>(true);
