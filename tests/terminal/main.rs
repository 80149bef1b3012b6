//! Operations at a till: what is checked, built, read and read back.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail"
)]

mod answers;
mod client;
mod fields;
mod login;
mod readback;
mod refund;
mod sale;
mod support;
mod transaction_status;
