//! What a caller is set up with, checked like params.

use alloc::borrow::ToOwned;
use alloc::vec::Vec;

use zeroize::Zeroizing;

use crate::client::Iyzico;
use crate::endpoint::Endpoint;
use crate::field::Field;
use crate::field::check::check;
use crate::field::issue::{Code, Issue};
use crate::field::rule::{Choice, Form, Rule};
use crate::json::Object;
use crate::operation::Access;
use crate::sign::Credentials;
use crate::terminal::client::{Login, Terminal};

/// A configured client.
pub(crate) enum Caller {
    Login(Login),
    Merchant(Iyzico),
    Terminal(Terminal),
}

impl Caller {
    /// Takes a configuration.
    pub(crate) fn new(access: Access, config: &Object<'_>) -> Result<Self, Vec<Issue>> {
        let (key, secret, fields) = match access {
            Access::Login => ("clientId", "clientSecret", LOGIN),
            Access::Merchant => ("apiKey", "secretKey", MERCHANT),
            Access::Terminal => ("accessToken", "", TERMINAL),
        };
        let checked = check(fields, config, Form::Params)?;
        let text = |name| checked.text(name).unwrap_or_default();
        let endpoint = Endpoint::of_checked(checked.text("environment"), text("baseUrl"));
        let secret = Zeroizing::new(text(secret).to_owned());
        let key = Zeroizing::new(text(key).to_owned());
        match access {
            Access::Login => Ok(Self::Login(Login::of_checked(key, secret, endpoint))),
            Access::Merchant => match Credentials::of_checked(key, secret) {
                Some(keys) => Ok(Self::Merchant(Iyzico::new(keys, endpoint))),
                None => Err(Vec::new()),
            },
            Access::Terminal => Ok(Self::Terminal(Terminal::of_checked(key, endpoint))),
        }
    }
}

const MERCHANT: &[&Field] = &[
    &Field::new("apiKey", Rule::Key, "As iyzico's panel shows it.").required(),
    &Field::new("secretKey", Rule::Key, "As iyzico's panel shows it.").required(),
    &ENVIRONMENT_FIELD,
    &BASE_URL,
];

const LOGIN: &[&Field] = &[
    // A colon would shift the border to the secret in the header.
    &Field::new("clientId", Rule::Id, "The application's id.").required(),
    &Field::new("clientSecret", Rule::Key, "The application's secret.").required(),
    &ENVIRONMENT_FIELD,
    &BASE_URL,
];

const TERMINAL: &[&Field] = &[
    &Field::new("accessToken", Rule::Key, "The `access_token` of a login.").required(),
    &ENVIRONMENT_FIELD,
    &BASE_URL,
];

static ENVIRONMENT_FIELD: Field =
    Field::new("environment", Rule::OneOf(&ENVIRONMENT), "One of iyzico's two.").required_unless("baseUrl");

static BASE_URL: Field =
    Field::new("baseUrl", Rule::BaseUrl, "An address in the place of iyzico's.").instead_of("environment");

/// iyzico's two hosts.
static ENVIRONMENT: Choice = Choice {
    code: Code::Environment,
    values: &["sandbox", "live"],
    any_case: false,
    instead: &[],
};
