//! Read-back against what truly happened: no verdict may contradict it, and a whole picture must decide.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail"
)]

mod audit;
mod cases;
mod evidence;
mod figures;
mod worlds;

use iyzico_reversals::{Asked, Draft, HttpAnswer, Inquiry, Issues, Params, Times, reconcile};
use serde_json::Value;

fn drafted(operation: &str, params: &Value) -> Result<Draft, Issues> {
    Params::check(operation.parse()?, &params.to_string(), None).and_then(Draft::new)
}

/// What was sent, by its body or URL.
fn sent(operation: &str, text: &str) -> Asked {
    Asked::recall(operation.parse().expect("an operation"), text).expect("a request of ours")
}

fn at(sent_at: i64, asked_at: i64) -> Inquiry<'static> {
    Inquiry {
        times: Some(Times { sent_at, asked_at }),
        question: None,
    }
}

/// The verdict's name, and its reason's.
fn reconciled(
    operation: &str,
    body: &str,
    answer: HttpAnswer<'_>,
    inquiry: Inquiry<'_>,
) -> (&'static str, &'static str) {
    let found = reconcile(&sent(operation, body), Some(answer), inquiry).verdict();
    (found.as_str(), found.reason())
}
