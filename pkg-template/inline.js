// Node, Deno, Bun, browsers and bundlers: the wasm travels as text, so that nothing has to be
// fetched, read from disk or configured.

import base64 from "./core.base64.js";
import { instantiate } from "./slim.js";

const text = atob(base64);
const bytes = new Uint8Array(text.length);
for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
instantiate(new WebAssembly.Module(bytes));

export * from "./api.js";
