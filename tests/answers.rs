//! From answer to outcome: only a verified, matching success is one.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail"
)]

use iyzico_reversals::{
    Advice, Amount, Asked, CODES, Credentials, Datum, Draft, Environment, HttpAnswer, Issues, Iyzico, Meaning,
    Operation, Outcome, Params, Reason, Verdict, signature,
};
use proptest::prelude::*;
use serde_json::{Value, json};

fn drafted(operation: &str, params: &str) -> Result<Draft, Issues> {
    Params::check(operation.parse()?, params, None).and_then(Draft::new)
}

fn keys() -> Credentials {
    Credentials::new("api".to_owned().into(), "secret".to_owned().into()).expect("valid keys")
}

fn iyzico() -> Iyzico {
    Iyzico::new(keys(), Environment::Sandbox.into())
}

struct Case {
    operation: &'static str,
    params: Value,
}

impl Case {
    fn refund() -> Self {
        let params =
            json!({ "conversationId": "c-1", "paymentTransactionId": "27169345", "price": "5.00", "currency": "TRY" });
        Self {
            operation: "refund",
            params,
        }
    }

    fn cancel() -> Self {
        Self {
            operation: "cancel",
            params: json!({ "paymentId": "25180188", "conversationId": "c-1" }),
        }
    }

    fn read(&self, answer: &str) -> String {
        self.read_with(200, answer)
    }

    fn read_with(&self, http_status: u16, answer: &str) -> String {
        self.read_answer(Some(HttpAnswer::new(http_status, answer)))
    }

    /// `success`, an advice, or a reason.
    fn read_answer(&self, answer: Option<HttpAnswer<'_>>) -> String {
        let draft = drafted(self.operation, &self.params.to_string()).expect("valid params");
        verdict(&iyzico().read(&draft, answer)).to_owned()
    }
}

fn verdict(outcome: &Outcome) -> &'static str {
    match outcome.verdict() {
        Verdict::Success(_) => "success",
        Verdict::Failure { advice, .. } => advice.as_str(),
        Verdict::Unknown { reason, .. } => reason.as_str(),
    }
}

fn signed(mut answer: Value, price: &str) -> String {
    let text = |name: &str| match &answer[name] {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    let message = [
        text("paymentId"),
        price.to_owned(),
        text("currency"),
        text("conversationId"),
    ]
    .join(":");
    answer["signature"] = json!(signature(&keys(), &message));
    answer.to_string()
}

fn success() -> Value {
    json!({
        "status": "success", "locale": "tr", "systemTime": 1_755_703_798_426_u64, "conversationId": "c-1",
        "paymentId": "25180188", "paymentTransactionId": "27169345", "price": 5, "currency": "TRY",
        "authCode": "512821", "hostReference": "mock00007iyzihostrfn", "retryable": false,
    })
}

fn with(name: &str, value: Value) -> Value {
    let mut answer = success();
    answer[name] = value;
    answer
}

#[test]
fn a_signed_matching_success_is_one() {
    let draft = drafted("refund", &Case::refund().params.to_string()).expect("valid params");
    let answer = signed(success(), "5");
    let iyzico = iyzico();
    let outcome = iyzico.read(&draft, Some(HttpAnswer::new(200, &answer)));
    let Verdict::Success(data) = outcome.verdict() else {
        panic!("{outcome:?}");
    };
    assert_eq!(data.named("paymentId"), Some(&Datum::Text("25180188".to_owned())));
    assert_eq!(data.named("retryable"), Some(&Datum::Flag(false)));
    assert_eq!(data.named("systemTime"), Some(&Datum::Integer(1_755_703_798_426)));
    assert_eq!(
        data.named("price"),
        Amount::from_answer("5").map(Datum::Amount).as_ref()
    );
    assert_eq!(data.named("signature"), None);

    assert_eq!(outcome.operation().map(|operation| operation.name()), Some("refund"));
    assert_eq!(outcome.http_status(), Some(200));

    let json = serde_json::to_value(&outcome).expect("serializes");
    assert_eq!(json["status"], "success");
    assert_eq!(json["httpStatus"], 200);
    assert_eq!(json["data"]["price"], "5");
    assert_eq!(json["data"]["systemTime"], 1_755_703_798_426_u64);
}

#[test]
fn spellings_do_not_matter() {
    let raw = |price: &str| signed(success(), "5").replace("\"price\":5", &format!("\"price\":{price}"));
    for price in ["5", "5.0", "5.00000000", "\"5\"", "\"5.00\"", "50E-1", "0.5e1"] {
        assert_eq!(Case::refund().read(&raw(price)), "success", "{price}");
    }
    for answer in [
        with("status", json!("SUCCESS")),
        with("paymentId", json!(25_180_188)),
        with("paymentTransactionId", json!(27_169_345)),
        with("systemTime", json!("1755703798426")),
        with("errorCode", json!("0")),
        with("errorCode", json!("")),
        with("errorCode", Value::Null),
        with("authCode", json!(512_821)),
        with("somethingNew", json!({ "deep": [1, 2, { "x": null }] })),
    ] {
        assert_eq!(Case::refund().read(&signed(answer.clone(), "5")), "success", "{answer}");
    }
    let upper = signed(success(), "5");
    let hex = upper
        .split("\"signature\":\"")
        .nth(1)
        .and_then(|rest| rest.get(..64))
        .expect("a signature")
        .to_owned();
    assert_eq!(
        Case::refund().read(&upper.replace(&hex, &hex.to_uppercase())),
        "success"
    );
}

#[test]
fn a_success_must_be_signed_by_this_merchant() {
    assert_eq!(Case::refund().read(&success().to_string()), "signature-missing");
    for missing in [json!(""), Value::Null, json!({}), json!([])] {
        assert_eq!(
            Case::refund().read(&with("signature", missing).to_string()),
            "signature-missing"
        );
    }
    let right = signed(success(), "5");
    for wrong in [
        "0",
        "zz",
        &"0".repeat(64),
        &"0".repeat(63),
        &"0".repeat(66),
        "269ce670ac4027fc95644812d38bc1c3c3897848573215c5bf03e8dd86b328fd",
    ] {
        assert_eq!(
            Case::refund().read(&with("signature", json!(wrong)).to_string()),
            "signature-wrong",
            "{wrong}"
        );
    }
    // Each signed field is really covered.
    for (from, to) in [
        ("\"25180188\"", "\"25180189\""),
        ("\"price\":5", "\"price\":5.01"),
        ("\"TRY\"", "\"USD\""),
        ("\"c-1\"", "\"c-2\""),
    ] {
        assert_eq!(Case::refund().read(&right.replace(from, to)), "signature-wrong", "{to}");
    }
}

/// A conversationId may hold colons, and it is the caller's: one that was chosen well would make a real
/// signature fit an answer with other values, if another field could hold colons as well.
#[test]
fn a_signature_cannot_be_moved_to_other_values() {
    let mut case = Case::refund();
    case.params["price"] = json!("7.00");
    let forged = |payment_id: &str, price: Value, conversation_id: &str, signature: &str| {
        let mut answer = success();
        answer["paymentId"] = json!(payment_id);
        answer["price"] = price;
        answer["conversationId"] = json!(conversation_id);
        answer["signature"] = json!(signature);
        answer.to_string()
    };

    let real = signature(&keys(), "1:5:TRY:7:TRY:c-1");
    assert_eq!(case.read(&forged("1:5:TRY", json!(7), "c-1", &real)), "signature-wrong");
    // The same bytes, told as they were meant, verify: it is the guard that refuses.
    case.params = json!({ "paymentTransactionId": "27169345", "price": "5", "conversationId": "7:TRY:c-1" });
    assert_eq!(case.read(&forged("1", json!(5), "7:TRY:c-1", &real)), "success");
}

#[test]
fn an_answer_about_something_else_is_unknown() {
    for (name, value) in [
        ("paymentTransactionId", json!("27169346")),
        ("paymentTransactionId", Value::Null),
        ("price", json!(4)),
        ("currency", json!("USD")),
        ("currency", Value::Null),
        ("conversationId", json!("c-2")),
        ("conversationId", Value::Null),
    ] {
        let answer = with(name, value);
        let price = answer["price"].to_string();
        assert_eq!(
            Case::refund().read(&signed(answer.clone(), &price)),
            "echo-mismatch",
            "{answer}"
        );
    }
    let mut unsent = Case::refund();
    unsent.params = json!({ "paymentTransactionId": "27169345", "price": "5" });
    assert_eq!(
        unsent.read(&signed(success(), "5")),
        "echo-mismatch",
        "a conversationId nobody sent"
    );
    assert_eq!(
        unsent.read(&signed(with("conversationId", Value::Null), "5")),
        "success"
    );
    assert_eq!(unsent.read(&signed(with("conversationId", json!("")), "5")), "success");
}

#[test]
fn a_cancel_is_proved_by_the_payment_it_names() {
    let answer = json!({ "status": "success", "paymentId": "25180188", "conversationId": "c-1", "price": 1.2, "currency": "TRY" });
    assert_eq!(Case::cancel().read(&answer.to_string()), "success");
    for (name, value) in [
        ("paymentId", json!("1")),
        ("paymentId", Value::Null),
        ("conversationId", json!("x")),
        ("conversationId", Value::Null),
    ] {
        let mut other = answer.clone();
        other[name] = value;
        assert_eq!(Case::cancel().read(&other.to_string()), "echo-mismatch", "{other}");
    }
}

#[test]
fn a_failure_says_what_to_do() {
    for (code, group, expected) in [
        ("1000", None, "fix-credentials"),
        ("1001", None, "fix-credentials"),
        ("24", None, "fix-request"),
        ("5087", None, "fix-request"),
        ("5266", None, "use-item-refund"),
        ("10223", Some("REQUIRES_DAY_END"), "after-day-end"),
        ("10246", Some("REFUND_DECLINE"), "retry-later"),
        ("50000", None, "retry-later"),
        ("10220", Some("DECLINED"), "refused"),
        ("5999", None, "refused-unlisted"),
        ("5999", Some("DECLINED"), "unlisted-code"),
        ("31337", None, "unlisted-code"),
        ("31337", Some("DECLINED"), "unlisted-code"),
        ("100001", None, "timeout-code"),
        ("1", None, "timeout-code"),
        ("2", None, "timeout-code"),
        ("10214", Some("COMMUNICATION_OR_SYSTEM_ERROR"), "timeout-code"),
        ("10219", Some("REQUEST_TIMEOUT"), "timeout-code"),
        ("10228", None, "timeout-code"),
        ("10203", None, "timeout-code"),
        ("31337", Some("TIMEOUT"), "timeout-code"),
    ] {
        for code in [json!(code), json!(code.parse::<u32>().expect("a number"))] {
            let answer =
                json!({ "status": "failure", "errorCode": code, "errorGroup": group, "conversationId": "c-1" });
            for http_status in [200, 400, 401, 403, 404, 422] {
                assert_eq!(
                    Case::refund().read_with(http_status, &answer.to_string()),
                    expected,
                    "{answer}"
                );
            }
        }
    }
}

#[test]
fn every_listed_refusal_is_one_with_and_without_its_echo() {
    let mut refusals = 0;
    for row in CODES {
        for (echo, group) in [("c-1", row.group), ("", row.group), ("c-1", None), ("", None)] {
            let mut answer = json!({ "status": "failure", "errorCode": row.code.to_string(), "errorMessage": "hata" });
            if !echo.is_empty() {
                answer["conversationId"] = json!(echo);
            }
            if let Some(group) = group {
                answer["errorGroup"] = json!(group);
            }
            let answer = answer.to_string();
            let expected = match row.meaning {
                Meaning::Failed(advice) => advice.as_str(),
                Meaning::Unknown => "timeout-code",
            };
            refusals += usize::from(expected != "timeout-code");
            for status in [200, 400, 401, 403, 422] {
                assert_eq!(Case::refund().read_with(status, &answer), expected, "{status} {answer}");
            }
            for status in [408, 425, 429, 500, 502, 503, 504] {
                let is_limit = row.code == 50_000 && matches!(status, 429 | 503);
                let expected = match row.meaning {
                    Meaning::Failed(_) if !is_limit => "http-status",
                    _ => expected,
                };
                assert_eq!(Case::refund().read_with(status, &answer), expected, "{status} {answer}");
            }
        }
    }
    assert!(refusals > 200, "{refusals}");
}

#[test]
fn an_unlisted_code_counts_only_for_this_very_request() {
    let failure = |more: &Value| {
        let mut answer = json!({ "status": "failure", "errorCode": "5999" });
        for (name, value) in more.as_object().expect("members") {
            answer[name] = value.clone();
        }
        Case::refund().read(&answer.to_string())
    };
    assert_eq!(failure(&json!({ "conversationId": "c-1" })), "refused-unlisted");
    assert_eq!(failure(&json!({})), "unlisted-code");
    assert_eq!(failure(&json!({ "conversationId": null })), "unlisted-code");
    assert_eq!(failure(&json!({ "conversationId": "c-2" })), "echo-mismatch");
    for group in ["BANK_ERROR", "X"] {
        assert_eq!(
            failure(&json!({ "conversationId": "c-1", "errorGroup": group })),
            "unlisted-code"
        );
    }
    assert_eq!(
        failure(&json!({ "conversationId": "c-1", "errorGroup": "" })),
        "refused-unlisted"
    );
    assert_eq!(
        failure(&json!({ "conversationId": "c-1", "errorGroup": {} })),
        "malformed"
    );
    let mut unnamed = Case::refund();
    unnamed.params = json!({ "paymentTransactionId": "27169345", "price": "5" });
    let answer = json!({ "status": "failure", "errorCode": "5999" }).to_string();
    assert_eq!(unnamed.read(&answer), "unlisted-code");
    for status in [500, 504, 408] {
        let answer = json!({ "status": "failure", "errorCode": "5999", "conversationId": "c-1" }).to_string();
        assert_eq!(Case::refund().read_with(status, &answer), "http-status");
    }
}

#[test]
fn a_success_that_names_an_error_is_none() {
    for (name, value) in [
        ("errorCode", json!("10220")),
        ("errorCode", json!({})),
        ("errorCode", json!(false)),
        ("errorGroup", json!("SYSTEM_ERROR")),
        ("errorMessage", json!("x")),
        ("errorMessage", json!(["x"])),
    ] {
        let mut cancelled = json!({ "status": "success", "paymentId": "25180188", "conversationId": "c-1" });
        cancelled[name] = value.clone();
        assert_eq!(
            Case::cancel().read(&cancelled.to_string()),
            "contradiction",
            "{cancelled}"
        );
        assert_eq!(Case::refund().read(&signed(with(name, value), "5")), "contradiction");
    }
    for (name, value) in [
        ("errorCode", json!("0")),
        ("errorCode", json!(0)),
        ("errorGroup", json!("")),
        ("errorMessage", Value::Null),
    ] {
        let mut cancelled = json!({ "status": "success", "paymentId": "25180188", "conversationId": "c-1" });
        cancelled[name] = value;
        assert_eq!(Case::cancel().read(&cancelled.to_string()), "success", "{cancelled}");
        for status in [400, 422, 500, 503] {
            assert_eq!(
                Case::cancel().read_with(status, &cancelled.to_string()),
                "contradiction"
            );
        }
    }
}

#[test]
fn a_failure_keeps_what_iyzico_says() {
    let draft = drafted("refund", &Case::refund().params.to_string()).expect("valid params");
    let iyzico = iyzico();
    let read = |answer: Value| iyzico.read(&draft, Some(HttpAnswer::new(400, &answer.to_string())));

    let answer = json!({ "status": "Failure", "errorCode": 10220, "errorGroup": "DECLINED", "errorMessage": "Ödeme alınamadı", "retryable": true });
    let outcome = read(answer);
    let Verdict::Failure { error, advice } = outcome.verdict() else {
        panic!("{outcome:?}");
    };
    assert_eq!(
        (error.code(), error.group(), error.message()),
        ("10220", Some("DECLINED"), Some("Ödeme alınamadı"))
    );
    assert_eq!((error.retryable(), *advice), (Some(true), Advice::Refused));

    let outcome = read(json!({ "status": "failure", "errorCode": "10219", "retryable": false }));
    let Verdict::Unknown {
        error: Some(error),
        reason,
    } = outcome.verdict()
    else {
        panic!("{outcome:?}");
    };
    assert_eq!((error.code(), error.group(), error.message()), ("10219", None, None));
    assert_eq!((error.retryable(), *reason), (Some(false), Reason::TimeoutCode));

    let silent = read(json!({ "status": "failure", "errorCode": "1000" }));
    assert!(matches!(silent.verdict(), Verdict::Failure { error, .. } if error.retryable().is_none()));
}

#[test]
fn an_outcome_is_json_in_either_way_out() {
    for (http_status, answer, expected) in [
        (
            Some(422),
            Some(r#"{"status":"failure","errorCode":5087,"errorGroup":"G","errorMessage":"\"x\"","retryable":true}"#),
            r#""failure","operation":"cancel","httpStatus":422,"error":{"code":"5087","group":"G","message":"\"x\"","retryable":true},"advice":"fix-request"}"#,
        ),
        (
            Some(200),
            Some(r#"{"status":"failure","errorCode":"10219","retryable":false}"#),
            r#""unknown","operation":"cancel","httpStatus":200,"reason":"timeout-code","error":{"code":"10219","group":null,"message":null,"retryable":false},"advice":"reconcile"}"#,
        ),
        (
            Some(200),
            Some(r#"{"status":"success","conversationId":"c-1","paymentId":25180188,"price":1.20}"#),
            r#""success","operation":"cancel","httpStatus":200,"data":{"conversationId":"c-1","paymentId":"25180188","price":"1.2"}}"#,
        ),
        (
            None,
            None,
            r#""unknown","operation":"cancel","httpStatus":null,"reason":"no-answer","error":null,"advice":"reconcile"}"#,
        ),
    ] {
        let body = drafted("cancel", &Case::cancel().params.to_string()).expect("valid params");
        let answer = http_status
            .zip(answer)
            .map(|(status, text)| HttpAnswer::new(status, text));
        let outcome = iyzico().read(&body, answer);
        assert_eq!(
            serde_json::to_string(&outcome).expect("JSON"),
            format!("{{\"status\":{expected}")
        );
    }
}

#[test]
fn a_failure_must_be_about_this_request_too() {
    let failure = |name: &str, value: Value| {
        let mut answer = json!({ "status": "failure", "errorCode": "10220" });
        answer[name] = value;
        Case::refund().read(&answer.to_string())
    };
    assert_eq!(failure("errorMessage", json!("Ödeme alınamadı")), "refused");
    assert_eq!(failure("paymentTransactionId", json!("27169345")), "refused");
    assert_eq!(failure("paymentTransactionId", json!("1")), "echo-mismatch");
    assert_eq!(failure("conversationId", json!("c-2")), "echo-mismatch");
    assert_eq!(failure("price", json!("4")), "echo-mismatch");
    assert_eq!(failure("price", json!("5.000")), "refused");
    assert_eq!(failure("errorCode", Value::Null), "malformed");
    assert_eq!(failure("errorCode", json!("")), "malformed");
}

#[test]
fn published_failures_read_as_what_they_are() {
    let case = Case {
        operation: "refundV2",
        params: json!({ "paymentId": "1", "price": "1", "conversationId": "123456" }),
    };
    for (answer, expected) in [
        (
            include_str!("vectors/fixtures/refund.failure.php-sdk-mock.json"),
            "unlisted-code",
        ),
        (
            include_str!("vectors/fixtures/refund-v2.failure.5266.partial.json"),
            "use-item-refund",
        ),
        (
            include_str!("vectors/fixtures/refund-v2.failure.10220.partial.json"),
            "refused",
        ),
        (
            include_str!("vectors/fixtures/envelope.failure.gitbook-2018-5124.json"),
            "echo-mismatch",
        ),
        (
            include_str!("vectors/fixtures/refund.success.gitbook-2018.json"),
            "signature-missing",
        ),
        (
            include_str!("vectors/fixtures/refund-v2.success.node-sdk-test.json"),
            "signature-wrong",
        ),
    ] {
        assert_eq!(case.read(answer), expected, "{answer}");
    }
    let cancel = Case {
        operation: "cancel",
        params: json!({ "paymentId": "1", "conversationId": "123456789" }),
    };
    assert_eq!(
        cancel.read(include_str!("vectors/fixtures/cancel.success.gitbook-2018.json")),
        "success"
    );
}

#[test]
fn whatever_is_no_answer_is_unknown() {
    let case = Case::refund();
    let right = signed(success(), "5");
    for (http_status, answer, expected) in [
        (302, right.as_str(), "redirect"),
        (307, "", "redirect"),
        (0, "", "redirect"),
        (200, "", "empty"),
        (200, " \r\n", "empty"),
        (502, "<html><body>502 Bad Gateway</body></html>", "not-json"),
        (200, right.get(..right.len() / 2).expect("half of it"), "not-json"),
        (200, "[]", "malformed"),
        (200, "null", "malformed"),
        (200, "{}", "malformed"),
        (200, r#"{"status":true}"#, "malformed"),
        (200, r#"{"status":"ok"}"#, "malformed"),
        (200, r#"{"status":"ok","errorCode":"10220"}"#, "malformed"),
        (200, r#"{"status":"failure","status":"success"}"#, "malformed"),
        // The signature proves it, whatever a gateway made of the status.
        (500, right.as_str(), "success"),
    ] {
        assert_eq!(
            case.read_with(http_status, answer),
            expected,
            "{http_status} {answer:?}"
        );
    }
    assert_eq!(case.read_answer(None), "no-answer");
    assert_eq!(
        case.read(&signed(with("errorCode", json!("10220")), "5")),
        "contradiction"
    );
    assert_eq!(case.read(&signed(with("price", json!("-5")), "-5")), "malformed");
    assert_eq!(case.read(&signed(with("price", json!("5,0")), "5")), "malformed");
    assert_eq!(
        case.read(&signed(with("paymentId", json!(["25180188"])), "5")),
        "malformed"
    );
    assert_eq!(case.read(&signed(with("systemTime", json!("now")), "5")), "malformed");
    assert_eq!(
        case.read(&signed(with("systemTime", json!(9_007_199_254_740_992_u64)), "5")),
        "malformed"
    );
    assert_eq!(
        case.read(&signed(with("systemTime", json!(9_007_199_254_740_991_u64)), "5")),
        "success"
    );
    assert_eq!(
        case.read(&signed(with("systemTime", json!(-9_007_199_254_740_992_i64)), "5")),
        "malformed"
    );
    assert_eq!(case.read(&signed(with("retryable", json!("yes")), "5")), "malformed");
    let longest = Operation::Refund.longest_answer();
    let padded = format!("{right}{}", " ".repeat(longest - right.len()));
    assert_eq!(case.read(&padded), "success");
    let padded = format!("{padded} ");
    assert_eq!(case.read(&padded), "too-large");
}

#[test]
fn a_request_that_is_not_ours_is_refused() {
    for name in ["", "toString", "Refund", "none"] {
        assert!(name.parse::<Operation>().is_err(), "{name}");
    }
    let right = drafted("refund", &Case::refund().params.to_string()).expect("valid params");
    assert!(Asked::recall(Operation::Refund, right.body()).is_ok());
    // Byte for byte what its own values produce, or somebody altered it.
    let spaced = format!("\n{}", right.body());
    let closed = format!("{} ", right.body());
    let inside = right.body().replace(',', ", ");
    let escaped = right.body().replace("c-1", "c\\u002d1");
    let text = right.body().replace("5.00", "\"5.00\"");
    for body in ["", "{}", "null", &spaced, &closed, &inside, &escaped, &text] {
        assert!(Asked::recall(Operation::Refund, body).is_err(), "{body}");
    }
    // Another operation's is no refund.
    assert!(Asked::recall(Operation::Cancel, right.body()).is_err());
    // What an earlier version could build is still read.
    let earlier = r#"{"conversationId":" iade ş ","paymentTransactionId":"1","price":5.00}"#;
    assert!(Asked::recall(Operation::Refund, earlier).is_ok());
}

#[test]
fn every_reason_and_advice_has_a_name_of_its_own() {
    let names = || {
        Reason::ALL
            .iter()
            .map(|reason| reason.as_str())
            .chain(Advice::ALL.iter().map(|advice| advice.as_str()))
    };
    let distinct: std::collections::BTreeSet<_> = names().collect();
    assert_eq!(distinct.len(), names().count());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn no_text_is_success(text in any::<String>(), http_status in 0_u16..600) {
        for case in [Case::refund(), Case::cancel()] {
            prop_assert_ne!(case.read_with(http_status, &text), "success");
        }
    }

    /// Any one change to a signed success either leaves every signed and echoed value as it was, or is no success.
    #[test]
    fn no_altered_answer_is_success(at in any::<prop::sample::Index>(), byte in 0x20_u8..0x7f) {
        let right = signed(success(), "5");
        let mut altered = right.clone().into_bytes();
        altered[at.index(right.len())] = byte;
        let altered = String::from_utf8(altered).expect("ASCII");
        if Case::refund().read(&altered) == "success" {
            let (altered, right): (Value, Value) =
                (serde_json::from_str(&altered).expect("JSON"), serde_json::from_str(&right).expect("JSON"));
            for name in ["paymentId", "paymentTransactionId", "currency", "conversationId"] {
                prop_assert_eq!(altered[name].as_str(), right[name].as_str());
            }
            prop_assert_eq!(altered["price"].as_f64(), Some(5.0));
            prop_assert!(altered["status"].as_str().is_some_and(|status| status.eq_ignore_ascii_case("success")));
        }
    }

    /// Nobody without the key makes a success: random members, a random signature.
    #[test]
    fn no_unsigned_answer_is_success(answer in arbitrary_answer()) {
        prop_assert_ne!(Case::refund().read(&answer.to_string()), "success");
    }
}

fn arbitrary_answer() -> impl Strategy<Value = Value> {
    let value = prop_oneof![
        Just(json!("success")),
        Just(json!("failure")),
        Just(json!("25180188")),
        Just(json!("27169345")),
        Just(json!(5)),
        Just(json!("TRY")),
        Just(json!("c-1")),
        Just(Value::Null),
        Just(json!(0)),
        "[0-9a-f]{64}".prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
    ];
    let names = [
        "status",
        "paymentId",
        "paymentTransactionId",
        "price",
        "currency",
        "conversationId",
        "signature",
        "errorCode",
        "systemTime",
    ];
    proptest::collection::hash_map(proptest::sample::select(names.to_vec()), value, 0..9).prop_map(|fields| {
        let mut answer: Value = fields
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect();
        answer["status"] = json!("success");
        answer
    })
}
