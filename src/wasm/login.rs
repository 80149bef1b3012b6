//! The login, which needs the application's id and secret.

use std::fmt;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::crossing::{crossed, outcome, received, thrown};
use super::forms::checked;
use crate::client;

/// A client that logs in to the Terminal API.
#[wasm_bindgen]
pub struct Login(client::Login);

#[wasm_bindgen]
impl Login {
    /// Takes the configuration as JSON.
    #[wasm_bindgen(constructor)]
    pub fn new(config: &str) -> Result<Self, JsValue> {
        client::Login::from_config(config)
            .map(Self)
            .map_err(|issues| thrown(&issues))
    }

    /// The request of a step.
    pub fn request(&self, operation: &str, params: &str, context: Option<String>) -> Result<String, JsValue> {
        crossed(checked(operation, params, context.as_deref()).and_then(|params| self.0.request(&params)))
    }

    /// The outcome of a step.
    pub fn read(&self, operation: &str, asked: &str, status: Option<u16>, text: Option<String>) -> String {
        let received = received(status, text.as_deref());
        outcome(operation, asked, received, |asked, received| {
            self.0.read_received(asked, received)
        })
    }
}

impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
