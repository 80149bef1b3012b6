//! Cancel of a whole payment on the day it was made.

use super::{answers, fields};
use crate::doc::Doc;
use crate::table::answer_field::{AnswerField, Kind};
use crate::table::spec::{Access, Spec, Wire};

/// The answer is not signed: it counts if it repeats the payment's id.
pub(crate) static SPEC: Spec = Spec {
    name: "cancel",
    path: "/payment/cancel",
    access: Access::Merchant,
    wire: Wire::Json,
    moves_money: true,
    fields: &[
        &fields::LOCALE,
        &fields::CONVERSATION_ID,
        &fields::PAYMENT_ID,
        &fields::IP,
        &fields::REASON,
        &fields::DESCRIPTION,
    ],
    answer: &[
        &answers::LOCALE,
        &answers::SYSTEM_TIME,
        &answers::CONVERSATION_ID,
        &answers::PAYMENT_ID,
        &AnswerField::new(
            "price",
            Kind::Amount,
            "The amount that was cancelled: the whole payment.",
        ),
        &AnswerField::new("currency", Kind::Text, "The currency."),
        &answers::AUTH_CODE,
        &answers::HOST_REFERENCE,
        &AnswerField::new("cancelHostReference", Kind::Text, "The bank's reference of the cancel."),
    ],
    signed: &[],
    doc: Doc::new(
        "Cancels a whole payment before the bank closes its day, so that nothing shows on the cardholder's statement. \
         The hour and time zone are not documented: let iyzico decide.",
    ),
    source: Doc::new("https://docs.iyzico.com/en/advanced/refund-and-cancel"),
};
