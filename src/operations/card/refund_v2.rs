//! Refund of an amount of a payment; iyzico chooses the items.

use super::{answers, fields};
use crate::doc::Doc;
use crate::table::spec::{Access, Spec, Wire};

/// No document and no official SDK has `reason` and `description` for V2, so they are refused.
pub(crate) static SPEC: Spec = Spec {
    name: "refundV2",
    path: "/v2/payment/refund",
    access: Access::Merchant,
    wire: Wire::Json,
    moves_money: true,
    fields: &[
        &fields::LOCALE,
        &fields::CONVERSATION_ID,
        &fields::PAYMENT_ID,
        &fields::PRICE,
        &fields::CURRENCY,
        &fields::IP,
        &fields::UP_TO,
    ],
    answer: &[
        &answers::LOCALE,
        &answers::SYSTEM_TIME,
        &answers::CONVERSATION_ID,
        &answers::PAYMENT_ID,
        &answers::PRICE,
        &answers::CURRENCY,
        &answers::AUTH_CODE,
        &answers::HOST_REFERENCE,
        &answers::REFUND_HOST_REFERENCE,
        &answers::RETRYABLE,
    ],
    signed: answers::REFUND_SIGNATURE,
    doc: Doc::new(
        "Refunds an amount of a payment without naming an item. iyzico refuses it to marketplace merchants (error \
         5266), and advises the refund by item for baskets of more than one item.",
    ),
    source: Doc::new("https://docs.iyzico.com/en/advanced/refund-and-cancel"),
};
