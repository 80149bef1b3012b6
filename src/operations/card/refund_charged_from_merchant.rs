//! Refund of one basket item that is charged to the merchant.

use super::{answers, fields};
use crate::doc::Doc;
use crate::table::answer_field::{AnswerField, Kind};
use crate::table::spec::{Access, Spec, Wire};

/// Every official SDK has it and no current document does; no page lists its answer as signed, so the
/// echo is what ties the answer to the request.
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
        &AnswerField::new("currency", Kind::Text, "Its currency.").echo_if_answered(&fields::CURRENCY),
        &answers::AUTH_CODE,
        &answers::HOST_REFERENCE,
        &answers::RETRYABLE,
    ],
    signed: &[],
    doc: Doc::new(
        "Gives back one basket item of a marketplace payment and charges it to the merchant instead of the sub-merchant. \
         Found in the official SDKs only, not in the current documents; its answer is not known to be signed.",
    ),
    source: Doc::new("https://github.com/iyzico/iyzipay-node (lib/resources/RefundChargedFromMerchant.js)"),
};
