//! A request that is ready to be sent as it is.

use alloc::string::String;
use core::fmt;

use crate::draft::Draft;
use crate::endpoint::Endpoint;
use crate::json::{self, ObjectWriter};
use crate::operation::{Operation, Wire};

/// A request that is ready to be sent as it is.
///
/// Its headers, and a login's body, hold what opens a merchant's account, so `Debug` leaves them out.
#[derive(Clone)]
pub struct Request {
    operation: &'static Operation,
    url: String,
    headers: Headers,
    body: String,
    fingerprint: String,
}

impl Request {
    pub(crate) fn of_draft(endpoint: &Endpoint, draft: Draft, headers: Headers) -> Self {
        let Draft {
            operation,
            path,
            body,
            fingerprint,
        } = draft;
        Self {
            operation,
            url: endpoint.url(&path),
            headers,
            body,
            fingerprint,
        }
    }

    pub(crate) fn of_login(endpoint: &Endpoint, operation: &'static Operation, headers: Headers, body: String) -> Self {
        Self {
            operation,
            url: endpoint.url(operation.path()),
            headers,
            body,
            fingerprint: String::new(),
        }
    }

    /// What is asked for.
    pub const fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// Where to, with the query of a GET.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The headers.
    pub const fn headers(&self) -> &Headers {
        &self.headers
    }

    /// The exact body; none for a GET.
    pub fn body(&self) -> Option<&str> {
        (self.operation.wire() != Wire::Query).then_some(&self.body)
    }

    /// See [`Draft::fingerprint`]; empty for a login.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// The request as JSON text: also a valid init for `fetch`.
    ///
    /// `redirect` is `"manual"`, so that a signed body never follows a redirect; Workers refuse
    /// `"error"`.
    pub fn to_json(&self) -> String {
        json::text(|out| self.write(self.body(), out))
    }

    /// Writes it with this in the place of its body.
    pub(crate) fn write(&self, body: Option<&str>, out: &mut String) {
        let mut object = ObjectWriter::new(out);
        object.plain("operation", self.operation.name());
        object.plain("url", &self.url);
        object.plain("method", self.operation.method());
        self.headers.write(object.name("headers"));
        object.optional("body", body);
        object.plain("redirect", "manual");
        if !self.fingerprint.is_empty() {
            object.plain("fingerprint", &self.fingerprint);
        }
        object.end();
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("operation", &self.operation)
            .field("url", &self.url)
            .finish_non_exhaustive()
    }
}

/// The headers of a request; `Debug` shows their names only.
#[derive(Clone)]
pub struct Headers {
    authorization: String,
    random_key: String,
    content_type: &'static str,
}

impl Headers {
    /// An empty random key is left out.
    pub(crate) const fn new(authorization: String, random_key: String, content_type: &'static str) -> Self {
        Self {
            authorization,
            random_key,
            content_type,
        }
    }

    /// Names and values, in the order they are written.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let headers = [
            ("Authorization", self.authorization.as_str()),
            ("x-iyzi-rnd", &self.random_key),
            ("Content-Type", self.content_type),
            ("Accept", JSON),
            ("x-iyzi-client-version", CLIENT_VERSION),
        ];
        headers.into_iter().filter(|(_, value)| !value.is_empty())
    }

    /// The headers as a JSON object.
    pub fn to_json(&self) -> String {
        json::text(|out| self.write(out))
    }

    pub(crate) fn write(&self, out: &mut String) {
        let mut object = ObjectWriter::new(out);
        for (name, value) in self.iter() {
            object.text(name, value);
        }
        object.end();
    }
}

impl fmt::Debug for Headers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter().map(|(name, _)| name)).finish()
    }
}

/// The media type of most bodies, and of every answer.
pub(crate) const JSON: &str = "application/json";

const CLIENT_VERSION: &str = concat!("iyzico-reversals-", env!("CARGO_PKG_VERSION"));
