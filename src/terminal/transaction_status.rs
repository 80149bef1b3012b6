//! What became of a sale, refund or void.

use super::*;
use crate::doc::Doc;
use crate::operation::{Access, Operation, Wire};

pub(crate) static TRANSACTION_STATUS: Operation = Operation {
    name: "terminal.transactionStatus",
    path: "/v2/terminal-host/gmu/payment/query-transaction-status",
    access: Access::Terminal,
    wire: Wire::Json,
    moves_money: false,
    fields: &[
        &LOCALE,
        &CONVERSATION_ID,
        &Field::new(
            "paymentId",
            Rule::Id,
            "The sale's `paymentId`; or `transactionReferenceId`, or both.",
        )
        .required_unless("transactionReferenceId")
        .intent(),
        &ANY_DEVICE_UNIQUE_ID,
        &Field::new(
            "transactionReferenceId",
            Rule::Text,
            "The id that the operation you ask about was made with: the refund's, void's or sale's own.",
        )
        .intent(),
    ],
    answer: &[
        &ANSWER_CONVERSATION_ID,
        &ANSWER_SYSTEM_TIME,
        &AnswerField::new("deviceUniqueId", Kind::Text, "The till."),
        &AnswerField::new(
            "transactionReferenceId",
            Kind::Text,
            "The reference that was asked about, else the sale's.",
        )
        .echo(),
        &ANSWER_TRANSACTION_DATE_TIME,
        &AnswerField::new("paymentId", Kind::Text, "The sale's `paymentId`.").echo(),
        &ANSWER_PAYMENT_DATE,
        &AnswerField::new("price", Kind::Amount, "The sale's amount."),
        &ANSWER_CURRENCY,
        &AnswerField::new("installment", Kind::Integer, "In how many instalments it is paid."),
        &ANSWER_ACQUIRER_ID,
        &ANSWER_AUTH_CODE,
        &ANSWER_BIN_NUMBER,
        &ANSWER_LAST_FOUR_DIGITS,
        &AnswerField::new("hostReference", Kind::Text, "The bank's reference of the sale."),
        &ANSWER_BATCH_NO,
        &ANSWER_SALE_NUMBER,
        &ANSWER_CANCEL_HOST_REFERENCE,
        &AnswerField::new(
            "refundHostReference",
            Kind::Text,
            "The bank's reference of the refund, if there was one.",
        ),
        &AnswerField::new(
            "saleItems",
            Kind::List(SALE_ITEM),
            "The sale's lines, as they were sold.",
        ),
    ],
    signed: &[],
    doc: Doc::new(
        "Asks what became of a sale, a refund or a void, by its own `transactionReferenceId` or the sale's `paymentId`. \
         Read-back after an `unknown`; nothing moves, so it may be asked again.",
    ),
    source: Doc::new(
        "https://docs.iyzico.com/en/products/physical-pos/terminal-api-integration/vuk-507-services/payment-and-transaction-services",
    ),
};

const SALE_ITEM: &[&AnswerField] = &[
    &AnswerField::new("name", Kind::Text, "The line's name."),
    &AnswerField::new("unitCode", Kind::Text, "The unit's code."),
    &AnswerField::new(
        "taxGroupCode",
        Kind::Text,
        "The VAT group's code, which a refund of the line needs as well.",
    ),
    &AnswerField::new("itemQuantity", Kind::Integer, "How many were sold."),
    &AnswerField::new("unitPriceAmount", Kind::Amount, "Price of one."),
    &AnswerField::new("totalPriceAmount", Kind::Amount, "Price of all of them."),
];
