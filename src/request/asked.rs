//! The operation and values of a request, as read-back and `read` need them.

use super::encoding::{is_body_of, read_pairs, write_path};
use crate::issue::{Code, Issues};
use crate::operation::Operation;
use crate::table::check::{check, read_object};
use crate::table::rule::Form;
use crate::table::spec::{Access, Wire};
use crate::table::values::Values;

/// The operation and values of a request.
///
/// A [`Request`](crate::Request) and a [`Draft`](crate::Draft) contain one. [`Asked::recall`] reads it from what was stored of
/// either.
#[derive(Clone, Debug)]
pub struct Asked {
    operation: Operation,
    values: Values,
}

impl Asked {
    pub(crate) const fn new(operation: Operation, values: Values) -> Self {
        Self { operation, values }
    }

    /// Reads a request from its body or, for a GET, from its URL or path with the query.
    ///
    /// Accepts every body that an earlier version could build, even with ids that would be refused today. The body must be
    /// exactly what its own values produce: otherwise it was built elsewhere or altered. Of a login nothing is read, because its
    /// request is not stored.
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

    /// A request of which only the operation is known.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn unreadable(operation: Operation) -> Self {
        Self::new(operation, Values::default())
    }

    /// Reads a body or, for a GET, the query.
    pub(super) fn read(operation: Operation, text: &str, form: Form) -> Result<Self, Issues> {
        let object = match operation.wire() {
            Wire::Query => read_pairs(query(text)).unwrap_or_default(),
            Wire::Form(_) | Wire::Json => read_object(text)?,
        };
        Ok(Self::new(operation, check(operation.fields(), &object, form)?))
    }

    fn produces(&self, text: &str) -> bool {
        match self.operation.wire() {
            // A URL has a host before the path.
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
