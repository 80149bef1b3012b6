//! Shared by the fuzz targets: reading of inputs, mostly valid inputs, and a reference reader and signer of answers.

mod answer;
mod near;

use arbitrary::Unstructured;

pub use answer::{Answer, signature};
pub use near::{answer, params};

/// The meaning of the fuzzer's bytes.
#[derive(Debug)]
pub enum Input<'a> {
    /// A text, used unchanged.
    Text(&'a str),
    /// Choices for building a mostly valid input.
    Choices(Unstructured<'a>),
}

impl<'a> Input<'a> {
    /// UTF-8 that starts with a visible character is a text, so that seeds are plain files. All else is choices.
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

/// Splits an answer's seed. First line: operation and HTTP status (default 200). The rest: the body.
pub fn received(text: &str) -> (&str, u16, &str) {
    let (head, answer) = first_line(text);
    let (operation, http_status) = head.split_once(' ').unwrap_or((head, ""));
    (operation, http_status.parse().unwrap_or(200), answer)
}
