//! The description of an answer's field: a row of an operation's table.

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

    /// It repeats this field of the request, or is missing.
    pub(crate) const fn echo_if_answered(mut self, of: &'static Field) -> Self {
        self.echo = Echo::IfAnswered(of);
        self
    }

    /// It repeats this field of the request.
    pub(crate) const fn echo(mut self, of: &'static Field) -> Self {
        self.echo = Echo::Sent(of);
        self
    }

    /// It repeats this field of the request, and is missing if that was.
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

    /// Which field of the request it repeats.
    pub const fn echoes(&self) -> Echo {
        self.echo
    }

    /// What it means.
    pub const fn doc(&self) -> &Doc {
        &self.doc
    }
}

/// The type of an answer's field. Strings and numbers are read alike, because iyzico writes both.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Kind {
    /// Money, as a decimal string without trailing zeros
    Amount,
    /// Yes or no
    Flag,
    /// A safe integer
    Integer,
    /// A list of objects with these fields
    List(&'static [&'static AnswerField]),
    /// Text; a number keeps its digits
    Text,
}

/// Whether an answer's field repeats a field of the request.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Echo {
    /// Equal to this field, and missing or empty if it was not sent
    Exact(&'static Field),
    /// Equal to this field, if both are there
    IfAnswered(&'static Field),
    /// Nothing
    None,
    /// Equal to this field; free if it was not sent
    Sent(&'static Field),
}
