// Sends a request once with the host's fetch and waits for its answer. Needs no wasm.

import { answerText } from "./answer-text.js";
import { questions } from "./operations.js";
import { sentOnce } from "./transmission.js";

// The time-out of iyzico's own Java SDK.
const MAX_TIMEOUT_MS = 140_000;

const REFUSALS = {
  signal: "signal must be an AbortSignal",
  timeoutMs: `timeoutMs must be a number from 1 to ${MAX_TIMEOUT_MS}`,
  fetch: "fetch must be a function",
  "no-fetch": "this runtime has no fetch; pass one",
  request: "the first argument must be a request that this package made",
  resends: "this runtime may send a POST more than once; send it from a server or a Worker, or pass a fetch that sends it once",
};

export async function exchange(request, options = {}) {
  try {
    const { onEvent, ...settings } = options;
    // There is no `onEvent` to report it to.
    if (typeof options !== "object" || (onEvent !== undefined && typeof onEvent !== "function")) return null;

    const init = { ...request };
    const operation = typeof init.operation === "string" ? init.operation : null;
    const tell = (type, details) => report(onEvent, { type, operation, ...details });
    const plan = planned(init, settings);
    if (plan.refusal) tell("refused", { reason: plan.refusal, message: REFUSALS[plan.refusal] });
    else if (plan.signal?.aborted) tell("aborted");
    else return await send(plan, tell);
  } catch {
    // A getter of the caller threw. Nothing was sent.
  }
  return null;
}

/** What to send and how, or a `refusal`. */
function planned(init, { fetch = globalThis.fetch, timeoutMs = MAX_TIMEOUT_MS, signal }) {
  const { operation, url, body } = init;
  if (signal !== undefined && !isSignal(signal)) return { refusal: "signal" };
  if (!isTimeout(timeoutMs)) return { refusal: "timeoutMs" };
  if (typeof fetch !== "function") return { refusal: fetch === undefined ? "no-fetch" : "fetch" };
  if (typeof operation !== "string" || typeof url !== "string") return { refusal: "request" };

  const plan = { fetch, timeoutMs, signal, init };
  // The caller vouches for its own fetch, but not for the runtime's, even if it passes that. An unknown operation may move
  // money.
  if (fetch !== globalThis.fetch || questions.includes(operation)) return plan;
  if (typeof body !== "string") return { refusal: "request" };
  const change = sentOnce(init);
  return change ? { ...plan, init: { ...init, ...change } } : { refusal: "resends" };
}

function isSignal(signal) {
  const listens = (name) => typeof signal[name] === "function";
  return typeof signal?.aborted === "boolean" && listens("addEventListener") && listens("removeEventListener");
}

function isTimeout(timeoutMs) {
  return typeof timeoutMs === "number" && timeoutMs >= 1 && timeoutMs <= MAX_TIMEOUT_MS;
}

async function send({ fetch, init, signal, timeoutMs }, tell) {
  const controller = new AbortController();
  let stop;
  // Raced with fetch, because a caller's own fetch may ignore the signal.
  const stopped = new Promise((resolve) => {
    stop = (type) => {
      resolve({ type });
      controller.abort();
    };
  });
  const abort = () => stop("aborted");
  signal?.addEventListener("abort", abort);
  const timer = setTimeout(stop, timeoutMs, "timed-out");
  const started = performance.now();
  try {
    tell("sent");
    const answering = answered(fetch, { ...init, redirect: "manual", signal: controller.signal });
    const { type, answer = null, ...details } = await Promise.race([stopped, answering]);
    tell(type, { ...details, elapsedMs: Math.round(performance.now() - started) });
    return answer;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  }
}

/** Never rejects: after the time limit nothing awaits it. */
async function answered(fetch, init) {
  let response;
  try {
    response = await fetch(init.url, init);
  } catch {
    return { type: "failed", reason: "no-response" };
  }
  let status;
  try {
    status = statusOf(response);
    const { text, isTooLarge } = await answerText(response.body, init.signal);
    return { type: isTooLarge ? "too-large" : "answered", status, answer: { status, text } };
  } catch {
    return status === undefined ? { type: "failed", reason: "not-a-response" } : { type: "failed", reason: "broken-off", status };
  }
}

/** The HTTP status; 0 for a redirect that a browser hides or that the caller's own fetch followed. */
function statusOf({ type, status, redirected, body }) {
  if (body !== null && typeof body.getReader !== "function") throw new TypeError("no stream");
  if (redirected === true || type === "opaqueredirect") return 0;
  if (!Number.isInteger(status) || status < 200 || status > 599) throw new TypeError("no status");
  return status;
}

/** Reports an event. An exception of the caller doesn't stop the exchange. */
function report(onEvent, event) {
  try {
    Promise.resolve(onEvent?.(Object.freeze(event))).catch(() => {});
  } catch {
    // The caller's exception.
  }
}
