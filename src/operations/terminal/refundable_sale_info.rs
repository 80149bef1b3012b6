//! What can still be refunded of a sale.

use super::{VOID_REFUND_PAGE, answers, fields};
use crate::doc::Doc;
use crate::table::answer_field::{AnswerField, Kind};
use crate::table::field::{Field, Rule};
use crate::table::spec::{Access, Spec, Wire};

pub(crate) static SPEC: Spec = Spec {
    name: "terminal.refundableSaleInfo",
    path: "/v2/terminal-host/gmu/payment/refundable-sale-info",
    access: Access::Terminal,
    wire: Wire::Json,
    moves_money: false,
    fields: &[
        &fields::LOCALE,
        &fields::CONVERSATION_ID,
        &fields::ANY_DEVICE_UNIQUE_ID,
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
        &answers::CONVERSATION_ID,
        &answers::SYSTEM_TIME,
        &answers::SALE_NUMBER,
        &SALE_UID,
        &TOTAL_RETURNABLE_AMOUNT,
        &answers::CURRENCY,
        &SALE_ITEMS,
    ],
    signed: &[],
    doc: Doc::new("Asks what can still be refunded of a sale, line by line. It moves no money and may be sent again."),
    source: Doc::new(VOID_REFUND_PAGE),
};

pub(crate) static SALE_UID: AnswerField =
    AnswerField::new("saleUid", Kind::Text, "The sale's id: the refund's `relatedSaleId`.");

pub(crate) static TOTAL_RETURNABLE_AMOUNT: AnswerField = AnswerField::new(
    "totalReturnableAmount",
    Kind::Amount,
    "The amount of the sale that can still be refunded.",
);

pub(crate) static SALE_ITEMS: AnswerField = AnswerField::new("saleItems", Kind::List(SALE_ITEM), "The sale's lines.");

pub(crate) static ID: AnswerField = AnswerField::new(
    "id",
    Kind::Text,
    "The line's id, as a string: the refund's `relatedSaleItemId`.",
);

pub(crate) static NAME: AnswerField = AnswerField::new("name", Kind::Text, "The line's name.");

pub(crate) static RETURNABLE_QUANTITY: AnswerField = AnswerField::new(
    "returnableQuantity",
    Kind::Integer,
    "How many pieces can still be refunded.",
);

pub(crate) static RETURNABLE_AMOUNT: AnswerField = AnswerField::new(
    "returnableAmount",
    Kind::Amount,
    "The amount of the line that can still be refunded.",
);

static SALE_ITEM: &[&AnswerField] = &[
    &ID,
    &NAME,
    &AnswerField::new("itemQuantity", Kind::Integer, "How many pieces were sold."),
    &AnswerField::new("totalPriceAmount", Kind::Amount, "The price paid for all these pieces."),
    &AnswerField::new("vatAmount", Kind::Amount, "The VAT included in `totalPriceAmount`."),
    &RETURNABLE_QUANTITY,
    &RETURNABLE_AMOUNT,
];
