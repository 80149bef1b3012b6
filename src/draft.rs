//! A draft: everything of a request but the credentials.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use sha2::{Digest, Sha256};

use crate::datum::Datum;
use crate::field::check::{Checked, check};
use crate::field::issue::{Code, Issue, Locale, Problem};
use crate::field::rule::{Accepted, Form};
use crate::json::{self, ObjectWriter, Value};
use crate::operation::{OPERATIONS, Operation};

/// A checked request with its exact body.
///
/// It holds no secret: it can be made in a browser, stored, and queued. Whoever signs it checks it
/// again with [`Draft::reopen`].
#[derive(Clone, Debug)]
pub struct Draft {
    operation: &'static Operation,
    checked: Checked,
    body: String,
    fingerprint: String,
}

impl Draft {
    /// Checks `params`, a JSON object, for the operation called `operation`.
    pub fn new(operation: &str, params: &str) -> Result<Self, Vec<Issue>> {
        let operation = find(operation)?;
        check(operation.fields(), params, Form::Params).map(|checked| Self::from_checked(operation, checked))
    }

    /// Checks a draft that was made elsewhere, as the JSON text of its five members.
    ///
    /// The body is checked like params and must be, byte for byte, what its own values produce; so
    /// must the method, path and fingerprint.
    pub fn reopen(draft: &str) -> Result<Self, Vec<Issue>> {
        let parts = match json::read(draft) {
            Ok(Value::Object(parts)) => parts,
            Ok(_) => return Err(vec![Issue::new("", Problem::new(Code::NotAnObject), Locale::En)]),
            Err(_) => return Err(vec![Issue::new("", Problem::new(Code::NotJson), Locale::En)]),
        };
        let text = |name| match parts.value(name) {
            Some(Value::Text(text)) => text.as_str(),
            _ => "",
        };

        let operation = find(text("operation"))?;
        let checked = check(operation.fields(), text("body"), Form::Body)?;
        let draft = Self::from_checked(operation, checked);
        let members = draft.members();
        let mut issues = Vec::new();
        for (name, value) in members {
            if text(name) != value {
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

    fn from_checked(operation: &'static Operation, checked: Checked) -> Self {
        Self {
            operation,
            body: body(&checked),
            fingerprint: fingerprint(operation, &checked),
            checked,
        }
    }

    /// The operation.
    pub const fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// The exact body that is signed and sent.
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

    /// The accepted params, for forms.
    pub fn params(&self) -> Datum {
        let params = self.checked.iter().map(|(field, value)| match value {
            Accepted::Amount(amount) => (field.name(), Datum::text(amount.as_str())),
            Accepted::Text(text) => (field.name(), Datum::text(text)),
        });
        Datum::Object(params.collect())
    }

    /// The draft as JSON text.
    pub fn to_json(&self) -> String {
        let mut out = String::new();
        let mut object = ObjectWriter::new(&mut out);
        for (name, value) in self.members() {
            object.text(name, value);
        }
        object.end();
        out
    }

    fn members(&self) -> [(&'static str, &str); 5] {
        [
            ("operation", self.operation.name()),
            ("method", self.operation.method()),
            ("path", self.operation.path()),
            ("body", &self.body),
            ("fingerprint", &self.fingerprint),
        ]
    }
}

fn find(operation: &str) -> Result<&'static Operation, Vec<Issue>> {
    Operation::find(operation).ok_or_else(|| {
        let names: Vec<_> = OPERATIONS.iter().map(|operation| operation.name()).collect();
        let problem = Problem::none_of(Code::UnknownOperation, &names, None, Locale::En);
        vec![Issue::new("operation", problem, Locale::En)]
    })
}

fn body(checked: &Checked) -> String {
    let mut out = String::with_capacity(256);
    let mut object = ObjectWriter::new(&mut out);
    for (field, value) in checked.iter() {
        if field.is_sent() {
            match value {
                Accepted::Amount(amount) => object.name(field.name()).push_str(amount.as_str()),
                Accepted::Text(text) => object.text(field.name(), text),
            }
        }
    }
    object.end();
    out
}

/// A line for each field of the intent; no value holds a line break, so none can pose as another.
fn fingerprint(operation: &Operation, checked: &Checked) -> String {
    let mut hash = Sha256::new();
    hash.update(FINGERPRINT_VERSION);
    hash.update(operation.name());
    for field in operation.fields().iter().filter(|field| field.is_intent()) {
        hash.update("\n");
        if let Some(value) = checked.value(field.name()) {
            hash.update(value.canonical());
        }
    }
    base16ct::lower::encode_string(&hash.finalize())
}

/// Changes when the meaning of a fingerprint does, so that a ledger never mixes the two.
const FINGERPRINT_VERSION: &str = "iyzico-reversals fingerprint 1\n";
