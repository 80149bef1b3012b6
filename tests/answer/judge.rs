//! What proves a success or a failure: the signature, the echo, no contradiction.

use iyzico_reversals::{Asked, HttpAnswer, Operation};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::calls::{SECRET, drafted, hmac, iyzico, verdict};
use crate::outcomes::holds;
use crate::{refund_answer, refund_params};

fn read(answer: &str) -> &'static str {
    let draft = drafted("refund", &refund_params()).expect("valid params");
    verdict(&iyzico().read(&draft, Some(HttpAnswer::new(200, answer))))
}

#[test]
fn a_value_may_be_spelled_in_several_ways() {
    holds("spelling");
    let signature = hmac(SECRET, "25180188:5:TRY:c-1");
    let upper = refund_answer().replace(&signature, &signature.to_uppercase());
    assert!(upper != refund_answer());
    assert_eq!(read(&upper), "success");
}

#[test]
fn a_success_must_be_signed_by_this_merchant() {
    holds("signature");
    let right = hmac(SECRET, "25180188:5:TRY:c-1");
    let last = if right.ends_with('0') { "1" } else { "0" };
    for wrong in [
        &right[1..],
        &right[..62],
        &format!("{}{last}", &right[..63]),
        &format!("{right}00"),
        &format!(" {right}"),
        &format!("0x{right}"),
        &hmac("another-secret", "25180188:5:TRY:c-1"),
        &hmac("", "25180188:5:TRY:c-1"),
    ] {
        assert_eq!(
            read(&refund_answer().replace(&right, wrong)),
            "signature-wrong",
            "{wrong}"
        );
    }
}

#[test]
fn a_success_must_be_about_this_request() {
    holds("echo");
}

#[test]
fn a_success_that_names_an_error_is_unknown() {
    holds("contradiction");
}

#[test]
fn a_failure_must_be_about_this_request() {
    holds("failure's echo");
}

#[test]
fn published_answers_read_as_what_they_are() {
    holds("published");
}

#[test]
fn a_request_that_is_not_ours_is_refused() {
    for name in ["", "toString", "Refund", "none"] {
        assert!(name.parse::<Operation>().is_err(), "{name}");
    }
    let right = drafted("refund", &refund_params()).expect("valid params");
    assert!(Asked::recall(Operation::Refund, right.body()).is_ok());
    // A body that is not byte for byte what its own values produce was altered.
    let spaced = format!("\n{}", right.body());
    let closed = format!("{} ", right.body());
    let inside = right.body().replace(',', ", ");
    let escaped = right.body().replace("c-1", "c\\u002d1");
    let text = right.body().replace("5.00", "\"5.00\"");
    for body in ["", "{}", "null", &spaced, &closed, &inside, &escaped, &text] {
        assert!(Asked::recall(Operation::Refund, body).is_err(), "{body}");
    }
    assert!(Asked::recall(Operation::Cancel, right.body()).is_err());
    // An earlier version could build this body, so it is still read.
    let earlier = r#"{"conversationId":" iade ş ","paymentTransactionId":"1","price":5.00}"#;
    assert!(Asked::recall(Operation::Refund, earlier).is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// A change of one byte leaves every signed and echoed value as it was, or the answer is no success.
    #[test]
    fn no_altered_answer_is_success(at in any::<prop::sample::Index>(), byte in 0x20_u8..0x7f) {
        let right = refund_answer();
        let mut altered = right.clone().into_bytes();
        altered[at.index(right.len())] = byte;
        let altered = String::from_utf8(altered).expect("ASCII");
        if read(&altered) == "success" {
            let (altered, right): (Value, Value) =
                (serde_json::from_str(&altered).expect("JSON"), serde_json::from_str(&right).expect("JSON"));
            for name in ["paymentId", "paymentTransactionId", "currency", "conversationId"] {
                prop_assert_eq!(altered[name].as_str(), right[name].as_str());
            }
            prop_assert_eq!(altered["price"].as_f64(), Some(5.0));
            prop_assert!(altered["status"].as_str().is_some_and(|status| status.eq_ignore_ascii_case("success")));
        }
    }

    /// Random members with a random signature are no success.
    #[test]
    fn no_unsigned_answer_is_success(answer in arbitrary_answer()) {
        prop_assert_ne!(read(&answer.to_string()), "success");
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
