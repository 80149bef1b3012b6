//! Everything set up, and one payment refunded.

use std::process::Command;

use crate::step::{self, Seconds, step};
use crate::{build, npm, process, workspace};

/// Refunds and ends.
pub fn once() -> anyhow::Result<bool> {
    set_up()?;
    let status = process::status(demo().arg("--once"))?;
    println!("\nall in {}", Seconds(step::since_start()));
    Ok(status.success())
}

/// Refunds, then serves until Ctrl-C.
pub fn serve() -> anyhow::Result<()> {
    set_up()?;
    replace_with(demo())
}

fn set_up() -> anyhow::Result<()> {
    build::run()?;
    step("install the example's packages", || npm::ci("www-example"))?;
    println!("set up in {}\n", Seconds(step::since_start()));
    Ok(())
}

fn demo() -> Command {
    let mut command = Command::new("node");
    command.arg("www-example/demo.mjs").current_dir(workspace::root());
    command
}

/// Ctrl-C then ends the one process that knows what to stop, and the shell waits for it.
#[cfg(unix)]
fn replace_with(mut command: Command) -> anyhow::Result<()> {
    use std::os::unix::process::CommandExt as _;
    Err(command.exec().into())
}

#[cfg(not(unix))]
fn replace_with(mut command: Command) -> anyhow::Result<()> {
    process::run(&mut command)
}
