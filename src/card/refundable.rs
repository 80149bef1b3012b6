//! What may still be given back of a payment.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::payment_details::PAYMENT_DETAILS;
use crate::amount::Amount;
use crate::answer::{Data, Row};
use crate::field::check::read_object;
use crate::field::issue::{Code, Issue, Locale, Problem, Wanted};
use crate::json::ObjectWriter;

/// What was paid, given back and is left of each payment and item, exactly: `{ payments }` as JSON text.
/// `details` is the data of a `paymentDetails` success, as JSON text.
///
/// Every refund in it counts, whatever its status; of a cancelled payment nothing is left.
pub fn refundable(details: &str) -> Result<String, Vec<Issue>> {
    let mut out = String::new();
    write_refundable(details, &mut out)?;
    Ok(out)
}

/// The same, written to `out`.
pub(crate) fn write_refundable(details: &str, out: &mut String) -> Result<(), Vec<Issue>> {
    let data = Data::read(&read_object(details)?, PAYMENT_DETAILS.answer());
    data.and_then(|data| payments(&data, out)).ok_or_else(|| {
        let problem = Problem::wanted(Code::Type, Wanted::PaymentDetails);
        vec![Issue::new("", problem, Locale::En)]
    })
}

/// `None` where an amount is missing, or the amounts contradict each other.
fn payments(data: &Data, out: &mut String) -> Option<()> {
    out.push_str("{\"payments\":[");
    for (at, row) in data.list("payments").enumerate() {
        out.push_str(if at > 0 { "," } else { "" });
        payment(row, out)?;
    }
    out.push_str("]}");
    Some(())
}

fn payment(payment: Row<'_>, out: &mut String) -> Option<()> {
    let cancelled = payment.list("cancels").next().is_some();
    let mut total = Balance::default();
    let mut items = String::from("[");
    for item in payment.list("itemTransactions") {
        let mut balance = Balance {
            paid: item.units("paidPrice")?,
            refunded: 0,
        };
        for refund in item.list("refunds") {
            balance.refunded += refund.units("refundPrice")?;
        }
        if balance.refunded > balance.paid {
            return None;
        }
        if cancelled {
            balance.refunded = balance.paid;
        }
        total.paid += balance.paid;
        total.refunded += balance.refunded;
        items.push_str(if items.len() > 1 { "," } else { "" });
        let mut object = ObjectWriter::new(&mut items);
        object.text("paymentTransactionId", item.text("paymentTransactionId")?);
        balance.write(&mut object)?;
        object.end();
    }
    items.push(']');
    let mut object = ObjectWriter::new(out);
    object.text("paymentId", payment.text("paymentId")?);
    total.write(&mut object)?;
    object.optional("currency", payment.text("currency"));
    object.literal("items", &items);
    object.end();
    Some(())
}

/// Amounts in the smallest units.
#[derive(Default)]
struct Balance {
    paid: i128,
    refunded: i128,
}

impl Balance {
    fn write(&self, object: &mut ObjectWriter<'_>) -> Option<()> {
        for (name, units) in [
            ("paid", self.paid),
            ("refunded", self.refunded),
            ("refundable", self.paid - self.refunded),
        ] {
            object.plain(name, Amount::from_units(units)?.as_str());
        }
        Some(())
    }
}
