// Passes requests and answers to the core. Never throws: a value that can't be read becomes one that every check rejects.

import { longestAnswer } from "./operations.js";
import { exact } from "./params.js";
import { toWellFormed } from "./well-formed.js";

/** The operation and body of a request. If it can't be read, the outcome is unknown: no exception after the money moved. */
export function sent(request) {
  const { operation, body, url, path } = members(request, ["operation", "body", "url", "path"]);
  // A GET has its params in the URL, or in the path of its draft.
  const asked = typeof body === "string" && body !== "" ? body : (url ?? path);
  return { operation: exact(operation), asked: exact(asked, LONGEST_BODY) };
}

/** The status and text of an answer, or neither when none came. One without the other is not an answer. */
export function received(answer, operation) {
  if (answer === null) return { status: undefined, text: undefined };
  const { status, text } = members(answer, ["status", "text"]);
  if (!Number.isInteger(status) || typeof text !== "string") return { status: 0, text: undefined };
  // The outcome contains the answer even if the request can't be read.
  const kept = bounded(text, longestAnswer[operation] ?? longestAnswer.refund);
  return { status: 0 <= status && status <= MAX_STATUS ? status : undefined, text: kept };
}

/** Own properties of a caller's object, each read once; none if a getter or proxy throws. */
export function members(object, names) {
  try {
    if (typeof object !== "object" || object === null) return NONE;
    const found = { __proto__: null };
    for (const name of names) if (Object.hasOwn(object, name)) found[name] = object[name];
    return found;
  } catch {
    return NONE;
  }
}

/** The descriptor of an ordinary property, without a prototype. */
export function plain(value) {
  return { __proto__: null, value, writable: true, enumerable: true, configurable: true };
}

// Cut before it is passed, so that a long text can't grow the wasm's memory; the core still sees that it is too long.
export function bounded(text, longest) {
  return typeof text === "string" ? text.slice(0, longest + 1) : undefined;
}

/** A text for the core: lone surrogates become U+FFFD, which no answer of iyzico's contains. */
export function wellFormed(text) {
  return text === undefined ? undefined : toWellFormed(text);
}

// Without a prototype, which may have properties of these names.
const NONE = Object.freeze({ __proto__: null });

// The largest status that is passed; the core checks the range.
const MAX_STATUS = 0xffff;

// Longer than any body of this version; earlier versions had no limit.
const LONGEST_BODY = 8 << 20;
