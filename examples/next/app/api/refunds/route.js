import { Iyzico, isIyzicoError } from "iyzico-reversals";
import { exchange } from "iyzico-reversals/fetch";

import { read, take } from "./store.js";

export const runtime = "edge";

/** Body: `{ paymentId, intent }`, where `intent` is the draft of a refund. Sends it once; asked again, says what became of it. */
export async function POST(incoming) {
  if (!(await isOperator(incoming.headers.get("authorization")))) return reply(401, "refused", "token");
  const { paymentId, intent } = await incoming.json().catch(() => ({}));
  if (intent?.operation !== "refund") return reply(400, "refused", "not-a-refund");
  const { IYZICO_API_KEY: apiKey, IYZICO_SECRET_KEY: secretKey, IYZICO_ENVIRONMENT: environment, IYZICO_BASE_URL: baseUrl } = process.env;
  const iyzico = new Iyzico({ apiKey, secretKey, ...(baseUrl ? { baseUrl } : { environment }) });
  try {
    const { fingerprint } = iyzico.sign(intent); // refuses a draft that a browser altered
    return await refundOnce({ iyzico, intent, fingerprint, question: iyzico.paymentDetails({ paymentId }) });
  } catch (error) {
    if (!isIyzicoError(error)) throw error;
    return reply(400, "refused", error.issues.map(({ message }) => message).join("; "));
  } finally {
    iyzico.free();
  }
}

async function refundOnce({ iyzico, intent, fingerprint, question }) {
  const result = await read(`${fingerprint}:result`);
  if (result) return reply(200, result.state, result.reason);
  const { draftedAt } = (await take(`${fingerprint}:intent`, { intent, draftedAt: Date.now() })).value;

  const askedAt = Date.now();
  const answer = await exchange(question);
  const sent = await read(`${fingerprint}:sent`);
  if (sent) return settle(fingerprint, iyzico.reconcile(intent, answer, { sentAt: sent.sentAt, askedAt }));
  const before = iyzico.precheck(intent, answer, { draftedAt, askedAt });
  if (before.verdict !== "clear") return reply(409, "not-sent", before.reason);

  // Whoever takes this sends; everybody else asks what became of it.
  const sentAt = Date.now();
  if (!(await take(`${fingerprint}:sent`, { sentAt })).taken) return reply(202, "open", "sending");
  const request = iyzico.sign(intent);
  // If storing took long, somebody may have settled this refund as not-landed meanwhile.
  if (Date.now() - sentAt > 1_000) return reply(202, "open", "stalled");
  return settle(fingerprint, iyzico.read(request, await exchange(request)));
}

async function settle(fingerprint, { status, verdict, advice, reason }) {
  const state = status ?? verdict;
  if (state === "unknown" || state === "ambiguous") return reply(202, "open", reason);
  const { value } = await take(`${fingerprint}:result`, { state, reason: advice ?? reason });
  return reply(200, value.state, value.reason);
}

// Check here who is asking: a token for each operator, and which payments are theirs.
async function isOperator(authorization) {
  if (!process.env.REFUND_TOKEN) return false;
  const [given, expected] = await Promise.all([authorization ?? "", `Bearer ${process.env.REFUND_TOKEN}`].map(digest));
  return given.reduce((difference, byte, at) => difference | (byte ^ expected[at]), 0) === 0;
}

async function digest(text) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
}

function reply(status, state, reason) {
  return Response.json({ state, reason }, { status });
}
