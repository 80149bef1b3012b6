//! The report: what agrees, what differs, what stays undecided, and the sums.

use serde::Serialize;
use time::Date;

use super::day::day_of;
use super::entry::{Books, Entry};
use super::finding::{Cause, Finding, FindingKind};
use super::matching::{Difference, Found, Left};
use super::message;
use super::pages::{ListState, Pages};
use super::row::{Row, sum};
use crate::amount::Amount;
use crate::issue::Locale;
use crate::operation::Operation;
use crate::readback::{Evidence, State};

/// The result of an audit.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Report {
    /// The audited day
    #[serde(serialize_with = "super::day::shown")]
    pub day: Option<Date>,
    /// Whether all three lists were read whole; otherwise nothing is called missing
    pub complete: bool,
    /// The lists of the day before, the day itself, and the day after
    pub lists: Vec<Listed>,
    /// The sums of each currency
    pub totals: Vec<Total>,
    /// The findings, in the order of the books and then of the list
    pub findings: Vec<Finding>,
    /// The entries that the list confirms
    pub confirmed: Vec<Confirmed>,
}

/// How much of a day's list was read.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Listed {
    /// The day of the list
    #[serde(serialize_with = "super::day::shown")]
    pub day: Option<Date>,
    /// The state of the list
    pub state: ListState,
    /// How many pages were read
    pub read: usize,
    /// How many pages there are; 0 if none was read
    pub pages: usize,
}

/// An entry that the list confirms.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Confirmed {
    /// The entry's id
    pub entry: String,
    /// The ids of its rows
    pub rows: Vec<Option<String>>,
}

/// The sums of one currency; a sum is `None` if it has too many digits.
///
/// `booked` is `confirmed`, `missing` and the booked sides of `different` and `undecided` together; `listed` is `confirmed`,
/// `landed`, `late`, `unexpected` and the listed sides of `different` and `undecided`.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Total {
    /// The currency; `None` if neither the books nor the list name one
    pub currency: Option<String>,
    /// The amounts that happened according to the books; for a cancel whose amount the books don't know, the list's
    pub booked: Option<Amount>,
    /// The amounts that the list shows as carried out
    pub listed: Option<Amount>,
    /// The entries that the list confirms
    pub confirmed: Option<Amount>,
    /// The sum of the `missing` findings
    pub missing: Option<Amount>,
    /// The sum of the `unexpected` findings
    pub unexpected: Option<Amount>,
    /// The sum of the `late` findings
    pub late: Option<Amount>,
    /// The sum of the `landed` findings
    pub landed: Option<Amount>,
    /// The sums of the `different` findings
    pub different: TwoSides,
    /// The sums of the `undecided` findings
    pub undecided: TwoSides,
}

/// A sum by the books and by the list.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct TwoSides {
    /// The sum by the books
    pub booked: Option<Amount>,
    /// The sum of the amounts that the list shows as carried out
    pub listed: Option<Amount>,
}

impl Listed {
    pub(super) fn new(day: Option<Date>, pages: &Pages) -> Self {
        Self {
            day,
            state: pages.state(),
            read: pages.read(),
            pages: pages.total(),
        }
    }
}

/// The settings and lists of a report.
pub(super) struct Frame {
    pub(super) day: Date,
    /// When the lists were read, by the earliest of all clocks.
    pub(super) asked_at: i64,
    pub(super) locale: Locale,
    pub(super) is_complete: bool,
    /// Whether the list of the day has no row at all.
    pub(super) is_empty: bool,
}

/// The verdict on an entry.
enum Verdict {
    Agrees,
    Finding(FindingKind, Cause),
    /// Neither the books nor the list say that it happened.
    Nothing,
}

impl Frame {
    pub(super) fn report<'a>(
        &self,
        lists: Vec<Listed>,
        found: impl Iterator<Item = (&'a Entry, Found<'a>)>,
        left: Vec<Left<'a>>,
    ) -> Report {
        let mut sums = Sums::default();
        let mut findings = Vec::new();
        let mut confirmed = Vec::new();
        for (entry, found) in found.filter(|(entry, found)| self.belongs(entry, found)) {
            let verdict = self.verdict(entry, &found);
            sums.add(entry, &found.rows, &verdict);
            match verdict {
                Verdict::Agrees => confirmed.push(Confirmed {
                    entry: entry.id.clone(),
                    rows: found.rows.iter().map(|row| row.id.clone()).collect(),
                }),
                Verdict::Finding(kind, reason) => findings.push(Finding {
                    kind,
                    reason,
                    entry: Some(entry.id.clone()),
                    rows: shown(found.rows.iter().copied().chain(found.rejected)),
                    message: message::of_entry(self.locale, entry, &found, kind, reason),
                }),
                Verdict::Nothing => {}
            }
        }
        for Left { row, may_be_a_part } in left.into_iter().filter(|left| left.row.day == self.day) {
            let (kind, reason) = self.of_nobody(row, may_be_a_part);
            sums.add_row(row, kind);
            findings.push(Finding {
                kind,
                reason,
                entry: None,
                rows: shown([row]),
                message: message::of_row(self.locale, row, kind, reason),
            });
        }
        Report {
            day: Some(self.day),
            complete: self.is_complete,
            lists,
            totals: sums.0,
            findings,
            confirmed,
        }
    }

    /// Whether the entry belongs to this day: by its first row or, without rows, by when it was sent.
    fn belongs(&self, entry: &Entry, found: &Found<'_>) -> bool {
        let day = found.rows.iter().map(|row| row.day).min().or(entry.day);
        day == Some(self.day)
    }

    fn verdict(&self, entry: &Entry, found: &Found<'_>) -> Verdict {
        if found.rows.is_empty() {
            return self.absent(entry, found);
        }
        if let Some(doubt) = self.doubt(entry, found) {
            return Verdict::Finding(FindingKind::Undecided, doubt);
        }
        match (entry.books, differs(entry, found)) {
            (Books::Done, Some(cause)) => Verdict::Finding(FindingKind::Different, cause),
            (Books::Done, None) => Verdict::Agrees,
            // A cancel is of the whole payment, whatever amount the books have.
            (Books::Open, _) => Verdict::Finding(FindingKind::Landed, Cause::Listed),
            (Books::NotDone, _) => Verdict::Finding(FindingKind::Late, Cause::Listed),
        }
    }

    /// Why the rows of an entry don't decide.
    fn doubt(&self, entry: &Entry, found: &Found<'_>) -> Option<Cause> {
        let any = |is: &dyn Fn(&Row) -> bool| found.rows.iter().any(|row| is(row));
        if any(&|row| row.state == State::Doubtful) {
            Some(Cause::DoubtfulRow)
        } else if any(&|row| row.is_older_than(entry)) {
            Some(Cause::EarlierRow)
        } else if any(&|row| row.has_two_amounts() || row.amount().is_none()) {
            Some(Cause::UnclearAmount)
        } else {
            // A missing row may be on a page that was not read, or not be listed yet.
            differs(entry, found).and_then(|_| self.lack(entry.sent_at))
        }
    }

    /// Why the absence of a request that was sent at this time proves nothing; `None` if it counts.
    fn lack(&self, time: i64) -> Option<Cause> {
        if !self.is_complete {
            Some(Cause::Incomplete)
        } else if self.is_empty {
            Some(Cause::EmptyList)
        } else if self.is_too_early(time) {
            Some(Cause::TooEarly)
        } else {
            None
        }
    }

    /// The verdict on an entry without rows.
    fn absent(&self, entry: &Entry, found: &Found<'_>) -> Verdict {
        let undecided = |cause| Verdict::Finding(FindingKind::Undecided, cause);
        match entry.books {
            Books::NotDone => Verdict::Nothing,
            _ if found.is_given_up => undecided(Cause::TooManyRows),
            _ if entry.operation == Operation::RefundChargedFromMerchant => undecided(Cause::Unlisted),
            books => match self.lack(entry.sent_at) {
                Some(lack) => undecided(lack),
                None if books == Books::Open => undecided(Cause::Absent),
                None if found.rejected.is_some() => Verdict::Finding(FindingKind::Missing, Cause::Rejected),
                None => Verdict::Finding(FindingKind::Missing, Cause::Absent),
            },
        }
    }

    fn is_too_early(&self, time: i64) -> bool {
        let is_same_day = day_of(self.asked_at).is_none_or(|day| day <= self.day);
        is_same_day || self.asked_at.saturating_sub(time) < LAG
    }

    /// The finding of a row without an entry.
    fn of_nobody(&self, row: &Row, may_be_a_part: bool) -> (FindingKind, Cause) {
        if row.state == State::Doubtful {
            return (FindingKind::Undecided, Cause::DoubtfulRow);
        }
        // It may be part of an entry whose other parts are missing.
        let lack = if may_be_a_part {
            self.lack(row.made_at.unwrap_or(self.asked_at))
        } else {
            None
        };
        match lack {
            Some(lack) => (FindingKind::Undecided, lack),
            None => (FindingKind::Unexpected, Cause::Listed),
        }
    }
}

/// The longest time until the list shows a request: up to a day for the list, and part of an hour for the request itself. One
/// list is known to have shown no payment of its day for hours. An assumption, see SECURITY.md.
const LAG: i64 = 25 * 60 * 60 * 1000;

fn differs(entry: &Entry, found: &Found<'_>) -> Option<Cause> {
    match found.difference {
        Some(Difference::Amount) => Some(Cause::Amount),
        Some(Difference::Currency) => Some(Cause::Currency),
        Some(Difference::Target) => Some(Cause::Target),
        None => {
            let sum = sum(&found.rows);
            let is_other = entry.amount.is_some_and(|amount| sum != Some(amount));
            is_other.then_some(Cause::Amount)
        }
    }
}

fn shown<'a>(rows: impl IntoIterator<Item = &'a Row>) -> Vec<Evidence> {
    rows.into_iter().map(Row::shown).collect()
}

/// The sums of each currency, in order of appearance.
#[derive(Default)]
struct Sums(Vec<Total>);

impl Sums {
    fn add(&mut self, entry: &Entry, rows: &[&Row], verdict: &Verdict) {
        let kind = match verdict {
            Verdict::Agrees => None,
            Verdict::Finding(kind, _) => Some(*kind),
            Verdict::Nothing => return,
        };
        let row_currency = rows.iter().find_map(|row| row.currency.as_ref());
        let carried_out = rows.iter().filter(|row| row.state == State::CarriedOut);
        let listed = Amount::sum(carried_out.filter_map(|row| row.amount()));
        if entry.books == Books::Done {
            let currency = entry.currency.as_ref().or(row_currency);
            // The books don't know the amount: take the list's.
            self.book(currency, kind, entry.amount.or(listed));
        }
        self.list(row_currency.or(entry.currency.as_ref()), kind, listed);
    }

    fn add_row(&mut self, row: &Row, kind: FindingKind) {
        if row.state == State::CarriedOut {
            let amount = row.amount().unwrap_or(Amount::ZERO);
            self.list(row.currency.as_ref(), Some(kind), Some(amount));
        }
    }

    fn book(&mut self, currency: Option<&String>, kind: Option<FindingKind>, amount: Option<Amount>) {
        if let Some(total) = self.of(currency) {
            add(Some(&mut total.booked), amount);
            add(total.booked_side(kind), amount);
        }
    }

    fn list(&mut self, currency: Option<&String>, kind: Option<FindingKind>, amount: Option<Amount>) {
        if let Some(total) = self.of(currency) {
            add(Some(&mut total.listed), amount);
            add(total.listed_side(kind), amount);
        }
    }

    fn of(&mut self, currency: Option<&String>) -> Option<&mut Total> {
        let is_same = |total: &Total| total.currency.as_ref() == currency;
        if !self.0.iter().any(is_same) {
            self.0.push(Total::new(currency.cloned()));
        }
        self.0.iter_mut().find(|total| is_same(total))
    }
}

fn add(sum: Option<&mut Option<Amount>>, amount: Option<Amount>) {
    if let Some(sum) = sum {
        *sum = sum.zip(amount).and_then(|(sum, amount)| sum.plus(amount));
    }
}

impl Total {
    const fn new(currency: Option<String>) -> Self {
        const NONE: Option<Amount> = Some(Amount::ZERO);
        const NEITHER: TwoSides = TwoSides {
            booked: NONE,
            listed: NONE,
        };
        Self {
            currency,
            booked: NONE,
            listed: NONE,
            confirmed: NONE,
            missing: NONE,
            unexpected: NONE,
            late: NONE,
            landed: NONE,
            different: NEITHER,
            undecided: NEITHER,
        }
    }

    const fn booked_side(&mut self, kind: Option<FindingKind>) -> Option<&mut Option<Amount>> {
        match kind {
            None => Some(&mut self.confirmed),
            Some(FindingKind::Missing) => Some(&mut self.missing),
            Some(FindingKind::Different) => Some(&mut self.different.booked),
            Some(FindingKind::Undecided) => Some(&mut self.undecided.booked),
            Some(FindingKind::Landed | FindingKind::Late | FindingKind::Unexpected) => None,
        }
    }

    const fn listed_side(&mut self, kind: Option<FindingKind>) -> Option<&mut Option<Amount>> {
        match kind {
            Some(FindingKind::Different) => Some(&mut self.different.listed),
            Some(FindingKind::Landed) => Some(&mut self.landed),
            Some(FindingKind::Late) => Some(&mut self.late),
            Some(FindingKind::Undecided) => Some(&mut self.undecided.listed),
            Some(FindingKind::Unexpected) => Some(&mut self.unexpected),
            // It is counted on the other side.
            Some(FindingKind::Missing) | None => None,
        }
    }
}
