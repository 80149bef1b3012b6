//! `terminal.transactionStatus`.

use iyzico_reversals::Code;
use serde_json::json;

use crate::support::{STATUS, body, issues, listed};

#[test]
fn the_status_is_asked_by_one_id_or_both() {
    for (params, expected) in [
        (
            json!({ "transactionReferenceId": "R" }),
            r#"{"transactionReferenceId":"R"}"#,
        ),
        (json!({ "paymentId": "P" }), r#"{"paymentId":"P"}"#),
        (
            json!({ "transactionReferenceId": "R", "paymentId": "P" }),
            r#"{"paymentId":"P","transactionReferenceId":"R"}"#,
        ),
    ] {
        assert_eq!(body(STATUS, &params), expected);
    }
    assert_eq!(
        issues(STATUS, &json!({ "deviceUniqueId": "P" })),
        listed(&[("paymentId", Code::Missing)])
    );
}
