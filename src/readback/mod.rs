//! Read-back: whether a request whose outcome is unknown was carried out, and what can still be refunded.

mod card;
pub(crate) mod clock;
mod inquiry;
mod payment;
pub(crate) mod reconcile;
mod refundable;
mod similar_id;
mod terminal;
pub(crate) mod verdict;

pub use self::clock::Times;
pub use self::inquiry::Inquiry;
pub use self::reconcile::{precheck, reconcile};
pub use self::refundable::{PaymentState, Refundable, RefundableItem, RefundablePayment, refundable};
pub use self::verdict::{Absence, Doubt, Evidence, Landing, Reconciliation, State};
