//! Values between Rust and JavaScript.

use std::hint;

use serde::Serialize;
use wasm_bindgen::JsValue;

use crate::answer::http::{HttpAnswer, Received};
use crate::answer::outcome::{Outcome, Reason};
use crate::issue::Issues;
use crate::request::Asked;

/// A value as JSON text.
pub(super) fn json(value: &impl Serialize) -> String {
    // Fails only if the writer fails or a map has a key that is not a string.
    serde_json::to_string(value).unwrap_or_default()
}

/// A value, or issues to throw, as JSON text.
pub(super) fn crossed(made: Result<impl Serialize, Issues>) -> Result<String, JsValue> {
    made.map(|value| json(&value)).map_err(|issues| thrown(&issues))
}

/// The issues, as JavaScript catches them.
pub(super) fn thrown(issues: &Issues) -> JsValue {
    JsValue::from(json(issues))
}

/// The answer from its HTTP status and text. Neither means that no answer came; one without the other is not an answer.
pub(super) fn received(status: Option<u16>, text: Option<&str>) -> Received<'_> {
    match (status, text) {
        (Some(status @ 0..1000), Some(text)) => Ok(HttpAnswer::new(status, text)),
        (None, None) => Err(Reason::NoAnswer),
        _ => Err(Reason::NotText),
    }
}

/// The outcome of a request; unknown if the request can't be read.
pub(super) fn outcome(
    operation: &str,
    asked: &str,
    received: Received<'_>,
    read: impl FnOnce(&Asked, Received<'_>) -> Outcome,
) -> String {
    json(&match recalled(operation, asked) {
        Some(asked) => read(&asked, received),
        None => Outcome::unreadable(operation.parse().ok(), received.ok().map(|answer| answer.status)),
    })
}

/// The request, if it can be read.
pub(super) fn recalled(operation: &str, asked: &str) -> Option<Asked> {
    Asked::recall(operation.parse().ok()?, asked).ok()
}

/// Wipes what earlier calls left on the stack: blocks of keyed hashes contain the key. (The allocator wipes the heap.)
#[inline(never)]
pub(super) fn wipe_stack() {
    // `black_box` stops the compiler from removing this write.
    hint::black_box(&mut [0_u8; 8192]);
}
