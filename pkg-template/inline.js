// Node, Deno, Bun, browsers and bundlers: the wasm travels as text, so that nothing has to be
// fetched, read from disk or configured.

import base64 from "./core.base64.js";
import { instantiate } from "./slim.js";

// Where there is a Buffer, it is 4 ms of a cold start faster.
instantiate(new WebAssembly.Module(globalThis.Buffer?.from(base64, "base64") ?? decode(atob(base64))));

export * from "./api.js";

function decode(text) {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
