//! The JavaScript surface from Rust's side, in Node and in a browser: what crosses out of the wasm is
//! what the native core says.

#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail"
)]

use iyzico_reversals::js::{Client, ask};
use iyzico_reversals::{
    Code, Credentials, Draft, Endpoint, HttpAnswer, Inquiry, Issue, Iyzico, Params, Reconciliation, Times, Wanted,
};
use js_sys::{JSON, Reflect};
use serde::Serialize;
use serde_json::{Value, json};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

const RANDOM_KEY: &str = "0123456789abcdef0123456789abcdef";

const PARAMS: &str = r#"{"paymentTransactionId":"27169345","price":"5.00","conversationId":"iade-7"}"#;

fn drafted(params: &str) -> Result<Draft, Vec<Issue>> {
    Params::check("refund", params, None).and_then(|params| Draft::new(&params))
}

fn client() -> Client {
    let config = json!({ "apiKey": "sandbox-api", "secretKey": "sandbox-secret", "environment": "sandbox" });
    Client::new(&format!("merchant\n{config}"))
}

/// A call about the params of a refund.
fn about(task: &str, params: &str, random_key: &str) -> String {
    [task, "refund", params, "", random_key].join("\n")
}

fn parse(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

/// The text that crosses and what serde-wasm-bindgen makes of the same value are one and the same object.
fn same(crossed: &str, value: &impl Serialize) {
    let built = value.serialize(&Serializer::json_compatible()).expect("serializes");
    let crossed = JSON::parse(crossed).expect("JSON");
    let text = |value: &JsValue| String::from(JSON::stringify(value).expect("JSON"));
    assert_eq!(text(&crossed), text(&built));
}

#[wasm_bindgen_test]
fn a_draft_crosses_as_it_is() {
    let native = drafted(PARAMS).expect("valid params");
    let crossed = ask(&about("draft", PARAMS, ""));
    assert_eq!(crossed, native.to_json());
    let object = JSON::parse(&crossed).expect("JSON");
    let body = Reflect::get(&object, &"body".into()).expect("a member");
    assert_eq!(body.as_string().as_deref(), Some(native.body()));
}

#[wasm_bindgen_test]
fn issues_cross_as_what_their_words_are_made_of() {
    for (params, crossed) in [
        (
            r#"{"price":"5,00","locale":"tr","prices":1}"#,
            json!([
                [["paymentTransactionId"], Code::Missing as u8, 1, Wanted::Id as u8, ""],
                [["price"], Code::AmountFormat as u8, 1, "", ""],
                [["prices"], Code::UnknownField as u8, 1, "", "price"],
            ]),
        ),
        (
            r#"{"paymentTransactionId":"1","price":"5","upTo":4,"locale":"EN"}"#,
            json!([
                [["locale"], Code::Locale as u8, 0, "tr, en", "en"],
                [["price"], Code::MoreThanUpTo as u8, 0, "4", ""],
            ]),
        ),
    ] {
        let native = drafted(params).expect_err("wrong params");
        let named: Vec<_> = native
            .iter()
            .map(|issue| json!([issue.path(), issue.code() as u8]))
            .collect();
        let crossed_names: Vec<_> = list(&crossed).iter().map(|issue| json!([issue[0], issue[1]])).collect();
        assert_eq!(named, crossed_names);
        assert_eq!(parse(&ask(&about("validate", params, ""))), crossed);
        assert_eq!(parse(&client().ask(&about("request", params, RANDOM_KEY))), crossed);
    }
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
        let call = ["read", "refund", &body, answer.map_or("", |_| "200")]
            .into_iter()
            .chain(answer);
        same(
            &client().ask(&call.collect::<Vec<_>>().join("\n")),
            &native.read("refund", &body, answer.map(|text| HttpAnswer::new(200, text))),
        );
    }
    let not_text = client().ask(&["read", "refund", &body, "none"].join("\n"));
    assert_eq!(parse(&not_text)["reason"], "not-text");
}

#[wasm_bindgen_test]
fn a_reconciliation_crosses_as_it_is() {
    let body = drafted(PARAMS).expect("valid params").body().to_owned();
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
        let inquiry = Inquiry {
            times: Some(times),
            question: None,
        };
        let call = [
            "reconcile",
            "refund",
            &body,
            "1764099400000",
            "1764101400000",
            "",
            "",
            "200",
            &text,
        ]
        .join("\n");
        same(
            &client().ask(&call),
            &Reconciliation::of_request("refund", &body, answer, inquiry),
        );
        let call = ["precheck", "refund", &body, "", "", "", "", "200", &text].join("\n");
        same(
            &client().ask(&call),
            &Reconciliation::of_draft("refund", &body, answer, Inquiry::default()),
        );
    }
    let untimed = [
        "reconcile",
        "refund",
        &body,
        "",
        "1764101400000",
        "",
        "",
        "200",
        &rows(json!([])),
    ]
    .join("\n");
    assert_eq!(parse(&client().ask(&untimed))["reason"], "no-times");
}

#[wasm_bindgen_test]
fn a_draft_is_signed_over_its_own_body() {
    let draft = parse(&ask(&about("draft", PARAMS, "")));
    let sign = |draft: &Value| client().ask(&format!("sign\n{draft}\n{RANDOM_KEY}"));
    let signed = sign(&draft);
    let (signed, body) = signed.split_once('\n').expect("a body");
    assert_eq!(draft["body"], body);
    let signed = parse(signed);
    let authorization = client().ask(&format!("authorizationForTests\n/payment/refund\n{RANDOM_KEY}\n{body}"));
    assert_eq!(signed["headers"]["Authorization"], parse(&authorization)["found"]);

    let altered = parse(&draft.to_string().replace("5.00", "6.00"));
    assert_eq!(parse(&sign(&altered))[0][1], Code::DraftAltered as u8);
}

#[wasm_bindgen_test]
fn without_randomness_nothing_is_signed() {
    for random_key in ["", &"0".repeat(32), &"1".repeat(31)] {
        let issues = client().ask(&about("request", PARAMS, random_key));
        assert_eq!(parse(&issues)[0][1], Code::Randomness as u8);
    }
}

#[wasm_bindgen_test]
fn a_client_names_what_is_wrong_and_shows_no_key() {
    let config = json!({ "apiKey": 5, "secretKey": "sandbox secret 5678", "environment": "live", "apikey": 1 });
    let refused = Client::new(&format!("merchant\n{config}"));
    let issues = refused.ask("");
    assert!(!issues.contains("5678"), "{issues}");
    let paths: Vec<_> = list(&parse(&issues))
        .iter()
        .map(|issue| issue[0][0].as_str().expect("a name").to_owned())
        .collect();
    assert_eq!(paths, ["apiKey", "secretKey", "apikey"]);
    assert_eq!(client().ask(""), "{}");
    assert!(!format!("{:?}", client()).contains("secret"));
}
