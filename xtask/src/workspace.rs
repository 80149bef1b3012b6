//! The workspace's files and folders.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::{env, fs};

use anyhow::Context as _;

/// The contents of files, by path.
pub type Files = BTreeMap<PathBuf, Vec<u8>>;

pub fn root() -> &'static Path {
    &ROOT
}

pub fn path(relative: &str) -> PathBuf {
    root().join(relative)
}

/// What the steps write for each other.
pub fn scratch(relative: &str) -> PathBuf {
    path("target/xtask").join(relative)
}

/// Writes the file if its contents differ: its time of modification is an input of other tools.
pub fn write(path: &Path, contents: &[u8]) -> anyhow::Result<()> {
    if fs::read(path).is_ok_and(|current| current == contents) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("can't make {}", folder.display()))?;
    }
    fs::write(path, contents).with_context(|| format!("can't write {}", path.display()))
}

pub fn read(path: &Path) -> anyhow::Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("can't read {}", path.display()))
}

/// The text of a file of the workspace.
pub fn text(relative: &str) -> anyhow::Result<String> {
    fs::read_to_string(path(relative)).with_context(|| format!("can't read {relative}"))
}

/// The folder's entries, in a stable order.
pub fn list(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("can't read {}", folder.display()))?;
    let mut paths = entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()?;
    paths.sort();
    Ok(paths)
}

/// From cargo at run time: a `target/` that was moved has another path compiled in.
static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
    let now = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let xtask = now.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")));
    xtask.parent().map(Path::to_owned).unwrap_or(xtask)
});
