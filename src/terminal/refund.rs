//! Refund of lines of a sale, whole or in part.

use super::*;
use crate::doc::Doc;
use crate::field::check::Checked;
use crate::field::rule::Accepted;
use crate::operation::{Access, Operation, Wire};

pub(crate) static REFUND: Operation = Operation {
    name: "terminal.refund",
    path: "/v2/terminal-host/gmu/payment/refund",
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
        &Field::new("saleAppName", Rule::Text, "Name of your sales application.").required(),
        &Field::new("saleAppVersion", Rule::Text, "Its version.").required(),
        &Field::new(
            "notificationPhone",
            Rule::Text,
            "Phone number that a text message goes to; the documents' example is `5551234567`.",
        ),
        &Field::new(
            "notificationEmail",
            Rule::Text,
            "E-mail address that a message goes to.",
        ),
        &Field::new(
            "relatedSaleId",
            Rule::Text,
            "The `saleUid` of `refundableSaleInfo`. The documents tell you to send it, and leave it out of the request's \
             fields.",
        ),
        &Field::new(
            "saleItems",
            Rule::Items(SALE_ITEM),
            "The lines that go back, at least one.",
        )
        .required()
        .intent(),
    ],
    answer: &[
        &ANSWER_CONVERSATION_ID,
        &ANSWER_SYSTEM_TIME,
        &ANSWER_DEVICE_UNIQUE_ID,
        &ANSWER_OWN_REFERENCE,
        &AnswerField::new("price", Kind::Amount, "The amount that was given back."),
        &AnswerField::new("vatAmount", Kind::Amount, "The VAT in it."),
        &ANSWER_CURRENCY,
        &AnswerField::new("invoiceNo", Kind::Text, "The document's number."),
        &ANSWER_AUTH_CODE,
        &AnswerField::new("hostReference", Kind::Text, "The bank's reference."),
        &ANSWER_BIN_NUMBER,
        &ANSWER_LAST_FOUR_DIGITS,
        &AnswerField::new("acquirerName", Kind::Text, "The acquiring bank."),
        &ANSWER_ACQUIRER_ID,
        &ANSWER_BATCH_NO,
    ],
    signed: &[],
    doc: Doc::new(
        "Gives back lines of a sale, whole or in part. Ask `refundableSaleInfo` first and pass its data as `sale`: then \
         no line can ask for more than is left. Without `sale` the lines are checked for form only and iyzico decides.",
    ),
    source: Doc::new(VOID_REFUND_PAGE),
};

/// relatedSaleItemId and returnAmount stand in a later edition of the page only, which requires them,
/// in a table it shares with the sale; here they are passed on when given.
const SALE_ITEM: &[&Field] = &[
    &Field::new(
        "relatedSaleItemId",
        Rule::Id,
        "The `id` of the line in `refundableSaleInfo`, a string. Only in the later edition of the documents.",
    ),
    &Field::new("name", Rule::Prose, "The product's or service's name.").required(),
    &Field::new(
        "generic",
        Rule::Flag,
        "Whether the line stands for goods of no one kind.",
    ),
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
    &Field::new(
        "itemQuantity",
        Rule::Count,
        "How many go back: a whole number greater than zero.",
    )
    .required(),
    &Field::new("unitPriceAmount", Rule::Amount, "Price of one, greater than zero.").required(),
    &Field::new("grossPriceAmount", Rule::Amount, "Gross price, greater than zero.").required(),
    &Field::new(
        "totalPriceAmount",
        Rule::Amount,
        "Price of all of them, greater than zero.",
    )
    .required(),
    &Field::new(
        "returnAmount",
        Rule::Amount,
        "What is given back of this line, greater than zero. Only in the later edition of the documents.",
    ),
];

/// Where refund, void and refundable sale info are documented.
pub(super) const VOID_REFUND_PAGE: &str =
    "https://docs.iyzico.com/en/products/physical-pos/terminal-api-integration/vuk-507-services/void-refund";

/// What the lines of a refund give back in all, in the smallest units; `None` for what has no lines.
pub(crate) fn sum(request: &Checked) -> Option<i128> {
    let Some(Accepted::Items(lines)) = request.value("saleItems") else {
        return None;
    };
    let amount = |line: &Checked| match line.value("returnAmount").or_else(|| line.value("totalPriceAmount")) {
        Some(Accepted::Amount(amount)) => Some(amount.units()),
        _ => None,
    };
    lines.iter().map(amount).sum()
}
