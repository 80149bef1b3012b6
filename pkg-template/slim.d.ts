/**
 * Loads the core from a `WebAssembly.Module` that you compiled from `iyzico-reversals/core.wasm`; call
 * it once, before anything else here. For hosts that compile wasm in their own way, strict content
 * security policies, and lazy loading.
 */
export declare function instantiate(module: WebAssembly.Module): void;

export * from "./index.js";
