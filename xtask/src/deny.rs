//! Licences, sources, duplicates and advisories of every crate, by cargo-deny with `deny.toml`.

use std::process::Command;

use crate::cargo::{self, WASM};
use crate::tally::Tally;
use crate::{process, workspace};

const VERSION: &str = "0.20.2";

/// What is checked, what cargo-deny calls it, and whether a crate may be there in two versions.
const GRAPHS: &[(&str, &[&str], &str)] = &[
    ("what is shipped", &["--target", WASM, "--exclude-dev"], "--deny"),
    ("the workspace", &["--workspace"], "--warn"),
    ("the fuzz targets", &["--manifest-path", "fuzz/Cargo.toml"], "--deny"),
    (
        "the benchmarks",
        &["--manifest-path", "benches/native/Cargo.toml"],
        "--warn",
    ),
];

/// Each graph is one test.
pub fn check() -> anyhow::Result<Tally> {
    let program = cargo::installed("cargo-deny", VERSION)?;
    let deny = |graph: &[&str]| {
        let mut command = Command::new(&program);
        command
            .arg("--locked")
            .args(graph)
            .arg("--config")
            .arg(workspace::path("deny.toml"))
            .current_dir(workspace::root());
        command
    };
    let has_advisories = deny(&[]).args(["fetch", "db"]).output()?.status.success();
    let mut checks = vec!["bans", "licenses", "sources"];
    if has_advisories {
        checks.push("advisories");
    } else {
        println!("advisories: NOT CHECKED, the RustSec database can't be reached");
    }

    let mut tally = Tally::default();
    for (name, graph, duplicates) in GRAPHS {
        println!("▸ {name}");
        let mut check = deny(graph);
        check.args(["check", duplicates, "duplicate"]).args(&checks);
        tally += Tally::of(process::status(&mut check)?.success());
    }
    Ok(tally)
}
