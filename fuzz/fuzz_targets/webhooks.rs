//! An event is accepted only with the right signature over its own fields, and its ids keep their digits.

#![no_main]

use std::sync::LazyLock;

use fuzz::{Answer, first_line, signature};
use iyzico_reversals::{Credentials, Event};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    // First line: the signature (`*` for the right one) and the merchant's id. The rest: the body.
    let (head, body) = first_line(text);
    let (given, merchant_id) = head.split_once(' ').unwrap_or((head, ""));
    let merchant_id = Some(merchant_id).filter(|id| !id.is_empty());
    let right = signature_of(body, merchant_id);
    let given = match given {
        "*" => right.clone().unwrap_or_default(),
        given => given.to_owned(),
    };
    let event = Event::verify(&CREDENTIALS, Some(&given), Some(body), merchant_id);
    let counts = right.is_some_and(|right| right == given.to_ascii_lowercase());
    let Ok(event) = event else {
        return;
    };
    assert!(counts, "{given} {body}");
    let given = Answer::new(body).expect("an event is an object");
    let written: Value = serde_json::to_value(&event).expect("an event writes JSON");
    for id in event.shape().ids() {
        assert_eq!(
            written["event"][id].as_str(),
            given.text(id).as_deref(),
            "{id} of {body}"
        );
    }
});

/// The signature by iyzico's pages, computed with other crates.
fn signature_of(body: &str, merchant_id: Option<&str>) -> Option<String> {
    let body = Answer::new(body)?;
    let field = |name| body.text(name);
    let names: &[&str] = if field("token").is_some() {
        &[
            "iyziEventType",
            "iyziPaymentId",
            "token",
            "paymentConversationId",
            "status",
        ]
    } else if field("subscriptionReferenceCode").is_some() {
        &[
            "iyziEventType",
            "subscriptionReferenceCode",
            "orderReferenceCode",
            "customerReferenceCode",
        ]
    } else {
        &["iyziEventType", "paymentId", "paymentConversationId", "status"]
    };
    let mut text = String::new();
    if names.contains(&"subscriptionReferenceCode") {
        text += merchant_id?;
    }
    text += SECRET_KEY;
    for name in names {
        text += &field(name)?;
    }
    Some(signature(SECRET_KEY, &text))
}

static CREDENTIALS: LazyLock<Credentials> = LazyLock::new(|| {
    Credentials::new("api".to_owned().into(), SECRET_KEY.to_owned().into()).expect("keys that can be sent")
});

const SECRET_KEY: &str = "sandbox-UuLnD7wZa0a3DmytfIrwHQqAMfqCNJrs";
