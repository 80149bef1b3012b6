//! Refund, cancel and void requests for iyzico: checked, built and signed exactly; and their answers, read into success,
//! failure or unknown.
//!
//! The crate does no I/O and reads no clock and no environment. The host sends each request and passes the answer back, so the
//! crate works the same in any program and, as WebAssembly, in any JavaScript runtime.
//!
//! **The bytes that were signed are the bytes to send, and a claim about money counts only when it proves itself.**
//!
//! Begin with [`Params`] (checks an input), [`Draft`] (the exact body), [`Iyzico`] (signs and reads) and, after an unknown
//! outcome, [`reconcile()`]. [`Operation`] lists what can be sent.
//!
//! ```text
//! params ──► Draft (path + exact body) ──► Request (url, headers, body)
//!                                              │   the host sends it
//! Outcome (success | failure | unknown) ◄── HTTP status + answer text
//! ```
//!
//! ```
//! use iyzico_reversals::{Credentials, Draft, Environment, Iyzico, Operation, Params, RandomKey, Verdict};
//!
//! # fn main() -> Result<(), iyzico_reversals::Issues> {
//! let keys = Credentials::new("sandbox-api".to_owned().into(), "sandbox-secret".to_owned().into())?;
//! let iyzico = Iyzico::new(keys, Environment::Sandbox.into());
//!
//! let params = r#"{"paymentTransactionId":"27169345","price":"5.00"}"#;
//! let draft = Draft::new(Params::check(Operation::Refund, params, None)?)?;
//! assert_eq!(draft.body(), r#"{"paymentTransactionId":"27169345","price":5.00}"#);
//!
//! let request = iyzico.request(draft, RandomKey::from_bytes([7; 16]))?; // 16 bytes from your CSPRNG
//! let outcome = iyzico.read(&request, None); // no answer came
//! assert!(matches!(outcome.verdict(), Verdict::Unknown { .. }));
//! # Ok(())
//! # }
//! ```

#![forbid(unsafe_code)]

mod amount;
mod answer;
mod audit;
mod client;
mod doc;
mod issue;
mod json;
mod named;
mod operation;
mod operations;
mod readback;
mod request;
mod sign;
mod table;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
mod webhook;

pub use amount::{Amount, AmountError};
pub use answer::codes::{Advice, CODES, ErrorCode, Meaning};
pub use answer::http::HttpAnswer;
pub use answer::outcome::{ApiError, Outcome, Reason, Verdict};
pub use audit::{
    Audit, Books, Cause, Confirmed, Finding, FindingKind, ListState, Listed, PageAdded, PageDoubt, Report, Total,
    TwoSides,
};
pub use client::{Iyzico, Login, Terminal};
pub use doc::Doc;
pub use issue::{Code, Issue, Issues};
pub use json::MAX_NAMES;
pub use operation::Operation;
pub use readback::{
    Absence, Doubt, Evidence, Inquiry, Landing, PaymentState, Reconciliation, Refundable, RefundableItem,
    RefundablePayment, State, Times, precheck, reconcile, refundable,
};
pub use request::{Asked, Draft, Endpoint, Environment, Headers, Params, Request};
pub use sign::{Credentials, RandomKey, Signed, sign as iyzwsv2, signature};
pub use table::answer_field::{AnswerField, Echo, Kind};
pub use table::data::{Data, Datum};
pub use table::field::{Choice, Field, MAX_ITEMS, MAX_TEXT, Relation, Rule};
pub use table::spec::{Access, Wire};
pub use webhook::{Event, Refusal, WEBHOOKS, Webhook};
