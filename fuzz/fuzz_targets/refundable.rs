//! Never more is refundable than is left, and the amounts add up to what was paid.

#![no_main]

use bigdecimal::BigDecimal;
use fuzz::Input;
use iyzico_reversals::refundable;
use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use worlds::{Bytes, World};

fuzz_target!(|bytes: &[u8]| {
    match Input::new(bytes) {
        Input::Text(text) => drop(claim(text)),
        Input::Choices(_) => {
            let world = World::draw(&mut Bytes(bytes));
            let claim = claim(&world.shown.text);
            assert_eq!(world.objection_to_left(claim.as_ref()), None, "{claim:#?} {world:#?}");
        }
    }
});

/// Checks that each amount is at least zero, and that refunded, doubtful and refundable add up to at most what was paid.
fn claim(details: &str) -> Option<Value> {
    let claim: Value = serde_json::to_value(refundable(details).ok()?).expect("JSON");
    for payment in claim["payments"].as_array().expect("a list") {
        adds_up(payment);
        payment["items"].as_array().expect("a list").iter().for_each(adds_up);
    }
    Some(claim)
}

fn adds_up(claim: &Value) {
    let [paid, refunded, doubtful, refundable] = ["paid", "refunded", "doubtful", "refundable"].map(|name| {
        claim[name]
            .as_str()
            .expect("a text")
            .parse::<BigDecimal>()
            .expect("a decimal")
    });
    let zero = BigDecimal::default();
    assert!(refunded >= zero && doubtful >= zero && refundable >= zero, "{claim}");
    assert!(refunded + doubtful + refundable <= paid, "{claim}");
}
