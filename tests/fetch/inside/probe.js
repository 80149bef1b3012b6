// Runs inside each runtime: executes a probe and reports its result, without judging it.

import { exchange } from "iyzico-reversals/fetch";

import { fetches, listeners, requests, values } from "./given.js";

/** `probes` are plain data. Values that JSON can't represent are named, and defined in given.js. */
export async function probe(probes) {
  const results = {};
  for (const { name, ...given } of probes) results[name] = await outcomeOf(given);
  return results;
}

async function outcomeOf({ request, warm, plain, options = {}, marks = {}, afterMs = 0 }) {
  const unmark = mark(marks);
  try {
    // Leaves a connection open that the next request reuses.
    if (warm) await leaveOpen(warm);
    if (afterMs) await sleep(afterMs);
    return plain ? await plainly(madeOf(request)) : await exchanged(madeOf(request), options);
  } finally {
    unmark();
  }
}

async function leaveOpen(url) {
  const response = await fetch(url, { method: "POST", body: "warm" });
  await response.text();
  // Node returns the connection to its pool one turn later.
  await sleep(20);
}

function sleep(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Sets globals of other runtimes, or members of existing ones. Returns a function that restores them. */
function mark(marks) {
  const before = Object.keys(marks).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]);
  for (const [name, value] of Object.entries(marks)) {
    const marked = globalThis[name] ? Object.create(globalThis[name], Object.getOwnPropertyDescriptors(value)) : value;
    Object.defineProperty(globalThis, name, { value: marked, configurable: true });
  }
  return () => {
    for (const [name, descriptor] of before) {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else delete globalThis[name];
    }
  };
}

async function plainly(request) {
  try {
    const response = await fetch(request.url, request);
    return { status: response.status, text: await response.text() };
  } catch {
    return { status: null };
  }
}

async function exchanged(request, { abortAfterMs, ...options }) {
  const events = [];
  const onEvent = (event) => {
    events.push({ ...event, isFrozen: Object.isFrozen(event), isPlain: Object.getPrototypeOf(event) === Object.prototype });
    return listeners[options.onEvent]?.();
  };
  const made = { ...named(options), onEvent: "onEvent" in options && !listeners[options.onEvent] ? options.onEvent : onEvent };
  const controller = new AbortController();
  if (abortAfterMs !== undefined) made.signal = controller.signal;
  if (abortAfterMs === 0) controller.abort();
  else if (abortAfterMs) setTimeout(() => controller.abort(), abortAfterMs);

  const started = performance.now();
  try {
    const answer = await exchange(request, "all" in options ? options.all : made);
    const ms = performance.now() - started;
    return { answer: answer && { status: answer.status, text: answer.text.slice(0, 200), length: answer.text.length }, events, ms, listeners: values.counted.listeners.size };
  } catch (error) {
    return { thrown: String(error), events };
  }
}

function madeOf(request) {
  return typeof request === "string" ? requests[request]() : request?.isBlob ? { ...request, body: new Blob([request.body]) } : request;
}

/** `{ name: "NaN" }` stands for the value of that name. */
function named({ onEvent: _, fetch, ...options }) {
  const made = Object.fromEntries(Object.entries(options).map(([name, value]) => [name, value?.name ? values[value.name] : value]));
  if (typeof fetch === "string") made.fetch = fetches[fetch];
  else if (fetch !== undefined) made.fetch = fetch;
  return made;
}
