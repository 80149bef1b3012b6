// How a caller's values cross into the core: as the lines of one text.

/**
 * Writes a value as JSON: own enumerable properties only, each read once, in their own order.
 * `JSON.stringify` is not used on the whole, because it asks prototypes (`toJSON`) and drops or
 * alters what it can't write; here that becomes a marker the core refuses with a precise issue.
 */
export function write(value) {
  try {
    return typeof value === "object" ? json(value, 0) : "null";
  } catch {
    // A getter or proxy that throws shows no value at all.
    return "null";
  }
}

/** The same for what may be left out. */
export function optional(value) {
  return value === undefined ? "" : write(value);
}

/** A text as a line; one that can't be a line crosses as what no name, path or signature is. */
export function line(value) {
  if (typeof value !== "string") return "";
  return value.isWellFormed() && !value.includes("\n") ? value : "\ufffd";
}

/** What the core is asked: a task and what it needs, line by line; only `last` may hold line breaks. */
export function call(lines, last) {
  const text = lines.join("\n");
  return last === undefined ? text : `${text}\n${last}`;
}

function json(value, depth) {
  switch (typeof value) {
    case "string":
      return quoted(value) ?? marker("lone surrogate");
    case "number":
      return Number.isFinite(value) ? String(value) : marker("number");
    case "boolean":
      return String(value);
    case "object":
      if (value === null) return "null";
      if (depth === MAX_DEPTH) return marker("object");
      return Array.isArray(value) ? list(value, depth + 1) : object(value, depth + 1);
    default:
      return marker(typeof value);
  }
}

function object(value, depth) {
  let text = "";
  for (const name of Object.keys(value)) {
    const member = value[name];
    // An optional field that is left undefined is a field that is left out.
    if (member === undefined) continue;
    text += `${text && ","}${quoted(name) ?? quoted(name.toWellFormed())}:${json(member, depth)}`;
  }
  return `{${text}}`;
}

function list(value, depth) {
  return `[${Array.from(value, (item) => json(item, depth))}]`;
}

/** A text as JSON; nothing where it has no UTF-8 form. */
function quoted(text) {
  if (PLAIN.test(text)) return `"${text}"`;
  return text.isWellFormed() ? JSON.stringify(text) : undefined;
}

function marker(kind) {
  return `{"":"${kind}"}`;
}

// Nothing to escape and no half of a character: asking first takes half the time of JSON.stringify.
const PLAIN = /^[^"\\\u0000-\u001f\ud800-\udfff]*$/;

// As deep as the refunds in a payment's details, and deeper than any params; also what ends a cycle.
const MAX_DEPTH = 8;
