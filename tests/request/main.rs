//! Params and drafts: what is accepted, what is refused, and what is sent.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail"
)]

mod params;
mod values;
