//! What a caller asks for, once it is checked.

use serde::ser::{Serialize, Serializer};

use super::asked::Asked;
use super::sale;
use crate::issue::Issues;
use crate::operation::Operation;
use crate::table::check::{check, locale, read_object};
use crate::table::rule::Form;

/// The checked params of an operation.
///
/// `Serialize` gives the accepted values, for forms.
#[derive(Clone, Debug)]
pub struct Params(Asked);

impl Params {
    /// Checks `params`, a JSON object, for an operation.
    ///
    /// `context` is what they are held against: a JSON object, for a terminal refund with a member `sale`,
    /// the data of a `terminal.refundableSaleInfo` success. With it, no line may ask for more than the
    /// sale says is left. Other operations have none.
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
