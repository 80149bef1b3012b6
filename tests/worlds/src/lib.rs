//! Worlds for tests: what truly happened to a payment, and what iyzico, a bank or a proxy may show of it.
//!
//! This crate does not depend on the core or know its rules. A world is drawn event by event. The truth is what the events did
//! to the money; the core's verdict on the picture must not contradict it.
//!
//! SECURITY.md states the bounds that the package assumes: a request takes effect within four minutes or never, iyzico's
//! summary shows it within five minutes and its lists within thirty, and ids are altered only as systems alter ids. Worlds
//! beyond these bounds are drawn as well, and marked.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "tools of tests may fail")]

mod alter;
mod dice;
mod judge;
mod ledger;
mod ledger_judge;
mod money;
mod reply;
mod shown;
mod till;
mod truth;

pub use dice::{Bytes, Dice, Seeded};
pub use ledger::{Intent, LedgerWorld, Move};
pub use money::Money;
pub use reply::Reply;
pub use shown::{Shown, World};
pub use till::TillWorld;
pub use truth::{Event, Fate, Parts, Party, Payment, Sent, Truth};
