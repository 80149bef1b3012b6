// Requests with a secret: fetch must see it, but logs and JSON must not.

/** Hides a property from `JSON.stringify` and from the consoles of Node, Deno, Bun and workerd. */
export function keepOut(object, secret) {
  const { [secret]: value, ...rest } = object;
  const shown = () => rest;
  // On the prototype, because fetch sends every own property as a header.
  Object.setPrototypeOf(object, { toJSON: shown, [Symbol.for("nodejs.util.inspect.custom")]: shown });
  // Consoles that ignore the inspect symbol show a getter without calling it.
  if (value) Object.defineProperty(object, secret, { __proto__: null, get: () => value, enumerable: true });
}
