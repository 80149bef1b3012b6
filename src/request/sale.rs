//! Checks a refund at a till against what is left of its sale.

use std::ptr;

use super::lines::{refund_amount, sum};
use crate::amount::Amount;
use crate::issue::{Code, Issue, Issues, Locale, Problem, Wanted};
use crate::json::{Object, Value as Json};
use crate::operation::Operation;
use crate::operations::terminal::{refund, refundable_sale_info as sale_info};
use crate::table::answer_field::AnswerField;
use crate::table::data::Data;
use crate::table::field::Field;
use crate::table::values::{Value, Values};

/// Refuses a refund of more than is left. The context's `sale` is the data of a successful `terminal.refundableSaleInfo`.
///
/// A line is found by its `relatedSaleItemId`, or else by its name. Lines of the request for the same line of the sale count
/// together.
pub(super) fn check(operation: Operation, refund: &Values, context: &Object<'_>, locale: Locale) -> Result<(), Issues> {
    let takes_sale = operation == Operation::TerminalRefund;
    let unknown = context.iter().filter(|(name, _)| !takes_sale || *name != "sale");
    let issues = unknown.map(|(name, _)| Issue::new(name, Code::UnknownField, locale));
    Issues::none_or(issues.collect(), ())?;
    if !takes_sale {
        return Ok(());
    }
    // A context without a readable sale is an error: the check must not be skipped silently.
    let sale = match context.value("sale") {
        Some(Json::Object(sale)) => Data::read(sale, Operation::RefundableSaleInfo.answer()).ok(),
        _ => None,
    };
    let left = sale
        .as_ref()
        .and_then(|sale| sale.amount(&sale_info::TOTAL_RETURNABLE_AMOUNT));
    let (Some(sale), Some(left), Some(lines)) = (&sale, left, refund.items(&refund::SALE_ITEMS)) else {
        let problem = Problem::wanted(Code::Type, Wanted::RefundableSaleInfo);
        return Err(Issue::new("sale", problem, locale).into());
    };

    let mut check = Check {
        sale,
        locale,
        claims: Vec::new(),
        issues: Vec::new(),
    };
    check.related_sale(refund);
    for (at, line) in lines.iter().enumerate() {
        check.line(&at.to_string(), line);
    }
    // A sum that is too large for an amount is more than is left.
    if sum(refund).is_none_or(|total| total > left) {
        let problem = Problem::with(Code::MoreThanTotalReturnable, left.to_string());
        check
            .issues
            .push(Issue::new(refund::SALE_ITEMS.name(), problem, locale));
    }
    Issues::none_or(check.issues, ())
}

struct Check<'a> {
    sale: &'a Data,
    locale: Locale,
    claims: Vec<Claim<'a>>,
    issues: Vec<Issue>,
}

/// A line of the request, matched to its line of the sale.
struct Claim<'a> {
    sale_line: &'a Data,
    quantity: i64,
    amount: Amount,
}

impl Check<'_> {
    fn related_sale(&mut self, refund: &Values) {
        if let (Some(related), Some(uid)) = (
            refund.text(&refund::RELATED_SALE_ID),
            self.sale.text(&sale_info::SALE_UID),
        ) && related != uid
        {
            let problem = Problem::with(Code::OtherSale, uid);
            let name = refund::RELATED_SALE_ID.name();
            self.issues.push(Issue::new(name, problem, self.locale));
        }
    }

    fn line(&mut self, at: &str, line: &Values) {
        let (field, key): (&Field, &AnswerField) = match line.get(&refund::RELATED_SALE_ITEM_ID) {
            Some(_) => (&refund::RELATED_SALE_ITEM_ID, &sale_info::ID),
            None => (&refund::NAME, &sale_info::NAME),
        };
        let Some(sale_line) = named(self.sale, key, line.text(field)) else {
            return self.report(at, field, Code::UnknownSaleItem);
        };
        let quantity = match line.get(&refund::ITEM_QUANTITY) {
            Some(Value::Integer(quantity)) => *quantity,
            _ => 0,
        };
        let (amount_field, amount) = refund_amount(line).unwrap_or((&refund::TOTAL_PRICE_AMOUNT, Amount::ZERO));
        self.claims.push(Claim {
            sale_line,
            quantity,
            amount,
        });
        let claims = || self.claims.iter().filter(|claim| ptr::eq(claim.sale_line, sale_line));
        let quantity: i64 = claims().map(|claim| claim.quantity).sum();
        let amount = Amount::sum(claims().map(|claim| claim.amount));

        // If the figure is missing, nothing counts as left of the line.
        let left = sale_line.integer(&sale_info::RETURNABLE_QUANTITY).unwrap_or(0);
        if quantity > left {
            let problem = Problem::with(Code::MoreThanReturnableQuantity, left.to_string());
            self.report(at, &refund::ITEM_QUANTITY, problem);
        }
        let left = sale_line.amount(&sale_info::RETURNABLE_AMOUNT).unwrap_or(Amount::ZERO);
        if amount.is_none_or(|amount| amount > left) {
            let problem = Problem::with(Code::MoreThanReturnableAmount, left.to_string());
            self.report(at, amount_field, problem);
        }
    }

    fn report(&mut self, at: &str, field: &Field, problem: impl Into<Problem>) {
        let path = [refund::SALE_ITEMS.name().to_owned(), at.to_owned()];
        self.issues
            .push(Issue::within(&path, field.name(), problem, self.locale));
    }
}

/// The line of the sale whose `key` is `meant`; `None` if there is none or more than one.
fn named<'a>(sale: &'a Data, key: &'static AnswerField, meant: Option<&str>) -> Option<&'a Data> {
    let meant = meant?;
    let mut lines = sale
        .list(&sale_info::SALE_ITEMS)
        .iter()
        .filter(|line| line.text(key) == Some(meant));
    let line = lines.next()?;
    lines.next().is_none().then_some(line)
}
