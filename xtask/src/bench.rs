//! Runs the benchmarks.

use std::process::Command;

use crate::{npm, process, workspace};

/// Builds, and hands the rest to `benches/bench.mjs`.
pub fn run(args: &[&str]) -> anyhow::Result<bool> {
    let tarball = npm::packed()?;
    let status = process::status(
        Command::new("node")
            .arg("benches/bench.mjs")
            .args(args)
            .env("IYZICO_TARBALL", tarball)
            .current_dir(workspace::root()),
    )?;
    Ok(status.success())
}
