//! How checked values travel: as a JSON body, as a query, or as a form.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use crate::ascii::{Parts, cut, is_unreserved};
use crate::field::check::Checked;
use crate::field::rule::{Accepted, Form};
use crate::json::{Object, ObjectWriter, Value};

/// Writes `checked` as a JSON object: as params with amounts as text, as a body only what is sent and
/// amounts as number tokens.
pub(crate) fn write_json(checked: &Checked, form: Form, out: &mut String) {
    let mut object = ObjectWriter::new(out);
    for (field, value) in checked.iter() {
        if form == Form::Body && !field.is_sent() {
            continue;
        }
        match value {
            Accepted::Text(text) => object.text(field.name(), text),
            Accepted::Amount(amount) if form == Form::Params => object.plain(field.name(), amount.as_str()),
            Accepted::Amount(amount) => object.literal(field.name(), amount.as_str()),
            Accepted::Flag(_) | Accepted::Integer(_) => object.literal(field.name(), &value.canonical()),
            Accepted::Items(items) => {
                let out = object.name(field.name());
                for (at, item) in items.iter().enumerate() {
                    out.push(if at == 0 { '[' } else { ',' });
                    write_json(item, form, out);
                }
                out.push(']');
            }
        }
    }
    object.end();
}

/// Writes what is sent of `checked` as `name=value` pairs, in a form that a query and a form share.
pub(crate) fn write_pairs(checked: &Checked, out: &mut String) {
    for (field, value) in checked.iter() {
        write_pair(field.name(), &value.canonical(), out);
    }
}

/// Writes one more pair.
pub(crate) fn write_pair(name: &str, value: &str, out: &mut String) {
    if !out.is_empty() {
        out.push('&');
    }
    out.push_str(name);
    out.push('=');
    for byte in value.bytes() {
        match byte {
            byte if is_unreserved(&byte) => out.push(char::from(byte)),
            _ => {
                out.push('%');
                for digit in [byte >> 4, byte & 15] {
                    out.extend(char::from_digit(digit.into(), 16).map(|digit| digit.to_ascii_uppercase()));
                }
            }
        }
    }
}

/// Reads pairs that [`write_pairs`] wrote; `None` if malformed or duplicated.
pub(crate) fn read_pairs(text: &str) -> Option<Object<'_>> {
    let mut object = Object::default();
    for pair in Parts::new(text, b'&').filter(|pair| !pair.is_empty()) {
        let (name, value) = cut(pair, b'=')?;
        if !object.insert(Cow::Borrowed(name), Value::Text(Cow::Owned(decoded(value)?))) {
            return None;
        }
    }
    Some(object)
}

fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let mut digit = || char::from(rest.next()?).to_digit(16);
                let (high, low) = (digit()?, digit()?);
                u8::try_from(high << 4 | low).ok()?
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_pair_is_written_for_every_parser() {
        let mut out = String::from("grant_type=authorization_code");
        write_pair("code", "a b&c=d%+ş/~", &mut out);
        assert_eq!(out, "grant_type=authorization_code&code=a%20b%26c%3Dd%25%2B%C5%9F%2F~");
    }

    #[test]
    fn refuses_pairs_that_are_none() {
        for text in ["a", "a=1&a=2", "a=%", "a=%4", "a=%zz", "a=%ff"] {
            assert_eq!(read_pairs(text), None, "{text}");
        }
        assert_eq!(read_pairs(""), Some(Object::default()));
    }

    proptest! {
        #[test]
        fn reads_back_what_it_writes(values in proptest::collection::vec(any::<String>(), 0..4)) {
            let mut text = String::new();
            for (at, value) in values.iter().enumerate() {
                write_pair(&format!("name{at}"), value, &mut text);
            }
            let object = read_pairs(&text).expect("pairs");
            for (at, value) in values.iter().enumerate() {
                prop_assert_eq!(object.value(&format!("name{at}")), Some(&Value::Text(Cow::Borrowed(value.as_str()))));
            }
        }

        #[test]
        fn never_panics(text in any::<String>()) {
            let _ = read_pairs(&text);
        }
    }
}
