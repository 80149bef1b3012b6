//! The fuzz targets, each for a few seconds, by cargo-fuzz.

use std::env;
use std::fs;
use std::process::Command;

use crate::step::step;
use crate::tally::Tally;
use crate::{apt, cargo, process, workspace};

const VERSION: &str = "0.13.2";

const SECONDS: u64 = 10;

/// Each target is one test.
pub fn check() -> anyhow::Result<Tally> {
    step("find a C++ compiler for libFuzzer", || {
        apt::ensure(&["g++"], || {
            env::var_os("CXX").is_some() || process::find("c++").is_some()
        })
    })?;
    let program = cargo::installed("cargo-fuzz", VERSION)?;
    let fuzz = |subcommand| {
        let mut command = Command::new(&program);
        command
            // The sanitizers need a nightly compiler, and find nothing where there is no unsafe code.
            .args([subcommand, "--sanitizer", "none", "--target-dir"])
            .arg(workspace::path("target/fuzz"))
            .current_dir(workspace::root());
        command
    };
    process::run(&mut fuzz("build"))?;

    let mut tally = Tally::default();
    for path in workspace::list(&workspace::path("fuzz/fuzz_targets"))? {
        let target = path.file_stem().unwrap_or_default();
        // New inputs go to the first folder.
        let found = workspace::path("target/fuzz/corpus").join(target);
        fs::create_dir_all(&found)?;
        let mut run = fuzz("run");
        run.arg(target)
            .args([found, workspace::path("fuzz/corpus").join(target)])
            .arg("--")
            .arg(format!("-dict={}", workspace::path("fuzz/words.dict").display()))
            .arg(format!("-max_total_time={SECONDS}"))
            .args(["-max_len=4096", "-timeout=10", "-verbosity=0", "-print_final_stats=1"]);
        println!("▸ {}", target.display());
        tally += Tally::of(process::status(&mut run)?.success());
    }
    Ok(tally)
}
