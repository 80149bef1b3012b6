//! Which inputs a step last ran with, so that it runs again only for others.

use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

use crate::workspace;

pub struct Stamp {
    path: PathBuf,
    digest: String,
}

impl Stamp {
    pub fn new(path: PathBuf, inputs: &[&[u8]]) -> Self {
        // Not the hash of a security decision; a compiler that hashes otherwise costs one more run.
        let mut hasher = DefaultHasher::new();
        inputs.hash(&mut hasher);
        Self {
            path,
            digest: format!("{:016x}\n", hasher.finish()),
        }
    }

    /// The step ran with these inputs, and what it made is still there.
    pub fn is_current(&self, outputs: &[&Path]) -> bool {
        outputs.iter().all(|output| output.exists())
            && fs::read_to_string(&self.path).is_ok_and(|digest| digest == self.digest)
    }

    pub fn save(&self) -> anyhow::Result<()> {
        workspace::write(&self.path, self.digest.as_bytes())
    }
}
