// The package without the wasm, which the host passes in. The other entries call this one.

import * as imports from "./imports.js";
import { __wbg_set_wasm } from "./iyzico_reversals_bg.js";

export * from "./api.js";

let instance;

export function instantiate(module) {
  // The first instance stays, because objects point into its memory.
  if (instance) return;
  // No `instanceof WebAssembly.Module`: an edge sandbox passes one of another realm.
  const made = new WebAssembly.Instance(module, { "./iyzico_reversals_bg.js": imports });
  __wbg_set_wasm(made.exports);
  made.exports.__wbindgen_start?.();
  instance = made;
}
