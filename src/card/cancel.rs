//! Cancel of a whole payment on the day it was made.

use super::*;
use crate::doc::Doc;
use crate::operation::{Access, Operation, Wire};

/// The answer is not signed, so the echo of the payment's id is what ties it to the request.
pub(crate) static CANCEL: Operation = Operation {
    name: "cancel",
    path: "/payment/cancel",
    access: Access::Merchant,
    wire: Wire::Json,
    moves_money: true,
    fields: &[
        &LOCALE_FIELD,
        &CONVERSATION_ID,
        &PAYMENT_ID,
        &IP,
        &REASON_FIELD,
        &DESCRIPTION,
    ],
    answer: &[
        &ANSWER_LOCALE,
        &ANSWER_SYSTEM_TIME,
        &ANSWER_CONVERSATION_ID,
        &ANSWER_PAYMENT_ID,
        &AnswerField::new(
            "price",
            Kind::Amount,
            "The amount that was cancelled: the whole payment.",
        ),
        &AnswerField::new("currency", Kind::Text, "Its currency."),
        &ANSWER_AUTH_CODE,
        &ANSWER_HOST_REFERENCE,
        &AnswerField::new("cancelHostReference", Kind::Text, "The bank's reference of the cancel."),
    ],
    signed: &[],
    doc: Doc::new(
        "Cancels a whole payment before the bank closes its day; nothing shows on the cardholder's statement. The hour \
         and zone of that close are not documented: let iyzico answer.",
    ),
    source: Doc::new("https://docs.iyzico.com/en/advanced/refund-and-cancel"),
};
