//! Signatures: of requests (IYZWSv2) and of answers.

pub(crate) mod answer;
pub(crate) mod iyzwsv2;

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::field::issue::{Code, Issue, Locale, Problem};

/// A merchant's keys. Both are wiped when they are dropped.
///
/// The secret key is kept as keyed HMAC state, and as text because webhooks are signed over it as well.
#[derive(Clone)]
pub struct Credentials {
    api_key: Zeroizing<String>,
    secret_key: Zeroizing<String>,
    keyed: Hmac<Sha256>,
}

impl Credentials {
    /// Takes the keys as iyzico's panel shows them, a `sandbox-` prefix included.
    pub fn new(api_key: Zeroizing<String>, secret_key: Zeroizing<String>) -> Result<Self, Vec<Issue>> {
        let mut issues = Vec::new();
        for (name, key) in [("apiKey", &api_key), ("secretKey", &secret_key)] {
            if let Some(code) = key_problem(key) {
                issues.push(Issue::new(name, Problem::new(code), Locale::En));
            }
        }
        match issues.is_empty() {
            true => Self::of_checked(api_key, secret_key).ok_or(issues),
            false => Err(issues),
        }
    }

    /// Takes keys that were checked; a key of any length will do.
    pub(crate) fn of_checked(api_key: Zeroizing<String>, secret_key: Zeroizing<String>) -> Option<Self> {
        let keyed = Hmac::new_from_slice(secret_key.as_bytes()).ok()?;
        Some(Self {
            api_key,
            secret_key,
            keyed,
        })
    }

    pub(crate) fn secret_key(&self) -> &str {
        &self.secret_key
    }

    /// HMAC-SHA256 of the texts one after another, in lowercase hex.
    pub(crate) fn hmac(&self, texts: &[&str]) -> String {
        let mut mac = self.keyed.clone();
        for text in texts {
            mac.update(text.as_bytes());
        }
        base16ct::lower::encode_string(&mac.finalize().into_bytes())
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Credentials([redacted])")
    }
}

/// HMAC-SHA256 of `text` in lowercase hex.
pub fn signature(credentials: &Credentials, text: &str) -> String {
    credentials.hmac(&[text])
}

/// Why a text can't travel in a header as a key or token.
pub(crate) fn key_problem(key: &str) -> Option<Code> {
    match key {
        "" => Some(Code::Empty),
        key if key.bytes().all(|byte| byte.is_ascii_graphic()) => None,
        _ => Some(Code::KeyCharacters),
    }
}
