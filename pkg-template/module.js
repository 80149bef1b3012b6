// The entry for Cloudflare Workers and Vercel's edge runtime, which import wasm as a module and compile none from bytes.

// The suffix makes Nitro import a module rather than an instance, and Vercel recognise wasm.
import module from "./core.wasm?module";
import { instantiate } from "./slim.js";

instantiate(module);

export * from "./api.js";
