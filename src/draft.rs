//! A draft: everything of a request but the credentials.

use alloc::string::String;
use alloc::vec::Vec;

use sha2::{Digest, Sha256};

use crate::ascii::{Parts, cut};
use crate::field::check::{Checked, check, read_object};
use crate::field::issue::{Code, Issue, Locale, Problem};
use crate::field::rule::{Accepted, Form, Rule};
use crate::json::{self, ObjectWriter, Value};
use crate::operation::{Access, Operation, Wire};
use crate::params::Params;
use crate::wire::{read_pairs, write_json, write_pairs};

/// A checked request with its exact body.
///
/// It holds no secret: it can be made in a browser, stored, and queued. Whoever signs it checks it
/// again with [`Draft::reopen`].
#[derive(Clone, Debug)]
pub struct Draft {
    pub(crate) operation: &'static Operation,
    pub(crate) path: String,
    pub(crate) body: String,
    pub(crate) fingerprint: String,
}

impl Draft {
    /// Makes the request that the params mean.
    ///
    /// There is none of a login: its body holds a password, which should neither be stored nor queued.
    pub fn new(params: &Params) -> Result<Self, Vec<Issue>> {
        match params.operation().access() {
            Access::Login => Err(Operation::unknown(&[Access::Merchant, Access::Terminal])),
            Access::Merchant | Access::Terminal => Ok(Self::of(params.operation(), params.checked())),
        }
    }

    /// Checks a draft that was made elsewhere, as the JSON text of its five members.
    ///
    /// The body is checked like params and must be, byte for byte, what its own values produce; so
    /// must the method, path and fingerprint.
    pub fn reopen(draft: &str) -> Result<Self, Vec<Issue>> {
        let parts = read_object(draft)?;
        let text = |name| match parts.value(name) {
            Some(Value::Text(text)) => text.as_ref(),
            _ => "",
        };

        let operation = Operation::named(text("operation"))?;
        let asked = match operation.wire() {
            Wire::Query => text("path"),
            Wire::Form(_) | Wire::Json => text("body"),
        };
        let draft = Self::new(&Params::new(operation, asked_for(operation, asked, Form::Body)?))?;
        let members = draft.members();
        let mut issues = Vec::new();
        for (name, value) in members {
            if !matches!(parts.value(name), Some(Value::Text(given)) if given == value) {
                issues.push(Issue::new(name, Problem::new(Code::DraftAltered), Locale::En));
            }
        }
        for (name, _) in parts.iter() {
            if !members.iter().any(|(member, _)| *member == name) {
                issues.push(Issue::new(name, Problem::new(Code::UnknownField), Locale::En));
            }
        }
        match issues.is_empty() {
            true => Ok(draft),
            false => Err(issues),
        }
    }

    fn of(operation: &'static Operation, checked: &Checked) -> Self {
        let mut path = String::from(operation.path());
        let mut body = String::with_capacity(512);
        match operation.wire() {
            Wire::Query => {
                let mut query = String::new();
                write_pairs(checked, &mut query);
                path.push('?');
                path.push_str(&query);
            }
            Wire::Form(_) | Wire::Json => write_json(checked, Form::Body, &mut body),
        }
        Self {
            operation,
            path,
            body,
            fingerprint: fingerprint(operation, checked),
        }
    }

    /// The operation.
    pub const fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// The path that is called, with the query of a GET. What is signed of it ends before the `?`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The exact body that is signed and sent; empty for a GET.
    pub fn body(&self) -> &str {
        &self.body
    }

    /// A hash of what is meant: operation, target, amount, currency and conversationId.
    ///
    /// Two drafts that would move the same money for the same reason have the same fingerprint,
    /// however their amounts are spelled. 64 lowercase hex digits.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// The draft as JSON text.
    pub fn to_json(&self) -> String {
        json::text(|out| self.write(out))
    }

    pub(crate) fn write(&self, out: &mut String) {
        let mut object = ObjectWriter::new(out);
        for (name, value) in self.members() {
            object.text(name, value);
        }
        object.end();
    }

    fn members(&self) -> [(&'static str, &str); 5] {
        [
            ("operation", self.operation.name()),
            ("method", self.operation.method()),
            ("path", &self.path),
            ("body", &self.body),
            ("fingerprint", &self.fingerprint),
        ]
    }
}

/// Reads what a request asks for from its body, or for a GET from its path or URL.
pub(crate) fn asked_for(operation: &'static Operation, text: &str, form: Form) -> Result<Checked, Vec<Issue>> {
    let object = match operation.wire() {
        Wire::Query => read_pairs(cut(text, b'?').map_or("", |(_, query)| query)).unwrap_or_default(),
        Wire::Form(_) | Wire::Json => read_object(text)?,
    };
    check(operation.fields(), &object, form)
}

fn fingerprint(operation: &Operation, checked: &Checked) -> String {
    let mut hash = Sha256::new();
    hash.update(FINGERPRINT_VERSION);
    hash.update(operation.name());
    for field in operation.fields() {
        if field.is_intent() {
            fingerprint_value(checked.value(field.name()), field.rule(), &mut hash);
        }
    }
    base16ct::lower::encode_string(&hash.finalize())
}

/// A line for each value. A line break in a value is written as a character that no value holds, so that no value
/// can pose as two. A list is its length and a line for each field of each item.
fn fingerprint_value(value: Option<&Accepted>, rule: &Rule, hash: &mut Sha256) {
    hash.update("\n");
    match (value, rule) {
        (Some(Accepted::Items(items)), Rule::Items(fields)) => {
            hash.update(json::integer(items.len() as i64));
            for item in items {
                for field in *fields {
                    fingerprint_value(item.value(field.name()), field.rule(), hash);
                }
            }
        }
        (Some(value), _) => {
            for (at, line) in Parts::new(&value.canonical(), b'\n').enumerate() {
                hash.update(if at > 0 { "\u{1}" } else { "" });
                hash.update(line);
            }
        }
        (None, _) => {}
    }
}

/// Changes when the meaning of a fingerprint does, so that a ledger never mixes the two.
const FINGERPRINT_VERSION: &str = "iyzico-reversals fingerprint 1\n";
