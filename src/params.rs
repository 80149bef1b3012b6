//! What a caller asks for, once it is checked.

use alloc::string::String;
use alloc::vec::Vec;

use crate::field::check::{Checked, check, locale, read_object};
use crate::field::issue::Issue;
use crate::field::rule::Form;
use crate::json;
use crate::operation::Operation;
use crate::terminal;
use crate::wire::write_json;

/// The checked params of an operation.
#[derive(Clone, Debug)]
pub struct Params {
    operation: &'static Operation,
    checked: Checked,
}

impl Params {
    /// Checks `params`, a JSON object, for the operation called `operation`.
    ///
    /// `context` is what they are held against: a JSON object, for a terminal refund with a member `sale`,
    /// the data of a `terminal.refundableSaleInfo` success. With it, no line may ask for more than the
    /// sale says is left. Other operations have none.
    pub fn check(operation: &str, params: &str, context: Option<&str>) -> Result<Self, Vec<Issue>> {
        let params = read_object(params)?;
        let operation = Operation::named(operation)?;
        let checked = check(operation.fields(), &params, Form::Params)?;
        if let Some(context) = context {
            terminal::sale::check(operation, &checked, &read_object(context)?, locale(&params))?;
        }
        Ok(Self { operation, checked })
    }

    pub(crate) const fn new(operation: &'static Operation, checked: Checked) -> Self {
        Self { operation, checked }
    }

    /// The operation.
    pub const fn operation(&self) -> &'static Operation {
        self.operation
    }

    pub(crate) const fn checked(&self) -> &Checked {
        &self.checked
    }

    /// The accepted values as JSON text, for forms.
    pub fn to_json(&self) -> String {
        json::text(|out| self.write(out))
    }

    pub(crate) fn write(&self, out: &mut String) {
        write_json(&self.checked, Form::Params, out);
    }
}
