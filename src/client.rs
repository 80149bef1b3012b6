//! A merchant at an endpoint: signs drafts and reads the answers.

use alloc::vec::Vec;

use crate::answer::{HttpAnswer, Received};
use crate::ascii::{cut, is_all};
use crate::draft::Draft;
use crate::endpoint::Endpoint;
use crate::field::issue::{Code, Issue, Locale, Problem};
use crate::operation::Access;
use crate::outcome::{Outcome, Reason};
use crate::request::{Headers, JSON, Request};
use crate::sign::Credentials;
use crate::sign::iyzwsv2::{self, RandomKey};
use crate::webhook::{Event, Refusal};

/// Signs for one merchant and reads what comes back. It opens no connection.
#[derive(Clone, Debug)]
pub struct Iyzico {
    credentials: Credentials,
    endpoint: Endpoint,
}

impl Iyzico {
    /// A merchant at an endpoint.
    pub const fn new(credentials: Credentials, endpoint: Endpoint) -> Self {
        Self { credentials, endpoint }
    }

    /// The merchant's keys.
    pub const fn credentials(&self) -> &Credentials {
        &self.credentials
    }

    /// Signs a draft of a merchant's operation; one of the Terminal API is refused.
    pub fn request(&self, draft: Draft, random_key: RandomKey) -> Result<Request, Vec<Issue>> {
        draft.operation().require(Access::Merchant)?;
        let headers = self.headers(draft.operation().path(), draft.body(), random_key);
        Ok(Request::of_draft(&self.endpoint, draft, headers))
    }

    /// The headers of any other request to iyzico, over exactly `body`.
    ///
    /// The query of `path` is not signed; no official SDK signs it.
    pub fn authorize(
        &self,
        method: &str,
        path: &str,
        body: &str,
        random_key: RandomKey,
    ) -> Result<Headers, Vec<Issue>> {
        let method_ok = match method {
            "GET" => body.is_empty(),
            method => ["DELETE", "PATCH", "POST", "PUT"].contains(&method),
        };
        let path_ok = path.starts_with("/") && is_all(path, |byte| byte.is_ascii_graphic() && *byte != b'#');
        let mut issues = Vec::new();
        for (name, ok, code) in [("method", method_ok, Code::Method), ("path", path_ok, Code::Path)] {
            if !ok {
                issues.push(Issue::new(name, Problem::new(code), Locale::En));
            }
        }
        if !issues.is_empty() {
            return Err(issues);
        }
        let signed_path = cut(path, b'?').map_or(path, |(path, _)| path);
        Ok(self.headers(signed_path, body, random_key))
    }

    /// Reads the answer to the request for `operation`; `asked` is its body, or for a GET its URL.
    ///
    /// `answer` is `None` when none came. A success proves itself by its signature and by what it repeats; a refusal by a code that
    /// iyzico publishes and by an HTTP status that no gateway gives (iyzico answers refusals with 200 as well as 400).
    pub fn read(&self, operation: &str, asked: &str, answer: Option<HttpAnswer<'_>>) -> Outcome {
        self.read_received(operation, asked, answer.ok_or(Reason::NoAnswer))
    }

    pub(crate) fn read_received(&self, operation: &str, asked: &str, received: Received<'_>) -> Outcome {
        Outcome::read(Access::Merchant, operation, asked, Some(&self.credentials), received)
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
        let authorization = iyzwsv2::sign(&self.credentials, &random_key, path, body).authorization();
        Headers::new(authorization, random_key.into(), JSON)
    }
}
