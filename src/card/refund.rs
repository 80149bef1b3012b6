//! Refund of one basket item, whole or in part.

use super::*;
use crate::doc::Doc;
use crate::operation::{Access, Operation, Wire};

pub(crate) static REFUND: Operation = Operation {
    name: "refund",
    path: "/payment/refund",
    access: Access::Merchant,
    wire: Wire::Json,
    moves_money: true,
    fields: FIELDS,
    answer: &[
        &ANSWER_LOCALE,
        &ANSWER_SYSTEM_TIME,
        &ANSWER_CONVERSATION_ID,
        &ANSWER_PAYMENT_ID,
        &ANSWER_PAYMENT_TRANSACTION_ID,
        &ANSWER_PRICE,
        &ANSWER_CURRENCY,
        &ANSWER_AUTH_CODE,
        &ANSWER_HOST_REFERENCE,
        &ANSWER_REFUND_HOST_REFERENCE,
        &ANSWER_RETRYABLE,
    ],
    signed: REFUND_SIGNATURE,
    doc: Doc::new(
        "Gives back one basket item of a payment, whole or in part, as often as something is left of what was paid for \
         it, within 365 days of the payment.",
    ),
    source: Doc::new("https://docs.iyzico.com/en/advanced/refund-and-cancel"),
};

/// The refund that is charged to the merchant has the same.
pub(super) const FIELDS: &[&Field] = &[
    &LOCALE_FIELD,
    &CONVERSATION_ID,
    &PAYMENT_TRANSACTION_ID,
    &PRICE,
    &CURRENCY_FIELD,
    &IP,
    &REASON_FIELD,
    &DESCRIPTION,
    &UP_TO,
];
