// Assertions. Our own few lines, because not every runtime has node:assert.

export function equal(actual, expected, what = "value") {
  if (!alike(actual, expected)) throw new Error(`${what}: expected ${show(expected)}, got ${show(actual)}`);
}

export function ok(condition, what) {
  if (!condition) throw new Error(what);
}

/** Returns the error that `call` throws; fails if it throws none. */
export function thrownBy(call, what = "call") {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error(`${what}: expected it to throw`);
}

/** Plain data is equal if it has the same own properties. Order and prototypes are checked where they matter. */
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
