//! Refund of one basket item that is charged to the merchant.

use super::{answers, fields};
use crate::doc::Doc;
use crate::table::answer_field::{AnswerField, Kind};
use crate::table::spec::{Access, Spec, Wire};

/// Every official SDK has it, but no current document. Nothing says that its answer is signed, so it counts if it repeats the
/// request's ids.
pub(crate) static SPEC: Spec = Spec {
    name: "refundChargedFromMerchant",
    path: "/payment/iyzipos/refund/merchant/charge",
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
        &AnswerField::new("currency", Kind::Text, "The currency.").echo_if_answered(&fields::CURRENCY),
        &answers::AUTH_CODE,
        &answers::HOST_REFERENCE,
        &answers::RETRYABLE,
    ],
    signed: &[],
    doc: Doc::new(
        "Refunds one basket item of a marketplace payment and charges it to the merchant instead of the sub-merchant. \
         Only the official SDKs have it, not the current documents; it is not known whether its answer is signed.",
    ),
    source: Doc::new("https://github.com/iyzico/iyzipay-node (lib/resources/RefundChargedFromMerchant.js)"),
};
