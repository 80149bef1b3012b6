//! Text for people: type docs, READMEs and schemas are made from it.

/// A sentence that documents a table row.
///
/// It is kept natively, where the docs are generated, and costs no byte in the wasm.
#[derive(Clone, Copy, Debug)]
pub struct Doc(#[cfg(not(target_arch = "wasm32"))] &'static str);

impl Doc {
    /// Keeps `text` on native targets and drops it on wasm.
    #[cfg_attr(target_arch = "wasm32", expect(unused_variables))]
    pub const fn new(text: &'static str) -> Self {
        Self(
            #[cfg(not(target_arch = "wasm32"))]
            text,
        )
    }

    /// The sentence.
    #[cfg(not(target_arch = "wasm32"))]
    pub const fn text(&self) -> &'static str {
        self.0
    }
}
