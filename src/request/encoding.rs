//! The encodings of checked values: JSON body, query and form.

use std::borrow::Cow;
use std::io;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde::Serialize;
use serde_json::ser::{CharEscape, CompactFormatter, Formatter, Serializer};

use crate::json::{self, Object};
use crate::operation::Operation;
use crate::table::values::{Value, Values};

/// The JSON body of the values that are sent.
///
/// Written by hand, because serde has no type for a number token with exactly the given digits, as an amount is sent.
pub(super) fn write_json(values: &Values) -> String {
    written(values, CompactFormatter)
}

/// Whether these values produce the body, or did in versions that escaped line breaks and tabs differently.
pub(super) fn is_body_of(values: &Values, body: &str) -> bool {
    write_json(values) == body || written(values, Earlier) == body
}

fn written(values: &Values, spelling: impl Formatter + Clone) -> String {
    let mut out = Vec::with_capacity(512);
    write_object(values, &mut out, &spelling);
    // Always UTF-8: all names and values are text.
    String::from_utf8(out).unwrap_or_default()
}

/// How earlier versions escaped line breaks and tabs.
#[derive(Clone)]
struct Earlier;

impl Formatter for Earlier {
    fn write_char_escape<W: ?Sized + io::Write>(&mut self, writer: &mut W, escape: CharEscape) -> io::Result<()> {
        match escape {
            CharEscape::LineFeed => writer.write_all(b"\\u000a"),
            CharEscape::CarriageReturn => writer.write_all(b"\\u000d"),
            CharEscape::Tab => writer.write_all(b"\\u0009"),
            escape => CompactFormatter.write_char_escape(writer, escape),
        }
    }
}

fn write_object(values: &Values, out: &mut Vec<u8>, spelling: &(impl Formatter + Clone)) {
    let mut separator = b'{';
    for (field, value) in values.iter().filter(|(field, _)| field.is_sent()) {
        out.push(separator);
        separator = b',';
        write(field.name(), out, spelling);
        out.push(b':');
        write_value(value, out, spelling);
    }
    out.extend(if separator == b'{' { "{}" } else { "}" }.bytes());
}

fn write_value(value: &Value, out: &mut Vec<u8>, spelling: &(impl Formatter + Clone)) {
    match value {
        Value::Amount(amount) => out.extend(amount.to_string().bytes()),
        Value::Flag(flag) => write(flag, out, spelling),
        Value::Integer(integer) => write(integer, out, spelling),
        Value::Items(items) => {
            let mut separator = b'[';
            for item in items {
                out.push(separator);
                separator = b',';
                write_object(item, out, spelling);
            }
            out.push(b']');
        }
        Value::Text(text) => write(text, out, spelling),
    }
}

fn write(value: &(impl Serialize + ?Sized), out: &mut Vec<u8>, spelling: &(impl Formatter + Clone)) {
    // Writing to memory never fails.
    let _ = value.serialize(&mut Serializer::with_formatter(out, spelling.clone()));
}

/// The path, with the query of a GET.
pub(super) fn write_path(operation: Operation, values: &Values) -> String {
    let mut query = String::new();
    write_pairs(values, &mut query);
    [operation.path(), "?", &query].concat()
}

/// Writes the values as `name=value` pairs, for a query or a form.
pub(crate) fn write_pairs(values: &Values, out: &mut String) {
    for (field, value) in values.iter() {
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
    out.extend(utf8_percent_encode(value, RESERVED));
}

/// All characters but the unreserved ones (RFC 3986, 2.3).
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Reads pairs; `None` if malformed or duplicated.
pub(super) fn read_pairs(text: &str) -> Option<Object<'_>> {
    let mut object = Object::default();
    for pair in text.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=')?;
        let value = percent_decode_str(value).decode_utf8().ok()?;
        if !object.insert(Cow::Borrowed(name), json::Value::Text(value)) {
            return None;
        }
    }
    Some(object)
}

#[cfg(test)]
mod tests {
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
        for text in ["a", "a=1&a=2", "a=%ff"] {
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
                prop_assert_eq!(object.value(&format!("name{at}")), Some(&json::Value::Text(Cow::Borrowed(value.as_str()))));
            }
        }

        #[test]
        fn never_panics(text in any::<String>()) {
            let _ = read_pairs(&text);
        }
    }
}
