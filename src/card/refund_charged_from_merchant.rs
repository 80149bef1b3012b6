//! Refund of one basket item that is charged to the merchant.

use super::refund::FIELDS;
use super::*;
use crate::doc::Doc;
use crate::operation::{Access, Operation, Wire};

/// Every official SDK has it and no current document does; no page lists its answer as signed, so the
/// echo is what ties the answer to the request.
pub(crate) static REFUND_CHARGED_FROM_MERCHANT: Operation = Operation {
    name: "refundChargedFromMerchant",
    path: "/payment/iyzipos/refund/merchant/charge",
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
        &AnswerField::new("currency", Kind::Text, "Its currency.").echo_if_answered(),
        &ANSWER_AUTH_CODE,
        &ANSWER_HOST_REFERENCE,
        &ANSWER_RETRYABLE,
    ],
    signed: &[],
    doc: Doc::new(
        "Gives back one basket item of a marketplace payment and charges it to the merchant instead of the sub-merchant. \
         Found in the official SDKs only, not in the current documents; its answer is not known to be signed.",
    ),
    source: Doc::new("https://github.com/iyzico/iyzipay-node (lib/resources/RefundChargedFromMerchant.js)"),
};
