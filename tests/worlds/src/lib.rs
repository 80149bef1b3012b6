//! Worlds to test read-back in: what truly happened to a payment, and what iyzico, a bank or a proxy may show of it.
//!
//! Nothing here knows the core or its rules. A world is drawn event by event; the truth is what the events did to the money,
//! and whatever the core says of the picture must not contradict it.
//!
//! The package assumes bounds that SECURITY.md states: a request takes effect within four minutes of its sending or never,
//! iyzico's summary shows that within five minutes of the sending and its lists within thirty, ids are the caller's own and
//! altered only in the ways that systems alter ids. Worlds beyond them are drawn as well, and marked.

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
