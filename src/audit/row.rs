//! A refund or cancel on iyzico's list.

use time::Date;

use super::day::read_date;
use super::entry::{Entry, Target};
use crate::amount::Amount;
use crate::operations::card::transactions as list;
use crate::readback::clock::DATE_TOLERANCE;
use crate::readback::verdict::non_empty;
use crate::readback::{Evidence, State};
use crate::table::data::Data;

/// A row of a refund or cancel.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Row {
    pub(super) kind: Kind,
    pub(super) state: State,
    pub(super) id: Option<String>,
    /// `paymentTxId`, the id of the item.
    pub(super) item: Option<String>,
    pub(super) payment: Option<String>,
    pub(super) conversation_id: Option<String>,
    pub(super) host_reference: Option<String>,
    pub(super) price: Option<Amount>,
    pub(super) paid: Option<Amount>,
    pub(super) currency: Option<String>,
    pub(super) date: Option<String>,
    /// Epoch milliseconds.
    pub(super) made_at: Option<i64>,
    /// The day of its list.
    pub(super) day: Date,
}

#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(super) enum Kind {
    Cancel,
    Refund,
}

impl Row {
    pub(super) fn read(row: &Data, kind: Kind, day: Date) -> Self {
        let text = |field| non_empty(row.text(field));
        let date = text(&list::DATE);
        Self {
            kind,
            state: match row.integer(&list::TRANSACTION_STATUS) {
                Some(1 | 2) => State::CarriedOut,
                Some(-1) => State::Failed,
                _ => State::Doubtful,
            },
            id: text(&list::TRANSACTION_ID),
            item: text(&list::PAYMENT_TX_ID),
            payment: text(&list::PAYMENT_ID),
            conversation_id: text(&list::CONVERSATION_ID),
            host_reference: text(&list::HOST_REFERENCE),
            price: row.amount(&list::PRICE),
            paid: row.amount(&list::PAID_PRICE),
            currency: text(&list::CURRENCY),
            made_at: date.as_deref().and_then(read_date),
            date,
            day,
        }
    }

    /// The amount that it refunds.
    pub(super) fn amount(&self) -> Option<Amount> {
        self.paid.or(self.price)
    }

    /// Whether a refund has two different amounts. (A cancel may: part of what was paid may be for instalments.)
    pub(super) fn has_two_amounts(&self) -> bool {
        let differ = self.price.zip(self.paid).is_some_and(|(price, paid)| price != paid);
        self.kind == Kind::Refund && differ
    }

    /// Whether one of its two amounts is this one.
    pub(super) fn could_be(&self, amount: Option<Amount>) -> bool {
        amount.is_some() && (self.amount() == amount || (self.kind == Kind::Refund && self.price == amount))
    }

    /// Whether its kind, target and currency fit the entry.
    pub(super) fn fits(&self, entry: &Entry) -> bool {
        self.is_kind_of(entry) && self.is_at(entry) && self.is_in_currency_of(entry)
    }

    pub(super) fn is_kind_of(&self, entry: &Entry) -> bool {
        (self.kind == Kind::Cancel) == entry.is_cancel()
    }

    /// Whether it names the entry's target, or none.
    pub(super) fn is_at(&self, entry: &Entry) -> bool {
        let named = match &entry.target {
            Target::Item(item) => self.item.as_ref().map(|named| named == item),
            Target::Payment(payment) => self.payment.as_ref().map(|named| named == payment),
        };
        named.unwrap_or(true)
    }

    pub(super) fn is_in_currency_of(&self, entry: &Entry) -> bool {
        let said = entry.currency.as_ref().zip(self.currency.as_ref());
        said.is_none_or(|(entry, row)| entry == row)
    }

    pub(super) fn has_host_reference_of(&self, entry: &Entry) -> bool {
        self.host_reference.is_some() && self.host_reference == entry.host_reference
    }

    pub(super) fn has_id_of(&self, entry: &Entry) -> bool {
        self.conversation_id.is_some() && self.conversation_id == entry.conversation_id
    }

    /// Whether it was made before the entry was sent, and therefore belongs to another.
    pub(super) fn is_older_than(&self, entry: &Entry) -> bool {
        self.made_at
            .is_some_and(|made_at| made_at < entry.sent_at.saturating_sub(DATE_TOLERANCE))
    }

    /// The time between row and entry, in milliseconds.
    pub(super) fn distance_from(&self, entry: &Entry) -> u64 {
        self.made_at.map_or(u64::MAX, |made_at| made_at.abs_diff(entry.sent_at))
    }

    pub(super) fn shown(&self) -> Evidence {
        Evidence {
            id: self.id.clone(),
            reference: self.conversation_id.clone(),
            payment_id: self.payment.clone(),
            payment_transaction_id: self.item.clone(),
            amount: self.amount(),
            currency: self.currency.clone(),
            created_date: self.date.clone(),
            host_reference: self.host_reference.clone(),
            state: self.state,
        }
    }
}

/// The sum of the rows' amounts.
pub(super) fn sum(rows: &[&Row]) -> Option<Amount> {
    Amount::sum(rows.iter().filter_map(|row| row.amount()))
}
