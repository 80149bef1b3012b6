//! The list of operations, and what describes one.

use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

use crate::card;
use crate::doc::Doc;
use crate::field::Field;
use crate::field::issue::{Code, Issue, Locale, Problem};
use crate::terminal;

/// Every operation. A new one is a line here and a file of its own.
pub static OPERATIONS: &[&Operation] = &[
    &card::refund::REFUND,
    &card::refund_v2::REFUND_V2,
    &card::cancel::CANCEL,
    &card::refund_charged_from_merchant::REFUND_CHARGED_FROM_MERCHANT,
    &card::refund_to_balance::REFUND_TO_BALANCE,
    &card::payment_details::PAYMENT_DETAILS,
    &terminal::refund::REFUND,
    &terminal::void::VOID,
    &terminal::refundable_sale_info::REFUNDABLE_SALE_INFO,
    &terminal::transaction_status::TRANSACTION_STATUS,
    &terminal::login::AUTHORIZE,
    &terminal::login::TOKEN,
    &terminal::login::REFRESH,
];

/// A call to iyzico, described once: its checks, body, reading, docs and types come from this.
pub struct Operation {
    pub(crate) name: &'static str,
    pub(crate) path: &'static str,
    pub(crate) access: Access,
    pub(crate) wire: Wire,
    pub(crate) moves_money: bool,
    pub(crate) fields: &'static [&'static Field],
    pub(crate) answer: &'static [&'static AnswerField],
    /// The answer fields whose values, joined with `:`, the answer's signature is over; empty when
    /// the answer is not signed.
    pub(crate) signed: &'static [&'static str],
    pub(crate) doc: Doc,
    pub(crate) source: Doc,
}

/// Who may call an operation.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Access {
    /// The holder of a terminal user's name and password
    Login,
    /// A merchant, by IYZWSv2
    Merchant,
    /// The holder of an access token
    Terminal,
}

/// How an operation's fields travel.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Wire {
    /// In a form, behind these pairs
    Form(&'static str),
    /// In a JSON body
    Json,
    /// In the query of a GET, which no signature covers
    Query,
}

impl Operation {
    /// The operation called `name`.
    pub fn find(name: &str) -> Option<&'static Self> {
        OPERATIONS.iter().copied().find(|operation| operation.name == name)
    }

    /// The operation called `name`, or an issue that lists the names.
    pub(crate) fn named(name: &str) -> Result<&'static Self, Vec<Issue>> {
        Self::find(name).ok_or_else(|| Self::unknown(&[Access::Login, Access::Merchant, Access::Terminal]))
    }

    /// The issue of a name that is no operation of these callers'.
    pub(crate) fn unknown(access: &[Access]) -> Vec<Issue> {
        let mut names = Vec::new();
        for operation in OPERATIONS {
            if access.contains(&operation.access) {
                names.push(operation.name);
            }
        }
        let problem = Problem::none_of(Code::UnknownOperation, &names, None);
        vec![Issue::new("operation", problem, Locale::En)]
    }

    /// That it is one of those that `access` may call, or an issue that lists them.
    pub(crate) fn require(&self, access: Access) -> Result<(), Vec<Issue>> {
        match self.access == access {
            true => Ok(()),
            false => Err(Self::unknown(&[access])),
        }
    }

    /// The name: `refund`, or `terminal.refund` for one of the Terminal API's.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Who may call it.
    pub const fn access(&self) -> Access {
        self.access
    }

    /// How its fields travel.
    pub const fn wire(&self) -> Wire {
        self.wire
    }

    /// The HTTP method.
    pub const fn method(&self) -> &'static str {
        match self.wire {
            Wire::Query => "GET",
            Wire::Form(_) | Wire::Json => "POST",
        }
    }

    /// The path that is called and signed, without a query.
    pub const fn path(&self) -> &'static str {
        self.path
    }

    /// Whether it gives money back; the others only ask, and may be asked again.
    pub const fn moves_money(&self) -> bool {
        self.moves_money
    }

    /// The longest answer that is read, in bytes.
    ///
    /// An answer about money that moves has a few hundred. A payment's details have about two thousand for each item with its
    /// refunds, and baskets of 400 items are real.
    pub const fn longest_answer(&self) -> usize {
        if self.moves_money { 256 << 10 } else { 4 << 20 }
    }

    /// The fields of a request, in the order of the body.
    pub const fn fields(&self) -> &'static [&'static Field] {
        self.fields
    }

    /// The fields of a success.
    pub const fn answer(&self) -> &'static [&'static AnswerField] {
        self.answer
    }

    /// Whether a success must carry a signature.
    pub const fn is_signed(&self) -> bool {
        !self.signed.is_empty()
    }

    /// What it does.
    pub const fn doc(&self) -> &Doc {
        &self.doc
    }

    /// The page that documents it.
    pub const fn source(&self) -> &Doc {
        &self.source
    }
}

impl fmt::Debug for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Operation").field(&self.name).finish()
    }
}

/// One field of an answer.
#[derive(Clone, Copy, Debug)]
pub struct AnswerField {
    name: &'static str,
    kind: Kind,
    echo: Echo,
    required: bool,
    doc: Doc,
}

impl AnswerField {
    pub(crate) const fn new(name: &'static str, kind: Kind, doc: &'static str) -> Self {
        Self {
            name,
            kind,
            echo: Echo::None,
            required: false,
            doc: Doc::new(doc),
        }
    }

    /// If it is missing, the outcome is unknown.
    pub(crate) const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// It repeats the request's field of the same name, or is absent.
    pub(crate) const fn echo_if_answered(mut self) -> Self {
        self.echo = Echo::IfAnswered;
        self
    }

    /// It repeats the request's field of the same name.
    pub(crate) const fn echo(mut self) -> Self {
        self.echo = Echo::Sent;
        self
    }

    /// It repeats the request's field of the same name, and is absent when that was.
    pub(crate) const fn exact_echo(mut self) -> Self {
        self.echo = Echo::Exact;
        self
    }

    /// The name in the answer and in the outcome's data.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// How it is read.
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// Whether every success has it.
    pub const fn is_required(&self) -> bool {
        self.required
    }

    /// How it answers to the request's field of the same name.
    pub const fn echoes(&self) -> Echo {
        self.echo
    }

    /// What it means.
    pub const fn doc(&self) -> &Doc {
        &self.doc
    }
}

/// How an answer's field is read; strings and numbers are taken alike, as iyzico writes both.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Kind {
    /// Money, as a decimal string without trailing zeros
    Amount,
    /// Yes or no
    Flag,
    /// A whole number that a double holds exactly
    Integer,
    /// Objects with these fields
    List(&'static [&'static AnswerField]),
    /// Text; a number keeps its digits
    Text,
}

/// What an answer's field says about the request.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Echo {
    /// Equal to what was sent, and absent or empty when nothing was
    Exact,
    /// Equal to what was sent, if it is there and something was
    IfAnswered,
    /// Nothing
    None,
    /// Equal to what was sent; free when nothing was
    Sent,
}
