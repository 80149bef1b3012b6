//! The JavaScript surface: crosses values and holds no rule of its own.
//!
//! Params cross in as one JSON text that the package's `params.js` writes. A draft, a request and
//! headers cross out as one JSON text, which is twice as fast as building the object from here;
//! issues and outcomes cross out through serde-wasm-bindgen's serializer.

use core::fmt;

use js_sys::{JsString, Reflect};
use serde::Serialize;
use serde::ser::SerializeMap;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use zeroize::Zeroizing;

use crate::client::Iyzico;
use crate::draft::Draft;
use crate::endpoint::Endpoint;
use crate::field::issue::{Code, Issue, Locale, Problem};
use crate::outcome::Outcome;
use crate::sign::iyzwsv2::{self, RandomKey};
use crate::sign::{self, Credentials};

/// Checks params: `{ ok: true, value }` or `{ ok: false, issues }`.
#[wasm_bindgen]
pub fn validate(operation: &str, params: &str) -> JsValue {
    to_js(&Validation(Draft::new(operation, params)))
}

/// Checks params and makes a draft, as JSON text.
#[wasm_bindgen]
pub fn draft(operation: &str, params: &str) -> Result<String, JsValue> {
    match Draft::new(operation, params) {
        Ok(draft) => Ok(draft.to_json()),
        Err(issues) => Err(to_js(&issues)),
    }
}

/// A merchant at an endpoint.
#[wasm_bindgen]
pub struct Client(Iyzico);

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
            issues.push(Problem::unknown_field(None).at_unknown(&[], &name, Locale::En));
        }
        let endpoint = Endpoint::new(optional(&environment).as_deref(), optional(&base_url).as_deref())
            .map_err(|issue| issues.push(issue));
        let credentials = Credentials::new(secret(&api_key), secret(&secret_key)).map_err(|found| issues.extend(found));
        match (credentials, endpoint) {
            (Ok(credentials), Ok(endpoint)) if issues.is_empty() => Ok(Self(Iyzico::new(credentials, endpoint))),
            _ => Err(to_js(&issues)),
        }
    }

    /// Checks params and signs: the request as JSON text.
    pub fn request(&self, operation: &str, params: &str) -> Result<String, JsValue> {
        self.signed(Draft::new(operation, params))
    }

    /// Checks a draft again and signs it: the request as JSON text.
    pub fn sign(&self, draft: &str) -> Result<String, JsValue> {
        self.signed(Draft::reopen(draft))
    }

    /// The headers of any other request to iyzico, as JSON text.
    pub fn authorize(&self, method: JsValue, path: JsValue, body: JsValue) -> Result<String, JsValue> {
        let [method, path, body] = [method, path, body].map(|text| text.as_string().unwrap_or_default());
        self.0
            .authorize(&method, &path, &body, &random_key()?)
            .map(|headers| headers.to_json())
            .map_err(|issues| to_js(&issues))
    }

    /// Reads an answer.
    pub fn read(&self, operation: JsValue, body: JsValue, http_status: JsValue, answer: JsValue) -> JsValue {
        let [operation, body] = [operation, body].map(|text| text.as_string().unwrap_or_default());
        let http_status = http_status.as_f64().filter(|status| (0.0..1000.0).contains(status));
        // Longer than any answer is cut here, so that a flood does not grow the wasm's memory.
        let longest = u32::try_from(Outcome::MAX_ANSWER).unwrap_or(u32::MAX);
        let raw = answer
            .dyn_into::<JsString>()
            .map(|answer| answer.slice(0, longest.saturating_add(1)));
        let text = raw.as_ref().map(String::from).ok();
        let outcome = to_js(&self.0.read(
            &operation,
            &body,
            http_status.map(|status| status as u16),
            text.as_deref(),
        ));
        let raw = raw.map_or(JsValue::NULL, JsValue::from);
        // Only a frozen target could refuse it, and this one is fresh.
        let _ = RAW.with(|name| Reflect::set(&outcome, name, &raw));
        outcome
    }

    fn signed(&self, draft: Result<Draft, Vec<Issue>>) -> Result<String, JsValue> {
        let draft = draft.map_err(|issues| to_js(&issues))?;
        Ok(self.0.request(&draft, &random_key()?).to_json())
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Signs with a given random key, stage by stage. Only for tests.
#[wasm_bindgen(js_name = iyzwsv2ForTests)]
pub fn iyzwsv2_for_tests(
    api_key: String,
    secret_key: String,
    random_key: &str,
    path: &str,
    body: &str,
) -> Result<Vec<String>, JsValue> {
    let credentials = Credentials::new(api_key.into(), secret_key.into()).map_err(|issues| to_js(&issues))?;
    let signed = iyzwsv2::sign(&credentials, &RandomKey::fixed(random_key), path, body);
    Ok(vec![
        signed.signature().to_owned(),
        signed.inner().to_owned(),
        signed.authorization(),
    ])
}

/// HMAC-SHA256 in lowercase hex, to sign answers of a stand-in server. Only for tests.
#[wasm_bindgen(js_name = signatureForTests)]
pub fn signature_for_tests(secret_key: String, text: &str) -> Result<String, JsValue> {
    let credentials = Credentials::new(String::from("test").into(), secret_key.into());
    credentials
        .map(|credentials| sign::signature(&credentials, text))
        .map_err(|issues| to_js(&issues))
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = crypto, js_name = getRandomValues)]
    fn get_random_values(bytes: &mut [u8]) -> Result<JsValue, JsValue>;

}

// rustfmt drops the string of a foreign static.
#[rustfmt::skip]
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, static_string)]
    static RAW: JsString = "raw";
}

fn random_key() -> Result<RandomKey, JsValue> {
    let mut bytes = [0; 16];
    match get_random_values(&mut bytes) {
        Ok(_) => Ok(RandomKey::from_bytes(bytes)),
        Err(_) => Err(to_js(&[Problem::new(Code::Randomness).at(&[], Locale::En)])),
    }
}

/// A text, or nothing where nothing was given; any other type becomes a text that no rule takes.
fn optional(value: &JsValue) -> Option<String> {
    (!value.is_null() && !value.is_undefined()).then(|| value.as_string().unwrap_or_default())
}

/// A key. What is no text is as wrong as an empty one.
fn secret(value: &JsValue) -> Zeroizing<String> {
    value.as_string().unwrap_or_default().into()
}

struct Validation(Result<Draft, Vec<Issue>>);

impl Serialize for Validation {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("ok", &self.0.is_ok())?;
        match &self.0 {
            Ok(draft) => map.serialize_entry("value", &draft.params())?,
            Err(issues) => map.serialize_entry("issues", issues)?,
        }
        map.end()
    }
}

/// Nothing that is serialized here can fail; if it did, the error is still a value to throw.
fn to_js<T: Serialize + ?Sized>(value: &T) -> JsValue {
    value
        .serialize(&Serializer::json_compatible())
        .unwrap_or_else(JsValue::from)
}
