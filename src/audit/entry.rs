//! An entry of the books: one refund or cancel.

use time::Date;

use super::day::day_of;
use crate::amount::Amount;
use crate::issue::{Code, Issue, Issues, Problem};
use crate::named::named;
use crate::operation::Operation;
use crate::operations::card::fields as card;
use crate::request::Asked;
use crate::table::check::{check, locale, read_object};
use crate::table::field::{Choice, Field, Rule};
use crate::table::rule::Form;
use crate::table::spec::Access;
use crate::table::values::Values;

/// A refund or cancel in the merchant's books.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) id: String,
    pub(super) operation: Operation,
    pub(super) target: Target,
    /// `None` for a cancel whose amount the books don't know: it is the whole payment.
    pub(super) amount: Option<Amount>,
    /// `None` stands for the payment's currency.
    pub(super) currency: Option<String>,
    pub(super) conversation_id: Option<String>,
    /// The bank's reference of the refund or cancel.
    pub(super) host_reference: Option<String>,
    pub(super) books: Books,
    pub(super) sent_at: i64,
    pub(super) day: Option<Date>,
}

/// What is refunded: an item or a payment.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub(super) enum Target {
    Item(String),
    Payment(String),
}

impl Target {
    pub(super) fn id(&self) -> &str {
        match self {
            Self::Item(id) | Self::Payment(id) => id,
        }
    }
}

named! {
    /// The state of a refund or cancel in the merchant's books. If a row fits several entries, the earlier variant has precedence.
    Books {
        /// It happened: the outcome is `success`, or `reconcile` says `landed`.
        Done = "done",
        /// It is not known yet: the outcome is `unknown`, or `reconcile` says `ambiguous`.
        Open = "open",
        /// It did not happen: the outcome is `failure`, or `reconcile` says `not-landed`.
        NotDone = "not-done",
    }
}

impl Entry {
    /// Reads a JSON object with a list of entries.
    pub(super) fn read_all(text: &str) -> Result<Vec<Self>, Issues> {
        let object = read_object(text)?;
        let values = check(FIELDS, &object, Form::Params)?;
        let mut issues = Vec::new();
        let mut entries = Vec::new();
        for (at, values) in values.items(&ENTRIES).unwrap_or_default().iter().enumerate() {
            match Self::read(values) {
                Ok(entry) => entries.push(entry),
                Err((field, problem)) => {
                    let path = [ENTRIES.name().to_owned(), at.to_string()];
                    issues.push(Issue::within(&path, field.name(), problem, locale(&object)));
                }
            }
        }
        Issues::none_or(issues, entries)
    }

    fn read(values: &Values) -> Result<Self, (&'static Field, Problem)> {
        let text = |field: &'static Field| values.text(field).unwrap_or_default();
        let operation = reversals().find(|operation| operation.name() == text(&OPERATION));
        let operation = operation.ok_or_else(|| {
            let names: Vec<_> = reversals().map(Operation::name).collect();
            (&OPERATION, Problem::none_of(Code::UnknownOperation, &names, None))
        })?;
        let asked = Asked::recall(operation, text(&BODY)).map_err(|_| (&BODY, Code::DraftAltered.into()))?;

        let said = asked.values();
        let target = match said.text(&card::PAYMENT_TRANSACTION_ID) {
            Some(item) => Target::Item(item.to_owned()),
            None => Target::Payment(said.text(&card::PAYMENT_ID).unwrap_or_default().to_owned()),
        };
        let books = Books::ALL.iter().find(|books| books.as_str() == text(&STATE));
        let sent_at = values.integer(&SENT_AT).unwrap_or_default();
        Ok(Self {
            id: text(&ID).to_owned(),
            operation,
            target,
            amount: said.amount(&card::PRICE).or_else(|| values.amount(&AMOUNT)),
            currency: said.text(&card::CURRENCY).map(ToOwned::to_owned),
            conversation_id: said.text(&card::CONVERSATION_ID).map(ToOwned::to_owned),
            host_reference: values.text(&HOST_REFERENCE).map(ToOwned::to_owned),
            books: books.copied().unwrap_or(Books::Open),
            sent_at,
            day: day_of(sent_at),
        })
    }

    pub(super) fn is_cancel(&self) -> bool {
        self.operation == Operation::Cancel
    }
}

/// The operations of an entry.
fn reversals() -> impl Iterator<Item = Operation> {
    let all = Operation::ALL.iter().copied();
    all.filter(|operation| operation.moves_money() && operation.access() == Access::Merchant)
}

static FIELDS: &[&Field] = &[&ENTRIES, &card::LOCALE];

pub(super) static ENTRIES: Field = Field::new("entries", Rule::Items(ENTRY), "The entries of your books.").required();

static ENTRY: &[&Field] = &[&ID, &OPERATION, &BODY, &STATE, &SENT_AT, &HOST_REFERENCE, &AMOUNT];

pub(super) static ID: Field = Field::new("id", Rule::Text, "Your own id of the entry.").required();

static OPERATION: Field = Field::new("operation", Rule::Text, "The operation.").required();

static BODY: Field = Field::new("body", Rule::Text, "The body of the draft or request.").required();

static STATE: Field = Field::new("state", Rule::OneOf(&STATES), "The state in your books.").required();

static STATES: Choice = Choice {
    code: Code::State,
    values: &[Books::Done.as_str(), Books::NotDone.as_str(), Books::Open.as_str()],
    any_case: false,
    instead: &[
        ("success", Books::Done.as_str()),
        ("landed", Books::Done.as_str()),
        ("failure", Books::NotDone.as_str()),
        ("not-landed", Books::NotDone.as_str()),
        ("unknown", Books::Open.as_str()),
        ("ambiguous", Books::Open.as_str()),
    ],
};

static SENT_AT: Field = Field::new("sentAt", Rule::Time, "Just before it was sent.").required();

static HOST_REFERENCE: Field = Field::new("hostReference", Rule::Text, "The bank's reference of it.");

static AMOUNT: Field = Field::new(
    "amount",
    Rule::Amount,
    "Of a cancel: the cancelled amount, from the answer.",
);
