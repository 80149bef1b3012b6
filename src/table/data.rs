//! The values of an answer, read by a table of its fields.

use std::borrow::Cow;
use std::ptr;

use serde::ser::{Serialize, Serializer};

use super::answer_field::{AnswerField, Kind};
use crate::amount::Amount;
use crate::json::{Object, Value, read_integer};

/// The fields that an answer has, in the order of the table.
#[derive(Clone, Debug)]
pub struct Data(Vec<(&'static AnswerField, Datum)>);

/// A value of an answer.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Datum {
    /// Money, without trailing zeros
    Amount(Amount),
    /// Yes or no
    Flag(bool),
    /// A safe integer; never an amount
    Integer(i64),
    /// Objects
    List(Vec<Data>),
    /// Text, or the digits of an id
    Text(String),
}

/// A required field is missing, or a field has the wrong type: then nothing of the answer counts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Malformed;

impl Data {
    pub(crate) fn read(object: &Object<'_>, fields: &'static [&'static AnswerField]) -> Result<Self, Malformed> {
        let mut data = Vec::with_capacity(fields.len());
        for field in fields {
            match read(object, field)? {
                Some(datum) => data.push((*field, datum)),
                None if field.is_required() => return Err(Malformed),
                None => {}
            }
        }
        Ok(Self(data))
    }

    /// The field `name`, if the answer has it.
    pub fn named(&self, name: &str) -> Option<&Datum> {
        self.iter().find(|(field, _)| *field == name).map(|(_, datum)| datum)
    }

    /// The values of these fields as iyzico signs them. A missing field is signed as an empty text.
    pub(crate) fn signed(&self, fields: &[&'static AnswerField]) -> Vec<Cow<'_, str>> {
        fields
            .iter()
            .map(|field| self.get(field).map_or(Cow::Borrowed(""), Datum::canonical))
            .collect()
    }

    /// Names and values, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Datum)> {
        self.0.iter().map(|(field, datum)| (field.name(), datum))
    }

    /// The value of this field, if the answer has it.
    pub(crate) fn get(&self, field: &'static AnswerField) -> Option<&Datum> {
        let (_, datum) = self.0.iter().find(|(given, _)| ptr::eq(*given, field))?;
        Some(datum)
    }

    pub(crate) fn amount(&self, field: &'static AnswerField) -> Option<Amount> {
        match self.get(field)? {
            Datum::Amount(amount) => Some(*amount),
            _ => None,
        }
    }

    pub(crate) fn integer(&self, field: &'static AnswerField) -> Option<i64> {
        match self.get(field)? {
            Datum::Integer(integer) => Some(*integer),
            _ => None,
        }
    }

    /// The objects of a list; empty without the list.
    pub(crate) fn list(&self, field: &'static AnswerField) -> &[Self] {
        match self.get(field) {
            Some(Datum::List(list)) => list,
            _ => &[],
        }
    }

    pub(crate) fn text(&self, field: &'static AnswerField) -> Option<&str> {
        match self.get(field)? {
            Datum::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl Datum {
    /// The value as iyzico signs it.
    fn canonical(&self) -> Cow<'_, str> {
        match self {
            Self::Amount(amount) => Cow::Owned(amount.to_string()),
            Self::Flag(flag) => Cow::Borrowed(if *flag { "true" } else { "false" }),
            Self::Integer(integer) => Cow::Owned(integer.to_string()),
            // No list is signed.
            Self::List(_) => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text),
        }
    }
}

impl PartialEq for Data {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Serialize for Data {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl Serialize for Datum {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Amount(amount) => amount.serialize(serializer),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Integer(integer) => serializer.serialize_i64(*integer),
            Self::List(list) => serializer.collect_seq(list),
            Self::Text(text) => serializer.serialize_str(text),
        }
    }
}

/// Reads one field. `null` is the same as missing.
pub(crate) fn read(object: &Object<'_>, field: &AnswerField) -> Result<Option<Datum>, Malformed> {
    let value = match object.value(field.name()) {
        None | Some(Value::Null) => return Ok(None),
        Some(value) => value,
    };
    let datum = match (field.kind(), value) {
        (Kind::Amount, value) => text(value).and_then(Amount::from_answer).map(Datum::Amount),
        (Kind::Flag, value) => flag(value).map(Datum::Flag),
        (Kind::Integer, value) => text(value).and_then(read_integer).map(Datum::Integer),
        (Kind::List(fields), Value::Array(items)) => Some(Datum::List(
            items
                .iter()
                .map(|item| match item {
                    Value::Object(item) => Data::read(item, fields),
                    _ => Err(Malformed),
                })
                .collect::<Result<_, _>>()?,
        )),
        (Kind::List(_), _) => None,
        (Kind::Text, value) => text(value).map(|text| Datum::Text(text.to_owned())),
    };
    datum.map(Some).ok_or(Malformed)
}

/// Reads a flag: `true` or `false` in one of iyzico's reports, 1 or 0 in another.
pub(crate) fn flag(value: &Value<'_>) -> Option<bool> {
    match value {
        Value::Bool(flag) => Some(*flag),
        Value::Number("0") => Some(false),
        Value::Number("1") => Some(true),
        Value::Text(text) if text == "false" => Some(false),
        Value::Text(text) if text == "true" => Some(true),
        _ => None,
    }
}

/// Reads a string, or the digits of a number: iyzico writes ids as both.
pub(crate) fn text<'a>(value: &'a Value<'_>) -> Option<&'a str> {
    match value {
        Value::Number(text) => Some(text),
        Value::Text(text) => Some(text),
        _ => None,
    }
}
