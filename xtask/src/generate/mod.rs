//! Writes what the package takes from the tables in `src/`: JavaScript, TypeScript types, JSON Schemas and the tables of its
//! documents.

mod documents;
mod javascript;
mod schema;
mod typescript;

use std::path::Path;
use std::{env, fs};

use iyzico_reversals::Operation;

use crate::{workspace, worlds};

/// Writes the files; with `check`, fails if one is out of date.
pub fn run(check: bool) -> anyhow::Result<()> {
    let mut stale = Vec::new();
    for (path, text) in outputs()? {
        let current = fs::read_to_string(&path).unwrap_or_default();
        if current == text {
            continue;
        }
        if check {
            stale.push(path);
        } else {
            if let Some(folder) = Path::new(&path).parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(&path, text)?;
            println!("wrote {path}");
        }
    }
    anyhow::ensure!(
        stale.is_empty(),
        "out of date, run `cargo xtask generate`: {}",
        stale.join(", ")
    );
    Ok(())
}

fn outputs() -> anyhow::Result<Vec<(String, String)>> {
    env::set_current_dir(workspace::root())?;
    let mut outputs = vec![
        ("pkg-template/operations.js".to_owned(), javascript::operations()),
        ("pkg-template/operations.d.ts".to_owned(), typescript::operations()),
        ("pkg-template/answer-tables.js".to_owned(), javascript::answer_tables()),
        ("tests/vectors/worlds.json".to_owned(), worlds::vectors()?),
    ];
    for &operation in Operation::ALL {
        outputs.push((
            format!("pkg-template/schema/{}.json", operation.name()),
            schema::schema(operation)?,
        ));
    }
    for folder in ["pkg-template", "pkg-template/docs"] {
        for path in workspace::list(Path::new(folder)).unwrap_or_default() {
            if path.extension().is_some_and(|extension| extension == "md") {
                outputs.push((
                    path.display().to_string(),
                    documents::fill(&fs::read_to_string(&path)?)?,
                ));
            }
        }
    }
    Ok(outputs)
}

/// The operation's name as the name of a member.
fn key(operation: Operation) -> String {
    match operation.name().contains('.') {
        true => format!("\"{}\"", operation.name()),
        false => operation.name().to_owned(),
    }
}

fn json(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

const HEADER: &str = "Written by `cargo xtask generate` from the tables in src/; edit those.";
