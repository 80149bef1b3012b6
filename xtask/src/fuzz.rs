//! The fuzz targets, for a bounded time, with the compiler that is there.
//!
//! `cargo fuzz run <target>` works as well and for as long as one likes, but wants cargo-fuzz and a nightly compiler. What
//! a run finds interesting is kept in `target/fuzz/corpus`; what it finds broken is written to `fuzz/artifacts`, and belongs
//! in `fuzz/corpus` once it is mended.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::{env, fmt, thread};

use anyhow::{Context as _, bail};

use crate::step::{Done, step};
use crate::tally::Tally;
use crate::{apt, process, toolchain, workspace};

/// How long each target runs unless told otherwise.
pub const SECONDS: u64 = 10;

/// Runs every target; true if none found anything.
pub fn run(args: &[&str]) -> anyhow::Result<bool> {
    let seconds = match args {
        [] => SECONDS,
        ["--seconds", seconds] => seconds
            .parse()
            .with_context(|| format!("not a number of seconds: {seconds}"))?,
        _ => bail!("usage: cargo xtask fuzz [--seconds <n>]"),
    };
    let tally = check(seconds)?;
    println!("{tally}");
    Ok(tally.failed == 0)
}

/// Each target is one test.
pub fn check(seconds: u64) -> anyhow::Result<Tally> {
    let mut host = String::new();
    step("find a C++ compiler for libFuzzer", ensure_compiler)?;
    step("compile the fuzz targets", || {
        host = host_triple()?;
        compile(&host)
    })?;

    let targets = targets()?;
    let at_once = thread::available_parallelism().map_or(1, usize::from);
    let mut tally = Tally::default();
    for targets in targets.chunks(at_once) {
        let running: Vec<_> = targets
            .iter()
            .map(|target| Running::start(target, &host, seconds))
            .collect::<anyhow::Result<_>>()?;
        for running in running {
            let found = running.finish()?;
            println!("{found}");
            tally += if found.is_good() { Tally::PASSED } else { Tally::FAILED };
        }
    }
    Ok(tally)
}

fn ensure_compiler() -> anyhow::Result<Done> {
    let is_there = || env::var_os("CXX").is_some() || process::find("c++").is_some();
    if is_there() {
        return Ok(Done::Before);
    }
    if apt::is_usable() {
        apt::install(&["g++"])?;
    }
    match is_there() {
        true => Ok(Done::Now),
        false => bail!("no C++ compiler: as root on Debian `apt-get install g++`, else set CXX to one"),
    }
}

fn compile(host: &str) -> anyhow::Result<Done> {
    process::run(
        toolchain::cargo("build")
            .args(["--locked", "--release", "--bins", "--manifest-path"])
            .arg(workspace::path("fuzz/Cargo.toml"))
            .arg("--target-dir")
            .arg(workspace::path("target/fuzz"))
            // Named, so that build scripts and macros stay as they are.
            .args(["--target", host])
            .env("RUSTFLAGS", RUSTFLAGS)
            .env_remove("CARGO_ENCODED_RUSTFLAGS"),
    )?;
    Ok(Done::Now)
}

/// As cargo-fuzz has them, but for the address sanitizer: it needs a nightly compiler, and we have no unsafe code.
const RUSTFLAGS: &str = "--cfg fuzzing -Ccodegen-units=1 -Cpasses=sancov-module \
    -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares";

fn host_triple() -> anyhow::Result<String> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = process::read(Command::new(rustc).arg("-vV").current_dir(workspace::root()))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).context("`rustc -vV` names no host")
}

fn targets() -> anyhow::Result<Vec<String>> {
    let files = workspace::list(&workspace::path("fuzz/fuzz_targets"))?;
    let names = files.iter().filter_map(|file| file.file_stem()?.to_str());
    Ok(names.map(str::to_owned).collect())
}

struct Running {
    target: String,
    log: PathBuf,
    child: Child,
}

impl Running {
    fn start(target: &str, host: &str, seconds: u64) -> anyhow::Result<Self> {
        let built = workspace::path("target/fuzz");
        let found = built.join("corpus").join(target);
        let artifacts = workspace::path("fuzz/artifacts").join(target);
        for folder in [&found, &artifacts] {
            fs::create_dir_all(folder)?;
        }

        let log = built.join(target).with_extension("log");
        let output = File::create(&log)?;
        let program = built.join(host).join("release").join(target);
        let child = Command::new(program)
            // New inputs go to the first folder.
            .args([found, workspace::path("fuzz/corpus").join(target)])
            .arg(format!("-dict={}", workspace::path("fuzz/words.dict").display()))
            .arg(format!("-artifact_prefix={}/", artifacts.display()))
            .arg(format!("-max_total_time={seconds}"))
            .args(["-max_len=4096", "-print_final_stats=1", "-timeout=10"])
            .stdin(Stdio::null())
            .stdout(output.try_clone()?)
            .stderr(output)
            .spawn()
            .with_context(|| format!("can't start {target}"))?;
        Ok(Self {
            target: target.to_owned(),
            log,
            child,
        })
    }

    fn finish(mut self) -> anyhow::Result<Found> {
        let status = self.child.wait()?;
        let log = String::from_utf8_lossy(&workspace::read(&self.log)?).into_owned();
        Ok(Found {
            target: self.target,
            runs: stat(&log, "number_of_executed_units"),
            runs_per_second: stat(&log, "average_exec_per_sec"),
            corpus: corpus(&log),
            broken: (!status.success()).then(|| broken(&log, &self.log)),
        })
    }
}

struct Found {
    target: String,
    runs: u64,
    runs_per_second: u64,
    corpus: u64,
    broken: Option<String>,
}

impl Found {
    fn is_good(&self) -> bool {
        self.broken.is_none() && self.runs > 0
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:<12}{:>10} runs{:>10} a second{:>8} inputs",
            self.target, self.runs, self.runs_per_second, self.corpus
        )?;
        match &self.broken {
            Some(broken) => write!(f, "  BROKEN\n{broken}"),
            None if self.is_good() => f.write_str("  ok"),
            None => f.write_str("  BROKEN: it never ran"),
        }
    }
}

/// Of libFuzzer's `stat::number_of_executed_units: 419478`.
fn stat(log: &str, name: &str) -> u64 {
    let mut stats = log.lines().filter_map(|line| line.strip_prefix("stat::"));
    let value = stats.find_map(|line| line.strip_prefix(name)?.strip_prefix(':')?.trim().parse().ok());
    value.unwrap_or_default()
}

/// Of the last line such as `#419478 DONE cov: 1040 ft: 4571 corp: 771/9241b exec/s: 46608`.
fn corpus(log: &str) -> u64 {
    let corpora = log.lines().rev().filter_map(|line| line.split_once("corp: "));
    let sizes = corpora.filter_map(|(_, rest)| rest.split('/').next()?.parse().ok());
    sizes.into_iter().next().unwrap_or_default()
}

/// What the panic said and which input did it.
fn broken(log: &str, file: &Path) -> String {
    let panic = log.lines().skip_while(|line| !line.contains("panicked at"));
    let mut lines: Vec<_> = panic.take(4).collect();
    lines.extend(log.lines().filter(|line| line.contains("Test unit written to")));
    format!("  {}\n  all of it in {}", lines.join("\n  "), file.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOG: &str = "\
#2\tINITED cov: 90 ft: 91 corp: 1/1b exec/s: 0 rss: 27Mb
#419478\tDONE   cov: 1040 ft: 4571 corp: 771/9241b lim: 128 exec/s: 46608 rss: 30Mb
stat::number_of_executed_units: 419478
stat::average_exec_per_sec:     46608
";

    #[test]
    fn numbers_of_libfuzzer_are_read() {
        assert_eq!(stat(LOG, "number_of_executed_units"), 419_478);
        assert_eq!(stat(LOG, "average_exec_per_sec"), 46_608);
        assert_eq!(stat(LOG, "peak_rss_mb"), 0);
        assert_eq!(corpus(LOG), 771);
    }

    #[test]
    fn a_crash_names_its_input() {
        let log =
            "thread 'main' panicked at src/amount.rs:1:1:\nno\n==1== ERROR\nartifact; Test unit written to a/crash-1\n";
        let broken = broken(log, Path::new("x.log"));
        assert!(broken.contains("panicked at") && broken.contains("a/crash-1") && broken.contains("x.log"));
    }
}
