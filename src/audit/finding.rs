//! Findings: how the books and iyzico's list differ.

use serde::Serialize;

use crate::named::named;
use crate::readback::Evidence;

/// A difference between the books and the list, or something that the lists don't decide.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Finding {
    /// The kind of difference
    pub kind: FindingKind,
    /// The reason
    pub reason: Cause,
    /// The entry's id; `None` for a row without an entry
    pub entry: Option<String>,
    /// The rows of the list
    pub rows: Vec<Evidence>,
    /// A sentence for people
    pub message: String,
}

named! {
    /// How the books and the list differ.
    FindingKind {
        /// The books and the list both have it, with different amounts, currencies or targets.
        Different = "different",
        /// It is open in the books and on the list: it happened.
        Landed = "landed",
        /// The books say that it did not happen, and it is on the list.
        Late = "late",
        /// The books say that it happened, and it is on none of the three lists.
        Missing = "missing",
        /// These lists don't decide it.
        Undecided = "undecided",
        /// It is on the list, and belongs to no entry of the books.
        Unexpected = "unexpected",
    }
}

named! {
    /// The reason of a finding.
    Cause {
        /// It is on no list.
        Absent = "absent",
        /// The amount differs, or the sum of the rows does.
        Amount = "amount",
        /// The currency differs.
        Currency = "currency",
        /// A row is neither approved nor rejected: it may be in review.
        DoubtfulRow = "doubtful-row",
        /// A row with its id was made more than ten minutes before it was sent: the id was used before.
        EarlierRow = "earlier-row",
        /// The list of the day has no row at all, although the books say that something happened: it may be another day's list, or
        /// not be ready yet.
        EmptyList = "empty-list",
        /// A list is incomplete, or changed while it was read.
        Incomplete = "incomplete",
        /// It is on the list.
        Listed = "listed",
        /// iyzico's list shows it as rejected.
        Rejected = "rejected",
        /// The row with its id is of another item or payment.
        Target = "target",
        /// The lists were read less than 25 hours after it was sent: they lag.
        TooEarly = "too-early",
        /// The payment has too many rows to try all their sums.
        TooManyRows = "too-many-rows",
        /// A row has no amount, or two that differ.
        UnclearAmount = "unclear-amount",
        /// It is not documented where iyzico lists this operation, so its absence proves nothing.
        Unlisted = "unlisted",
    }
}
