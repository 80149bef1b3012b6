//! A merchant's keys.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::issue::{Code, Issue, Issues, Locale};

/// A merchant's keys, wiped when dropped.
///
/// The secret key is kept as HMAC state and as text, because the signed text of a webhook contains it.
#[derive(Clone)]
pub struct Credentials {
    api_key: Zeroizing<String>,
    secret_key: Zeroizing<String>,
    keyed: Hmac<Sha256>,
}

impl Credentials {
    /// Takes the keys as iyzico's panel shows them, a `sandbox-` prefix included.
    pub fn new(api_key: Zeroizing<String>, secret_key: Zeroizing<String>) -> Result<Self, Issues> {
        let issues = key_issues(&[("apiKey", &api_key), ("secretKey", &secret_key)]);
        Issues::none_or(issues, ())?;
        // HMAC takes keys of any length: this never fails.
        let keyed =
            Hmac::new_from_slice(secret_key.as_bytes()).map_err(|_| Issues::one("secretKey", Code::KeyCharacters))?;
        Ok(Self {
            api_key,
            secret_key,
            keyed,
        })
    }

    pub(super) fn api_key(&self) -> &str {
        &self.api_key
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

/// Checks that keys and tokens, given with their names, are valid header values.
pub(crate) fn key_issues(keys: &[(&str, &str)]) -> Vec<Issue> {
    let mut issues = Vec::new();
    for (name, key) in keys {
        let code = match *key {
            "" => Code::Empty,
            key if key.bytes().all(|byte| byte.is_ascii_graphic()) => continue,
            _ => Code::KeyCharacters,
        };
        issues.push(Issue::new(name, code, Locale::En));
    }
    issues
}
