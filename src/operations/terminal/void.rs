//! Void of a whole sale on the day it was made.

use super::{VOID_REFUND_PAGE, answers, fields};
use crate::doc::Doc;
use crate::table::answer_field::{AnswerField, Kind};
use crate::table::field::{Field, Rule};
use crate::table::spec::{Access, Spec, Wire};

pub(crate) static SPEC: Spec = Spec {
    name: "terminal.void",
    path: "/v2/terminal-host/gmu/payment/void",
    access: Access::Terminal,
    wire: Wire::Json,
    moves_money: true,
    fields: &[
        &fields::LOCALE,
        &fields::CONVERSATION_ID,
        &fields::DEVICE_UNIQUE_ID,
        &fields::PAYMENT_ID,
        &fields::PAYMENT_DATE,
        &fields::OWN_REFERENCE,
        &Field::new("reason", Rule::Prose, "The reason, in your own words."),
        &Field::new("description", Rule::Prose, "A description, in your own words."),
    ],
    answer: &[
        &answers::CONVERSATION_ID,
        &answers::SYSTEM_TIME,
        &answers::DEVICE_UNIQUE_ID,
        &answers::OWN_REFERENCE,
        &answers::PAYMENT_ID,
        &AnswerField::new("price", Kind::Amount, "The amount that was voided: the whole sale."),
        &answers::CURRENCY,
        &answers::AUTH_CODE,
        &AnswerField::new("hostReference", Kind::Text, "The bank's reference of the sale."),
        &answers::CANCEL_HOST_REFERENCE,
        &AnswerField::new(
            "transactionDate",
            Kind::Text,
            "The day of the operation; the format is not documented.",
        ),
        &AnswerField::new(
            "transactionTime",
            Kind::Text,
            "The time of the operation; the format is not documented.",
        ),
        &answers::PAYMENT_DATE,
        &answers::TRANSACTION_DATE_TIME,
        &answers::BIN_NUMBER,
        &answers::LAST_FOUR_DIGITS,
    ],
    signed: &[],
    doc: Doc::new(
        "Voids a whole sale on the day it was made. After the till's day end, refund it instead. The time zone of \
         that day is not documented: let iyzico decide.",
    ),
    source: Doc::new(VOID_REFUND_PAGE),
};
