//! Refund, cancel and void requests for iyzico: checked, built and signed exactly, and their answers
//! read into success, failure or unknown.
//!
//! The crate does no I/O, reads no clock and no environment; the host sends the request and hands back
//! the answer, so it works the same from any program and, as WebAssembly, from any JavaScript runtime.
//!
//! **The bytes that were signed are the bytes to send, and only an answer that proves itself is a
//! success.**
//!
//! ```text
//! params ──► Draft (path + exact body) ──► Request (url, headers, body)
//!                                              │   the host sends it
//! Outcome (success | failure | unknown) ◄── answer text + HTTP status
//! ```
//!
//! ```
//! use iyzico_reversals::{Credentials, Draft, Endpoint, Iyzico, Params, RandomKey, Verdict};
//!
//! # fn main() -> Result<(), Vec<iyzico_reversals::Issue>> {
//! let keys = Credentials::new("sandbox-api".to_owned().into(), "sandbox-secret".to_owned().into())?;
//! let iyzico = Iyzico::new(keys, Endpoint::new(Some("sandbox"), None).map_err(|issue| vec![issue])?);
//!
//! let params = Params::check("refund", r#"{"paymentTransactionId":"27169345","price":"5.00"}"#, None)?;
//! let draft = Draft::new(&params)?;
//! assert_eq!(draft.body(), r#"{"paymentTransactionId":"27169345","price":5.00}"#);
//!
//! let request = iyzico.request(draft, RandomKey::from_bytes([7; 16]))?; // 16 bytes of your CSPRNG
//! let outcome = iyzico.read("refund", request.body().unwrap_or_default(), None); // no answer came
//! assert!(matches!(outcome.verdict(), Verdict::Unknown { .. }));
//! # Ok(())
//! # }
//! ```

#![forbid(unsafe_code)]
#![no_std]

extern crate alloc;
#[cfg(any(test, not(feature = "package")))]
extern crate std;

mod amount;
mod answer;
mod ascii;
mod card;
mod client;
#[cfg(target_arch = "wasm32")]
mod config;

mod datum;
mod doc;
mod draft;
mod endpoint;
mod error_codes;
mod field;
#[cfg(target_arch = "wasm32")]
pub mod js;
mod json;
mod operation;
mod outcome;
mod params;
mod readback;
mod request;
mod sign;
mod terminal;
mod webhook;
mod wire;

pub use amount::{Amount, AmountError};
pub use answer::{Data, HttpAnswer};
pub use client::Iyzico;
pub use datum::Datum;
pub use doc::Doc;
pub use draft::Draft;
pub use endpoint::Endpoint;
pub use error_codes::{Advice, CODES, ErrorCode, Meaning};
pub use field::issue::{Code, Issue, MEANT, Wanted};
pub use field::rule::{Choice, MAX_ITEMS, MAX_TEXT, Rule};
pub use field::{Field, Relation};
pub use json::MAX_NAMES;
pub use operation::{Access, AnswerField, Echo, Kind, OPERATIONS, Operation, Wire};
pub use outcome::{ApiError, Outcome, Reason, Verdict};
pub use params::Params;
pub use readback::refundable::{PaymentState, refundable};
pub use readback::{Absence, Doubt, Inquiry, Landing, Reconciliation, State, Times};
pub use request::{Headers, Request};
pub use sign::iyzwsv2::{RandomKey, Signed, sign as iyzwsv2};
pub use sign::{Credentials, signature};
pub use terminal::client::{Login, Terminal};
pub use webhook::{Event, Refusal, WEBHOOKS, Webhook};
