//! Installs Debian packages.

use std::process::Command;

use anyhow::{Context as _, bail};

use crate::process;
use crate::step::Done;

/// Installs packages unless `is_there` finds what they bring. Needs root; otherwise the error says what to install.
pub fn ensure(packages: &[&str], is_there: impl Fn() -> bool) -> anyhow::Result<Done> {
    if is_there() {
        return Ok(Done::Before);
    }
    let is_root = process::version("id", "-u").as_deref() == Some("0");
    if is_root && process::find("apt-get").is_some() {
        install(packages)?;
    }
    if !is_there() {
        bail!("missing: as root on Debian `apt-get install {}`", packages.join(" "));
    }
    Ok(Done::Now)
}

fn install(packages: &[&str]) -> anyhow::Result<()> {
    println!("  apt-get install {}", packages.join(" "));
    process::run(apt_get().args(["update", "--quiet", "--quiet"]))
        .and_then(|()| {
            process::run(
                apt_get()
                    .args(["install", "--yes", "--quiet", "--quiet", "--no-install-recommends"])
                    // No progress bar.
                    .arg("--option=Dpkg::Use-Pty=0")
                    .args(packages),
            )
        })
        .with_context(|| format!("apt could not install {}", packages.join(" ")))
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}
