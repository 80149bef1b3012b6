//! What a field of a request is: one row of an operation's table, and the form that its values have.

use std::fmt;

use crate::doc::Doc;
use crate::issue::Code;

/// One field of a request.
#[derive(Clone, Copy)]
pub struct Field {
    name: &'static str,
    rule: Rule,
    required: bool,
    sent: bool,
    intent: bool,
    relation: Relation,
    doc: Doc,
}

/// A constraint that involves another field.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Relation {
    /// Its amount must not be more than the other's
    AtMost(&'static Field),
    /// It is accepted only without the other
    Excludes(&'static Field),
    /// No constraint
    Free,
    /// It is accepted only beside the other
    Needs(&'static Field),
    /// It is required where the other is missing
    Unless(&'static Field),
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

    /// It is accepted only beside `other`.
    pub(crate) const fn only_with(mut self, other: &'static Self) -> Self {
        self.relation = Relation::Needs(other);
        self
    }

    /// Its amount must not be more than that of `other`.
    pub(crate) const fn at_most(mut self, other: &'static Self) -> Self {
        self.relation = Relation::AtMost(other);
        self
    }

    /// It is required where `other` is missing.
    pub(crate) const fn required_unless(mut self, other: &'static Self) -> Self {
        self.relation = Relation::Unless(other);
        self
    }

    /// It is accepted only without `other`.
    pub(crate) const fn instead_of(mut self, other: &'static Self) -> Self {
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

impl fmt::Debug for Field {
    /// By name: two fields may each be related to the other.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Field").field(&self.name).finish()
    }
}

/// The form of a field's values.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Rule {
    /// Money, as a decimal string or a number that cannot have been rounded
    Amount,
    /// An https address, or http on this machine, in front of a path
    BaseUrl,
    /// How many: a whole number from 1 to 999999999
    Count,
    /// A day of the calendar as the digits YYYYMMDD, a number or a string; sent as a number
    Date,
    /// A day of the calendar as the text YYYY-MM-DD
    Day,
    /// Yes or no
    Flag,
    /// An id as iyzico gave it: visible ASCII without spaces, and without the `:` that separates
    /// the fields of a signature
    Id,
    /// An IPv4 or IPv6 address
    Ip,
    /// A list of objects, at least one, each with these fields
    Items(&'static [&'static Field]),
    /// A key or token: visible ASCII without spaces
    Key,
    /// One of a list
    OneOf(&'static Choice),
    /// Free text for people: line breaks and tabs are fine, other control characters are not
    Prose,
    /// A caller's own id, by which read-back finds the operation again: printable ASCII without a space at either end,
    /// at most 255 characters, so that no system on the way has a reason to alter it
    Reference,
    /// Any text without control characters
    Text,
    /// Such a text of at most 64 characters
    Text64,
    /// A time in epoch milliseconds
    Time,
    /// An https address
    Url,
}

/// A closed list of values.
#[derive(Debug)]
pub struct Choice {
    pub(crate) code: Code,
    pub(crate) values: &'static [&'static str],
    /// Whether `fraud` may stand for `FRAUD`; the listed spelling is sent.
    pub(crate) any_case: bool,
    /// Wrong spellings that are common enough to answer them with the right one.
    pub(crate) instead: &'static [(&'static str, &'static str)],
}

impl Choice {
    /// The values as they are sent.
    pub const fn values(&self) -> &'static [&'static str] {
        self.values
    }

    /// Whether another letter case is taken too.
    pub const fn takes_any_case(&self) -> bool {
        self.any_case
    }
}

/// The longest text of a caller's, in characters.
pub const MAX_TEXT: usize = 65_536;

/// The longest list of a caller's params.
pub const MAX_ITEMS: usize = 1_000;
