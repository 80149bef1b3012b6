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

use crate::client::Iyzico;
use crate::datum::Datum;
use crate::draft::Draft;
use crate::endpoint::Endpoint;
use crate::field::issue::{Code, Issue, Locale, Problem};
use crate::field::rule::Rule;
use crate::outcome::Outcome;
use crate::sign::Credentials;
use crate::sign::iyzwsv2::{self, RandomKey};

/// Checks params: `{ ok: true, value }` or `{ ok: false, issues }`.
#[wasm_bindgen]
pub fn validate(operation: &str, params: &str) -> String {
    let (ok, name, found) = match Draft::new(operation, params) {
        Ok(draft) => (true, "value", draft.params()),
        Err(issues) => (false, "issues", list(issues)),
    };
    Datum::Object(vec![("ok", Datum::Flag(ok)), (name, found)]).to_json()
}

/// Checks params and makes a draft.
#[wasm_bindgen]
pub fn draft(operation: &str, params: &str) -> Result<String, JsValue> {
    match Draft::new(operation, params) {
        Ok(draft) => Ok(draft.to_json()),
        Err(issues) => Err(thrown(issues)),
    }
}

/// The longest answer that `read` takes, in UTF-16 code units.
#[wasm_bindgen(js_name = maxAnswer)]
pub fn max_answer() -> usize {
    Outcome::MAX_ANSWER
}

/// A merchant at an endpoint.
#[wasm_bindgen]
pub struct Client {
    iyzico: Iyzico,
    entropy: RefCell<Entropy>,
}

#[wasm_bindgen]
impl Client {
    /// Takes the configuration's members as they are; `unknown` is the name of one that isn't known.
    #[wasm_bindgen(constructor)]
    pub fn new(
        api_key: JsValue,
        secret_key: JsValue,
        environment: JsValue,
        base_url: JsValue,
        unknown: Option<String>,
    ) -> Result<Self, JsValue> {
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
        let api_key = key("apiKey", &api_key, &mut issues);
        let secret_key = key("secretKey", &secret_key, &mut issues);
        match (Credentials::new(api_key, secret_key), endpoint) {
            (Ok(credentials), Some(endpoint)) if issues.is_empty() => Ok(Self {
                iyzico: Iyzico::new(credentials, endpoint),
                entropy: RefCell::default(),
            }),
            (credentials, _) => {
                // What is no text was reported as such; that it is empty, too, is no news.
                let mut found = credentials.err().unwrap_or_default();
                found.retain(|new| issues.iter().all(|known| known.path() != new.path()));
                issues.extend(found);
                Err(thrown(issues))
            }
        }
    }

    /// Checks params and signs: the request.
    pub fn request(&self, operation: &str, params: &str) -> Result<String, JsValue> {
        self.signed(Draft::new(operation, params))
    }

    /// Checks a draft again and signs it: the request.
    pub fn sign(&self, draft: &str) -> Result<String, JsValue> {
        self.signed(Draft::reopen(draft))
    }

    /// The headers of any other request to iyzico; no `body` is one that can't be sent as it is.
    pub fn authorize(&self, method: &str, path: &str, body: Option<String>) -> Result<String, JsValue> {
        let Some(body) = body else {
            return Err(thrown(vec![issue("body", Code::Body)]));
        };
        match self.iyzico.authorize(method, path, &body, &self.random_key()?) {
            Ok(headers) => Ok(headers.to_json()),
            Err(issues) => Err(thrown(issues)),
        }
    }

    /// Reads an answer: the outcome without its `raw`.
    pub fn read(&self, operation: &str, body: &str, http_status: Option<f64>, answer: Option<String>) -> String {
        let http_status = http_status.filter(|status| (0.0..1000.0).contains(status));
        let outcome = self.iyzico.read(
            operation,
            body,
            http_status.map(|status| status as u16),
            answer.as_deref(),
        );
        outcome.into_datum().to_json()
    }

    /// The `Authorization` header for a given random key. Only for tests.
    #[wasm_bindgen(js_name = authorizationForTests)]
    pub fn authorization_for_tests(&self, random_key: &str, path: &str, body: &str) -> String {
        iyzwsv2::sign(self.iyzico.credentials(), &RandomKey::fixed(random_key), path, body).authorization()
    }

    fn random_key(&self) -> Result<RandomKey, JsValue> {
        self.entropy.borrow_mut().take().map(RandomKey::from_bytes)
    }

    fn signed(&self, draft: Result<Draft, Vec<Issue>>) -> Result<String, JsValue> {
        match draft {
            Ok(draft) => Ok(self.iyzico.request(draft, &self.random_key()?).to_json()),
            Err(issues) => Err(thrown(issues)),
        }
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.iyzico.fmt(f)
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
    fn take(&mut self) -> Result<[u8; 16], JsValue> {
        if self.left == 0 && get_random_values(self.bytes.as_flattened_mut()).is_ok() {
            self.left = self.bytes.len();
        }
        self.left = self.left.saturating_sub(1);
        match self.bytes.get_mut(self.left) {
            // Taken out, so that no key can be given twice.
            Some(key) if *key != [0; 16] => Ok(mem::take(key)),
            _ => Err(thrown(vec![issue("", Code::Randomness)])),
        }
    }
}

/// A text, or nothing where nothing was given; an empty one, which no rule takes, for anything else.
fn optional(value: &JsValue) -> Option<String> {
    (!value.is_null() && !value.is_undefined()).then(|| value.as_string().unwrap_or_default())
}

/// A key; an empty one, and an issue, where none was given.
fn key(name: &str, value: &JsValue, issues: &mut Vec<Issue>) -> Zeroizing<String> {
    let key = value.as_string();
    if key.is_none() {
        let code = if value.is_undefined() {
            Code::Missing
        } else {
            Code::Type
        };
        issues.push(Issue::new(
            name,
            Problem::with(code, Rule::Text.wanted(Locale::En)),
            Locale::En,
        ));
    }
    Zeroizing::new(key.unwrap_or_default())
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
