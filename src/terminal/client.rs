//! The holder of an access token at an endpoint, and of the name and password that one is made from.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use base64ct::{Base64, Encoding};
use zeroize::Zeroizing;

use super::login::AUTHORIZE;
use crate::answer::{HttpAnswer, Received};
use crate::ascii::cut;
use crate::draft::Draft;
use crate::endpoint::Endpoint;
use crate::field::issue::{Code, Issue, Locale, Problem};
use crate::operation::{Access, Wire};
use crate::outcome::{Outcome, Reason};
use crate::params::Params;
use crate::request::{Headers, JSON, Request};
use crate::sign::key_issues;
use crate::wire::{write_pair, write_pairs};

/// Calls the Terminal API with an access token.
#[derive(Clone)]
pub struct Terminal {
    access_token: Zeroizing<String>,
    endpoint: Endpoint,
}

impl Terminal {
    /// Takes an access token as the login answered it.
    pub fn new(access_token: Zeroizing<String>, endpoint: Endpoint) -> Result<Self, Vec<Issue>> {
        let issues = key_issues(&[("accessToken", &access_token)]);
        match issues.is_empty() {
            true => Ok(Self::of_checked(access_token, endpoint)),
            false => Err(issues),
        }
    }

    /// Takes a token that was checked.
    pub(crate) const fn of_checked(access_token: Zeroizing<String>, endpoint: Endpoint) -> Self {
        Self { access_token, endpoint }
    }

    /// Puts the token beside a draft of a terminal's operation; one of a merchant's is refused.
    pub fn request(&self, draft: Draft) -> Result<Request, Vec<Issue>> {
        draft.operation().require(Access::Terminal)?;
        let mut authorization = String::from("Bearer ");
        authorization.push_str(&self.access_token);
        Ok(Request::of_draft(
            &self.endpoint,
            draft,
            Headers::new(authorization, String::new(), JSON),
        ))
    }

    /// Reads the answer to the request for `operation` with `body`. Answers are not signed, so what ties
    /// one to its request is that it repeats the request's ids.
    pub fn read(&self, operation: &str, body: &str, answer: Option<HttpAnswer<'_>>) -> Outcome {
        self.read_received(operation, body, answer.ok_or(Reason::NoAnswer))
    }

    pub(crate) fn read_received(&self, operation: &str, body: &str, received: Received<'_>) -> Outcome {
        Outcome::read(Access::Terminal, operation, body, None, received)
    }
}

impl fmt::Debug for Terminal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Terminal([redacted])")
    }
}

/// Logs in to the Terminal API (docs.iyzico.com, terminal-api-integration/login).
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
    ) -> Result<Self, Vec<Issue>> {
        let mut issues = key_issues(&[("clientId", &client_id), ("clientSecret", &client_secret)]);
        if cut(&client_id, b':').is_some() {
            // It would shift the border to the secret in the header.
            issues.push(Issue::new("clientId", Problem::new(Code::KeyCharacters), Locale::En));
        }
        match issues.is_empty() {
            true => Ok(Self::of_checked(client_id, client_secret, endpoint)),
            false => Err(issues),
        }
    }

    /// Takes an id and secret that were checked.
    pub(crate) const fn of_checked(
        client_id: Zeroizing<String>,
        client_secret: Zeroizing<String>,
        endpoint: Endpoint,
    ) -> Self {
        Self {
            client_id,
            client_secret,
            endpoint,
        }
    }

    /// Makes a step of the login. Its body or headers hold the secret as it is: send it, and keep it
    /// nowhere.
    pub fn request(&self, params: &Params) -> Result<Request, Vec<Issue>> {
        let operation = params.operation();
        operation.require(Access::Login)?;
        let mut body = String::new();
        let mut authorization = String::new();
        if let Wire::Form(fixed) = operation.wire() {
            body.push_str(fixed);
        }
        // The first step has them in the form, the others in a header (RFC 6749, 2.3.1).
        if operation.name() == AUTHORIZE.name {
            write_pair("client_id", &self.client_id, &mut body);
            write_pair("client_secret", &self.client_secret, &mut body);
        } else {
            let mut both = Zeroizing::new(String::new());
            both.push_str(&self.client_id);
            both.push(':');
            both.push_str(&self.client_secret);
            authorization.push_str("Basic ");
            authorization.push_str(&Base64::encode_string(both.as_bytes()));
        }
        write_pairs(params.checked(), &mut body);
        let headers = Headers::new(authorization, String::new(), "application/x-www-form-urlencoded");
        Ok(Request::of_login(&self.endpoint, operation, headers, body))
    }

    /// Reads the answer to a step. Nothing moves by a login, so an unknown one is begun again; a code is
    /// good once.
    pub fn read(&self, operation: &str, answer: Option<HttpAnswer<'_>>) -> Outcome {
        self.read_received(operation, answer.ok_or(Reason::NoAnswer))
    }

    pub(crate) fn read_received(&self, operation: &str, received: Received<'_>) -> Outcome {
        Outcome::read(Access::Login, operation, "", None, received)
    }
}

impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Login([redacted])")
    }
}
