//! Matches rows to entries one to one: by the bank's reference, then by conversationId, then by target and amount.
//!
//! It is not documented whose conversationId and whose bank reference the row of a refund carries: the refund's, the payment's
//! or none. So neither an id nor its absence proves anything alone; the amount must fit too.

use std::collections::HashMap;

use super::entry::{Books, Entry, Target};
use super::row::Row;
use super::sums::{Wanted, distribute};
use crate::amount::Amount;
use crate::readback::State;

/// The rows of an entry.
#[derive(Clone, Debug, Default)]
pub(super) struct Found<'a> {
    pub(super) rows: Vec<&'a Row>,
    /// How they differ from the entry.
    pub(super) difference: Option<Difference>,
    /// A rejected row, for an entry without other rows.
    pub(super) rejected: Option<&'a Row>,
    /// Whether its payment has too many rows to try all their sums.
    pub(super) is_given_up: bool,
}

/// How rows differ from their entry.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Difference {
    Amount,
    Currency,
    Target,
}

/// A row that belongs to no entry.
#[derive(Debug)]
pub(super) struct Left<'a> {
    pub(super) row: &'a Row,
    /// Whether its payment has an entry without rows, of which it may be a part.
    pub(super) may_be_a_part: bool,
}

/// Matches all rows: the rows of each entry, in the order of the entries, and the rows that are left.
///
/// `payments` maps items to payments, as far as the lists show them.
pub(super) fn matched<'a>(
    entries: &'a [Entry],
    rows: &'a [Row],
    payments: &'a HashMap<String, String>,
) -> (Vec<Found<'a>>, Vec<Left<'a>>) {
    let mut desk = Desk::new(entries, rows);
    let groups = groups(entries, rows, payments);
    for group in groups.values() {
        desk.by_id(group);
        for books in Books::ALL {
            // First spare the rows with another entry's id for that entry; then take those that it left.
            for spares in [true, false] {
                desk.by_amount(group, *books, spares);
                desk.in_parts(group, *books, spares);
            }
        }
    }
    desk.by_id_elsewhere();
    for group in groups.values() {
        desk.by_target(group);
    }
    desk.finish(&groups)
}

/// The entries and rows of one payment.
#[derive(Default)]
struct Group<'a> {
    entries: Vec<Place<'a, Entry>>,
    rows: Vec<Place<'a, Row>>,
}

/// An entry or row with its index.
type Place<'a, T> = (usize, &'a T);

fn groups<'a>(
    entries: &'a [Entry],
    rows: &'a [Row],
    payments: &'a HashMap<String, String>,
) -> HashMap<&'a str, Group<'a>> {
    let payment_of = |item: &'a str| payments.get(item).map_or(item, String::as_str);
    let mut groups: HashMap<&str, Group<'_>> = HashMap::new();
    for place in entries.iter().enumerate() {
        let payment = match &place.1.target {
            Target::Item(item) => payment_of(item),
            Target::Payment(payment) => payment,
        };
        groups.entry(payment).or_default().entries.push(place);
    }
    for place in rows.iter().enumerate() {
        let item = place.1.item.as_deref().map(payment_of);
        let payment = place.1.payment.as_deref().or(item).unwrap_or_default();
        groups.entry(payment).or_default().rows.push(place);
    }
    groups
}

struct Desk<'a> {
    entries: &'a [Entry],
    rows: &'a [Row],
    found: Vec<Found<'a>>,
    /// For each row, whether an entry has it or it was rejected.
    is_taken: Vec<bool>,
    /// The entries with each conversationId.
    senders: HashMap<&'a str, Vec<&'a Entry>>,
}

impl<'a> Desk<'a> {
    fn new(entries: &'a [Entry], rows: &'a [Row]) -> Self {
        let mut senders: HashMap<&str, Vec<_>> = HashMap::new();
        for entry in entries {
            if let Some(id) = &entry.conversation_id {
                senders.entry(id).or_default().push(entry);
            }
        }
        Self {
            entries,
            rows,
            found: vec![Found::default(); entries.len()],
            // Rejected rows moved nothing.
            is_taken: rows.iter().map(|row| row.state == State::Failed).collect(),
            senders,
        }
    }

    /// Gives entries the rows with their bank reference, or with their conversationId, that add up to their amount.
    fn by_id(&mut self, group: &Group<'a>) {
        let carries: [fn(&Row, &Entry) -> bool; 2] = [Row::has_host_reference_of, Row::has_id_of];
        for carries in carries {
            for &(at, entry) in &group.entries {
                // An id of several entries identifies none of them.
                let is_shared = |row: &Row| {
                    group
                        .entries
                        .iter()
                        .any(|(other, entry)| *other != at && carries(row, entry))
                };
                let rows = self.free(group, &|row| row.fits(entry) && carries(row, entry) && !is_shared(row));
                let sum = Amount::sum(rows.iter().filter_map(|(_, row)| row.amount()));
                if entry.is_cancel() || sum == entry.amount {
                    self.take(at, &rows, None);
                } else {
                    let exact = rows.into_iter().find(|(_, row)| row.could_be(entry.amount));
                    self.take(at, exact.as_slice(), None);
                }
            }
        }
    }

    /// Gives entries in this state the rows of their target and amount; a cancel gets all of its payment.
    fn by_amount(&mut self, group: &Group<'a>, books: Books, spares: bool) {
        for &(at, entry) in group.entries.iter().filter(|(_, entry)| entry.books == books) {
            let rows = self.anonymous(group, entry, spares, &|row| {
                row.fits(entry) && (entry.is_cancel() || row.could_be(entry.amount))
            });
            if entry.is_cancel() {
                self.take(at, &rows, None);
            } else {
                self.take(at, nearest(&rows, entry).as_slice(), None);
            }
        }
    }

    /// Gives refunds of payments in this state rows that add up to their amounts, so that as many refunds as possible get theirs.
    fn in_parts(&mut self, group: &Group<'a>, books: Books, spares: bool) {
        let mut wanted = Vec::new();
        for &(at, entry) in group.entries.iter().filter(|(_, entry)| entry.books == books) {
            let Some(amount) = entry.amount.filter(|_| matches!(entry.target, Target::Payment(_))) else {
                continue;
            };
            if !self.is_found(at) {
                let rows = self.anonymous(group, entry, spares, &|row| row.fits(entry));
                let parts = rows.iter().filter_map(|(at, row)| Some((*at, row.amount()?)));
                wanted.push(Wanted {
                    key: at,
                    amount,
                    parts: parts.collect(),
                });
            }
        }
        let (sums, is_complete) = distribute(&wanted);
        for (at, parts) in sums {
            let rows: Vec<_> = group
                .rows
                .iter()
                .filter(|(row, _)| parts.contains(row))
                .copied()
                .collect();
            self.take(at, &rows, None);
        }
        for Wanted { key, .. } in wanted.iter().filter(|_| !is_complete) {
            if let Some(found) = self.found.get_mut(*key) {
                found.is_given_up = true;
            }
        }
    }

    /// Gives entries that happened the rows with their own id but another amount, currency, item or payment. (The id may be the
    /// payment's, so such rows prove nothing about entries that are open or did not happen.)
    fn by_id_elsewhere(&mut self) {
        let mut under: HashMap<&str, Vec<Place<'a, Row>>> = HashMap::new();
        for (at, row) in self.rows.iter().enumerate() {
            if let Some(id) = &row.conversation_id {
                under.entry(id).or_default().push((at, row));
            }
        }
        for (at, entry) in self
            .entries
            .iter()
            .enumerate()
            .filter(|(_, entry)| entry.books == Books::Done)
        {
            let rows = self.own_id(entry).and_then(|id| under.get(id));
            let is_its = |(at, row): &&Place<'_, Row>| self.is_free(*at) && row.is_kind_of(entry);
            let rows: Vec<_> = rows.into_iter().flatten().filter(is_its).copied().collect();
            if let Some((_, first)) = rows.first() {
                let difference = difference(entry, first);
                self.take(at, &self.with_parts(rows, entry), Some(difference));
            }
        }
    }

    /// Gives entries that happened a row of their target with another amount or currency, or else a rejected one.
    fn by_target(&mut self, group: &Group<'a>) {
        for &(at, entry) in &group.entries {
            if entry.books == Books::Done {
                let rows = self.anonymous(group, entry, false, &|row| row.is_kind_of(entry) && row.is_at(entry));
                if let Some(nearest) = nearest(&rows, entry) {
                    self.take(
                        at,
                        &self.with_parts(vec![nearest], entry),
                        Some(difference(entry, nearest.1)),
                    );
                }
            }
            let is_its = |(_, row): &&Place<'_, Row>| {
                let fits = row.state == State::Failed && row.fits(entry);
                fits && (row.has_id_of(entry) || (row.could_be(entry.amount) && !row.is_older_than(entry)))
            };
            if let Some(found) = self.found.get_mut(at).filter(|found| found.rows.is_empty()) {
                found.rejected = group.rows.iter().find(is_its).map(|(_, row)| *row);
            }
        }
    }

    fn finish(self, groups: &HashMap<&'a str, Group<'a>>) -> (Vec<Found<'a>>, Vec<Left<'a>>) {
        let mut may_be_a_part = vec![false; self.rows.len()];
        for group in groups.values() {
            let lacks = group.entries.iter().any(|(at, _)| !self.is_found(*at));
            for (at, _) in group.rows.iter().filter(|_| lacks) {
                if let Some(may_be) = may_be_a_part.get_mut(*at) {
                    *may_be = true;
                }
            }
        }
        let rows = self.rows.iter().zip(self.is_taken).zip(may_be_a_part);
        let left = rows
            .filter(|((_, is_taken), _)| !is_taken)
            .map(|((row, _), may_be_a_part)| Left { row, may_be_a_part });
        (self.found, left.collect())
    }

    /// The rows that no entry has and that satisfy `is_wanted`.
    fn free(&self, group: &Group<'a>, is_wanted: &dyn Fn(&Row) -> bool) -> Vec<Place<'a, Row>> {
        let free = group
            .rows
            .iter()
            .filter(|(at, row)| self.is_free(*at) && is_wanted(row));
        free.copied().collect()
    }

    /// The free rows that could be the entry's: not older than it and, if `spares`, without another entry's id.
    fn anonymous(
        &self,
        group: &Group<'a>,
        entry: &Entry,
        spares: bool,
        is_wanted: &dyn Fn(&Row) -> bool,
    ) -> Vec<Place<'a, Row>> {
        self.free(group, &|row| {
            is_wanted(row) && !row.is_older_than(entry) && !(spares && self.is_anothers(row, entry))
        })
    }

    /// The rows and, for a refund of a payment, its other parts, which have the same time.
    fn with_parts(&self, mut rows: Vec<Place<'a, Row>>, entry: &Entry) -> Vec<Place<'a, Row>> {
        let Some((_, first)) = rows.first().filter(|_| matches!(entry.target, Target::Payment(_))) else {
            return rows;
        };
        let is_part = |row: &Row| (row.kind, &row.payment, row.made_at) == (first.kind, &first.payment, first.made_at);
        for (at, row) in self.rows.iter().enumerate() {
            let is_new = !rows.iter().any(|(other, _)| *other == at);
            if is_new && is_part(row) && self.is_free(at) {
                rows.push((at, row));
            }
        }
        rows
    }

    fn is_anothers(&self, row: &Row, entry: &Entry) -> bool {
        let senders = row.conversation_id.as_deref().and_then(|id| self.senders.get(id));
        senders.is_some_and(|senders| !row.has_id_of(entry) && senders.iter().any(|sender| row.fits(sender)))
    }

    /// The entry's conversationId, if no other entry has it.
    fn own_id<'e>(&self, entry: &'e Entry) -> Option<&'e str> {
        let id = entry.conversation_id.as_deref()?;
        self.senders
            .get(id)
            .is_some_and(|senders| senders.len() == 1)
            .then_some(id)
    }

    /// Gives rows to an entry that has none.
    fn take(&mut self, at: usize, rows: &[Place<'a, Row>], difference: Option<Difference>) {
        let Some(found) = self.found.get_mut(at).filter(|found| found.rows.is_empty()) else {
            return;
        };
        for (row_at, row) in rows {
            found.rows.push(row);
            if let Some(is_taken) = self.is_taken.get_mut(*row_at) {
                *is_taken = true;
            }
        }
        found.difference = difference;
    }

    fn is_free(&self, row: usize) -> bool {
        self.is_taken.get(row) == Some(&false)
    }

    fn is_found(&self, at: usize) -> bool {
        self.found.get(at).is_some_and(|found| !found.rows.is_empty())
    }
}

/// The best row for an entry: carried out if there is such a row, and nearest in time.
fn nearest<'a>(rows: &[Place<'a, Row>], entry: &Entry) -> Option<Place<'a, Row>> {
    let rank = |(_, row): &&Place<'_, Row>| (row.state != State::CarriedOut, row.distance_from(entry));
    rows.iter().min_by_key(rank).copied()
}

fn difference(entry: &Entry, row: &Row) -> Difference {
    if !row.is_at(entry) {
        Difference::Target
    } else if !row.is_in_currency_of(entry) {
        Difference::Currency
    } else {
        Difference::Amount
    }
}
