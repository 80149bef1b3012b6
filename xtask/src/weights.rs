//! Where a wasm's bytes are.

use std::collections::BTreeMap;
use std::fmt;

use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// Bytes of each function, and of what is no code. Code that was inlined counts to where it went, and
/// generic code to the crate that wrote it.
pub struct Weights {
    functions: Vec<(String, usize)>,
    data: usize,
    rest: usize,
}

impl Weights {
    /// Reads a wasm that names its functions.
    pub fn of(wasm: &[u8]) -> anyhow::Result<Self> {
        let mut names = BTreeMap::new();
        let mut bodies = Vec::new();
        let mut imported = 0;
        let mut custom = 0;
        let mut data = 0;
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionEntry(body) => bodies.push(body.range().len()),
                Payload::DataSection(section) => data = section.range().len(),
                Payload::CustomSection(section) => {
                    custom += section.range().len();
                    if let KnownCustom::Name(parts) = section.as_known() {
                        for part in parts {
                            let Name::Function(functions) = part? else { continue };
                            for function in functions {
                                let function = function?;
                                names.insert(function.index, plain(function.name));
                            }
                        }
                    }
                }
                _ => {}
            }
        }

        let code: usize = bodies.iter().sum();
        let mut functions: Vec<_> = (imported..)
            .zip(bodies)
            .map(|(index, bytes)| (names.remove(&index).unwrap_or_default(), bytes))
            .collect();
        functions.sort_by_key(|(_, bytes)| usize::MAX - bytes);
        Ok(Self {
            functions,
            data,
            rest: wasm.len() - custom - code - data,
        })
    }

    fn crates(&self) -> Vec<(&str, usize)> {
        let mut crates = BTreeMap::<_, usize>::new();
        for (name, bytes) in &self.functions {
            *crates.entry(crate_of(name)).or_default() += bytes;
        }
        let mut crates: Vec<_> = crates.into_iter().collect();
        crates.sort_by_key(|(_, bytes)| usize::MAX - bytes);
        crates
    }
}

impl fmt::Display for Weights {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code: usize = self.functions.iter().map(|(_, bytes)| bytes).sum();
        writeln!(f, "where the wasm's bytes are")?;
        for (name, bytes) in [
            ("code", code),
            ("data", self.data),
            ("types, tables, exports", self.rest),
        ] {
            writeln!(f, "{bytes:>8}  {name}")?;
        }
        writeln!(f, "\nthe code, by crate")?;
        for (name, bytes) in self.crates() {
            writeln!(f, "{bytes:>8}  {name}")?;
        }
        writeln!(f, "\nthe {BIGGEST} biggest of {} functions", self.functions.len())?;
        for (name, bytes) in self.functions.iter().take(BIGGEST) {
            writeln!(f, "{bytes:>8}  {name}")?;
        }
        Ok(())
    }
}

const BIGGEST: usize = 15;

/// Without the hashes of crates and of the function itself.
fn plain(name: &str) -> String {
    let mut parts = name.split('[');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(']') {
            Some((hash, rest)) if is_hash(hash) => plain.push_str(rest),
            _ => {
                plain.push('[');
                plain.push_str(part);
            }
        }
    }
    match plain.rsplit_once("::h") {
        Some((path, hash)) if is_hash(hash) => path.to_owned(),
        _ => plain,
    }
}

fn is_hash(text: &str) -> bool {
    (14..=16).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The first path in the name; of `<T as base64ct::Encoding>::encode`, the trait's.
fn crate_of(name: &str) -> &str {
    name.split(|c: char| !c.is_alphanumeric() && c != '_' && c != ':')
        .filter_map(|path| path.split_once("::"))
        .find(|(name, _)| !name.is_empty())
        .map_or(NO_CRATE, |(name, _)| name)
}

const NO_CRATE: &str = "without a crate's name";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_their_hashes_only() {
        assert_eq!(plain("core::fmt::write::h0123456789abcdef"), "core::fmt::write");
        assert_eq!(
            plain("<alloc[3ca501edff3f0c7c]::string::String>::push"),
            "<alloc::string::String>::push"
        );
        assert_eq!(plain("<[T] as core::Clone>::clone"), "<[T] as core::Clone>::clone");
        assert_eq!(plain("client_ask"), "client_ask");
    }

    #[test]
    fn a_function_belongs_to_the_first_crate_that_it_names() {
        assert_eq!(crate_of("iyzico_reversals::json::read"), "iyzico_reversals");
        assert_eq!(crate_of("<T as base64ct::encoding::Encoding>::encode"), "base64ct");
        assert_eq!(crate_of("<&mut core::fmt::Formatter as X>::y"), "core");
        assert_eq!(crate_of("<str>::trim"), NO_CRATE);
        assert_eq!(crate_of("memcmp"), NO_CRATE);
    }
}
