//! The audit, which needs no key.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::crossing::{json, recalled, received, thrown};
use crate::audit::{self, PageAdded, PageDoubt};

/// Compares the books of a day with iyzico's list.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Audit(audit::Audit);

#[wasm_bindgen]
impl Audit {
    /// Takes the settings as JSON.
    #[wasm_bindgen(constructor)]
    pub fn new(settings: &str) -> Result<Self, JsValue> {
        audit::Audit::new(settings).map(Self).map_err(|issues| thrown(&issues))
    }

    /// Adds entries of the books, as JSON.
    pub fn enter(&mut self, entries: &str) -> Result<(), JsValue> {
        self.0.enter(entries).map_err(|issues| thrown(&issues))
    }

    /// Adds a page of a list.
    pub fn add(&mut self, operation: &str, asked: &str, status: Option<u16>, text: Option<String>) -> String {
        json(&match recalled(operation, asked) {
            Some(asked) => self.0.add_received(&asked, received(status, text.as_deref())),
            None => PageAdded::refused(PageDoubt::RequestUnreadable),
        })
    }

    /// The report, as JSON.
    pub fn finish(self) -> String {
        json(&self.0.finish())
    }
}
