// What merchants write, under every strict flag.

import { draft, isIyzicoError, Iyzico, IyzicoTerminalLogin, IyzicoValidationError, validate } from "iyzico-reversals";
import type { Answer, Draft, IyzicoConfig, Outcome, RefundData, RefundParams, SignedRequest } from "iyzico-reversals";
import { exchange } from "iyzico-reversals/fetch";
import { instantiate } from "iyzico-reversals/slim";
import core from "iyzico-reversals/core.wasm";
import { fakeAnswer, fakeFailure, testKeys } from "iyzico-reversals/testing";

export { instantiate, core };

export function withOptionalMembers(iyzico: Iyzico, conversationId: string | undefined, locale: "tr" | "en" | undefined): SignedRequest<"refund"> {
  return iyzico.refund({ paymentTransactionId: "1", price: "5.00", conversationId, locale });
}

export function withOptionalWebhook(iyzico: Iyzico, body: string, signature: string | undefined, merchantId: string | undefined): boolean {
  return iyzico.verifyWebhook({ body, signature, merchantId }).ok;
}

export function fromOutside(iyzico: Iyzico, text: string): SignedRequest {
  const stored: unknown = JSON.parse(text);
  return iyzico.sign(stored);
}

export function fromStore(iyzico: Iyzico, stored: Draft<"refund" | "cancel">): SignedRequest<"refund" | "cancel"> {
  return iyzico.sign(stored);
}

export function byOperation(outcome: Outcome<"refund" | "cancel">): string | undefined {
  if (outcome.status !== "success") return outcome.advice;
  return outcome.operation === "refund" ? outcome.data.paymentTransactionId : outcome.data.price;
}

export function byStatus(outcome: Outcome<"refund">): string {
  switch (outcome.status) {
    case "success":
      return outcome.data.price ?? "";
    case "failure":
      return outcome.error.code;
    case "unknown":
      return outcome.reason;
  }
}

export async function login(keys: { clientId: string; clientSecret: string }): Promise<Answer> {
  const iyzico = new IyzicoTerminalLogin({ ...keys, environment: "sandbox" });
  const request = iyzico.authorize({ username: "till", password: "password", request_timestamp: "1766660749" });
  const { body } = request;
  void body;
  iyzico[Symbol.dispose]();
  return exchange(request, { timeoutMs: undefined });
}

export function message(params: unknown): string {
  const found = validate("refund", params);
  if (!found.ok) return found.issues[0]?.message ?? "";
  try {
    return draft("refund", found.value).fingerprint;
  } catch (error) {
    return error instanceof IyzicoValidationError ? error.message : "";
  }
}

export function codeOf(thrown: unknown): string | undefined {
  return isIyzicoError(thrown) ? thrown.code : undefined;
}

export function faked(params: RefundParams, received: { url: string; body: string }): RefundData | undefined {
  const iyzico = new Iyzico({ ...testKeys, environment: "sandbox" });
  const request = iyzico.refund(params);
  const answers: Answer[] = [fakeAnswer(request, { price: "4.00" }), fakeAnswer(received), fakeFailure(request, "10051"), null];
  const outcomes = answers.map((answer) => iyzico.read(request, answer));
  return outcomes.map((outcome) => (outcome.status === "success" ? outcome.data : undefined)).find(Boolean);
}

// @ts-expect-error: there is no default, because one of them moves money
export const nowhere: IyzicoConfig = { apiKey: "a", secretKey: "s" };

// @ts-expect-error: the only ones are "sandbox" and "live"
export const elsewhere: IyzicoConfig = { apiKey: "a", secretKey: "s", environment: "production" };
