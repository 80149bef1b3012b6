//! What the books and the list do not agree about.

use serde::Serialize;

use crate::named::named;
use crate::readback::Evidence;

/// One thing that the books and the list do not agree about, or that can't be told.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Finding {
    /// What it is
    pub kind: FindingKind,
    /// Why
    pub reason: Cause,
    /// The entry's id in the books; none where there is no entry
    pub entry: Option<String>,
    /// The rows of the list
    pub rows: Vec<Evidence>,
    /// The same for people
    pub message: String,
}

named! {
    /// What the books and the list do not agree about.
    FindingKind {
        /// It happened by the books; the list has it with another amount, currency or target.
        Different = "different",
        /// It is open in the books and on the list: it happened.
        Landed = "landed",
        /// It did not happen by the books, and is on the list.
        Late = "late",
        /// It happened by the books, and is on no list of the day or the days beside it.
        Missing = "missing",
        /// Nobody can tell by these lists.
        Undecided = "undecided",
        /// It is on the list, and no entry of the books asked for it.
        Unexpected = "unexpected",
    }
}

named! {
    /// Why a finding is what it is.
    Cause {
        /// It is on no list.
        Absent = "absent",
        /// The amount is another, or the rows add up to another.
        Amount = "amount",
        /// The currency is another.
        Currency = "currency",
        /// A row is neither plainly carried out nor plainly rejected: it may be held for a review.
        DoubtfulRow = "doubtful-row",
        /// A row under its id was made more than ten minutes before it was sent: somebody used the id before.
        EarlierRow = "earlier-row",
        /// The list of the day is empty, without even a payment, though something happened by the books: it may be another day's, or
        /// not made yet.
        EmptyList = "empty-list",
        /// A list is incomplete or changed while it was read.
        Incomplete = "incomplete",
        /// It is on the list.
        Listed = "listed",
        /// iyzico's list shows it as rejected.
        Rejected = "rejected",
        /// It is under its id at another item or payment.
        Target = "target",
        /// The lists were asked for on the same day, or less than a day after the sending: they lag.
        TooEarly = "too-early",
        /// The payment has too many rows to try which of them add up.
        TooManyRows = "too-many-rows",
        /// A row has no amount, or two that differ.
        UnclearAmount = "unclear-amount",
        /// Nobody knows where iyzico lists this operation, so an absence says nothing.
        Unlisted = "unlisted",
    }
}
