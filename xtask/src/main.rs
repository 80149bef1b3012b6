//! `cargo xtask <command>`: builds, tests and documents the package, on a machine with cargo and Node.

mod apt;
mod assemble;
mod bench;
mod build;
mod cargo;
mod chromium;
mod commonjs;
mod demo;
mod deny;
mod docs;
mod fuzz;
mod generate;
mod npm;
mod pack;
mod postgres;
mod process;
mod reproduce;
mod sbom;
mod size;
mod stamp;
mod step;
mod tally;
mod test;
mod workspace;
mod worlds;

use std::env;
use std::process::ExitCode;

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// True if everything passed; an error if that could not be found out.
fn run() -> anyhow::Result<bool> {
    let args: Vec<_> = env::args().skip(1).collect();
    let args: Vec<_> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        ["build"] => build::run().map(|()| true),
        ["generate"] => generate::run(false).map(|()| true),
        ["generate", "--check"] => generate::run(true).map(|()| true),
        ["test"] => test::run(),
        ["test", "tools"] => test::tools(),
        ["demo"] => demo::serve().map(|()| true),
        ["demo", "--once"] => demo::once(),
        ["size"] => size::run(),
        ["bench", args @ ..] => bench::run(args),
        ["docs"] => docs::run().map(|()| true),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(true)
        }
        _ => {
            eprintln!("error: no such command: {}\n\n{HELP}", args.join(" "));
            Ok(false)
        }
    }
}

const HELP: &str = "\
cargo xtask <command>

  demo [--once]       build everything, start a refund desk against a local iyzico, refund one payment
                      and serve until Ctrl-C; --once stops after the refund
  test                run every test except the slow tools, and print one summary
  test tools          load the package in the slow tools: frameworks, test runners, bundlers of pages
  build               build the npm package, in pkg/
  generate [--check]  write types, schemas and tables from the tables in src/; --check only compares
  docs                build both API references, in target/doc/
  size                print the sizes, their budgets and the wasm's largest functions
  bench [point ...]   measure speed and memory in every runtime, beside other implementations";
