//! The answer's text as a JSON object. `judge` decides what it proves.

use super::outcome::Reason;
use crate::json::{self, Defect, Object, Value, read_integer};
use crate::table::answer_field::AnswerField;
use crate::table::data::{self, Data, Datum, Malformed};
use crate::table::spec::Access;

/// An HTTP response as the host received it. Pass `None` when no answer came.
#[derive(Clone, Copy, Debug)]
pub struct HttpAnswer<'a> {
    /// The HTTP status; browsers report 0 for a redirect that was not followed
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

/// An answer, or why there is none to read.
pub(crate) type Received<'a> = Result<HttpAnswer<'a>, Reason>;

/// An answer as a JSON object.
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

    /// Whether one of the error fields names an error. The Terminal API writes the errorCode "0" or "" into a success, sometimes
    /// with a message.
    pub(crate) fn names_an_error(&self, access: Access) -> bool {
        let says = |name| !matches!(self.value(name), None | Some(Value::Null)) && self.text(name) != Some("");
        let code_is_zero = matches!(self.text(ERROR_CODE), Some("" | "0"));
        let is_till_without_error = access == Access::Terminal && code_is_zero;
        (says(ERROR_CODE) && !code_is_zero) || says(ERROR_GROUP) || (says(ERROR_MESSAGE) && !is_till_without_error)
    }

    pub(crate) fn data(&self, fields: &'static [&'static AnswerField]) -> Result<Data, Malformed> {
        Data::read(&self.object, fields)
    }

    /// Reads one field by its description.
    pub(crate) fn datum(&self, field: &AnswerField) -> Result<Option<Datum>, Malformed> {
        data::read(&self.object, field)
    }

    pub(crate) fn flag(&self, name: &str) -> Option<bool> {
        self.value(name).and_then(data::flag)
    }

    pub(crate) fn value(&self, name: &str) -> Option<&Value<'a>> {
        self.object.value(name)
    }

    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.value(name).and_then(data::text)
    }

    pub(crate) fn integer(&self, name: &str) -> Option<i64> {
        self.text(name).and_then(read_integer)
    }

    /// Counts the objects, at any depth, in which one of these names has a text that is `wanted`.
    pub(crate) fn count(&self, names: &[&str], wanted: &dyn Fn(&str) -> bool) -> usize {
        count(&self.object, names, wanted)
    }
}

// Fields that every answer may have.
pub(crate) const ERROR_CODE: &str = "errorCode";
pub(crate) const ERROR_GROUP: &str = "errorGroup";
pub(crate) const ERROR_MESSAGE: &str = "errorMessage";

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
        .any(|(name, value)| names.contains(&name) && data::text(value).is_some_and(wanted));
    usize::from(is_wanted) + object.iter().map(|(_, value)| count_in(value)).sum::<usize>()
}
