//! What the fuzz targets share: how an input is read, inputs that are nearly right, and a second opinion on
//! signatures and on what an answer says.

mod answer;
mod near;

use arbitrary::Unstructured;

pub use answer::{Answer, signature};
pub use near::{answer, params};

/// What the fuzzer's bytes stand for.
#[derive(Debug)]
pub enum Input<'a> {
    /// A text, taken as it stands
    Text(&'a str),
    /// Choices on the way to something that is nearly right
    Choices(Unstructured<'a>),
}

impl<'a> Input<'a> {
    /// A text begins with a visible character, so that seeds are plain files; anything else is choices.
    pub fn new(bytes: &'a [u8]) -> Self {
        match std::str::from_utf8(bytes) {
            Ok(text) if text.starts_with(|first: char| first.is_ascii_graphic()) => Self::Text(text),
            _ => Self::Choices(Unstructured::new(bytes)),
        }
    }
}

/// The first line of a text, and the rest.
pub fn first_line(text: &str) -> (&str, &str) {
    text.split_once('\n').unwrap_or((text, ""))
}

/// A seed of an answer: its operation and HTTP status (200 unless it says otherwise) on the first line, then its body.
pub fn received(text: &str) -> (&str, u16, &str) {
    let (head, answer) = first_line(text);
    let (operation, http_status) = head.split_once(' ').unwrap_or((head, ""));
    (operation, http_status.parse().unwrap_or(200), answer)
}
