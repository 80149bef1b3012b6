//! Installs Debian packages.

use std::process::Command;

use anyhow::Context as _;

use crate::process;

/// Whether apt is there and we are root.
pub fn is_usable() -> bool {
    process::find("apt-get").is_some() && process::version("id", "-u").as_deref() == Some("0")
}

pub fn install(packages: &[&str]) -> anyhow::Result<()> {
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
