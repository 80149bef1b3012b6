//! Outcomes: success and failure need proof; anything else is unknown.

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use super::codes::Advice;
use crate::named::named;
use crate::operation::Operation;
use crate::table::data::{Data, Malformed};

/// The outcome of a request.
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

    /// The outcome of a request that can't be read.
    #[cfg(target_arch = "wasm32")]
    pub(crate) const fn unreadable(operation: Option<Operation>, http_status: Option<u16>) -> Self {
        Self::new(operation, http_status, Verdict::unknown(Reason::RequestUnreadable))
    }

    /// The request's operation; `None` if the request can't be read.
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
                // An operation that moves no money may be sent again.
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
    /// It moved, and the answer proves it
    Success(Data),
    /// It did not move, and the answer proves it
    Failure {
        /// iyzico's error
        error: ApiError,
        /// What to do next
        advice: Advice,
    },
    /// The answer proves neither: read back before anything else
    Unknown {
        /// The reason
        reason: Reason,
        /// iyzico's error, if it refused without proof
        error: Option<ApiError>,
    },
}

impl Verdict {
    pub(crate) const fn unknown(reason: Reason) -> Self {
        Self::Unknown { reason, error: None }
    }
}

/// An error of iyzico's.
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

    /// The group, which errors of banks have.
    pub fn group(&self) -> Option<&str> {
        self.group.as_deref()
    }

    /// The message, in the request's language.
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// Whether iyzico says that the request can be tried again; `None` if it says nothing.
    pub const fn retryable(&self) -> Option<bool> {
        self.retryable
    }
}

named! {
    /// Why an outcome is unknown.
    Reason {
        /// The answer says success and names an error, or is an unsigned success under an HTTP status of 400 or more.
        Contradiction = "contradiction",
        /// The answer is about another payment, item, amount, currency or conversation.
        EchoMismatch = "echo-mismatch",
        /// The answer is empty.
        Empty = "empty",
        /// iyzico or a gateway refused under the HTTP status of a time-out, a limit or a server failure.
        HttpStatus = "http-status",
        /// The answer is JSON, but not an answer of this API.
        Malformed = "malformed",
        /// No answer came.
        NoAnswer = "no-answer",
        /// The answer is not JSON: cut off, HTML of a proxy, or anything else.
        NotJson = "not-json",
        /// The argument is not an answer: pass `{ status, text }`, or `null` when none came.
        NotText = "not-text",
        /// The answer is a redirect.
        Redirect = "redirect",
        /// The request is not one of this package's, or was altered.
        RequestUnreadable = "request-unreadable",
        /// The answer says success, but lacks the signature that it must have.
        SignatureMissing = "signature-missing",
        /// The answer says success, but its signature is not this merchant's.
        SignatureWrong = "signature-wrong",
        /// The bank or iyzico did not finish in time, or its error leaves a doubt.
        TimeoutCode = "timeout-code",
        /// The answer is longer than any real one.
        TooLarge = "too-large",
        /// iyzico refused with a code that proves nothing: it is not published, or not spelled as iyzico spells codes.
        UnlistedCode = "unlisted-code",
    }
}

impl From<Malformed> for Reason {
    fn from(_: Malformed) -> Self {
        Self::Malformed
    }
}
