// The routes of the API.

import type { Draft } from "iyzico-reversals";

import { parseLines } from "./bulk/lines.js";
import { isPaymentId } from "./card/payment.js";
import type { Env } from "./env.js";
import { signIn } from "./guard/session.js";
import { bodyText, jsonObject } from "./incoming.js";
import type { Settled, Taken } from "./ledger/keeper.js";
import { invalid, issue, refusals, type Refusal } from "./refusal.js";
import { csv, json, refuse } from "./reply.js";
import { settingsOf } from "./settings.js";
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
const LONGEST_NOTE = 2_000;

export const routes: readonly Route[] = [
  { method: "GET", path: /^\/api\/payments\/([^/]+)$/, answer: readPayment },
  { method: "GET", path: /^\/api\/sales\/([^/]+)$/, answer: readSale },
  { method: "POST", path: /^\/api\/(payments|sales)\/([^/]+)\/intents$/, answer: takeIntent },
  { method: "GET", path: /^\/api\/(payments|sales)\/([^/]+)\/intents\/([0-9a-f]{64})$/, answer: readIntent },
  { method: "GET", path: /^\/api\/(payments|sales)\/([^/]+)\/intents\/([0-9a-f]{64})\/events$/, answer: readEvents },
  { method: "POST", path: /^\/api\/(payments|sales)\/([^/]+)\/intents\/([0-9a-f]{64})\/settlement$/, answer: settleIntent },
  { method: "POST", path: /^\/api\/(payments|sales)\/([^/]+)\/intents\/([0-9a-f]{64})\/acknowledgement$/, answer: acknowledgeIntent },
  { method: "GET", path: /^\/api\/sending$/, answer: readSwitch },
  { method: "POST", path: /^\/api\/sending$/, answer: turnSwitch },
  { method: "POST", path: /^\/api\/bulk$/, answer: takeBulk },
  { method: "GET", path: /^\/api\/bulk\/([0-9a-f]{64})$/, answer: readBulk },
  { method: "GET", path: /^\/api\/bulk\/([0-9a-f]{64})\/report$/, answer: readBulkReport },
  { method: "POST", path: /^\/api\/bulk\/([0-9a-f]{64})\/resumption$/, answer: resumeBulk },
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

async function readSale({ env, names: [reference = ""] }: Asked): Promise<Response> {
  if (!isSaleReference(reference)) return refuse(refusals.saleNotFound);
  const view = await env.SALES.getByName(reference).view(reference);
  return "refusal" in view ? refuse(view.refusal) : json(view);
}

/** The ledger of a payment or sale; `null` if the id can't be one. */
function ledgerOf(env: Env, [kind, id = ""]: readonly string[]) {
  if (kind === "payments") return isPaymentId(id) ? env.PAYMENTS.getByName(id) : null;
  return isSaleReference(id) ? env.SALES.getByName(id) : null;
}

const noLedger = ([kind]: readonly string[]) => refuse(kind === "payments" ? refusals.paymentNotFound : refusals.saleNotFound);

async function takeIntent({ call, env, operator, names }: Asked): Promise<Response> {
  const ledger = ledgerOf(env, names);
  if (!ledger) return noLedger(names);
  const body = await bodyOf(call);
  if ("refusal" in body) return refuse(body.refusal);
  // Any JSON: the ledger's `sign` checks it.
  const draft = body.fields as unknown as Draft;
  const taken: Taken = await ledger.take(names[1] ?? "", draft, operator);
  return "refusal" in taken ? refuse(taken.refusal) : json(taken.intent, taken.isNew ? 201 : 200);
}

async function readIntent({ env, names }: Asked): Promise<Response> {
  const intent = await ledgerOf(env, names)?.intent(names[2] ?? "");
  return intent ? json(intent) : refuse(refusals.intentNotFound);
}

async function readEvents({ env, names }: Asked): Promise<Response> {
  const text = (await ledgerOf(env, names)?.happenings(names[2] ?? "")) ?? "[]";
  return text === "[]" ? refuse(refusals.intentNotFound) : json({ events: JSON.parse(text) });
}

async function settleIntent({ call, env, operator, names }: Asked): Promise<Response> {
  const ledger = ledgerOf(env, names);
  if (!ledger) return noLedger(names);
  const body = await bodyOf(call);
  if ("refusal" in body) return refuse(body.refusal);
  const { landed, reason, evidence } = body.fields;
  const issues = [
    ...(typeof landed === "boolean" ? [] : [issue(["landed"], "type", "must be true or false")]),
    ...[["reason", reason] as const, ["evidence", evidence] as const]
      .filter(([, text]) => !isNote(text))
      .map(([name]) => issue([name], "missing", `must be a text of 3 to ${LONGEST_NOTE} characters`)),
  ];
  if (issues.length > 0) return refuse(invalid(issues));
  const finding = { landed: landed === true, reason: String(reason).trim(), evidence: String(evidence).trim() };
  return settled(await ledger.settle(names[2] ?? "", finding, operator));
}

async function acknowledgeIntent({ env, operator, names }: Asked): Promise<Response> {
  const ledger = ledgerOf(env, names);
  return ledger ? settled(await ledger.acknowledge(names[2] ?? "", operator)) : noLedger(names);
}

const settled = (result: Settled): Response => ("refusal" in result ? refuse(result.refusal) : json(result.intent));

async function readSwitch({ env }: Asked): Promise<Response> {
  return json(await sendingOf(env));
}

async function turnSwitch({ call, env, operator }: Asked): Promise<Response> {
  const body = await bodyOf(call);
  if ("refusal" in body) return refuse(body.refusal);
  const { on, reason } = body.fields;
  if (typeof on !== "boolean") return refuse(invalid([issue(["on"], "type", "must be true or false")]));
  if (!isNote(reason)) return refuse(invalid([issue(["reason"], "missing", `must be a text of 3 to ${LONGEST_NOTE} characters`)]));
  await env.SENDING_SWITCH.getByName("desk").turn(on, operator, reason.trim());
  return json(await sendingOf(env));
}

/** Whether sending is on, and why not. */
async function sendingOf(env: Env) {
  const { problems, isSendingOn, clock } = settingsOf(env);
  const { stop } = await env.SENDING_SWITCH.getByName("desk").state();
  return { isOn: problems.length === 0 && isSendingOn && stop === null, stop, isOffBySetting: !isSendingOn, problems, now: clock.now() };
}

const isNote = (text: unknown): text is string => typeof text === "string" && text.trim().length >= 3 && text.length <= LONGEST_NOTE;

async function bodyOf(call: Request): Promise<{ readonly fields: Readonly<Record<string, unknown>> } | { readonly refusal: Refusal }> {
  const text = await bodyText(call, LARGEST_JSON);
  if (text === null) return { refusal: refusals.tooLarge };
  const fields = jsonObject(text);
  return fields ? { fields } : { refusal: invalid([issue([], "not_json", "must be an object as JSON")]) };
}

async function takeBulk({ call, env, operator }: Asked): Promise<Response> {
  const text = await bodyText(call, LARGEST_FILE);
  if (text === null) return refuse(refusals.tooLarge);
  const parsed = parseLines(text, isTurkish(call) ? "tr" : "en");
  if ("refusal" in parsed) return refuse(parsed.refusal);

  // The same lines are the same job.
  const { lines } = parsed;
  const bulkId = await digest(lines.map(({ paymentId, draft }) => `${paymentId} ${draft.fingerprint}`).join("\n"));
  await env.BULK_JOBS.getByName(bulkId).begin(bulkId, operator, lines);
  return json({ bulkId, lines: lines.length }, 202);
}

async function readBulk({ env, names: [bulkId = ""] }: Asked): Promise<Response> {
  const progress = await env.BULK_JOBS.getByName(bulkId).progress();
  return progress ? json(progress) : refuse(refusals.bulkNotFound);
}

/** Resumes a paused file. */
async function resumeBulk({ env, names: [bulkId = ""] }: Asked): Promise<Response> {
  const job = env.BULK_JOBS.getByName(bulkId);
  await job.resume();
  const progress = await job.progress();
  return progress ? json(progress) : refuse(refusals.bulkNotFound);
}

async function readBulkReport({ call, env, names: [bulkId = ""] }: Asked): Promise<Response> {
  const text = await env.BULK_JOBS.getByName(bulkId).reportText(isTurkish(call) ? ";" : ",");
  return text === null ? refuse(refusals.bulkNotFound) : csv(text, `refunds-${bulkId.slice(0, 8)}.csv`);
}

const isTurkish = (call: Request) => /^tr\b/i.test(call.headers.get("Accept-Language") ?? "");

async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
