//! Documentation of table rows, from which types, documents and schemas are generated.

/// The documentation of a table row. The wasm does not contain it.
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

    /// The text.
    #[cfg(not(target_arch = "wasm32"))]
    pub const fn text(&self) -> &'static str {
        self.0
    }
}
