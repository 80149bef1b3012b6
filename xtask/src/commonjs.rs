//! `pkg/cjs/`: the CommonJS build, for `require`.

use std::fs;
use std::path::Path;

use crate::workspace::Files;
use crate::{npm, process, workspace};

/// Adds the CommonJS build of the modules in `files`, with their types.
///
/// Each module is converted alone, not bundled, so that all entries share one core. The folder's own manifest says that its
/// `.js` and `.d.ts` files are CommonJS: no file name and no import changes.
pub fn add(files: &mut Files) -> anyhow::Result<()> {
    let (modules, made) = (workspace::scratch("esm"), workspace::scratch("cjs"));
    for folder in [&modules, &made] {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
    }
    let mut esbuild = npm::tool("xtask", "esbuild");
    for (name, contents) in files.iter().filter(|(name, _)| is_shared(name)) {
        let module = modules.join(name);
        workspace::write(&module, contents)?;
        esbuild.arg(module);
    }
    process::run(
        esbuild
            .args(["--format=cjs", "--platform=node", "--target=node20.19"])
            .args(["--log-level=warning", "--legal-comments=none"])
            .arg(format!("--outdir={}", made.display())),
    )?;

    let folder = Path::new(FOLDER);
    for path in workspace::list(&made)? {
        files.insert(folder.join(path.strip_prefix(&made)?), workspace::read(&path)?);
    }
    let types: Vec<_> = files
        .iter()
        .filter(|(name, _)| is_type(name))
        .map(|(name, contents)| (folder.join(name), contents.clone()))
        .collect();
    files.extend(types);
    files.insert(folder.join("package.json"), MANIFEST.to_vec());
    Ok(())
}

const FOLDER: &str = "cjs";

const MANIFEST: &[u8] = b"{ \"type\": \"commonjs\" }\n";

/// All but the entry that imports the wasm as a module: CommonJS can't.
fn is_shared(name: &Path) -> bool {
    name.extension().is_some_and(|ending| ending == "js") && name != Path::new("module.js")
}

fn is_type(name: &Path) -> bool {
    name.to_string_lossy().ends_with(".d.ts")
}
