// What a check says when it fails. Our own few lines, because node:assert is not everywhere.

export function equal(actual, expected, what = "value") {
  if (!alike(actual, expected)) throw new Error(`${what}: expected ${show(expected)}, got ${show(actual)}`);
}

export function ok(condition, what) {
  if (!condition) throw new Error(what);
}

/** What `call` throws; that it throws is the check. */
export function thrownBy(call, what = "call") {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error(`${what}: expected it to throw`);
}

/** Plain data is alike when it has the same own properties; order and prototypes are checked where they matter. */
function alike(a, b) {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && alike(a[name], b[name]));
}

function show(value) {
  const text = typeof value === "object" || typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > 600 ? `${text.slice(0, 600)}…` : text;
}
