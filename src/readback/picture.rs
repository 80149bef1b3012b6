//! What an answer to `paymentDetails` shows of a payment: its items, and every attempt to give something back.

use alloc::vec::Vec;

use super::clock;
use crate::answer::Row;
use crate::error_codes::{Proof, proof};
use crate::operation::Access;

/// A hundredth of a currency's unit, in the smallest units that an amount can have: what rounding may leave between a payment and
/// each of its items.
pub(crate) const KURUS: i128 = 1_000_000;

/// A payment as it is shown.
pub(crate) struct Payment<'a> {
    pub(crate) id: &'a str,
    pub(crate) currency: Option<&'a str>,
    /// The basket's price, which the official sample has differ from what was paid.
    pub(crate) price: Option<i128>,
    /// What was paid, by the payment's own figure.
    pub(crate) paid: Option<i128>,
    /// `paymentStatus`, if it is shown: 1 is paid.
    pub(crate) status: Option<i64>,
    pub(crate) phase: Option<&'a str>,
    pub(crate) summary: Option<Summary>,
    pub(crate) items: Vec<Item<'a>>,
    /// Every row of every list.
    pub(crate) reversals: Vec<Reversal<'a>>,
    /// Whether no list is left out, so that what is not in them is nowhere.
    pub(crate) is_complete: bool,
}

/// An item of a payment.
pub(crate) struct Item<'a> {
    pub(crate) id: &'a str,
    pub(crate) paid: Option<i128>,
    /// Whether its list of refunds is there, so that what is not in it is nowhere.
    pub(crate) is_listed: bool,
}

/// `paymentRefundStatus`: iyzico's own summary of a payment's refunds.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Summary {
    None,
    Part,
    All,
    /// A word that no page lists
    Other,
}

/// One attempt to give something back.
#[derive(Clone, Copy)]
pub(crate) struct Reversal<'a> {
    pub(crate) payment_id: &'a str,
    /// The item in whose list it stands; `None` for one of the payment's cancels.
    pub(crate) item_id: Option<&'a str>,
    pub(crate) state: State,
    /// The conversationId it was made with, as iyzico shows it.
    pub(crate) conversation_id: Option<&'a str>,
    /// In the smallest units.
    pub(crate) amount: Option<i128>,
    /// The payment's where the row has none.
    pub(crate) currency: Option<&'a str>,
    /// Epoch milliseconds.
    pub(crate) created_at: Option<i64>,
    pub(crate) row: Row<'a>,
}

/// What became of an attempt.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum State {
    /// Status 1, and no error beside it
    CarriedOut,
    /// Anything that is neither plainly carried out nor plainly failed
    Doubtful,
    /// Status 0, and an error that proves that nothing moved
    Failed,
}

impl State {
    /// The name in JavaScript.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CarriedOut => "carried-out",
            Self::Doubtful => "doubtful",
            Self::Failed => "failed",
        }
    }
}

impl<'a> Payment<'a> {
    pub(crate) fn new(row: Row<'a>) -> Self {
        let mut payment = Self {
            id: row.text("paymentId").unwrap_or_default(),
            currency: row.text("currency").and_then(currency),
            price: row.units("price"),
            paid: row.units("paidPrice"),
            status: row.integer("paymentStatus"),
            phase: row.text("phase"),
            summary: row.text("paymentRefundStatus").map(Summary::read),
            items: Vec::new(),
            reversals: Vec::new(),
            is_complete: row.value("cancels").is_some() && row.value("itemTransactions").is_some(),
        };
        for cancel in row.list("cancels") {
            payment.push(None, "cancelConversationId", cancel);
        }
        for item in row.list("itemTransactions") {
            let id = item.text("paymentTransactionId").unwrap_or_default();
            let is_listed = item.value("refunds").is_some();
            payment.is_complete &= is_listed;
            payment.items.push(Item {
                id,
                paid: item.units("paidPrice"),
                is_listed,
            });
            for refund in item.list("refunds") {
                payment.push(Some(id), "refundConversationId", refund);
            }
        }
        payment
    }

    fn push(&mut self, item_id: Option<&'a str>, conversation_id: &str, row: Row<'a>) {
        self.reversals.push(Reversal {
            payment_id: self.id,
            item_id,
            state: State::of(row),
            conversation_id: row.text(conversation_id).filter(|id| !is_none(id)),
            amount: row.units("refundPrice"),
            currency: row.text("currencyCode").and_then(currency).or(self.currency),
            created_at: row.text("createdDate").and_then(clock::read_date),
            row,
        });
    }

    /// The sum of what was paid for the items; `None` where one does not say.
    pub(crate) fn paid_for_items(&self) -> Option<i128> {
        if self.items.is_empty() {
            return None;
        }
        self.items.iter().map(|item| item.paid).sum()
    }

    /// Whether a row among the cancels is of the whole payment. An amount that was given back may stand there as well.
    pub(crate) fn is_whole(&self, cancel: &Reversal<'_>) -> bool {
        let figures = [self.paid, self.paid_for_items()];
        cancel
            .amount
            .is_none_or(|amount| Some(amount) == self.price || figures.iter().flatten().any(|paid| amount >= *paid))
    }

    pub(crate) fn item(&self, id: &str) -> Option<&Item<'a>> {
        self.items.iter().find(|item| item.id == id)
    }

    /// The payment's cancels in this state.
    pub(crate) fn cancels(&self, state: State) -> impl Iterator<Item = &Reversal<'a>> {
        let of_this_state = move |reversal: &&Reversal<'_>| reversal.item_id.is_none() && reversal.state == state;
        self.reversals.iter().filter(of_this_state)
    }
}

impl Summary {
    fn read(text: &str) -> Self {
        match text.trim().to_ascii_uppercase().as_str() {
            "NOT_REFUNDED" => Self::None,
            "PARTIALLY_REFUNDED" => Self::Part,
            "TOTALLY_REFUNDED" => Self::All,
            _ => Self::Other,
        }
    }
}

impl State {
    /// 1 is the only `refundStatus` that was seen on one that was carried out, and a row may carry an error
    /// (reference 4.10).
    fn of(row: Row<'_>) -> Self {
        let said = |name| row.text(name).filter(|text| !text.is_empty());
        // Banks say "00" for no error.
        let code = said("errorCode").filter(|code| code.bytes().any(|byte| byte != b'0'));
        let (group, message) = (said("errorGroup"), said("errorMessage"));
        let is_clean = code.is_none() && group.is_none() && message.is_none();
        match (row.integer("refundStatus"), code) {
            (Some(1), None) if is_clean => Self::CarriedOut,
            (Some(0), Some(code)) if matches!(proof(Access::Merchant, code, group), Proof::NotDone(_)) => Self::Failed,
            _ => Self::Doubtful,
        }
    }
}

/// A currency however it is spelled: the lira has had three codes, and some systems still write the old ones.
pub(crate) fn currency(code: &str) -> Option<&str> {
    match code.trim() {
        "" => None,
        "TL" | "YTL" | "949" => Some("TRY"),
        code => Some(code),
    }
}

/// Whether a text stands for none, as systems write it.
pub(crate) fn is_none(text: &str) -> bool {
    let text = text.trim();
    text.is_empty()
        || ["-", "nil", "none", "null", "undefined"]
            .iter()
            .any(|none| text.eq_ignore_ascii_case(none))
}
