//! Chromium and its driver, for the browser tests.

use std::path::PathBuf;

use anyhow::Context as _;

use crate::{apt, process};

pub struct Chromium {
    pub browser: PathBuf,
    pub driver: PathBuf,
}

impl Chromium {
    pub fn find() -> Option<Self> {
        let browsers = ["chromium", "chromium-browser", "google-chrome"];
        Some(Self {
            browser: browsers.into_iter().find_map(process::find)?,
            driver: process::find("chromedriver")?,
        })
    }

    pub fn ensure() -> anyhow::Result<Self> {
        apt::ensure(&["chromium", "chromium-driver"], || Self::find().is_some())?;
        Self::find().context("no Chromium with its chromedriver on PATH")
    }
}
