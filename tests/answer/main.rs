//! From answer to outcome: only an answer that proves itself is a success or a failure.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "a test may fail"
)]

#[path = "../support/calls.rs"]
mod calls;
#[path = "../support/flood.rs"]
mod flood;
#[path = "../support/vectors.rs"]
mod vectors;

mod codes;
mod http;
mod judge;
mod outcome;
mod outcomes;
mod worlds;

use serde_json::{Value, json};

use calls::{SECRET, hmac};

/// A refund that the tests of one file send when the vectors don't name another.
fn refund_params() -> Value {
    json!({ "conversationId": "c-1", "paymentTransactionId": "27169345", "price": "5.00", "currency": "TRY" })
}

/// The good answer to it, signed.
fn refund_answer() -> String {
    json!({
        "status": "success", "conversationId": "c-1", "paymentId": "25180188", "paymentTransactionId": "27169345", "price": 5,
        "currency": "TRY", "systemTime": 1_755_703_798_426_u64, "retryable": false,
        "signature": hmac(SECRET, "25180188:5:TRY:c-1"),
    })
    .to_string()
}
