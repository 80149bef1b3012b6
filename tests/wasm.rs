//! The JavaScript surface from Rust's side, in Node and in a browser: what crosses out of the wasm is
//! what the native core says.

#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail"
)]

use iyzico_reversals::js::{Client, draft, max_answer, validate};
use iyzico_reversals::{Credentials, Draft, Endpoint, Issue, Iyzico, Outcome, Params};
use js_sys::{JSON, Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

const PARAMS: &str = r#"{"paymentTransactionId":"27169345","price":"5.00","conversationId":"iade-7 ş😀"}"#;

fn drafted(params: &str) -> Result<Draft, Vec<Issue>> {
    Params::check("refund", params, None).and_then(|params| Draft::new(&params))
}

fn client() -> Client {
    let text = JsValue::from_str;
    Client::new(
        "merchant",
        text("sandbox-api"),
        text("sandbox-secret"),
        text("sandbox"),
        JsValue::UNDEFINED,
        None,
    )
    .expect("a client")
}

fn parse(text: &str) -> JsValue {
    JSON::parse(text).expect("JSON")
}

fn member(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).expect("an object")
}

fn text(object: &JsValue, name: &str) -> String {
    member(object, name).as_string().expect("a text")
}

/// The text that crosses and what serde-wasm-bindgen makes of the same value are one and the same object.
fn same(crossed: &str, value: &impl Serialize) {
    let built = value.serialize(&Serializer::json_compatible()).expect("serializes");
    let built = JSON::stringify(&built).expect("JSON");
    let crossed = JSON::stringify(&parse(crossed)).expect("JSON");
    assert_eq!(String::from(crossed), String::from(built));
}

#[wasm_bindgen_test]
fn a_draft_crosses_as_it_is() {
    let native = drafted(PARAMS).expect("valid params");
    assert_eq!(draft("refund", PARAMS, None).expect("valid params"), native.to_json());
    let crossed = parse(&native.to_json());
    assert_eq!(text(&crossed, "body"), native.body());
    assert_eq!(text(&crossed, "fingerprint"), native.fingerprint());
}

#[wasm_bindgen_test]
fn issues_cross_as_they_are() {
    let params = r#"{"price":"5,00","locale":"tr","colour":1}"#;
    let native = drafted(params).expect_err("wrong params");
    let crossed = member(&parse(&validate("refund", params, None)), "issues");
    same(&String::from(JSON::stringify(&crossed).expect("JSON")), &native);

    let thrown = draft("refund", params, None).expect_err("wrong params");
    same(&thrown.as_string().expect("JSON text"), &native);
}

#[wasm_bindgen_test]
fn an_outcome_crosses_as_it_is() {
    let body = drafted(PARAMS).expect("valid params").body().to_owned();
    let keys = Credentials::new("sandbox-api".to_owned().into(), "sandbox-secret".to_owned().into());
    let endpoint = Endpoint::new(Some("sandbox"), None).expect("an endpoint");
    let native = Iyzico::new(keys.expect("valid keys"), endpoint);
    for answer in [
        None,
        Some(""),
        Some("<html>"),
        Some(r#"{"status":"success"}"#),
        Some(
            r#"{"status":"failure","errorCode":"10220","errorGroup":"DECLINED","errorMessage":"Ödeme alınamadı","retryable":false}"#,
        ),
        Some(r#"{"status":"failure","errorCode":10219}"#),
    ] {
        let crossed = client().read("refund", &body, Some(200.0), answer.map(str::to_owned));
        same(&crossed, &native.read("refund", &body, Some(200), answer));
    }
    let odd = client().read("refund", &body, Some(f64::NAN), None);
    assert!(member(&parse(&odd), "httpStatus").is_null());
    assert_eq!(max_answer(), Outcome::MAX_ANSWER);
}

#[wasm_bindgen_test]
fn every_request_has_a_random_key_of_its_own() {
    let client = client();
    let key = || {
        text(
            &member(
                &parse(&client.request("refund", PARAMS, None).expect("a request")),
                "headers",
            ),
            "x-iyzi-rnd",
        )
    };
    let (first, second) = (key(), key());
    assert_eq!(first.len(), 32);
    assert_ne!(first, second);
}

#[wasm_bindgen_test]
fn a_draft_is_signed_over_its_own_body() {
    let draft = draft("refund", PARAMS, None).expect("valid params");
    let signed = parse(&client().sign(&draft).expect("an unaltered draft"));
    assert_eq!(text(&signed, "body"), text(&parse(&draft), "body"));
    let headers = member(&signed, "headers");
    let expected =
        client().authorization_for_tests(&text(&headers, "x-iyzi-rnd"), "/payment/refund", &text(&signed, "body"));
    assert_eq!(text(&headers, "Authorization"), expected);
    assert!(client().sign(&draft.replace("5.00", "6.00")).is_err());
}

#[wasm_bindgen_test]
fn a_client_names_what_is_wrong_and_shows_no_key() {
    let [key, live] = ["sandbox secret 5678", "live"].map(JsValue::from_str);
    let refused = Client::new(
        "merchant",
        JsValue::from_f64(5.0),
        key,
        live,
        JsValue::UNDEFINED,
        Some("apikey".to_owned()),
    );
    let issues = refused.expect_err("refused").as_string().expect("JSON text");
    assert!(!issues.contains("5678"), "{issues}");
    let paths: Vec<_> = js_sys::Array::from(&parse(&issues))
        .iter()
        .map(|issue| text(&Object::from(member(&issue, "path")).into(), "0"))
        .collect();
    assert_eq!(paths, ["apikey", "apiKey", "secretKey"]);
    assert!(!format!("{:?}", client()).contains("secret"));
}
