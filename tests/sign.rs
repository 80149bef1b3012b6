//! Published signatures, stage by stage, so that a failing case shows which stage broke.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail"
)]

use base64::prelude::{BASE64_STANDARD, Engine};
use iyzico_reversals::{
    Credentials, Draft, Endpoint, Environment, Issues, Iyzico, Params, RandomKey, iyzwsv2, signature,
};
use proptest::prelude::*;
use serde_json::Value;

fn drafted(operation: &str, params: &str) -> Result<Draft, Issues> {
    Params::check(operation.parse()?, params, None).and_then(Draft::new)
}

fn vectors() -> Value {
    serde_json::from_str(include_str!("vectors/vectors.json")).expect("vectors.json is JSON")
}

fn text<'a>(vector: &'a Value, name: &str) -> &'a str {
    vector[name].as_str().unwrap_or_else(|| panic!("{name} of {vector}"))
}

fn credentials(api_key: &str, secret_key: &str) -> Credentials {
    Credentials::new(api_key.to_owned().into(), secret_key.to_owned().into()).expect("published keys are valid")
}

#[test]
fn published_requests_reproduce() {
    let vectors = vectors();
    let cases = vectors["request_auth"].as_array().expect("a list");
    assert_eq!(cases.len(), 5);
    for vector in cases {
        let keys = credentials(text(vector, "apiKey"), text(vector, "secretKey"));
        let random_key = RandomKey::fixed(text(vector, "randomKey"));
        let signed = iyzwsv2(&keys, &random_key, text(vector, "path"), text(vector, "body"));

        let expected = BASE64_STANDARD.decode(text(vector, "base64")).expect("base64");
        let inner = String::from_utf8(expected).expect("UTF-8");
        let (_, expected_signature) = inner.rsplit_once("&signature:").expect("a signature");
        let name = text(vector, "name");
        assert_eq!(signed.signature(), expected_signature, "{name}: signature");
        assert_eq!(signed.inner(), inner, "{name}: inner");
        assert_eq!(
            signed.authorization(),
            format!("IYZWSv2 {}", text(vector, "base64")),
            "{name}: header"
        );
    }
}

#[test]
fn published_answers_and_webhooks_reproduce() {
    let vectors = vectors();
    let cases = ["response_signature", "webhook_v3"].map(|list| vectors[list].as_array().expect("a list").clone());
    assert_eq!(cases.each_ref().map(Vec::len), [2, 2]);
    for vector in cases.concat() {
        let keys = credentials("any", text(&vector, "secretKey"));
        assert_eq!(
            signature(&keys, text(&vector, "message")),
            text(&vector, "signatureHex"),
            "{}",
            vector["name"]
        );
    }
}

#[test]
fn keys_that_cannot_be_sent_are_refused_without_being_shown() {
    for bad in ["", " ", "a b", "key\n", "schlüssel", "\u{7f}", "a\tb"] {
        for (api_key, secret_key) in [(bad, "good-key"), ("good-key", bad)] {
            let refused = Credentials::new(api_key.to_owned().into(), secret_key.to_owned().into());
            let issues = refused.expect_err("refused");
            assert_eq!(issues.len(), 1, "{bad:?}");
            assert!(!issues[0].message().contains("good-key"));
        }
    }
}

#[test]
fn credentials_do_not_print() {
    let keys = credentials("sandbox-api-1234", "sandbox-secret-5678");
    let iyzico = Iyzico::new(keys.clone(), Environment::Live.into());
    for text in [format!("{keys:?}"), format!("{iyzico:?}")] {
        assert!(
            !text.contains("1234") && !text.contains("5678") && text.contains("[redacted]"),
            "{text}"
        );
    }
}

#[test]
fn other_endpoints_are_signed_without_their_query() {
    let iyzico = Iyzico::new(credentials("api", "secret"), Environment::Sandbox.into());
    let random_key = RandomKey::fixed("rnd");
    let authorization = |path: &str| {
        let headers = iyzico.authorize("GET", path, "", random_key.clone()).expect("headers");
        let found = headers
            .iter()
            .find(|(name, _)| *name == "Authorization")
            .map(|(_, value)| value.to_owned());
        found.expect("an Authorization header")
    };
    let plain = authorization("/v2/reporting/payment/details");
    assert_eq!(authorization("/v2/reporting/payment/details?paymentId=1"), plain);
    assert_ne!(authorization("/v2/reporting/payment/detail"), plain);

    for (method, path, body) in [
        ("get", "/x", ""),
        ("GET", "/x", "{}"),
        ("", "/x", ""),
        ("POST", "x", ""),
        ("POST", "https://api.iyzipay.com/x", ""),
        ("POST", "/x y", ""),
        ("POST", "/x#y", ""),
        ("POST", "/ş", ""),
        ("POST", "", ""),
    ] {
        assert!(
            iyzico.authorize(method, path, body, random_key.clone()).is_err(),
            "{method} {path} {body}"
        );
    }
}

#[test]
fn a_request_is_what_its_draft_says() {
    let draft = drafted("cancel", r#"{"paymentId":"1"}"#).expect("valid params");
    let endpoint = Endpoint::at("https://example.com/iyzico").expect("an endpoint");
    let iyzico = Iyzico::new(credentials("api", "secret"), endpoint);
    let random_key = RandomKey::fixed("rnd");
    let request = iyzico
        .request(draft, random_key.clone())
        .expect("a merchant's operation");
    assert_eq!(request.url(), "https://example.com/iyzico/payment/cancel");
    assert_eq!(request.operation().name(), "cancel");

    let json: Value = serde_json::to_value(&request).expect("JSON");
    assert_eq!(text(&json, "url"), request.url());
    assert_eq!(text(&json, "method"), "POST");
    assert_eq!(text(&json, "redirect"), "manual");
    assert_eq!(text(&json, "fingerprint"), request.fingerprint());
    let headers: Value = serde_json::to_value(request.headers()).expect("JSON");
    assert_eq!(json["headers"], headers);
    let expected = iyzwsv2(
        iyzico.credentials(),
        &random_key,
        "/payment/cancel",
        request.body().expect("a body"),
    );
    assert_eq!(
        text(&headers, "Authorization"),
        expected.authorization(),
        "the prefix of a base URL is never signed"
    );
    assert_eq!(text(&headers, "Content-Type"), "application/json");
}

#[test]
fn headers_are_json_whatever_the_random_key() {
    let endpoint: Endpoint = Environment::Sandbox.into();
    let iyzico = Iyzico::new(credentials("api", "secret"), endpoint);
    let odd = RandomKey::fixed("a\"b\\c");
    let headers = iyzico.authorize("GET", "/x", "", odd.clone()).expect("headers");
    let headers: Value = serde_json::to_value(headers).expect("JSON");
    assert_eq!(text(&headers, "x-iyzi-rnd"), odd.as_str());
}

proptest! {
    /// Signed bytes are the sent bytes: an independent HMAC over what the request carries agrees.
    #[test]
    fn the_signature_is_over_the_body_that_is_sent(id in "[!-9;-~]{1,40}", price in "[1-9][0-9]{0,12}(\\.[0-9]{1,8})?", conversation in "[!-~]([ -~]{0,38}[!-~])?", rnd: [u8; 16]) {
        let params = serde_json::json!({ "paymentTransactionId": id, "price": price, "conversationId": conversation });
        let draft = drafted("refund", &params.to_string()).expect("valid params");
        let keys = credentials("api", "secret");
        let iyzico = Iyzico::new(keys.clone(), Environment::Sandbox.into());
        let request: Value = serde_json::to_value(iyzico.request(draft, RandomKey::from_bytes(rnd)).expect("a merchant's operation")).expect("JSON");

        let body = text(&request, "body");
        let random_key = text(&request["headers"], "x-iyzi-rnd");
        prop_assert_eq!(random_key.len(), 32);
        let expected = signature(&keys, &format!("{random_key}/payment/refund{body}"));
        let header = text(&request["headers"], "Authorization");
        let inner = BASE64_STANDARD.decode(header.strip_prefix("IYZWSv2 ").expect("the scheme")).expect("base64");
        prop_assert_eq!(String::from_utf8(inner).ok(), Some(format!("apiKey:api&randomKey:{random_key}&signature:{expected}")));

        let sent: Value = serde_json::from_str(body).expect("JSON");
        prop_assert_eq!(text(&sent, "paymentTransactionId"), &id);
        prop_assert_eq!(text(&sent, "conversationId"), &conversation);
        prop_assert_eq!(sent["price"].to_string(), price);
    }
}
