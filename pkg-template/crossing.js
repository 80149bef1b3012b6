// How requests and answers cross into the core. What can't be read crosses as what every check rejects: it never throws.

import { longestAnswer } from "./operations.js";
import { exact } from "./params.js";
import { toWellFormed } from "./well-formed.js";

/** What was asked for. A request that can't be read makes an unknown outcome, not an exception after the money moved. */
export function sent(request) {
  const { operation, body, url, path } = members(request, ["operation", "body", "url", "path"]);
  // What a GET asks for stands in its URL, or in the path of its draft.
  const asked = typeof body === "string" && body !== "" ? body : (url ?? path);
  return { operation: exact(operation), asked: exact(asked, LONGEST_BODY) };
}

/** An answer as it crosses: its status and text, or neither when none came. One without the other is no answer. */
export function received(answer, operation) {
  if (answer === null) return { status: undefined, text: undefined };
  const { status, text } = members(answer, ["status", "text"]);
  if (!Number.isInteger(status) || typeof text !== "string") return { status: 0, text: undefined };
  // The answer to a request that can't be read is shown all the same.
  const kept = bounded(text, longestAnswer[operation] ?? longestAnswer.refund);
  return { status: 0 <= status && status <= MAX_STATUS ? status : undefined, text: kept };
}

/** Own members of an object of the caller's, each read once; a getter or proxy that throws shows none. */
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

/** What `Object.defineProperty` takes for an ordinary member; nothing of it comes from a prototype. */
export function plain(value) {
  return { __proto__: null, value, writable: true, enumerable: true, configurable: true };
}

// Cut before it crosses, so that a flood can't grow the wasm's memory; the core sees that it is too long.
export function bounded(text, longest) {
  return typeof text === "string" ? text.slice(0, longest + 1) : undefined;
}

/** A text as it crosses: every half of a character becomes U+FFFD, which no answer of iyzico's holds. */
export function wellFormed(text) {
  return text === undefined ? undefined : toWellFormed(text);
}

// Without the prototype, on which others may have put members of these names.
const NONE = Object.freeze({ __proto__: null });

// The most that crosses; the core knows which are HTTP's.
const MAX_STATUS = 0xffff;

// Longer than any body that this version drafts; an earlier one knew no limit.
const LONGEST_BODY = 8 << 20;
