//! Functions for tests: only `./testing` exports them.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::crossing::{json, thrown, wipe_stack};
use crate::issue::Issues;
use crate::request::Asked;
use crate::sign::{self, Credentials, RandomKey};
use crate::webhook::Event;

/// The `Authorization` header with a chosen random key.
#[wasm_bindgen]
pub fn iyzwsv2(
    api_key: String,
    secret_key: String,
    random_key: &str,
    path: &str,
    body: &str,
) -> Result<String, JsValue> {
    let keys = keys(api_key, secret_key)?;
    let authorization = sign::sign(&keys, &RandomKey::fixed(random_key), path, body).authorization();
    drop(keys);
    wipe_stack();
    Ok(authorization)
}

/// The signature of a webhook; `None` if the body is not a webhook.
#[wasm_bindgen(js_name = signWebhook)]
pub fn sign_webhook(
    secret_key: String,
    body: Option<String>,
    merchant_id: Option<String>,
) -> Result<Option<String>, JsValue> {
    let keys = keys(String::from("any"), secret_key)?;
    let signed = Event::sign(&keys, body.as_deref(), merchant_id.as_deref());
    drop(keys);
    wipe_stack();
    Ok(signed.ok().map(|(_, signature)| signature))
}

/// The values of a request, read from its body, URL or path.
#[wasm_bindgen]
pub fn asked(operation: &str, asked: &str) -> Result<String, JsValue> {
    let recalled = operation.parse().and_then(|operation| Asked::recall(operation, asked));
    recalled
        .map(|asked| json(asked.values()))
        .map_err(|issues| thrown(&issues))
}

fn keys(api_key: String, secret_key: String) -> Result<Credentials, JsValue> {
    let keys: Result<_, Issues> = Credentials::new(api_key.into(), secret_key.into());
    keys.map_err(|issues| thrown(&issues))
}
