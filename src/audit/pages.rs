//! The lists of days, page by page.

use std::collections::{HashMap, HashSet};

use serde::Serialize;
use time::Date;

use super::day::day_of;
use super::row::{Kind, Row};
use crate::answer::http::Received;
use crate::answer::judge::Judge;
use crate::answer::outcome::{Reason, Verdict};
use crate::named::named;
use crate::operation::Operation;
use crate::operations::card::answers::SYSTEM_TIME;
use crate::operations::card::transactions as list;
use crate::readback::clock::SKEW;
use crate::readback::verdict::non_empty;
use crate::request::Asked;
use crate::table::data::Data;
use crate::table::rule::read_day;
use crate::table::spec::Access;

/// The list of one day, as far as it has been read.
#[derive(Debug, Default)]
pub(super) struct Pages {
    total: usize,
    /// By number, in order.
    pages: Vec<(usize, Page)>,
    /// The number of the page of each row.
    seen: HashMap<Key, usize>,
    /// Whether the list changed while it was read: rows may have moved to a page that was read before.
    has_changed: bool,
    /// The oldest `systemTime` of its answers.
    pub(super) system_time: Option<i64>,
    /// The newest `systemTime` of its answers.
    newest: Option<i64>,
    /// Whether the list has no row at all, not even a payment.
    pub(super) is_empty: bool,
}

/// The part of a page that the audit uses.
#[derive(Debug, Default, Eq, PartialEq)]
struct Page {
    rows: Vec<Row>,
    /// The item and payment of each row.
    payments: Vec<(String, String)>,
}

/// The identity of a row: its type, id and item.
type Key = (String, String, Option<String>);

/// The effect of adding a page.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PageAdded {
    /// The state of its day's list now
    pub state: ListState,
    /// Why the page was not taken; `None` if it was
    pub reason: Option<PageDoubt>,
    /// The day of the request
    #[serde(serialize_with = "super::day::shown")]
    pub day: Option<Date>,
    /// The page to ask for next; `None` if the list is complete
    pub next: Option<usize>,
}

named! {
    /// Whether the list of a day has been read.
    ListState {
        /// The list changed while it was read. Begin again with page 1.
        Changed = "changed",
        /// All pages have been read.
        Complete = "complete",
        /// Pages are missing.
        Incomplete = "incomplete",
    }
}

named! {
    /// Why a page was not taken.
    PageDoubt {
        /// The answer's `systemTime` is more than two minutes before `askedAt`: it is an old copy.
        ClockSkew = "clock-skew",
        /// The answer's HTTP status means a time-out, a limit or a server failure.
        HttpStatus = "http-status",
        /// No answer came.
        NoAnswer = "no-answer",
        /// The argument is not an answer: pass `{ status, text }`, or `null` when none came.
        NotText = "not-text",
        /// A row is of another day than the request, or the request is of a day that the audit doesn't need.
        OtherDay = "other-day",
        /// The answer is another page than the one asked for.
        OtherPage = "other-page",
        /// iyzico refused the question.
        Refused = "refused",
        /// The request is not a `transactions` request, or can't be read.
        RequestUnreadable = "request-unreadable",
        /// The answer can't be read.
        Unreadable = "unreadable",
    }
}

impl PageAdded {
    /// Refuses a page that belongs to none of the audit's three lists.
    pub(crate) const fn refused(reason: PageDoubt) -> Self {
        Self {
            state: ListState::Incomplete,
            reason: Some(reason),
            day: None,
            next: None,
        }
    }
}

impl From<Reason> for PageDoubt {
    fn from(reason: Reason) -> Self {
        match reason {
            Reason::NoAnswer => Self::NoAnswer,
            Reason::NotText => Self::NotText,
            Reason::HttpStatus | Reason::Redirect => Self::HttpStatus,
            Reason::EchoMismatch => Self::OtherPage,
            Reason::TimeoutCode | Reason::UnlistedCode => Self::Refused,
            _ => Self::Unreadable,
        }
    }
}

/// The clocks of iyzico's servers may differ by this much, in milliseconds.
const SERVERS: i64 = 2_000;

/// The day and page of a `transactions` request.
pub(super) fn asked_for(asked: &Asked) -> Option<(Date, usize)> {
    let values = asked.values();
    let page = usize::try_from(values.integer(&list::PAGE)?).ok()?;
    let is_list = asked.operation() == Operation::Transactions;
    Some((read_day(values.text(&list::TRANSACTION_DATE)?)?, page)).filter(|_| is_list)
}

/// Reads the answer to a request for a page of `day`.
///
/// `asked_at` is just before the first page was asked for: an answer from before it is an old copy.
pub(super) fn read_page(asked: &Asked, received: Received<'_>, day: Date, asked_at: i64) -> Result<Data, PageDoubt> {
    let outcome = Judge::new(asked, None).read(Access::Merchant, received);
    let data = match outcome.into_verdict() {
        Verdict::Success(data) => data,
        Verdict::Failure { .. } => return Err(PageDoubt::Refused),
        Verdict::Unknown { reason, .. } => return Err(reason.into()),
    };
    if data
        .integer(&SYSTEM_TIME)
        .is_some_and(|clock| clock < asked_at.saturating_sub(SKEW))
    {
        return Err(PageDoubt::ClockSkew);
    }
    let is_of_day = |row: &Data| {
        let date = row.text(&list::DATE).and_then(super::day::read_date);
        date.is_none_or(|date| day_of(date) == Some(day))
    };
    if data.list(&list::TRANSACTIONS).iter().all(is_of_day) {
        Ok(data)
    } else {
        Err(PageDoubt::OtherDay)
    }
}

impl Pages {
    /// Adds a page. Page 1 starts the list again.
    pub(super) fn add(&mut self, number: usize, data: &Data, day: Date) {
        let total = data
            .integer(&list::TOTAL_PAGE_COUNT)
            .and_then(|total| usize::try_from(total).ok());
        let total = total.unwrap_or_default().max(1);
        if number == 1 {
            *self = Self {
                total,
                is_empty: true,
                ..Self::default()
            };
        }
        let (page, repeats) = self.page(number, data, day);
        self.has_changed |= repeats || total != self.total;
        self.is_empty &= data.list(&list::TRANSACTIONS).is_empty();
        let clock = data.integer(&SYSTEM_TIME);
        // If this copy is older than an earlier page, rows may have moved between the two unseen.
        let is_older = clock
            .zip(self.newest)
            .is_some_and(|(clock, newest)| clock < newest.saturating_sub(SERVERS));
        self.has_changed |= is_older;
        self.newest = self.newest.into_iter().chain(clock).max();
        self.system_time = self.system_time.into_iter().chain(clock).min();
        match self.pages.binary_search_by_key(&number, |(number, _)| *number) {
            Ok(at) => self.has_changed |= self.pages.get(at).is_some_and(|(_, before)| *before != page),
            Err(at) => self.pages.insert(at, (number, page)),
        }
    }

    /// The rows and payments of a page, each row once, and whether a row is a duplicate of one on this or another page.
    fn page(&mut self, number: usize, data: &Data, day: Date) -> (Page, bool) {
        let mut page = Page::default();
        let mut here = HashSet::new();
        let mut repeats = false;
        for row in data.list(&list::TRANSACTIONS) {
            let kind = row
                .text(&list::TRANSACTION_TYPE)
                .unwrap_or_default()
                .to_ascii_uppercase();
            let item = non_empty(row.text(&list::PAYMENT_TX_ID));
            page.payments
                .extend(item.clone().zip(non_empty(row.text(&list::PAYMENT_ID))));
            // An unknown type may be a kind of refund.
            let reversal = match kind.as_str() {
                "PAYMENT" => None,
                "CANCEL" => Some(Kind::Cancel),
                _ => Some(Kind::Refund),
            };
            if let Some(id) = non_empty(row.text(&list::TRANSACTION_ID)) {
                let key = (kind, id, item);
                if !here.insert(key.clone()) || *self.seen.entry(key).or_insert(number) != number {
                    repeats = true;
                    continue;
                }
            }
            page.rows.extend(reversal.map(|kind| Row::read(row, kind, day)));
        }
        (page, repeats)
    }

    pub(super) fn state(&self) -> ListState {
        if self.has_changed {
            ListState::Changed
        } else if self.next().is_some() {
            ListState::Incomplete
        } else {
            ListState::Complete
        }
    }

    /// The page to ask for next.
    pub(super) fn next(&self) -> Option<usize> {
        if self.has_changed {
            return Some(1);
        }
        let read = self.pages.iter().map(|(number, _)| *number);
        let next = (1..).zip(read).find(|(number, read)| number != read);
        let next = next.map_or(self.pages.len() + 1, |(number, _)| number);
        (next <= self.total.max(1)).then_some(next)
    }

    pub(super) const fn total(&self) -> usize {
        self.total
    }

    pub(super) fn read(&self) -> usize {
        self.pages.len()
    }

    /// Moves out the rows, and the payments of their items.
    pub(super) fn take(self, rows: &mut Vec<Row>, payments: &mut HashMap<String, String>) {
        for (_, page) in self.pages {
            rows.extend(page.rows);
            payments.extend(page.payments);
        }
    }
}
