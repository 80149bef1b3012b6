//! From the crate to the package in `pkg/`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Context as _, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::cargo::{self, WASM, cargo, rustc};
use crate::stamp::Stamp;
use crate::step::{Done, step};
use crate::{assemble, npm, process, sbom, workspace};

/// Builds what has changed.
pub fn run() -> anyhow::Result<()> {
    npm::ensure_node()?;
    step("install the Rust toolchain", cargo::ensure_toolchain)?;
    step("compile the crate to wasm", compile)?;
    step("make the JavaScript glue with wasm-bindgen", bind)?;
    step("install wasm-opt and esbuild", || npm::ci("xtask"))?;
    step("shrink the wasm with wasm-opt", optimize)?;
    step("assemble pkg/", || {
        assemble::run(&optimized(), &glue(), sbom::document()?)
    })
}

fn compile() -> anyhow::Result<Done> {
    let wasm = raw();
    let before = made_at(&wasm);
    // By name: with the whole workspace, features that only xtask uses would end up in the wasm.
    process::run(
        cargo("build")
            .args(["--package", "iyzico-reversals", "--lib", "--release"])
            .args(["--target", WASM, "--config"])
            .arg(without_paths()?),
    )?;
    Ok(match made_at(&wasm) {
        after if after == before => Done::Before,
        _ => Done::Now,
    })
}

fn made_at(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).ok()?.modified().ok()
}

/// Keeps the paths of this machine out of the wasm: a panic names its source file. With the component rust-src, the
/// standard library's files have paths of this machine as well.
fn without_paths() -> anyhow::Result<String> {
    let home = env::home_dir().unwrap_or_default();
    let cargo_home = env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from);
    let registries = workspace::list(&cargo_home.join("registry/src")).unwrap_or_default();
    let sysroot = process::read(rustc().args(["--print", "sysroot"]))?;
    let version = process::read(rustc().args(["--version", "--verbose"]))?;
    let commit = version
        .lines()
        .find_map(|line| line.strip_prefix("commit-hash: "))
        .unwrap_or_default();
    // The last that fits is the one that counts.
    let folders = [cargo_home.as_path(), workspace::root()];
    let ours = folders.into_iter().chain(registries.iter().map(PathBuf::as_path));
    let flags: Vec<_> = ours
        .map(|folder| (folder.to_owned(), ".".to_owned()))
        .chain([(
            Path::new(sysroot.trim()).join("lib/rustlib/src/rust"),
            format!("/rustc/{commit}"),
        )])
        .map(|(from, to)| format!("'--remap-path-prefix={}={to}'", from.display()))
        .collect();
    Ok(format!("target.{WASM}.rustflags=[{}]", flags.join(",")))
}

fn bind() -> anyhow::Result<Done> {
    let bytes = workspace::read(&raw())?;
    let lock = workspace::read(&workspace::path("Cargo.lock"))?;
    let stamp = Stamp::new(workspace::scratch("glue.stamp"), &[&bytes, &lock, THIS_FILE]);
    if stamp.is_current(&[&bound(), &glue()]) {
        return Ok(Done::Before);
    }

    let folder = glue_folder();
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    bindgen(bytes, true, &folder)?;
    if folder.join("snippets").exists() {
        bail!("the crate brings JavaScript files of its own, which the package has no place for");
    }
    stamp.save()?;
    Ok(Done::Now)
}

/// Only the bundler's glue leaves instantiation to us. Names and producers are dropped here, because cargo's `strip`
/// would also drop the list of features by which wasm-bindgen chooses its glue.
fn bindgen(bytes: Vec<u8>, without_names: bool, folder: &Path) -> anyhow::Result<()> {
    Bindgen::new()
        .input_bytes(NAME, bytes)
        .bundler(true)?
        .typescript(false)
        .remove_name_section(without_names)
        .remove_producers_section(true)
        .generate(folder)
        .context("wasm-bindgen refused the wasm")
}

/// The wasm of the last build again, with the names of its functions.
pub fn named() -> anyhow::Result<PathBuf> {
    let folder = workspace::scratch("named");
    bindgen(workspace::read(&raw())?, false, &folder)?;
    let named = folder.join("core.wasm");
    process::run(
        npm::tool("xtask", "wasm-opt")
            .arg(folder.join(format!("{NAME}_bg.wasm")))
            .arg("--output")
            .arg(&named)
            .args(WASM_OPT.iter().filter(|arg| **arg != "--strip-debug"))
            .arg("--debuginfo"),
    )?;
    Ok(named)
}

fn optimize() -> anyhow::Result<Done> {
    let bytes = workspace::read(&bound())?;
    let lock = workspace::read(&workspace::path("xtask/package-lock.json"))?;
    let stamp = Stamp::new(workspace::scratch("core.stamp"), &[&bytes, &lock, THIS_FILE]);
    if stamp.is_current(&[&optimized()]) {
        return Ok(Done::Before);
    }
    process::run(
        npm::tool("xtask", "wasm-opt")
            .arg(bound())
            .arg("--output")
            .arg(optimized())
            .args(WASM_OPT),
    )?;
    stamp.save()?;
    Ok(Done::Now)
}

/// Enables only what Node 20, Safari 16.4 and workerd all run: wasm-opt refuses a wasm that needs more.
///
/// Without memory packing the data stays in one segment: wasm-opt would cut out its zeros and write two hundred addresses
/// instead, which compress worse. Low memory is unused because the first kilobyte is the far end of the stack.
const WASM_OPT: &[&str] = &[
    "-O3",
    "--skip-pass=memory-packing",
    "--low-memory-unused",
    "--mvp-features",
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// An input of the steps: they run again after a change of this file.
const THIS_FILE: &[u8] = include_bytes!("build.rs");

const NAME: &str = "iyzico_reversals";

fn raw() -> PathBuf {
    workspace::path("target")
        .join(WASM)
        .join("release")
        .join(format!("{NAME}.wasm"))
}

fn glue_folder() -> PathBuf {
    workspace::scratch("glue")
}

fn bound() -> PathBuf {
    glue_folder().join(format!("{NAME}_bg.wasm"))
}

fn glue() -> PathBuf {
    glue_folder().join(format!("{NAME}_bg.js"))
}

fn optimized() -> PathBuf {
    workspace::scratch("core.wasm")
}
