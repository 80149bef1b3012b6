//! What an answer says about the money: only one that proves itself is a success or a failure; in doubt it is unknown.

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use super::codes::Advice;
use crate::named::named;
use crate::operation::Operation;
use crate::table::data::{Data, Malformed};

/// What an answer says about the money.
#[derive(Clone, Debug)]
pub struct Outcome {
    operation: Option<Operation>,
    http_status: Option<u16>,
    verdict: Verdict,
}

impl Outcome {
    pub(crate) const fn new(operation: Option<Operation>, http_status: Option<u16>, verdict: Verdict) -> Self {
        Self {
            operation,
            http_status,
            verdict,
        }
    }

    /// Of a request that can't be read.
    #[cfg(target_arch = "wasm32")]
    pub(crate) const fn unreadable(operation: Option<Operation>, http_status: Option<u16>) -> Self {
        Self::new(operation, http_status, Verdict::unknown(Reason::RequestUnreadable))
    }

    /// The operation that was asked for, when its request could be read.
    pub const fn operation(&self) -> Option<Operation> {
        self.operation
    }

    /// The HTTP status that came with the answer.
    pub const fn http_status(&self) -> Option<u16> {
        self.http_status
    }

    pub(crate) fn into_verdict(self) -> Verdict {
        self.verdict
    }

    /// Success, failure or unknown.
    pub const fn verdict(&self) -> &Verdict {
        &self.verdict
    }
}

impl Serialize for Outcome {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (status, members) = match self.verdict {
            Verdict::Success(_) => ("success", 4),
            Verdict::Failure { .. } => ("failure", 5),
            Verdict::Unknown { .. } => ("unknown", 6),
        };
        let mut outcome = serializer.serialize_struct("Outcome", members)?;
        outcome.serialize_field("status", status)?;
        outcome.serialize_field("operation", &self.operation)?;
        outcome.serialize_field("httpStatus", &self.http_status)?;
        match &self.verdict {
            Verdict::Success(data) => outcome.serialize_field("data", data)?,
            Verdict::Failure { error, advice } => {
                outcome.serialize_field("error", error)?;
                outcome.serialize_field("advice", advice)?;
            }
            Verdict::Unknown { reason, error } => {
                outcome.serialize_field("reason", reason)?;
                outcome.serialize_field("error", error)?;
                // What moves no money may be asked again.
                let asks = self.operation.is_some_and(|operation| !operation.moves_money());
                let advice = if asks { Advice::RetryLater.as_str() } else { "reconcile" };
                outcome.serialize_field("advice", advice)?;
            }
        }
        outcome.end()
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

impl Verdict {
    pub(crate) const fn unknown(reason: Reason) -> Self {
        Self::Unknown { reason, error: None }
    }
}

/// What iyzico says about a failure.
#[derive(Clone, Debug, Serialize)]
pub struct ApiError {
    pub(super) code: String,
    pub(super) group: Option<String>,
    pub(super) message: Option<String>,
    pub(super) retryable: Option<bool>,
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

named! {
    /// Why nobody can tell.
    Reason {
        /// The answer says success and names an error as well.
        Contradiction = "contradiction",
        /// The answer is about something else than what was asked.
        EchoMismatch = "echo-mismatch",
        /// An empty answer.
        Empty = "empty",
        /// A refusal under an HTTP status that a gateway gives.
        HttpStatus = "http-status",
        /// JSON, but not an answer of this API.
        Malformed = "malformed",
        /// No answer came.
        NoAnswer = "no-answer",
        /// Not JSON: cut off, HTML of a proxy, or anything else.
        NotJson = "not-json",
        /// What was handed over is not an answer: pass `{ status, text }`, or `null` when none came.
        NotText = "not-text",
        /// The answer points elsewhere.
        Redirect = "redirect",
        /// The request that the answer is read against is not one of ours.
        RequestUnreadable = "request-unreadable",
        /// A success that must be signed and isn't.
        SignatureMissing = "signature-missing",
        /// A success whose signature is not this merchant's.
        SignatureWrong = "signature-wrong",
        /// The bank, or iyzico itself, did not finish in time.
        TimeoutCode = "timeout-code",
        /// Longer than any real answer.
        TooLarge = "too-large",
        /// A refusal whose code the table does not list, and which does not prove that nothing moved.
        UnlistedCode = "unlisted-code",
    }
}

impl From<Malformed> for Reason {
    fn from(_: Malformed) -> Self {
        Self::Malformed
    }
}
