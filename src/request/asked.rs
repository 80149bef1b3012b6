//! What was asked of iyzico, by which its answer is read.

use super::encoding::{is_body_of, read_pairs, write_path};
use crate::issue::{Code, Issues};
use crate::operation::Operation;
use crate::table::check::{check, read_object};
use crate::table::rule::Form;
use crate::table::spec::{Access, Wire};
use crate::table::values::Values;

/// What was asked of iyzico: an operation and its values.
///
/// A [`Request`](crate::Request) and a [`Draft`](crate::Draft) have one, and [`Asked::recall`] makes it anew from what was stored
/// of either.
#[derive(Clone, Debug)]
pub struct Asked {
    operation: Operation,
    values: Values,
}

impl Asked {
    pub(crate) const fn new(operation: Operation, values: Values) -> Self {
        Self { operation, values }
    }

    /// Reads what was sent: the body, or of a GET the URL or path with its query.
    ///
    /// Every body that an earlier version could build is read, ids that would be refused today included. It must be, byte for
    /// byte, what its own values produce: anything else was not built here, or was altered since. A login's request
    /// is not kept, so nothing of it is read.
    pub fn recall(operation: Operation, text: &str) -> Result<Self, Issues> {
        if operation.access() == Access::Login {
            return Ok(Self::new(operation, Values::default()));
        }
        let asked = Self::read(operation, text, Form::Asked)?;
        if asked.produces(text) {
            Ok(asked)
        } else {
            Err(Issues::one("body", Code::DraftAltered))
        }
    }

    /// What can't be read, so that nothing of it is known but the operation.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn unreadable(operation: Operation) -> Self {
        Self::new(operation, Values::default())
    }

    /// Reads a body, or of a GET what follows the `?`.
    pub(super) fn read(operation: Operation, text: &str, form: Form) -> Result<Self, Issues> {
        let object = match operation.wire() {
            Wire::Query => read_pairs(query(text)).unwrap_or_default(),
            Wire::Form(_) | Wire::Json => read_object(text)?,
        };
        Ok(Self::new(operation, check(operation.fields(), &object, form)?))
    }

    fn produces(&self, text: &str) -> bool {
        match self.operation.wire() {
            // A URL has something before the path.
            Wire::Query => text.ends_with(&write_path(self.operation, &self.values)),
            Wire::Form(_) | Wire::Json => is_body_of(&self.values, text),
        }
    }

    /// The operation.
    pub const fn operation(&self) -> Operation {
        self.operation
    }

    pub(crate) const fn values(&self) -> &Values {
        &self.values
    }
}

impl AsRef<Self> for Asked {
    fn as_ref(&self) -> &Self {
        self
    }
}

fn query(url: &str) -> &str {
    url.split_once('?').map_or("", |(_, query)| query)
}
