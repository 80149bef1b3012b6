//! From the crate to the package in `pkg/`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context as _, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::stamp::Stamp;
use crate::step::{Done, step};
use crate::toolchain::{self, Toolchain, WASM};
use crate::{assemble, npm, process, sbom, size, workspace};

/// Builds what has changed, and says with which compiler.
pub fn run() -> anyhow::Result<Toolchain> {
    let mut toolchain = Toolchain::Own;
    step("find Node and a compiler for wasm", || {
        if npm::node().is_none() {
            bail!("no Node, or one that is too old: {}", npm::HOW_TO);
        }
        let (done, found) = Toolchain::ensure()?;
        toolchain = found;
        Ok(done)
    })?;
    step("compile the crate to wasm", || compile(toolchain))?;
    step("make the JavaScript glue with wasm-bindgen", || bind(&raw(toolchain)))?;
    step("install wasm-opt and esbuild", || npm::ci("xtask"))?;
    step("shrink the wasm with wasm-opt", optimize)?;
    step("assemble pkg/", || {
        assemble::run(&optimized(), &glue(), sbom::document(toolchain)?)
    })?;

    let core = size::compressed(&workspace::path("pkg/core.wasm"))?;
    println!("core.wasm: {core}");
    Ok(toolchain)
}

fn compile(toolchain: Toolchain) -> anyhow::Result<Done> {
    let wasm = raw(toolchain);
    let before = made_at(&wasm);
    // By name: with the whole workspace, features that only xtask wants would end up in the wasm.
    process::run(
        toolchain
            .cargo("build")
            .args(["--package", "iyzico-reversals", "--lib", "--release"])
            .arg("--config")
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

/// Panics name the files they are in; neither this machine's folders nor the bytes belong in the package. Where rust-src is
/// installed, the standard library's files would be named by their place on this machine, too.
fn without_paths() -> anyhow::Result<String> {
    let home = env::home_dir().unwrap_or_default();
    let cargo_home = env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from);
    let registries = workspace::list(&cargo_home.join("registry/src")).unwrap_or_default();
    let rustc = |args: &[&str]| {
        process::read(
            Command::new(toolchain::rustc())
                .args(args)
                .current_dir(workspace::root()),
        )
    };
    let sysroot = rustc(&["--print", "sysroot"])?;
    let version = rustc(&["--version", "--verbose"])?;
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

fn bind(wasm: &Path) -> anyhow::Result<Done> {
    let bytes = workspace::read(wasm)?;
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

/// The bundler's glue is the only one that leaves instantiation to us. Names and producers are dropped
/// here and not by cargo's `strip`, which takes the list of features with it that tells wasm-bindgen which
/// glue to write.
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

/// The wasm of the last build once more, its functions with their names.
pub fn named() -> anyhow::Result<Vec<u8>> {
    let toolchain = Toolchain::find().context(toolchain::HOW_TO)?;
    let folder = workspace::scratch("named");
    bindgen(workspace::read(&raw(toolchain))?, false, &folder)?;
    let named = folder.join("core.wasm");
    process::run(
        npm::tool("xtask", "wasm-opt")
            .arg(folder.join(format!("{NAME}_bg.wasm")))
            .arg("--output")
            .arg(&named)
            .args(WASM_OPT.iter().filter(|arg| **arg != "--strip-debug"))
            .arg("--debuginfo"),
    )?;
    workspace::read(&named)
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

/// Only what Node 20, Safari 16.4 and workerd all run: wasm-opt refuses a wasm that needs more.
///
/// What makes the file a little longer and what travels of it shorter: inlining less of what is called once;
/// no common subexpressions kept in locals; data in one piece, where wasm-opt would cut out the zeros and write
/// two hundred addresses instead. The first kilobyte of memory is the far end of the stack: nothing is there.
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

/// The steps' own text: one that is written otherwise runs again.
const THIS_FILE: &[u8] = include_bytes!("build.rs");

const NAME: &str = "iyzico_reversals";

fn raw(toolchain: Toolchain) -> PathBuf {
    toolchain
        .target_dir()
        .join("wasm32-unknown-unknown/release")
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
