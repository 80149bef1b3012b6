//! Whether a refund or cancel was carried out, by what the reporting service says of its payment.

use super::cancel::CANCEL;
use super::payment_details::PAYMENT_DETAILS;
use crate::answer::{Answer, Row, Status};
use crate::field::check::Checked;
use crate::field::rule::Accepted;
use crate::operation::Operation;
use crate::reconciliation::Reconciliation;

/// `None` where the answer decides nothing: it can't be read, is a refusal, or is about another payment.
///
/// A refund or cancel that stands there under the request's conversationId is ours. One that may be ours
/// or may not leaves a doubt: it has no conversationId, or the request had none, and its amount could be
/// ours; or its status is not that of one that was carried out.
pub(crate) fn read(
    operation: &'static Operation,
    request: &Checked,
    http_status: Option<u16>,
    answer: Option<&str>,
) -> Option<Reconciliation> {
    let answer = Answer::open(http_status, answer).ok()?;
    match answer.status() {
        Some(Status::Success) if !answer.names_an_error() => {}
        _ => return None,
    }
    let data = answer.data(PAYMENT_DETAILS.answer()).ok()?;

    let price = match request.value("price") {
        Some(Accepted::Amount(price)) => Some(price.units()),
        _ => None,
    };
    let mut search = Search {
        conversation_id: request.text("conversationId"),
        // An amount that is refunded without naming an item may be recorded in parts.
        price: price.filter(|_| request.text("paymentTransactionId").is_some()),
        found: false,
        ours: 0,
    };
    for payment in data.list("payments") {
        if request
            .text("paymentId")
            .is_some_and(|id| payment.text("paymentId") != Some(id))
        {
            continue;
        }
        if operation.name() == CANCEL.name() {
            search.found = true;
            search.reversals(payment.list("cancels"), "cancelConversationId")?;
            continue;
        }
        for item in payment.list("itemTransactions") {
            if request
                .text("paymentTransactionId")
                .is_none_or(|id| item.text("paymentTransactionId") == Some(id))
            {
                search.found = true;
                search.reversals(item.list("refunds"), "refundConversationId")?;
            }
        }
    }

    match search.ours {
        _ if !search.found => None,
        0 => Some(Reconciliation::NotLanded),
        // More, or less, than was asked for is not what was asked for: twice the same, or a part.
        ours if price.is_some_and(|price| price != ours) => None,
        _ => Some(Reconciliation::Landed),
    }
}

struct Search<'a> {
    conversation_id: Option<&'a str>,
    /// The amount that one refund of this request must have; none where it may have come in parts.
    price: Option<i128>,
    /// Whether what the request is about stands in the answer.
    found: bool,
    /// What was given back under the request's conversationId, in the smallest units.
    ours: i128,
}

impl Search<'_> {
    /// `None` at the first that leaves a doubt.
    fn reversals<'r>(&mut self, reversals: impl Iterator<Item = Row<'r>>, conversation_id: &str) -> Option<()> {
        for reversal in reversals {
            let amount = reversal.units("refundPrice").unwrap_or(0);
            let theirs = reversal.text(conversation_id).filter(|id| !id.is_empty());
            match (self.conversation_id, theirs) {
                (Some(ours), Some(theirs)) if ours != theirs => {}
                (Some(_), Some(_)) if amount > 0 && reversal.integer("refundStatus") == Some(CARRIED_OUT) => {
                    self.ours += amount;
                }
                (Some(_), Some(_)) => return None,
                // Of another amount, it is another's.
                _ if amount > 0 && self.price.is_some_and(|price| price != amount) => {}
                _ => return None,
            }
        }
        Some(())
    }
}

/// The only `refundStatus` that was seen on one that was carried out.
const CARRIED_OUT: i64 = 1;
