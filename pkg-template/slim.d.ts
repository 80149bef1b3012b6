/**
 * Loads the core from a `WebAssembly.Module` that you compiled from `iyzico-reversals/core.wasm`; call
 * it once, before anything else here. For hosts that compile wasm in their own way, strict content
 * security policies, and lazy loading.
 */
export declare function instantiate(module: HostModule): void;

/** The runtime's `WebAssembly.Module`; anything in a project without the types of a runtime. */
export type HostModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Type } } } ? Type : object;

export * from "./index.js";
