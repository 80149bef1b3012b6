import core from "iyzico-reversals/core.wasm";

import { refund } from "../shop.js";

globalThis.refund = async (task) => {
  const { Iyzico, instantiate } = await import("iyzico-reversals/slim");
  instantiate(await WebAssembly.compileStreaming(fetch(core)));
  return refund(Iyzico, task);
};
