//! A compiler that can make wasm.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::bail;

use crate::step::Done;
use crate::{apt, process, workspace};

pub const WASM: &str = "wasm32-unknown-unknown";

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Toolchain {
    /// The one that runs us, with the target's standard library.
    Own,
    /// Debian's newest, which brings no such library but its source, so that each build makes it.
    Debian,
}

impl Toolchain {
    /// The one there is, without installing anything.
    pub fn find() -> Option<Self> {
        if has_wasm_library() {
            Some(Self::Own)
        } else if [DEBIAN_RUSTC, DEBIAN_STD, DEBIAN_LINKER]
            .iter()
            .all(|path| Path::new(path).exists())
        {
            Some(Self::Debian)
        } else {
            None
        }
    }

    /// The one there is, or else what rustup or Debian give.
    pub fn ensure() -> anyhow::Result<(Done, Self)> {
        if let Some(found) = Self::find() {
            return Ok((Done::Before, found));
        }
        if process::find("rustup").is_some() {
            // Its own error is printed; whether it helped is asked below.
            process::status(
                Command::new("rustup")
                    .args(["target", "add", WASM])
                    .current_dir(workspace::root()),
            )?;
        }
        if !has_wasm_library() && apt::is_usable() {
            println!("  rustup can't give {WASM}: taking Debian's compiler and its library's source");
            install_debian()?;
        }
        match Self::find() {
            Some(found) => Ok((Done::Now, found)),
            None => bail!("{HOW_TO}"),
        }
    }

    /// Cargo for the wasm target.
    pub fn cargo(self, subcommand: &str) -> Command {
        let mut command = match self {
            Self::Own => cargo(subcommand),
            Self::Debian => {
                let mut command = Command::new(DEBIAN_CARGO);
                command
                    .arg(subcommand)
                    .arg("-Zbuild-std=std,panic_abort")
                    // As it is compiled where it comes ready made: at our own level the wasm is 2 KB longer.
                    .args(
                        ["core", "alloc", "compiler_builtins"]
                            .map(|name| format!("--config=profile.release.package.{name}.opt-level=3")),
                    )
                    .env("RUSTC", DEBIAN_RUSTC)
                    .env("RUSTC_BOOTSTRAP", "1")
                    .env_remove("RUSTUP_TOOLCHAIN")
                    .current_dir(workspace::root());
                command
            }
        };
        command.args(["--target", WASM, "--target-dir"]).arg(self.target_dir());
        command
    }

    /// Two compilers in one folder would each throw away what the other made. Our own shares the usual
    /// one: cargo lets go of its lock before it runs us, and tests find their macros compiled there.
    pub fn target_dir(self) -> PathBuf {
        workspace::path(match self {
            Self::Own => "target",
            Self::Debian => "target/debian",
        })
    }
}

/// The cargo that runs us.
pub fn cargo(subcommand: &str) -> Command {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut command = Command::new(cargo);
    command.arg(subcommand).current_dir(workspace::root());
    command
}

/// The compiler beside the cargo that runs us.
pub fn rustc() -> OsString {
    env::var_os("RUSTC").unwrap_or_else(|| OsString::from("rustc"))
}

pub const HOW_TO: &str = "no compiler for wasm32-unknown-unknown: run `rustup target add wasm32-unknown-unknown`, \
    or as root on Debian `apt-get install rustc-web cargo-web rust-web-src rust-web-llvm` and the lld \
    that `/usr/bin/rust-lld` points to";

fn install_debian() -> anyhow::Result<()> {
    apt::install(DEBIAN_PACKAGES)?;
    // The linker's link is there, but what it points to is a package that none of them asks for and
    // whose name has LLVM's version in it, such as lld-22.
    let linker = fs::read_link(DEBIAN_LINKER)?;
    match linker.file_name().and_then(OsStr::to_str) {
        Some(package) if !Path::new(DEBIAN_LINKER).exists() => apt::install(&[package]),
        _ => Ok(()),
    }
}

fn has_wasm_library() -> bool {
    let folder = Command::new(rustc())
        .args(["--print", "target-libdir", "--target", WASM])
        .current_dir(workspace::root())
        .output();
    folder.is_ok_and(|output| {
        let folder = String::from_utf8_lossy(&output.stdout);
        workspace::list(Path::new(folder.trim())).is_ok_and(|files| {
            files
                .iter()
                .filter_map(|file| file.file_name())
                .any(|name| name.to_string_lossy().starts_with("libstd-"))
        })
    })
}

const DEBIAN_PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm"];
const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_LINKER: &str = "/usr/bin/rust-lld";
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_STD: &str = "/usr/lib/rustlib/src/rust/library/std/Cargo.toml";
