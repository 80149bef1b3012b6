// Requests that carry a secret as it is: fetch must see it, logs and JSON must not.

/** Hides a member of an object from `JSON.stringify` and from the consoles of Node, Deno, Bun and workerd. */
export function keepOut(object, secret) {
  const { [secret]: value, ...rest } = object;
  const shown = () => rest;
  // In the prototype: fetch takes every member of the object itself for a header.
  Object.setPrototypeOf(object, { toJSON: shown, [Symbol.for("nodejs.util.inspect.custom")]: shown });
  // A console that does not ask for a view of its own shows a getter without calling it.
  if (value) Object.defineProperty(object, secret, { __proto__: null, get: () => value, enumerable: true });
}
