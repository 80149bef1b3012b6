//! PostgreSQL's server, for the tests of ledgers.

use std::path::Path;

use anyhow::bail;

use crate::step::Done;
use crate::{apt, process, workspace};

/// Installs it on Debian as root if it is missing.
pub fn ensure() -> anyhow::Result<Done> {
    if is_there() {
        return Ok(Done::Before);
    }
    if apt::is_usable() {
        apt::install(&["postgresql"])?;
    }
    if !is_there() {
        bail!("no PostgreSQL server: as root on Debian `apt-get install postgresql`");
    }
    Ok(Done::Now)
}

/// Debian keeps the server's programs out of PATH.
fn is_there() -> bool {
    let versions = workspace::list(Path::new("/usr/lib/postgresql")).unwrap_or_default();
    process::find("initdb").is_some() || versions.iter().any(|version| version.join("bin/initdb").exists())
}
