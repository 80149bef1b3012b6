//! Payments by card.

pub(crate) mod answers;
pub(crate) mod cancel;
pub(crate) mod fields;
pub(crate) mod payment_details;
pub(crate) mod refund;
pub(crate) mod refund_charged_from_merchant;
pub(crate) mod refund_to_balance;
pub(crate) mod refund_v2;
pub(crate) mod transactions;
