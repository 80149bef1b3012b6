//! Refund of one basket item, whole or in part.

use super::{answers, fields};
use crate::doc::Doc;
use crate::table::spec::{Access, Spec, Wire};

pub(crate) static SPEC: Spec = Spec {
    name: "refund",
    path: "/payment/refund",
    access: Access::Merchant,
    wire: Wire::Json,
    moves_money: true,
    fields: fields::REFUND,
    answer: &[
        &answers::LOCALE,
        &answers::SYSTEM_TIME,
        &answers::CONVERSATION_ID,
        &answers::PAYMENT_ID,
        &answers::PAYMENT_TRANSACTION_ID,
        &answers::PRICE,
        &answers::CURRENCY,
        &answers::AUTH_CODE,
        &answers::HOST_REFERENCE,
        &answers::REFUND_HOST_REFERENCE,
        &answers::RETRYABLE,
    ],
    signed: answers::REFUND_SIGNATURE,
    doc: Doc::new(
        "Refunds one basket item, whole or in part, as long as some of its paid amount is left, within 365 days of \
         the payment.",
    ),
    source: Doc::new("https://docs.iyzico.com/en/advanced/refund-and-cancel"),
};
