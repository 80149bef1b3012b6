//! A JSON reader that keeps the digits of numbers.
//!
//! It is written by hand because no existing reader does all of this: keep a number's digits, refuse an object that names a
//! member twice (two readers could understand it differently), and bound depth and width. serde_json keeps the last of two
//! members; hifijson is no faster. Property tests and a fuzz target compare this reader with serde_json.

use std::borrow::Cow;

/// A JSON value; a number is its own text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value<'a> {
    Array(Vec<Self>),
    Bool(bool),
    Null,
    Number(&'a str),
    Object(Object<'a>),
    Text(Cow<'a, str>),
}

/// A JSON object in its own order, without duplicate names.
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

    /// Adds a member; false if the name is taken or the object has the most members allowed.
    pub(crate) fn insert(&mut self, name: Cow<'a, str>, value: Value<'a>) -> bool {
        // `MAX_NAMES` also bounds the cost of this look-up.
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
    if reader.at == text.len() {
        Ok(value)
    } else {
        Err(Defect::Syntax)
    }
}

/// Reads a safe integer (as in JavaScript) from decimal digits with an optional minus sign.
pub(crate) fn read_integer(text: &str) -> Option<i64> {
    let value = text.parse::<i64>().ok()?;
    (value.unsigned_abs() <= MAX_SAFE_INTEGER).then_some(value)
}

/// Splits before the first character that a JSON string must escape.
fn split_plain(text: &str) -> (&str, &str) {
    let mut plain = 0;
    for byte in text.as_bytes() {
        if matches!(byte, b'"' | b'\\' | 0..0x20) {
            break;
        }
        plain += 1;
    }
    // These bytes are ASCII, so this is always a character boundary.
    text.split_at_checked(plain).unwrap_or((text, ""))
}

/// Why a text is refused.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Defect {
    /// JSON with duplicate names, or too deep or wide
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

    /// Whether another item follows in the list or object.
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
        if self.at > start { Ok(()) } else { Err(Defect::Syntax) }
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
        if self.eat(byte) { Ok(()) } else { Err(Defect::Syntax) }
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

    /// The next byte; 0 at the end, a byte that JSON never contains.
    #[inline(always)]
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }
}

/// JavaScript's `Number.MAX_SAFE_INTEGER`.
const MAX_SAFE_INTEGER: u64 = (1 << 53) - 1;

/// The deepest answer known (payment details) has 5 levels.
const MAX_DEPTH: usize = 12;

/// The widest object known has about 50 names.
pub const MAX_NAMES: usize = 256;

#[cfg(test)]
mod tests {
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
        fn reads_back_what_serde_json_writes(text in any::<String>()) {
            let written = serde_json::to_string(&text).expect("a text");
            prop_assert_eq!(read(&written), Ok(Value::Text(Cow::Borrowed(&text))));
        }
    }

    #[test]
    fn an_integer_is_one_that_a_double_keeps() {
        for (text, integer) in [
            ("0", Some(0)),
            ("-7", Some(-7)),
            ("+7", Some(7)),
            ("007", Some(7)),
            ("9007199254740991", Some(9_007_199_254_740_991)),
            ("-9007199254740991", Some(-9_007_199_254_740_991)),
            ("9007199254740992", None),
            ("-9223372036854775808", None),
            ("99999999999999999999", None),
            ("1.0", None),
            ("1e3", None),
            ("٣", None),
            ("", None),
            ("-", None),
        ] {
            assert_eq!(read_integer(text), integer, "{text}");
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
