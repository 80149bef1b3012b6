//! A payment as `paymentDetails` shows it: its items, and every attempt to refund or cancel.

use super::clock;
use super::verdict::State;
use crate::amount::Amount;
use crate::answer::codes::{Proof, proof};
use crate::operations::card::answers::HOST_REFERENCE;
use crate::operations::card::payment_details as details;
use crate::table::answer_field::AnswerField;
use crate::table::data::Data;
use crate::table::spec::Access;

/// A payment as an answer shows it.
pub(crate) struct Payment<'a> {
    pub(crate) id: &'a str,
    pub(crate) currency: Option<&'a str>,
    /// The basket's price; in the official sample it differs from the paid amount.
    pub(crate) price: Option<Amount>,
    /// The paid amount, by the payment's own figure.
    pub(crate) paid: Option<Amount>,
    /// `paymentStatus`; 1 means paid.
    pub(crate) status: Option<i64>,
    pub(crate) phase: Option<&'a str>,
    pub(crate) summary: Option<Summary>,
    pub(crate) items: Vec<Item<'a>>,
    /// The rows among the cancels.
    pub(crate) cancels: Vec<Reversal<'a>>,
    /// Whether the answer has all lists: then a row that is in none of them doesn't exist.
    pub(crate) is_complete: bool,
}

/// A sum with too many digits.
pub(crate) struct TooMuch;

/// An item of a payment.
pub(crate) struct Item<'a> {
    pub(crate) id: &'a str,
    pub(crate) paid: Option<Amount>,
    /// Whether its list of refunds is there.
    pub(crate) is_listed: bool,
    pub(crate) refunds: Vec<Reversal<'a>>,
}

/// `paymentRefundStatus`: iyzico's own summary of a payment's refunds.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Summary {
    None,
    Part,
    All,
    /// An undocumented value
    Other,
}

/// An attempt to refund or cancel.
#[derive(Clone, Copy)]
pub(crate) struct Reversal<'a> {
    pub(crate) payment_id: &'a str,
    /// The item of its list; `None` among the payment's cancels.
    pub(crate) item_id: Option<&'a str>,
    pub(crate) state: State,
    /// Its conversationId, as iyzico shows it.
    pub(crate) conversation_id: Option<&'a str>,
    pub(crate) amount: Option<Amount>,
    /// The payment's if the row has none.
    pub(crate) currency: Option<&'a str>,
    /// Epoch milliseconds.
    pub(crate) created_at: Option<i64>,
    pub(crate) row: &'a Data,
}

impl<'a> Payment<'a> {
    pub(crate) fn new(row: &'a Data) -> Self {
        let id = row.text(&details::PAYMENT_ID).unwrap_or_default();
        let currency = row.text(&details::CURRENCY).and_then(currency);
        let reversal = |item_id, conversation_id, row: &'a Data| Reversal {
            payment_id: id,
            item_id,
            state: State::of(row),
            conversation_id: shown_id(row, conversation_id),
            amount: row.amount(&details::REFUND_PRICE),
            currency: row.text(&details::CURRENCY_CODE).and_then(self::currency).or(currency),
            created_at: row.text(&details::CREATED_DATE).and_then(clock::read_date),
            row,
        };
        let cancels = row.list(&details::CANCELS).iter();
        let items = row.list(&details::ITEM_TRANSACTIONS).iter().map(|item| {
            let id = item.text(&details::PAYMENT_TRANSACTION_ID).unwrap_or_default();
            let refunds = item.list(&details::REFUNDS).iter();
            Item {
                id,
                paid: item.amount(&details::PAID_PRICE),
                is_listed: item.get(&details::REFUNDS).is_some(),
                refunds: refunds
                    .map(|refund| reversal(Some(id), &details::REFUND_CONVERSATION_ID, refund))
                    .collect(),
            }
        });
        let items: Vec<_> = items.collect();
        let has = |field| row.get(field).is_some();
        Self {
            id,
            currency,
            price: row.amount(&details::PRICE),
            paid: row.amount(&details::PAID_PRICE),
            status: row.integer(&details::PAYMENT_STATUS),
            phase: row.text(&details::PHASE),
            summary: row.text(&details::PAYMENT_REFUND_STATUS).map(Summary::read),
            is_complete: has(&details::CANCELS)
                && has(&details::ITEM_TRANSACTIONS)
                && items.iter().all(|item| item.is_listed),
            cancels: cancels
                .map(|cancel| reversal(None, &details::CANCEL_CONVERSATION_ID, cancel))
                .collect(),
            items,
        }
    }

    /// All rows of all lists.
    pub(crate) fn reversals(&self) -> impl Iterator<Item = &Reversal<'a>> {
        self.cancels
            .iter()
            .chain(self.items.iter().flat_map(|item| &item.refunds))
    }

    /// The sum of the items' paid amounts; `None` if there is no item or one has no amount.
    pub(crate) fn paid_for_items(&self) -> Result<Option<Amount>, TooMuch> {
        let paid: Option<Vec<_>> = self.items.iter().map(|item| item.paid).collect();
        match paid.filter(|paid| !paid.is_empty()) {
            Some(paid) => Amount::sum(paid).ok_or(TooMuch).map(Some),
            None => Ok(None),
        }
    }

    /// Whether a row among the cancels is of the whole payment: a refund of an amount may be listed there too.
    pub(crate) fn is_whole(&self, cancel: &Reversal<'_>) -> bool {
        let figures = [self.paid, self.paid_for_items().unwrap_or_default()];
        cancel
            .amount
            .is_none_or(|amount| Some(amount) == self.price || figures.iter().flatten().any(|paid| amount >= *paid))
    }

    pub(crate) fn item(&self, id: &str) -> Option<&Item<'a>> {
        self.items.iter().find(|item| item.id == id)
    }

    /// The rows among the cancels in this state.
    pub(crate) fn cancels_in(&self, state: State) -> impl Iterator<Item = &Reversal<'a>> {
        self.cancels.iter().filter(move |cancel| cancel.state == state)
    }
}

impl Reversal<'_> {
    /// iyzico's id of the row.
    pub(crate) fn id(&self) -> Option<&str> {
        self.row
            .text(&details::REFUND_TX_ID)
            .or_else(|| self.row.text(&details::REFUND_ID))
    }

    /// Its date, as iyzico writes it.
    pub(crate) fn created_date(&self) -> Option<&str> {
        self.row.text(&details::CREATED_DATE)
    }

    /// The bank's reference.
    pub(crate) fn host_reference(&self) -> Option<&str> {
        self.row.text(&HOST_REFERENCE)
    }
}

/// A row's conversationId, if it has one.
fn shown_id<'a>(row: &'a Data, field: &'static AnswerField) -> Option<&'a str> {
    row.text(field).filter(|id| !is_none(id))
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
    /// The status codes are not documented: carried-out rows were only seen with `refundStatus` 1, and a row may have an error.
    fn of(row: &Data) -> Self {
        let said = |field| row.text(field).filter(|text| !text.is_empty());
        // Banks write "00" for no error.
        let code = said(&details::ERROR_CODE).filter(|code| code.bytes().any(|byte| byte != b'0'));
        let (group, message) = (said(&details::ERROR_GROUP), said(&details::ERROR_MESSAGE));
        let is_clean = code.is_none() && group.is_none() && message.is_none();
        match (row.integer(&details::REFUND_STATUS), code) {
            (Some(1), None) if is_clean => Self::CarriedOut,
            (Some(0), Some(code)) if matches!(proof(Access::Merchant, code, group), Proof::NotDone(_)) => Self::Failed,
            _ => Self::Doubtful,
        }
    }
}

/// A currency in any spelling: the lira has had three codes, and some systems still write the old ones.
pub(crate) fn currency(code: &str) -> Option<&str> {
    match code.trim() {
        "" => None,
        "TL" | "YTL" | "949" => Some("TRY"),
        code => Some(code),
    }
}

/// Whether a text is a system's way to write "none".
pub(crate) fn is_none(text: &str) -> bool {
    let text = text.trim();
    text.is_empty()
        || ["-", "nil", "none", "null", "undefined"]
            .iter()
            .any(|none| text.eq_ignore_ascii_case(none))
}
