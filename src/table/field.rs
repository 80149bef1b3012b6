//! The description of a request's field: a row of an operation's table, and the rule for its values.

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

    /// It is required.
    pub(crate) const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// It is used for checks and not sent.
    pub(crate) const fn unsent(mut self) -> Self {
        self.sent = false;
        self
    }

    /// It is part of the intent: two requests with the same values in these fields are the same refund.
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

    /// The rule for its values.
    pub const fn rule(&self) -> &Rule {
        &self.rule
    }

    /// Whether it is required.
    pub const fn is_required(&self) -> bool {
        self.required
    }

    /// Whether it is sent. The others are used for checks only.
    pub const fn is_sent(&self) -> bool {
        self.sent
    }

    /// Whether the fingerprint covers it.
    pub const fn is_intent(&self) -> bool {
        self.intent
    }

    /// Its constraint that involves another field.
    pub const fn relation(&self) -> Relation {
        self.relation
    }

    /// What it means, with the source of the fact.
    pub const fn doc(&self) -> &Doc {
        &self.doc
    }
}

impl fmt::Debug for Field {
    /// Shows the other field by its name, because two fields may refer to each other.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Field").field(&self.name).finish()
    }
}

/// The rule for a field's values.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Rule {
    /// Money, as a decimal string or a number that cannot have been rounded
    Amount,
    /// A base URL: https, or http on this machine
    BaseUrl,
    /// A whole number from 1 to 999999999
    Count,
    /// A calendar day as the digits YYYYMMDD, a number or a string; sent as a number
    Date,
    /// A calendar day as the text YYYY-MM-DD
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
    /// One of these values
    OneOf(&'static Choice),
    /// Prose: line breaks and tabs are accepted, other control characters are not
    Prose,
    /// A caller's own id, by which read-back finds the operation: printable ASCII without a space at either end, at most 255
    /// characters, so that no system on the way has a reason to alter it
    Reference,
    /// Any text without control characters
    Text,
    /// A text of at most 64 characters without control characters
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
    /// Common wrong spellings and the right one for each.
    pub(crate) instead: &'static [(&'static str, &'static str)],
}

impl Choice {
    /// The values as they are sent.
    pub const fn values(&self) -> &'static [&'static str] {
        self.values
    }

    /// Whether other letter cases are accepted.
    pub const fn takes_any_case(&self) -> bool {
        self.any_case
    }
}

/// The longest text in params, in characters.
pub const MAX_TEXT: usize = 65_536;

/// The longest list in params.
pub const MAX_ITEMS: usize = 1_000;
