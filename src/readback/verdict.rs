//! The verdict of a read-back, with reason and evidence.

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use crate::amount::Amount;
use crate::answer::outcome::Reason;
use crate::named::named;
use crate::table::data::Malformed;

/// Whether a request was carried out, with the evidence.
#[derive(Clone, Debug)]
pub struct Reconciliation {
    verdict: Landing,
    reversals: Vec<Evidence>,
}

impl Reconciliation {
    pub(super) const fn new(verdict: Landing, reversals: Vec<Evidence>) -> Self {
        Self { verdict, reversals }
    }

    pub(crate) const fn doubt(doubt: Doubt) -> Self {
        Self::new(Landing::Ambiguous(doubt), Vec::new())
    }

    /// The verdict with its reason.
    pub const fn verdict(&self) -> Landing {
        self.verdict
    }

    /// The rows that belong to the request, or may.
    pub fn reversals(&self) -> &[Evidence] {
        &self.reversals
    }
}

impl Serialize for Reconciliation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Reconciliation", 3)?;
        object.serialize_field("verdict", self.verdict.as_str())?;
        object.serialize_field("reason", self.verdict.reason())?;
        object.serialize_field("reversals", &self.reversals)?;
        object.end()
    }
}

/// Whether a request was carried out.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Landing {
    /// The answer doesn't decide
    Ambiguous(Doubt),
    /// The draft was never carried out (of a draft that was never sent)
    Clear(Absence),
    /// It was carried out, once
    Landed,
    /// It was not carried out: everything in the answer is explained without it
    NotLanded(Absence),
}

/// Why a request counts as not carried out.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Absence {
    /// No row shows it
    Absent,
    /// A row shows it as failed
    Failed,
}

impl Landing {
    /// The literal of the verdict in JavaScript.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ambiguous(_) => "ambiguous",
            Self::Clear(_) => "clear",
            Self::Landed => "landed",
            Self::NotLanded(_) => "not-landed",
        }
    }

    /// The literal of the reason in JavaScript.
    pub const fn reason(self) -> &'static str {
        match self {
            Self::Ambiguous(doubt) => doubt.as_str(),
            Self::Clear(Absence::Absent) | Self::NotLanded(Absence::Absent) => "absent",
            Self::Landed => "carried-out",
            Self::Clear(Absence::Failed) | Self::NotLanded(Absence::Failed) => "failed",
        }
    }
}

named! {
    /// Why an answer doesn't decide.
    Doubt {
        /// The answer's `systemTime` and `askedAt` differ by more than two minutes: a clock is wrong, or the answer is an old copy.
        ClockSkew = "clock-skew",
        /// iyzico's summary, lists and amounts contradict each other. Ask again.
        Contradiction = "contradiction",
        /// A row that may be this request's is neither plainly carried out nor plainly failed.
        DoubtfulRow = "doubtful-row",
        /// A row with its id was made more than ten minutes before it was sent: the id was used before.
        EarlierRow = "earlier-row",
        /// A row with its id is of another item, list or currency.
        Elsewhere = "elsewhere",
        /// The answer's HTTP status means a time-out, a limit or a server failure.
        HttpStatus = "http-status",
        /// The answer lacks a list, an item or a figure that would decide.
        Incomplete = "incomplete",
        /// No answer came.
        NoAnswer = "no-answer",
        /// A row without an id fits, or a row fits and the request has no id.
        NoConversationId = "no-conversation-id",
        /// iyzico knows the operation, but has no bank reference of it: it is under way or was abandoned.
        NoHostReference = "no-host-reference",
        /// The answer does not contain the payment or item.
        NotFound = "not-found",
        /// The argument is not an answer: pass `{ status, text }`, or `null` when none came.
        NotText = "not-text",
        /// `sentAt` or `askedAt` is missing, or not in epoch milliseconds. Without them an absence never counts.
        NoTimes = "no-times",
        /// The rows with its id add up to another amount: a part of it, or twice as much.
        OtherAmount = "other-amount",
        /// The answer may not be about this operation's own `transactionReferenceId`.
        OtherQuestion = "other-question",
        /// iyzico refused the question.
        Refused = "refused",
        /// The request moves no money, or can't be read.
        RequestUnreadable = "request-unreadable",
        /// A row has an id that may be this request's: trimmed, cut, in another case or character set, or turned into a number.
        SimilarId = "similar-id",
        /// It is too soon after sending: the request may still be on its way, or not show yet.
        TooEarly = "too-early",
        /// It is not documented where iyzico lists this operation, so its absence proves nothing.
        Unlisted = "unlisted",
        /// The answer can't be read.
        Unreadable = "unreadable",
    }
}

named! {
    /// Whether an attempt was carried out.
    State {
        /// Status 1 and no error.
        CarriedOut = "carried-out",
        /// Neither plainly carried out nor plainly failed.
        Doubtful = "doubtful",
        /// Status 0 and a code published as "not done".
        Failed = "failed",
    }
}

/// A row of iyzico's that belongs to the request, or may.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Evidence {
    /// iyzico's id of the row
    pub id: Option<String>,
    /// The conversationId or transactionReferenceId as iyzico shows it
    pub reference: Option<String>,
    /// The id of its payment
    pub payment_id: Option<String>,
    /// The id of its item; `None` for a cancel
    pub payment_transaction_id: Option<String>,
    /// The refunded amount
    pub amount: Option<Amount>,
    /// Its currency, or the payment's if the row has none
    pub currency: Option<String>,
    /// Its date, as iyzico writes it
    pub created_date: Option<String>,
    /// The bank's reference
    pub host_reference: Option<String>,
    /// Whether it was carried out
    pub state: State,
}

/// The text, unless it is empty.
pub(crate) fn non_empty(text: Option<&str>) -> Option<String> {
    text.filter(|text| !text.is_empty()).map(ToOwned::to_owned)
}

impl From<Reason> for Doubt {
    fn from(reason: Reason) -> Self {
        match reason {
            Reason::NoAnswer => Self::NoAnswer,
            Reason::NotText => Self::NotText,
            Reason::Contradiction => Self::Contradiction,
            Reason::HttpStatus | Reason::Redirect => Self::HttpStatus,
            Reason::EchoMismatch => Self::OtherQuestion,
            Reason::TimeoutCode | Reason::UnlistedCode => Self::Refused,
            _ => Self::Unreadable,
        }
    }
}

impl From<Malformed> for Doubt {
    fn from(_: Malformed) -> Self {
        Self::Unreadable
    }
}
