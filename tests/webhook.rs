//! Webhooks: an event counts only under its own signature, and then only for ids that the receiver knows.
//!
//! `tests/vectors/webhooks.json` has the cases that the JavaScript suite checks as well.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail"
)]

#[path = "support/calls.rs"]
mod calls;
#[path = "support/vectors.rs"]
mod vectors;

use std::collections::BTreeSet;
use std::fs;

use iyzico_reversals::{AnswerField, Credentials, Datum, Environment, Event, Iyzico, Refusal, WEBHOOKS, Webhook};
use proptest::prelude::*;
use serde_json::{Value, json};

use calls::hmac;
use vectors::{changed, list, parse};

const SECRET: &str = "sandbox-UuLnD7wZa0a3DmytfIrwHQqAMfqCNJrs";
const MERCHANT_ID: &str = "3404590";
const WRONG: Result<&str, Refusal> = Err(Refusal::SignatureWrong);

fn webhooks() -> Value {
    let webhooks = parse(include_str!("vectors/webhooks.json"));
    assert_eq!(
        (&webhooks["secretKey"], &webhooks["merchantId"]),
        (&json!(SECRET), &json!(MERCHANT_ID))
    );
    webhooks
}

/// One of the three shapes that iyzico signs in different ways.
struct Shape {
    name: String,
    sample: String,
    signed: Vec<String>,
    ids: Vec<String>,
}

fn shapes() -> Vec<Shape> {
    ["direct", "hosted", "subscription"].map(Shape::named).into()
}

impl Shape {
    fn named(name: &str) -> Self {
        let shape = &webhooks()["shapes"][name];
        let file = text(&shape["sample"]);
        let names = |list_name: &str| list(&shape[list_name]).iter().map(text).collect();
        Self {
            name: name.to_owned(),
            sample: fs::read_to_string(format!("{}/tests/vectors/fixtures/{file}", env!("CARGO_MANIFEST_DIR")))
                .expect("a fixture"),
            signed: names("signed"),
            ids: names("ids"),
        }
    }

    fn payload(&self) -> Value {
        parse(&self.sample)
    }

    fn sign(&self, payload: &Value) -> String {
        let merchant = if self.name == "subscription" { MERCHANT_ID } else { "" };
        let values: String = self.signed.iter().map(|name| text(&payload[name])).collect();
        hmac(SECRET, &format!("{merchant}{SECRET}{values}"))
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

/// The name of the shape of an event that counts.
fn shape(found: Result<Event, Refusal>) -> Result<&'static str, Refusal> {
    found.map(|event| event.shape().name())
}

#[test]
fn a_published_webhook_counts_under_its_own_key() {
    let vectors = parse(include_str!("vectors/vectors.json"));
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
    for case in shapes() {
        let payload = case.payload();
        let event = verify(&case.sign(&payload), &case.sample).expect("signed");
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
        assert!(event.shape().ids().eq(case.ids.iter().map(String::as_str)));
    }
}

#[test]
fn the_table_of_shapes_is_sound() {
    let names: BTreeSet<_> = WEBHOOKS.iter().map(|webhook| webhook.name()).collect();
    assert_eq!(names, shapes().iter().map(|case| &*case.name).collect());
    for case in shapes() {
        let webhook: &Webhook = WEBHOOKS
            .iter()
            .find(|webhook| webhook.name() == case.name)
            .expect("a shape");
        let fields: Vec<_> = webhook.fields().iter().copied().map(AnswerField::name).collect();
        let signed: BTreeSet<_> = fields.iter().copied().filter(|name| webhook.signs(name)).collect();
        assert_eq!(
            signed,
            case.signed.iter().map(String::as_str).collect(),
            "{}",
            case.name
        );
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
fn no_signed_byte_may_change() {
    for case in shapes() {
        let payload = case.payload();
        let header = case.sign(&payload);
        for name in &case.signed {
            let value = text(&payload[name]);
            for other in [
                format!("{value} "),
                format!("0{value}"),
                value.replacen(char::is_alphanumeric, "_", 1),
            ] {
                let mut changed = payload.clone();
                changed[name] = json!(other);
                assert_eq!(shape(verify(&header, &changed.to_string())), WRONG, "{name} {other}");
            }
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
            assert_eq!(shape(verify(other, &case.sample)), WRONG, "{other}");
        }
        assert_eq!(shape(verify(&header.to_uppercase(), &case.sample)), Ok(&*case.name));
        for none in [None, Some("")] {
            let found = Event::verify(&keys(SECRET), none, Some(&case.sample), Some(MERCHANT_ID));
            assert_eq!(shape(found), Err(Refusal::SignatureMissing));
        }
    }
}

/// `ok`, or the refusal with its field.
fn verdict(found: &Result<Event, Refusal>) -> Value {
    match found {
        Ok(_) => json!(["ok", null]),
        Err(refusal) => {
            let json = serde_json::to_value(refusal).expect("JSON");
            json!([json["reason"], json["field"]])
        }
    }
}

#[test]
fn the_payload_chooses_the_shape_that_must_be_signed() {
    let webhooks = webhooks();
    for case in list(&webhooks["cases"]) {
        for name in list(&case["shapes"]) {
            let shape = Shape::named(&text(name));
            let header = shape.sign(&shape.payload());
            let body = changed(&shape.payload(), &case["with"]).to_string();
            let names_merchant = case.as_object().expect("a case").contains_key("merchantId");
            let merchant_id = if names_merchant {
                case["merchantId"].as_str()
            } else {
                Some(MERCHANT_ID)
            };
            let found = Event::verify(&keys(SECRET), Some(&header), Some(&body), merchant_id);
            assert_eq!(
                verdict(&found),
                json!([case["expect"], case["field"]]),
                "{}: {name}",
                case["why"]
            );
        }
    }
}

#[test]
fn a_signed_field_that_is_missing_is_named() {
    let webhooks = webhooks();
    for shape in shapes() {
        let header = shape.sign(&shape.payload());
        for field in &shape.signed {
            if list(&webhooks["choosesShape"]).iter().any(|name| name == field) {
                continue;
            }
            for case in list(&webhooks["values"]) {
                let body = changed(&shape.payload(), &json!({ field: case["value"] })).to_string();
                let named = if case["expect"] == "field-missing" {
                    json!(field)
                } else {
                    Value::Null
                };
                let found = verify(&header, &body);
                assert_eq!(verdict(&found), json!([case["expect"], named]), "{field}: {case}");
            }
        }
    }
}

#[test]
fn what_is_no_webhook_is_refused() {
    let direct = Shape::named("direct");
    let header = direct.sign(&direct.payload());
    for case in list(&webhooks()["bodies"]) {
        for body in list(&case["texts"]) {
            let found = verify(&header, &text(body));
            assert_eq!(verdict(&found), json!([case["expect"], case["field"]]), "{body}");
        }
    }
    for twice in [
        r#""status":"FAILURE""#,
        r#""status":"SUCCESS""#,
        r#""paymentId":1"#,
        r#""st\u0061tus":"FAILURE""#,
    ] {
        let body = direct.sample.replacen('{', &format!("{{{twice},"), 1);
        assert_eq!(shape(verify(&header, &body)), Err(Refusal::Malformed), "{twice}");
    }
    let padded = |length: usize| format!("{}{}", direct.sample, " ".repeat(length - direct.sample.len()));
    assert_eq!(
        shape(verify(&header, &padded(Event::MAX_LENGTH + 1))),
        Err(Refusal::TooLarge)
    );
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
    /// The scheme has no separators: an event counts exactly when its values, joined, are those that were signed. So the
    /// receiver must look the ids up.
    #[test]
    fn the_signature_covers_the_joined_values(
        values in proptest::collection::vec("[ab1]{1,3}", 4),
        others in proptest::collection::vec("[ab1]{1,3}", 4),
    ) {
        let direct = Shape::named("direct");
        let payload = |values: &[String]| -> Value {
            direct.signed.iter().cloned().zip(values.iter().map(|value| json!(value))).collect()
        };
        let found = verify(&direct.sign(&payload(&values)), &payload(&others).to_string());
        let expected = if values.concat() == others.concat() { Ok("direct") } else { WRONG };
        prop_assert_eq!(shape(found), expected);
    }

    #[test]
    fn an_id_keeps_every_digit(id in "[1-9][0-9]{0,40}", as_number: bool) {
        let direct = Shape::named("direct");
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
