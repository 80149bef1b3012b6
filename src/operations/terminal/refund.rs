//! Refund of lines of a sale, whole or in part.

use super::{VOID_REFUND_PAGE, answers, fields};
use crate::doc::Doc;
use crate::table::answer_field::{AnswerField, Kind};
use crate::table::field::{Field, Rule};
use crate::table::spec::{Access, Spec, Wire};

pub(crate) static SPEC: Spec = Spec {
    name: "terminal.refund",
    path: "/v2/terminal-host/gmu/payment/refund",
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
        &Field::new("saleAppName", Rule::Text, "Name of your sales application.").required(),
        &Field::new("saleAppVersion", Rule::Text, "The version of your sales application.").required(),
        &Field::new(
            "notificationPhone",
            Rule::Text,
            "Phone number for a text message to the customer; the documents' example is `5551234567`.",
        ),
        &Field::new(
            "notificationEmail",
            Rule::Text,
            "Email address for a message to the customer.",
        ),
        &RELATED_SALE_ID,
        &SALE_ITEMS,
    ],
    answer: &[
        &answers::CONVERSATION_ID,
        &answers::SYSTEM_TIME,
        &answers::DEVICE_UNIQUE_ID,
        &answers::OWN_REFERENCE,
        &PRICE,
        &AnswerField::new("vatAmount", Kind::Amount, "The VAT included in `price`."),
        &answers::CURRENCY,
        &AnswerField::new("invoiceNo", Kind::Text, "The document's number."),
        &answers::AUTH_CODE,
        &AnswerField::new("hostReference", Kind::Text, "The bank's reference."),
        &answers::BIN_NUMBER,
        &answers::LAST_FOUR_DIGITS,
        &AnswerField::new("acquirerName", Kind::Text, "The acquiring bank."),
        &answers::ACQUIRER_ID,
        &answers::BATCH_NO,
    ],
    signed: &[],
    doc: Doc::new(
        "Refunds lines of a sale, whole or in part. Send `refundableSaleInfo` first and pass its data as `sale`: then \
         no line can refund more than is left. Without `sale`, only the form of the lines is checked, and iyzico \
         decides.",
    ),
    source: Doc::new(VOID_REFUND_PAGE),
};

pub(crate) static RELATED_SALE_ID: Field = Field::new(
    "relatedSaleId",
    Rule::Text,
    "The `saleUid` of `refundableSaleInfo`. The documents tell you to send it, but don't list it among the \
     request's fields.",
);

pub(crate) static SALE_ITEMS: Field = Field::new(
    "saleItems",
    Rule::Items(SALE_ITEM),
    "The lines to refund, at least one.",
)
.required()
.intent();

pub(crate) static RELATED_SALE_ITEM_ID: Field = Field::new(
    "relatedSaleItemId",
    Rule::Id,
    "The `id` of the line in `refundableSaleInfo`, a string. Only in the later edition of the documents.",
);

pub(crate) static NAME: Field = Field::new("name", Rule::Prose, "The product's or service's name.").required();

pub(crate) static ITEM_QUANTITY: Field = Field::new(
    "itemQuantity",
    Rule::Count,
    "How many pieces to refund: a whole number greater than zero.",
)
.required();

pub(crate) static TOTAL_PRICE_AMOUNT: Field = Field::new(
    "totalPriceAmount",
    Rule::Amount,
    "The price of all these pieces, greater than zero.",
)
.required();

pub(crate) static RETURN_AMOUNT: Field = Field::new(
    "returnAmount",
    Rule::Amount,
    "The amount to refund of this line, greater than zero. Only in the later edition of the documents.",
);

pub(crate) static PRICE: AnswerField = AnswerField::new("price", Kind::Amount, "The refunded amount.");

/// Only a later edition of the page has relatedSaleItemId and returnAmount, and requires them, in a table shared with the sale.
/// Here they are optional.
static SALE_ITEM: &[&Field] = &[
    &RELATED_SALE_ITEM_ID,
    &NAME,
    &Field::new("generic", Rule::Flag, "Whether the line is for unspecified goods."),
    &Field::new(
        "unitCode",
        Rule::Text,
        "The unit's code; `C62` is a piece (UN/ECE recommendation 20).",
    )
    .required(),
    &Field::new(
        "taxGroupCode",
        Rule::Text,
        "The VAT group's code; no list is published.",
    )
    .required(),
    &ITEM_QUANTITY,
    &Field::new(
        "unitPriceAmount",
        Rule::Amount,
        "The price of one piece, greater than zero.",
    )
    .required(),
    &Field::new("grossPriceAmount", Rule::Amount, "Gross price, greater than zero.").required(),
    &TOTAL_PRICE_AMOUNT,
    &RETURN_AMOUNT,
];
