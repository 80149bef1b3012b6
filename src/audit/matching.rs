//! Which rows of the lists belong to which entry of the books: first by the bank's reference, then by conversationId, then by
//! target and amount, one to one.
//!
//! Whose conversationId and whose bank reference a refund's row carries is not documented, so that neither its presence nor
//! its absence proves anything alone: what an id does not tell, the amount does.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::entry::{Books, Entry, Target};
use super::row::Row;
use super::sums::{Wanted, distribute};
use crate::amount::Amount;
use crate::readback::State;

/// What was found of an entry.
#[derive(Debug, Default)]
pub(super) struct Found<'a> {
    pub(super) rows: Vec<&'a Row>,
    /// What of them is other than the entry says.
    pub(super) difference: Option<Difference>,
    /// Of an entry without rows: one that iyzico rejected.
    pub(super) rejected: Option<&'a Row>,
    /// Whether its payment has too many rows to try all of their sums.
    pub(super) is_given_up: bool,
}

/// How the rows of an entry are not what it says.
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
    /// Whether its payment has an entry without rows, so that it may be a part of that one.
    pub(super) may_be_a_part: bool,
}

/// What was found of each entry, in their order, and the rows that are left.
///
/// `payments` has the payment of each item, as far as the lists show it.
pub(super) fn matched<'a>(
    entries: &'a [Entry],
    rows: &'a [Row],
    payments: &'a HashMap<String, String>,
) -> (Vec<Found<'a>>, Vec<Left<'a>>) {
    let mut desk = Desk::new(entries, rows);
    let groups = groups(entries, rows, payments);
    for group in &groups {
        desk.by_id(group);
        desk.by_amount(group);
    }
    desk.by_id_elsewhere();
    for group in &groups {
        desk.by_target(group);
        desk.rejected(group);
    }
    desk.finish(&groups)
}

/// All about one payment, with the places in the lists.
#[derive(Default)]
struct Group<'a> {
    /// First what the books say happened, then what is open, then what did not happen; items before payments, which may
    /// be given back in parts.
    entries: Vec<(usize, &'a Entry)>,
    /// What iyzico rejected moved nothing and belongs to nobody.
    rows: Vec<(usize, &'a Row)>,
    rejected: Vec<&'a Row>,
}

fn groups<'a>(entries: &'a [Entry], rows: &'a [Row], payments: &'a HashMap<String, String>) -> Vec<Group<'a>> {
    let payment_of = |item: &'a str| payments.get(item).map_or(item, String::as_str);
    let mut groups: BTreeMap<&str, Group<'_>> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        let payment = match &entry.target {
            Target::Item(item) => payment_of(item),
            Target::Payment(payment) => payment,
        };
        groups.entry(payment).or_default().entries.push((at, entry));
    }
    for (at, row) in rows.iter().enumerate() {
        let payment = row.payment.as_deref().or_else(|| row.item.as_deref().map(payment_of));
        let group = groups.entry(payment.unwrap_or_default()).or_default();
        match row.state {
            State::Failed => group.rejected.push(row),
            _ => group.rows.push((at, row)),
        }
    }
    let mut groups: Vec<_> = groups.into_values().collect();
    for group in &mut groups {
        group.entries.sort_by_key(|(_, entry)| {
            let is_in_parts = matches!(entry.target, Target::Payment(_)) && !entry.is_cancel();
            (entry.books.rank(), is_in_parts, entry.sent_at)
        });
    }
    groups
}

struct Desk<'a> {
    entries: &'a [Entry],
    rows: &'a [Row],
    found: HashMap<usize, Found<'a>>,
    taken: HashSet<usize>,
    /// The entries that were sent under each conversationId.
    senders: HashMap<&'a str, Vec<&'a Entry>>,
}

impl<'a> Desk<'a> {
    fn new(entries: &'a [Entry], rows: &'a [Row]) -> Self {
        let mut senders: HashMap<_, Vec<_>> = HashMap::new();
        for entry in entries {
            if let Some(id) = &entry.conversation_id {
                senders.entry(id.as_str()).or_default().push(entry);
            }
        }
        Self {
            entries,
            rows,
            found: HashMap::new(),
            taken: HashSet::new(),
            senders,
        }
    }

    /// Gives entries the rows under their bank's reference, or under their conversationId, that make up their amount.
    fn by_id(&mut self, group: &Group<'a>) {
        let carries: [fn(&Row, &Entry) -> bool; 2] = [Row::has_host_reference_of, Row::has_id_of];
        for carries in carries {
            for (at, entry) in &group.entries {
                // An id of several entries tells none of them from the others.
                let is_shared = |row: &Row| {
                    group
                        .entries
                        .iter()
                        .any(|(other, entry)| other != at && carries(row, entry))
                };
                let under_id = self.free(group, entry, |row| {
                    row.fits(entry) && carries(row, entry) && !is_shared(row)
                });
                if !self.is_found(*at) && !under_id.is_empty() {
                    self.take_exactly(*at, entry, &under_id);
                }
            }
        }
    }

    /// Gives entries rows of their target and amount. What happened by the books comes before what did not.
    fn by_amount(&mut self, group: &Group<'a>) {
        for books in Books::ALL {
            let of_books = || group.entries.iter().filter(|(_, entry)| entry.books == *books);
            for (at, entry) in of_books() {
                if self.is_found(*at) {
                    continue;
                }
                let candidates = self.anonymous(group, entry, |row| row.fits(entry));
                if entry.is_cancel() && !candidates.is_empty() {
                    self.take(*at, &candidates, None);
                } else if let Some(amount) = entry.amount {
                    let exact = candidates.into_iter().find(|(_, row)| row.could_give_back(amount));
                    self.take(*at, exact.as_slice(), None);
                }
            }
            self.in_parts(group, *books);
        }
    }

    /// Gives entries of a payment rows that add up to their amounts, so that as many entries as possible have theirs.
    fn in_parts(&mut self, group: &Group<'a>, books: Books) {
        let is_open = |(at, entry): &&(usize, &'a Entry)| {
            entry.books == books && matches!(entry.target, Target::Payment(_)) && !self.is_found(*at)
        };
        let open = group.entries.iter().filter(is_open);
        let wanted: Vec<_> = open
            .filter_map(|(at, entry)| {
                let parts = self.anonymous(group, entry, |row| row.fits(entry));
                let parts = parts.iter().filter_map(|(at, row)| Some((*at, row.amount()?)));
                Some(Wanted {
                    key: *at,
                    amount: entry.amount?,
                    parts: parts.collect(),
                })
            })
            .collect();
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
        for Wanted { key, .. } in wanted {
            if !is_complete && !self.is_found(key) {
                self.found.entry(key).or_default().is_given_up = true;
            }
        }
    }

    /// Gives entries the rows under their id that say something else: another amount, currency, item or payment.
    fn by_id_elsewhere(&mut self) {
        let mut under: HashMap<&str, Vec<(usize, &'a Row)>> = HashMap::new();
        for (at, row) in self.rows.iter().enumerate() {
            if row.state != State::Failed && !self.taken.contains(&at) {
                for id in row.ids() {
                    under.entry(id).or_default().push((at, row));
                }
            }
        }
        // A test bank writes one reference everywhere.
        let tells = |id: &&str| under.get(id).is_some_and(|rows| rows.len() == 1);
        for (at, entry) in self.entries.iter().enumerate() {
            if self.is_found(at) {
                continue;
            }
            let ids = [entry.host_reference.as_deref().filter(tells), self.own_id(entry)];
            let rows: Vec<_> = ids
                .into_iter()
                .flatten()
                .filter_map(|id| under.get(id))
                .flatten()
                .filter(|(row_at, row)| !self.taken.contains(row_at) && row.is_kind_of(entry))
                .copied()
                .collect();
            if let Some((_, row)) = rows.first() {
                let difference = difference(entry, row);
                self.take(at, &rows, Some(difference));
            }
        }
    }

    /// Gives what happened by the books a row at its target that says another amount or currency.
    fn by_target(&mut self, group: &Group<'a>) {
        for (at, entry) in &group.entries {
            if entry.books == Books::Done && !self.is_found(*at) {
                let rows = self.anonymous(group, entry, |row| row.is_kind_of(entry) && row.is_at(entry));
                if let Some((_, row)) = rows.first() {
                    self.take(*at, rows.get(..1).unwrap_or_default(), Some(difference(entry, row)));
                }
            }
        }
    }

    fn rejected(&mut self, group: &Group<'a>) {
        for (at, entry) in &group.entries {
            if !self.is_found(*at) {
                let is_its = |row: &&&Row| {
                    let is_so_much = || entry.amount.is_none_or(|amount| row.could_give_back(amount));
                    row.fits(entry) && (row.has_id_of(entry) || (is_so_much() && !row.is_older_than(entry)))
                };
                self.found.entry(*at).or_default().rejected = group.rejected.iter().find(is_its).copied();
            }
        }
    }

    fn finish(mut self, groups: &[Group<'a>]) -> (Vec<Found<'a>>, Vec<Left<'a>>) {
        let mut left = Vec::new();
        for group in groups {
            let may_be_a_part = group.entries.iter().any(|(at, _)| !self.is_found(*at));
            let free = group.rows.iter().filter(|(at, _)| !self.taken.contains(at));
            left.extend(free.map(|(_, row)| Left { row, may_be_a_part }));
        }
        let found = (0..self.entries.len()).map(|at| self.found.remove(&at).unwrap_or_default());
        (found.collect(), left)
    }

    /// The rows that nobody has and that fit, those that are plainly carried out first, then the nearest in time.
    fn free(&self, group: &Group<'a>, entry: &Entry, is_wanted: impl Fn(&Row) -> bool) -> Vec<(usize, &'a Row)> {
        let free = group
            .rows
            .iter()
            .filter(|(at, row)| !self.taken.contains(at) && is_wanted(row));
        let mut rows: Vec<_> = free.copied().collect();
        rows.sort_by_key(|(_, row)| (row.state != State::CarriedOut, row.distance_from(entry)));
        rows
    }

    /// The free rows that could be the entry's: made after it was sent, and under no other entry's id.
    fn anonymous(&self, group: &Group<'a>, entry: &Entry, is_wanted: impl Fn(&Row) -> bool) -> Vec<(usize, &'a Row)> {
        self.free(group, entry, |row| {
            is_wanted(row) && !row.is_older_than(entry) && !self.is_anothers(row, entry)
        })
    }

    fn is_anothers(&self, row: &Row, entry: &Entry) -> bool {
        let senders = row.conversation_id.as_deref().and_then(|id| self.senders.get(id));
        senders.is_some_and(|senders| !row.has_id_of(entry) && senders.iter().any(|sender| row.fits(sender)))
    }

    /// The entry's conversationId, if it is no other's.
    fn own_id<'e>(&self, entry: &'e Entry) -> Option<&'e str> {
        let id = entry.conversation_id.as_deref()?;
        self.senders
            .get(id)
            .is_some_and(|senders| senders.len() == 1)
            .then_some(id)
    }

    /// Takes those of the rows that add up to the entry's amount; of a cancel all.
    fn take_exactly(&mut self, at: usize, entry: &Entry, rows: &[(usize, &'a Row)]) {
        let Some(amount) = entry.amount.filter(|_| !entry.is_cancel()) else {
            return self.take(at, rows, None);
        };
        let sum = rows.iter().map(|(_, row)| row.amount()).collect::<Option<Vec<_>>>();
        if sum.and_then(Amount::sum) == Some(amount) {
            return self.take(at, rows, None);
        }
        let exact = rows.iter().find(|(_, row)| row.could_give_back(amount));
        self.take(at, exact.copied().as_slice(), None);
    }

    fn take(&mut self, at: usize, rows: &[(usize, &'a Row)], difference: Option<Difference>) {
        if rows.is_empty() {
            return;
        }
        self.taken.extend(rows.iter().map(|(row, _)| *row));
        let found = self.found.entry(at).or_default();
        found.rows = rows.iter().map(|(_, row)| *row).collect();
        found.difference = difference;
    }

    fn is_found(&self, at: usize) -> bool {
        self.found.get(&at).is_some_and(|found| !found.rows.is_empty())
    }
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
