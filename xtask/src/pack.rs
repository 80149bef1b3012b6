//! The package's tarball.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Context as _;
use serde_json::Value;

use crate::step::{Done, step};
use crate::{build, npm, process, workspace};

/// Builds the package, packs it and installs the tests' packages.
pub fn run() -> anyhow::Result<PathBuf> {
    build::run()?;
    let mut tarball = None;
    step("pack pkg/", || {
        tarball = Some(pack()?);
        Ok(Done::Now)
    })?;
    step("install the tests' packages", || npm::ci("tests"))?;
    tarball.context("no tarball")
}

/// Packs `pkg/`.
pub fn pack() -> anyhow::Result<PathBuf> {
    let folder = workspace::scratch("tarball");
    std::fs::create_dir_all(&folder)?;
    let report = process::read(
        Command::new("npm")
            .args(["pack", "--json", "--ignore-scripts", "--loglevel=error"])
            .arg("--pack-destination")
            .arg(&folder)
            .current_dir(workspace::path("pkg")),
    )?;
    let report: Value = serde_json::from_str(&report).context("`npm pack --json` printed no JSON")?;
    let name = report.pointer("/0/filename").and_then(Value::as_str);
    Ok(folder.join(name.context("`npm pack --json` names no file")?))
}
