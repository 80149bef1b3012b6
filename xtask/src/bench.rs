//! Runs the benchmarks.

use std::process::Command;

use anyhow::Context as _;

use crate::step::step;
use crate::{build, npm, process, workspace};

/// Builds, and hands the rest to `benches/bench.mjs`.
pub fn run(args: &[&str]) -> anyhow::Result<bool> {
    build::run()?;
    let mut tarball = None;
    step("pack pkg/", || {
        let (done, path) = npm::pack()?;
        tarball = Some(path);
        Ok(done)
    })?;
    step("install the tests' packages", || npm::ci("tests"))?;
    println!();
    let status = process::status(
        Command::new("node")
            .arg("benches/bench.mjs")
            .args(args)
            .env("IYZICO_TARBALL", tarball.context("no tarball")?)
            .current_dir(workspace::root()),
    )?;
    Ok(status.success())
}
