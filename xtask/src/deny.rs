//! What we depend on: licences, sources, duplicates, and vulnerabilities where somebody says which are known.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, bail};
use serde_json::{Value, json};

use crate::step::{Done, step};
use crate::tally::Tally;
use crate::{npm, process, toolchain, workspace};

/// Packs, checks, and says whether all is well.
pub fn run() -> anyhow::Result<bool> {
    let tally = check(&npm::packed()?)?;
    println!("{tally}");
    Ok(tally.failed == 0)
}

/// The crates by cargo-deny, the package by npm.
pub fn check(tarball: &Path) -> anyhow::Result<Tally> {
    step("install cargo-deny", install)?;
    let mut tally = Tally::default();
    for (name, graph, lints) in GRAPHS {
        tally += verdict(name, cargo_deny(graph).arg("check").args(*lints).args(CHECKS))?;
    }
    tally += advisories()?;
    tally += independence(tarball)?;
    tally += audit(tarball)?;
    Ok(tally)
}

/// Its release profile takes 3.6 minutes on two cores, the plain one 1.5 to 2.2, to save half a second a run.
fn install() -> anyhow::Result<Done> {
    if program().exists() {
        return Ok(Done::Before);
    }
    let build = workspace::scratch("cargo-deny-build");
    process::run(
        toolchain::cargo("install")
            .args([
                "cargo-deny",
                "--version",
                VERSION,
                "--locked",
                "--debug",
                "--quiet",
                "--root",
            ])
            .arg(home())
            .arg("--target-dir")
            .arg(&build)
            .env("CARGO_PROFILE_DEV_DEBUG", "false")
            .env("CARGO_PROFILE_DEV_INCREMENTAL", "false"),
    )?;
    fs::remove_dir_all(build)?;
    Ok(Done::Now)
}

const VERSION: &str = "0.20.2";

fn home() -> PathBuf {
    workspace::scratch(&format!("cargo-deny-{VERSION}"))
}

fn program() -> PathBuf {
    home()
        .join("bin")
        .join(format!("cargo-deny{}", std::env::consts::EXE_SUFFIX))
}

/// What is checked, what cargo-deny calls it, and the lints of it alone.
const GRAPHS: &[(&str, &[&str], &[&str])] = &[
    (
        "what is shipped",
        &["--target", toolchain::WASM, "--exclude-dev"],
        &["--deny", "duplicate"],
    ),
    ("all that builds and tests it", WORKSPACE, &["--allow", "duplicate"]),
    ("the fuzz targets", FUZZ, &["--deny", "duplicate"]),
    ("the benchmarks", BENCHES, &["--allow", "duplicate"]),
];

const WORKSPACE: &[&str] = &["--workspace", "--all-features"];

const FUZZ: &[&str] = &["--manifest-path", "fuzz/Cargo.toml"];

const BENCHES: &[&str] = &["--manifest-path", "benches/native/Cargo.toml"];

const CHECKS: &[&str] = &[
    // What one graph needs, another lacks.
    "--allow",
    "license-exception-not-encountered",
    "--allow",
    "license-not-encountered",
    "bans",
    "licenses",
    "sources",
];

fn cargo_deny(graph: &[&str]) -> Command {
    let mut command = Command::new(program());
    command
        .arg("--locked")
        .args(graph)
        .arg("--config")
        .arg(workspace::path("deny.toml"))
        .current_dir(workspace::root());
    command
}

/// Known vulnerabilities, unmaintained crates and withdrawn versions.
fn advisories() -> anyhow::Result<Tally> {
    let fetched = cargo_deny(WORKSPACE).args(["fetch", "db"]).output()?;
    if !fetched.status.success() {
        println!("advisories: NOT CHECKED, the RustSec database is out of reach from here");
        return Ok(Tally::default());
    }
    let mut tally = Tally::default();
    for (name, graph) in [
        ("advisories", WORKSPACE),
        ("advisories for the fuzz targets", FUZZ),
        ("advisories for the benchmarks", BENCHES),
    ] {
        tally += verdict(name, cargo_deny(graph).args(["check", "advisories"]))?;
    }
    Ok(tally)
}

fn verdict(name: &str, command: &mut Command) -> anyhow::Result<Tally> {
    println!("▸ {name}");
    Ok(match process::status(command)?.success() {
        true => Tally::PASSED,
        false => Tally::FAILED,
    })
}

/// The packed package asks for no other.
fn independence(tarball: &Path) -> anyhow::Result<Tally> {
    let manifest = process::read(
        Command::new("tar")
            .arg("-xzOf")
            .arg(tarball)
            .arg("package/package.json"),
    )?;
    let manifest: Value = serde_json::from_str(&manifest).context("the packed package.json is no JSON")?;
    let found: Vec<_> = dependencies(&manifest).collect();
    println!("▸ the package's own dependencies");
    match found.as_slice() {
        [] => {
            println!("none");
            Ok(Tally::PASSED)
        }
        found => {
            println!("it has {}", found.join(", "));
            Ok(Tally::FAILED)
        }
    }
}

/// Whatever npm, yarn or pnpm would install or run beside the package.
fn dependencies(manifest: &Value) -> impl Iterator<Item = &str> {
    let members = manifest
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, _)| name.as_str());
    members.filter(|name| name.to_ascii_lowercase().contains("dependencies") || *name == "scripts")
}

/// What npm knows about a project whose only dependency is the tarball.
fn audit(tarball: &Path) -> anyhow::Result<Tally> {
    let project = workspace::scratch("audit");
    let manifest = json!({
        "private": true,
        "dependencies": { "iyzico-reversals": format!("file:{}", tarball.display()) },
    });
    workspace::write(&project.join("package.json"), manifest.to_string().as_bytes())?;
    let npm = |args: &[&str]| {
        let mut command = Command::new("npm");
        command.args(args).arg("--loglevel=error").current_dir(&project);
        command
    };
    process::run(&mut npm(&[
        "install",
        "--package-lock-only",
        "--ignore-scripts",
        "--no-audit",
    ]))?;

    println!("▸ npm audit");
    let output = npm(&["audit", "--omit=dev", "--json"]).output()?;
    let report: Value = serde_json::from_slice(&output.stdout).context("`npm audit --json` printed no JSON")?;
    match report
        .pointer("/metadata/vulnerabilities/total")
        .and_then(Value::as_u64)
    {
        Some(0) => {
            println!("nothing known");
            Ok(Tally::PASSED)
        }
        Some(known) => {
            println!("{known} known: {report}");
            Ok(Tally::FAILED)
        }
        None if report.get("message").is_some() => {
            println!("NOT CHECKED, the registry answers no audits");
            Ok(Tally::default())
        }
        None => bail!("`npm audit --json` printed {report}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dependency_of_any_kind_is_found() {
        let of = |manifest: &str| -> Vec<String> {
            let manifest = serde_json::from_str(manifest).expect("JSON");
            dependencies(&manifest).map(str::to_owned).collect()
        };
        assert!(of(r#"{"name":"x","exports":{}}"#).is_empty());
        for member in [
            "bundleDependencies",
            "bundledDependencies",
            "dependencies",
            "devDependencies",
            "optionalDependencies",
            "peerDependencies",
            "peerDependenciesMeta",
            "scripts",
        ] {
            assert_eq!(of(&format!("{{\"{member}\":{{}}}}")), [member]);
        }
    }
}
