//! Runs a wasm file of `#[wasm_bindgen_test]`s in Node, or in a browser with `WASM_BINDGEN_USE_BROWSER=1`.
//!
//! `cargo test --target wasm32-unknown-unknown` calls it, see `.cargo/config.toml`.

use std::env;

fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(env::args_os())
}
