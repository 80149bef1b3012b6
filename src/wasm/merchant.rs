//! The merchant's client, which needs the keys.

use std::fmt;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::crossing::{crossed, json, outcome, received, thrown, wipe_stack};
use super::entropy::random_key;
use super::forms::drafted;
use crate::client::Iyzico;
use crate::issue::{Code, Issues};
use crate::request::Draft;

/// A client for one merchant.
#[wasm_bindgen]
pub struct Merchant(Iyzico);

#[wasm_bindgen]
impl Merchant {
    /// Takes the configuration as JSON.
    #[wasm_bindgen(constructor)]
    pub fn new(config: &str) -> Result<Self, JsValue> {
        let iyzico = Iyzico::from_config(config);
        wipe_stack();
        iyzico.map(Self).map_err(|issues| thrown(&issues))
    }

    /// The signed request of the params.
    pub fn request(&self, operation: &str, params: &str, context: Option<String>) -> Result<String, JsValue> {
        self.signed(drafted(operation, params, context.as_deref()))
    }

    /// The signed request of a draft.
    pub fn sign(&self, draft: &str) -> Result<String, JsValue> {
        self.signed(Draft::reopen(draft))
    }

    /// The headers of any other request.
    pub fn authorize(&self, method: &str, path: &str, body: Option<String>) -> Result<String, JsValue> {
        let body = body.ok_or_else(|| Issues::one("body", Code::Body));
        let headers = body.and_then(|body| self.0.authorize(method, path, &body, random_key()?));
        wipe_stack();
        crossed(headers)
    }

    /// The outcome of a request.
    pub fn read(&self, operation: &str, asked: &str, status: Option<u16>, text: Option<String>) -> String {
        let received = received(status, text.as_deref());
        let outcome = outcome(operation, asked, received, |asked, received| {
            self.0.read_received(asked, received)
        });
        wipe_stack();
        outcome
    }

    /// The event of a webhook, or why it is refused.
    #[wasm_bindgen(js_name = verifyWebhook)]
    pub fn verify_webhook(
        &self,
        signature: Option<String>,
        body: Option<String>,
        merchant_id: Option<String>,
    ) -> String {
        let verified = self
            .0
            .verify_webhook(signature.as_deref(), body.as_deref(), merchant_id.as_deref());
        wipe_stack();
        match verified {
            Ok(event) => json(&event),
            Err(refusal) => json(&refusal),
        }
    }

    fn signed(&self, draft: Result<Draft, Issues>) -> Result<String, JsValue> {
        let request = draft.and_then(|draft| self.0.request(draft, random_key()?));
        wipe_stack();
        crossed(request)
    }
}

impl fmt::Debug for Merchant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Merchant([redacted])")
    }
}
