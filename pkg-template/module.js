// Cloudflare Workers and Vercel's edge runtime: wasm may not be compiled from bytes there, but is imported as a module.

// The suffix asks for the module where a tool would else make an instance of it (Nitro) or needs it to know wasm (Vercel).
import module from "./core.wasm?module";
import { instantiate } from "./slim.js";

instantiate(module);

export * from "./api.js";
