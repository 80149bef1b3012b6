//! Checks that the wasm and its bill of materials depend on the sources and tools alone.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{self as this, Command};

use anyhow::{Context as _, bail};

use crate::step::{Done, step};
use crate::{process, sbom, workspace};

/// Builds again from nothing, in a folder of another name and depth. Needs the built package.
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

    for name in ["core.wasm", sbom::FILE] {
        let built = Path::new("pkg").join(name);
        if workspace::read(&workspace::root().join(&built))? != workspace::read(&elsewhere.0.join(&built))? {
            bail!("{} is another one when it is built in another folder", built.display());
        }
    }
    Ok(())
}

/// Deleted when dropped.
struct Elsewhere(PathBuf);

impl Drop for Elsewhere {
    fn drop(&mut self) {
        let top = self.0.ancestors().nth(2).unwrap_or(&self.0);
        // A leftover does no harm.
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

/// Folders that hold no source.
const MADE: &[&str] = &[".git", "node_modules", "pkg", "target"];

/// Runs this program with another root: compiling it there would take longer than its work.
fn build_in(folder: &Path) -> anyhow::Result<()> {
    process::run(
        Command::new(env::current_exe()?)
            .arg("build")
            .env("CARGO_MANIFEST_DIR", folder.join("xtask"))
            .current_dir(folder),
    )
}
