//! The allocator of the wasm.

use talc::wasm::{WasmDynamicTalc, new_wasm_dynamic_allocator};
use zeroizing_alloc::ZeroAlloc;

/// Wipes memory when it is freed, so that no copy of a secret stays.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<WasmDynamicTalc> = ZeroAlloc(new_wasm_dynamic_allocator());
