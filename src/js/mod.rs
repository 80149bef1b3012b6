//! The JavaScript surface: crosses values and holds no rule of its own.
//!
//! A call is one text in and one text out. Building objects from here, through js-sys or
//! serde-wasm-bindgen, takes longer, and cost 7 KB more with the standard library that it needs; the
//! wasm tests hold the two against each other.

#[cfg(feature = "package")]
mod package;

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::cell::RefCell;
use core::{fmt, mem};

use wasm_bindgen::prelude::*;
use zeroize::Zeroizing;

use crate::card;
use crate::client::Iyzico;
use crate::datum::Datum;
use crate::draft::Draft;
use crate::endpoint::Endpoint;
use crate::field::issue::{Code, Issue, Locale, Problem};
use crate::field::rule::Rule;
use crate::operation::{Access, Operation};
use crate::outcome::Outcome;
use crate::params::Params;
use crate::reconciliation::Reconciliation;
use crate::request::Request;
use crate::sign::Credentials;
use crate::sign::iyzwsv2::{self, RandomKey};
use crate::terminal::client::{Login, Terminal};
use crate::webhook::{Event, Refusal};

/// Checks params: `{ ok: true, value }` or `{ ok: false, issues }`.
#[wasm_bindgen]
pub fn validate(operation: &str, params: &str, context: Option<String>) -> String {
    let (ok, name, found) = match Params::check(operation, params, context.as_deref()) {
        Ok(params) => (true, "value", params.to_datum()),
        Err(issues) => (false, "issues", list(issues)),
    };
    Datum::Object(vec![("ok", Datum::Flag(ok)), (name, found)]).to_json()
}

/// Checks params and makes a draft.
#[wasm_bindgen]
pub fn draft(operation: &str, params: &str, context: Option<String>) -> Result<String, JsValue> {
    match Params::check(operation, params, context.as_deref()).and_then(|params| Draft::new(&params)) {
        Ok(draft) => Ok(draft.to_json()),
        Err(issues) => Err(thrown(issues)),
    }
}

/// What may still be given back of the payments in the data of a `paymentDetails` success.
#[wasm_bindgen]
pub fn refundable(details: &str) -> Result<String, JsValue> {
    match card::refundable::refundable(details) {
        Ok(payments) => Ok(payments.to_json()),
        Err(issues) => Err(thrown(issues)),
    }
}

/// What read-back says of a request: `landed`, `not-landed` or `ambiguous`.
#[wasm_bindgen]
pub fn reconcile(operation: &str, asked: &str, http_status: Option<f64>, answer: Option<String>) -> String {
    let found = Reconciliation::read(operation, asked, status(http_status), answer.as_deref());
    String::from(found.as_str())
}

/// The longest answer that `read` takes, in UTF-16 code units.
#[wasm_bindgen(js_name = maxAnswer)]
pub fn max_answer() -> usize {
    Outcome::MAX_ANSWER
}

/// Somebody who may call iyzico, at an endpoint.
#[wasm_bindgen]
pub struct Client {
    caller: Caller,
    entropy: RefCell<Entropy>,
}

enum Caller {
    Login(Login),
    Merchant(Iyzico),
    Terminal(Terminal),
}

#[wasm_bindgen]
impl Client {
    /// Takes the configuration's members as they are: a merchant's keys, a login's id and secret, or a
    /// terminal's access token and nothing. `unknown` is the name of a member that isn't known.
    #[wasm_bindgen(constructor)]
    pub fn new(
        access: &str,
        key: JsValue,
        secret: JsValue,
        environment: JsValue,
        base_url: JsValue,
        unknown: Option<String>,
    ) -> Result<Self, JsValue> {
        let (access, key_name, secret_name) = match access {
            "login" => (Access::Login, "clientId", "clientSecret"),
            "terminal" => (Access::Terminal, "accessToken", ""),
            _ => (Access::Merchant, "apiKey", "secretKey"),
        };
        let mut issues = Vec::new();
        if let Some(name) = unknown {
            issues.push(issue(&name, Code::UnknownField));
        }
        let endpoint = match Endpoint::new(optional(&environment).as_deref(), optional(&base_url).as_deref()) {
            Ok(endpoint) => Some(endpoint),
            Err(found) => {
                issues.push(found);
                None
            }
        };
        let key = text(key_name, &key, &mut issues);
        let secret = match access {
            Access::Terminal => Zeroizing::default(),
            Access::Login | Access::Merchant => text(secret_name, &secret, &mut issues),
        };
        let caller = endpoint.ok_or_else(Vec::new).and_then(|endpoint| match access {
            Access::Login => Login::new(key, secret, endpoint).map(Caller::Login),
            Access::Merchant => Credentials::new(key, secret).map(|keys| Caller::Merchant(Iyzico::new(keys, endpoint))),
            Access::Terminal => Terminal::new(key, endpoint).map(Caller::Terminal),
        });
        match caller {
            Ok(caller) if issues.is_empty() => Ok(Self {
                caller,
                entropy: RefCell::default(),
            }),
            caller => {
                // What is no text was reported as such; that it is empty, too, is no news.
                let mut found = caller.err().unwrap_or_default();
                found.retain(|new| issues.iter().all(|known| known.path() != new.path()));
                issues.extend(found);
                Err(thrown(issues))
            }
        }
    }

    /// Checks params and makes the request.
    pub fn request(&self, operation: &str, params: &str, context: Option<String>) -> Result<String, JsValue> {
        let params = Params::check(operation, params, context.as_deref());
        json(params.and_then(|params| match &self.caller {
            Caller::Login(login) => login.request(&params),
            Caller::Merchant(_) | Caller::Terminal(_) => self.signed(&Draft::new(&params)?),
        }))
    }

    /// Checks a draft again and makes the request.
    pub fn sign(&self, draft: &str) -> Result<String, JsValue> {
        json(Draft::reopen(draft).and_then(|draft| self.signed(&draft)))
    }

    /// The headers of any other request to iyzico; no `body` is one that can't be sent as it is.
    pub fn authorize(&self, method: &str, path: &str, body: Option<String>) -> Result<String, JsValue> {
        let Some(body) = body else {
            return Err(thrown(vec![issue("body", Code::Body)]));
        };
        let Caller::Merchant(iyzico) = &self.caller else {
            return Err(thrown(Vec::new()));
        };
        let headers = self
            .random_key()
            .and_then(|random_key| iyzico.authorize(method, path, &body, &random_key));
        match headers {
            Ok(headers) => Ok(headers.to_json()),
            Err(issues) => Err(thrown(issues)),
        }
    }

    /// Reads an answer: the outcome without its `raw`.
    pub fn read(&self, operation: &str, asked: &str, http_status: Option<f64>, answer: Option<String>) -> String {
        let (http_status, answer) = (status(http_status), answer.as_deref());
        let outcome = match &self.caller {
            Caller::Login(login) => login.read(operation, http_status, answer),
            Caller::Merchant(iyzico) => iyzico.read(operation, asked, http_status, answer),
            Caller::Terminal(terminal) => terminal.read(operation, asked, http_status, answer),
        };
        outcome.into_datum().to_json()
    }

    /// Verifies a webhook: `{ ok: true, shape, ids, event }` or `{ ok: false, reason, field }`.
    #[wasm_bindgen(js_name = verifyWebhook)]
    pub fn verify_webhook(
        &self,
        signature: Option<String>,
        body: Option<String>,
        merchant_id: Option<String>,
    ) -> String {
        let event = match &self.caller {
            Caller::Merchant(iyzico) => {
                iyzico.verify_webhook(signature.as_deref(), body.as_deref(), merchant_id.as_deref())
            }
            Caller::Login(_) | Caller::Terminal(_) => Err(Refusal::SignatureWrong),
        };
        let members = match event {
            Ok(event) => {
                let shape = event.shape();
                let ids = shape.ids().iter().map(|id| Datum::text(id)).collect();
                vec![
                    ("ok", Datum::Flag(true)),
                    ("shape", Datum::text(shape.name())),
                    ("ids", Datum::List(ids)),
                    ("event", event.into_data().into_datum()),
                ]
            }
            Err(refusal) => {
                let field = match refusal {
                    Refusal::FieldMissing(field) => Datum::text(field),
                    _ => Datum::Null,
                };
                vec![
                    ("ok", Datum::Flag(false)),
                    ("reason", Datum::text(refusal.as_str())),
                    ("field", field),
                ]
            }
        };
        Datum::Object(members).to_json()
    }

    /// The `Authorization` header for a given random key. Only for tests.
    #[wasm_bindgen(js_name = authorizationForTests)]
    pub fn authorization_for_tests(&self, random_key: &str, path: &str, body: &str) -> String {
        match &self.caller {
            Caller::Merchant(iyzico) => {
                iyzwsv2::sign(iyzico.credentials(), &RandomKey::fixed(random_key), path, body).authorization()
            }
            Caller::Login(_) | Caller::Terminal(_) => String::new(),
        }
    }

    /// The signature that a webhook should have; nothing for a body that is none. Only for tests.
    #[wasm_bindgen(js_name = webhookSignatureForTests)]
    pub fn webhook_signature_for_tests(&self, body: &str, merchant_id: Option<String>) -> Option<String> {
        match &self.caller {
            Caller::Merchant(iyzico) => Event::sign(iyzico.credentials(), Some(body), merchant_id.as_deref())
                .ok()
                .map(|(_, signature)| signature),
            Caller::Login(_) | Caller::Terminal(_) => None,
        }
    }

    fn random_key(&self) -> Result<RandomKey, Vec<Issue>> {
        self.entropy.borrow_mut().take().map(RandomKey::from_bytes)
    }

    fn signed(&self, draft: &Draft) -> Result<Request, Vec<Issue>> {
        match &self.caller {
            Caller::Login(_) => Err(Operation::unknown(|operation| operation.access() == Access::Login)),
            Caller::Merchant(iyzico) => iyzico.request(draft, &self.random_key()?),
            Caller::Terminal(terminal) => terminal.request(draft),
        }
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Client([redacted])")
    }
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = crypto, js_name = getRandomValues)]
    fn get_random_values(bytes: &mut [u8]) -> Result<JsValue, JsValue>;
}

/// Random bytes of the host, asked for 16 keys at a time: a call costs Node 5 µs, as much as all the rest
/// of a signature.
#[derive(Default)]
struct Entropy {
    bytes: [[u8; 16]; 16],
    left: usize,
}

impl Entropy {
    fn take(&mut self) -> Result<[u8; 16], Vec<Issue>> {
        if self.left == 0 && get_random_values(self.bytes.as_flattened_mut()).is_ok() {
            self.left = self.bytes.len();
        }
        self.left = self.left.saturating_sub(1);
        match self.bytes.get_mut(self.left) {
            // Taken out, so that no key can be given twice.
            Some(key) if *key != [0; 16] => Ok(mem::take(key)),
            _ => Err(vec![issue("", Code::Randomness)]),
        }
    }
}

/// A text, or nothing where nothing was given; an empty one, which no rule takes, for anything else.
fn optional(value: &JsValue) -> Option<String> {
    (!value.is_null() && !value.is_undefined()).then(|| value.as_string().unwrap_or_default())
}

/// A text; an empty one, and an issue, where none was given.
fn text(name: &str, value: &JsValue, issues: &mut Vec<Issue>) -> Zeroizing<String> {
    let text = value.as_string();
    if text.is_none() {
        let code = if value.is_undefined() {
            Code::Missing
        } else {
            Code::Type
        };
        let problem = Problem::with(code, Rule::Text.wanted(Locale::En));
        issues.push(Issue::new(name, problem, Locale::En));
    }
    Zeroizing::new(text.unwrap_or_default())
}

fn status(status: Option<f64>) -> Option<u16> {
    status
        .filter(|status| (0.0..1000.0).contains(status))
        .map(|status| status as u16)
}

fn json(request: Result<Request, Vec<Issue>>) -> Result<String, JsValue> {
    match request {
        Ok(request) => Ok(request.to_json()),
        Err(issues) => Err(thrown(issues)),
    }
}

fn issue(name: &str, code: Code) -> Issue {
    Issue::new(name, Problem::new(code), Locale::En)
}

/// Issues cross as JSON text, which the package's `api.js` makes an error of.
fn thrown(issues: Vec<Issue>) -> JsValue {
    JsValue::from_str(&list(issues).to_json())
}

// A loop where an iterator would do: opt-level z inlines no adapter, which costs half a kilobyte here.
fn list(issues: Vec<Issue>) -> Datum {
    let mut items = Vec::new();
    for issue in issues {
        items.push(issue.into_datum());
    }
    Datum::List(items)
}
