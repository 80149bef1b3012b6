// What can go wrong on the way, and whether the money has moved by then.

import { createHmac } from "node:crypto";
import { failure } from "./answers.mjs";
import { CODE, isKnownCode, Misuse } from "./errors.mjs";
import { hangUp, sendCut, sendEmpty, sendHalf, sendHtml, sendJson } from "./wire.mjs";

const BAD_GATEWAY = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>";
const LONGEST_DELAY_MS = 600_000;

/**
 * `carriedOut`: whether the request is done before the fault strikes. If so, money has MOVED whenever the request was
 * one the rules allow; if not, no money moves. `change` answers something else, `send` sends the answer in another way.
 */
export const FAULTS = {
  lost: { carriedOut: true, send: hangUp },
  delay: { carriedOut: true, checkArg: isDelay, send: sendLate },
  cut: { carriedOut: true, send: (res, { httpStatus, fields }) => sendCut(res, httpStatus, fields) },
  "cut-clean": { carriedOut: true, send: (res, { httpStatus, fields }) => sendHalf(res, httpStatus, fields) },
  html502: { carriedOut: true, send: (res) => sendHtml(res, 502, BAD_GATEWAY) },
  empty200: { carriedOut: true, send: (res) => sendEmpty(res, 200) },
  "wrong-signature": { carriedOut: true, change: withWrongSignature },
  "no-signature": { carriedOut: true, change: withoutSignature },
  "foreign-answer": { carriedOut: true, checkArg: (arg) => arg === "" || arg === "same-conversation", change: foreignAnswer },
  "timeout-code": { carriedOut: true, checkArg: (arg) => arg === "" || isKnownCode(arg), change: timeoutCode },
  refuse: { carriedOut: false, checkArg: isKnownCode, change: refuse },
  redirect: { carriedOut: false, send: (res, _, arg) => sendEmpty(res, 302, { location: arg || "/moved" }) },
  "html502-before": { carriedOut: false, send: (res) => sendHtml(res, 502, BAD_GATEWAY) },
  "refused-before": { carriedOut: false, send: hangUp },
};

/** Faults waiting for a request, oldest first. */
export class FaultQueue {
  #waiting = [];

  /** Arms `fault` ("NAME" or "NAME:ARG") for the next `times` requests of that path and conversationId, if given. */
  add({ fault, conversationId, path, times = 1 }) {
    if (!Number.isInteger(times) || times < 1) throw new Misuse(`times "${times}" is no count`);
    this.#waiting.push({ ...readFault(fault), fault, conversationId, path, times });
  }

  /** The fault of this request, if any: its own x-sandbox-fault header first, then the queue. */
  take(call) {
    const header = call.headers["x-sandbox-fault"];
    if (header !== undefined) return readFault(header);
    const index = this.#waiting.findIndex(
      ({ conversationId, path }) =>
        (conversationId === undefined || conversationId === call.field("conversationId")) &&
        (path === undefined || path === call.path),
    );
    if (index < 0) return null;
    const found = this.#waiting[index];
    found.times -= 1;
    if (found.times === 0) this.#waiting.splice(index, 1);
    return found;
  }

  list() {
    return this.#waiting.map(({ fault, conversationId, path, times }) => ({ fault, conversationId, path, times }));
  }

  clear() {
    this.#waiting = [];
  }
}

function readFault(text) {
  const [, name, arg = ""] = /^([^:]*)(?::(.*))?$/.exec(text) ?? [];
  if (!Object.hasOwn(FAULTS, name)) throw new Misuse(`no fault "${text}"; there are ${Object.keys(FAULTS).join(", ")}`);
  const { checkArg } = FAULTS[name];
  if (checkArg && !checkArg(arg)) throw new Misuse(`fault "${name}" cannot take "${arg}"`);
  return { name, arg, ...FAULTS[name] };
}

function isDelay(arg) {
  return /^\d+$/.test(arg) && Number(arg) <= LONGEST_DELAY_MS;
}

function sendLate(res, { httpStatus, fields }, arg) {
  const timer = setTimeout(() => sendJson(res, httpStatus, fields), Number(arg));
  res.on("close", () => clearTimeout(timer));
}

// A well-formed signature, so that only checking it tells.
function withWrongSignature({ answer }) {
  const { signature } = answer.fields;
  if (signature === undefined) return answer;
  const wrong = createHmac("sha256", "a key nobody has").update(signature).digest("hex");
  return { ...answer, fields: { ...answer.fields, signature: wrong } };
}

function withoutSignature({ answer }) {
  return { ...answer, fields: { ...answer.fields, signature: undefined } };
}

// With "same-conversation" only the payment and amount betray that the answer is another's.
function foreignAnswer({ answer, route, call, merchant, world, arg }) {
  if (!merchant) return answer;
  const other = world.books.payments.find((payment) => payment.merchant === merchant && !isAskedFor(payment, call));
  if (!other) throw new Misuse("foreign-answer needs a second payment of this merchant");
  const keepsConversation = arg === "same-conversation";
  const foreignCall = {
    ...call,
    field: (name) => (name === "conversationId" && !keepsConversation ? other.conversationId : call.field(name)),
  };
  return { httpStatus: 200, fields: route.sample(foreignCall, merchant, world, other) };
}

function isAskedFor(payment, call) {
  const conversationId = call.field("paymentConversationId");
  return (
    payment.paymentId === call.field("paymentId") ||
    (conversationId !== undefined && payment.conversationId === conversationId) ||
    payment.items.some((item) => item.paymentTransactionId === call.field("paymentTransactionId"))
  );
}

function timeoutCode({ call, world, arg }) {
  return failure(arg || CODE.bankTimeout, call, world);
}

function refuse({ call, world, arg }) {
  return failure(arg, call, world);
}
