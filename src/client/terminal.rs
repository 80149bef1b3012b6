//! A configured terminal: adds the access token to drafts and reads answers.

use std::fmt;

use zeroize::Zeroizing;

use super::config::{BASE_URL, Config, ENVIRONMENT};
use crate::answer::http::{HttpAnswer, Received};
use crate::answer::judge::Judge;
use crate::answer::outcome::{Outcome, Reason};
use crate::issue::Issues;
use crate::request::{Asked, Draft, Endpoint, Headers, Request};
use crate::sign::key_issues;
use crate::table::field::{Field, Rule};
use crate::table::spec::Access;

/// A client of the Terminal API with an access token.
#[derive(Clone)]
pub struct Terminal {
    access_token: Zeroizing<String>,
    endpoint: Endpoint,
}

impl Terminal {
    /// Takes the access token of a login.
    pub fn new(access_token: Zeroizing<String>, endpoint: Endpoint) -> Result<Self, Issues> {
        let issues = key_issues(&[(ACCESS_TOKEN.name(), &access_token)]);
        Issues::none_or(issues, Self { access_token, endpoint })
    }

    /// Takes a configuration: a JSON object with `accessToken` and either `environment` or `baseUrl`.
    pub fn from_config(config: &str) -> Result<Self, Issues> {
        let config = Config::read(config, FIELDS)?;
        Self::new(config.secret(&ACCESS_TOKEN), config.endpoint()?)
    }

    /// The same endpoint with another access token.
    pub fn with_token(&self, access_token: Zeroizing<String>) -> Result<Self, Issues> {
        Self::new(access_token, self.endpoint.clone())
    }

    /// Adds the token to a draft. Refuses a draft of a merchant's operation.
    pub fn request(&self, draft: Draft) -> Result<Request, Issues> {
        draft.operation().require(Access::Terminal)?;
        let authorization = ["Bearer ", &self.access_token].concat();
        let headers = Headers::new(authorization, String::new(), Headers::JSON);
        Ok(Request::of_draft(&self.endpoint, draft, headers))
    }

    /// Reads the answer to a request. `asked` is the request, its draft, or what was stored of either. Answers are not signed:
    /// they count if they repeat the request's ids.
    pub fn read(&self, asked: &impl AsRef<Asked>, answer: Option<HttpAnswer<'_>>) -> Outcome {
        self.read_received(asked.as_ref(), answer.ok_or(Reason::NoAnswer))
    }

    pub(crate) fn read_received(&self, asked: &Asked, received: Received<'_>) -> Outcome {
        Judge::new(asked, None).read(Access::Terminal, received)
    }
}

impl fmt::Debug for Terminal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Terminal([redacted])")
    }
}

static FIELDS: &[&Field] = &[&ACCESS_TOKEN, &ENVIRONMENT, &BASE_URL];

static ACCESS_TOKEN: Field = Field::new("accessToken", Rule::Key, "The `access_token` of a login.").required();
