//! The audit: compares the refunds and cancels in a merchant's books with iyzico's list of the day.

mod day;
mod entry;
mod finding;
mod matching;
mod message;
mod pages;
mod report;
mod row;
mod sums;

use std::collections::{HashMap, HashSet};

use time::Date;

pub use self::entry::Books;
use self::entry::Entry;
pub use self::finding::{Cause, Finding, FindingKind};
pub use self::pages::{ListState, PageAdded, PageDoubt};
use self::pages::{Pages, asked_for, read_page};
pub use self::report::{Confirmed, Listed, Report, Total, TwoSides};
use self::row::Row;
use crate::answer::http::{HttpAnswer, Received};
use crate::answer::outcome::Reason;
use crate::issue::{Code, Issue, Issues, Locale};
use crate::request::Asked;
use crate::table::check::{check, locale, read_object};
use crate::table::field::{Field, Rule};
use crate::table::rule::{Form, read_day};

/// Compares the books of a day with iyzico's list.
///
/// It needs the entries and the lists of three days, the day and its neighbours: a refund that is sent just before midnight may
/// be listed just after it.
#[derive(Debug)]
pub struct Audit {
    day: Date,
    asked_at: i64,
    locale: Locale,
    entries: Vec<Entry>,
    ids: HashSet<String>,
    before: Pages,
    on: Pages,
    after: Pages,
}

impl Audit {
    /// Takes `settings`, a JSON object with `day` (YYYY-MM-DD), `askedAt` (just before the first page was asked for, in epoch
    /// milliseconds) and `locale` (the language of the messages).
    pub fn new(settings: &str) -> Result<Self, Issues> {
        let object = read_object(settings)?;
        let values = check(SETTINGS, &object, Form::Params)?;
        let day = values.text(&DAY).and_then(read_day);
        Ok(Self {
            day: day.ok_or_else(|| Issues::one(DAY.name(), Code::Day))?,
            asked_at: values.integer(&ASKED_AT).unwrap_or_default(),
            locale: locale(&object),
            entries: Vec::new(),
            ids: HashSet::new(),
            before: Pages::default(),
            on: Pages::default(),
            after: Pages::default(),
        })
    }

    /// Adds entries of the books from a JSON object with a list of them. If one is wrong, none is added.
    pub fn enter(&mut self, entries: &str) -> Result<(), Issues> {
        let entries = Entry::read_all(entries)?;
        let mut ids = self.ids.clone();
        let twice = entries
            .iter()
            .enumerate()
            .filter(|(_, entry)| !ids.insert(entry.id.clone()));
        let path = |at: usize| [entry::ENTRIES.name().to_owned(), at.to_string()];
        let issues = twice.map(|(at, _)| Issue::within(&path(at), entry::ID.name(), Code::Duplicate, self.locale));
        Issues::none_or(issues.collect(), ())?;
        self.ids = ids;
        self.entries.extend(entries);
        Ok(())
    }

    /// Adds a page of one of the three lists: its request and the answer.
    pub fn add(&mut self, request: &impl AsRef<Asked>, answer: Option<HttpAnswer<'_>>) -> PageAdded {
        self.add_received(request.as_ref(), answer.ok_or(Reason::NoAnswer))
    }

    pub(crate) fn add_received(&mut self, asked: &Asked, received: Received<'_>) -> PageAdded {
        let Some((day, page)) = asked_for(asked) else {
            return PageAdded::refused(PageDoubt::RequestUnreadable);
        };
        let asked_at = self.asked_at;
        let Some(pages) = self.pages_of(day) else {
            return PageAdded::refused(PageDoubt::OtherDay);
        };
        let read = read_page(asked, received, day, asked_at).map(|data| pages.add(page, &data, day));
        PageAdded {
            state: pages.state(),
            reason: read.err(),
            day: Some(day),
            next: pages.next(),
        }
    }

    fn pages_of(&mut self, day: Date) -> Option<&mut Pages> {
        if day == self.day {
            Some(&mut self.on)
        } else if Some(day) == self.day.previous_day() {
            Some(&mut self.before)
        } else if Some(day) == self.day.next_day() {
            Some(&mut self.after)
        } else {
            None
        }
    }

    /// Compares the books with the lists.
    pub fn finish(self) -> Report {
        let lists = [&self.before, &self.on, &self.after];
        let days = [self.day.previous_day(), Some(self.day), self.day.next_day()];
        let clocks = lists.iter().filter_map(|pages| pages.system_time);
        let asked_at = clocks.chain([self.asked_at]).min().unwrap_or_default();
        let listed: Vec<_> = days
            .into_iter()
            .zip(lists)
            .map(|(day, pages)| Listed::new(day, pages))
            .collect();

        let is_empty = self.on.is_empty;
        let mut rows: Vec<Row> = Vec::new();
        let mut payments = HashMap::new();
        for pages in [self.before, self.on, self.after] {
            pages.take(&mut rows, &mut payments);
        }
        let (found, left) = matching::matched(&self.entries, &rows, &payments);
        let frame = report::Frame {
            day: self.day,
            asked_at,
            locale: self.locale,
            is_empty,
            is_complete: listed.iter().all(|list| list.state == ListState::Complete),
        };
        frame.report(listed, self.entries.iter().zip(found), left)
    }
}

static SETTINGS: &[&Field] = &[&DAY, &ASKED_AT, &crate::operations::card::fields::LOCALE];

static DAY: Field = Field::new("day", Rule::Day, "The day, in Turkish time (+03:00).").required();

static ASKED_AT: Field = Field::new("askedAt", Rule::Time, "Just before the first page was asked for.").required();
