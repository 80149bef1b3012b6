//! Cases that once went wrong, by `tests/vectors/cases.json`, which the JavaScript suite reads as well.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test may fail")]

#[path = "support/calls.rs"]
mod calls;
#[path = "support/vectors.rs"]
mod vectors;

use iyzico_reversals::{HttpAnswer, Inquiry, Times, reconcile, refundable};
use serde_json::Value;

use calls::{drafted, iyzico, sent, terminal};
use vectors::{list, parse, text};

fn cases(kind: &str) -> Vec<Value> {
    let cases = list(&parse(include_str!("vectors/cases.json"))[kind]).to_vec();
    assert!(cases.len() >= 4, "{kind}");
    cases
}

fn answer_of(case: &Value) -> String {
    let answer = &case["answer"];
    answer.as_str().map_or_else(|| answer.to_string(), str::to_owned)
}

fn http_status(case: &Value) -> u16 {
    let status = case["http"].as_u64().and_then(|status| status.try_into().ok());
    status.expect("a status")
}

#[test]
fn read_back() {
    for case in &cases("readback") {
        let operation = text(&case["operation"]);
        let draft = drafted(operation, &case["params"]).expect("valid params");
        let inquiry = match (case["sentAt"].as_i64(), case["askedAt"].as_i64()) {
            (Some(sent_at), Some(asked_at)) => Inquiry {
                times: Some(Times { sent_at, asked_at }),
                question: None,
            },
            _ => Inquiry::default(),
        };
        let answer = answer_of(case);
        let answer = HttpAnswer::new(http_status(case), &answer);
        let verdict = reconcile(&sent(operation, draft.body()), Some(answer), inquiry).verdict();
        let (found, reason) = (verdict.as_str(), verdict.reason());
        let right = text(&case["right"]);
        assert!(
            right.split(" or ").any(|right| right == found),
            "{}: {found} {reason}",
            case["id"]
        );
    }
}

#[test]
fn what_is_refundable() {
    for case in &cases("refundable") {
        let found = refundable(&case["answer"].to_string()).expect("they agree");
        let found = serde_json::to_value(found).expect("JSON");
        let payment = &found["payments"][0];
        match &case["right"] {
            Value::Object(right) => {
                for (name, right) in right {
                    assert_eq!(&payment[name], right, "{}", case["id"]);
                }
            }
            // "an issue, or doubtful 10 and refundable 0"
            _ => assert_eq!(
                (&payment["doubtful"], &payment["refundable"]),
                (&"10".into(), &"0".into())
            ),
        }
    }
}

#[test]
fn answers() {
    for case in &cases("read") {
        let operation = text(&case["operation"]);
        let draft = drafted(operation, &case["params"]).expect("valid params");
        let answer = answer_of(case);
        let answer = Some(HttpAnswer::new(http_status(case), &answer));
        let outcome = match operation.starts_with("terminal.") {
            true => terminal().read(&draft, answer),
            false => iyzico().read(&draft, answer),
        };
        let json = serde_json::to_value(&outcome).expect("JSON");
        if case["advice"].is_string() {
            assert_eq!(json["advice"], case["advice"], "{}: {json}", case["id"]);
        }
        assert_eq!(json["status"], case["right"], "{}: {json}", case["id"]);
    }
}

#[test]
fn inputs() {
    for case in &cases("inputs") {
        let found = drafted(text(&case["operation"]), &case["params"]);
        let found = if found.is_ok() { "ok" } else { "refused" };
        assert_eq!(found, case["right"], "{}", case["id"]);
    }
}
