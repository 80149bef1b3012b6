// What the desk answers: a route for each thing the page does, and no more.

import type { Draft } from "iyzico-reversals";

import { parseLines } from "./bulk/lines.js";
import { isPaymentId } from "./card/payment.js";
import type { Env } from "./env.js";
import { signIn } from "./guard/session.js";
import { bodyText, jsonObject } from "./incoming.js";
import type { Taken } from "./ledger/keeper.js";
import { invalid, issue, refusals } from "./refusal.js";
import { csv, json, refuse } from "./reply.js";
import { isSaleReference } from "./terminal/sale.js";

interface Asked {
  readonly call: Request;
  readonly env: Env;
  /** The parts of the path that vary. */
  readonly names: readonly string[];
  readonly operator: string;
}

interface Route {
  readonly method: "GET" | "POST";
  readonly path: RegExp;
  readonly answer: (asked: Asked) => Promise<Response>;
}

const LARGEST_JSON = 64 * 1024;
const LARGEST_FILE = 2 * 1024 * 1024;

export const routes: readonly Route[] = [
  { method: "GET", path: /^\/api\/payments\/([^/]+)$/, answer: readPayment },
  { method: "POST", path: /^\/api\/payments\/([^/]+)\/intents$/, answer: takePaymentIntent },
  { method: "GET", path: /^\/api\/payments\/([^/]+)\/intents\/([0-9a-f]{64})$/, answer: readPaymentIntent },
  { method: "GET", path: /^\/api\/sales\/([^/]+)$/, answer: readSale },
  { method: "POST", path: /^\/api\/sales\/([^/]+)\/intents$/, answer: takeSaleIntent },
  { method: "GET", path: /^\/api\/sales\/([^/]+)\/intents\/([0-9a-f]{64})$/, answer: readSaleIntent },
  { method: "POST", path: /^\/api\/bulk$/, answer: takeBulk },
  { method: "GET", path: /^\/api\/bulk\/([0-9a-f]{64})$/, answer: readBulk },
  { method: "GET", path: /^\/api\/bulk\/([0-9a-f]{64})\/report$/, answer: readBulkReport },
];

/** The one route that needs no session. */
export async function openSession(call: Request, env: Env): Promise<Response> {
  const caller = call.headers.get("CF-Connecting-IP") ?? "unknown";
  if (!(await env.SIGN_IN_LIMIT.limit({ key: `from ${caller}` })).success) return refuse(refusals.tooMany);
  const { operator, password } = jsonObject((await bodyText(call, LARGEST_JSON)) ?? "") ?? {};
  if (typeof operator !== "string" || typeof password !== "string") return refuse(refusals.wrongSignIn);
  if (!(await env.SIGN_IN_LIMIT.limit({ key: `as ${operator.slice(0, 64)}` })).success) return refuse(refusals.tooMany);
  const session = await signIn(operator, password, env);
  return session ? json(session) : refuse(refusals.wrongSignIn);
}

async function readPayment({ env, names: [paymentId = ""] }: Asked): Promise<Response> {
  if (!isPaymentId(paymentId)) return refuse(refusals.paymentNotFound);
  const view = await env.PAYMENTS.getByName(paymentId).view(paymentId);
  return "refusal" in view ? refuse(view.refusal) : json(view);
}

async function takePaymentIntent({ call, env, operator, names: [paymentId = ""] }: Asked): Promise<Response> {
  if (!isPaymentId(paymentId)) return refuse(refusals.paymentNotFound);
  return takeDraft(call, (draft) => env.PAYMENTS.getByName(paymentId).take(paymentId, draft, operator));
}

async function readPaymentIntent({ env, names: [paymentId = "", fingerprint = ""] }: Asked): Promise<Response> {
  if (!isPaymentId(paymentId)) return refuse(refusals.paymentNotFound);
  const intent = await env.PAYMENTS.getByName(paymentId).intent(fingerprint);
  return intent ? json(intent) : refuse(refusals.intentNotFound);
}

async function readSale({ env, names: [reference = ""] }: Asked): Promise<Response> {
  if (!isSaleReference(reference)) return refuse(refusals.saleNotFound);
  const view = await env.SALES.getByName(reference).view(reference);
  return "refusal" in view ? refuse(view.refusal) : json(view);
}

async function takeSaleIntent({ call, env, operator, names: [reference = ""] }: Asked): Promise<Response> {
  if (!isSaleReference(reference)) return refuse(refusals.saleNotFound);
  return takeDraft(call, (draft) => env.SALES.getByName(reference).take(reference, draft, operator));
}

async function readSaleIntent({ env, names: [reference = "", fingerprint = ""] }: Asked): Promise<Response> {
  if (!isSaleReference(reference)) return refuse(refusals.saleNotFound);
  const intent = await env.SALES.getByName(reference).intent(fingerprint);
  return intent ? json(intent) : refuse(refusals.intentNotFound);
}

async function takeDraft(call: Request, take: (draft: Draft) => Promise<Taken>): Promise<Response> {
  const text = await bodyText(call, LARGEST_JSON);
  if (text === null) return refuse(refusals.tooLarge);
  const draft = jsonObject(text);
  if (!draft) return refuse(invalid([issue([], "not_json", "must be a draft as JSON")]));
  // Whatever it is: the ledger's `sign` checks it from scratch.
  const taken = await take(draft as unknown as Draft);
  return "refusal" in taken ? refuse(taken.refusal) : json(taken.intent, taken.isNew ? 201 : 200);
}

async function takeBulk({ call, env, operator }: Asked): Promise<Response> {
  const text = await bodyText(call, LARGEST_FILE);
  if (text === null) return refuse(refusals.tooLarge);
  const parsed = parseLines(text, call.headers.get("Accept-Language")?.startsWith("tr") ? "tr" : "en");
  if ("issues" in parsed) return refuse(invalid(parsed.issues));

  // The same lines are the same file: sent twice, it is one job.
  const { lines } = parsed;
  const bulkId = await digest(lines.map(({ paymentId, draft }) => `${paymentId} ${draft.fingerprint}`).join("\n"));
  await env.BULK_JOBS.getByName(bulkId).begin(bulkId, operator, lines);
  return json({ bulkId, lines: lines.length }, 202);
}

async function readBulk({ env, names: [bulkId = ""] }: Asked): Promise<Response> {
  const progress = await env.BULK_JOBS.getByName(bulkId).progress();
  return progress ? json(progress) : refuse(refusals.bulkNotFound);
}

async function readBulkReport({ env, names: [bulkId = ""] }: Asked): Promise<Response> {
  const text = await env.BULK_JOBS.getByName(bulkId).reportText();
  return text === null ? refuse(refusals.bulkNotFound) : csv(text, `refunds-${bulkId.slice(0, 8)}.csv`);
}

async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
