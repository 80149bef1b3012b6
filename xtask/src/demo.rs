//! Sets up the refund desk and refunds one payment.

use std::process::Command;

use crate::step::step;
use crate::{build, npm, process, workspace};

/// Refunds once and stops.
pub fn once() -> anyhow::Result<bool> {
    set_up()?;
    Ok(process::status(demo().arg("--once"))?.success())
}

/// Refunds, then serves until Ctrl-C.
pub fn serve() -> anyhow::Result<()> {
    set_up()?;
    replace_with(demo())
}

fn set_up() -> anyhow::Result<()> {
    build::run()?;
    step("install the example's packages", || npm::ci("www-example"))
}

fn demo() -> Command {
    let mut command = Command::new("node");
    command.arg("www-example/demo.mjs").current_dir(workspace::root());
    command
}

/// Ctrl-C then reaches the process that stops the others, and the shell waits for it.
#[cfg(unix)]
fn replace_with(mut command: Command) -> anyhow::Result<()> {
    use std::os::unix::process::CommandExt as _;
    Err(command.exec().into())
}

#[cfg(not(unix))]
fn replace_with(mut command: Command) -> anyhow::Result<()> {
    process::run(&mut command)
}
