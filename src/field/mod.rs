//! What a field of a request is: one row of an operation's table.

pub(crate) mod check;
pub(crate) mod ip;
pub(crate) mod issue;
#[cfg(not(feature = "package"))]
mod message;
pub(crate) mod rule;

use self::rule::Rule;
use crate::doc::Doc;

/// One field of a request.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    name: &'static str,
    rule: Rule,
    required: bool,
    sent: bool,
    intent: bool,
    relation: Relation,
    doc: Doc,
}

/// A constraint that involves another field, by its name.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Relation {
    /// Its amount must not be more than the other's
    AtMost(&'static str),
    /// It is accepted only without the other
    Excludes(&'static str),
    /// No constraint
    Free,
    /// It is accepted only beside the other
    Needs(&'static str),
    /// It is required where the other is missing
    Unless(&'static str),
}

impl Field {
    /// An optional field that is sent under its own name.
    pub(crate) const fn new(name: &'static str, rule: Rule, doc: &'static str) -> Self {
        Self {
            name,
            rule,
            required: false,
            sent: true,
            intent: false,
            relation: Relation::Free,
            doc: Doc::new(doc),
        }
    }

    /// The request makes no sense without it.
    pub(crate) const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// It guides the check and is not part of the request.
    pub(crate) const fn unsent(mut self) -> Self {
        self.sent = false;
        self
    }

    /// It says what is moved: two requests that agree in these fields mean the same refund.
    pub(crate) const fn intent(mut self) -> Self {
        self.intent = true;
        self
    }

    /// It is accepted only beside the field called `other`.
    pub(crate) const fn only_with(mut self, other: &'static str) -> Self {
        self.relation = Relation::Needs(other);
        self
    }

    /// Its amount must not be more than that of the field called `other`.
    pub(crate) const fn at_most(mut self, other: &'static str) -> Self {
        self.relation = Relation::AtMost(other);
        self
    }

    /// It is required where the field called `other` is missing.
    pub(crate) const fn required_unless(mut self, other: &'static str) -> Self {
        self.relation = Relation::Unless(other);
        self
    }

    /// It is accepted only without the field called `other`.
    pub(crate) const fn instead_of(mut self, other: &'static str) -> Self {
        self.relation = Relation::Excludes(other);
        self
    }

    /// The name in params and on the wire.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The form its values have.
    pub const fn rule(&self) -> &Rule {
        &self.rule
    }

    /// Whether the request makes no sense without it.
    pub const fn is_required(&self) -> bool {
        self.required
    }

    /// Whether it travels; the others only guide the check.
    pub const fn is_sent(&self) -> bool {
        self.sent
    }

    /// Whether it belongs to what the fingerprint is made of.
    pub const fn is_intent(&self) -> bool {
        self.intent
    }

    /// How it stands to another field.
    pub const fn relation(&self) -> Relation {
        self.relation
    }

    /// What it means, with the source of the fact.
    pub const fn doc(&self) -> &Doc {
        &self.doc
    }
}
