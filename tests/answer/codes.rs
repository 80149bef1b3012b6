//! Refusals, by `tests/vectors/error-codes.json`, which the JavaScript suite reads as well.

use std::collections::BTreeSet;

use iyzico_reversals::{CODES, Draft, HttpAnswer};
use serde_json::{Value, json};

use crate::calls::{drafted, iyzico, terminal, verdict};
use crate::outcomes::holds;
use crate::refund_params;
use crate::vectors::{list, parse, text};

struct Listed {
    code: String,
    group: Option<String>,
    /// None where the money may have moved.
    advice: Option<String>,
}

fn error_codes() -> Value {
    parse(include_str!("../vectors/error-codes.json"))
}

fn rows(api: &str) -> Vec<Listed> {
    let groups = error_codes()[api].clone();
    let rows = list(&groups).iter().flat_map(|group| list(&group["rows"]));
    rows.map(|row| Listed {
        code: text(&row[0]).to_owned(),
        group: row[1].as_str().map(str::to_owned),
        advice: row[2].as_str().map(str::to_owned),
    })
    .collect()
}

fn published_codes() -> BTreeSet<String> {
    rows("card")
        .into_iter()
        .chain(rows("till"))
        .map(|row| row.code)
        .collect()
}

fn statuses(name: &str) -> Vec<u16> {
    let statuses = error_codes()[name].clone();
    let status = |status: &Value| status.as_u64().and_then(|status| status.try_into().ok());
    list(&statuses)
        .iter()
        .map(|one| status(one).expect("a status"))
        .collect()
}

fn failure(code: &Value, group: Option<&str>, echo: &Value) -> String {
    let mut answer = json!({ "status": "failure", "errorMessage": "hata", "errorCode": code });
    if let Some(group) = group {
        answer["errorGroup"] = json!(group);
    }
    for (name, value) in echo.as_object().expect("members") {
        answer[name] = value.clone();
    }
    answer.to_string()
}

struct Card(Draft);

impl Card {
    fn new() -> Self {
        Self(drafted("refund", &refund_params()).expect("valid params"))
    }

    fn read(&self, http_status: u16, answer: &str) -> &'static str {
        verdict(&iyzico().read(&self.0, Some(HttpAnswer::new(http_status, answer))))
    }
}

struct Till(Draft);

impl Till {
    fn new() -> Self {
        Self(drafted("terminal.void", &void_params()).expect("valid params"))
    }

    fn read(&self, http_status: u16, answer: &str) -> &'static str {
        verdict(&terminal().read(&self.0, Some(HttpAnswer::new(http_status, answer))))
    }
}

fn void_params() -> Value {
    json!({
        "conversationId": "kasa-2", "deviceUniqueId": "P00134", "paymentId": "PAY-9876543", "paymentDate": 20_260_406,
        "transactionReferenceId": "VOID-8",
    })
}

/// Checks a listed code under every HTTP status, as a text and as a number.
fn expect_everywhere(row: &Listed, group: Option<&str>, echo: &Value, read: impl Fn(u16, &str) -> &'static str) {
    let number: u32 = row.code.parse().expect("a number");
    for code in [json!(row.code), json!(number)] {
        let answer = failure(&code, group, echo);
        let advice = row.advice.as_deref().unwrap_or("timeout-code");
        for status in statuses("ownStatuses") {
            assert_eq!(read(status, &answer), advice, "{status} {answer}");
        }
        for status in statuses("gatewayStatuses") {
            let is_limit = row.code == "50000" && matches!(status, 429 | 503);
            let expected = if row.advice.is_some() && !is_limit {
                "http-status"
            } else {
                advice
            };
            assert_eq!(read(status, &answer), expected, "{status} {answer}");
        }
    }
}

#[test]
fn the_table_lists_what_iyzico_publishes() {
    let listed: BTreeSet<_> = CODES.iter().map(|row| row.code.to_string()).collect();
    let published = published_codes();
    assert_eq!(listed, published);
}

#[test]
fn a_listed_code_means_what_iyzico_says() {
    let card = Card::new();
    // Cards and tills share one table.
    for row in rows("card").into_iter().chain(rows("till")) {
        for echo in [
            json!({}),
            json!({ "conversationId": "c-1" }),
            json!({ "conversationId": "c-1", "paymentTransactionId": "27169345", "price": "5.0", "currency": "TRY" }),
        ] {
            for group in [row.group.as_deref(), None] {
                expect_everywhere(&row, group, &echo, |status, answer| card.read(status, answer));
            }
        }
    }
}

#[test]
fn a_listed_code_of_a_till_means_what_iyzico_says() {
    let till = Till::new();
    for row in rows("till") {
        let group = row.group.clone().expect("every code of a till has a group");
        for echo in [json!({}), json!({ "transactionReferenceId": "VOID-8" })] {
            for group in [
                Some(&*group),
                Some(&group.to_lowercase()),
                Some(&format!(" {group} ")),
                None,
            ] {
                expect_everywhere(&row, group, &echo, |status, answer| till.read(status, answer));
            }
            let foreign = if group == "TIMEOUT_ERROR" {
                "SYSTEM_ERROR"
            } else {
                "TIMEOUT_ERROR"
            };
            let answer = failure(&json!(row.code), Some(foreign), &echo);
            assert_eq!(till.read(200, &answer), "timeout-code", "{answer}");
        }
    }
}

#[test]
fn at_a_till_a_cards_code_counts_only_under_payment_error() {
    let till = Till::new();
    for row in rows("card") {
        let is_forwarded = matches!(row.code.len(), 4 | 5);
        // Six digits are the till's own, so its group says nothing more.
        let is_tills = row.code.len() == 6;
        for echo in [json!({}), json!({ "transactionReferenceId": "VOID-8" })] {
            for group in ["PAYMENT_ERROR", "payment_error", " Payment_Error "] {
                if is_forwarded || is_tills {
                    expect_everywhere(&row, Some(group), &echo, |status, answer| till.read(status, answer));
                } else {
                    let answer = failure(&json!(row.code), Some(group), &echo);
                    assert_eq!(till.read(200, &answer), "unlisted-code", "{answer}");
                }
            }
            if is_tills {
                continue;
            }
            for group in [
                None,
                Some("BANK_ERROR"),
                Some("DEVICE_ERROR"),
                Some("PAYMENT_ERRORS"),
                Some("PAYMENT ERROR"),
            ] {
                let answer = failure(&json!(row.code), group, &echo);
                for status in statuses("ownStatuses") {
                    assert_eq!(till.read(status, &answer), "unlisted-code", "{status} {answer}");
                }
            }
        }
    }
}

#[test]
fn at_a_till_no_code_of_a_bank_or_device_counts() {
    let till = Till::new();
    let foreign = error_codes()["foreign"].clone();
    let echo = json!({
        "conversationId": "kasa-2", "deviceUniqueId": "P00134", "paymentId": "PAY-9876543", "transactionReferenceId": "VOID-8",
    });
    for code in list(&foreign["codes"]) {
        for group in list(&foreign["groups"]) {
            let answer = failure(code, group.as_str(), &echo);
            for status in statuses("ownStatuses") {
                assert_eq!(till.read(status, &answer), "unlisted-code", "{status} {answer}");
            }
        }
    }
}

#[test]
fn no_other_number_is_listed() {
    let card = Card::new();
    let listed = published_codes();
    let ranges = error_codes()["numbers"].clone();
    for range in list(&ranges) {
        let end = |at: usize| range[at].as_u64().expect("a number");
        for number in end(0)..=end(1) {
            if listed.contains(&number.to_string()) {
                continue;
            }
            let read = |echo: Value| card.read(200, &failure(&json!(number.to_string()), None, &echo));
            assert_eq!(read(json!({})), "unlisted-code", "{number}");
            let is_iyzicos = matches!(number, 3..100 | 600..10_000);
            let expected = if is_iyzicos {
                "refused-unlisted"
            } else {
                "unlisted-code"
            };
            assert_eq!(read(json!({ "conversationId": "c-1" })), expected, "{number}");
        }
    }
}

#[test]
fn a_doubtful_group_leaves_a_doubt_beside_any_code() {
    let card = Card::new();
    let groups = error_codes()["doubtfulGroups"].clone();
    for group in list(&groups) {
        for code in ["10220", "1001", "5087", "99999", "4242", "10999", "31337"] {
            for echo in [json!({}), json!({ "conversationId": "c-1" })] {
                let answer = failure(&json!(code), group.as_str(), &echo);
                for status in statuses("ownStatuses") {
                    assert_eq!(card.read(status, &answer), "timeout-code", "{status} {answer}");
                }
            }
        }
    }
}

#[test]
fn a_failure_names_a_code_in_plain_digits() {
    holds("failure's code");
}

#[test]
fn a_failure_keeps_what_iyzico_says_of_the_error() {
    holds("failure's error");
}

#[test]
fn a_failure_counts_only_under_a_status_of_iyzicos() {
    holds("failure's HTTP status");
}

#[test]
fn a_group_that_names_no_doubt_changes_nothing() {
    holds("failure's group");
}

#[test]
fn an_unlisted_code_counts_only_for_this_very_request() {
    holds("unlisted code");
}
