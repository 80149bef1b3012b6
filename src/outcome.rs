//! Reading an answer. Only one that proves itself is a success; in doubt the outcome is unknown.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use serde::ser::{Serialize, Serializer};

use crate::amount::Amount;
use crate::answer::{Answer, Data, Received, Status};
use crate::datum::Datum;
use crate::draft::asked_for;
use crate::error_codes::{Advice, Proof, counts_under, proof};
use crate::field::check::Checked;
use crate::field::rule::{Accepted, Form};
use crate::json::{self, ObjectWriter, Value};
use crate::operation::{Access, AnswerField, Echo, Kind, Operation};
use crate::sign::{Credentials, answer};
use crate::terminal;

/// What an answer says about the money, with the answer itself.
#[derive(Clone, Debug)]
pub struct Outcome {
    operation: Option<&'static Operation>,
    http_status: Option<u16>,
    verdict: Verdict,
}

impl Outcome {
    /// Reads the answer to what `asked`, a body or for a GET a URL, asks for; `credentials` are those that a
    /// signed answer is verified with.
    pub(crate) fn read(
        access: Access,
        operation: &str,
        asked: &str,
        credentials: Option<&Credentials>,
        received: Received<'_>,
    ) -> Self {
        let operation = Operation::find(operation);
        let asked = operation
            .filter(|operation| operation.access() == access)
            .and_then(|operation| Asked::new(operation, asked, credentials));
        let verdict = match asked {
            Some(asked) => asked.judge(received),
            None => Err(Reason::RequestUnreadable),
        };
        Self {
            operation,
            http_status: received.ok().map(|answer| answer.status),
            verdict: verdict.unwrap_or_else(|reason| Verdict::Unknown { reason, error: None }),
        }
    }

    /// The outcome as JSON text, without the answer itself.
    pub fn to_json(&self) -> String {
        json::text(|out| self.write(out))
    }

    pub(crate) fn write(&self, out: &mut String) {
        let mut object = ObjectWriter::new(out);
        let status = match self.verdict {
            Verdict::Success(_) => "success",
            Verdict::Failure { .. } => "failure",
            Verdict::Unknown { .. } => "unknown",
        };
        object.plain("status", status);
        object.optional("operation", self.operation.map(Operation::name));
        match self.http_status {
            Some(status) => object.literal("httpStatus", &json::integer(status.into())),
            None => object.literal("httpStatus", "null"),
        }
        match &self.verdict {
            Verdict::Success(data) => data.write(object.name("data")),
            Verdict::Failure { error, advice } => {
                error.write(object.name("error"));
                object.plain("advice", advice.as_str());
            }
            Verdict::Unknown { reason, error } => {
                object.plain("reason", reason.as_str());
                match error {
                    Some(error) => error.write(object.name("error")),
                    None => object.literal("error", "null"),
                }
                // What moves no money may be asked again.
                let asks = self.operation.is_some_and(|operation| !operation.moves_money());
                object.plain("advice", if asks { Advice::RetryLater.as_str() } else { "reconcile" });
            }
        }
        object.end();
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
    /// A refusal under an HTTP status that a gateway gives
    HttpStatus,
    /// JSON, but not an answer of this API
    Malformed,
    /// No answer came
    NoAnswer,
    /// Not JSON: cut off, HTML of a proxy, or anything else
    NotJson,
    /// What was handed over is not an answer: pass `{ status, text }`, or `null` when none came
    NotText,
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
    /// A refusal whose code the table does not list, and which does not prove that nothing moved
    UnlistedCode,
}

impl Reason {
    /// Every reason.
    pub const ALL: &'static [Self] = &[
        Self::Contradiction,
        Self::EchoMismatch,
        Self::Empty,
        Self::HttpStatus,
        Self::Malformed,
        Self::NoAnswer,
        Self::NotJson,
        Self::NotText,
        Self::Redirect,
        Self::RequestUnreadable,
        Self::SignatureMissing,
        Self::SignatureWrong,
        Self::TimeoutCode,
        Self::TooLarge,
        Self::UnlistedCode,
    ];

    /// The name in JavaScript.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Contradiction => "contradiction",
            Self::EchoMismatch => "echo-mismatch",
            Self::Empty => "empty",
            Self::HttpStatus => "http-status",
            Self::Malformed => "malformed",
            Self::NoAnswer => "no-answer",
            Self::NotJson => "not-json",
            Self::NotText => "not-text",
            Self::Redirect => "redirect",
            Self::RequestUnreadable => "request-unreadable",
            Self::SignatureMissing => "signature-missing",
            Self::SignatureWrong => "signature-wrong",
            Self::TimeoutCode => "timeout-code",
            Self::TooLarge => "too-large",
            Self::UnlistedCode => "unlisted-code",
        }
    }
}

/// The request, and the keys that verify its answer.
pub(crate) struct Asked<'a> {
    pub(crate) operation: &'static Operation,
    pub(crate) values: Checked,
    /// The keys that a signed answer is verified with.
    pub(crate) credentials: Option<&'a Credentials>,
}

impl<'a> Asked<'a> {
    /// `None` if `asked` is no request for `operation`.
    fn new(operation: &'static Operation, asked: &str, credentials: Option<&'a Credentials>) -> Option<Self> {
        let values = match operation.access() {
            // A login's answer repeats nothing, and its request is not kept.
            Access::Login => Checked::default(),
            Access::Merchant | Access::Terminal => asked_for(operation, asked, Form::Asked).ok()?,
        };
        Some(Self {
            operation,
            values,
            credentials,
        })
    }

    fn judge(&self, received: Received<'_>) -> Result<Verdict, Reason> {
        self.judge_answer(&Answer::open(received, self.operation.longest_answer())?)
    }

    pub(crate) fn judge_answer(&self, answer: &Answer<'_>) -> Result<Verdict, Reason> {
        match (self.operation.access(), answer.status()) {
            (Access::Login, _) => self.login(answer),
            (_, Some(Status::Success)) => self.success(answer),
            (_, Some(Status::Failure)) => self.failure(answer),
            _ => Err(Reason::Malformed),
        }
    }

    fn success(&self, answer: &Answer<'_>) -> Result<Verdict, Reason> {
        if answer.names_an_error(self.operation.access()) {
            return Err(Reason::Contradiction);
        }
        // A signature proves a success under any HTTP status; without one an error status contradicts it.
        if !self.operation.is_signed() && answer.http_status() >= 400 {
            return Err(Reason::Contradiction);
        }
        let data = answer.data(self.operation.answer())?;
        if self.operation.is_signed() {
            self.verify(&data, answer.text("signature"))?;
        }
        for field in self.operation.answer() {
            let mut repeats = self.echoes(field, data.value(field.name()), false);
            if let Kind::List(fields) = field.kind() {
                for row in data.list(field.name()) {
                    for field in fields {
                        repeats &= self.echoes(field, row.value(field.name()), false);
                    }
                }
            }
            if !repeats {
                return Err(Reason::EchoMismatch);
            }
        }
        if !self.repeats_intent(answer) || self.gives_other_sum(&data) {
            return Err(Reason::EchoMismatch);
        }
        Ok(Verdict::Success(data))
    }

    fn failure(&self, answer: &Answer<'_>) -> Result<Verdict, Reason> {
        // Another payment's refusal says nothing about this one.
        if !self.failure_repeats(answer)? {
            return Err(Reason::EchoMismatch);
        }
        let code = match answer.text("errorCode") {
            None | Some("" | "0") => return Err(Reason::Malformed),
            Some(code) => code,
        };
        let group = match answer.value("errorGroup") {
            None | Some(Value::Null) => None,
            Some(Value::Text(group)) => Some(group.as_ref()).filter(|group| !group.is_empty()),
            Some(_) => return Err(Reason::Malformed),
        };
        let error = ApiError {
            code: code.to_owned(),
            group: group.map(ToOwned::to_owned),
            message: answer.text("errorMessage").map(ToOwned::to_owned),
            retryable: answer.flag("retryable"),
        };
        let is_answered = || {
            let asked = self.values.text("conversationId");
            asked.is_some() && asked == answer.text("conversationId")
        };
        let advice = match proof(self.operation.access(), code, group) {
            Proof::NotDone(advice) => Ok(advice),
            Proof::Unlisted if is_answered() => Ok(Advice::RefusedUnlisted),
            Proof::Unlisted | Proof::Unreadable => Err(Reason::UnlistedCode),
            Proof::Doubtful => Err(Reason::TimeoutCode),
        };
        let advice = advice.and_then(|advice| {
            if counts_under(answer.http_status(), code) {
                Ok(advice)
            } else {
                Err(Reason::HttpStatus)
            }
        });
        Ok(match advice {
            Ok(advice) => Verdict::Failure { error, advice },
            Err(reason) => Verdict::Unknown {
                reason,
                error: Some(error),
            },
        })
    }

    /// Whether all that a failure says about the request is what was sent. It may leave anything out.
    fn failure_repeats(&self, answer: &Answer<'_>) -> Result<bool, Reason> {
        for field in self.operation.answer() {
            if field.echoes() != Echo::None && !self.echoes(field, answer.datum(field)?.as_ref(), true) {
                return Ok(false);
            }
        }
        Ok(self.repeats_intent(answer))
    }

    /// Whether each of the values that say what is meant is repeated, or left out: an answer that names another payment is
    /// another's.
    fn repeats_intent(&self, answer: &Answer<'_>) -> bool {
        for (field, value) in self.values.iter().filter(|(field, _)| field.is_intent()) {
            let repeats = match (value, answer.value(field.name())) {
                (_, None | Some(Value::Null)) | (Accepted::Items(_), _) => true,
                (Accepted::Amount(sent), Some(Value::Number(text))) => Amount::from_answer(text).as_ref() == Some(sent),
                (Accepted::Amount(sent), Some(Value::Text(text))) => Amount::from_answer(text).as_ref() == Some(sent),
                (sent, _) => answer.text(field.name()) == Some(sent.canonical().as_ref()),
            };
            if !repeats {
                return false;
            }
        }
        true
    }

    /// Whether an answer about lines of a sale names another amount than they add up to.
    fn gives_other_sum(&self, data: &Data) -> bool {
        match (terminal::refund::sum(&self.values), data.units("price")) {
            (Some(asked), Some(given)) => asked != given,
            _ => false,
        }
    }

    /// The login answers in OAuth's way (RFC 6749), but for the errors of its first step.
    fn login(&self, answer: &Answer<'_>) -> Result<Verdict, Reason> {
        let named = |name| answer.text(name).filter(|code| !code.is_empty());
        let Some(code) = named("error").or_else(|| named("errorCode")) else {
            let data = answer.data(self.operation.answer())?;
            return match answer.http_status() {
                200..300 => Ok(Verdict::Success(data)),
                _ => Err(Reason::Contradiction),
            };
        };
        if !counts_under(answer.http_status(), code) {
            return Err(Reason::HttpStatus);
        }
        let advice = match code {
            // The code or refresh token is spent or too old.
            "invalid_grant" => Advice::RenewToken,
            "server_error" | "temporarily_unavailable" => Advice::RetryLater,
            "invalid_request" | "unsupported_grant_type" => Advice::FixRequest,
            _ => Advice::FixCredentials,
        };
        let message = answer.text("description").or_else(|| answer.text("error_description"));
        let error = ApiError {
            code: code.to_owned(),
            group: None,
            message: message.map(ToOwned::to_owned),
            retryable: None,
        };
        Ok(Verdict::Failure { error, advice })
    }

    fn verify(&self, data: &Data, signature: Option<&str>) -> Result<(), Reason> {
        let signature = signature
            .filter(|text| !text.is_empty())
            .ok_or(Reason::SignatureMissing)?;
        let mut values = Vec::new();
        for name in self.operation.signed {
            // An absent field is signed as an empty one.
            values.push(data.text(name).unwrap_or_default());
        }
        match self.credentials {
            Some(credentials) if answer::verify(credentials, &values, signature) => Ok(()),
            _ => Err(Reason::SignatureWrong),
        }
    }

    /// Whether an answer's field repeats what was sent. A failure may leave a field out.
    fn echoes(&self, field: &AnswerField, answered: Option<&Datum>, may_lack: bool) -> bool {
        let sent = match field.echoes() {
            Echo::None => return true,
            Echo::Exact | Echo::IfAnswered | Echo::Sent => self.values.value(field.name()),
        };
        match (sent, answered) {
            (Some(sent), Some(Datum::Text(answered))) => sent.canonical() == *answered,
            (Some(_), None) => may_lack || field.echoes() == Echo::IfAnswered,
            (None, Some(Datum::Text(answered))) => field.echoes() != Echo::Exact || answered.is_empty(),
            (Some(_), Some(_)) => false,
            (None, _) => true,
        }
    }
}

impl Serialize for Outcome {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        json::serialize(&self.to_json(), serializer)
    }
}

impl ApiError {
    fn write(&self, out: &mut String) {
        let mut object = ObjectWriter::new(out);
        object.text("code", &self.code);
        object.optional("group", self.group());
        object.optional("message", self.message());
        object.literal(
            "retryable",
            match self.retryable {
                None => "null",
                Some(false) => "false",
                Some(true) => "true",
            },
        );
        object.end();
    }
}
