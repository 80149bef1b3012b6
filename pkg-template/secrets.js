// Requests that carry a secret as it is: fetch must see it, logs and JSON must not.

/** Hides a member of an object from `JSON.stringify` and from the consoles that ask for a custom view. */
export function keepOut(object, secret) {
  const shown = () => {
    const { [secret]: _, ...rest } = object;
    return rest;
  };
  for (const name of ["toJSON", Symbol.for("nodejs.util.inspect.custom"), Symbol.for("Deno.customInspect")]) {
    // Not enumerable: fetch takes every enumerable member for a header.
    Object.defineProperty(object, name, { value: shown });
  }
}
