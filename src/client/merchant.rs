//! A configured merchant: signs drafts and reads answers.

use super::config::{BASE_URL, Config, ENVIRONMENT};
use crate::answer::http::{HttpAnswer, Received};
use crate::answer::judge::Judge;
use crate::answer::outcome::{Outcome, Reason};
use crate::issue::{Code, Issue, Issues, Locale};
use crate::request::{Asked, Draft, Endpoint, Headers, Request};
use crate::sign::{self, Credentials, RandomKey};
use crate::table::field::{Field, Rule};
use crate::table::spec::Access;
use crate::webhook::{Event, Refusal};

/// A client for one merchant. It opens no connection.
#[derive(Clone, Debug)]
pub struct Iyzico {
    credentials: Credentials,
    endpoint: Endpoint,
}

impl Iyzico {
    /// A client with these keys for this endpoint.
    pub const fn new(credentials: Credentials, endpoint: Endpoint) -> Self {
        Self { credentials, endpoint }
    }

    /// Takes a configuration: a JSON object with `apiKey`, `secretKey` and either `environment` or `baseUrl`.
    pub fn from_config(config: &str) -> Result<Self, Issues> {
        let config = Config::read(config, FIELDS)?;
        let credentials = Credentials::new(config.secret(&API_KEY), config.secret(&SECRET_KEY))?;
        Ok(Self::new(credentials, config.endpoint()?))
    }

    /// The merchant's keys.
    pub const fn credentials(&self) -> &Credentials {
        &self.credentials
    }

    /// Signs a draft. Refuses a draft of the Terminal API.
    pub fn request(&self, draft: Draft, random_key: RandomKey) -> Result<Request, Issues> {
        draft.operation().require(Access::Merchant)?;
        let headers = self.headers(draft.operation().path(), draft.body(), random_key);
        Ok(Request::of_draft(&self.endpoint, draft, headers))
    }

    /// The signed headers of any other request to iyzico, with exactly this body.
    ///
    /// The query of `path` is not signed, as in every official SDK.
    pub fn authorize(&self, method: &str, path: &str, body: &str, random_key: RandomKey) -> Result<Headers, Issues> {
        let is_method = match method {
            "GET" => body.is_empty(),
            method => ["DELETE", "PATCH", "POST", "PUT"].contains(&method),
        };
        let is_path = path.starts_with('/') && path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'#');
        let wrong = [("method", is_method, Code::Method), ("path", is_path, Code::Path)]
            .into_iter()
            .filter(|(_, is_right, _)| !is_right);
        let issues = wrong
            .map(|(name, _, code)| Issue::new(name, code, Locale::En))
            .collect();
        Issues::none_or(issues, ())?;
        let signed_path = path.split_once('?').map_or(path, |(path, _)| path);
        Ok(self.headers(signed_path, body, random_key))
    }

    /// Reads the answer to a request. `asked` is the request, its draft, or what was stored of either.
    ///
    /// `answer` is `None` when none came. A success needs its signature, if the operation is signed, and the request's values; a
    /// failure needs a code that iyzico publishes, and not under the HTTP status of a time-out, a limit or a server failure.
    pub fn read(&self, asked: &impl AsRef<Asked>, answer: Option<HttpAnswer<'_>>) -> Outcome {
        self.read_received(asked.as_ref(), answer.ok_or(Reason::NoAnswer))
    }

    pub(crate) fn read_received(&self, asked: &Asked, received: Received<'_>) -> Outcome {
        Judge::new(asked, Some(&self.credentials)).read(Access::Merchant, received)
    }

    /// Verifies a webhook; see [`Event::verify`].
    pub fn verify_webhook(
        &self,
        signature: Option<&str>,
        body: Option<&str>,
        merchant_id: Option<&str>,
    ) -> Result<Event, Refusal> {
        Event::verify(&self.credentials, signature, body, merchant_id)
    }

    fn headers(&self, path: &str, body: &str, random_key: RandomKey) -> Headers {
        let authorization = sign::sign(&self.credentials, &random_key, path, body).authorization();
        Headers::new(authorization, random_key.into(), Headers::JSON)
    }
}

static FIELDS: &[&Field] = &[&API_KEY, &SECRET_KEY, &ENVIRONMENT, &BASE_URL];

static API_KEY: Field = Field::new("apiKey", Rule::Key, "As iyzico's panel shows it.").required();

static SECRET_KEY: Field = Field::new("secretKey", Rule::Key, "As iyzico's panel shows it.").required();
