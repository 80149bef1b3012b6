// How a caller's values cross into the core: as one JSON text.

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
  return value === undefined ? undefined : write(value);
}

/** A text as JSON, or nothing: what is no text, or has no UTF-8 form, must not be turned into one. */
export function text(value) {
  return typeof value === "string" && value.isWellFormed() ? JSON.stringify(value) : undefined;
}

/** What the core is asked: a task, and the JSON of each thing that it needs. */
export function call(task, needs) {
  let text = `{"task":"${task}"`;
  for (const [name, json] of Object.entries(needs)) if (json !== undefined) text += `,"${name}":${json}`;
  return `${text}}`;
}

function json(value, depth) {
  switch (typeof value) {
    case "string":
      return value.isWellFormed() ? JSON.stringify(value) : marker("lone surrogate");
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
    text += `${text && ","}${JSON.stringify(name.toWellFormed())}:${json(member, depth)}`;
  }
  return `{${text}}`;
}

function list(value, depth) {
  return `[${Array.from(value, (item) => json(item, depth))}]`;
}

function marker(kind) {
  return `{"":"${kind}"}`;
}

// As deep as the refunds in a payment's details, and deeper than any params; also what ends a cycle.
const MAX_DEPTH = 8;
