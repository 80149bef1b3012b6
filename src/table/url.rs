//! Base URLs.
//!
//! URL parsers repair invalid URLs, each in its own way, and the host's `fetch` parses the text again. So this rule accepts only
//! addresses that all parsers read alike, and changes nothing.

use std::net::{Ipv4Addr, Ipv6Addr};

use crate::amount::is_digits;

/// Whether a text is an https address, or an http address on this machine, without user, query or fragment.
pub(crate) fn is_base_url(url: &str) -> bool {
    let (secure, rest) = match (url.strip_prefix("https://"), url.strip_prefix("http://")) {
        (Some(rest), _) => (true, rest),
        (_, Some(rest)) => (false, rest),
        _ => return false,
    };
    let mut parts = rest.strip_suffix('/').unwrap_or(rest).split('/');
    let authority = parts.next().unwrap_or_default();
    // An IPv6 address has its colons in brackets.
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, Some(port)),
        _ => (authority, None),
    };
    port.is_none_or(is_port) && parts.all(is_path_segment) && (is_loopback(host) || (secure && is_host(host)))
}

fn is_port(port: &str) -> bool {
    is_digits(port) && port.parse::<u16>().is_ok()
}

fn is_path_segment(segment: &str) -> bool {
    !matches!(segment, "" | "." | "..") && segment.bytes().all(is_unreserved)
}

/// Whether the byte is unreserved in URLs (RFC 3986, 2.3).
const fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}

fn is_loopback(host: &str) -> bool {
    host == "localhost" || host == "[::1]" || host.parse::<Ipv4Addr>().is_ok_and(|address| address.is_loopback())
}

fn is_host(host: &str) -> bool {
    let ipv6 = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    ipv6.is_some_and(|address| address.parse::<Ipv6Addr>().is_ok()) || host.split('.').all(is_label)
}

/// A part of a domain name (RFC 1123, 2.1).
fn is_label(label: &str) -> bool {
    !label.is_empty()
        && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}
