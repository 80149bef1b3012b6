//! How a command says what it does and how long that took.

use std::fmt;
use std::fs;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use anyhow::Context as _;

/// Says what is done, does it, and says how long it took.
pub fn step(what: &str, work: impl FnOnce() -> anyhow::Result<Done>) -> anyhow::Result<()> {
    println!("▸ {what}");
    let started = Instant::now();
    let done = work().with_context(|| format!("{what} failed"))?;
    println!("  {done} in {}", Seconds(started.elapsed()));
    Ok(())
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Done {
    Now,
    /// Nothing that it is made from has changed.
    Before,
}

impl fmt::Display for Done {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Now => "done",
            Self::Before => "unchanged, found",
        })
    }
}

pub struct Seconds(pub Duration);

impl fmt::Display for Seconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:.1} s", self.0.as_secs_f64()))
    }
}

/// Time since the command was typed: compiling this very program is part of a cold run.
pub fn since_start() -> Duration {
    BEFORE_MAIN.1 + BEFORE_MAIN.0.elapsed()
}

/// The moment of the first look at the clock, and how old the process was then. `cargo run` replaces
/// itself with the program, which therefore is as old as cargo.
static BEFORE_MAIN: LazyLock<(Instant, Duration)> =
    LazyLock::new(|| (Instant::now(), process_age().unwrap_or_default()));

fn process_age() -> Option<Duration> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // The name before it may hold spaces; the start is the 20th value after its closing bracket.
    let start: f64 = stat.rsplit_once(')')?.1.split_whitespace().nth(19)?.parse().ok()?;
    let uptime = fs::read_to_string("/proc/uptime").ok()?;
    let uptime: f64 = uptime.split_whitespace().next()?.parse().ok()?;
    // Linux counts it in hundredths of a second on every architecture.
    Duration::try_from_secs_f64(uptime - start / 100.0).ok()
}
