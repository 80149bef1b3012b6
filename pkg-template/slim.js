// The package without its wasm: the host hands it over. Every other entry is a way to do that.

import * as imports from "./imports.js";
import { __wbg_set_wasm } from "./iyzico_reversals_bg.js";

export * from "./api.js";

let instance;

export function instantiate(module) {
  // The first instance stays: objects made from it point into its memory.
  if (instance) return;
  // Not asked whether it is `instanceof WebAssembly.Module`: an edge sandbox hands over another realm's.
  const made = new WebAssembly.Instance(module, { "./iyzico_reversals_bg.js": imports });
  __wbg_set_wasm(made.exports);
  made.exports.__wbindgen_start?.();
  instance = made;
}
