// Vercel's edge runtime: as in Workers, with its own suffix for a module.

import module from "./core.wasm?module";
import { instantiate } from "./slim.js";

instantiate(module);

export * from "./api.js";
