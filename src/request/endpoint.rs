//! The endpoint: one of iyzico's two hosts, or the caller's address.

use crate::issue::{Code, Issues};
use crate::named::named;
use crate::table::url::is_base_url;

named! {
    /// iyzico's environments.
    Environment {
        /// For tests: no money moves.
        Sandbox = "sandbox",
        /// Money moves.
        Live = "live",
    }
}

/// The base URL of every request. It is not signed.
#[derive(Clone, Debug)]
pub struct Endpoint(String);

impl Endpoint {
    /// Takes a base URL instead of iyzico's: https, or http on this machine.
    ///
    /// A path prefix is put before the operation's path and is not signed.
    pub fn at(base_url: &str) -> Result<Self, Issues> {
        if is_base_url(base_url) {
            Ok(Self(base_url.strip_suffix('/').unwrap_or(base_url).to_owned()))
        } else {
            Err(Issues::one("baseUrl", Code::BaseUrl))
        }
    }

    /// The URL of an operation's path.
    pub fn url(&self, path: &str) -> String {
        [&self.0, path].concat()
    }
}

impl From<Environment> for Endpoint {
    fn from(environment: Environment) -> Self {
        Self(
            match environment {
                Environment::Live => "https://api.iyzipay.com",
                Environment::Sandbox => "https://sandbox-api.iyzipay.com",
            }
            .to_owned(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_https_and_http_on_this_machine() {
        for (base, url) in [
            ("https://example.com", "https://example.com/payment/refund"),
            ("https://example.com/", "https://example.com/payment/refund"),
            (
                "https://example.com:8443/iyzico",
                "https://example.com:8443/iyzico/payment/refund",
            ),
            ("https://[2001:db8::1]", "https://[2001:db8::1]/payment/refund"),
            ("http://localhost:8787", "http://localhost:8787/payment/refund"),
            ("http://127.0.0.1:1", "http://127.0.0.1:1/payment/refund"),
            ("http://127.9.9.9", "http://127.9.9.9/payment/refund"),
            ("http://[::1]:80/x", "http://[::1]:80/x/payment/refund"),
        ] {
            let endpoint = Endpoint::at(base).map(|endpoint| endpoint.url("/payment/refund"));
            assert_eq!(endpoint.as_deref(), Ok(url));
        }
    }

    #[test]
    fn refuses_every_other_address() {
        for base in [
            "",
            "https://",
            "https:///x",
            "http://example.com",
            "http://128.0.0.1",
            "http://127.1",
            "http://0x7f.0.0.1",
            "http://localhost.evil.com",
            "http://localhost@evil.com",
            "https://user@example.com",
            "https://user:pw@example.com",
            "https://example.com?x",
            "https://example.com#x",
            "https://example.com/a?b",
            "https://example.com/a/../b",
            "https://example.com//b",
            "https://example.com/%2e%2e",
            "https://example.com\\@evil.com",
            "https://exa mple.com",
            "https://example.com:",
            "https://example.com:99999",
            "https://example.com:+80",
            "HTTPS://example.com",
            "ftp://example.com",
            "//example.com",
            "example.com",
            "https://.com",
            "https://example..com",
            "https://-a.com",
            "https://[::1",
            "https://[::g]",
            "https://exämple.com",
            "http://[::2]",
            "https://example.com\n",
        ] {
            assert!(Endpoint::at(base).is_err(), "{base:?}");
        }
    }
}
