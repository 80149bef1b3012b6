//! Every test there is, with one summary.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::bail;

use crate::chromium::Chromium;
use crate::step::{self, Seconds};
use crate::tally::Tally;
use crate::toolchain::{self, Toolchain};
use crate::{build, deny, fuzz, generate, npm, process, reproduce, sbom, size, workspace};

/// Runs all of it, a failure of one keeping none of the others from running; true if nothing failed.
pub fn run() -> anyhow::Result<bool> {
    let mut suite = Suite::default();
    suite.rust();
    let tarball = suite.package();
    suite.javascript(tarball.as_deref());
    suite.print()
}

/// Loads the package in the tools that are too slow for [`run`]; true if nothing failed.
pub fn tools() -> anyhow::Result<bool> {
    let mut suite = Suite::default();
    let mut tarball = None;
    suite.inner("build and pack", || {
        tarball = Some(npm::packed()?);
        Ok(())
    });
    // Without it the pages would only run outside of a browser.
    suite.inner("Chromium", || Chromium::ensure().map(|(done, _)| println!("{done}")));
    let name = "the package in tools that are slow";
    match tarball {
        Some(tarball) => suite.installed(name, &["tests/tools/tools.mjs", "--slow"], &tarball),
        None => suite.failed(name, "needs the tarball"),
    }
    suite.print()
}

#[derive(Default)]
struct Suite {
    rows: Vec<Row>,
}

struct Row {
    name: String,
    tally: Tally,
    took: Duration,
}

impl Suite {
    fn rust(&mut self) {
        self.check(
            "format",
            component("fmt", "rustfmt").map(|mut cargo| {
                cargo.args(["--all", "--check"]);
                cargo
            }),
        );
        self.check(
            "lint",
            component("clippy", "clippy").map(|mut cargo| {
                cargo.args(["--workspace", "--all-targets", "--", "--deny", "warnings"]);
                cargo
            }),
        );
        // One package at a time: cargo would else unite their features and compile the tools anew.
        for package in ["iyzico-reversals", "xtask"] {
            let mut cargo = toolchain::cargo("test");
            cargo.args(["--no-fail-fast", "--package", package]);
            self.count(&format!("native tests of {package}"), Tally::of_cargo, Ok(cargo));
        }
        self.row("fuzz targets", || fuzz::check(fuzz::SECONDS));
    }

    /// What the package is made of.
    fn supply(&mut self, tarball: &Path) {
        self.row("dependencies", || deny::check(tarball));
        self.inner("the wasm is reproducible", reproduce::check);
        self.inner("bill of materials", || {
            sbom::check(&workspace::path("pkg").join(sbom::FILE))
        });
    }

    /// The package and its tarball.
    fn package(&mut self) -> Option<PathBuf> {
        self.inner("generated files are in step", || generate::run(true));
        let mut toolchain = None;
        self.inner("build", || {
            toolchain = Some(build::run()?);
            Ok(())
        });
        self.wasm(toolchain);

        if toolchain.is_none() {
            self.failed("pack", "needs the build");
            return None;
        }
        let mut tarball = None;
        self.inner("pack", || {
            let (done, path) = npm::pack()?;
            println!("{done}: {}", path.display());
            tarball = Some(path);
            Ok(())
        });
        tarball
    }

    /// The JavaScript surface from Rust's side.
    fn wasm(&mut self, toolchain: Option<Toolchain>) {
        let Some(toolchain) = toolchain else {
            self.failed("wasm tests", "need the build");
            return;
        };
        if toolchain == Toolchain::Own {
            self.check(
                "lint for wasm",
                component("clippy", "clippy").map(|mut cargo| {
                    cargo.args(["--package", "iyzico-reversals", "--lib", "--test", "wasm"]);
                    cargo.args(["--target", toolchain::WASM, "--", "--deny", "warnings"]);
                    cargo
                }),
            );
        }

        let mut runner = toolchain::cargo("build");
        runner.args(["--package", "wasm-test-runner"]);
        if !self.check("build the runner of the wasm tests", Ok(runner)) {
            self.failed("wasm tests", "need their runner");
            return;
        }
        self.count("wasm tests in Node", Tally::of_cargo, Ok(wasm_tests(toolchain)));

        let chromium = Chromium::ensure().map(|(_, chromium)| {
            let mut tests = wasm_tests(toolchain);
            tests
                .env("CHROMEDRIVER", chromium.driver)
                .env(
                    "WASM_BINDGEN_TEST_WEBDRIVER_JSON",
                    workspace::path("xtask/webdriver.json"),
                )
                // Generous, because the machine may be busy with the driver's own start.
                .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
                .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
                .env("WASM_BINDGEN_USE_BROWSER", "1");
            tests
        });
        self.count("wasm tests in Chromium", Tally::of_cargo, chromium);
    }

    /// The package from its user's side.
    fn javascript(&mut self, tarball: Option<&Path>) {
        let installed = self.inner("install the tests' packages", || {
            npm::ci("tests").map(|done| println!("{done}"))
        });
        if !installed {
            self.failed("tests of the package and the simulator", "need the tests' packages");
            return;
        }

        let Some(tarball) = tarball else {
            self.failed("tests of the package", "need the tarball");
            return self.simulator();
        };
        self.budgets(tarball);
        self.supply(tarball);
        for (name, program) in [
            ("the package in every runtime", ["tests/run.mjs"].as_slice()),
            ("one exchange is one transmission", &["tests/fetch/fetch.mjs"]),
            ("the package in other people's projects", &["tests/packaging.mjs"]),
            (
                "the package in tools that are quick",
                &["tests/tools/tools.mjs", "--quick"],
            ),
            ("the READMEs' code", &["tests/snippets/snippets.mjs"]),
            ("secrets are nowhere to be seen", &["tests/secrets/secrets.mjs"]),
            (
                "amounts and bodies as others make them",
                &["tests/differential/differential.mjs"],
            ),
            ("the fault campaign", &["tests/campaign/campaign.mjs"]),
        ] {
            self.installed(name, program, tarball);
        }
        self.simulator();
        self.desk();
    }

    /// A program of the tests that installs the package from its tarball.
    fn installed(&mut self, name: &str, program: &[&str], tarball: &Path) {
        let mut node = Command::new("node");
        node.args(program)
            .env("IYZICO_TARBALL", tarball)
            .current_dir(workspace::root());
        if let Some(chromium) = Chromium::find() {
            node.env("IYZICO_CHROMIUM", chromium.browser);
        }
        self.count(name, Tally::of_summary, Ok(node));
    }

    fn simulator(&mut self) {
        self.count("the simulator", Tally::of_node, node_tests("tests/simulator", 1));
    }

    /// The example that a merchant would start from.
    fn desk(&mut self) {
        for folder in ["www-example", "www-example/admin", "tests/desk-page"] {
            let name = format!("install the packages of {folder}");
            if !self.inner(&name, || npm::ci(folder).map(|done| println!("{done}"))) {
                return self.failed("the refund desk", "needs its packages");
            }
        }
        for project in ["www-example/worker", "www-example/admin"] {
            let mut tsc = npm::tool("www-example", "tsc");
            tsc.args(["--noEmit", "--project"]).arg(workspace::path(project));
            self.check(&format!("types of {project}"), Ok(tsc));
        }
        // They mostly wait for the desk's clock.
        self.count("the refund desk's worker", Tally::of_node, node_tests("tests/desk", 2));
        let mut campaign = Command::new("node");
        campaign.arg("tests/campaign/desk.mjs").current_dir(workspace::root());
        self.count("the fault campaign at the desk", Tally::of_summary, Ok(campaign));
        let page = Chromium::ensure().and_then(|(_, chromium)| {
            // They drive a browser, and count milliseconds.
            let mut tests = node_tests("tests/desk-page", 1)?;
            tests.env("IYZICO_CHROMIUM", chromium.browser);
            Ok(tests)
        });
        self.count("the refund desk's page", Tally::of_node, page);
    }

    fn budgets(&mut self, tarball: &Path) {
        self.row("sizes within their budgets", || {
            let mut tally = Tally::default();
            for size in size::measure(tarball)? {
                println!("{size}");
                if size.has_budget() {
                    tally += if size.is_within() { Tally::PASSED } else { Tally::FAILED };
                }
            }
            Ok(tally)
        });
    }

    /// A command whose success is one test.
    fn check(&mut self, name: &str, command: anyhow::Result<Command>) -> bool {
        self.row(name, || {
            let (success, _) = logged(name, command?)?;
            Ok(if success { Tally::PASSED } else { Tally::FAILED })
        })
    }

    /// A command that runs tests and prints how many.
    fn count(&mut self, name: &str, tally: fn(&str) -> Tally, command: anyhow::Result<Command>) -> bool {
        self.row(name, || {
            let (success, output) = logged(name, command?)?;
            let mut tally = tally(&output);
            if success && tally == Tally::default() {
                bail!("it ran no test");
            }
            // It may fail without a failed test, and must not pass for that.
            if !success && tally.failed == 0 {
                tally += Tally::FAILED;
            }
            Ok(tally)
        })
    }

    /// Work of our own whose success is one test.
    fn inner(&mut self, name: &str, work: impl FnOnce() -> anyhow::Result<()>) -> bool {
        self.row(name, || work().map(|()| Tally::PASSED))
    }

    fn failed(&mut self, name: &str, why: &str) {
        self.row(name, || bail!("{why}"));
    }

    fn row(&mut self, name: &str, work: impl FnOnce() -> anyhow::Result<Tally>) -> bool {
        println!("\n━━ {name}");
        let started = Instant::now();
        let tally = work().unwrap_or_else(|error| {
            println!("error: {error:#}");
            Tally::FAILED
        });
        let took = started.elapsed();
        println!("━━ {name}: {tally}, {}", Seconds(took));
        self.rows.push(Row {
            name: name.to_owned(),
            tally,
            took,
        });
        tally.failed == 0
    }

    fn print(self) -> anyhow::Result<bool> {
        let mut sum = Tally::default();
        println!("\n{:<40}{:>8}{:>8}{:>10}", "", "passed", "failed", "time");
        for Row { name, tally, took } in &self.rows {
            let mark = if tally.failed == 0 { ' ' } else { '✗' };
            println!(
                "{mark} {name:<38}{:>8}{:>8}{:>10}",
                tally.passed,
                tally.failed,
                Seconds(*took)
            );
            sum += *tally;
        }
        println!(
            "\nlogs in {}, all in {}",
            logs().display(),
            Seconds(step::since_start())
        );
        println!("{sum}");
        Ok(sum.failed == 0)
    }
}

/// Cargo with a component that a minimal installation lacks.
fn component(subcommand: &str, name: &str) -> anyhow::Result<Command> {
    if !toolchain::cargo(subcommand).arg("--version").output()?.status.success() {
        if process::find("rustup").is_none() {
            bail!("no {name}: install Rust with rustup, or on Debian the packages rustfmt-web and rust-web-clippy");
        }
        process::run(
            Command::new("rustup")
                .args(["component", "add", name])
                .current_dir(workspace::root()),
        )?;
    }
    Ok(toolchain::cargo(subcommand))
}

fn wasm_tests(toolchain: Toolchain) -> Command {
    let mut cargo = toolchain.cargo("test");
    let runner = format!("wasm-test-runner{}", env::consts::EXE_SUFFIX);
    cargo
        .args(["--package", "iyzico-reversals", "--test", "wasm"])
        // As the configuration says, but without another cargo in between.
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            workspace::path("target/debug").join(runner),
        );
    cargo
}

/// The tests of a folder, so many of its files at once.
fn node_tests(folder: &str, at_once: u8) -> anyhow::Result<Command> {
    // Each by its path: versions of Node disagree on what a folder means here.
    let mut files = workspace::list(&workspace::path(folder))?;
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    let mut node = Command::new("node");
    node.args(["--test", "--test-reporter=spec"])
        .arg(format!("--test-concurrency={at_once}"))
        .args(files)
        .current_dir(workspace::root());
    Ok(node)
}

/// Whether the command succeeded, and what it printed, which is also kept.
fn logged(name: &str, command: Command) -> anyhow::Result<(bool, String)> {
    let (status, output) = process::tee(command)?;
    let log = logs()
        .join(name.replace(|c: char| !c.is_ascii_alphanumeric(), "-"))
        .with_extension("log");
    workspace::write(&log, output.as_bytes())?;
    Ok((status.success(), output))
}

fn logs() -> PathBuf {
    workspace::path("target/test-logs")
}
