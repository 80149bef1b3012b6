//! The questions about a card payment: how they are asked, and how their answers are read.
//!
//! `tests/vectors/card-questions.json` has the cases that the JavaScript suite checks as well.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail"
)]

#[path = "../support/calls.rs"]
mod calls;
#[path = "../support/vectors.rs"]
mod vectors;

mod payment_details;
mod refund_to_balance;

use serde_json::{Value, json};

use calls::drafted;
use vectors::{list, parse, text};

fn questions() -> Value {
    parse(include_str!("../vectors/card-questions.json"))
}

/// Checks the issues of an operation's params.
fn checks_params(operation: &str) {
    let questions = questions();
    let cases = list(&questions["params"]).iter();
    let cases: Vec<_> = cases.filter(|case| case["operation"] == operation).collect();
    assert!(!cases.is_empty());
    for case in cases {
        let found: Vec<_> = drafted(operation, &case["params"])
            .err()
            .iter()
            .flat_map(|issues| issues.iter())
            .map(|issue| format!("{} {}", issue.path().join("."), text(&json!(issue.code()))))
            .collect();
        assert_eq!(json!(found), case["issues"], "{}", case["why"]);
    }
}
