//! Runs `tests/vectors/pictures.json`, which the JavaScript suite reads as well.

use iyzico_reversals::{HttpAnswer, Inquiry};
use serde_json::{Value, json};

use crate::calls::drafted;
use crate::vectors::{changed, http_statuses, list, parse, text};
use crate::{at, reconciled};

pub(crate) fn pictures() -> Value {
    parse(include_str!("../vectors/pictures.json"))
}

pub(crate) fn body(request: &Value) -> String {
    let draft = drafted(text(&request["operation"]), &request["params"]);
    draft.expect("valid params").body().to_owned()
}

/// The answer that shows one of a case's variants.
pub(crate) fn shown(pictures: &Value, variant: &Value) -> String {
    let base = &pictures["bases"][variant["base"].as_str().unwrap_or("two items")];
    let mut payment = changed(&base["payment"], &variant["with"]);
    let rows = |name: &str, id: &str| -> Vec<Value> {
        let row = |changes: &Value| {
            let mut row = changed(&base["row"], changes);
            if let Some(named) = row.as_object_mut().expect("a row").remove("id") {
                row[id] = named;
            }
            row
        };
        list(&variant[name]).iter().map(row).collect()
    };
    for (at, item) in ["first", "second"].into_iter().enumerate() {
        if !list(&variant[item]).is_empty() {
            payment["itemTransactions"][at]["refunds"] = rows(item, "refundConversationId").into();
        }
    }
    if !list(&variant["cancels"]).is_empty() {
        payment["cancels"] = rows("cancels", "cancelConversationId").into();
    }
    json!({ "status": "success", "systemTime": pictures["now"], "payments": [payment] }).to_string()
}

/// Checks every case of a rule.
pub(crate) fn holds(rule: &str) {
    let pictures = pictures();
    let now = pictures["now"].as_i64().expect("a time");
    let cases = list(&pictures["rules"][rule]);
    assert!(!cases.is_empty(), "{rule}");
    for case in cases {
        for name in list(&case["requests"]) {
            let body = body(&pictures["requests"][text(name)]);
            for variant in list(&case["variants"]) {
                let answer = shown(&pictures, variant);
                for minutes in minutes(case) {
                    let inquiry: Inquiry<'_> = at(now - minutes, now);
                    let (verdict, reason) = reconciled(text(name), &body, HttpAnswer::new(200, &answer), inquiry);
                    let context = format!("{}: {name} after {minutes} ms: {answer}", case["why"]);
                    assert_eq!(format!("{verdict}, {reason}"), text(&case["expect"]), "{context}");
                }
            }
        }
    }
}

/// Checks every case of `answers` or `clock`, and returns the reasons found.
pub(crate) fn answers_hold(list_name: &str) -> Vec<&'static str> {
    let pictures = pictures();
    let now = pictures["now"].as_i64().expect("a time");
    let mut reasons = Vec::new();
    let clean = parse(&shown(&pictures, &json!({})));
    let explained = json!({
        "with": { "paymentRefundStatus": "PARTIALLY_REFUNDED" }, "first": [{ "id": "another", "refundPrice": 1 }], "base": "one item",
    });
    let explained = parse(&shown(&pictures, &explained));
    for case in list(&pictures[list_name]) {
        let good = if case["other"] == true { &explained } else { &clean };
        let answer = case["text"]
            .as_str()
            .map_or_else(|| changed(good, &case["with"]).to_string(), str::to_owned);
        let is_timed = !case.as_object().expect("a case").contains_key("sent");
        let inquiry = match (case["sent"].as_i64(), case["asked"].as_i64()) {
            (Some(sent), Some(asked)) => at(now + sent, now + asked),
            _ if is_timed => at(now - 3_600_000, now),
            _ => Inquiry::default(),
        };
        let refund = [json!("refund")];
        let requests = if case["requests"].is_array() {
            list(&case["requests"])
        } else {
            &refund
        };
        for name in requests {
            let body = body(&pictures["requests"][text(name)]);
            for http_status in http_statuses(case) {
                let (verdict, reason) = reconciled(text(name), &body, HttpAnswer::new(http_status, &answer), inquiry);
                let context = format!("{}: {name} {http_status} {answer}", case["why"]);
                assert_eq!(format!("{verdict}, {reason}"), text(&case["expect"]), "{context}");
                reasons.push(reason);
            }
        }
    }
    reasons
}

/// The minutes of a case, in milliseconds.
fn minutes(case: &Value) -> Vec<i64> {
    let named = list(&case["minutes"]);
    if named.is_empty() {
        return vec![60 * 60_000];
    }
    #[allow(clippy::cast_possible_truncation, reason = "whole milliseconds")]
    let milliseconds = |minutes: &Value| (minutes.as_f64().expect("minutes") * 60_000.0).round() as i64;
    named.iter().map(milliseconds).collect()
}
