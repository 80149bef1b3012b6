//! Answers of the Terminal API.

use iyzico_reversals::{HttpAnswer, Verdict};
use serde_json::{Value, json};

use crate::support::{REFUND, SALE_INFO, STATUS, VOID, body, least, sent, terminal, with};

/// A good answer to `least`, with everything that ties it to its request.
pub(crate) fn landed(operation: &str) -> Value {
    let mut answer = json!({ "status": "success", "errorCode": "0", "conversationId": "iyzico's own", "price": 60 });
    if operation != SALE_INFO {
        answer["transactionReferenceId"] = json!("RETURN-7");
    }
    if operation == REFUND || operation == VOID {
        answer["deviceUniqueId"] = json!("P00134");
    }
    answer
}

fn read(operation: &str, params: &Value, http_status: u16, answer: &Value) -> &'static str {
    let text = answer.to_string();
    let answer = HttpAnswer::new(http_status, &text);
    let outcome = terminal().read(&sent(operation, &body(operation, params)), Some(answer));
    match outcome.verdict() {
        Verdict::Success(_) => "success",
        Verdict::Failure { advice, .. } => advice.as_str(),
        Verdict::Unknown { reason, .. } => reason.as_str(),
    }
}

#[test]
fn an_answer_repeats_the_ids_of_its_request() {
    for operation in [REFUND, VOID, SALE_INFO, STATUS] {
        let params = least(operation);
        let good = landed(operation);
        let failed = with(good.clone(), &json!({ "status": "failure", "errorCode": "380112" }));
        assert_eq!(read(operation, &params, 200, &good), "success", "{operation}");
        assert_eq!(read(operation, &params, 200, &failed), "refused", "{operation}");
        let named = with(params.clone(), &json!({ "conversationId": "kasa-1" }));
        assert_eq!(read(operation, &named, 200, &good), "echo-mismatch", "{operation}");
        let unnamed = with(good.clone(), &json!({ "conversationId": null }));
        assert_eq!(read(operation, &named, 200, &unnamed), "success", "{operation}");
        for name in ["transactionReferenceId", "deviceUniqueId"] {
            if good[name].is_null() {
                continue;
            }
            for (value, of_failure) in [
                (json!("another"), "echo-mismatch"),
                (json!(""), "echo-mismatch"),
                (Value::Null, "refused"),
            ] {
                let change = json!({ name: value });
                let success = with(good.clone(), &change);
                assert_eq!(
                    read(operation, &params, 200, &success),
                    "echo-mismatch",
                    "{operation} {change}"
                );
                assert_eq!(
                    read(operation, &params, 200, &with(failed.clone(), &change)),
                    of_failure,
                    "{operation} {change}"
                );
            }
        }
    }
    let paid = |id: Value| with(landed(VOID), &json!({ "paymentId": id }));
    for (id, expected) in [
        (json!("PAY-9876543"), "success"),
        (Value::Null, "success"),
        (json!("PAY-1"), "echo-mismatch"),
    ] {
        assert_eq!(read(VOID, &least(VOID), 200, &paid(id.clone())), expected, "{id}");
    }
    let asked = json!({ "paymentId": "PAY-9876543" });
    let sale = with(
        paid(json!("PAY-9876543")),
        &json!({ "transactionReferenceId": "the sale's" }),
    );
    assert_eq!(read(STATUS, &asked, 200, &sale), "success");
    assert_eq!(read(STATUS, &asked, 200, &landed(STATUS)), "echo-mismatch");
}

#[test]
fn a_tills_failure_says_what_to_do() {
    for (code, group, expected) in [
        ("100310", None, "renew-token"),
        ("100311", Some("SYSTEM_ERROR"), "renew-token"),
        ("380204", Some("DEVICE_ERROR"), "renew-token"),
        ("380101", None, "fix-credentials"),
        ("380102", None, "fix-credentials"),
        ("380107", None, "fix-request"),
        ("380111", None, "fix-request"),
        ("380112", Some("BUSINESS_ERROR"), "refused"),
        ("380201", Some("DEVICE_ERROR"), "retry-later"),
        ("380103", None, "timeout-code"),
        ("380202", None, "timeout-code"),
        ("380205", None, "timeout-code"),
        ("380999", Some("DEVICE_ERROR"), "unlisted-code"),
        ("380999", Some("SYSTEM_ERROR"), "timeout-code"),
        ("380999", Some("BANK_ERROR"), "unlisted-code"),
        ("380112", Some("TIMEOUT_ERROR"), "timeout-code"),
        ("91", Some("BANK_ERROR"), "unlisted-code"),
        ("05", Some("BANK_ERROR"), "unlisted-code"),
        ("10220", Some("BANK_ERROR"), "unlisted-code"),
        ("10220", Some("PAYMENT_ERROR"), "refused"),
        ("5087", Some("PAYMENT_ERROR"), "fix-request"),
        ("10219", Some("PAYMENT_ERROR"), "timeout-code"),
        ("5999", Some("PAYMENT_ERROR"), "unlisted-code"),
        ("5999", None, "unlisted-code"),
        ("100001", None, "timeout-code"),
        ("no number", None, "unlisted-code"),
        ("0", None, "malformed"),
        ("", None, "malformed"),
    ] {
        for operation in [REFUND, VOID, SALE_INFO, STATUS] {
            let answer = json!({ "status": "failure", "errorCode": code, "errorGroup": group });
            for http_status in [200, 401, 422] {
                assert_eq!(
                    read(operation, &least(operation), http_status, &answer),
                    expected,
                    "{answer}"
                );
            }
        }
    }
    let answer = with(landed(VOID), &json!({ "errorCode": "380112" }));
    assert_eq!(read(VOID, &least(VOID), 200, &answer), "contradiction");
}
