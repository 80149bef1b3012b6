//! Where requests go: one of iyzico's two hosts, or an address the caller names.

use alloc::borrow::ToOwned;
use alloc::string::String;

use crate::ascii::{Parts, cut, is_all, is_digits, is_unreserved};
use crate::field::ip::{is_ipv4, is_ipv6};
use crate::field::issue::{Code, Issue, Locale, Problem};
use crate::json::read_integer;

/// The address in front of every path; it never influences what is signed.
#[derive(Clone, Debug)]
pub struct Endpoint(String);

impl Endpoint {
    /// Takes exactly one of an environment (`sandbox` or `live`) and a base URL. There is no default:
    /// money should not move somewhere nobody named.
    ///
    /// A base URL is https, or http on loopback. A path prefix is kept in front of the operation's
    /// path and is not signed.
    pub fn new(environment: Option<&str>, base_url: Option<&str>) -> Result<Self, Issue> {
        match (environment, base_url) {
            (Some("live" | "sandbox"), None) => Ok(Self::of_checked(environment, "")),
            (None, Some(url)) if is_base_url(url) => Ok(Self::of_checked(None, url)),
            (None, Some(_)) => Err(Issue::new("baseUrl", Problem::new(Code::BaseUrl), Locale::En)),
            _ => Err(Issue::new("environment", Problem::new(Code::Environment), Locale::En)),
        }
    }

    /// Takes an environment or a base URL that was checked.
    pub(crate) fn of_checked(environment: Option<&str>, base_url: &str) -> Self {
        let base_url = match environment {
            Some("live") => "https://api.iyzipay.com",
            Some(_) => "https://sandbox-api.iyzipay.com",
            None => base_url,
        };
        Self(base_url.strip_suffix("/").unwrap_or(base_url).to_owned())
    }

    /// The URL of an operation's path.
    pub fn url(&self, path: &str) -> String {
        let mut url = String::with_capacity(self.0.len() + path.len());
        url.push_str(&self.0);
        url.push_str(path);
        url
    }
}

/// Accepts only what every URL parser reads alike, instead of following one of them into its leniency.
pub(crate) fn is_base_url(url: &str) -> bool {
    let (secure, rest) = match (url.strip_prefix("https://"), url.strip_prefix("http://")) {
        (Some(rest), _) => (true, rest),
        (_, Some(rest)) => (false, rest),
        _ => return false,
    };
    let mut parts = Parts::new(rest.strip_suffix("/").unwrap_or(rest), b'/');
    let authority = parts.next().unwrap_or_default();
    // The colons of an IPv6 address stand in brackets.
    let inside = cut(authority, b']').map_or(0, |(address, _)| address.len());
    let colon = authority.bytes().skip(inside).position(|byte| byte == b':');
    let (host, port) = match colon.and_then(|colon| authority.split_at_checked(inside + colon)) {
        Some((host, port)) => (host, port.strip_prefix(":")),
        None => (authority, None),
    };
    port.is_none_or(is_port) && parts.all(is_path_segment) && (is_loopback(host) || (secure && is_host(host)))
}

fn is_port(port: &str) -> bool {
    is_digits(port) && read_integer(port).is_some_and(|port| port <= 65_535)
}

fn is_path_segment(segment: &str) -> bool {
    !matches!(segment, "" | "." | "..") && is_all(segment, is_unreserved)
}

fn is_loopback(host: &str) -> bool {
    host == "localhost" || host == "[::1]" || (host.starts_with("127.") && is_ipv4(host))
}

fn is_host(host: &str) -> bool {
    let ipv6 = host.strip_prefix("[").and_then(|rest| rest.strip_suffix("]"));
    ipv6.is_some_and(is_ipv6)
        || Parts::new(host, b'.').all(|label| {
            !label.is_empty()
                && is_all(label, |byte| byte.is_ascii_alphanumeric() || *byte == b'-')
                && !label.starts_with("-")
                && !label.ends_with("-")
        })
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
            let endpoint = Endpoint::new(None, Some(base)).map(|endpoint| endpoint.url("/payment/refund"));
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
            assert!(Endpoint::new(None, Some(base)).is_err(), "{base:?}");
        }
    }

    #[test]
    fn needs_exactly_one_address() {
        assert!(Endpoint::new(None, None).is_err());
        assert!(Endpoint::new(Some("sandbox"), Some("https://example.com")).is_err());
        assert!(Endpoint::new(Some("production"), None).is_err());
        assert!(Endpoint::new(Some("Sandbox"), None).is_err());
    }
}
