//! Checks a refund against what the sale has left.

use alloc::borrow::ToOwned;
use alloc::vec;
use alloc::vec::Vec;

use super::refund::REFUND;
use super::refundable_sale_info::REFUNDABLE_SALE_INFO;
use crate::amount::Amount;
use crate::answer::{Data, Row};
use crate::field::check::Checked;
use crate::field::issue::{Code, Issue, Locale, Problem, Wanted};
use crate::field::rule::Accepted;
use crate::json::{self, Object, Value};
use crate::operation::Operation;

/// Refuses what the sale has not left to give back. The context's `sale` is the data of a
/// `terminal.refundableSaleInfo` success.
///
/// A line is found by its `relatedSaleItemId`, or without one by its name; lines of the request that
/// mean the same line of the sale are counted together. A line gives back its `returnAmount`, or without
/// one its `totalPriceAmount`.
pub(crate) fn check(
    operation: &Operation,
    refund: &Checked,
    context: &Object<'_>,
    locale: Locale,
) -> Result<(), Vec<Issue>> {
    let takes_sale = operation.name() == REFUND.name();
    let mut issues = Vec::new();
    for (name, _) in context.iter() {
        if !takes_sale || name != "sale" {
            issues.push(Issue::new(name, Problem::new(Code::UnknownField), locale));
        }
    }
    if !issues.is_empty() {
        return Err(issues);
    }
    if !takes_sale {
        return Ok(());
    }
    // A context without the sale was meant to have one: what held it was undefined.
    let sale = match context.value("sale") {
        Some(Value::Object(sale)) => Data::read(sale, REFUNDABLE_SALE_INFO.answer()),
        _ => None,
    };
    let left = sale.as_ref().and_then(|sale| sale.text("totalReturnableAmount"));
    let (Some(sale), Some(left), Some(Accepted::Items(lines))) = (&sale, left, refund.value("saleItems")) else {
        let problem = Problem::wanted(Code::Type, Wanted::RefundableSaleInfo);
        return Err(vec![Issue::new("sale", problem, locale)]);
    };

    let mut check = Check {
        sale,
        locale,
        claims: Vec::new(),
        issues: Vec::new(),
    };
    check.related_sale(refund);
    let mut total = 0;
    for (at, line) in lines.iter().enumerate() {
        let (field, amount) = amount(line);
        check.line(&json::integer(at as i64), line, field, amount);
        total += amount;
    }
    if total > units(left) {
        let problem = Problem::with(Code::MoreThanTotalReturnable, left);
        check.issues.push(Issue::new("saleItems", problem, locale));
    }
    match check.issues.is_empty() {
        true => Ok(()),
        false => Err(check.issues),
    }
}

struct Check<'a> {
    sale: &'a Data,
    locale: Locale,
    claims: Vec<Claim>,
    issues: Vec<Issue>,
}

/// What the lines so far ask for of one line of the sale.
struct Claim {
    sale_line: usize,
    quantity: i64,
    amount: i128,
}

impl Check<'_> {
    fn related_sale(&mut self, refund: &Checked) {
        if let (Some(related), Some(uid)) = (refund.text("relatedSaleId"), self.sale.text("saleUid"))
            && related != uid
        {
            let problem = Problem::with(Code::OtherSale, uid);
            self.issues.push(Issue::new("relatedSaleId", problem, self.locale));
        }
    }

    fn line(&mut self, at: &str, line: &Checked, amount_field: &str, amount: i128) {
        let (field, key) = match line.value("relatedSaleItemId") {
            Some(_) => ("relatedSaleItemId", "id"),
            None => ("name", "name"),
        };
        let Some((sale_line, row)) = named(self.sale, key, line.text(field)) else {
            return self.report(at, field, Problem::new(Code::UnknownSaleItem));
        };
        let quantity = match line.value("itemQuantity") {
            Some(Accepted::Integer(quantity)) => *quantity,
            _ => 0,
        };

        self.claims.push(Claim {
            sale_line,
            quantity,
            amount,
        });
        let (mut quantity, mut amount) = (0, 0);
        for claim in &self.claims {
            if claim.sale_line == sale_line {
                quantity += claim.quantity;
                amount += claim.amount;
            }
        }

        // A line that does not say what is left of it has nothing left.
        let left = row.integer("returnableQuantity").unwrap_or(0);
        if quantity > left {
            let problem = Problem::with(Code::MoreThanReturnableQuantity, &json::integer(left));
            self.report(at, "itemQuantity", problem);
        }
        let left = row.text("returnableAmount").unwrap_or("0");
        if amount > units(left) {
            let problem = Problem::with(Code::MoreThanReturnableAmount, left);
            self.report(at, amount_field, problem);
        }
    }

    fn report(&mut self, at: &str, name: &str, problem: Problem) {
        let path = ["saleItems".to_owned(), at.to_owned()];
        self.issues.push(Issue::within(&path, name, problem, self.locale));
    }
}

/// The one line of the sale whose `key` is `meant`.
fn named<'a>(sale: &'a Data, key: &str, meant: Option<&str>) -> Option<(usize, Row<'a>)> {
    let mut found = None;
    for (at, row) in sale.list("saleItems").enumerate() {
        if meant.is_some() && row.text(key) == meant {
            if found.is_some() {
                return None;
            }
            found = Some((at, row));
        }
    }
    found
}

/// What a line gives back in the smallest units, and the field that says so.
fn amount(line: &Checked) -> (&'static str, i128) {
    for field in ["returnAmount", "totalPriceAmount"] {
        if let Some(Accepted::Amount(amount)) = line.value(field) {
            return (field, amount.units());
        }
    }
    ("totalPriceAmount", 0)
}

/// An amount of the data, which is one of ours.
fn units(amount: &str) -> i128 {
    Amount::from_answer(amount).map_or(0, |amount| amount.units())
}
