//! The login to the Terminal API (docs.iyzico.com, terminal-api-integration/login).

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroizing;

use super::config::{BASE_URL, Config, ENVIRONMENT};
use crate::answer::http::{HttpAnswer, Received};
use crate::answer::judge::Judge;
use crate::answer::outcome::{Outcome, Reason};
use crate::issue::{Code, Issue, Issues, Locale};
use crate::operation::Operation;
use crate::request::{Asked, Endpoint, Headers, Params, Request, write_pair, write_pairs};
use crate::sign::key_issues;
use crate::table::field::{Field, Rule};
use crate::table::spec::{Access, Wire};

/// A client that logs in to the Terminal API.
#[derive(Clone)]
pub struct Login {
    client_id: Zeroizing<String>,
    client_secret: Zeroizing<String>,
    endpoint: Endpoint,
}

impl Login {
    /// Takes the application's id and secret.
    pub fn new(
        client_id: Zeroizing<String>,
        client_secret: Zeroizing<String>,
        endpoint: Endpoint,
    ) -> Result<Self, Issues> {
        let mut issues = key_issues(&[(CLIENT_ID.name(), &client_id), (CLIENT_SECRET.name(), &client_secret)]);
        if client_id.contains(':') {
            // The header separates the id from the secret by a colon.
            issues.push(Issue::new(CLIENT_ID.name(), Code::KeyCharacters, Locale::En));
        }
        Issues::none_or(
            issues,
            Self {
                client_id,
                client_secret,
                endpoint,
            },
        )
    }

    /// Takes a configuration: a JSON object with `clientId`, `clientSecret` and either `environment` or `baseUrl`.
    pub fn from_config(config: &str) -> Result<Self, Issues> {
        let config = Config::read(config, FIELDS)?;
        Self::new(
            config.secret(&CLIENT_ID),
            config.secret(&CLIENT_SECRET),
            config.endpoint()?,
        )
    }

    /// Builds the request of a step. Its body or headers contain the secret in the clear: send it, and don't store it.
    pub fn request(&self, params: &Params) -> Result<Request, Issues> {
        let operation = params.operation();
        operation.require(Access::Login)?;
        let mut body = String::new();
        let mut authorization = String::new();
        if let Wire::Form(fixed) = operation.wire() {
            body.push_str(fixed);
        }
        // The first step sends them in the form, the others in a header (RFC 6749, 2.3.1).
        if operation == Operation::LoginAuthorize {
            write_pair("client_id", &self.client_id, &mut body);
            write_pair("client_secret", &self.client_secret, &mut body);
        } else {
            let both = Zeroizing::new([self.client_id.as_str(), ":", &self.client_secret].concat());
            authorization = ["Basic ", &STANDARD.encode(both.as_bytes())].concat();
        }
        write_pairs(params.asked().values(), &mut body);
        let headers = Headers::new(authorization, String::new(), "application/x-www-form-urlencoded");
        Ok(Request::of_login(&self.endpoint, operation, headers, body))
    }

    /// Reads the answer to a step. A login moves no money, so after an unknown outcome begin again. A code works once.
    pub fn read(&self, asked: &impl AsRef<Asked>, answer: Option<HttpAnswer<'_>>) -> Outcome {
        self.read_received(asked.as_ref(), answer.ok_or(Reason::NoAnswer))
    }

    pub(crate) fn read_received(&self, asked: &Asked, received: Received<'_>) -> Outcome {
        Judge::new(asked, None).read(Access::Login, received)
    }
}

impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Login([redacted])")
    }
}

static FIELDS: &[&Field] = &[&CLIENT_ID, &CLIENT_SECRET, &ENVIRONMENT, &BASE_URL];

// `Rule::Id` refuses a colon, which separates the id from the secret in the header.
static CLIENT_ID: Field = Field::new("clientId", Rule::Id, "The application's id.").required();

static CLIENT_SECRET: Field = Field::new("clientSecret", Rule::Key, "The application's secret.").required();
