//! Calls into the core that several tests make.

#![allow(dead_code, reason = "each test uses some of them")]

use hmac::{Hmac, KeyInit, Mac};
use iyzico_reversals::{
    Asked, Code, Credentials, Draft, Endpoint, Environment, Issue, Issues, Iyzico, Outcome, Params, Terminal, Verdict,
};
use serde_json::Value;
use sha2::Sha256;

pub(crate) const SECRET: &str = "secret";

pub(crate) fn drafted(operation: &str, params: &Value) -> Result<Draft, Issues> {
    Params::check(operation.parse()?, &params.to_string(), None).and_then(Draft::new)
}

/// The request that was sent, recalled from its body (of a GET: its path).
pub(crate) fn sent(operation: &str, text: &str) -> Asked {
    Asked::recall(operation.parse().expect("an operation"), text).expect("a request of ours")
}

pub(crate) fn keys() -> Credentials {
    Credentials::new("api".to_owned().into(), SECRET.to_owned().into()).expect("valid keys")
}

pub(crate) fn iyzico() -> Iyzico {
    Iyzico::new(keys(), Environment::Sandbox.into())
}

pub(crate) fn terminal() -> Terminal {
    Terminal::new("token".to_owned().into(), Endpoint::from(Environment::Sandbox)).expect("a token")
}

/// `success`, a failure's advice, or an unknown's reason.
pub(crate) fn verdict(outcome: &Outcome) -> &'static str {
    match outcome.verdict() {
        Verdict::Success(_) => "success",
        Verdict::Failure { advice, .. } => advice.as_str(),
        Verdict::Unknown { reason, .. } => reason.as_str(),
    }
}

/// Path and code of each issue.
pub(crate) fn codes(issues: &[Issue]) -> Vec<(String, Code)> {
    issues
        .iter()
        .map(|issue| (issue.path().join("."), issue.code()))
        .collect()
}

/// HMAC-SHA256 in lowercase hex, without the core.
pub(crate) fn hmac(secret: &str, text: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("HMAC takes a key of any length");
    mac.update(text.as_bytes());
    mac.finalize()
        .into_bytes()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
