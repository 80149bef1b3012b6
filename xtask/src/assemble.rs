//! `pkg/`: the template, the wasm, its glue, and the wasm as text.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use diffy::Patch;
use serde_json::Value;

use crate::step::Done;
use crate::workspace::Files;
use crate::{commonjs, sbom, workspace};

/// Writes the files that differ and deletes those that no longer belong there.
pub fn run(wasm: &Path, glue: &Path, sbom: Vec<u8>) -> anyhow::Result<Done> {
    let mut files = Files::new();
    let template = workspace::path("pkg-template");
    read_template(&template, &template, &mut files)?;
    check_manifest(&files)?;

    let wasm = workspace::read(wasm)?;
    // Longer than base64 on disk, but 7 KB shorter compressed: bytes stay aligned for gzip and brotli.
    let hex = wasm
        .iter()
        .fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
    let text = format!("export default \"{hex}\";\n");
    let glue = patched(workspace::read(glue)?)?;
    files.insert(PathBuf::from("imports.js"), imports(&glue)?.into_bytes());
    files.insert(PathBuf::from(GLUE), glue.into_bytes());
    files.insert(PathBuf::from("core.hex.js"), text.into_bytes());
    files.insert(PathBuf::from("core.wasm"), wasm);
    files.insert(PathBuf::from(sbom::FILE), sbom);
    commonjs::add(&mut files)?;

    let package = workspace::path("pkg");
    fs::create_dir_all(&package)?;
    let mut done = delete_others(&package, &package, &files)?;
    for (name, contents) in &files {
        let path = package.join(name);
        if !fs::read(&path).is_ok_and(|current| current == *contents) {
            workspace::write(&path, contents)?;
            done = Done::Now;
        }
    }
    Ok(done)
}

/// Applies `glue.patch`, whose head gives the reasons.
fn patched(glue: Vec<u8>) -> anyhow::Result<String> {
    let patch = include_str!("../glue.patch");
    let patch = Patch::from_str(patch).context("glue.patch is no patch")?;
    diffy::apply(&String::from_utf8(glue)?, &patch).context("glue.patch does not fit the glue")
}

/// Exports what the wasm imports, by name: a namespace would keep every class of the glue in a bundle.
fn imports(glue: &str) -> anyhow::Result<String> {
    let names: Vec<_> = glue
        .lines()
        .filter_map(|line| line.strip_prefix("export function ")?.split('(').next())
        .filter(|name| name.starts_with("__wb") && *name != "__wbg_set_wasm")
        .collect();
    if names.is_empty() {
        bail!("the glue has no function that the wasm imports");
    }
    Ok(format!("export {{ {} }} from \"./{GLUE}\";\n", names.join(", ")))
}

const GLUE: &str = "iyzico_reversals_bg.js";

fn read_template(top: &Path, folder: &Path, files: &mut Files) -> anyhow::Result<()> {
    for path in workspace::list(folder)? {
        if path.is_dir() {
            read_template(top, &path, files)?;
        } else {
            files.insert(path.strip_prefix(top)?.to_owned(), workspace::read(&path)?);
        }
    }
    Ok(())
}

/// The crate and the package have one version.
fn check_manifest(files: &Files) -> anyhow::Result<()> {
    let manifest = files
        .get(Path::new("package.json"))
        .context("no pkg-template/package.json")?;
    let manifest: Value = serde_json::from_slice(manifest).context("pkg-template/package.json is no JSON")?;
    let version = manifest.get("version").and_then(Value::as_str).unwrap_or_default();
    let crate_manifest: toml::Table = workspace::text("Cargo.toml")?.parse()?;
    let crate_version = crate_manifest
        .get("package")
        .and_then(|package| package.get("version")?.as_str())
        .unwrap_or_default();
    if version != crate_version {
        bail!("the package's version is {version:?} and the crate's is {crate_version:?}");
    }
    Ok(())
}

fn delete_others(top: &Path, folder: &Path, files: &Files) -> anyhow::Result<Done> {
    let mut done = Done::Before;
    for path in workspace::list(folder)? {
        let name = path.strip_prefix(top)?;
        if path.is_dir() && files.keys().any(|file| file.starts_with(name)) {
            if delete_others(top, &path, files)? == Done::Now {
                done = Done::Now;
            }
        } else if path.is_dir() {
            fs::remove_dir_all(&path)?;
            done = Done::Now;
        } else if !files.contains_key(name) {
            fs::remove_file(&path)?;
            done = Done::Now;
        }
    }
    Ok(done)
}
