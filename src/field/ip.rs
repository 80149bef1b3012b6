//! IP addresses as text.
//!
//! The standard library's parser would be 3 KB of the wasm; property tests hold this one against it.

use crate::ascii::{Parts, is_all};

/// Whether `text` is an IPv4 address: four numbers up to 255 without leading zeros.
pub(crate) fn is_ipv4(text: &str) -> bool {
    let mut numbers = 0;
    for number in Parts::new(text, b'.') {
        let mut value = 0;
        for byte in number.bytes() {
            if !byte.is_ascii_digit() || value > 25 {
                return false;
            }
            value = value * 10 + u32::from(byte - b'0');
        }
        let leading_zero = number.len() > 1 && number.starts_with("0");
        if number.is_empty() || leading_zero || value > 255 {
            return false;
        }
        numbers += 1;
    }
    numbers == 4
}

/// Whether `text` is an IPv6 address (RFC 4291): eight groups, of which one run may be left out as `::`,
/// and the last two may be written as an IPv4 address.
pub(crate) fn is_ipv6(text: &str) -> bool {
    // A `::` at an end leaves one empty part less than two, as it does inside; a single `:` there is wrong.
    let (mut from, mut to) = (0, text.len());
    if text.starts_with(":") {
        from = 1;
    }
    if text.ends_with(":") {
        to -= 1;
    }
    let Some(rest) = text.get(from..to) else {
        return false;
    };
    if (from > 0 && !rest.starts_with(":")) || (to < text.len() && !rest.ends_with(":")) {
        return text == "::";
    }
    let mut groups = 0;
    let mut gaps = 0;
    let mut left = rest.len();
    for part in Parts::new(rest, b':') {
        left = left.saturating_sub(part.len());
        let is_last = left == 0;
        match part.len() {
            0 => gaps += 1,
            1..=4 if is_all(part, u8::is_ascii_hexdigit) => groups += 1,
            _ if is_last && is_ipv4(part) => groups += 2,
            _ => return false,
        }
        left = left.saturating_sub(1);
    }
    groups == 8 && gaps == 0 || (1..8).contains(&groups) && gaps == 1
}

#[cfg(test)]
mod tests {
    use alloc::string::String;
    use core::net::{Ipv4Addr, Ipv6Addr};

    use proptest::prelude::*;

    use super::*;

    fn agrees(text: &str) {
        assert_eq!(is_ipv4(text), text.parse::<Ipv4Addr>().is_ok(), "{text:?}");
        assert_eq!(is_ipv6(text), text.parse::<Ipv6Addr>().is_ok(), "{text:?}");
    }

    #[test]
    fn knows_the_forms_of_an_address() {
        for text in [
            "",
            ".",
            ":",
            "::",
            ":::",
            "1",
            "1.2.3",
            "1.2.3.4",
            "1.2.3.4.5",
            "01.2.3.4",
            "0.0.0.0",
            "256.1.1.1",
            "255.255.255.255",
            "25.250.249.199",
            "1..2.3",
            "1.2.3.4 ",
            "+1.2.3.4",
            "::1",
            "1::",
            "1:2:3:4:5:6:7:8",
            "1:2:3:4:5:6:7::",
            "::2:3:4:5:6:7:8",
            "1::2:3:4:5:6:7:8",
            "1:2:3:4:5:6:7:8::",
            "1:2:3:4:5:6:7:8:9",
            "1::2::3",
            "::ffff:1.2.3.4",
            "1:2:3:4:5:6:1.2.3.4",
            "1:2:3:4:5:6:7:1.2.3.4",
            "1.2.3.4::",
            "1.2.3.4:1::",
            "12345::",
            "g::",
            "fe80::1%eth0",
            "[::1]",
            "1:2:3:4:5:6:7",
            ":1:2:3:4:5:6:7:8",
            "1:",
            "::1:",
            "::1.2.3",
            "2001:DB8::8:800:200c:417A",
        ] {
            agrees(text);
        }
    }

    proptest! {
        #[test]
        fn agrees_with_the_standard_library(text in near_address()) {
            agrees(&text);
        }
    }

    fn near_address() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            "[0-9]{1,3}",
            "[0-9a-fA-F]{1,5}",
            Just(String::from(":")),
            Just(String::from("::")),
            Just(String::from(".")),
        ];
        let soup = proptest::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat());
        let groups = proptest::collection::vec("[0-9a-f]{0,4}", 5..10).prop_map(|groups| groups.join(":"));
        prop_oneof![
            soup,
            groups,
            "[0-9]{1,3}(\\.[0-9]{1,3}){3}",
            any::<Ipv6Addr>().prop_map(|address| alloc::format!("{address}"))
        ]
    }
}
