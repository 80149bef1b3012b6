//! Signatures: of requests (IYZWSv2) and of answers.

pub(crate) mod answer;
pub(crate) mod iyzwsv2;

use core::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::field::issue::{Code, Issue, Locale, Problem};

/// A merchant's keys: the api key as text, the secret key only as keyed HMAC state.
#[derive(Clone)]
pub struct Credentials {
    api_key: Zeroizing<String>,
    keyed: Hmac<Sha256>,
}

impl Credentials {
    /// Takes the keys as iyzico's panel shows them, a `sandbox-` prefix included.
    ///
    /// The texts are wiped when this returns or when the credentials are dropped.
    pub fn new(api_key: Zeroizing<String>, secret_key: Zeroizing<String>) -> Result<Self, Vec<Issue>> {
        let issues: Vec<_> = [("apiKey", &api_key), ("secretKey", &secret_key)]
            .into_iter()
            .filter_map(|(name, key)| Some(key_problem(key)?.at(&[name], Locale::En)))
            .collect();
        match Hmac::new_from_slice(secret_key.as_bytes()) {
            Ok(keyed) if issues.is_empty() => Ok(Self { api_key, keyed }),
            _ => Err(issues),
        }
    }

    fn keyed(&self) -> Hmac<Sha256> {
        self.keyed.clone()
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Credentials([redacted])")
    }
}

/// HMAC-SHA256 of `text` in lowercase hex.
pub fn signature(credentials: &Credentials, text: &str) -> String {
    hex(credentials.keyed().chain_update(text))
}

fn hex(mac: Hmac<Sha256>) -> String {
    base16ct::lower::encode_string(&mac.finalize().into_bytes())
}

fn key_problem(key: &str) -> Option<Problem> {
    match key {
        "" => Some(Problem::new(Code::Empty)),
        key if key.bytes().all(|byte| byte.is_ascii_graphic()) => None,
        _ => Some(Problem::new(Code::KeyCharacters)),
    }
}
