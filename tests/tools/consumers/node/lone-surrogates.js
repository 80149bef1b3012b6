// Lone surrogates, which have no UTF-8 form, on an engine without isWellFormed.

import { Iyzico, validate } from "iyzico-reversals";

const iyzico = new Iyzico({ apiKey: "sandbox-x", secretKey: "sandbox-y", environment: "sandbox" });
const request = iyzico.cancel({ paymentId: "1" });
const { issues } = validate("cancel", { paymentId: "1", conversationId: "\ud800" });
const outcome = iyzico.read(request, { status: 200, text: "\udc00" });
console.log(`RESULT ${JSON.stringify({ issue: issues?.[0].code, reason: outcome.reason, raw: outcome.raw.length })}`);
