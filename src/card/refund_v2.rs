//! Refund of an amount of a payment; iyzico chooses the items.

use super::*;
use crate::doc::Doc;
use crate::operation::{Access, Operation, Wire};

/// `reason` and `description` stand in no document and no official SDK's V2 request, so they are
/// refused here.
pub(crate) static REFUND_V2: Operation = Operation {
    name: "refundV2",
    path: "/v2/payment/refund",
    access: Access::Merchant,
    wire: Wire::Json,
    moves_money: true,
    fields: &[
        &LOCALE_FIELD,
        &CONVERSATION_ID,
        &PAYMENT_ID,
        &PRICE,
        &CURRENCY_FIELD,
        &IP,
        &UP_TO,
    ],
    answer: &[
        &ANSWER_LOCALE,
        &ANSWER_SYSTEM_TIME,
        &ANSWER_CONVERSATION_ID,
        &ANSWER_PAYMENT_ID,
        &ANSWER_PRICE,
        &ANSWER_CURRENCY,
        &ANSWER_AUTH_CODE,
        &ANSWER_HOST_REFERENCE,
        &ANSWER_REFUND_HOST_REFERENCE,
        &ANSWER_RETRYABLE,
    ],
    signed: REFUND_SIGNATURE,
    doc: Doc::new(
        "Gives back an amount of a payment without naming an item. Refused for marketplace merchants (error 5266); for \
         baskets of more than one item iyzico advises the refund by item.",
    ),
    source: Doc::new("https://docs.iyzico.com/en/advanced/refund-and-cancel"),
};
