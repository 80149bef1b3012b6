//! Whether the wasm depends on its sources and tools alone.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{self as this, Command};

use anyhow::{Context as _, bail};

use crate::step::{Done, step};
use crate::{build, process, workspace};

/// Builds here and elsewhere and says whether both gave the same.
pub fn run() -> anyhow::Result<bool> {
    build::run()?;
    check()?;
    Ok(true)
}

/// Builds once more in a folder of another name and depth, from nothing. Needs the built package.
pub fn check() -> anyhow::Result<()> {
    let elsewhere = Elsewhere(env::temp_dir().join(format!("iyzico-{}/another/folder", this::id())));
    step("copy the sources to another folder", || {
        copy(workspace::root(), &elsewhere.0)?;
        Ok(Done::Now)
    })?;
    step("build them there", || {
        build_in(&elsewhere.0)?;
        Ok(Done::Now)
    })?;

    let here = sha256(&workspace::path("pkg/core.wasm"))?;
    let there = sha256(&elsewhere.0.join("pkg/core.wasm"))?;
    println!("core.wasm here:      {here}\ncore.wasm elsewhere: {there}");
    match here == there {
        true => Ok(()),
        false => bail!("the same sources gave another wasm in another folder"),
    }
}

/// Deleted when done, built or not.
struct Elsewhere(PathBuf);

impl Drop for Elsewhere {
    fn drop(&mut self) {
        let top = self.0.ancestors().nth(2).unwrap_or(&self.0);
        // Whatever is left of it does no harm.
        let _ = fs::remove_dir_all(top);
    }
}

fn copy(from: &Path, to: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(to)?;
    for path in workspace::list(from)? {
        let name = path.file_name().context("an entry has no name")?;
        if MADE.iter().any(|made| name == *made) {
            continue;
        }
        if path.is_dir() {
            copy(&path, &to.join(name))?;
        } else {
            fs::copy(&path, to.join(name))?;
        }
    }
    Ok(())
}

/// What no source is.
const MADE: &[&str] = &[".git", "node_modules", "pkg", "target"];

/// This very program, told that it stands there: compiling another would take longer than what it does.
fn build_in(folder: &Path) -> anyhow::Result<()> {
    process::run(
        Command::new(env::current_exe()?)
            .arg("build")
            .env("CARGO_MANIFEST_DIR", folder.join("xtask"))
            .current_dir(folder),
    )
}

fn sha256(file: &Path) -> anyhow::Result<String> {
    process::read(Command::new("node").args(["--eval", SHA256]).arg(file))
}

const SHA256: &str = "console.log(require('crypto').createHash('sha256').update(require('fs').readFileSync(process.argv[1])).digest('hex'))";
