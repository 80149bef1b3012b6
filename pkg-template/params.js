// Passes a caller's values to the core: texts as they are, objects as JSON.

import { limits } from "./operations.js";
import { isWellFormed, toWellFormed } from "./well-formed.js";

/** The bounds of a caller's params: `total` characters of text, and `values` in all lists and objects together. */
export const PARAMS = { ...limits, total: 1 << 20, values: 16_000 };
/** The bounds of a draft, whose body is one text. */
export const DRAFT = { ...PARAMS, characters: PARAMS.total };
/** The bounds of a part of the books: entries with a body each. */
export const LEDGER = { ...PARAMS, characters: PARAMS.total, total: 16 << 20 };
/** The bounds of the details of a payment, which have as many rows as an answer. */
export const DETAILS = { ...limits, items: 10_000, total: 4 << 20, values: 200_000 };

/**
 * Writes a value as JSON: own enumerable properties only, each read once, in order.
 *
 * `JSON.stringify` would call `toJSON` of prototypes, and drop or alter values that it can't write. Here these become a marker,
 * which the core refuses with a precise issue. Values beyond `most` are not read, so that they can't grow the memory.
 */
export function write(value, most = PARAMS) {
  try {
    return typeof value === "object" ? new Writer(most).json(value, 0) : "null";
  } catch {
    // A getter or proxy that throws gives no value.
    return "null";
  }
}

/** The same for an optional value. */
export function optional(value, most) {
  return value === undefined ? undefined : write(value, most);
}

/** A text as it is; an empty text for other values. A text that is too long or has a lone surrogate becomes U+FFFD, which every check rejects. */
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
    // Nested lists can contain any number of values, and so can a list that contains itself several times.
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
      // `undefined` is the same as a missing field.
      if (member === undefined) continue;
      const short = name.slice(0, SHOWN);
      text += `${text && ","}${quoted(short) ?? quoted(toWellFormed(short))}:${this.json(member, depth)}`;
    }
    return `{${text}}`;
  }

  #list(value, depth) {
    const { length } = value;
    if (length > this.#most.items) return marker("items");
    // By index, because iterators can be replaced, and up to its first length, because it may grow while it is read.
    let text = "";
    for (let at = 0; at < length; at++) text += `${text && ","}${this.json(value[at], depth)}`;
    return `[${text}]`;
  }
}

/** A text as JSON; `undefined` if it has a lone surrogate. */
function quoted(text) {
  if (PLAIN.test(text)) return `"${text}"`;
  return isWellFormed(text) ? JSON.stringify(text) : undefined;
}

function marker(kind) {
  return `{"":"${kind}"}`;
}

// Nothing to escape and no surrogate: this test takes half the time of JSON.stringify.
const PLAIN = /^[^"\\\u0000-\u001f\ud800-\udfff]*$/;

// The depth of the refunds in a payment's details, deeper than any params. It also ends cycles.
const MAX_DEPTH = 8;

// The most characters that an issue shows of an unknown name.
const SHOWN = 64;
