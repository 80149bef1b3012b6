/**
 * Loads the core from a `WebAssembly.Module` that you compiled from `iyzico-reversals/core.wasm`. Call it once, before anything
 * else of this entry. For hosts that compile wasm in their own way, strict Content-Security-Policies, and lazy loading.
 */
export declare function instantiate(module: HostModule): void;

/** The runtime's `WebAssembly.Module`; any object without the types of a runtime. */
export type HostModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Type } } } ? Type : object;

export * from "./index.js";
