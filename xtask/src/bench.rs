//! Runs the benchmarks.

use std::process::Command;

use serde_json::{Map, Value};

use crate::chromium::Chromium;
use crate::{pack, process, size, workspace};

/// Builds, measures the sizes, and runs `benches/bench.mjs`.
pub fn run(args: &[&str]) -> anyhow::Result<bool> {
    let tarball = pack::run()?;
    let sizes: Map<String, Value> = size::measure(&tarball)?
        .iter()
        .map(|size| (size.name().to_owned(), size.bytes().into()))
        .collect();
    let chromium = Chromium::ensure()?;
    let status = process::status(
        Command::new("node")
            .arg("benches/bench.mjs")
            .args(args)
            .env("IYZICO_TARBALL", tarball)
            .env("IYZICO_SIZES", Value::Object(sizes).to_string())
            .env("IYZICO_CHROMIUM", chromium.browser)
            .current_dir(workspace::root()),
    )?;
    Ok(status.success())
}
