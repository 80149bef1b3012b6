//! Checked params.

use serde::ser::{Serialize, Serializer};

use super::asked::Asked;
use super::sale;
use crate::issue::Issues;
use crate::operation::Operation;
use crate::table::check::{check, locale, read_object};
use crate::table::rule::Form;

/// The checked params of an operation.
///
/// `Serialize` writes the accepted values.
#[derive(Clone, Debug)]
pub struct Params(Asked);

impl Params {
    /// Checks `params`, a JSON object, for an operation.
    ///
    /// `context`, a JSON object, is for terminal refunds: its member `sale` is the data of a successful
    /// `terminal.refundableSaleInfo`, and no line may refund more than the sale has left. Other operations have no context.
    pub fn check(operation: Operation, params: &str, context: Option<&str>) -> Result<Self, Issues> {
        let params = read_object(params)?;
        let values = check(operation.fields(), &params, Form::Params)?;
        if let Some(context) = context {
            sale::check(operation, &values, &read_object(context)?, locale(&params))?;
        }
        Ok(Self(Asked::new(operation, values)))
    }

    /// The operation.
    pub const fn operation(&self) -> Operation {
        self.0.operation()
    }

    pub(crate) const fn asked(&self) -> &Asked {
        &self.0
    }

    pub(super) fn into_asked(self) -> Asked {
        self.0
    }
}

impl Serialize for Params {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.values().serialize(serializer)
    }
}
