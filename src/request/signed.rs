//! A request that is ready to send.

use std::fmt;

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::asked::Asked;
use super::draft::Draft;
use super::endpoint::Endpoint;
use crate::operation::Operation;
use crate::table::spec::Wire;
use crate::table::values::Values;

/// A request that is ready to send.
///
/// Its headers, and the body of a login, contain credentials, so `Debug` leaves them out. `Serialize` writes a valid init for
/// `fetch`, with `redirect: "manual"`, so that a signed body never follows a redirect (Workers refuse `"error"`).
#[derive(Clone)]
pub struct Request {
    asked: Asked,
    url: String,
    headers: Headers,
    body: String,
    fingerprint: String,
}

impl Request {
    pub(crate) fn of_draft(endpoint: &Endpoint, draft: Draft, headers: Headers) -> Self {
        let url = endpoint.url(draft.path());
        let (asked, body, fingerprint) = draft.into_parts();
        Self {
            asked,
            url,
            headers,
            body,
            fingerprint,
        }
    }

    /// The values of a login are not kept.
    pub(crate) fn of_login(endpoint: &Endpoint, operation: Operation, headers: Headers, body: String) -> Self {
        Self {
            asked: Asked::new(operation, Values::default()),
            url: endpoint.url(operation.path()),
            headers,
            body,
            fingerprint: String::new(),
        }
    }

    /// The operation.
    pub const fn operation(&self) -> Operation {
        self.asked.operation()
    }

    /// The URL, with the query of a GET.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The headers.
    pub const fn headers(&self) -> &Headers {
        &self.headers
    }

    /// The exact body; `None` for a GET.
    pub fn body(&self) -> Option<&str> {
        (self.operation().wire() != Wire::Query).then_some(&self.body)
    }

    /// See [`Draft::fingerprint`]; empty for a login.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }
}

impl AsRef<Asked> for Request {
    fn as_ref(&self) -> &Asked {
        &self.asked
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("operation", &self.operation())
            .field("url", &self.url)
            .finish_non_exhaustive()
    }
}

impl Serialize for Request {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let has_fingerprint = !self.fingerprint.is_empty();
        let mut request = serializer.serialize_struct("Request", 6 + usize::from(has_fingerprint))?;
        request.serialize_field("operation", &self.operation())?;
        request.serialize_field("url", &self.url)?;
        request.serialize_field("method", self.operation().method())?;
        request.serialize_field("headers", &self.headers)?;
        request.serialize_field("body", &self.body())?;
        request.serialize_field("redirect", "manual")?;
        if has_fingerprint {
            request.serialize_field("fingerprint", &self.fingerprint)?;
        }
        request.end()
    }
}

/// The headers of a request; `Debug` shows only their names.
#[derive(Clone)]
pub struct Headers {
    authorization: String,
    random_key: String,
    content_type: &'static str,
}

impl Headers {
    /// An empty authorization or random key is not sent.
    pub(crate) const fn new(authorization: String, random_key: String, content_type: &'static str) -> Self {
        Self {
            authorization,
            random_key,
            content_type,
        }
    }

    /// Names and values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let headers = [
            ("Authorization", self.authorization.as_str()),
            ("x-iyzi-rnd", &self.random_key),
            ("Content-Type", self.content_type),
            ("Accept", Self::JSON),
            ("x-iyzi-client-version", CLIENT_VERSION),
        ];
        headers.into_iter().filter(|(_, value)| !value.is_empty())
    }

    /// The media type of most bodies and of all answers.
    pub(crate) const JSON: &str = "application/json";
}

impl fmt::Debug for Headers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter().map(|(name, _)| name)).finish()
    }
}

impl Serialize for Headers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

const CLIENT_VERSION: &str = concat!("iyzico-reversals-", env!("CARGO_PKG_VERSION"));
