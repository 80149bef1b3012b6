//! A merchant at an endpoint: signs drafts and reads the answers.

use alloc::string::String;
use alloc::vec::Vec;

use crate::draft::Draft;
use crate::endpoint::Endpoint;
use crate::field::issue::{Code, Issue, Locale, Problem};
use crate::json::ObjectWriter;
use crate::outcome::Outcome;
use crate::sign::Credentials;
use crate::sign::iyzwsv2::{self, RandomKey};

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

    /// Signs a draft.
    pub fn request(&self, draft: Draft, random_key: &RandomKey) -> Request {
        let path = draft.operation().path();
        let headers = self.headers(path, draft.body(), random_key);
        Request {
            url: self.endpoint.url(path),
            draft,
            headers,
        }
    }

    /// The headers of any other request to iyzico, over exactly `body`.
    ///
    /// The query of `path` is not signed; no official SDK signs it.
    pub fn authorize(
        &self,
        method: &str,
        path: &str,
        body: &str,
        random_key: &RandomKey,
    ) -> Result<Headers, Vec<Issue>> {
        let method_ok = match method {
            "GET" => body.is_empty(),
            method => ["DELETE", "PATCH", "POST", "PUT"].contains(&method),
        };
        let path_ok = path.starts_with('/') && path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'#');
        let mut issues = Vec::new();
        for (name, ok, code) in [("method", method_ok, Code::Method), ("path", path_ok, Code::Path)] {
            if !ok {
                issues.push(Issue::new(name, Problem::new(code), Locale::En));
            }
        }
        if !issues.is_empty() {
            return Err(issues);
        }
        let signed_path = path.split_once('?').map_or(path, |(path, _)| path);
        Ok(self.headers(signed_path, body, random_key))
    }

    /// Reads the answer to the request for `operation` with `body`.
    ///
    /// `answer` is the text of the HTTP response, `None` when none came. The HTTP status is recorded
    /// and decides nothing but a redirect: iyzico answers refusals with 200 as well as 400.
    pub fn read(&self, operation: &str, body: &str, http_status: Option<u16>, answer: Option<&str>) -> Outcome {
        Outcome::read(&self.credentials, operation, body, http_status, answer)
    }

    fn headers(&self, path: &str, body: &str, random_key: &RandomKey) -> Headers {
        Headers {
            authorization: iyzwsv2::sign(&self.credentials, random_key, path, body).authorization(),
            random_key: random_key.clone(),
        }
    }
}

/// The headers of a signed request.
#[derive(Clone, Debug)]
pub struct Headers {
    authorization: String,
    random_key: RandomKey,
}

impl Headers {
    /// Names and values, in the order they are written.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        [
            ("Authorization", self.authorization.as_str()),
            ("x-iyzi-rnd", self.random_key.as_str()),
            ("Content-Type", "application/json"),
            ("Accept", "application/json"),
            ("x-iyzi-client-version", CLIENT_VERSION),
        ]
        .into_iter()
    }

    /// The headers as a JSON object.
    pub fn to_json(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        let mut object = ObjectWriter::new(out);
        for (name, value) in self.iter() {
            object.text(name, value);
        }
        object.end();
    }
}

/// A request that is ready to be sent as it is.
#[derive(Clone, Debug)]
pub struct Request {
    url: String,
    draft: Draft,
    headers: Headers,
}

impl Request {
    /// Where to.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// What was signed: operation, method, path, body and fingerprint.
    pub const fn draft(&self) -> &Draft {
        &self.draft
    }

    /// The headers, signature included.
    pub const fn headers(&self) -> &Headers {
        &self.headers
    }

    /// The request as JSON text: also a valid init for `fetch`.
    ///
    /// `redirect` is `"manual"`, so that a signed body never follows a redirect; Workers refuse
    /// `"error"`.
    pub fn to_json(&self) -> String {
        let mut out = String::with_capacity(1024);
        let mut object = ObjectWriter::new(&mut out);
        object.plain("operation", self.draft.operation().name());
        object.plain("url", &self.url);
        object.plain("method", self.draft.operation().method());
        self.headers.write(object.name("headers"));
        object.text("body", self.draft.body());
        object.plain("redirect", "manual");
        object.plain("fingerprint", self.draft.fingerprint());
        object.end();
        out
    }
}

const CLIENT_VERSION: &str = concat!("iyzico-reversals-", env!("CARGO_PKG_VERSION"));
