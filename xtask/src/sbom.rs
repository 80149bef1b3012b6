//! The package's bill of materials, as CycloneDX 1.6: <https://cyclonedx.org/docs/1.6/json/>.
//!
//! It has no date, no random number and no path, so that the same sources and compiler give the same bytes. cargo-cyclonedx
//! 0.5.9 names the crate by its absolute path, counts procedural macros as shipped, and adds crates that only xtask's
//! features need.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, bail};
use serde_json::{Value, json};

use crate::cargo::{WASM, cargo, rustc};
use crate::step::step;
use crate::{npm, process, workspace};

/// The file's name in the package.
pub const FILE: &str = "sbom.cdx.json";

/// Validates a file against CycloneDX's own schema.
pub fn check(file: &Path) -> anyhow::Result<()> {
    step("install CycloneDX's validator", || npm::ci("xtask/sbom"))?;
    process::run(
        Command::new("node")
            .arg(workspace::path("xtask/sbom/validate.mjs"))
            .arg(file),
    )
}

/// The bill of materials of the package.
pub fn document() -> anyhow::Result<Vec<u8>> {
    let parts = parts(&tree()?)?;
    let facts = Facts::collect()?;
    let manifest = manifest("pkg-template/package.json")?;
    let package = format!("pkg:npm/{}@{}", text(&manifest, "name")?, text(&manifest, "version")?);
    let rust = rust_version()?;
    let std = format!("pkg:generic/rust-std@{rust}");

    let mut components = vec![json!({
        "type": "library",
        "bom-ref": std,
        "name": "rust-std",
        "version": rust,
        "description": "Rust's core, alloc and compiler_builtins",
        "licenses": [{ "expression": "MIT OR Apache-2.0" }],
        "purl": std,
        "scope": "required",
    })];
    let mut dependencies = vec![json!({ "ref": std, "dependsOn": [] })];
    for (at, part) in &parts.others {
        components.push(facts.component(at, part)?);
        dependencies.push(json!({ "ref": at.purl(), "dependsOn": purls(&part.needs) }));
    }
    let mut needs = purls(&parts.direct);
    needs.push(std);
    dependencies.push(json!({ "ref": package, "dependsOn": needs }));

    let document = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "lifecycles": [{ "phase": "build" }],
            "component": {
                "type": "library",
                "bom-ref": package,
                "name": text(&manifest, "name")?,
                "version": text(&manifest, "version")?,
                "licenses": [{ "expression": text(&manifest, "license")? }],
                "purl": package,
            },
            "tools": { "components": tools(&rust, &parts)? },
        },
        "components": components,
        "dependencies": dependencies,
    });
    let mut text = serde_json::to_vec_pretty(&document)?;
    text.push(b'\n');
    Ok(text)
}

#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
struct Crate {
    name: String,
    version: String,
}

impl Crate {
    fn purl(&self) -> String {
        format!("pkg:cargo/{}@{}", self.name, self.version.replace('+', "%2B"))
    }
}

/// A crate that the package is built from.
#[derive(Debug, Default)]
struct Part {
    /// Whether its code is in the wasm. The others are procedural macros and their dependencies, which run in the compiler.
    is_inside: bool,
    needs: BTreeSet<Crate>,
}

#[derive(Debug, Default)]
struct Parts {
    direct: BTreeSet<Crate>,
    others: BTreeMap<Crate, Part>,
}

/// `cargo metadata` would add crates that only xtask's features need.
fn tree() -> anyhow::Result<String> {
    process::read(cargo("tree").args(["--locked", "--package", "iyzico-reversals"]).args([
        "--target",
        WASM,
        "--edges",
        "normal",
        "--prefix",
        "depth",
        "--no-dedupe",
        "--format",
        " {p}",
    ]))
}

/// Reads lines such as `2 syn v3.0.9` or `1 serde_derive v1.0.229 (proc-macro)`, each below its dependant.
fn parts(tree: &str) -> anyhow::Result<Parts> {
    let mut parts = Parts::default();
    let mut path: Vec<(Crate, bool)> = Vec::new();
    for line in tree.lines() {
        let mut words = line.split(' ');
        let (Some(depth), Some(name), Some(version)) = (words.next(), words.next(), words.next()) else {
            bail!("`cargo tree` printed {line:?}");
        };
        let found = Crate {
            name: name.to_owned(),
            version: version.trim_start_matches('v').to_owned(),
        };
        path.truncate(
            depth
                .parse()
                .with_context(|| format!("`cargo tree` printed {line:?}"))?,
        );
        let is_inside =
            path.last().is_none_or(|(_, is_inside)| *is_inside) && !words.any(|word| word == "(proc-macro)");
        match path.as_slice() {
            [] => {}
            [_] => drop(parts.direct.insert(found.clone())),
            [.., (dependant, _)] => drop(
                parts
                    .others
                    .entry(dependant.clone())
                    .or_default()
                    .needs
                    .insert(found.clone()),
            ),
        }
        if !path.is_empty() {
            parts.others.entry(found.clone()).or_default().is_inside |= is_inside;
        }
        path.push((found, is_inside));
    }
    Ok(parts)
}

/// Each crate's licence, from the registry, and checksum, from the lock file.
struct Facts {
    licences: BTreeMap<Crate, String>,
    checksums: BTreeMap<Crate, String>,
}

impl Facts {
    fn collect() -> anyhow::Result<Self> {
        let metadata = process::read(
            cargo("metadata")
                .args(["--locked", "--format-version", "1"])
                .args(["--filter-platform", WASM]),
        )?;
        let metadata: Value = serde_json::from_str(&metadata).context("`cargo metadata` printed no JSON")?;
        let packages = metadata.get("packages").and_then(Value::as_array);
        let licences = packages.into_iter().flatten().filter_map(|package| {
            let text = |name| package.get(name).and_then(Value::as_str).map(str::to_owned);
            let found = Crate {
                name: text("name")?,
                version: text("version")?,
            };
            Some((found, text("license")?))
        });
        let lock: toml::Table = workspace::text("Cargo.lock")?.parse()?;
        let packages = lock.get("package").and_then(toml::Value::as_array);
        let checksums = packages.into_iter().flatten().filter_map(|package| {
            let text = |name| package.get(name)?.as_str().map(str::to_owned);
            let found = Crate {
                name: text("name")?,
                version: text("version")?,
            };
            // A crate of the workspace has none.
            Some((found, text("checksum")?))
        });
        Ok(Self {
            licences: licences.collect(),
            checksums: checksums.collect(),
        })
    }

    fn component(&self, at: &Crate, part: &Part) -> anyhow::Result<Value> {
        let Crate { name, version } = at;
        let licence = self
            .licences
            .get(at)
            .with_context(|| format!("{name} names no licence"))?;
        let checksum = self
            .checksums
            .get(at)
            .with_context(|| format!("{name} has no checksum"))?;
        Ok(json!({
            "type": "library",
            "bom-ref": at.purl(),
            "name": name,
            "version": version,
            "hashes": [{ "alg": "SHA-256", "content": checksum }],
            // Some crates still have the older form, which is no SPDX expression.
            "licenses": [{ "expression": licence.replace('/', " OR ") }],
            "purl": at.purl(),
            "scope": if part.is_inside { "required" } else { "excluded" },
        }))
    }
}

/// The tools that wrote the rest of the bytes.
fn tools(rust: &str, parts: &Parts) -> anyhow::Result<Value> {
    let bindgen = parts.others.keys().find(|found| found.name == "wasm-bindgen");
    let bindgen = bindgen.context("the package has no wasm-bindgen")?;
    let binaryen = manifest("xtask/package-lock.json")?;
    let binaryen = binaryen
        .pointer("/packages/node_modules~1binaryen/version")
        .and_then(Value::as_str)
        .context("no binaryen in xtask/package-lock.json")?;
    let tool = |name: &str, version: &str| json!({ "type": "application", "name": name, "version": version });
    Ok(json!([
        tool("binaryen", binaryen),
        tool("rustc", rust),
        tool("wasm-bindgen", &bindgen.version),
    ]))
}

/// `1.95.0` of `rustc 1.95.0 (…)`.
fn rust_version() -> anyhow::Result<String> {
    let version = process::read(rustc().arg("--version"))?;
    let number = version.split(' ').nth(1).map(str::to_owned);
    number.with_context(|| format!("`rustc --version` printed {version:?}"))
}

fn manifest(path: &str) -> anyhow::Result<Value> {
    serde_json::from_str(&workspace::text(path)?).with_context(|| format!("{path} is no JSON"))
}

fn text<'a>(manifest: &'a Value, name: &str) -> anyhow::Result<&'a str> {
    let text = manifest.get(name).and_then(Value::as_str);
    text.with_context(|| format!("the package has no {name}"))
}

fn purls(crates: &BTreeSet<Crate>) -> Vec<String> {
    crates.iter().map(Crate::purl).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn macros_and_their_dependencies_are_not_inside() {
        let tree = "\
0 iyzico-reversals v0.1.0 (/a folder)
1 wasm-bindgen v0.2.130
2 cfg-if v1.0.5
2 wasm-bindgen-macro v0.2.130 (proc-macro)
3 syn v3.0.9
3 cfg-if v1.0.5
1 syn v2.0.0+x";
        let parts = parts(tree).expect("a tree");
        let found: Vec<_> = parts
            .others
            .iter()
            .map(|(at, part)| (at.purl(), part.is_inside))
            .collect();
        let expected = [
            ("pkg:cargo/cfg-if@1.0.5", true),
            ("pkg:cargo/syn@2.0.0%2Bx", true),
            ("pkg:cargo/syn@3.0.9", false),
            ("pkg:cargo/wasm-bindgen@0.2.130", true),
            ("pkg:cargo/wasm-bindgen-macro@0.2.130", false),
        ];
        assert_eq!(found, expected.map(|(purl, is_inside)| (purl.to_owned(), is_inside)));
        assert_eq!(
            purls(&parts.direct),
            ["pkg:cargo/syn@2.0.0%2Bx", "pkg:cargo/wasm-bindgen@0.2.130"]
        );
    }
}
