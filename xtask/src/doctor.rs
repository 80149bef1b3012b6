//! What is there, what is missing and how to get it.

use std::path::PathBuf;

use crate::toolchain::Toolchain;
use crate::{chromium, npm, process, toolchain, workspace};

/// Prints the table; all is well if nothing is missing.
pub fn run() -> anyhow::Result<bool> {
    let rows = rows();
    for row in &rows {
        // Some versions go on with hashes and dates.
        let state: String = row.found.as_deref().unwrap_or("missing").chars().take(46).collect();
        println!("{:<14}{:<48}for {}", row.name, state, row.needed_for);
        if row.found.is_none() {
            println!("{:<14}  {}", "", row.how_to);
        }
    }
    let missing = rows.iter().filter(|row| row.found.is_none()).count();
    match missing {
        0 => println!("\nnothing is missing"),
        _ => println!("\n{missing} missing"),
    }
    Ok(missing == 0)
}

struct Row {
    name: &'static str,
    found: Option<String>,
    needed_for: &'static str,
    how_to: &'static str,
}

fn rows() -> Vec<Row> {
    let shown = |path: Option<PathBuf>| path.and_then(|path| process::version(path, "--version"));
    vec![
        Row {
            name: "rustc",
            found: process::version("rustc", "--version"),
            needed_for: "everything",
            how_to: "install Rust with rustup",
        },
        Row {
            name: "rustfmt",
            found: process::version("rustfmt", "--version"),
            needed_for: "test",
            how_to: "`rustup component add rustfmt`",
        },
        Row {
            name: "clippy",
            found: process::version("cargo-clippy", "--version"),
            needed_for: "test",
            how_to: "`rustup component add clippy`",
        },
        Row {
            name: "wasm target",
            found: Toolchain::find().map(|found| match found {
                Toolchain::Own => "installed".to_owned(),
                Toolchain::Debian => "made with Debian's compiler".to_owned(),
            }),
            needed_for: "build, demo, test",
            how_to: toolchain::HOW_TO,
        },
        Row {
            name: "node",
            found: npm::node(),
            needed_for: "build, demo, test",
            how_to: npm::HOW_TO,
        },
        Row {
            name: "npm",
            found: process::version("npm", "--version"),
            needed_for: "build, demo, test",
            how_to: "comes with Node; on Debian also `apt-get install npm`",
        },
        Row {
            name: "wasm-opt",
            found: process::version(workspace::path("xtask/node_modules/.bin/wasm-opt"), "--version"),
            needed_for: "build, demo, test",
            how_to: "`cargo xtask build` installs it in xtask/node_modules",
        },
        Row {
            name: "chromium",
            found: shown(chromium::browser()),
            needed_for: "test",
            how_to: "`cargo xtask test` installs it as root on Debian, else `apt-get install chromium`",
        },
        Row {
            name: "chromedriver",
            found: shown(chromium::driver()),
            needed_for: "test",
            how_to: "`cargo xtask test` installs it as root on Debian, else `apt-get install chromium-driver`",
        },
    ]
}
