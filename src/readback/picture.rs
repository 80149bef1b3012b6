//! What an answer to `paymentDetails` shows of a payment: its items, and every attempt to give something back.

use super::clock;
use super::verdict::State;
use crate::amount::Amount;
use crate::answer::codes::{Proof, proof};
use crate::operations::card::answers::HOST_REFERENCE;
use crate::operations::card::payment_details as details;
use crate::table::answer_field::AnswerField;
use crate::table::data::Data;
use crate::table::spec::Access;

/// A payment as it is shown.
pub(crate) struct Payment<'a> {
    pub(crate) id: &'a str,
    pub(crate) currency: Option<&'a str>,
    /// The basket's price, which the official sample has differ from what was paid.
    pub(crate) price: Option<Amount>,
    /// What was paid, by the payment's own figure.
    pub(crate) paid: Option<Amount>,
    /// `paymentStatus`, if it is shown: 1 is paid.
    pub(crate) status: Option<i64>,
    pub(crate) phase: Option<&'a str>,
    pub(crate) summary: Option<Summary>,
    pub(crate) items: Vec<Item<'a>>,
    /// What stands among the cancels.
    pub(crate) cancels: Vec<Reversal<'a>>,
    /// Whether no list is left out, so that what is not in them is nowhere.
    pub(crate) is_complete: bool,
}

/// A sum with more digits than any money has.
pub(crate) struct TooMuch;

/// An item of a payment.
pub(crate) struct Item<'a> {
    pub(crate) id: &'a str,
    pub(crate) paid: Option<Amount>,
    /// Whether its list of refunds is there, so that what is not in it is nowhere.
    pub(crate) is_listed: bool,
    pub(crate) refunds: Vec<Reversal<'a>>,
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
    pub(crate) amount: Option<Amount>,
    /// The payment's where the row has none.
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

    /// Every row of every list.
    pub(crate) fn reversals(&self) -> impl Iterator<Item = &Reversal<'a>> {
        self.cancels
            .iter()
            .chain(self.items.iter().flat_map(|item| &item.refunds))
    }

    /// The sum of what was paid for the items; none where one does not say, or there are none.
    pub(crate) fn paid_for_items(&self) -> Result<Option<Amount>, TooMuch> {
        let paid: Option<Vec<_>> = self.items.iter().map(|item| item.paid).collect();
        match paid.filter(|paid| !paid.is_empty()) {
            Some(paid) => Amount::sum(paid).ok_or(TooMuch).map(Some),
            None => Ok(None),
        }
    }

    /// Whether a row among the cancels is of the whole payment. An amount that was given back may stand there as well.
    pub(crate) fn is_whole(&self, cancel: &Reversal<'_>) -> bool {
        let figures = [self.paid, self.paid_for_items().unwrap_or_default()];
        cancel
            .amount
            .is_none_or(|amount| Some(amount) == self.price || figures.iter().flatten().any(|paid| amount >= *paid))
    }

    pub(crate) fn item(&self, id: &str) -> Option<&Item<'a>> {
        self.items.iter().find(|item| item.id == id)
    }

    /// What stands among the cancels in this state.
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

    /// When it was made, as iyzico writes it.
    pub(crate) fn created_date(&self) -> Option<&str> {
        self.row.text(&details::CREATED_DATE)
    }

    /// The bank's reference.
    pub(crate) fn host_reference(&self) -> Option<&str> {
        self.row.text(&HOST_REFERENCE)
    }
}

/// The conversationId that a row shows, if it shows one.
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
    /// 1 is the only `refundStatus` that was seen on one that was carried out, and a row may carry an error
    /// (reference 4.10).
    fn of(row: &Data) -> Self {
        let said = |field| row.text(field).filter(|text| !text.is_empty());
        // Banks say "00" for no error.
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
