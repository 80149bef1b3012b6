//! Runs the tests and prints one summary.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::bail;

use crate::cargo::{self, WASM, cargo};
use crate::chromium::Chromium;
use crate::step::Seconds;
use crate::tally::Tally;
use crate::{build, deny, docs, fuzz, generate, npm, pack, postgres, process, reproduce, sbom, size, workspace};

/// Runs everything but the slow tools, also after a failure; true if nothing failed.
pub fn run() -> anyhow::Result<bool> {
    let mut suite = Suite::new();
    suite.rust();
    let tarball = suite.package();
    suite.wasm();
    suite.javascript(tarball.as_deref());
    suite.print()
}

/// Loads the package in the tools that are too slow for [`run`]; true if nothing failed.
pub fn tools() -> anyhow::Result<bool> {
    let mut suite = Suite::new();
    let mut tarball = None;
    suite.work("build and pack", || {
        tarball = Some(pack::run()?);
        Ok(())
    });
    // The pages run in it.
    suite.work("Chromium", || Chromium::ensure().map(drop));
    suite.scripts(&[("the package in slow tools", "tools:slow")], tarball.as_deref());
    suite.print()
}

struct Suite {
    started: Instant,
    rows: Vec<Row>,
}

struct Row {
    name: String,
    tally: Tally,
    took: Duration,
}

impl Suite {
    fn new() -> Self {
        Self {
            started: Instant::now(),
            rows: Vec::new(),
        }
    }

    fn rust(&mut self) {
        self.work("the Rust toolchain", || cargo::ensure_toolchain().map(|_| ()));
        let mut fmt = cargo("fmt");
        fmt.args(["--all", "--check"]);
        self.check("format", Ok(fmt));
        let mut clippy = cargo("clippy");
        clippy.args(["--workspace", "--all-targets", "--", "--deny", "warnings"]);
        self.check("lint", Ok(clippy));
        let mut clippy = cargo("clippy");
        clippy.args(["--package", "iyzico-reversals", "--lib", "--test", "wasm"]);
        clippy.args(["--target", WASM, "--", "--deny", "warnings"]);
        self.check("lint for wasm", Ok(clippy));
        // One package at a time: together, cargo unites their features and compiles dependencies again.
        for package in ["iyzico-reversals", "xtask"] {
            let mut test = cargo("test");
            test.args(["--no-fail-fast", "--package", package]);
            self.count(&format!("native tests of {package}"), Tally::of_cargo, Ok(test));
        }
        self.row("fuzz targets", fuzz::check);
    }

    /// Builds, checks and packs the package.
    fn package(&mut self) -> Option<PathBuf> {
        self.work("generated files are up to date", || generate::run(true));
        if !self.work("build", build::run) {
            self.failed("pack", "needs the build");
            return None;
        }
        self.work("API references", docs::check);
        self.row("dependencies", deny::check);
        self.work("the build is reproducible", reproduce::check);
        self.work("bill of materials", || {
            sbom::check(&workspace::path("pkg").join(sbom::FILE))
        });
        let mut tarball = None;
        self.work("pack", || {
            tarball = Some(pack::pack()?);
            Ok(())
        });
        tarball
    }

    /// Tests the JavaScript surface from Rust.
    fn wasm(&mut self) {
        self.count("wasm tests in Node", Tally::of_cargo, Ok(wasm_tests()));
        let in_chromium = Chromium::ensure().map(|chromium| {
            let mut tests = wasm_tests();
            tests
                .env("CHROMEDRIVER", chromium.driver)
                .env(
                    "WASM_BINDGEN_TEST_WEBDRIVER_JSON",
                    workspace::path("xtask/webdriver.json"),
                )
                // In seconds: the driver starts slowly on a busy machine.
                .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
                .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
                .env("WASM_BINDGEN_USE_BROWSER", "1");
            tests
        });
        self.count("wasm tests in Chromium", Tally::of_cargo, in_chromium);
    }

    /// Tests the packed package, the simulator and the refund desk.
    fn javascript(&mut self, tarball: Option<&Path>) {
        for folder in ["tests", "www-example", "www-example/admin", "tests/desk-page"] {
            self.work(&format!("install the packages of {folder}"), || {
                npm::ci(folder).map(|done| println!("{done}"))
            });
        }
        self.work("PostgreSQL", || postgres::ensure().map(|done| println!("{done}")));
        if let Some(tarball) = tarball {
            self.budgets(tarball);
        }
        self.check("types of the refund desk", Ok(npm::script("www-example", "types")));
        self.scripts(SCRIPTS, tarball);
    }

    /// Runs scripts of `tests/package.json` with this tarball.
    fn scripts(&mut self, scripts: &[(&str, &str)], tarball: Option<&Path>) {
        let Some(tarball) = tarball else {
            return self.failed("the npm scripts", "need the tarball");
        };
        let chromium = Chromium::find();
        for (name, script) in scripts {
            let mut script = npm::script("tests", script);
            script.env("IYZICO_TARBALL", tarball);
            if let Some(chromium) = &chromium {
                script.env("IYZICO_CHROMIUM", &chromium.browser);
            }
            self.count(name, Tally::of_script, Ok(script));
        }
    }

    fn budgets(&mut self, tarball: &Path) {
        self.row("sizes within their budgets", || {
            let mut tally = Tally::default();
            for size in size::measure(tarball)? {
                println!("{size}");
                if size.has_budget() {
                    tally += Tally::of(size.is_within());
                }
            }
            Ok(tally)
        });
    }

    /// A command that is one test.
    fn check(&mut self, name: &str, command: anyhow::Result<Command>) -> bool {
        self.row(name, || logged(name, command?).map(|(success, _)| Tally::of(success)))
    }

    /// A command that runs tests and prints how many.
    fn count(&mut self, name: &str, tally: fn(&str) -> Tally, command: anyhow::Result<Command>) -> bool {
        self.row(name, || {
            let (success, output) = logged(name, command?)?;
            let mut tally = tally(&output);
            // A command may also fail outside of its tests.
            if !success && tally.failed == 0 {
                tally += Tally::FAILED;
            }
            Ok(tally)
        })
    }

    /// Work of our own that is one test.
    fn work(&mut self, name: &str, work: impl FnOnce() -> anyhow::Result<()>) -> bool {
        self.row(name, || work().map(|()| Tally::PASSED))
    }

    fn failed(&mut self, name: &str, why: &str) {
        self.row(name, || bail!("{why}"));
    }

    fn row(&mut self, name: &str, work: impl FnOnce() -> anyhow::Result<Tally>) -> bool {
        println!("\n━━ {name}");
        let started = Instant::now();
        let tally = match work() {
            Ok(tally) if tally == Tally::default() => {
                println!("error: it tested nothing");
                Tally::FAILED
            }
            Ok(tally) => tally,
            Err(error) => {
                println!("error: {error:#}");
                Tally::FAILED
            }
        };
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
            Seconds(self.started.elapsed())
        );
        println!("{sum}");
        Ok(sum.failed == 0)
    }
}

/// What is tested, and the script of `tests/package.json` that tests it.
const SCRIPTS: &[(&str, &str)] = &[
    ("the package in every runtime", "runtimes"),
    ("one exchange is one transmission", "exchange"),
    ("the package in other projects", "packaging"),
    ("the package in quick tools", "tools:quick"),
    ("the documents' code and links", "documents"),
    ("secrets stay hidden", "secrets"),
    ("amounts and bodies beside others'", "differential"),
    ("release workflow", "release"),
    ("the fault campaign", "campaign"),
    ("the simulator", "simulator"),
    ("the refund desk's worker", "desk"),
    ("the fault campaign at the desk", "campaign:desk"),
    ("the refund desk's page", "desk-page"),
];

fn wasm_tests() -> Command {
    let mut test = cargo("test");
    test.args(["--package", "iyzico-reversals", "--test", "wasm", "--target", WASM]);
    test
}

/// Whether the command succeeded, and what it printed, which is also written to a log.
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
