//! What comes from npm, and the tarball that goes there.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, bail};
use serde_json::Value;

use crate::stamp::Stamp;
use crate::step::{Done, step};
use crate::{build, process, workspace};

/// Installs exactly what the folder's lock file says, once per lock file.
pub fn ci(folder: &str) -> anyhow::Result<Done> {
    let folder = workspace::path(folder);
    let lock = workspace::read(&folder.join("package-lock.json"))?;
    let installed = folder.join("node_modules");
    // Kept inside, so that whoever deletes the folder has it installed again.
    let stamp = Stamp::new(installed.join(".lock-stamp"), &[&lock]);
    if stamp.is_current(&[&installed]) {
        return Ok(Done::Before);
    }
    process::run(
        Command::new("npm")
            .args(["ci", "--no-audit", "--no-fund", "--loglevel=error"])
            .current_dir(&folder),
    )?;
    stamp.save()?;
    Ok(Done::Now)
}

/// A program of the folder's packages.
pub fn tool(folder: &str, name: &str) -> Command {
    Command::new(workspace::path(folder).join("node_modules/.bin").join(name))
}

/// Builds and packs `pkg/`, with the tests' packages beside it: the tarball.
pub fn packed() -> anyhow::Result<PathBuf> {
    build::run()?;
    let mut tarball = None;
    step("pack pkg/", || {
        let (done, path) = pack()?;
        tarball = Some(path);
        Ok(done)
    })?;
    step("install the tests' packages", || ci("tests"))?;
    println!();
    tarball.context("no tarball")
}

/// Packs `pkg/` and names the files in it.
pub fn pack() -> anyhow::Result<(Done, PathBuf)> {
    let destination = workspace::scratch("tarball");
    let package = workspace::path("pkg");
    let tarball = tarball(&package)?;

    let mut files = Vec::new();
    read_tree(&package, &mut files)?;
    let inputs: Vec<_> = files.iter().map(Vec::as_slice).collect();
    let stamp = Stamp::new(destination.join("stamp"), &inputs);
    if stamp.is_current(&[&tarball]) {
        return Ok((Done::Before, tarball));
    }

    std::fs::create_dir_all(&destination)?;
    let report = process::read(
        Command::new("npm")
            .args([
                "pack",
                "--json",
                "--ignore-scripts",
                "--loglevel=error",
                "--pack-destination",
            ])
            .arg(&destination)
            .current_dir(&package),
    )?;
    print_contents(&report)?;
    if !tarball.exists() {
        bail!("npm made no {}", tarball.display());
    }
    stamp.save()?;
    Ok((Done::Now, tarball))
}

/// Node's version, if it is one we can use.
pub fn node() -> Option<String> {
    process::version("node", "--version").filter(|version| is_new_enough(version))
}

pub const HOW_TO: &str = "install Node 20.19 or newer, npm comes with it";

fn is_new_enough(version: &str) -> bool {
    let mut numbers = version
        .trim_start_matches('v')
        .split('.')
        .map(|number| number.parse().unwrap_or(0));
    (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0)) >= (20, 19)
}

fn tarball(package: &Path) -> anyhow::Result<PathBuf> {
    let manifest: Value = serde_json::from_slice(&workspace::read(&package.join("package.json"))?)?;
    let text = |member: &str| manifest.get(member).and_then(Value::as_str).unwrap_or_default();
    Ok(workspace::scratch("tarball").join(format!("{}-{}.tgz", text("name"), text("version"))))
}

fn read_tree(folder: &Path, files: &mut Vec<Vec<u8>>) -> anyhow::Result<()> {
    for path in workspace::list(folder)? {
        if path.is_dir() {
            read_tree(&path, files)?;
        } else {
            files.push(path.to_string_lossy().into_owned().into_bytes());
            files.push(workspace::read(&path)?);
        }
    }
    Ok(())
}

fn print_contents(report: &str) -> anyhow::Result<()> {
    let report: Value = serde_json::from_str(report).context("`npm pack --json` printed no JSON")?;
    let Some(files) = report.pointer("/0/files").and_then(Value::as_array) else {
        bail!("`npm pack --json` named no files");
    };
    for file in files {
        let size = file.get("size").and_then(Value::as_u64).unwrap_or_default();
        let path = file.get("path").and_then(Value::as_str).unwrap_or_default();
        println!("  {size:>8}  {path}");
    }
    let number = |member| report.pointer(member).and_then(Value::as_u64).unwrap_or_default();
    println!("  {} files, {} bytes packed", files.len(), number("/0/size"));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_is_new_enough_from_20_19() {
        assert!(["v20.19.0", "v20.20.2", "v22.0.0"].into_iter().all(is_new_enough));
        assert!(!["v20.18.3", "v18.20.0", ""].into_iter().any(is_new_enough));
    }
}
