// The entry for Node, Deno, Bun, browsers and bundlers: it contains the wasm as text, so that nothing has to be fetched, read
// from disk or configured.

import hex from "./core.hex.js";
import { instantiate } from "./slim.js";

// Used once: bundlers that inline the constant would write the text twice.
instantiate(compiled(bytes(hex)));

export * from "./api.js";

function compiled(bytes) {
  try {
    return new WebAssembly.Module(bytes);
  } catch (cause) {
    const how = "or pass iyzico-reversals/core.wasm as a module to instantiate() of iyzico-reversals/slim (Nitro: experimental.wasm)";
    throw new Error(`${cause}. Let this host compile WebAssembly from bytes, ${how}`, { cause });
  }
}

function bytes(hex) {
  // Buffer is faster.
  return globalThis.Buffer?.from(hex, "hex") ?? decode(hex);
}

function decode(hex) {
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = (digit(hex, 2 * i) << 4) | digit(hex, 2 * i + 1);
  return bytes;
}

// "0" to "9" are 0x30 to 0x39, "a" to "f" are 0x61 to 0x66.
function digit(hex, at) {
  const code = hex.charCodeAt(at);
  return (code & 15) + (code >> 6) * 9;
}
