//! The configuration of a client, checked like params.

use zeroize::Zeroizing;

use crate::issue::{Code, Issues};
use crate::request::{Endpoint, Environment};
use crate::table::check::{check, read_object};
use crate::table::field::{Choice, Field, Rule};
use crate::table::rule::Form;
use crate::table::values::Values;

/// A checked configuration.
pub(super) struct Config(Values);

impl Config {
    /// Checks `config`, a JSON object with these fields and an endpoint's.
    pub(super) fn read(config: &str, fields: &'static [&'static Field]) -> Result<Self, Issues> {
        Ok(Self(check(fields, &read_object(config)?, Form::Params)?))
    }

    /// The text of a required field.
    pub(super) fn secret(&self, field: &'static Field) -> Zeroizing<String> {
        self.0.text(field).unwrap_or_default().to_owned().into()
    }

    pub(super) fn endpoint(&self) -> Result<Endpoint, Issues> {
        let named = self.0.text(&ENVIRONMENT);
        let environment = Environment::ALL
            .iter()
            .find(|environment| named == Some(environment.as_str()));
        match environment {
            Some(environment) => Ok((*environment).into()),
            None => Endpoint::at(self.0.text(&BASE_URL).unwrap_or_default()),
        }
    }
}

pub(super) static ENVIRONMENT: Field =
    Field::new("environment", Rule::OneOf(&ENVIRONMENTS), "An iyzico environment.").required_unless(&BASE_URL);

pub(super) static BASE_URL: Field =
    Field::new("baseUrl", Rule::BaseUrl, "A base URL to use instead of iyzico's.").instead_of(&ENVIRONMENT);

static ENVIRONMENTS: Choice = Choice {
    code: Code::Environment,
    values: &[Environment::Sandbox.as_str(), Environment::Live.as_str()],
    any_case: false,
    instead: &[],
};
