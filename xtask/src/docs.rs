//! The API references, in `target/doc`: the crate's by rustdoc, the package's by TypeDoc.

use crate::cargo::cargo;
use crate::step::{Done, step};
use crate::{build, npm, process, workspace};

/// Builds the package and both references; a warning is an error.
pub fn run() -> anyhow::Result<()> {
    build::run()?;
    check()?;
    println!(
        "\n{}\n{}",
        workspace::path("target/doc/iyzico_reversals/index.html").display(),
        workspace::path("target/doc/npm/index.html").display()
    );
    Ok(())
}

/// Builds both references. Needs the built package.
pub fn check() -> anyhow::Result<()> {
    step("document the crate with rustdoc", || {
        process::run(
            cargo("doc")
                .args(["--package", "iyzico-reversals", "--no-deps"])
                .env("RUSTDOCFLAGS", "--deny warnings"),
        )?;
        Ok(Done::Now)
    })?;
    step("install TypeDoc", || npm::ci("xtask/docs"))?;
    step("document the package with TypeDoc", || {
        let options = workspace::path("xtask/docs/typedoc.json");
        process::run(npm::tool("xtask/docs", "typedoc").arg("--options").arg(options))?;
        Ok(Done::Now)
    })
}
