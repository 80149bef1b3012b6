//! A draft: a request without credentials.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::asked::Asked;
use super::encoding::{is_body_of, write_json, write_path};
use super::params::Params;
use crate::issue::{Code, Issue, Issues, Locale};
use crate::json::Value as Json;
use crate::operation::Operation;
use crate::table::check::read_object;
use crate::table::field::{Field, Rule};
use crate::table::rule::Form;
use crate::table::spec::{Access, Wire};
use crate::table::values::Value;

/// A checked request with its exact body.
///
/// It holds no secret: it can be made in a browser, stored as JSON, and queued. Before it is signed, [`Draft::reopen`] checks
/// it again.
#[derive(Clone, Debug, Serialize)]
pub struct Draft {
    operation: Operation,
    method: &'static str,
    path: String,
    body: String,
    fingerprint: String,
    #[serde(skip)]
    asked: Asked,
}

impl Draft {
    /// Makes the draft of checked params.
    ///
    /// Refuses a login: its body contains a password, which must not be stored or queued.
    pub fn new(params: Params) -> Result<Self, Issues> {
        match params.operation().access() {
            Access::Login => Err(Operation::unknown(&[Access::Merchant, Access::Terminal])),
            Access::Merchant | Access::Terminal => Ok(Self::of(params.into_asked())),
        }
    }

    /// Reads and checks a draft from any source: a JSON object with its five members.
    ///
    /// Checks the values in the body like params. The body, method, path and fingerprint must be exactly what these values
    /// produce.
    pub fn reopen(draft: &str) -> Result<Self, Issues> {
        let members = read_object(draft)?;
        let text = |name| match members.value(name) {
            Some(Json::Text(text)) => text.as_ref(),
            _ => "",
        };

        let operation: Operation = text("operation").parse()?;
        let asked = match operation.wire() {
            Wire::Query => text("path"),
            Wire::Form(_) | Wire::Json => text("body"),
        };
        if operation.access() == Access::Login {
            return Err(Operation::unknown(&[Access::Merchant, Access::Terminal]));
        }
        let mut draft = Self::of(Asked::read(operation, asked, Form::Body)?);
        // The body of an earlier version is signed and sent as it is.
        if is_body_of(draft.asked.values(), text("body")) {
            text("body").clone_into(&mut draft.body);
        }
        let own = [
            ("operation", operation.name()),
            ("method", draft.method),
            ("path", &draft.path),
            ("body", &draft.body),
            ("fingerprint", &draft.fingerprint),
        ];
        let is_altered =
            |(name, value): &&(&str, &str)| !matches!(members.value(name), Some(Json::Text(given)) if given == value);
        let altered = own
            .iter()
            .filter(is_altered)
            .map(|(name, _)| Issue::new(name, Code::DraftAltered, Locale::En));
        let is_unknown = |name: &&str| !own.iter().any(|(known, _)| known == name);
        let unknown = members
            .iter()
            .map(|(name, _)| name)
            .filter(is_unknown)
            .map(|name| Issue::new(name, Code::UnknownField, Locale::En));
        let issues = altered.chain(unknown).collect();
        Issues::none_or(issues, ()).map(|()| draft)
    }

    fn of(asked: Asked) -> Self {
        let operation = asked.operation();
        let (path, body) = match operation.wire() {
            Wire::Query => (write_path(operation, asked.values()), String::new()),
            Wire::Form(_) | Wire::Json => (operation.path().to_owned(), write_json(asked.values())),
        };
        Self {
            operation,
            method: operation.method(),
            path,
            body,
            fingerprint: fingerprint(&asked),
            asked,
        }
    }

    /// The operation.
    pub const fn operation(&self) -> Operation {
        self.operation
    }

    /// The path, with the query of a GET. The signature covers it up to the `?`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The exact body that is signed and sent; empty for a GET.
    pub fn body(&self) -> &str {
        &self.body
    }

    /// A hash of the intent: operation, target, amount, currency and conversationId, in 64 lowercase hex digits.
    ///
    /// Two drafts of the same refund have the same fingerprint, even if their amounts are spelled differently.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// The operation and values, the body, and the fingerprint.
    pub(super) fn into_parts(self) -> (Asked, String, String) {
        (self.asked, self.body, self.fingerprint)
    }
}

impl AsRef<Asked> for Draft {
    fn as_ref(&self) -> &Asked {
        &self.asked
    }
}

fn fingerprint(asked: &Asked) -> String {
    let mut hash = Sha256::new();
    hash.update(FINGERPRINT_VERSION);
    hash.update(asked.operation().name());
    for field in asked.operation().fields() {
        if field.is_intent() {
            add_to_fingerprint(asked.values().get(field), field, &mut hash);
        }
    }
    base16ct::lower::encode_string(&hash.finalize())
}

/// Adds a line for each value. A line break in a value becomes a character that no value contains, so that one value can't pose
/// as two. A list is its length and a line for each field of each item.
fn add_to_fingerprint(value: Option<&Value>, field: &Field, hash: &mut Sha256) {
    hash.update("\n");
    match (value, field.rule()) {
        (Some(Value::Items(items)), Rule::Items(fields)) => {
            hash.update(items.len().to_string());
            for item in items {
                for field in *fields {
                    add_to_fingerprint(item.get(field), field, hash);
                }
            }
        }
        (Some(value), _) => {
            for (at, line) in value.canonical().split('\n').enumerate() {
                hash.update(if at > 0 { "\u{1}" } else { "" });
                hash.update(line);
            }
        }
        (None, _) => {}
    }
}

/// Changes whenever the meaning of a fingerprint does, so that a ledger never mixes them.
const FINGERPRINT_VERSION: &str = "iyzico-reversals fingerprint 1\n";
