//! Node and what comes from npm.

use std::process::Command;

use anyhow::bail;

use crate::stamp::Stamp;
use crate::step::Done;
use crate::{process, workspace};

/// Fails if there is no Node, or one that is too old.
pub fn ensure_node() -> anyhow::Result<()> {
    match process::version("node", "--version") {
        Some(version) if is_new_enough(&version) => Ok(()),
        Some(version) => bail!("Node {version} is too old: install Node 20.19 or newer"),
        None => bail!("no Node: install Node 20.19 or newer; npm comes with it"),
    }
}

/// Installs exactly what the folder's lock file says, once per lock file.
pub fn ci(folder: &str) -> anyhow::Result<Done> {
    let folder = workspace::path(folder);
    let lock = workspace::read(&folder.join("package-lock.json"))?;
    let installed = folder.join("node_modules");
    // Inside the folder, so that deleting it deletes the stamp.
    let stamp = Stamp::new(installed.join(".lock-stamp"), &[&lock]);
    if stamp.is_current(&[&installed]) {
        return Ok(Done::Before);
    }
    process::run(
        Command::new("npm")
            .args(["ci", "--no-audit", "--no-fund", "--loglevel=error"])
            .current_dir(&folder),
    )?;
    stamp.save()?;
    Ok(Done::Now)
}

/// A program of the folder's packages.
pub fn tool(folder: &str, name: &str) -> Command {
    Command::new(workspace::path(folder).join("node_modules/.bin").join(name))
}

/// A script of the folder's `package.json`.
pub fn script(folder: &str, name: &str) -> Command {
    let mut command = Command::new("npm");
    command
        .args(["run", "--silent", name])
        .current_dir(workspace::path(folder));
    command
}

fn is_new_enough(version: &str) -> bool {
    let mut numbers = version
        .trim_start_matches('v')
        .split('.')
        .map(|number| number.parse().unwrap_or(0));
    (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0)) >= (20, 19)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_is_new_enough_from_20_19() {
        assert!(["v20.19.0", "v20.20.2", "v22.0.0"].into_iter().all(is_new_enough));
        assert!(!["v20.18.3", "v18.20.0", ""].into_iter().any(is_new_enough));
    }
}
