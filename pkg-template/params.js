// How a caller's values cross into the core: as texts, objects as JSON.

import { limits } from "./operations.js";
import { isWellFormed, toWellFormed } from "./well-formed.js";

/** What a caller's params may hold: `total` characters of text, and so many `values` in all its lists and objects. */
export const PARAMS = { ...limits, total: 1 << 20, values: 16_000 };
/** A draft's body is one text. */
export const DRAFT = { ...PARAMS, characters: PARAMS.total };
/** A part of the books: entries with a body each. */
export const LEDGER = { ...PARAMS, characters: PARAMS.total, total: 16 << 20 };
/** The details of a payment hold as many rows as an answer can. */
export const DETAILS = { ...limits, items: 10_000, total: 4 << 20, values: 200_000 };

/**
 * Writes a value as JSON: own enumerable properties only, each read once, in their own order.
 * `JSON.stringify` is not used on the whole, because it asks prototypes (`toJSON`) and drops or
 * alters what it can't write; here that becomes a marker the core refuses with a precise issue.
 *
 * What is longer than `most` is not looked at: neither this nor the core's memory grows with it.
 */
export function write(value, most = PARAMS) {
  try {
    return typeof value === "object" ? new Writer(most).json(value, 0) : "null";
  } catch {
    // A getter or proxy that throws shows no value at all.
    return "null";
  }
}

/** The same for what may be left out. */
export function optional(value, most) {
  return value === undefined ? undefined : write(value, most);
}

/** A text as it is; an empty one for anything else. One that is too long or has no UTF-8 form becomes U+FFFD, which every check rejects. */
export function exact(value, longest = PARAMS.total) {
  if (typeof value !== "string") return "";
  return value.length <= longest && isWellFormed(value) ? value : "\ufffd";
}

class Writer {
  #most;
  #left;
  #values;

  constructor(most) {
    this.#most = most;
    this.#left = most.total;
    this.#values = most.values;
  }

  json(value, depth) {
    // Lists of lists hold any number of them, and so does one that stands in itself many times over.
    if (this.#values-- <= 0) return marker("items");
    switch (typeof value) {
      case "string":
        return this.#text(value);
      case "number":
        return Number.isFinite(value) ? String(value) : marker("number");
      case "boolean":
        return String(value);
      case "object":
        if (value === null) return "null";
        if (depth === MAX_DEPTH) return marker("object");
        return Array.isArray(value) ? this.#list(value, depth + 1) : this.#object(value, depth + 1);
      default:
        return marker(typeof value);
    }
  }

  #text(value) {
    const { length } = value;
    if (length > this.#most.characters || length > this.#left) return marker("characters");
    this.#left -= length;
    return quoted(value) ?? marker("lone surrogate");
  }

  #object(value, depth) {
    const names = Object.keys(value);
    if (names.length > this.#most.names) return marker("names");
    let text = "";
    for (const name of names) {
      const member = value[name];
      // An optional field that is left undefined is a field that is left out.
      if (member === undefined) continue;
      const short = name.slice(0, SHOWN);
      text += `${text && ","}${quoted(short) ?? quoted(toWellFormed(short))}:${this.json(member, depth)}`;
    }
    return `{${text}}`;
  }

  #list(value, depth) {
    const { length } = value;
    if (length > this.#most.items) return marker("items");
    // Not by an iterator, which others can replace, and no further than it was long: it may grow while it is read.
    let text = "";
    for (let at = 0; at < length; at++) text += `${text && ","}${this.json(value[at], depth)}`;
    return `[${text}]`;
  }
}

/** A text as JSON; nothing where it has no UTF-8 form. */
function quoted(text) {
  if (PLAIN.test(text)) return `"${text}"`;
  return isWellFormed(text) ? JSON.stringify(text) : undefined;
}

function marker(kind) {
  return `{"":"${kind}"}`;
}

// Nothing to escape and no half of a character: asking first takes half the time of JSON.stringify.
const PLAIN = /^[^"\\\u0000-\u001f\ud800-\udfff]*$/;

// As deep as the refunds in a payment's details, and deeper than any params; also what ends a cycle.
const MAX_DEPTH = 8;

// How much an issue shows of a name that is longer than any field's.
const SHOWN = 64;
