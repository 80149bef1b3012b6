//! What an outcome holds, in Rust and as JSON.

use std::collections::BTreeSet;

use iyzico_reversals::{Advice, Amount, Datum, HttpAnswer, Reason, Verdict};
use serde_json::{Value, json};

use crate::calls::{drafted, iyzico};
use crate::{refund_answer, refund_params};

#[test]
fn a_success_has_typed_data() {
    let draft = drafted("refund", &refund_params()).expect("valid params");
    let answer = refund_answer();
    let outcome = iyzico().read(&draft, Some(HttpAnswer::new(200, &answer)));
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
fn an_error_has_what_iyzico_says() {
    let draft = drafted("refund", &refund_params()).expect("valid params");
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
fn an_outcome_is_written_as_json() {
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
        let body =
            drafted("cancel", &json!({ "paymentId": "25180188", "conversationId": "c-1" })).expect("valid params");
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
fn every_reason_and_advice_has_a_name_of_its_own() {
    let names = || {
        Reason::ALL
            .iter()
            .map(|reason| reason.as_str())
            .chain(Advice::ALL.iter().map(|advice| advice.as_str()))
    };
    let distinct: BTreeSet<_> = names().collect();
    assert_eq!(distinct.len(), names().count());
}
