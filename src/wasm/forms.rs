//! Functions that need no key.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::crossing::crossed;
use crate::issue::Issues;
use crate::readback;
use crate::request::{Draft, Params};

/// The accepted params.
#[wasm_bindgen]
pub fn validate(operation: &str, params: &str, context: Option<String>) -> Result<String, JsValue> {
    crossed(checked(operation, params, context.as_deref()))
}

/// The draft of the params.
#[wasm_bindgen]
pub fn draft(operation: &str, params: &str, context: Option<String>) -> Result<String, JsValue> {
    crossed(drafted(operation, params, context.as_deref()))
}

/// What can still be refunded, from the data of a successful `paymentDetails`.
#[wasm_bindgen]
pub fn refundable(details: &str) -> Result<String, JsValue> {
    crossed(readback::refundable(details))
}

pub(super) fn checked(operation: &str, params: &str, context: Option<&str>) -> Result<Params, Issues> {
    Params::check(operation.parse()?, params, context)
}

pub(super) fn drafted(operation: &str, params: &str, context: Option<&str>) -> Result<Draft, Issues> {
    checked(operation, params, context).and_then(Draft::new)
}
