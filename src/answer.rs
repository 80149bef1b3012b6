//! An answer's text as the fields of a table. What they say about the money is for `outcome` to judge.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use crate::amount::Amount;
use crate::datum::Datum;
use crate::json::{self, Defect, Object, ObjectWriter, Value, read_integer};
use crate::operation::{AnswerField, Kind};
use crate::outcome::Reason;

/// A JSON object that came back.
pub(crate) struct Answer<'a>(Object<'a>);

/// What an answer says of itself.
pub(crate) enum Status {
    Failure,
    Success,
}

impl<'a> Answer<'a> {
    pub(crate) const MAX_LENGTH: usize = 256 * 1024;

    /// Takes the text of an HTTP response, `None` when none came.
    pub(crate) fn open(http_status: Option<u16>, text: Option<&'a str>) -> Result<Self, Reason> {
        let text = match (http_status, text) {
            // What fetch reports for a redirect it was told not to follow has status 0 in browsers.
            (Some(0 | 300..400), _) => return Err(Reason::Redirect),
            (_, None) => return Err(Reason::NoAnswer),
            (_, Some(text)) => text,
        };
        if text.len() > Self::MAX_LENGTH {
            return Err(Reason::TooLarge);
        }
        if text.trim_ascii().is_empty() {
            return Err(Reason::Empty);
        }
        match json::read(text) {
            Ok(Value::Object(object)) => Ok(Self(object)),
            Ok(_) | Err(Defect::Ambiguous) => Err(Reason::Malformed),
            Err(Defect::Syntax) => Err(Reason::NotJson),
        }
    }

    pub(crate) fn status(&self) -> Option<Status> {
        match self.text("status")? {
            status if status.eq_ignore_ascii_case("success") => Some(Status::Success),
            status if status.eq_ignore_ascii_case("failure") => Some(Status::Failure),
            _ => None,
        }
    }

    /// The Terminal API writes an errorCode of "0" or "" into a success; that is none.
    pub(crate) fn names_an_error(&self) -> bool {
        !matches!(self.text("errorCode"), None | Some("" | "0"))
    }

    pub(crate) fn data(&self, fields: &[&AnswerField]) -> Result<Data, Reason> {
        members(&self.0, fields).map(Data)
    }

    pub(crate) fn datum(&self, field: &AnswerField) -> Result<Option<Datum>, Reason> {
        member(&self.0, field)
    }

    pub(crate) fn flag(&self, name: &str) -> Option<bool> {
        match self.0.value(name) {
            Some(Value::Bool(flag)) => Some(*flag),
            _ => None,
        }
    }

    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.0.value(name).and_then(text)
    }
}

/// The fields of a success, in the order of the operation's table.
#[derive(Clone, Debug)]
pub struct Data(Vec<(&'static str, Datum)>);

impl Data {
    /// Reads data that left as JSON and comes back from a caller.
    pub(crate) fn read(object: &Object<'_>, fields: &[&AnswerField]) -> Option<Self> {
        members(object, fields).map(Self).ok()
    }

    /// The field called `name`, if the answer had it.
    pub fn value(&self, name: &str) -> Option<&Datum> {
        value(&self.0, name)
    }

    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        text_of(&self.0, name)
    }

    pub(crate) fn list(&self, name: &str) -> impl Iterator<Item = Row<'_>> {
        rows(self.value(name))
    }

    pub(crate) fn write(&self, out: &mut String) {
        let mut object = ObjectWriter::new(out);
        for (name, value) in &self.0 {
            value.write(object.name(name));
        }
        object.end();
    }
}

/// One object of a list in the data.
#[derive(Clone, Copy)]
pub(crate) struct Row<'a>(&'a [(&'static str, Datum)]);

impl<'a> Row<'a> {
    pub(crate) fn value(self, name: &str) -> Option<&'a Datum> {
        value(self.0, name)
    }

    pub(crate) fn text(self, name: &str) -> Option<&'a str> {
        text_of(self.0, name)
    }

    pub(crate) fn integer(self, name: &str) -> Option<i64> {
        match value(self.0, name) {
            Some(Datum::Integer(integer)) => Some(*integer),
            _ => None,
        }
    }

    /// An amount in the smallest units, if there is one. Sums of them never overflow: an answer's length
    /// bounds how many there are.
    pub(crate) fn units(self, name: &str) -> Option<i128> {
        Some(Amount::from_answer(self.text(name)?)?.units())
    }

    pub(crate) fn list(self, name: &str) -> impl Iterator<Item = Row<'a>> {
        rows(value(self.0, name))
    }
}

fn rows(list: Option<&Datum>) -> impl Iterator<Item = Row<'_>> {
    let items: &[Datum] = match list {
        Some(Datum::List(items)) => items,
        _ => &[],
    };
    items.iter().map(|item| match item {
        Datum::Object(members) => Row(members),
        _ => Row(&[]),
    })
}

fn value<'a>(members: &'a [(&'static str, Datum)], name: &str) -> Option<&'a Datum> {
    for (field, datum) in members {
        if *field == name {
            return Some(datum);
        }
    }
    None
}

fn text_of<'a>(members: &'a [(&'static str, Datum)], name: &str) -> Option<&'a str> {
    match value(members, name) {
        Some(Datum::Text(text)) => Some(text),
        _ => None,
    }
}

fn members(object: &Object<'_>, fields: &[&AnswerField]) -> Result<Vec<(&'static str, Datum)>, Reason> {
    let mut members = Vec::with_capacity(fields.len());
    for field in fields {
        match member(object, field)? {
            Some(datum) => members.push((field.name(), datum)),
            None if field.is_required() => return Err(Reason::Malformed),
            None => {}
        }
    }
    Ok(members)
}

/// A field that is there but can't be what its table says spoils the whole answer.
fn member(object: &Object<'_>, field: &AnswerField) -> Result<Option<Datum>, Reason> {
    let value = match object.value(field.name()) {
        None | Some(Value::Null) => return Ok(None),
        Some(value) => value,
    };
    let datum = match (field.kind(), value) {
        (Kind::Flag, Value::Bool(flag)) => Datum::Flag(*flag),
        (Kind::List(fields), Value::Array(items)) => {
            let mut list = Vec::new();
            for item in items {
                let Value::Object(item) = item else {
                    return Err(Reason::Malformed);
                };
                list.push(Datum::Object(members(item, fields)?));
            }
            Datum::List(list)
        }
        (Kind::Amount | Kind::Integer | Kind::Text, value) => {
            let text = text(value).ok_or(Reason::Malformed)?;
            match field.kind() {
                Kind::Amount => Datum::Text(
                    Amount::from_answer(text)
                        .ok_or(Reason::Malformed)?
                        .canonical()
                        .to_owned(),
                ),
                Kind::Integer => Datum::Integer(read_integer(text).ok_or(Reason::Malformed)?),
                _ => Datum::Text(text.to_owned()),
            }
        }
        _ => return Err(Reason::Malformed),
    };
    Ok(Some(datum))
}

fn text<'a>(value: &'a Value<'_>) -> Option<&'a str> {
    match value {
        Value::Number(text) => Some(text),
        Value::Text(text) => Some(text),
        _ => None,
    }
}
