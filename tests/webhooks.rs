//! Webhooks: an event counts only under its own signature, and then only for ids that the receiver knows.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail"
)]

use std::collections::BTreeSet;

use iyzico_reversals::{
    AnswerField, Credentials, Datum, Environment, Event, Iyzico, Refusal, WEBHOOKS, Webhook, signature,
};
use proptest::prelude::*;
use serde_json::{Value, json};

const SECRET: &str = "sandbox-UuLnD7wZa0a3DmytfIrwHQqAMfqCNJrs";
const MERCHANT_ID: &str = "3404590";
const WRONG: Result<&str, Refusal> = Err(Refusal::SignatureWrong);

struct Shape {
    name: &'static str,
    sample: &'static str,
    signed: &'static [&'static str],
    ids: &'static [&'static str],
}

const SHAPES: [Shape; 3] = [
    Shape {
        name: "direct",
        sample: include_str!("vectors/fixtures/webhook.direct.docs.json"),
        signed: &["iyziEventType", "paymentId", "paymentConversationId", "status"],
        ids: &["paymentId", "paymentConversationId"],
    },
    Shape {
        name: "hosted",
        sample: include_str!("vectors/fixtures/webhook.hpp.docs.json"),
        signed: &[
            "iyziEventType",
            "iyziPaymentId",
            "token",
            "paymentConversationId",
            "status",
        ],
        ids: &["token", "paymentConversationId"],
    },
    Shape {
        name: "subscription",
        sample: include_str!("vectors/fixtures/webhook.subscription.success.docs.json"),
        signed: &[
            "iyziEventType",
            "subscriptionReferenceCode",
            "orderReferenceCode",
            "customerReferenceCode",
        ],
        ids: &[
            "subscriptionReferenceCode",
            "orderReferenceCode",
            "customerReferenceCode",
        ],
    },
];

impl Shape {
    fn payload(&self) -> Value {
        serde_json::from_str(self.sample).expect("JSON")
    }

    /// What the signature of `payload` is over.
    fn message(&self, payload: &Value) -> String {
        let merchant = if self.name == "subscription" { MERCHANT_ID } else { "" };
        let values = self.signed.iter().map(|name| text(&payload[*name]));
        [merchant.to_owned(), SECRET.to_owned()]
            .into_iter()
            .chain(values)
            .collect()
    }

    fn sign(&self, payload: &Value) -> String {
        signature(&keys(SECRET), &self.message(payload))
    }
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn keys(secret: &str) -> Credentials {
    Credentials::new("api".to_owned().into(), secret.to_owned().into()).expect("valid keys")
}

fn verify(signature: &str, body: &str) -> Result<Event, Refusal> {
    let iyzico = Iyzico::new(keys(SECRET), Environment::Sandbox.into());
    iyzico.verify_webhook(Some(signature), Some(body), Some(MERCHANT_ID))
}

/// The shape of what counts.
fn shape(found: Result<Event, Refusal>) -> Result<&'static str, Refusal> {
    found.map(|event| event.shape().name())
}

#[test]
fn the_published_ones_count_under_their_own_key() {
    let vectors: Value = serde_json::from_str(include_str!("vectors/vectors.json")).expect("JSON");
    let cases = vectors["webhook_v3"].as_array().expect("a list");
    assert_eq!(cases.len(), 2);
    for (vector, expected) in cases.iter().zip(["hosted", "direct"]) {
        let (body, header) = (vector["payload"].to_string(), text(&vector["signatureHex"]));
        let found = |secret: &str| Event::verify(&keys(secret), Some(&header), Some(&body), None);
        assert_eq!(shape(found(&text(&vector["secretKey"]))), Ok(expected));
        assert_eq!(shape(found("another-secret")), WRONG);
    }
}

#[test]
fn an_event_is_typed_and_names_its_ids() {
    for case in SHAPES {
        let payload = case.payload();
        let event = verify(&case.sign(&payload), case.sample).expect("signed");
        assert_eq!(
            event.data().named("iyziEventTime"),
            Some(&Datum::Integer(payload["iyziEventTime"].as_i64().expect("a time")))
        );
        let mut expected = payload.clone();
        for (name, value) in expected.as_object_mut().expect("an object") {
            if name != "iyziEventTime" {
                *value = json!(text(value));
            }
        }
        let whole: Value = serde_json::to_value(&event).expect("JSON");
        assert_eq!(
            whole,
            json!({ "ok": true, "shape": case.name, "ids": case.ids, "event": expected })
        );
        assert!(event.shape().ids().eq(case.ids.iter().copied()));
    }
}

#[test]
fn the_table_of_shapes_is_sound() {
    let names: BTreeSet<_> = WEBHOOKS.iter().map(|webhook| webhook.name()).collect();
    assert_eq!(names, SHAPES.iter().map(|case| case.name).collect());
    for case in SHAPES {
        let webhook: &Webhook = WEBHOOKS
            .iter()
            .find(|webhook| webhook.name() == case.name)
            .expect("a shape");
        let fields: Vec<_> = webhook.fields().iter().copied().map(AnswerField::name).collect();
        let signed: BTreeSet<_> = fields.iter().copied().filter(|name| webhook.signs(name)).collect();
        assert_eq!(signed, case.signed.iter().copied().collect(), "{}", case.name);
        assert!(case.ids.iter().all(|id| webhook.signs(id)), "{}", case.name);
        assert!(
            case.payload()
                .as_object()
                .expect("an object")
                .keys()
                .all(|name| fields.contains(&name.as_str()))
        );
    }
}

#[test]
fn no_signed_byte_may_change_and_every_other_may() {
    for case in SHAPES {
        let payload = case.payload();
        let header = case.sign(&payload);
        for name in case.signed {
            let value = text(&payload[*name]);
            for other in [
                format!("{value} "),
                format!("0{value}"),
                value.replacen(char::is_alphanumeric, "_", 1),
            ] {
                let mut changed = payload.clone();
                changed[*name] = json!(other);
                assert_eq!(shape(verify(&header, &changed.to_string())), WRONG, "{name} {other}");
            }
        }
        for (name, value) in [
            ("iyziReferenceCode", json!("another")),
            ("iyziEventTime", json!("1")),
            ("unheardOf", json!({ "a": [1, null] })),
        ] {
            let mut changed = payload.clone();
            changed[name] = value;
            assert_eq!(shape(verify(&header, &changed.to_string())), Ok(case.name), "{name}");
        }
        let (half, most) = (header.get(..32).expect("hex"), header.get(1..).expect("hex"));
        for other in [
            half,
            most,
            &format!("{header}0"),
            &format!(" {header}"),
            "x",
            &"0".repeat(64),
            &"ş".repeat(32),
        ] {
            assert_eq!(shape(verify(other, case.sample)), WRONG, "{other}");
        }
        assert_eq!(shape(verify(&header.to_uppercase(), case.sample)), Ok(case.name));
        for none in [None, Some("")] {
            let found = Event::verify(&keys(SECRET), none, Some(case.sample), Some(MERCHANT_ID));
            assert_eq!(shape(found), Err(Refusal::SignatureMissing));
        }
    }
}

#[test]
fn a_signed_field_that_is_missing_is_named() {
    for case in SHAPES {
        let payload = case.payload();
        let header = case.sign(&payload);
        let markers = ["token", "subscriptionReferenceCode"];
        for name in case.signed.iter().filter(|name| !markers.contains(name)) {
            for (value, refusal) in [
                (Value::Null, Refusal::FieldMissing(name)),
                (json!({}), Refusal::Malformed),
                (json!(true), Refusal::Malformed),
            ] {
                let mut changed = payload.clone();
                changed[*name] = value;
                assert_eq!(shape(verify(&header, &changed.to_string())), Err(refusal), "{name}");
            }
        }
    }
}

#[test]
fn a_subscription_is_signed_over_the_merchants_id() {
    let [direct, _, subscription] = SHAPES;
    let header = subscription.sign(&subscription.payload());
    for (merchant_id, expected) in [
        (Some(MERCHANT_ID), Ok("subscription")),
        (Some("3404591"), WRONG),
        (Some(""), Err(Refusal::FieldMissing("merchantId"))),
        (None, Err(Refusal::FieldMissing("merchantId"))),
    ] {
        let found = Event::verify(&keys(SECRET), Some(&header), Some(subscription.sample), merchant_id);
        assert_eq!(shape(found), expected, "{merchant_id:?}");
    }
    let header = direct.sign(&direct.payload());
    let found = Event::verify(&keys(SECRET), Some(&header), Some(direct.sample), None);
    assert_eq!(shape(found), Ok("direct"));
}

#[test]
fn the_payload_chooses_the_shape_that_must_be_signed() {
    let [direct, hosted, _] = SHAPES;
    let header = direct.sign(&direct.payload());
    let with = |name: &str| {
        let mut payload = direct.payload();
        payload[name] = json!("x");
        payload.to_string()
    };
    assert_eq!(shape(verify(&header, &with("token"))), WRONG);
    let missing = Refusal::FieldMissing("orderReferenceCode");
    assert_eq!(shape(verify(&header, &with("subscriptionReferenceCode"))), Err(missing));
    let mut payload = hosted.payload();
    payload["token"] = Value::Null;
    let missing = Refusal::FieldMissing("paymentId");
    assert_eq!(shape(verify(&header, &payload.to_string())), Err(missing));
}

#[test]
fn what_is_no_webhook_is_refused() {
    let [direct, ..] = SHAPES;
    let header = direct.sign(&direct.payload());
    let twice = direct.sample.replacen('{', "{\"status\":\"FAILURE\",", 1);
    let padded = |length: usize| format!("{}{}", direct.sample, " ".repeat(length - direct.sample.len()));
    for (body, refusal) in [
        ("", Refusal::Malformed),
        (" ", Refusal::Malformed),
        ("{", Refusal::Malformed),
        ("[]", Refusal::Malformed),
        ("null", Refusal::Malformed),
        ("<html>", Refusal::Malformed),
        ("{}", Refusal::FieldMissing("iyziEventType")),
        (&twice, Refusal::Malformed),
        (&padded(Event::MAX_LENGTH + 1), Refusal::TooLarge),
    ] {
        assert_eq!(shape(verify(&header, body)), Err(refusal), "{:.60}", body);
    }
    assert_eq!(shape(verify(&header, &padded(Event::MAX_LENGTH))), Ok("direct"));
    let found = Event::verify(&keys(SECRET), Some(&header), None, None);
    assert_eq!(shape(found), Err(Refusal::Malformed));
}

#[test]
fn a_refusal_says_why() {
    let names: BTreeSet<_> = Refusal::ALL.iter().map(|refusal| refusal.as_str()).collect();
    assert_eq!(names.len(), Refusal::ALL.len());
    for (refusal, json) in [
        (
            Refusal::FieldMissing("paymentId"),
            r#"{"ok":false,"reason":"field-missing","field":"paymentId"}"#,
        ),
        (Refusal::Malformed, r#"{"ok":false,"reason":"malformed","field":null}"#),
        (
            Refusal::SignatureMissing,
            r#"{"ok":false,"reason":"signature-missing","field":null}"#,
        ),
        (
            Refusal::SignatureWrong,
            r#"{"ok":false,"reason":"signature-wrong","field":null}"#,
        ),
        (Refusal::TooLarge, r#"{"ok":false,"reason":"too-large","field":null}"#),
    ] {
        assert_eq!(serde_json::to_string(&refusal).expect("JSON"), json);
    }
}

proptest! {
    /// The scheme has no separators, so an event counts exactly when its values, put together, are those that
    /// were signed: which ids they are is for the receiver to look up.
    #[test]
    fn the_signature_is_of_the_values_put_together(
        values in proptest::collection::vec("[ab1]{1,3}", 4),
        others in proptest::collection::vec("[ab1]{1,3}", 4),
    ) {
        let [direct, ..] = SHAPES;
        let payload = |values: &[String]| -> Value {
            direct.signed.iter().zip(values).map(|(name, value)| ((*name).to_owned(), json!(value))).collect()
        };
        let found = verify(&direct.sign(&payload(&values)), &payload(&others).to_string());
        let expected = if values.concat() == others.concat() { Ok("direct") } else { WRONG };
        prop_assert_eq!(shape(found), expected);
    }

    #[test]
    fn an_id_keeps_every_digit(id in "[1-9][0-9]{0,40}", as_number: bool) {
        let [direct, ..] = SHAPES;
        let mut payload = direct.payload();
        payload["paymentId"] = json!(id);
        let header = direct.sign(&payload);
        let written = payload.to_string();
        let body = if as_number { written.replace(&format!("\"{id}\""), &id) } else { written };
        let event = verify(&header, &body).expect("signed");
        prop_assert_eq!(event.data().named("paymentId"), Some(&Datum::Text(id)));
    }

    #[test]
    fn no_text_counts(header in any::<String>(), body in any::<String>()) {
        prop_assert!(verify(&header, &body).is_err());
    }
}
