//! Runs `tests/vectors/outcomes.json`, which the JavaScript suite reads as well.

use std::fs;

use iyzico_reversals::{HttpAnswer, Outcome};
use serde_json::{Value, json};

use crate::calls::{SECRET, drafted, hmac, iyzico, verdict};
use crate::vectors::{changed, changed_of, http_statuses, list, parse, text};

fn outcomes() -> Value {
    parse(include_str!("../vectors/outcomes.json"))
}

/// Checks every case of a rule.
pub(crate) fn holds(rule: &str) {
    let outcomes = outcomes();
    let cases = list(&outcomes["rules"][rule]);
    assert!(!cases.is_empty(), "{rule}");
    for case in cases {
        for name in list(&case["requests"]) {
            check(case, &outcomes["requests"][text(name)]);
        }
    }
}

fn check(case: &Value, request: &Value) {
    let operation = text(&request["operation"]);
    let params = changed(&request["params"], &case["params"]);
    let draft = drafted(operation, &params).expect("valid params");
    for change in list(&case["answers"]) {
        let answer = answer(case, request, change, &params);
        for http_status in http_statuses(case) {
            let outcome = iyzico().read(&draft, Some(HttpAnswer::new(http_status, &answer)));
            let context = format!("{}: {operation} {http_status} {answer}", case["why"]);
            assert_eq!(verdict(&outcome), text(&case["expect"]), "{context}");
            check_members(case, request, &outcome, &context);
        }
    }
}

fn check_members(case: &Value, request: &Value, outcome: &Outcome, context: &str) {
    let json = serde_json::to_value(outcome).expect("JSON");
    if json["status"] == "success" {
        assert_eq!(json["data"], changed(&request["data"], &case["data"]), "{context}");
    }
    if json["status"] == "unknown" {
        assert_eq!(json["advice"], "reconcile", "{context}");
    }
    if case["error"].is_object() {
        assert_eq!(json["error"], case["error"], "{context}");
    }
}

fn answer(case: &Value, request: &Value, change: &Value, sent: &Value) -> String {
    if let Some(text) = change.as_str() {
        return text.to_owned();
    }
    if let Some(name) = change["fixture"].as_str() {
        let path = format!("{}/tests/vectors/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
        return fs::read_to_string(path).expect("a fixture");
    }
    if case["failure"] == true {
        return changed_of(&json!({ "status": "failure" }), change, sent).to_string();
    }
    let mut answer = changed_of(&request["answer"], change, sent);
    let is_signed = matches!(request["operation"].as_str(), Some("refund" | "refundV2"));
    if is_signed && !has_signature(change) {
        let signs = match &case["signs"] {
            Value::String(signs) => Some(signs.clone()),
            _ if case.as_object().expect("a case").contains_key("signs") => None,
            _ => Some(signed_text(&answer)),
        };
        if let Some(signs) = signs {
            answer["signature"] = hmac(SECRET, &signs).into();
        }
    }
    answer.to_string()
}

fn has_signature(change: &Value) -> bool {
    change
        .as_object()
        .is_some_and(|members| members.contains_key("signature"))
}

/// What iyzico signs: what is absent is an empty text.
fn signed_text(answer: &Value) -> String {
    ["paymentId", "price", "currency", "conversationId"]
        .map(|name| match &answer[name] {
            Value::Null => String::new(),
            Value::String(text) => text.clone(),
            other => other.to_string(),
        })
        .join(":")
}

/// A rule that no test names would not be checked here.
#[test]
fn every_rule_of_the_vectors_has_a_test() {
    let named = [
        include_str!("judge.rs"),
        include_str!("http.rs"),
        include_str!("codes.rs"),
    ]
    .concat();
    for (rule, _) in outcomes()["rules"].as_object().expect("rules") {
        assert!(named.contains(&format!("holds(\"{rule}\")")), "{rule}");
    }
}
