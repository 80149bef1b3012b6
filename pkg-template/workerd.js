// Cloudflare Workers: wasm may not be compiled from bytes there, but is imported as a module.

import module from "./core.wasm";
import { instantiate } from "./slim.js";

instantiate(module);

export * from "./api.js";
