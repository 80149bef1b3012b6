//! Void of a whole sale on the day it was made.

use super::refund::VOID_REFUND_PAGE;
use super::*;
use crate::doc::Doc;
use crate::operation::{Access, Operation, Wire};

pub(crate) static VOID: Operation = Operation {
    name: "terminal.void",
    path: "/v2/terminal-host/gmu/payment/void",
    access: Access::Terminal,
    wire: Wire::Json,
    moves_money: true,
    fields: &[
        &LOCALE,
        &CONVERSATION_ID,
        &DEVICE_UNIQUE_ID,
        &PAYMENT_ID,
        &PAYMENT_DATE,
        &OWN_REFERENCE,
        &Field::new("reason", Rule::Prose, "Why, in your own words."),
        &Field::new("description", Rule::Prose, "More about it."),
    ],
    answer: &[
        &ANSWER_CONVERSATION_ID,
        &ANSWER_SYSTEM_TIME,
        &ANSWER_DEVICE_UNIQUE_ID,
        &ANSWER_OWN_REFERENCE,
        &ANSWER_PAYMENT_ID,
        &AnswerField::new("price", Kind::Amount, "The amount that was voided: the whole sale."),
        &ANSWER_CURRENCY,
        &ANSWER_AUTH_CODE,
        &AnswerField::new("hostReference", Kind::Text, "The bank's reference of the sale."),
        &ANSWER_CANCEL_HOST_REFERENCE,
        &AnswerField::new(
            "transactionDate",
            Kind::Text,
            "The day it was carried out; the format is not documented.",
        ),
        &AnswerField::new(
            "transactionTime",
            Kind::Text,
            "The time it was carried out; the format is not documented.",
        ),
        &ANSWER_PAYMENT_DATE,
        &ANSWER_TRANSACTION_DATE_TIME,
        &ANSWER_BIN_NUMBER,
        &ANSWER_LAST_FOUR_DIGITS,
    ],
    signed: &[],
    doc: Doc::new(
        "Takes a whole sale back on the day it was made. After the till's day end, refund instead. The zone of that day \
         is not documented: let iyzico answer.",
    ),
    source: Doc::new(VOID_REFUND_PAGE),
};
