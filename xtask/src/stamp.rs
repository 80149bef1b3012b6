//! Remembers a step's inputs, so that it runs again only if they change.

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
        // Nothing depends on its security, and another compiler's hash costs one more run.
        let mut hasher = DefaultHasher::new();
        inputs.hash(&mut hasher);
        Self {
            path,
            digest: format!("{:016x}\n", hasher.finish()),
        }
    }

    /// Whether the step last ran with these inputs and its outputs still exist.
    pub fn is_current(&self, outputs: &[&Path]) -> bool {
        outputs.iter().all(|output| output.exists())
            && fs::read_to_string(&self.path).is_ok_and(|digest| digest == self.digest)
    }

    pub fn save(&self) -> anyhow::Result<()> {
        workspace::write(&self.path, self.digest.as_bytes())
    }
}
