import type { HostModule } from "./slim.js";

/** The wasm as Workers and bundlers import it: compiled, to hand to `instantiate` of `iyzico-reversals/slim`. */
declare const module: HostModule;
export default module;
