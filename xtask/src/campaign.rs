//! The whole fault campaign and the whole flood of hostile answers, of which the tests run a part.

use std::process::Command;

use crate::{build, process, toolchain, workspace};

/// Builds, and lets both run, the one failing or not; `args` go to `tests/campaign/campaign.mjs`.
pub fn run(args: &[&str]) -> anyhow::Result<bool> {
    build::run()?;
    let refunds = process::status(
        Command::new("node")
            .args(["tests/campaign/campaign.mjs", "--refunds", REFUNDS])
            .args(args)
            .current_dir(workspace::root()),
    )?;
    let answers = process::status(
        toolchain::cargo("test")
            .args(["--package", "iyzico-reversals", "--test", "hostile_answers"])
            .args(["--", "--nocapture"])
            .env("IYZICO_HOSTILE_ANSWERS", ANSWERS),
    )?;
    Ok(refunds.success() && answers.success())
}

/// In the unkind world a third is never sent, refused or left to a person: more than 10,000 are carried out.
const REFUNDS: &str = "16000";

const ANSWERS: &str = "1000000";
