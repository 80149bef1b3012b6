//! The JavaScript surface, called from Rust in Node and in a browser: every value that crosses is the native core's.
//!
//! serde-wasm-bindgen is the oracle: the JSON text that crosses must parse to the object that it builds.

#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail"
)]

use iyzico_reversals::wasm::{self, Inquiry, Login, Merchant, Terminal};
use iyzico_reversals::{
    Asked, Credentials, Draft, Environment, HttpAnswer, Issues, Iyzico, Operation, Params, Times, precheck, reconcile,
};
use js_sys::{JSON, Reflect};
use serde::Serialize;
use serde_json::{Value, json};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

const PARAMS: &str = r#"{"paymentTransactionId":"27169345","price":"5.00","conversationId":"iade-7"}"#;

fn drafted(params: &str) -> Result<Draft, Issues> {
    Params::check(Operation::Refund, params, None).and_then(Draft::new)
}

fn merchant() -> Merchant {
    let config = json!({ "apiKey": "sandbox-api", "secretKey": "sandbox-secret", "environment": "sandbox" });
    Merchant::new(&config.to_string()).expect("a configuration")
}

/// The thrown text.
fn thrown<T>(called: Result<T, JsValue>) -> String {
    let thrown = called.err().expect("it throws");
    thrown.as_string().expect("a text")
}

fn parse(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

/// Checks that the JSON text parses to the object that serde-wasm-bindgen builds.
fn same(crossed: &str, value: &impl Serialize) {
    let built = value.serialize(&Serializer::json_compatible()).expect("serializes");
    let crossed = JSON::parse(crossed).expect("JSON");
    let text = |value: &JsValue| String::from(JSON::stringify(value).expect("JSON"));
    assert_eq!(text(&crossed), text(&built));
}

#[wasm_bindgen_test]
fn a_draft_crosses_as_it_is() {
    let native = drafted(PARAMS).expect("valid params");
    let crossed = wasm::draft("refund", PARAMS, None).expect("valid params");
    same(&crossed, &native);
    let object = JSON::parse(&crossed).expect("JSON");
    let body = Reflect::get(&object, &"body".into()).expect("a member");
    assert_eq!(body.as_string().as_deref(), Some(native.body()));
}

#[wasm_bindgen_test]
fn accepted_params_cross_as_they_are() {
    let native = Params::check(Operation::Refund, PARAMS, None).expect("valid params");
    same(&wasm::validate("refund", PARAMS, None).expect("valid params"), &native);
}

#[wasm_bindgen_test]
fn issues_are_thrown_as_they_are() {
    for params in [
        r#"{"price":"5,00","locale":"tr","prices":1}"#,
        r#"{"paymentTransactionId":"1","price":"5","upTo":4,"locale":"EN"}"#,
        "[]",
        "no JSON",
    ] {
        let native = drafted(params).expect_err("wrong params");
        same(&thrown(wasm::validate("refund", params, None)), &native);
        same(&thrown(wasm::draft("refund", params, None)), &native);
        same(&thrown(merchant().request("refund", params, None)), &native);
    }
    for name in ["", "Refund", "refnd", "toString"] {
        let issues = parse(&thrown(wasm::validate(name, PARAMS, None)));
        assert_eq!(issues[0]["code"], "unknown_operation", "{name}");
    }
}

#[wasm_bindgen_test]
fn an_outcome_crosses_as_it_is() {
    let draft = drafted(PARAMS).expect("valid params");
    let keys = Credentials::new("sandbox-api".to_owned().into(), "sandbox-secret".to_owned().into());
    let native = Iyzico::new(keys.expect("valid keys"), Environment::Sandbox.into());
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
        let status = answer.map(|_| 200);
        same(
            &merchant().read("refund", draft.body(), status, answer.map(ToOwned::to_owned)),
            &native.read(&draft, answer.map(|text| HttpAnswer::new(200, text))),
        );
    }
    let reason = |operation, asked, status, text: Option<&str>| {
        let outcome = merchant().read(operation, asked, status, text.map(ToOwned::to_owned));
        parse(&outcome)["reason"].as_str().map(ToOwned::to_owned)
    };
    assert_eq!(
        reason("refund", draft.body(), Some(200), None).as_deref(),
        Some("not-text")
    );
    assert_eq!(
        reason("refund", draft.body(), None, Some("{}")).as_deref(),
        Some("not-text")
    );
    assert_eq!(
        reason("refund", draft.body(), Some(1000), Some("{}")).as_deref(),
        Some("not-text")
    );
    assert_eq!(
        reason("refund", "{}", None, None).as_deref(),
        Some("request-unreadable")
    );
    assert_eq!(
        reason("none", draft.body(), None, None).as_deref(),
        Some("request-unreadable")
    );
}

#[wasm_bindgen_test]
fn a_reconciliation_crosses_as_it_is() {
    let draft = drafted(PARAMS).expect("valid params");
    let rows = |rows: Value| {
        json!({ "status": "success", "payments": [{
            "paymentId": "1", "paymentRefundStatus": "PARTIALLY_REFUNDED", "paidPrice": 10, "currency": "TRY", "cancels": [],
            "itemTransactions": [{ "paymentTransactionId": "27169345", "paidPrice": 10, "refunds": rows }],
        }] })
        .to_string()
    };
    let own = json!({ "refundConversationId": "iade-7", "refundPrice": 5, "refundStatus": 1, "refundTxId": 9, "hostReference": "h" });
    let times = Times {
        sent_at: 1_764_099_400_000,
        asked_at: 1_764_101_400_000,
    };
    for text in [
        rows(json!([own])),
        rows(json!([])),
        rows(json!([own, own])),
        String::new(),
    ] {
        let answer = Some(HttpAnswer::new(200, &text));
        let known = iyzico_reversals::Inquiry {
            times: Some(times),
            question: None,
        };
        let inquiry = || Inquiry::new(Some(1_764_099_400_000.0), Some(1_764_101_400_000.0), None, "");
        let body = draft.body();
        same(
            &wasm::reconcile("refund", body, inquiry(), Some(200), Some(text.clone())),
            &reconcile(&draft, answer, known),
        );
        let unknown = Inquiry::new(None, None, None, "");
        same(
            &wasm::precheck("refund", body, unknown, Some(200), Some(text.clone())),
            &precheck(&draft, answer, iyzico_reversals::Inquiry::default()),
        );
    }
    for (sent_at, asked_at) in [
        (None, Some(1_764_101_400_000.0)),
        (Some(f64::NAN), Some(1_764_101_400_000.0)),
        (Some(f64::NEG_INFINITY), Some(1_764_101_400_000.0)),
        (Some(1_764_099_400_000.5), Some(1_764_101_400_000.0)),
    ] {
        let inquiry = Inquiry::new(sent_at, asked_at, None, "");
        let found = wasm::reconcile("refund", draft.body(), inquiry, Some(200), Some(rows(json!([]))));
        assert_eq!(parse(&found)["reason"], "no-times");
    }
}

#[wasm_bindgen_test]
fn an_audit_crosses_as_it_is() {
    let settings = r#"{"day":"2026-11-20","askedAt":1795381200000,"locale":"tr"}"#;
    let body = drafted(PARAMS).expect("valid params").body().to_owned();
    let entries = json!({ "entries": [
        { "id": "1", "operation": "refund", "body": body, "state": "done", "sentAt": 1_795_150_000_000_i64 },
    ] })
    .to_string();
    let path = "/v2/reporting/payment/transactions?transactionDate=2026-11-20&page=1";
    let page = json!({ "status": "success", "currentPage": 1, "totalPageCount": 2, "transactions": [
        { "transactionType": "REFUND", "transactionId": 1, "transactionStatus": 2, "paymentTxId": 7, "paymentId": 8, "price": 5 },
    ] })
    .to_string();
    let asked = Asked::recall(Operation::Transactions, path).expect("a question");

    let mut crossing = wasm::Audit::new(settings).expect("valid settings");
    let mut native = iyzico_reversals::Audit::new(settings).expect("valid settings");
    crossing.enter(&entries).expect("valid entries");
    native.enter(&entries).expect("valid entries");
    for answer in [None, Some("<html>"), Some(page.as_str())] {
        same(
            &crossing.add("transactions", path, answer.map(|_| 200), answer.map(ToOwned::to_owned)),
            &native.add(&asked, answer.map(|text| HttpAnswer::new(200, text))),
        );
    }
    assert_eq!(
        parse(&crossing.add("none", path, None, None))["reason"],
        "request-unreadable"
    );
    same(&crossing.finish(), &native.finish());
    assert!(wasm::Audit::new("{}").is_err());
}

#[wasm_bindgen_test]
fn what_is_refundable_crosses_as_it_is() {
    let details = json!({ "payments": [{
        "paymentId": "1", "paymentStatus": 1, "paidPrice": 10, "currency": "TRY", "cancels": [],
        "itemTransactions": [{ "paymentTransactionId": "2", "paidPrice": 10, "refunds": [] }],
    }] })
    .to_string();
    let native = iyzico_reversals::refundable(&details).expect("no contradiction");
    same(&wasm::refundable(&details).expect("no contradiction"), &native);
}

#[wasm_bindgen_test]
fn a_draft_is_signed_over_its_own_body() {
    let draft = wasm::draft("refund", PARAMS, None).expect("valid params");
    let signed = parse(&merchant().sign(&draft).expect("a draft of ours"));
    let draft = parse(&draft);
    assert_eq!(signed["body"], draft["body"]);
    let key = signed["headers"]["x-iyzi-rnd"].as_str().expect("a key");
    let body = signed["body"].as_str().expect("a body");
    let (api_key, secret_key) = ("sandbox-api".to_owned(), "sandbox-secret".to_owned());
    let authorization = wasm::iyzwsv2(api_key, secret_key, key, "/payment/refund", body).expect("valid keys");
    assert_eq!(signed["headers"]["Authorization"], authorization);
    assert!(Asked::recall(Operation::Refund, body).is_ok());

    let altered = draft.to_string().replace("5.00", "6.00");
    let issues = parse(&thrown(merchant().sign(&altered)));
    assert_eq!(issues[0]["code"], "draft_altered");
}

#[wasm_bindgen_test]
fn no_random_key_is_given_twice() {
    let merchant = merchant();
    let key = || {
        let request = parse(&merchant.request("refund", PARAMS, None).expect("valid params"));
        request["headers"]["x-iyzi-rnd"].as_str().expect("a key").to_owned()
    };
    let keys: std::collections::HashSet<_> = (0..100).map(|_| key()).collect();
    assert_eq!(keys.len(), 100);
    assert!(keys.iter().all(|key| key.len() == 32));
}

#[wasm_bindgen_test]
fn a_client_reports_a_wrong_configuration_and_hides_its_keys() {
    let config = json!({ "apiKey": 5, "secretKey": "sandbox secret 5678", "environment": "live", "apikey": 1 });
    let issues = thrown(Merchant::new(&config.to_string()));
    assert!(!issues.contains("5678"), "{issues}");
    let paths: Vec<_> = list(&parse(&issues))
        .iter()
        .map(|issue| issue["path"][0].as_str().expect("a name").to_owned())
        .collect();
    assert_eq!(paths, ["apiKey", "secretKey", "apikey"]);
    assert!(!format!("{:?}", merchant()).contains("secret"));
    let token = json!({ "accessToken": "token-5678", "environment": "live" }).to_string();
    assert!(!format!("{:?}", Terminal::new(&token).expect("a token")).contains("5678"));
    let login = json!({ "clientId": "a", "clientSecret": "secret-5678", "environment": "live" }).to_string();
    assert!(!format!("{:?}", Login::new(&login).expect("a secret")).contains("5678"));
}
