//! Chromium and its driver, for the browser tests.

use std::path::PathBuf;

use anyhow::bail;

use crate::step::Done;
use crate::{apt, process};

pub struct Chromium {
    pub browser: PathBuf,
    pub driver: PathBuf,
}

impl Chromium {
    pub fn find() -> Option<Self> {
        Some(Self {
            browser: browser()?,
            driver: driver()?,
        })
    }

    pub fn ensure() -> anyhow::Result<(Done, Self)> {
        if let Some(found) = Self::find() {
            return Ok((Done::Before, found));
        }
        if apt::is_usable() {
            apt::install(&["chromium", "chromium-driver"])?;
        }
        match Self::find() {
            Some(found) => Ok((Done::Now, found)),
            None => bail!("{HOW_TO}"),
        }
    }
}

pub fn browser() -> Option<PathBuf> {
    ["chromium", "chromium-browser", "google-chrome"]
        .into_iter()
        .find_map(process::find)
}

pub fn driver() -> Option<PathBuf> {
    process::find("chromedriver")
}

pub const HOW_TO: &str =
    "no Chromium with its chromedriver on PATH: as root on Debian `apt-get install chromium chromium-driver`";
