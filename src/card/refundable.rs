//! What may still be given back of a payment.

use alloc::vec;
use alloc::vec::Vec;

use super::payment_details::PAYMENT_DETAILS;
use crate::amount::Amount;
use crate::answer::{Data, Row};
use crate::datum::Datum;
use crate::field::issue::{Code, Issue, Locale, Problem};
use crate::json::Object;

/// What was paid, given back and is left of each payment and item, exactly. `details` is the data of a
/// `paymentDetails` success.
///
/// Every refund in it counts, whatever its status; of a cancelled payment nothing is left.
pub(crate) fn refundable(details: &Object<'_>) -> Result<Datum, Vec<Issue>> {
    let data = Data::read(details, PAYMENT_DETAILS.answer());
    let payments = data.and_then(|data| data.list("payments").map(payment).collect());
    payments.map(Datum::List).ok_or_else(|| {
        let wanted = "the data of a successful paymentDetails";
        vec![Issue::new("", Problem::with(Code::Type, wanted), Locale::En)]
    })
}

/// `None` where the amounts contradict each other.
fn payment(payment: Row<'_>) -> Option<Datum> {
    let cancelled = payment.list("cancels").next().is_some();
    let mut total = Balance::default();
    let mut items = Vec::new();
    for item in payment.list("itemTransactions") {
        let mut balance = Balance {
            paid: item.amount("paidPrice")?,
            ..Balance::default()
        };
        for refund in item.list("refunds") {
            balance.refunded = balance.refunded.plus(&refund.amount("refundPrice")?)?;
        }
        balance.left = balance.paid.minus(&balance.refunded)?;
        if cancelled {
            balance.refunded = balance.paid.clone();
            balance.left = Amount::zero();
        }
        total.paid = total.paid.plus(&balance.paid)?;
        total.refunded = total.refunded.plus(&balance.refunded)?;
        total.left = total.left.plus(&balance.left)?;
        let id = Datum::text(item.text("paymentTransactionId")?);
        items.push(Datum::Object(balance.members(("paymentTransactionId", id))));
    }
    let mut members = total.members(("paymentId", Datum::text(payment.text("paymentId")?)));
    members.push(("currency", payment.text("currency").map_or(Datum::Null, Datum::text)));
    members.push(("items", Datum::List(items)));
    Some(Datum::Object(members))
}

struct Balance {
    paid: Amount,
    refunded: Amount,
    left: Amount,
}

impl Default for Balance {
    fn default() -> Self {
        Self {
            paid: Amount::zero(),
            refunded: Amount::zero(),
            left: Amount::zero(),
        }
    }
}

impl Balance {
    fn members(&self, id: (&'static str, Datum)) -> Vec<(&'static str, Datum)> {
        vec![
            id,
            ("paid", Datum::text(self.paid.canonical())),
            ("refunded", Datum::text(self.refunded.canonical())),
            ("refundable", Datum::text(self.left.canonical())),
        ]
    }
}
