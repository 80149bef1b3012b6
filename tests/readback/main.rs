//! Read-back: what iyzico's answers say of a request whose outcome is unknown, and what may still be refunded.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail"
)]

#[path = "../support/calls.rs"]
mod calls;
#[path = "../support/flood.rs"]
mod flood;
#[path = "../support/vectors.rs"]
mod vectors;

mod card;
mod clock;
mod pictures;
mod reconcile;
mod refundable;
mod similar_id;
mod terminal;

use iyzico_reversals::{HttpAnswer, Inquiry, Times, reconcile};

use calls::sent;

fn at(sent_at: i64, asked_at: i64) -> Inquiry<'static> {
    Inquiry {
        times: Some(Times { sent_at, asked_at }),
        question: None,
    }
}

/// The verdict and its reason.
fn reconciled(
    operation: &str,
    body: &str,
    answer: HttpAnswer<'_>,
    inquiry: Inquiry<'_>,
) -> (&'static str, &'static str) {
    let found = reconcile(&sent(operation, body), Some(answer), inquiry).verdict();
    (found.as_str(), found.reason())
}
