//! The terminal's client, which needs an access token.

use std::fmt;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::crossing::{crossed, outcome, received, thrown};
use super::forms::drafted;
use crate::client;
use crate::request::Draft;

/// A client of the Terminal API.
#[wasm_bindgen]
pub struct Terminal(client::Terminal);

#[wasm_bindgen]
impl Terminal {
    /// Takes the configuration as JSON.
    #[wasm_bindgen(constructor)]
    pub fn new(config: &str) -> Result<Self, JsValue> {
        client::Terminal::from_config(config)
            .map(Self)
            .map_err(|issues| thrown(&issues))
    }

    /// The request of the params.
    pub fn request(&self, operation: &str, params: &str, context: Option<String>) -> Result<String, JsValue> {
        crossed(drafted(operation, params, context.as_deref()).and_then(|draft| self.0.request(draft)))
    }

    /// The request of a draft.
    pub fn sign(&self, draft: &str) -> Result<String, JsValue> {
        crossed(Draft::reopen(draft).and_then(|draft| self.0.request(draft)))
    }

    /// The outcome of a request.
    pub fn read(&self, operation: &str, asked: &str, status: Option<u16>, text: Option<String>) -> String {
        let received = received(status, text.as_deref());
        outcome(operation, asked, received, |asked, received| {
            self.0.read_received(asked, received)
        })
    }
}

impl fmt::Debug for Terminal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
