//! What a field of an answer is: one row of an operation's table.

use super::field::Field;
use crate::doc::Doc;

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

    /// It repeats this field of the request, or is absent.
    pub(crate) const fn echo_if_answered(mut self, of: &'static Field) -> Self {
        self.echo = Echo::IfAnswered(of);
        self
    }

    /// It repeats this field of the request.
    pub(crate) const fn echo(mut self, of: &'static Field) -> Self {
        self.echo = Echo::Sent(of);
        self
    }

    /// It repeats this field of the request, and is absent when that was.
    pub(crate) const fn exact_echo(mut self, of: &'static Field) -> Self {
        self.echo = Echo::Exact(of);
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

    /// What it says about the request.
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
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Echo {
    /// Equal to what was sent in this field, and absent or empty when nothing was
    Exact(&'static Field),
    /// Equal to what was sent in this field, if it is there and something was
    IfAnswered(&'static Field),
    /// Nothing
    None,
    /// Equal to what was sent in this field; free when nothing was
    Sent(&'static Field),
}
