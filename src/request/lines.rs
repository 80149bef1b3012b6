//! The lines of a refund at a till.

use crate::amount::Amount;
use crate::operations::terminal::refund::{RETURN_AMOUNT, SALE_ITEMS, TOTAL_PRICE_AMOUNT};
use crate::table::field::Field;
use crate::table::values::Values;

/// The amount that a line refunds, and its field: `returnAmount`, or else `totalPriceAmount`.
pub(super) fn refund_amount(line: &Values) -> Option<(&'static Field, Amount)> {
    let said = |field| Some((field, line.amount(field)?));
    said(&RETURN_AMOUNT).or_else(|| said(&TOTAL_PRICE_AMOUNT))
}

/// The sum of all lines; `None` without lines, or if the sum has too many digits.
pub(crate) fn sum(refund: &Values) -> Option<Amount> {
    let lines = refund.items(&SALE_ITEMS)?.iter();
    let amounts: Option<Vec<_>> = lines.map(|line| Some(refund_amount(line)?.1)).collect();
    Amount::sum(amounts?)
}
