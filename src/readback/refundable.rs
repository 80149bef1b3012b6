//! What can still be refunded of a payment.

use std::collections::HashSet;

use serde::Serialize;

use super::payment::{Payment, Reversal, Summary};
use super::verdict::State;
use crate::amount::Amount;
use crate::issue::{Code, Issue, Issues, Locale, Problem, Wanted};
use crate::named::named;
use crate::operation::Operation;
use crate::operations::card::payment_details::{
    CANCELS, CURRENCY, ITEM_TRANSACTIONS, PAID_PRICE, PAYMENT_STATUS, PAYMENTS, PHASE, REFUND_PRICE,
};
use crate::table::answer_field::AnswerField;
use crate::table::check::read_object;
use crate::table::data::Data;

/// Computes the paid, refunded, doubtful and refundable amounts of each payment and item, exactly. `details` is the data of a
/// successful `paymentDetails`, as JSON text.
///
/// Failed rows don't count. Rows that are neither plainly carried out nor plainly failed are in doubt, and so is an amount that
/// iyzico's summary counts and no row shows. Nothing is left of a payment that was never paid, only authorised, or cancelled.
pub fn refundable(details: &str) -> Result<Refundable, Issues> {
    let Ok(data) = Data::read(&read_object(details)?, Operation::PaymentDetails.answer()) else {
        return Err(Issues::one("", Problem::wanted(Code::Type, Wanted::PaymentDetails)));
    };
    let mut seen = Seen::default();
    let mut payments = Vec::new();
    for (at, row) in data.list(&PAYMENTS).iter().enumerate() {
        let payment = Payment::new(row);
        let books = Books::of(&payment, &mut seen).map_err(|(field, problem)| {
            let path = [PAYMENTS.name().to_owned(), at.to_string()];
            Issue::within(&path, field.map_or("", AnswerField::name), problem, Locale::En)
        })?;
        payments.push(books.shown(&payment));
    }
    Ok(Refundable { payments })
}

/// What can still be refunded of the payments in an answer.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Refundable {
    /// In the order of the answer
    pub payments: Vec<RefundablePayment>,
}

/// What can still be refunded of a payment.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct RefundablePayment {
    /// The payment's id
    pub payment_id: String,
    /// The state of the payment
    pub state: PaymentState,
    /// The paid amount
    pub paid: Amount,
    /// The refunded amount
    pub refunded: Amount,
    /// The amount in doubt, which may have been refunded: it is not refundable until that is known
    pub doubtful: Amount,
    /// The amount that can still be refunded
    pub refundable: Amount,
    /// The payment's currency
    pub currency: Option<String>,
    /// In the order of the answer
    pub items: Vec<RefundableItem>,
}

/// What can still be refunded of an item; see [`RefundablePayment`].
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct RefundableItem {
    /// The id of the item's payment
    pub payment_transaction_id: String,
    /// The paid amount
    pub paid: Amount,
    /// The refunded amount
    pub refunded: Amount,
    /// The amount in doubt
    pub doubtful: Amount,
    /// The amount that can still be refunded
    pub refundable: Amount,
}

named! {
    /// The state of a payment.
    PaymentState {
        /// Authorised only: the card holds the amount, and nothing was charged.
        Authorized = "authorized",
        /// Cancelled as a whole.
        Cancelled = "cancelled",
        /// Paid, even if it has been refunded since.
        Paid = "paid",
        /// Never paid: it failed or was abandoned.
        Unpaid = "unpaid",
    }
}

/// The ids seen so far: a duplicate payment or item would count twice.
#[derive(Default)]
struct Seen<'a> {
    items: HashSet<&'a str>,
    payments: HashSet<&'a str>,
}

struct Books {
    state: PaymentState,
    total: Balance,
    /// In the order of the payment's items.
    items: Vec<Balance>,
}

#[derive(Clone, Copy)]
struct Balance {
    paid: Amount,
    refunded: Amount,
    doubtful: Amount,
}

/// A contradiction: the member (or the payment as a whole) and what is wrong.
type Contradiction = (Option<&'static AnswerField>, Problem);

impl Books {
    fn of<'a>(payment: &Payment<'a>, seen: &mut Seen<'a>) -> Result<Self, Contradiction> {
        let twice = |id: &str| contradicts(None, format!("{id} stands there twice"));
        if !seen.payments.insert(payment.id) {
            return Err(twice(payment.id));
        }
        if let Some(item) = payment.items.iter().find(|item| !seen.items.insert(item.id)) {
            return Err(twice(item.id));
        }
        if payment.items.is_empty() && payment.paid.is_some_and(|paid| paid > Amount::ZERO) {
            return Err(missing("items", payment.id));
        }
        let mut items = Vec::new();
        for item in &payment.items {
            let paid = item.paid.ok_or_else(|| missing(PAID_PRICE.name(), item.id))?;
            // If the list is missing, only the summary `NOT_REFUNDED` shows that there was no refund.
            let is_told = item.is_listed || payment.summary == Some(Summary::None);
            let balance = Balance {
                paid,
                refunded: sum(&item.refunds, State::CarriedOut, payment)?,
                doubtful: if is_told {
                    sum(&item.refunds, State::Doubtful, payment)?
                } else {
                    paid
                },
            };
            let Balance { refunded, .. } = balance;
            if refunded > paid {
                let what = format!("the refunds of item {} add up to {refunded} of {paid} paid", item.id);
                return Err(contradicts(Some(&ITEM_TRANSACTIONS), what));
            }
            items.push(balance.bounded());
        }
        let total = Balance::total(&items)?;
        if let Some(paid) = payment.paid
            && total.paid.less(paid) > Amount::hundredths(u32::try_from(items.len()).unwrap_or(u32::MAX))
        {
            let what = format!("its items add up to {} of {paid} paid", total.paid);
            return Err(contradicts(Some(&ITEM_TRANSACTIONS), what));
        }
        let mut books = Self {
            state: PaymentState::Paid,
            total,
            items,
        };
        books.take_cancels(payment)?;
        books.take_summary(payment);
        books.take_state(payment)?;
        Ok(books)
    }

    /// Adds the rows among the cancels: mostly the whole payment, but also amounts that were refunded without an item.
    fn take_cancels(&mut self, payment: &Payment<'_>) -> Result<(), Contradiction> {
        let paid = self.total.paid;
        if payment
            .cancels_in(State::CarriedOut)
            .any(|cancel| payment.is_whole(cancel))
        {
            self.state = PaymentState::Cancelled;
            for balance in self.items.iter_mut().chain([&mut self.total]) {
                balance.refunded = balance.paid;
                balance.doubtful = Amount::ZERO;
            }
            return Ok(());
        }
        let refunded = sum(&payment.cancels, State::CarriedOut, payment)?;
        let mut doubtful = Amount::ZERO;
        for cancel in payment.cancels_in(State::Doubtful) {
            let of_it = cancel.amount.filter(|_| !payment.is_whole(cancel));
            doubtful = added(doubtful, of_it.unwrap_or(paid))?;
        }
        // The item is unknown, so each one may have been refunded.
        for balance in &mut self.items {
            balance.doubtful = added(balance.doubtful, added(refunded, doubtful)?)?;
            *balance = balance.bounded();
        }
        let total = Balance {
            paid,
            refunded: added(self.total.refunded, refunded)?,
            doubtful: added(self.total.doubtful, doubtful)?,
        };
        if total.refunded > paid {
            let what = format!("refunds and cancels add up to {} of {paid} paid", total.refunded);
            return Err(contradicts(Some(&CANCELS), what));
        }
        self.total = total.bounded();
        Ok(())
    }

    /// Adds the amount that iyzico's summary counts and no row shows yet.
    fn take_summary(&mut self, payment: &Payment<'_>) {
        let is_ahead = match payment.summary {
            // An undocumented value may mean anything.
            Some(Summary::All | Summary::Other) => self.total.left() > Amount::ZERO,
            Some(Summary::Part) => self.total.refunded == Amount::ZERO && self.total.doubtful == Amount::ZERO,
            Some(Summary::None) | None => false,
        };
        if is_ahead && self.state == PaymentState::Paid {
            for balance in self.items.iter_mut().chain([&mut self.total]) {
                balance.doubtful = balance.paid.less(balance.refunded);
            }
        }
    }

    fn take_state(&mut self, payment: &Payment<'_>) -> Result<(), Contradiction> {
        let phase = payment.phase.map(str::trim).filter(|phase| !phase.is_empty());
        let is_charged =
            phase.is_none_or(|phase| ["AUTH", "POST_AUTH"].iter().any(|own| phase.eq_ignore_ascii_case(own)));
        let (state, field) = match payment.status {
            Some(1) | None if is_charged => return Ok(()),
            Some(1) | None => (PaymentState::Authorized, &PHASE),
            Some(_) => (PaymentState::Unpaid, &PAYMENT_STATUS),
        };
        // An authorisation can be cancelled too.
        if self.state == PaymentState::Cancelled && state == PaymentState::Authorized {
            return Ok(());
        }
        if self.total.refunded > Amount::ZERO {
            let what = format!("it says {}, and {} was refunded", state.as_str(), self.total.refunded);
            return Err(contradicts(Some(field), what));
        }
        self.state = state;
        Ok(())
    }

    fn shown(self, payment: &Payment<'_>) -> RefundablePayment {
        let Self { state, total, items } = self;
        let left = |balance: Balance| match state {
            PaymentState::Paid => balance.left(),
            _ => Amount::ZERO,
        };
        let items = payment.items.iter().zip(items).map(|(item, balance)| RefundableItem {
            payment_transaction_id: item.id.to_owned(),
            paid: balance.paid,
            refunded: balance.refunded,
            doubtful: balance.doubtful,
            refundable: left(balance),
        });
        RefundablePayment {
            payment_id: payment.id.to_owned(),
            state,
            paid: total.paid,
            refunded: total.refunded,
            doubtful: total.doubtful,
            refundable: left(total),
            currency: payment.currency.map(ToOwned::to_owned),
            items: items.collect(),
        }
    }
}

impl Balance {
    fn total(items: &[Self]) -> Result<Self, Contradiction> {
        let sum = |part: fn(&Self) -> Amount| Amount::sum(items.iter().map(part)).ok_or_else(too_much);
        Ok(Self {
            paid: sum(|item| item.paid)?,
            refunded: sum(|item| item.refunded)?,
            doubtful: sum(|item| item.doubtful)?,
        })
    }

    /// The amount in doubt is at most what is left.
    fn bounded(self) -> Self {
        Self {
            doubtful: self.doubtful.min(self.paid.less(self.refunded)),
            ..self
        }
    }

    /// The amount that is neither refunded nor in doubt.
    fn left(self) -> Amount {
        self.paid.less(self.refunded).less(self.doubtful)
    }
}

/// The sum of the rows in this state. A doubtful row without an amount may be of the whole paid amount.
fn sum(rows: &[Reversal<'_>], state: State, payment: &Payment<'_>) -> Result<Amount, Contradiction> {
    let mut sum = Amount::ZERO;
    for row in rows.iter().filter(|row| row.state == state) {
        if let (Some(shown), Some(paid)) = (row.currency, payment.currency)
            && !shown.eq_ignore_ascii_case(paid)
        {
            let what = format!("{paid} was paid, and {shown} refunded");
            return Err(contradicts(Some(&CURRENCY), what));
        }
        let amount = match (row.amount, state) {
            (Some(amount), _) => amount,
            (None, State::Doubtful) => {
                let items = payment.paid_for_items().map_err(|_| too_much())?;
                payment.paid.or(items).unwrap_or(Amount::ZERO)
            }
            (None, _) => return Err(missing(REFUND_PRICE.name(), row.item_id.unwrap_or(payment.id))),
        };
        sum = added(sum, amount)?;
    }
    Ok(sum)
}

fn added(one: Amount, other: Amount) -> Result<Amount, Contradiction> {
    one.plus(other).ok_or_else(too_much)
}

fn too_much() -> Contradiction {
    contradicts(
        Some(&ITEM_TRANSACTIONS),
        String::from("its amounts add up to more than an amount can be"),
    )
}

fn contradicts(field: Option<&'static AnswerField>, what: String) -> Contradiction {
    (field, Problem::with(Code::Contradiction, what))
}

fn missing(name: &str, of: &str) -> Contradiction {
    let problem = Problem::with(Code::Missing, format!("the {name} of {of}"));
    (Some(&ITEM_TRANSACTIONS), problem)
}
