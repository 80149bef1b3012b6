//! What read-back finds, with its reason and its evidence.

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

    /// The rows that belong to the request, or leave the doubt whether they do.
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
    /// Nobody can tell from this answer
    Ambiguous(Doubt),
    /// Of a draft that was never sent: iyzico's books rule out that it was carried out before
    Clear(Absence),
    /// It was carried out, once
    Landed,
    /// It was not carried out, and everything in the answer is explained without it
    NotLanded(Absence),
}

/// How a request is not there.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Absence {
    /// It stands nowhere
    Absent,
    /// It stands there as an attempt that failed
    Failed,
}

impl Landing {
    /// The verdict's name in JavaScript.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ambiguous(_) => "ambiguous",
            Self::Clear(_) => "clear",
            Self::Landed => "landed",
            Self::NotLanded(_) => "not-landed",
        }
    }

    /// The reason's name in JavaScript.
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
        /// The answer's `systemTime` and `askedAt` differ by more than two minutes: a wrong clock, or a copy of an older answer.
        ClockSkew = "clock-skew",
        /// iyzico's summary, lists and amounts contradict each other; ask again.
        Contradiction = "contradiction",
        /// A row that may be this request says neither that it was carried out nor that it failed.
        DoubtfulRow = "doubtful-row",
        /// A row under its id was made more than ten minutes before it was sent: somebody used the id before.
        EarlierRow = "earlier-row",
        /// Its id stands at another item, in another list or in another currency.
        Elsewhere = "elsewhere",
        /// The answer comes with an HTTP status that a gateway gives.
        HttpStatus = "http-status",
        /// A list, an item or a figure that would decide is left out.
        Incomplete = "incomplete",
        /// No answer came.
        NoAnswer = "no-answer",
        /// A row without an id, or the request has none, and the rest of it fits.
        NoConversationId = "no-conversation-id",
        /// iyzico knows the operation, but not the bank's reference of it: it is under way, or was given up.
        NoHostReference = "no-host-reference",
        /// The payment or item is not in the answer.
        NotFound = "not-found",
        /// What was passed is not an answer: pass `{ status, text }`, or `null` when none came.
        NotText = "not-text",
        /// `sentAt` or `askedAt` is missing or not in epoch milliseconds; without them an absence never counts.
        NoTimes = "no-times",
        /// The rows under its id add up to another amount: a part of it, or twice the same.
        OtherAmount = "other-amount",
        /// The answer is not known to be about this operation's own `transactionReferenceId`.
        OtherQuestion = "other-question",
        /// iyzico refused the question.
        Refused = "refused",
        /// The request is not one that moves money, or can't be read.
        RequestUnreadable = "request-unreadable",
        /// An id that may be this request's, trimmed, cut, in another case or character set, or turned into a number.
        SimilarId = "similar-id",
        /// Asked too soon after the sending: it may still be on its way, or not show yet.
        TooEarly = "too-early",
        /// Nobody knows where iyzico lists this operation, so an absence says nothing.
        Unlisted = "unlisted",
        /// The answer can't be read.
        Unreadable = "unreadable",
    }
}

named! {
    /// What became of an attempt.
    State {
        /// Status 1, and no error beside it.
        CarriedOut = "carried-out",
        /// Anything that is neither plainly carried out nor plainly failed.
        Doubtful = "doubtful",
        /// Status 0, and an error that proves that nothing moved.
        Failed = "failed",
    }
}

/// A row of iyzico's that belongs to the request, or leaves the doubt whether it does.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Evidence {
    /// iyzico's id of the row
    pub id: Option<String>,
    /// The conversationId or transactionReferenceId as iyzico shows it
    pub reference: Option<String>,
    /// The payment it stands at
    pub payment_id: Option<String>,
    /// The item it stands at; none for a cancel
    pub payment_transaction_id: Option<String>,
    /// What it gives back
    pub amount: Option<Amount>,
    /// Its currency, or the payment's where the row has none
    pub currency: Option<String>,
    /// When it was made, as iyzico writes it
    pub created_date: Option<String>,
    /// The bank's reference
    pub host_reference: Option<String>,
    /// What became of it
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
