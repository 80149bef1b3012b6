//! `reconcile` and `precheck`: answers that prove nothing, drafts, and the rows in the result.

use std::collections::BTreeSet;

use iyzico_reversals::{Asked, Doubt, HttpAnswer, Inquiry, Operation, Times, precheck, reconcile};
use serde_json::{Value, json};

use crate::calls::sent;
use crate::pictures::{answers_hold, body, pictures, shown};
use crate::vectors::{list, text};
use crate::{at, reconciled};

fn refund_body() -> String {
    body(&pictures()["requests"]["refund"])
}

#[test]
fn an_answer_that_proves_nothing_has_its_reason() {
    let pictures = pictures();
    let now = pictures["now"].as_i64().expect("a time");
    let reasons: BTreeSet<_> = ["answers", "clock"].into_iter().flat_map(answers_hold).collect();
    let clean = shown(&pictures, &json!({}));
    let none = reconcile(&sent("refund", &refund_body()), None, at(now - 3_600_000, now)).verdict();
    assert_eq!(none.reason(), "no-answer");
    let found = reconciled(
        "paymentDetails",
        "/v2/reporting/payment/details?paymentId=1",
        HttpAnswer::new(200, &clean),
        at(now - 3_600_000, now),
    );
    assert_eq!(found, ("ambiguous", "request-unreadable"));
    assert!(Asked::recall(Operation::Refund, "{}").is_err());
    assert!(
        reasons.len() > 8 && Doubt::ALL.len() == 21,
        "a new reason needs a picture"
    );
}

#[test]
fn a_draft_is_clear_only_if_nothing_could_be_it() {
    let pictures = pictures();
    let now = pictures["now"].as_i64().expect("a time");
    let draft = sent("refund", &refund_body());
    for case in list(&pictures["drafts"]) {
        let time = |name: &str| case[name].as_i64().map(|minutes| now + minutes * 60_000);
        let times = time("drafted").zip(time("asked"));
        let times = times.map(|(sent_at, asked_at)| Times { sent_at, asked_at });
        for variant in list(&case["variants"]) {
            let answer = shown(&pictures, variant);
            let inquiry = Inquiry { times, question: None };
            let found = precheck(&draft, Some(HttpAnswer::new(200, &answer)), inquiry).verdict();
            let found = format!("{}, {}", found.as_str(), found.reason());
            assert_eq!(found, text(&case["expect"]), "{}: {answer}", case["why"]);
        }
    }
}

#[test]
fn the_result_has_the_rows() {
    let picture = json!({
        "with": { "paymentRefundStatus": "PARTIALLY_REFUNDED" }, "first": [{ "id": "c-1", "refundPrice": { "json": "5.00" } }],
    });
    let answer = shown(&pictures(), &picture);
    let found = reconcile(
        &sent("refund", &refund_body()),
        Some(HttpAnswer::new(200, &answer)),
        Inquiry::default(),
    );
    let json: Value = serde_json::from_str(&serde_json::to_string(&found).expect("JSON")).expect("JSON");
    let expected = json!({ "verdict": "landed", "reason": "carried-out", "reversals": [{
        "id": "7", "reference": "c-1", "paymentId": "25180208", "paymentTransactionId": "1", "amount": "5", "currency": "TRY",
        "createdDate": "2025-11-25T19:00:00Z", "hostReference": "h-7", "state": "carried-out",
    }] });
    assert_eq!(json, expected);
    assert_eq!(serde_json::to_value(&found).expect("JSON"), expected);
}
