//! What may still be given back of a sale.

use super::refund::VOID_REFUND_PAGE;
use super::*;
use crate::doc::Doc;
use crate::operation::{Access, Operation, Wire};

pub(crate) static REFUNDABLE_SALE_INFO: Operation = Operation {
    name: "terminal.refundableSaleInfo",
    path: "/v2/terminal-host/gmu/payment/refundable-sale-info",
    access: Access::Terminal,
    wire: Wire::Json,
    moves_money: false,
    fields: &[
        &LOCALE,
        &CONVERSATION_ID,
        &ANY_DEVICE_UNIQUE_ID,
        &Field::new(
            "transactionReferenceId",
            Rule::Text,
            "The id that the ORIGINAL SALE was made with. In a refund or void, the field of this name is that \
             operation's own.",
        )
        .required()
        .intent(),
    ],
    answer: &[
        &ANSWER_CONVERSATION_ID,
        &ANSWER_SYSTEM_TIME,
        &ANSWER_SALE_NUMBER,
        &AnswerField::new("saleUid", Kind::Text, "The sale's id: the refund's `relatedSaleId`."),
        &AnswerField::new(
            "totalReturnableAmount",
            Kind::Amount,
            "What may still be given back in all.",
        ),
        &ANSWER_CURRENCY,
        &AnswerField::new("saleItems", Kind::List(SALE_ITEM), "The sale's lines."),
    ],
    signed: &[],
    doc: Doc::new(
        "Asks what may still be given back of a sale, line by line. Nothing moves, so it may be asked again.",
    ),
    source: Doc::new(VOID_REFUND_PAGE),
};

const SALE_ITEM: &[&AnswerField] = &[
    &AnswerField::new(
        "id",
        Kind::Text,
        "The line's id, as a string: the refund's `relatedSaleItemId`.",
    ),
    &AnswerField::new("name", Kind::Text, "The line's name."),
    &AnswerField::new("itemQuantity", Kind::Integer, "How many were sold."),
    &AnswerField::new("totalPriceAmount", Kind::Amount, "What was paid for them."),
    &AnswerField::new("vatAmount", Kind::Amount, "The VAT in it."),
    &AnswerField::new("returnableQuantity", Kind::Integer, "How many may still come back."),
    &AnswerField::new(
        "returnableAmount",
        Kind::Amount,
        "What may still be given back of the line.",
    ),
];
