//! What a caller is set up with, checked like params.

use alloc::borrow::ToOwned;
use alloc::vec;
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

/// Somebody who may call iyzico, at an endpoint.
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
        let endpoint = Endpoint::new(checked.text("environment"), checked.text("baseUrl"));
        let endpoint = endpoint.map_err(|issue| vec![issue])?;
        let text = |name| Zeroizing::new(checked.text(name).unwrap_or_default().to_owned());
        let (key, secret) = (text(key), text(secret));
        match access {
            Access::Login => Login::new(key, secret, endpoint).map(Self::Login),
            Access::Merchant => Credentials::new(key, secret).map(|keys| Self::Merchant(Iyzico::new(keys, endpoint))),
            Access::Terminal => Terminal::new(key, endpoint).map(Self::Terminal),
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
    &Field::new("clientId", Rule::Key, "The application's id.").required(),
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
