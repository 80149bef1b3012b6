//! `cargo xtask <command>`: builds, tests and shows the package, from a machine with cargo and Node.

mod apt;
mod assemble;
mod bench;
mod build;
mod campaign;
mod chromium;
mod commonjs;
mod demo;
mod deny;
mod doctor;
mod fuzz;
mod generate;
mod npm;
mod process;
mod reproduce;
mod sbom;
mod size;
mod stamp;
mod step;
mod tally;
mod test;
mod toolchain;
mod weights;
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

/// Whether all is well; an error is what kept a command from finding out.
fn run() -> anyhow::Result<bool> {
    let args: Vec<_> = env::args().skip(1).collect();
    let args: Vec<_> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        ["build"] => build::run().map(|_| true),
        ["generate"] => generate::run(false).map(|()| true),
        ["generate", "--check"] => generate::run(true).map(|()| true),
        ["test"] => test::run(),
        ["test", "tools"] => test::tools(),
        ["demo"] => demo::serve().map(|()| true),
        ["demo", "--once"] => demo::once(),
        ["size"] => size::run(),
        ["bench", args @ ..] => bench::run(args),
        ["campaign", args @ ..] => campaign::run(args),
        ["deny"] => deny::run(),
        ["fuzz", args @ ..] => fuzz::run(args),
        ["reproduce"] => reproduce::run(),
        ["sbom"] => sbom::run(),
        ["doctor"] => doctor::run(),
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

  demo [--once]       build, start the simulator and a worker, refund one payment through the package
                      and serve until Ctrl-C; --once ends after the refund
  test                every test there is but those of the next line, with one summary
  test tools          the package in tools that are slow: frameworks, test runners, bundlers of pages
  build               the npm package, in pkg/
  generate [--check]  types, schemas and tables from the crate's own; --check only compares
  size                sizes against their budgets, and where the wasm's bytes are
  bench [point …]     speed and memory, in every runtime and beside the official SDK, node:crypto,
                      WebCrypto and @noble/hashes, written to benches/
  campaign            16,000 refunds by the recipe and 4,000 through the desk, with every fault mixed in,
                      and a million hostile answers
  deny                licences, sources, duplicates and known vulnerabilities of what we depend on
  fuzz [--seconds n]  every fuzz target, 10 seconds each unless told otherwise
  reproduce           whether another folder gives the same wasm, byte for byte
  sbom                what is inside the package, as CycloneDX, checked against its schema
  doctor              what is there, what is missing and how to get it";
