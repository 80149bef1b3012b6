//! Reads and signs answers with other crates than the core, as a reference.

use std::collections::BTreeMap;

use bigdecimal::BigDecimal;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::value::RawValue;
use sha2::Sha256;

/// An answer that is a JSON object, with each value's own text.
#[derive(Debug)]
pub struct Answer<'a>(BTreeMap<String, &'a RawValue>);

impl<'a> Answer<'a> {
    /// Reads it with serde_json, which lets the last of two equal names win.
    pub fn new(text: &'a str) -> Option<Self> {
        serde_json::from_str(text).ok().map(Self)
    }

    /// A string's characters or a number's digits.
    pub fn text(&self, name: &str) -> Option<String> {
        let raw = self.0.get(name)?.get();
        match raw.as_bytes() {
            [b'"', ..] => serde_json::from_str(raw).ok(),
            [b'-' | b'0'..=b'9', ..] => Some(raw.to_owned()),
            _ => None,
        }
    }

    /// The exact value of a string or number.
    pub fn decimal(&self, name: &str) -> Option<BigDecimal> {
        self.text(name)?.parse().ok()
    }

    /// The signature that iyzico would put into a refund's answer.
    pub fn signature(&self, secret_key: &str) -> String {
        let price = self
            .decimal("price")
            .filter(|price| price.fractional_digit_count().abs() < 64);
        let price = price.map_or_else(String::new, |price| price.normalized().to_plain_string());
        let text = |name| self.text(name).unwrap_or_default();
        let message = [text("paymentId"), price, text("currency"), text("conversationId")].join(":");
        signature(secret_key, &message)
    }
}

/// HMAC-SHA256 of a message in lowercase hex.
pub fn signature(secret_key: &str, message: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret_key.as_bytes()).expect("any length will do");
    mac.update(message.as_bytes());
    let bytes = mac.finalize().into_bytes();
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
