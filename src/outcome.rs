//! Reading an answer. Only one that proves itself is a success; in doubt the outcome is unknown.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use serde::ser::{Serialize, Serializer};

use crate::amount::Amount;
use crate::datum::Datum;
use crate::error_codes::{Advice, Meaning, judge};
use crate::field::check::{Checked, check};
use crate::field::issue::Issue;
use crate::field::rule::Form;
use crate::json::{self, Defect, Object, Value};
use crate::operation::{AnswerField, Echo, Kind, Operation};
use crate::sign::{Credentials, answer};

/// What an answer says about the money, with the answer itself.
#[derive(Clone, Debug)]
pub struct Outcome {
    operation: Option<&'static Operation>,
    http_status: Option<u16>,
    verdict: Verdict,
}

impl Outcome {
    /// The longest answer that is read, in bytes; a real one has a few hundred.
    pub const MAX_ANSWER: usize = 64 * 1024;

    pub(crate) fn read(
        credentials: &Credentials,
        operation: &str,
        body: &str,
        http_status: Option<u16>,
        answer: Option<&str>,
    ) -> Self {
        let operation = Operation::find(operation);
        let verdict = match operation.map(|operation| Sent::read(operation, body)) {
            Some(Ok(sent)) => judge_answer(credentials, &sent, http_status, answer),
            Some(Err(_)) | None => Err(Reason::RequestUnreadable),
        };
        Self {
            operation,
            http_status,
            verdict: verdict.unwrap_or_else(|reason| Verdict::Unknown { reason, error: None }),
        }
    }

    /// The operation that was asked for, when its request could be read.
    pub const fn operation(&self) -> Option<&'static Operation> {
        self.operation
    }

    /// The HTTP status that came with the answer.
    pub const fn http_status(&self) -> Option<u16> {
        self.http_status
    }

    /// Success, failure or unknown.
    pub const fn verdict(&self) -> &Verdict {
        &self.verdict
    }
}

/// Whether the money moved.
#[derive(Clone, Debug)]
pub enum Verdict {
    /// It did, and the answer proves it
    Success(Data),
    /// It did not; iyzico says so
    Failure {
        /// What iyzico says
        error: ApiError,
        /// What to do about it
        advice: Advice,
    },
    /// Nobody can tell from this answer: look it up before doing anything else
    Unknown {
        /// Why
        reason: Reason,
        /// What iyzico says, when that is what leaves the doubt
        error: Option<ApiError>,
    },
}

/// The fields of a success, in the order of the operation's table.
#[derive(Clone, Debug)]
pub struct Data(Vec<(&'static str, Datum)>);

impl Data {
    /// The field called `name`, if the answer had it.
    pub fn value(&self, name: &str) -> Option<&Datum> {
        self.0.iter().find(|(field, _)| *field == name).map(|(_, datum)| datum)
    }
}

/// What iyzico says about a failure.
#[derive(Clone, Debug)]
pub struct ApiError {
    code: String,
    group: Option<String>,
    message: Option<String>,
    retryable: Option<bool>,
}

impl ApiError {
    /// The code, as text.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The group, which banks' errors have.
    pub fn group(&self) -> Option<&str> {
        self.group.as_deref()
    }

    /// The message, in the request's language.
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// Whether iyzico says it can be tried again; `None` when it does not say.
    pub const fn retryable(&self) -> Option<bool> {
        self.retryable
    }
}

/// Why nobody can tell.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Reason {
    /// The answer says success and names an error as well
    Contradiction,
    /// The answer is about something else than what was asked
    EchoMismatch,
    /// An empty answer
    Empty,
    /// JSON, but not an answer of this API
    Malformed,
    /// No answer came
    NoAnswer,
    /// Not JSON: cut off, HTML of a proxy, or anything else
    NotJson,
    /// The answer points elsewhere
    Redirect,
    /// The request that the answer is read against is not one of ours
    RequestUnreadable,
    /// A success that must be signed and isn't
    SignatureMissing,
    /// A success whose signature is not this merchant's
    SignatureWrong,
    /// The bank, or iyzico itself, did not finish in time
    TimeoutCode,
    /// Longer than any real answer
    TooLarge,
}

impl Reason {
    /// Every reason.
    pub const ALL: &'static [Self] = &[
        Self::Contradiction,
        Self::EchoMismatch,
        Self::Empty,
        Self::Malformed,
        Self::NoAnswer,
        Self::NotJson,
        Self::Redirect,
        Self::RequestUnreadable,
        Self::SignatureMissing,
        Self::SignatureWrong,
        Self::TimeoutCode,
        Self::TooLarge,
    ];

    /// The name in JavaScript.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Contradiction => "contradiction",
            Self::EchoMismatch => "echo-mismatch",
            Self::Empty => "empty",
            Self::Malformed => "malformed",
            Self::NoAnswer => "no-answer",
            Self::NotJson => "not-json",
            Self::Redirect => "redirect",
            Self::RequestUnreadable => "request-unreadable",
            Self::SignatureMissing => "signature-missing",
            Self::SignatureWrong => "signature-wrong",
            Self::TimeoutCode => "timeout-code",
            Self::TooLarge => "too-large",
        }
    }
}

/// What was asked for, as its body says it.
struct Sent {
    operation: &'static Operation,
    values: Checked,
}

impl Sent {
    fn read(operation: &'static Operation, body: &str) -> Result<Self, Vec<Issue>> {
        check(operation.fields(), body, Form::Body).map(|values| Self { operation, values })
    }
}

fn judge_answer(
    credentials: &Credentials,
    sent: &Sent,
    http_status: Option<u16>,
    answer: Option<&str>,
) -> Result<Verdict, Reason> {
    let text = match (http_status, answer) {
        // What fetch reports for a redirect it was told not to follow has status 0 in browsers.
        (Some(0 | 300..400), _) => return Err(Reason::Redirect),
        (_, None) => return Err(Reason::NoAnswer),
        (_, Some(text)) if text.len() > Outcome::MAX_ANSWER => return Err(Reason::TooLarge),
        (_, Some(text)) if text.trim_ascii().is_empty() => return Err(Reason::Empty),
        (_, Some(text)) => text,
    };
    let object = match json::read(text) {
        Ok(Value::Object(object)) => Answer(object),
        Ok(_) | Err(Defect::Ambiguous) => return Err(Reason::Malformed),
        Err(Defect::Syntax) => return Err(Reason::NotJson),
    };
    match object.text("status") {
        Some(status) if status.eq_ignore_ascii_case("success") => object.success(credentials, sent),
        Some(status) if status.eq_ignore_ascii_case("failure") => object.failure(sent),
        _ => Err(Reason::Malformed),
    }
}

struct Answer<'a>(Object<'a>);

impl Answer<'_> {
    fn success(&self, credentials: &Credentials, sent: &Sent) -> Result<Verdict, Reason> {
        // The Terminal API writes an errorCode of "0" or "" into a success.
        if self
            .text("errorCode")
            .is_some_and(|code| !matches!(code.as_str(), "" | "0"))
        {
            return Err(Reason::Contradiction);
        }
        let data = self.data(sent.operation.answer())?;
        self.verify(credentials, sent.operation, &data)?;
        for field in sent.operation.answer() {
            if !echoes(field, sent, data.value(field.name()), false) {
                return Err(Reason::EchoMismatch);
            }
        }
        Ok(Verdict::Success(data))
    }

    fn failure(&self, sent: &Sent) -> Result<Verdict, Reason> {
        // Another payment's refusal says nothing about this one.
        for field in sent.operation.answer() {
            if !echoes(field, sent, self.datum(field)?.as_ref(), true) {
                return Err(Reason::EchoMismatch);
            }
        }
        let error = ApiError {
            code: self
                .text("errorCode")
                .filter(|code| !code.is_empty())
                .ok_or(Reason::Malformed)?,
            group: self.text("errorGroup"),
            message: self.text("errorMessage"),
            retryable: self.flag("retryable"),
        };
        Ok(match judge(&error.code, error.group.as_deref()) {
            Meaning::Failed(advice) => Verdict::Failure { error, advice },
            Meaning::Unknown => Verdict::Unknown {
                reason: Reason::TimeoutCode,
                error: Some(error),
            },
        })
    }

    fn verify(&self, credentials: &Credentials, operation: &Operation, data: &Data) -> Result<(), Reason> {
        if !operation.is_signed() {
            return Ok(());
        }
        let signature = self
            .text("signature")
            .filter(|text| !text.is_empty())
            .ok_or(Reason::SignatureMissing)?;
        // An absent field is signed as an empty one.
        let signed = |name: &&str| match data.value(name) {
            Some(Datum::Text(text)) => text.as_str(),
            _ => "",
        };
        let values: Vec<_> = operation.signed.iter().map(signed).collect();
        match answer::verify(credentials, &values, &signature) {
            true => Ok(()),
            false => Err(Reason::SignatureWrong),
        }
    }

    fn data(&self, fields: &[AnswerField]) -> Result<Data, Reason> {
        let mut data = Vec::with_capacity(fields.len());
        for field in fields {
            if let Some(datum) = self.datum(field)? {
                data.push((field.name(), datum));
            }
        }
        Ok(Data(data))
    }

    /// A field that is there but can't be what its table says spoils the whole answer.
    fn datum(&self, field: &AnswerField) -> Result<Option<Datum>, Reason> {
        let value = match self.0.value(field.name()) {
            None | Some(Value::Null) => return Ok(None),
            Some(value) => value,
        };
        let text = || text(value).ok_or(Reason::Malformed);
        Ok(Some(match field.kind() {
            Kind::Amount => Datum::text(Amount::from_answer(&text()?).ok_or(Reason::Malformed)?.canonical()),
            Kind::Flag => match value {
                Value::Bool(flag) => Datum::Flag(*flag),
                _ => return Err(Reason::Malformed),
            },
            Kind::Millis => match text()?.parse() {
                Ok(millis @ 0..=MAX_SAFE_INTEGER) => Datum::Integer(millis),
                _ => return Err(Reason::Malformed),
            },
            Kind::Text => Datum::Text(text()?),
        }))
    }

    fn flag(&self, name: &str) -> Option<bool> {
        match self.0.value(name) {
            Some(Value::Bool(flag)) => Some(*flag),
            _ => None,
        }
    }

    fn text(&self, name: &str) -> Option<String> {
        self.0.value(name).and_then(text)
    }
}

fn text(value: &Value<'_>) -> Option<String> {
    match value {
        Value::Number(text) => Some((*text).to_owned()),
        Value::Text(text) => Some(text.clone()),
        _ => None,
    }
}

/// Whether an answer's field repeats what was sent. A failure may leave a field out.
fn echoes(field: &AnswerField, sent: &Sent, answered: Option<&Datum>, may_lack: bool) -> bool {
    let sent = match field.echoes() {
        Echo::None => return true,
        Echo::Exact | Echo::Sent => sent.values.value(field.name()),
    };
    match (sent, answered) {
        (Some(sent), Some(Datum::Text(answered))) => sent.canonical() == *answered,
        (Some(_), None) => may_lack,
        (None, Some(Datum::Text(answered))) => field.echoes() == Echo::Sent || answered.is_empty(),
        (Some(_), Some(_)) => false,
        (None, _) => true,
    }
}

/// The largest integer that a JavaScript number and its neighbours tell apart.
const MAX_SAFE_INTEGER: i64 = (1 << 53) - 1;

impl Serialize for Outcome {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.clone().into_datum().serialize(serializer)
    }
}

impl Outcome {
    pub(crate) fn into_datum(self) -> Datum {
        let (status, rest) = match self.verdict {
            Verdict::Success(Data(data)) => ("success", vec![("data", Datum::Object(data))]),
            Verdict::Failure { error, advice } => (
                "failure",
                vec![("error", error.into_datum()), ("advice", Datum::text(advice.as_str()))],
            ),
            Verdict::Unknown { reason, error } => (
                "unknown",
                vec![
                    ("reason", Datum::text(reason.as_str())),
                    ("error", error.map_or(Datum::Null, ApiError::into_datum)),
                    ("advice", Datum::text("reconcile")),
                ],
            ),
        };
        let mut members = vec![
            ("status", Datum::text(status)),
            (
                "operation",
                self.operation
                    .map_or(Datum::Null, |operation| Datum::text(operation.name())),
            ),
            (
                "httpStatus",
                self.http_status
                    .map_or(Datum::Null, |status| Datum::Integer(status.into())),
            ),
        ];
        members.extend(rest);
        Datum::Object(members)
    }
}

impl ApiError {
    fn into_datum(self) -> Datum {
        Datum::Object(vec![
            ("code", Datum::Text(self.code)),
            ("group", Datum::optional(self.group)),
            ("message", Datum::optional(self.message)),
            ("retryable", self.retryable.map_or(Datum::Null, Datum::Flag)),
        ])
    }
}
