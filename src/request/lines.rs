//! What the lines of a refund at a till give back.

use crate::amount::Amount;
use crate::operations::terminal::refund::{RETURN_AMOUNT, SALE_ITEMS, TOTAL_PRICE_AMOUNT};
use crate::table::field::Field;
use crate::table::values::Values;

/// What a line gives back, and the field that says so: its `returnAmount`, or without one its `totalPriceAmount`.
pub(super) fn given_back(line: &Values) -> Option<(&'static Field, Amount)> {
    let said = |field| Some((field, line.amount(field)?));
    said(&RETURN_AMOUNT).or_else(|| said(&TOTAL_PRICE_AMOUNT))
}

/// What all lines give back; `None` for what has no lines, or more in all than an amount can be.
pub(crate) fn sum(refund: &Values) -> Option<Amount> {
    let lines = refund.items(&SALE_ITEMS)?.iter();
    let amounts: Option<Vec<_>> = lines.map(|line| Some(given_back(line)?.1)).collect();
    Amount::sum(amounts?)
}
