//! An answer's text as the fields of a table. What they say about the money is for `outcome` to judge.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use crate::amount::Amount;
use crate::datum::Datum;
use crate::json::{self, Defect, Object, ObjectWriter, Value, read_integer};
use crate::operation::{Access, AnswerField, Kind};
use crate::outcome::Reason;

/// An HTTP response as the host received it. No answer at all is `None` wherever one of these is taken.
#[derive(Clone, Copy, Debug)]
pub struct HttpAnswer<'a> {
    /// The HTTP status; 0 is what browsers report for a redirect that was not followed
    pub status: u16,
    /// The whole body as text
    pub text: &'a str,
}

impl<'a> HttpAnswer<'a> {
    /// A response with this status and body.
    pub const fn new(status: u16, text: &'a str) -> Self {
        Self { status, text }
    }
}

/// What the host hands over: an answer, or why there is none to read.
pub(crate) type Received<'a> = Result<HttpAnswer<'a>, Reason>;

/// A JSON object that came back.
pub(crate) struct Answer<'a> {
    http_status: u16,
    object: Object<'a>,
}

/// The answer's `status` field.
pub(crate) enum Status {
    Failure,
    Success,
}

impl<'a> Answer<'a> {
    /// Reads the text of an HTTP response of at most `longest` bytes.
    pub(crate) fn open(received: Received<'a>, longest: usize) -> Result<Self, Reason> {
        let HttpAnswer { status, text } = received?;
        if matches!(status, 0 | 300..400) {
            return Err(Reason::Redirect);
        }
        Self::parse(status, text, longest)
    }

    /// Reads a text that came with this HTTP status.
    pub(crate) fn parse(http_status: u16, text: &'a str, longest: usize) -> Result<Self, Reason> {
        if text.len() > longest {
            return Err(Reason::TooLarge);
        }
        if text.trim_ascii().is_empty() {
            return Err(Reason::Empty);
        }
        match json::read(text) {
            Ok(Value::Object(object)) => Ok(Self { http_status, object }),
            Ok(_) | Err(Defect::Ambiguous) => Err(Reason::Malformed),
            Err(Defect::Syntax) => Err(Reason::NotJson),
        }
    }

    pub(crate) const fn http_status(&self) -> u16 {
        self.http_status
    }

    pub(crate) fn status(&self) -> Option<Status> {
        match self.text("status")? {
            status if status.eq_ignore_ascii_case("success") => Some(Status::Success),
            status if status.eq_ignore_ascii_case("failure") => Some(Status::Failure),
            _ => None,
        }
    }

    /// Whether it names an error in any of the fields for one. The Terminal API writes an errorCode of "0" or "" into
    /// a success, and may put a message beside it.
    pub(crate) fn names_an_error(&self, access: Access) -> bool {
        let says = |name| !matches!(self.object.value(name), None | Some(Value::Null)) && self.text(name) != Some("");
        let code = self.text("errorCode");
        let code_is_none = matches!(code, Some("" | "0")) || !says("errorCode");
        let is_till_without_error = access == Access::Terminal && matches!(code, Some("" | "0"));
        !code_is_none || says("errorGroup") || (says("errorMessage") && !is_till_without_error)
    }

    pub(crate) fn data(&self, fields: &[&AnswerField]) -> Result<Data, Reason> {
        members(&self.object, fields).map(Data)
    }

    pub(crate) fn datum(&self, field: &AnswerField) -> Result<Option<Datum>, Reason> {
        member(&self.object, field)
    }

    pub(crate) fn flag(&self, name: &str) -> Option<bool> {
        self.object.value(name).and_then(flag)
    }

    pub(crate) fn value(&self, name: &str) -> Option<&Value<'a>> {
        self.object.value(name)
    }

    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.object.value(name).and_then(text)
    }

    pub(crate) fn integer(&self, name: &str) -> Option<i64> {
        self.text(name).and_then(read_integer)
    }

    /// How many objects, however deep, have a text that is `wanted` under one of these names.
    pub(crate) fn count(&self, names: &[&str], wanted: &dyn Fn(&str) -> bool) -> usize {
        count(&self.object, names, wanted)
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

    pub(crate) fn integer(&self, name: &str) -> Option<i64> {
        Row(&self.0).integer(name)
    }

    pub(crate) fn units(&self, name: &str) -> Option<i128> {
        Row(&self.0).units(name)
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
#[derive(Clone, Copy, Debug)]
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
        (Kind::Flag, value) => Datum::Flag(flag(value).ok_or(Reason::Malformed)?),
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

fn count(object: &Object<'_>, names: &[&str], wanted: &dyn Fn(&str) -> bool) -> usize {
    let count_in = |value: &Value<'_>| match value {
        Value::Object(object) => count(object, names, wanted),
        Value::Array(items) => items
            .iter()
            .map(|item| match item {
                Value::Object(object) => count(object, names, wanted),
                _ => 0,
            })
            .sum(),
        _ => 0,
    };
    let is_wanted = object
        .iter()
        .any(|(name, value)| names.contains(&name) && text(value).is_some_and(wanted));
    usize::from(is_wanted) + object.iter().map(|(_, value)| count_in(value)).sum::<usize>()
}

/// A flag is `true` or `false` in one of iyzico's reports and 1 or 0 in another.
fn flag(value: &Value<'_>) -> Option<bool> {
    match value {
        Value::Bool(flag) => Some(*flag),
        Value::Number("0") => Some(false),
        Value::Number("1") => Some(true),
        Value::Text(text) if text == "false" => Some(false),
        Value::Text(text) if text == "true" => Some(true),
        _ => None,
    }
}

fn text<'a>(value: &'a Value<'_>) -> Option<&'a str> {
    match value {
        Value::Number(text) => Some(text),
        Value::Text(text) => Some(text),
        _ => None,
    }
}
