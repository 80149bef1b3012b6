//! The whole fault campaign, by recipe and through the refund desk, and the whole flood of hostile answers, of which the tests run a part.

use std::process::Command;

use crate::{build, npm, process, toolchain, workspace};

/// Builds, and lets all run, the others failing or not; `args` go to `tests/campaign/campaign.mjs`.
pub fn run(args: &[&str]) -> anyhow::Result<bool> {
    build::run()?;
    println!("{}", npm::ci("www-example")?);
    let by_recipe = process::status(
        Command::new("node")
            .args(["tests/campaign/campaign.mjs", "--refunds", BY_RECIPE])
            .args(args)
            .current_dir(workspace::root()),
    )?;
    let at_the_desk = process::status(
        Command::new("node")
            .args(["tests/campaign/desk.mjs", "--refunds", AT_THE_DESK])
            .current_dir(workspace::root()),
    )?;
    let answers = process::status(
        toolchain::cargo("test")
            .args(["--package", "iyzico-reversals", "--test", "hostile_answers"])
            .args(["--", "--nocapture"])
            .env("IYZICO_HOSTILE_ANSWERS", ANSWERS),
    )?;
    Ok(by_recipe.success() && at_the_desk.success() && answers.success())
}

/// In the unkind world a third is never sent, refused or left to a person: more than 10,000 are carried out.
const BY_RECIPE: &str = "16000";

/// Likewise: more than 2,000 are carried out.
const AT_THE_DESK: &str = "4000";

const ANSWERS: &str = "1000000";
