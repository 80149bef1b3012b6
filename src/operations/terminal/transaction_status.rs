//! The status of a sale, refund or void.

use super::{answers, fields};
use crate::doc::Doc;
use crate::table::answer_field::{AnswerField, Kind};
use crate::table::field::{Field, Rule};
use crate::table::spec::{Access, Spec, Wire};

pub(crate) static SPEC: Spec = Spec {
    name: "terminal.transactionStatus",
    path: "/v2/terminal-host/gmu/payment/query-transaction-status",
    access: Access::Terminal,
    wire: Wire::Json,
    moves_money: false,
    fields: &[
        &fields::LOCALE,
        &fields::CONVERSATION_ID,
        &ASKED_PAYMENT_ID,
        &fields::ANY_DEVICE_UNIQUE_ID,
        &ASKED_REFERENCE,
    ],
    answer: &[
        &answers::CONVERSATION_ID,
        &answers::SYSTEM_TIME,
        &DEVICE_UNIQUE_ID,
        &REFERENCE,
        &answers::TRANSACTION_DATE_TIME,
        &PAYMENT_ID,
        &answers::PAYMENT_DATE,
        &PRICE,
        &answers::CURRENCY,
        &AnswerField::new("installment", Kind::Integer, "The number of instalments."),
        &answers::ACQUIRER_ID,
        &answers::AUTH_CODE,
        &answers::BIN_NUMBER,
        &answers::LAST_FOUR_DIGITS,
        &AnswerField::new("hostReference", Kind::Text, "The bank's reference of the sale."),
        &answers::BATCH_NO,
        &answers::SALE_NUMBER,
        &answers::CANCEL_HOST_REFERENCE,
        &REFUND_HOST_REFERENCE,
        &AnswerField::new(
            "saleItems",
            Kind::List(SALE_ITEM),
            "The sale's lines, as they were sold.",
        ),
    ],
    signed: &[],
    doc: Doc::new(
        "Asks for the status of a sale, refund or void, by its own `transactionReferenceId` or the sale's \
         `paymentId`. Use it to read back after an `unknown`. It moves no money and may be sent again.",
    ),
    source: Doc::new(
        "https://docs.iyzico.com/en/products/physical-pos/terminal-api-integration/vuk-507-services/payment-and-transaction-services",
    ),
};

pub(crate) static ASKED_PAYMENT_ID: Field = Field::new(
    "paymentId",
    Rule::Id,
    "The sale's `paymentId`; or `transactionReferenceId`, or both.",
)
.required_unless(&ASKED_REFERENCE)
.intent();

pub(crate) static ASKED_REFERENCE: Field = Field::new(
    "transactionReferenceId",
    Rule::Text,
    "The `transactionReferenceId` of the operation that you ask about: the refund's, void's or sale's own.",
)
.intent();

pub(crate) static DEVICE_UNIQUE_ID: AnswerField = AnswerField::new("deviceUniqueId", Kind::Text, "The till.");

pub(crate) static REFERENCE: AnswerField = AnswerField::new(
    "transactionReferenceId",
    Kind::Text,
    "The reference that was asked about, else the sale's.",
)
.echo(&ASKED_REFERENCE);

pub(crate) static PAYMENT_ID: AnswerField =
    AnswerField::new("paymentId", Kind::Text, "The sale's `paymentId`.").echo(&ASKED_PAYMENT_ID);

pub(crate) static PRICE: AnswerField = AnswerField::new("price", Kind::Amount, "The sale's amount.");

pub(crate) static REFUND_HOST_REFERENCE: AnswerField = AnswerField::new(
    "refundHostReference",
    Kind::Text,
    "The bank's reference of the refund, if there was one.",
);

static SALE_ITEM: &[&AnswerField] = &[
    &AnswerField::new("name", Kind::Text, "The line's name."),
    &AnswerField::new("unitCode", Kind::Text, "The unit's code."),
    &AnswerField::new(
        "taxGroupCode",
        Kind::Text,
        "The VAT group's code, which a refund of the line needs as well.",
    ),
    &AnswerField::new("itemQuantity", Kind::Integer, "How many pieces were sold."),
    &AnswerField::new("unitPriceAmount", Kind::Amount, "The price of one piece."),
    &AnswerField::new("totalPriceAmount", Kind::Amount, "The price of all these pieces."),
];
