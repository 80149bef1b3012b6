//! PostgreSQL's server, for the tests of ledgers.

use std::path::Path;

use crate::step::Done;
use crate::{apt, process, workspace};

pub fn ensure() -> anyhow::Result<Done> {
    apt::ensure(&["postgresql"], || {
        // Debian keeps the server's programs out of PATH.
        let versions = workspace::list(Path::new("/usr/lib/postgresql")).unwrap_or_default();
        process::find("initdb").is_some() || versions.iter().any(|version| version.join("bin/initdb").exists())
    })
}
