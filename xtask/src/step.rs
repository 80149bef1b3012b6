//! Prints each step of a command and how long it took.

use std::fmt;
use std::time::{Duration, Instant};

use anyhow::Context as _;

/// Prints what is done, does it, and prints how long it took.
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
    /// None of its inputs has changed.
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
