//! Sizes and their budgets.

use std::fmt;
use std::path::Path;
use std::process::Command;

use crate::{build, cargo, npm, pack, process, workspace};

/// Builds and prints every size and the wasm's largest functions; true if all sizes are within their budgets.
pub fn run() -> anyhow::Result<bool> {
    let sizes = measure(&pack::run()?)?;
    let twiggy = cargo::installed("twiggy", TWIGGY)?;
    process::run(Command::new(twiggy).args(["top", "-n", "20"]).arg(build::named()?))?;
    for size in &sizes {
        println!("{size}");
    }
    Ok(sizes.iter().all(Size::is_within))
}

const TWIGGY: &str = "0.8.0";

/// Everything that has a budget. Needs the built package, its tarball and the tests' packages.
pub fn measure(tarball: &Path) -> anyhow::Result<Vec<Size>> {
    let core = compressed(&workspace::path("pkg/core.wasm"))?;
    let bundle = bundle()?;
    let tarball = std::fs::metadata(tarball)?.len();
    Ok(vec![
        Size::new("wasm, raw", core.raw, Some(384 << 10)),
        Size::new("wasm, gzip", core.gzip, None),
        Size::new("wasm, brotli", core.brotli, Some(124 << 10)),
        Size::new("browser bundle, minified", bundle.raw, None),
        Size::new("browser bundle, brotli", bundle.brotli, Some(136 << 10)),
        // It holds the wasm as a module, as text, and as text for `require`.
        Size::new("tarball", tarball, Some(600 << 10)),
    ])
}

pub struct Size {
    name: &'static str,
    bytes: u64,
    budget: Option<u64>,
}

impl Size {
    fn new(name: &'static str, bytes: u64, budget: Option<u64>) -> Self {
        Self { name, bytes, budget }
    }

    pub fn is_within(&self) -> bool {
        self.budget.is_none_or(|budget| self.bytes <= budget)
    }

    pub fn name(&self) -> &'static str {
        self.name
    }

    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    pub fn has_budget(&self) -> bool {
        self.budget.is_some()
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:<26}{:>8}", self.name, self.bytes)?;
        match self.budget {
            Some(budget) if self.is_within() => write!(f, "  of {budget:>6}  ok"),
            Some(budget) => write!(f, "  of {budget:>6}  OVER by {}", self.bytes - budget),
            None => Ok(()),
        }
    }
}

struct Compressed {
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// By Node's zlib, which has both formats.
fn compressed(file: &Path) -> anyhow::Result<Compressed> {
    let printed = process::read(
        Command::new("node")
            .arg(workspace::path("xtask/compressed.mjs"))
            .arg(file),
    )?;
    let sizes: Vec<u64> = printed.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
    match sizes.as_slice() {
        &[raw, gzip, brotli] => Ok(Compressed { raw, gzip, brotli }),
        _ => anyhow::bail!("compressed.mjs printed {printed:?}"),
    }
}

/// A page that uses everything.
fn bundle() -> anyhow::Result<Compressed> {
    let bundle = workspace::scratch("bundle.js");
    process::run(
        npm::tool("tests", "esbuild")
            .arg(workspace::path("pkg/inline.js"))
            .args([
                "--bundle",
                "--minify",
                "--format=esm",
                "--platform=browser",
                "--log-level=warning",
            ])
            .arg(format!("--outfile={}", bundle.display())),
    )?;
    compressed(&bundle)
}
