//! The list of operations, and what describes one.

use core::fmt;

use crate::card;
use crate::doc::Doc;
use crate::field::Field;

/// Every operation. A new one is a line here and a file of its own.
pub static OPERATIONS: &[&Operation] = &[
    &card::refund::REFUND,
    &card::refund_v2::REFUND_V2,
    &card::cancel::CANCEL,
];

/// A call to iyzico, described once: its checks, body, reading, docs and types come from this.
pub struct Operation {
    pub(crate) name: &'static str,
    pub(crate) path: &'static str,
    pub(crate) fields: &'static [Field],
    pub(crate) answer: &'static [AnswerField],
    /// The answer fields whose values, joined with `:`, the answer's signature is over; empty when
    /// the answer is not signed.
    pub(crate) signed: &'static [&'static str],
    pub(crate) doc: Doc,
    pub(crate) source: Doc,
}

impl Operation {
    /// The operation called `name` in JavaScript.
    pub fn find(name: &str) -> Option<&'static Self> {
        OPERATIONS.iter().copied().find(|operation| operation.name == name)
    }

    /// The name in JavaScript.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The HTTP method.
    pub const fn method(&self) -> &'static str {
        "POST"
    }

    /// The path that is called and signed.
    pub const fn path(&self) -> &'static str {
        self.path
    }

    /// The fields of a request, in the order of the body.
    pub const fn fields(&self) -> &'static [Field] {
        self.fields
    }

    /// The fields of a success.
    pub const fn answer(&self) -> &'static [AnswerField] {
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
    doc: Doc,
}

impl AnswerField {
    pub(crate) const fn new(name: &'static str, kind: Kind, doc: &'static str) -> Self {
        Self {
            name,
            kind,
            echo: Echo::None,
            doc: Doc::new(doc),
        }
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
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Kind {
    /// Money, as a decimal string without trailing zeros
    Amount,
    /// Yes or no
    Flag,
    /// Milliseconds since 1970, as a number
    Millis,
    /// Text; a number keeps its digits
    Text,
}

/// What an answer's field says about the request.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Echo {
    /// Equal to what was sent, and absent or empty when nothing was
    Exact,
    /// Nothing
    None,
    /// Equal to what was sent; free when nothing was
    Sent,
}
