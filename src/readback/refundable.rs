//! What may still be given back of a payment.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::picture::{KURUS, Payment, Reversal, State, Summary};
use crate::amount::Amount;
use crate::answer::Data;
use crate::card::payment_details::PAYMENT_DETAILS;
use crate::field::check::read_object;
use crate::field::issue::{Code, Issue, Locale, Problem, Wanted};
use crate::json::{self, ObjectWriter};

/// What was paid, given back, is in doubt and is left of each payment and item, exactly: `{ payments }` as JSON text.
/// `details` is the data of a `paymentDetails` success, as JSON text.
///
/// A row that failed counts for nothing. One that neither was plainly carried out nor plainly failed is in doubt, and so is what
/// iyzico's summary knows of and no row shows. Of what was never paid, only authorised, or cancelled, nothing is left.
pub fn refundable(details: &str) -> Result<String, Vec<Issue>> {
    let mut out = String::new();
    write_refundable(details, &mut out)?;
    Ok(out)
}

/// The same, written to `out`.
pub(crate) fn write_refundable(details: &str, out: &mut String) -> Result<(), Vec<Issue>> {
    let Some(data) = Data::read(&read_object(details)?, PAYMENT_DETAILS.answer()) else {
        let problem = Problem::wanted(Code::Type, Wanted::PaymentDetails);
        return Err(vec![Issue::new("", problem, Locale::En)]);
    };
    let mut seen = Seen::default();
    out.push_str("{\"payments\":[");
    for (at, row) in data.list("payments").enumerate() {
        let payment = Payment::new(row);
        let path = [String::from("payments"), json::integer(at as i64)];
        let books = Books::of(&payment, &mut seen)
            .map_err(|(name, problem)| vec![Issue::within(&path, name, problem, Locale::En)])?;
        out.push_str(if at > 0 { "," } else { "" });
        books.write(&payment, out);
    }
    out.push_str("]}");
    Ok(())
}

/// How a payment stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum PaymentState {
    /// The card holds the amount for the merchant, who has not taken it
    Authorized,
    /// The whole of it was taken back
    Cancelled,
    /// Paid, whatever was given back since
    Paid,
    /// Never paid: failed, or begun and left
    Unpaid,
}

impl PaymentState {
    /// Every state.
    pub const ALL: &'static [Self] = &[Self::Authorized, Self::Cancelled, Self::Paid, Self::Unpaid];

    /// The name in JavaScript.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Authorized => "authorized",
            Self::Cancelled => "cancelled",
            Self::Paid => "paid",
            Self::Unpaid => "unpaid",
        }
    }
}

/// The ids so far: a payment or item that stands there twice would count twice.
#[derive(Default)]
struct Seen<'a> {
    items: BTreeSet<&'a str>,
    payments: BTreeSet<&'a str>,
}

struct Books {
    state: PaymentState,
    total: Balance,
    /// In the order of the payment's items.
    items: Vec<Balance>,
}

/// Amounts in the smallest units.
#[derive(Clone, Copy, Default)]
struct Balance {
    paid: i128,
    refunded: i128,
    doubtful: i128,
}

/// A member that contradicts another, by its name, and what is wrong.
type Contradiction = (&'static str, Problem);

impl Books {
    fn of<'a>(payment: &Payment<'a>, seen: &mut Seen<'a>) -> Result<Self, Contradiction> {
        let twice = |id: &str| contradicts("", &format!("{id} stands there twice"));
        if !seen.payments.insert(payment.id) {
            return Err(twice(payment.id));
        }
        for item in &payment.items {
            if !seen.items.insert(item.id) {
                return Err(twice(item.id));
            }
        }
        if payment.items.is_empty() && payment.paid.is_some_and(|paid| paid > 0) {
            return Err(("itemTransactions", missing("items", payment.id)));
        }
        let mut items = Vec::new();
        for item in &payment.items {
            let paid = item
                .paid
                .ok_or_else(|| ("itemTransactions", missing("paidPrice", item.id)))?;
            let rows = || payment.reversals.iter().filter(|row| row.item_id == Some(item.id));
            // Without its list, only a summary that knows of no refund at all tells that there was none.
            let is_told = item.is_listed || payment.summary == Some(Summary::None);
            let balance = Balance {
                paid,
                refunded: sum(rows(), State::CarriedOut, payment)?,
                doubtful: if is_told {
                    sum(rows(), State::Doubtful, payment)?
                } else {
                    paid
                },
            };
            if balance.refunded > paid {
                let [refunded, paid] = [balance.refunded, paid].map(print);
                let what = format!("the refunds of item {} add up to {refunded} of {paid} paid", item.id);
                return Err(contradicts("itemTransactions", &what));
            }
            items.push(balance.bounded());
        }
        let total = total(&items);
        if let Some(paid) = payment.paid
            && total.paid - paid > KURUS * items.len() as i128
        {
            let [items, paid] = [total.paid, paid].map(print);
            let what = format!("its items add up to {items} of {paid} paid");
            return Err(contradicts("itemTransactions", &what));
        }
        let mut books = Self {
            state: PaymentState::Paid,
            total,
            items,
        };
        books.cancels(payment)?;
        books.summary(payment);
        books.state(payment)?;
        Ok(books)
    }

    /// Takes in what stands among the payment's cancels: mostly the whole payment, but an amount that was given back without naming
    /// an item may stand there as well.
    fn cancels(&mut self, payment: &Payment<'_>) -> Result<(), Contradiction> {
        let paid = self.total.paid;
        if payment
            .cancels(State::CarriedOut)
            .any(|cancel| payment.is_whole(cancel))
        {
            self.state = PaymentState::Cancelled;
            for balance in self.items.iter_mut().chain([&mut self.total]) {
                *balance = Balance {
                    paid: balance.paid,
                    refunded: balance.paid,
                    doubtful: 0,
                };
            }
            return Ok(());
        }
        let refunded = sum(payment.cancels(State::CarriedOut), State::CarriedOut, payment)?;
        let mut doubtful = refunded;
        for cancel in payment.cancels(State::Doubtful) {
            doubtful += cancel.amount.filter(|_| !payment.is_whole(cancel)).unwrap_or(paid);
        }
        // Of which item it was is not said, so of each it may have been.
        for balance in &mut self.items {
            balance.doubtful += doubtful;
            *balance = balance.bounded();
        }
        self.total.refunded += refunded;
        self.total.doubtful += doubtful - refunded;
        self.total = self.total.bounded();
        if self.total.refunded > paid {
            let [refunded, paid] = [self.total.refunded, paid].map(print);
            let what = format!("refunds and cancels add up to {refunded} of {paid} paid");
            return Err(contradicts("cancels", &what));
        }
        Ok(())
    }

    /// Takes in what iyzico's summary knows of and no row shows yet.
    fn summary(&mut self, payment: &Payment<'_>) {
        let shown = self.total.refunded + self.total.doubtful;
        let is_ahead = match payment.summary {
            // A word that nobody knows may mean anything.
            Some(Summary::All | Summary::Other) => shown < self.total.paid,
            Some(Summary::Part) => shown == 0,
            Some(Summary::None) | None => false,
        };
        if is_ahead && self.state == PaymentState::Paid {
            for balance in self.items.iter_mut().chain([&mut self.total]) {
                balance.doubtful = balance.paid - balance.refunded;
            }
        }
    }

    fn state(&mut self, payment: &Payment<'_>) -> Result<(), Contradiction> {
        let phase = payment.phase.map(str::trim).filter(|phase| !phase.is_empty());
        let is_charged =
            phase.is_none_or(|phase| ["AUTH", "POST_AUTH"].iter().any(|own| phase.eq_ignore_ascii_case(own)));
        let state = match payment.status {
            Some(1) | None if is_charged => return Ok(()),
            Some(1) | None => PaymentState::Authorized,
            Some(_) => PaymentState::Unpaid,
        };
        // A pre-authorisation can be cancelled.
        if self.state == PaymentState::Cancelled && state == PaymentState::Authorized {
            return Ok(());
        }
        if self.total.refunded > 0 {
            let name = if state == PaymentState::Unpaid {
                "paymentStatus"
            } else {
                "phase"
            };
            let refunded = print(self.total.refunded);
            let what = format!("it says {}, and {refunded} was given back", state.as_str());
            return Err(contradicts(name, &what));
        }
        self.state = state;
        Ok(())
    }

    fn write(&self, payment: &Payment<'_>, out: &mut String) {
        let mut items = String::from("[");
        for (item, balance) in payment.items.iter().zip(&self.items) {
            items.push_str(if items.len() > 1 { "," } else { "" });
            let mut object = ObjectWriter::new(&mut items);
            object.text("paymentTransactionId", item.id);
            balance.write(self.state, &mut object);
            object.end();
        }
        items.push(']');
        let mut object = ObjectWriter::new(out);
        object.text("paymentId", payment.id);
        object.plain("state", self.state.as_str());
        self.total.write(self.state, &mut object);
        object.optional("currency", payment.currency);
        object.literal("items", &items);
        object.end();
    }
}

impl Balance {
    /// No more can be in doubt than is left.
    fn bounded(self) -> Self {
        Self {
            doubtful: self.doubtful.min((self.paid - self.refunded).max(0)),
            ..self
        }
    }

    fn write(&self, state: PaymentState, object: &mut ObjectWriter<'_>) {
        let left = match state {
            PaymentState::Paid => self.paid - self.refunded - self.doubtful,
            _ => 0,
        };
        for (name, units) in [
            ("paid", self.paid),
            ("refunded", self.refunded),
            ("doubtful", self.doubtful),
            ("refundable", left),
        ] {
            object.plain(name, &print(units));
        }
    }
}

fn total(items: &[Balance]) -> Balance {
    let mut total = Balance::default();
    for item in items {
        total.paid += item.paid;
        total.refunded += item.refunded;
        total.doubtful += item.doubtful;
    }
    total
}

/// What the rows in this state add up to. A row in doubt that names no amount may be of all that was paid.
fn sum<'r>(
    rows: impl Iterator<Item = &'r Reversal<'r>>,
    state: State,
    payment: &Payment<'_>,
) -> Result<i128, Contradiction> {
    let mut sum = 0;
    for row in rows.filter(|row| row.state == state) {
        if let (Some(shown), Some(paid)) = (row.currency, payment.currency)
            && !shown.eq_ignore_ascii_case(paid)
        {
            return Err(contradicts(
                "currency",
                &format!("{paid} was paid, and {shown} given back"),
            ));
        }
        sum += match (row.amount, state) {
            (Some(amount), _) => amount,
            (None, State::Doubtful) => payment.paid.or_else(|| payment.paid_for_items()).unwrap_or_default(),
            (None, _) => {
                return Err((
                    "itemTransactions",
                    missing("refundPrice", row.item_id.unwrap_or(payment.id)),
                ));
            }
        };
    }
    Ok(sum)
}

fn contradicts(name: &'static str, what: &str) -> Contradiction {
    (name, Problem::with(Code::Contradiction, what))
}

fn missing(name: &str, of: &str) -> Problem {
    Problem::with(Code::Missing, &format!("the {name} of {of}"))
}

fn print(units: i128) -> String {
    Amount::from_units(units).map_or_else(String::new, |amount| String::from(amount.as_str()))
}
