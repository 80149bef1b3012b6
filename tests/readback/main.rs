//! Read-back against what truly happened: no verdict may contradict it, and a whole picture must decide.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail"
)]

mod cases;
mod evidence;
mod figures;
mod worlds;

use iyzico_reversals::{Draft, HttpAnswer, Inquiry, Issue, Params, Reconciliation, Times};
use serde_json::Value;

fn drafted(operation: &str, params: &Value) -> Result<Draft, Vec<Issue>> {
    Params::check(operation, &params.to_string(), None).and_then(|params| Draft::new(&params))
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
    let found = Reconciliation::of_request(operation, body, Some(answer), inquiry).verdict();
    (found.as_str(), found.reason())
}
