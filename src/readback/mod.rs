//! Read-back: what iyzico's own books say of a request whose outcome is unknown, and what may still be given back.

mod alike;
mod card;
mod clock;
mod picture;
pub(crate) mod refundable;
mod terminal;

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use serde::ser::{Serialize, Serializer};

pub use self::clock::Times;
pub use self::picture::State;
use crate::amount::Amount;
use crate::answer::{HttpAnswer, Received};
use crate::draft::asked_for;
use crate::field::rule::Form;
use crate::json::{self, ObjectWriter};
use crate::operation::{Access, Operation};
use crate::outcome::Reason;

/// What is known about the question whose answer is weighed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Inquiry<'a> {
    /// When the request was sent and when iyzico was asked; without them an absence never counts. For a draft that was never
    /// sent, `sent_at` is when it was made: nothing older can be it
    pub times: Option<Times>,
    /// The body of the `terminal.transactionStatus` question, where the answer itself does not repeat the reference
    pub question: Option<&'a str>,
}

/// Whether a request was carried out, with the evidence.
#[derive(Clone, Debug)]
pub struct Reconciliation {
    verdict: Landing,
    reversals: Vec<Evidence>,
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

/// Declares an enum once: each variant with its name in JavaScript.
macro_rules! named {
    ($(#[$about:meta])+ $enum:ident { $($(#[doc = $doc:literal])+ $variant:ident = $name:literal,)+ }) => {
        $(#[$about])+
        #[derive(Clone, Copy, Debug, Eq, PartialEq)]
        #[non_exhaustive]
        pub enum $enum {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl $enum {
            /// Every one.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name in JavaScript.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }

            /// What it means.
            pub const fn doc(self) -> crate::doc::Doc {
                match self {
                    $(Self::$variant => crate::doc::Doc::new(concat!($($doc),+)),)+
                }
            }
        }
    };
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

/// A row of iyzico's that belongs to the request, or leaves the doubt whether it does.
#[derive(Clone, Debug)]
pub(crate) struct Evidence {
    /// iyzico's id of the row.
    id: Option<String>,
    /// The conversationId or transactionReferenceId as iyzico shows it.
    reference: Option<String>,
    payment_id: Option<String>,
    payment_transaction_id: Option<String>,
    amount: Option<i128>,
    currency: Option<String>,
    created_date: Option<String>,
    host_reference: Option<String>,
    state: State,
}

impl Reconciliation {
    /// Weighs all that iyzico answers about a request that was sent: to `paymentDetails` of its payment, or to
    /// `terminal.transactionStatus` of its own reference. `body` is the request's.
    ///
    /// A landing is proven by rows under the request's own id; an absence only by an answer that is late enough and
    /// explains itself without the request. Whatever proves neither is ambiguous.
    pub fn of_request(operation: &str, body: &str, answer: Option<HttpAnswer<'_>>, inquiry: Inquiry<'_>) -> Self {
        Self::weigh(operation, body, answer.ok_or(Reason::NoAnswer), Weighing::Sent(inquiry))
    }

    /// Weighs the same for a draft that was never sent: whether iyzico's books already show it, or something that could be it.
    ///
    /// Nothing was sent, so no time has to pass; everything else applies.
    pub fn of_draft(operation: &str, body: &str, answer: Option<HttpAnswer<'_>>, inquiry: Inquiry<'_>) -> Self {
        Self::weigh(
            operation,
            body,
            answer.ok_or(Reason::NoAnswer),
            Weighing::Unsent(inquiry),
        )
    }

    pub(crate) fn weigh(operation: &str, body: &str, received: Received<'_>, weighing: Weighing<'_>) -> Self {
        let operation = Operation::find(operation).filter(|operation| operation.moves_money());
        let asked = operation.and_then(|operation| Some((operation, asked_for(operation, body, Form::Asked).ok()?)));
        match asked {
            Some((operation, asked)) if operation.access() == Access::Terminal => {
                terminal::weigh(operation, asked, received, weighing)
            }
            Some((operation, asked)) => card::weigh(operation, &asked, received, weighing),
            None => Self::doubt(Doubt::RequestUnreadable),
        }
    }

    pub(crate) const fn doubt(doubt: Doubt) -> Self {
        Self::new(Landing::Ambiguous(doubt), Vec::new())
    }

    const fn new(verdict: Landing, reversals: Vec<Evidence>) -> Self {
        Self { verdict, reversals }
    }

    /// The verdict with its reason.
    pub const fn verdict(&self) -> Landing {
        self.verdict
    }

    /// The reconciliation as JSON text.
    pub fn to_json(&self) -> String {
        json::text(|out| self.write(out))
    }

    pub(crate) fn write(&self, out: &mut String) {
        let mut object = ObjectWriter::new(out);
        object.plain("verdict", self.verdict.as_str());
        object.plain("reason", self.verdict.reason());
        let out = object.name("reversals");
        out.push('[');
        for (at, reversal) in self.reversals.iter().enumerate() {
            out.push_str(if at > 0 { "," } else { "" });
            reversal.write(out);
        }
        out.push(']');
        object.end();
    }
}

impl Serialize for Reconciliation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        json::serialize(&self.to_json(), serializer)
    }
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

/// Whether a request was sent, and what is known about it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Weighing<'a> {
    Sent(Inquiry<'a>),
    Unsent(Inquiry<'a>),
}

impl<'a> Weighing<'a> {
    const fn inquiry(self) -> Inquiry<'a> {
        match self {
            Self::Sent(inquiry) | Self::Unsent(inquiry) => inquiry,
        }
    }

    fn times(self) -> Option<Times> {
        self.inquiry().times.filter(|times| times.are_milliseconds())
    }

    /// The verdict on a request that is nowhere to be seen: an absence counts only if it is late enough.
    fn absence(self, how: Absence, system_time: Option<i64>, lag: i64) -> Result<Landing, Doubt> {
        match self {
            Self::Unsent(_) => {
                // A copy of an older answer can't rule out what was done since.
                self.times().map_or(Ok(()), |times| times.agrees_with(system_time))?;
                Ok(Landing::Clear(how))
            }
            Self::Sent(_) => {
                let times = self.times().ok_or(Doubt::NoTimes)?;
                times.are_late_enough(system_time, lag)?;
                Ok(Landing::NotLanded(how))
            }
        }
    }
}

impl Evidence {
    fn write(&self, out: &mut String) {
        let mut object = ObjectWriter::new(out);
        let amount = self.amount.and_then(Amount::from_units);
        for (name, text) in [
            ("id", self.id.as_deref()),
            ("reference", self.reference.as_deref()),
            ("paymentId", self.payment_id.as_deref()),
            ("paymentTransactionId", self.payment_transaction_id.as_deref()),
            ("amount", amount.as_ref().map(Amount::as_str)),
            ("currency", self.currency.as_deref()),
            ("createdDate", self.created_date.as_deref()),
            ("hostReference", self.host_reference.as_deref()),
            ("state", Some(self.state.as_str())),
        ] {
            object.optional(name, text);
        }
        object.end();
    }
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

fn owned(text: Option<&str>) -> Option<String> {
    text.filter(|text| !text.is_empty()).map(ToOwned::to_owned)
}
