//! JSON in and out, with the text of every number kept.
//!
//! The readers that keep number text were measured alone in a wasm (raw / brotli): serde_json with
//! `arbitrary_precision` 47 / 19 KB, json-event-parser 25 / 9 KB; of the 69 KB of ours this one is 3.
//! Property tests hold it against serde_json.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use serde::ser::{Error, Serialize, Serializer};

use crate::ascii::is_digits;

/// A JSON value whose numbers are their own text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value<'a> {
    Array(Vec<Self>),
    Bool(bool),
    Null,
    Number(&'a str),
    Object(Object<'a>),
    Text(Cow<'a, str>),
}

/// A JSON object in its own order; every name stands once.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Object<'a>(Vec<(Cow<'a, str>, Value<'a>)>);

impl<'a> Object<'a> {
    pub(crate) fn value(&self, name: &str) -> Option<&Value<'a>> {
        for (key, value) in &self.0 {
            if key == name {
                return Some(value);
            }
        }
        None
    }

    /// Adds a member; false if the name is taken or the object as wide as it may be.
    pub(crate) fn insert(&mut self, name: Cow<'a, str>, value: Value<'a>) -> bool {
        // The width bounds the look-ups as well.
        let free = self.0.len() < MAX_NAMES && self.value(&name).is_none();
        if free {
            self.0.push((name, value));
        }
        free
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &Value<'a>)> {
        self.0.iter().map(|(key, value)| (key.as_ref(), value))
    }
}

/// Reads a whole JSON text (RFC 8259).
pub(crate) fn read(text: &str) -> Result<Value<'_>, Defect> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(MAX_DEPTH)?;
    reader.skip_whitespace();
    match reader.at == text.len() {
        true => Ok(value),
        false => Err(Defect::Syntax),
    }
}

/// The text that `write` writes.
pub(crate) fn text(write: impl FnOnce(&mut String)) -> String {
    let mut out = String::new();
    write(&mut out);
    out
}

/// Writes one JSON object, member by member.
#[derive(Debug)]
pub(crate) struct ObjectWriter<'a> {
    out: &'a mut String,
    separator: char,
}

impl<'a> ObjectWriter<'a> {
    pub(crate) fn new(out: &'a mut String) -> Self {
        Self { out, separator: '{' }
    }

    pub(crate) fn text(&mut self, name: &str, text: &str) {
        write_text(text, self.name(name));
    }

    /// Writes a text, or `null` where there is none.
    pub(crate) fn optional(&mut self, name: &str, text: Option<&str>) {
        match text {
            Some(text) => self.text(name, text),
            None => self.literal(name, "null"),
        }
    }

    /// Writes what is JSON already.
    pub(crate) fn literal(&mut self, name: &str, json: &str) {
        self.name(name).push_str(json);
    }

    /// Writes a text that holds nothing to escape, such as hex, base64 or a URL of ours.
    pub(crate) fn plain(&mut self, name: &str, text: &str) {
        let out = self.name(name);
        out.push('"');
        out.push_str(text);
        out.push('"');
    }

    /// Writes a name, one of ours that holds nothing to escape; the value is what the caller writes next.
    pub(crate) fn name(&mut self, name: &str) -> &mut String {
        self.out.push(self.separator);
        self.separator = ',';
        self.out.push('"');
        self.out.push_str(name);
        self.out.push_str("\":");
        self.out
    }

    pub(crate) fn end(self) {
        if self.separator == '{' {
            self.out.push('{');
        }
        self.out.push('}');
    }
}

/// Writes `text` as a JSON string.
pub(crate) fn write_text(text: &str, out: &mut String) {
    out.push('"');
    let mut rest = text;
    loop {
        let (plain, special) = split_plain(rest);
        out.push_str(plain);
        let mut chars = special.chars();
        match chars.next() {
            None => break,
            Some('"') => out.push_str("\\\""),
            Some('\\') => out.push_str("\\\\"),
            Some(control) => {
                out.push_str(if control < '\u{10}' { "\\u000" } else { "\\u001" });
                out.push(char::from_digit(u32::from(control) & 0xf, 16).unwrap_or('0'));
            }
        }
        rest = chars.as_str();
    }
    out.push('"');
}

/// Writes texts as a JSON list.
pub(crate) fn write_texts<T: AsRef<str>>(texts: &[T], out: &mut String) {
    out.push('[');
    for (at, text) in texts.iter().enumerate() {
        out.push_str(if at > 0 { "," } else { "" });
        write_text(text.as_ref(), out);
    }
    out.push(']');
}

/// An integer in decimal digits. (itoa's tables would be a kilobyte of the wasm.)
pub(crate) fn integer(value: i64) -> String {
    let mut out = String::new();
    write_integer(value, &mut out);
    out
}

/// Writes an integer in decimal digits.
pub(crate) fn write_integer(value: i64, out: &mut String) {
    if value < 0 {
        out.push('-');
    }
    let (rest, last) = ((value / 10).abs(), (value % 10).abs());
    if rest > 0 {
        write_integer(rest, out);
    }
    out.extend(char::from_digit(last as u32, 10));
}

/// Reads an integer that a double and its neighbours tell apart, in decimal digits with a sign or none. (core's
/// parser would be 600 bytes of the wasm.)
pub(crate) fn read_integer(text: &str) -> Option<i64> {
    let (sign, digits) = match text.strip_prefix("-") {
        Some(digits) => (-1, digits),
        None => (1, text.strip_prefix("+").unwrap_or(text)),
    };
    let mut value = 0;
    for digit in digits.bytes() {
        value = value * 10 + i64::from(digit.wrapping_sub(b'0'));
        if value > MAX_SAFE_INTEGER {
            return None;
        }
    }
    is_digits(digits).then_some(sign * value)
}

/// Splits before the first character that a JSON string can't hold as it is.
fn split_plain(text: &str) -> (&str, &str) {
    let mut plain = 0;
    for byte in text.as_bytes() {
        if matches!(byte, b'"' | b'\\' | 0..0x20) {
            break;
        }
        plain += 1;
    }
    // Such a byte is no part of another character.
    text.split_at_checked(plain).unwrap_or((text, ""))
}

/// Our own JSON for serde, so that what a value looks like is said once, by its writer.
pub(crate) fn serialize<S: Serializer>(json: &str, serializer: S) -> Result<S::Ok, S::Error> {
    read(json)
        .map_err(|_| S::Error::custom("not JSON"))?
        .serialize(serializer)
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Array(items) => serializer.collect_seq(items),
            Self::Bool(flag) => serializer.serialize_bool(*flag),
            Self::Null => serializer.serialize_unit(),
            // We write no number but whole ones; an amount is a text.
            Self::Number(text) => serializer.serialize_i64(text.parse().map_err(S::Error::custom)?),
            Self::Object(object) => serializer.collect_map(object.iter()),
            Self::Text(text) => serializer.serialize_str(text),
        }
    }
}

/// Why a text can't be taken as one JSON value.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Defect {
    /// JSON that two readers could understand differently, or too deep or wide to be ours
    Ambiguous,
    /// Not JSON
    Syntax,
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn value(&mut self, depth: usize) -> Result<Value<'a>, Defect> {
        self.skip_whitespace();
        match self.peek() {
            b'"' => self.string().map(Value::Text),
            b'[' => self.array(depth.checked_sub(1).ok_or(Defect::Ambiguous)?),
            b'{' => self.object(depth.checked_sub(1).ok_or(Defect::Ambiguous)?),
            b'f' => self.word("false", Value::Bool(false)),
            b'n' => self.word("null", Value::Null),
            b't' => self.word("true", Value::Bool(true)),
            _ => self.number().map(Value::Number),
        }
    }

    fn array(&mut self, depth: usize) -> Result<Value<'a>, Defect> {
        self.at += 1;
        let mut items = Vec::new();
        while self.goes_on(items.is_empty(), b']')? {
            items.push(self.value(depth)?);
        }
        Ok(Value::Array(items))
    }

    fn object(&mut self, depth: usize) -> Result<Value<'a>, Defect> {
        self.at += 1;
        let mut object = Object::default();
        while self.goes_on(object.0.is_empty(), b'}')? {
            self.skip_whitespace();
            let name = self.string()?;
            self.skip_whitespace();
            self.require(b':')?;
            let value = self.value(depth)?;
            if !object.insert(name, value) {
                return Err(Defect::Ambiguous);
            }
        }
        Ok(Value::Object(object))
    }

    /// Whether another item follows, rather than the end of its list or object.
    fn goes_on(&mut self, is_first: bool, end: u8) -> Result<bool, Defect> {
        self.skip_whitespace();
        if self.eat(end) {
            return Ok(false);
        }
        if !is_first {
            self.require(b',')?;
        }
        Ok(true)
    }

    /// Borrows when nothing is escaped.
    fn string(&mut self) -> Result<Cow<'a, str>, Defect> {
        self.require(b'"')?;
        let plain = self.plain();
        if self.eat(b'"') {
            return Ok(Cow::Borrowed(plain));
        }
        let mut text = String::from(plain);
        loop {
            self.require(b'\\')?;
            text.push(self.escape()?);
            text.push_str(self.plain());
            if self.eat(b'"') {
                return Ok(Cow::Owned(text));
            }
        }
    }

    fn plain(&mut self) -> &'a str {
        let (plain, _) = split_plain(self.text.get(self.at..).unwrap_or_default());
        self.at += plain.len();
        plain
    }

    fn escape(&mut self) -> Result<char, Defect> {
        Ok(match self.next() {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let first = self.hex4()?;
                let code = match first {
                    0xd800..0xdc00 => {
                        self.require(b'\\')?;
                        self.require(b'u')?;
                        let second = self.hex4()?;
                        if !(0xdc00..0xe000).contains(&second) {
                            return Err(Defect::Syntax);
                        }
                        0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00)
                    }
                    code => code,
                };
                // A lone low surrogate is no character.
                char::from_u32(code).ok_or(Defect::Syntax)?
            }
            _ => return Err(Defect::Syntax),
        })
    }

    fn hex4(&mut self) -> Result<u32, Defect> {
        let mut code = 0;
        for _ in 0..4 {
            let digit = char::from(self.next()).to_digit(16).ok_or(Defect::Syntax)?;
            code = code << 4 | digit;
        }
        Ok(code)
    }

    fn number(&mut self) -> Result<&'a str, Defect> {
        let start = self.at;
        self.eat(b'-');
        if !self.eat(b'0') {
            self.digits()?;
        }
        if self.eat(b'.') {
            self.digits()?;
        }
        if self.eat(b'e') || self.eat(b'E') {
            let _signed = self.eat(b'+') || self.eat(b'-');
            self.digits()?;
        }
        self.text.get(start..self.at).ok_or(Defect::Syntax)
    }

    fn digits(&mut self) -> Result<(), Defect> {
        let start = self.at;
        while self.peek().is_ascii_digit() {
            self.at += 1;
        }
        match self.at > start {
            true => Ok(()),
            false => Err(Defect::Syntax),
        }
    }

    fn word(&mut self, word: &str, value: Value<'a>) -> Result<Value<'a>, Defect> {
        for byte in word.bytes() {
            self.require(byte)?;
        }
        Ok(value)
    }

    fn skip_whitespace(&mut self) {
        while matches!(self.peek(), b' ' | b'\t' | b'\n' | b'\r') {
            self.at += 1;
        }
    }

    fn require(&mut self, byte: u8) -> Result<(), Defect> {
        match self.eat(byte) {
            true => Ok(()),
            false => Err(Defect::Syntax),
        }
    }

    fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == byte;
        self.at += usize::from(found);
        found
    }

    fn next(&mut self) -> u8 {
        let byte = self.peek();
        self.at += 1;
        byte
    }

    /// The next byte; at the end 0, which JSON has nowhere.
    #[inline(always)]
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }
}

/// The largest integer that a JavaScript number and its neighbours tell apart.
const MAX_SAFE_INTEGER: i64 = (1 << 53) - 1;

/// The deepest answer known (payment details) has 5 levels.
const MAX_DEPTH: usize = 12;

/// The widest object known has about 50 names.
pub const MAX_NAMES: usize = 256;

#[cfg(test)]
mod tests {
    use alloc::borrow::ToOwned;
    use alloc::string::ToString;
    use alloc::{format, vec};

    use proptest::prelude::*;
    use serde_json::Value as Reference;

    use super::*;

    #[test]
    fn refuses_what_two_readers_could_read_differently() {
        assert_eq!(read(r#"{"a":1,"a":2}"#), Err(Defect::Ambiguous));
        assert_eq!(read(r#"{"a":1,"\u0061":2}"#), Err(Defect::Ambiguous));
        assert_eq!(read(&"[".repeat(MAX_DEPTH + 1)), Err(Defect::Ambiguous));
        let wide = (0..=MAX_NAMES)
            .map(|n| format!("\"{n}\":0"))
            .collect::<Vec<_>>()
            .join(",");
        assert_eq!(read(&format!("{{{wide}}}")), Err(Defect::Ambiguous));
    }

    #[test]
    fn refuses_what_is_not_json() {
        for text in [
            "",
            " ",
            "{",
            "}",
            "[1,]",
            "{\"a\":1,}",
            "{a:1}",
            "{'a':1}",
            "01",
            "1.",
            ".5",
            "+1",
            "-",
            "1e",
            "1e+",
            "nul",
            "NaN",
            "Infinity",
            "tru",
            "\"",
            "\"\\x\"",
            "\"\\u12\"",
            "\"\\ud800\"",
            "\"\\udc00\"",
            "\"\\ud800\\u0041\"",
            "\"\\ud800x\"",
            "\"\n\"",
            "1 2",
            "{} x",
            "\u{feff}{}",
            "// {}",
            "<html>",
        ] {
            assert_eq!(read(text), Err(Defect::Syntax), "{text:?}");
        }
    }

    #[test]
    fn keeps_the_text_of_numbers() {
        for text in [
            "0",
            "-0",
            "5",
            "1.20000000",
            "0E-8",
            "1e+2",
            "12345678901234567890123456789.5",
        ] {
            assert_eq!(read(text), Ok(Value::Number(text)));
        }
    }

    proptest! {
        #[test]
        fn agrees_with_serde_json(text in json_like()) {
            let reference = serde_json::from_str::<Reference>(&text);
            match read(&text) {
                Ok(value) => prop_assert_eq!(Some(to_reference(&value)), reference.ok()),
                // serde_json lets the last of two equal names win; we refuse both.
                Err(Defect::Ambiguous) => {}
                Err(Defect::Syntax) => prop_assert!(reference.is_err()),
            }
        }

        #[test]
        fn never_panics(text in any::<String>()) {
            let _ = read(&text);
        }

        #[test]
        fn writes_every_integer(value in any::<i64>()) {
            prop_assert_eq!(integer(value), value.to_string());
            prop_assert_eq!(integer(value >> 48), (value >> 48).to_string());
        }

        /// core's parser is the reference.
        #[test]
        fn reads_every_safe_integer(text in "[+-]?[0-9]{0,20}[-+a٣]?", value in any::<i64>(), bits in 0..64) {
            for text in [text, i64::to_string(&(value >> bits))] {
                let reference = text.parse::<i64>().ok().filter(|value| value.unsigned_abs() < 1 << 53);
                prop_assert_eq!(read_integer(&text), reference, "{}", text);
            }
        }

        #[test]
        fn reads_back_what_it_writes(text in any::<String>()) {
            let mut written = String::new();
            write_text(&text, &mut written);
            prop_assert_eq!(read(&written), Ok(Value::Text(Cow::Borrowed(&text))));
            prop_assert_eq!(serde_json::from_str::<String>(&written).ok(), Some(text));
        }
    }

    fn json_like() -> impl Strategy<Value = String> {
        let token = prop_oneof![
            Just(r#"{"#),
            Just(r#"}"#),
            Just("["),
            Just("]"),
            Just(","),
            Just(":"),
            Just(r#""a""#),
            Just(r#""b\n\u00e7""#),
            Just(r#""\ud83d\ude00""#),
            Just(r#""\ud83d""#),
            Just("1"),
            Just("-1.50"),
            Just("1e5"),
            Just("0"),
            Just("01"),
            Just("true"),
            Just("false"),
            Just("null"),
            Just(" "),
            Just("\n"),
            Just("\"ş\""),
        ];
        let soup = proptest::collection::vec(token, 0..12).prop_map(|tokens| tokens.concat());
        let leaf = prop_oneof![
            Just("null".to_owned()),
            Just("true".to_owned()),
            "-?(0|[1-9][0-9]{0,5})(\\.[0-9]{1,4})?([eE][+-]?[0-9]{1,2})?",
            any::<String>().prop_map(|text| Reference::String(text).to_string()),
        ];
        let tree = leaf.prop_recursive(4, 24, 4, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..4).prop_map(|items| format!("[{}]", items.join(" , "))),
                proptest::collection::vec(("[a-d]{1,2}", inner), 0..4).prop_map(|pairs| {
                    let pairs: Vec<_> = pairs
                        .iter()
                        .map(|(name, value)| format!("\"{name}\" :{value}"))
                        .collect();
                    format!("{{ {} }}", pairs.join(","))
                }),
            ]
        });
        prop_oneof![soup, tree]
    }

    fn to_reference(value: &Value<'_>) -> Reference {
        match value {
            Value::Array(items) => items.iter().map(to_reference).collect(),
            Value::Bool(bool) => Reference::Bool(*bool),
            Value::Null => Reference::Null,
            Value::Number(text) => serde_json::from_str(text).unwrap_or_default(),
            Value::Object(object) => object
                .iter()
                .map(|(name, value)| (name.to_owned(), to_reference(value)))
                .collect(),
            Value::Text(text) => Reference::String(text.to_string()),
        }
    }
}
