//! Cargo, its compiler, and programs that it installs.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use crate::step::{Done, step};
use crate::{process, workspace};

pub const WASM: &str = "wasm32-unknown-unknown";

/// Installs what `rust-toolchain.toml` names; a compiler that rustup doesn't manage must bring it.
pub fn ensure_toolchain() -> anyhow::Result<Done> {
    if process::find("rustup").is_some() {
        process::run(
            Command::new("rustup")
                .args(["--quiet", "toolchain", "install"])
                .current_dir(workspace::root()),
        )?;
    }
    Ok(Done::Now)
}

/// The cargo that runs us.
pub fn cargo(subcommand: &str) -> Command {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut command = Command::new(cargo);
    command.arg(subcommand).current_dir(workspace::root());
    command
}

/// The compiler beside that cargo.
pub fn rustc() -> Command {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| OsString::from("rustc"));
    let mut command = Command::new(rustc);
    command.current_dir(workspace::root());
    command
}

/// A program from crates.io, compiled at its first use.
pub fn installed(name: &str, version: &str) -> anyhow::Result<PathBuf> {
    let home = workspace::scratch(&format!("{name}-{version}"));
    let program = home.join("bin").join(format!("{name}{}", env::consts::EXE_SUFFIX));
    step(&format!("install {name}"), || {
        if program.exists() {
            return Ok(Done::Before);
        }
        process::run(
            cargo("install")
                .args([name, "--version", version, "--locked", "--quiet"])
                // Unoptimised: cargo-deny compiles two minutes faster and runs half a second longer.
                .args(["--debug", "--config", "profile.dev.debug=false", "--root"])
                .arg(&home),
        )?;
        Ok(Done::Now)
    })?;
    Ok(program)
}
