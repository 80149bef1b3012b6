//! The payments, refunds and cancels of a day, page by page, from iyzico's reporting service.

use super::{answers, fields};
use crate::doc::Doc;
use crate::table::answer_field::{AnswerField, Kind};
use crate::table::field::{Field, Rule};
use crate::table::spec::{Access, Spec, Wire};

pub(crate) static SPEC: Spec = Spec {
    name: "transactions",
    path: "/v2/reporting/payment/transactions",
    access: Access::Merchant,
    wire: Wire::Query,
    moves_money: false,
    fields: &[&fields::LOCALE, &ASKED_CONVERSATION_ID, &TRANSACTION_DATE, &PAGE],
    answer: &[
        &answers::LOCALE,
        &answers::SYSTEM_TIME,
        &ANSWERED_CONVERSATION_ID,
        &CURRENT_PAGE,
        &TOTAL_PAGE_COUNT,
        &TRANSACTIONS,
    ],
    signed: &[],
    doc: Doc::new(
        "Lists the payments, refunds and cancels of one day, page by page, for `Audit`. The list may lag for hours, \
         so a row that is missing on the same day proves nothing. It moves no money and may be sent again.",
    ),
    source: Doc::new("https://docs.iyzico.com/en/advanced/reporting-service"),
};

pub(crate) static TRANSACTION_DATE: Field = Field::new(
    "transactionDate",
    Rule::Day,
    "The day, `YYYY-MM-DD`, in Turkish time (+03:00); iyzico goes back two years at most.",
)
.required()
.intent();

pub(crate) static PAGE: Field = Field::new("page", Rule::Count, "The page, from 1.").required().intent();

static ASKED_CONVERSATION_ID: Field = Field::new("conversationId", Rule::Reference, "Your own id of this question.");

static ANSWERED_CONVERSATION_ID: AnswerField =
    AnswerField::new("conversationId", Kind::Text, "The question's `conversationId`.")
        .echo_if_answered(&ASKED_CONVERSATION_ID);

static CURRENT_PAGE: AnswerField = AnswerField::new("currentPage", Kind::Integer, "The number of this page.")
    .required()
    .echo(&PAGE);

pub(crate) static TOTAL_PAGE_COUNT: AnswerField =
    AnswerField::new("totalPageCount", Kind::Integer, "The number of pages of the day.").required();

pub(crate) static TRANSACTIONS: AnswerField =
    AnswerField::new("transactions", Kind::List(TRANSACTION), "The rows of this page.").required();

static TRANSACTION: &[&AnswerField] = &[
    &TRANSACTION_TYPE,
    &DATE,
    &TRANSACTION_ID,
    &TRANSACTION_STATUS,
    &AnswerField::new(
        "afterSettlement",
        Kind::Flag,
        "Whether the payment had been settled to the merchant before.",
    ),
    &PAYMENT_TX_ID,
    &PAYMENT_ID,
    &CONVERSATION_ID,
    &AnswerField::new("paymentPhase", Kind::Text, "`AUTH`, `PRE_AUTH` or `POST_AUTH`."),
    &PRICE,
    &PAID_PRICE,
    &CURRENCY,
    &AnswerField::new("installment", Kind::Integer, "The number of instalments."),
    &AnswerField::new("threeDS", Kind::Flag, "Whether it was paid with 3-D Secure."),
    &AnswerField::new("settlementCurrency", Kind::Text, "The currency of the settlement."),
    &AnswerField::new("connectorType", Kind::Text, "The bank's connection."),
    &AnswerField::new("posOrderId", Kind::Text, "The bank's id of the order."),
    &AnswerField::new("authCode", Kind::Text, "The bank's authorisation code."),
    &HOST_REFERENCE,
    &AnswerField::new("basketId", Kind::Text, "Your own id of the basket."),
    &AnswerField::new("iyzicoCommission", Kind::Amount, "Of a payment: iyzico's commission."),
    &AnswerField::new("iyzicoFee", Kind::Amount, "Of a payment: iyzico's fee."),
    &AnswerField::new("parity", Kind::Amount, "Of a payment: the exchange rate."),
    &AnswerField::new(
        "iyzicoConversionAmount",
        Kind::Amount,
        "Of a payment: the cost of the currency conversion.",
    ),
    &AnswerField::new(
        "merchantPayoutAmount",
        Kind::Amount,
        "Of a payment: the amount paid out to the merchant.",
    ),
    &AnswerField::new(
        "subMerchantPayoutAmount",
        Kind::Amount,
        "Of a payment: the amount paid out to the sub-merchant.",
    ),
];

pub(crate) static TRANSACTION_TYPE: AnswerField =
    AnswerField::new("transactionType", Kind::Text, "`PAYMENT`, `REFUND` or `CANCEL`.").required();

pub(crate) static DATE: AnswerField = AnswerField::new(
    "transactionDate",
    Kind::Text,
    "`yyyy-MM-dd HH:mm:ss` without a zone, in Turkish time (+03:00).",
);

pub(crate) static TRANSACTION_ID: AnswerField =
    AnswerField::new("transactionId", Kind::Text, "iyzico's id of the row.");

pub(crate) static TRANSACTION_STATUS: AnswerField = AnswerField::new(
    "transactionStatus",
    Kind::Integer,
    "1 or 2 approved (1 of a marketplace: the sub-merchant's share is not approved yet), 0 held for fraud review, \
     -1 rejected.",
);

pub(crate) static PAYMENT_TX_ID: AnswerField = AnswerField::new(
    "paymentTxId",
    Kind::Text,
    "The id of the item's payment: `paymentTransactionId` for `refund`.",
);

pub(crate) static PAYMENT_ID: AnswerField = AnswerField::new("paymentId", Kind::Text, "The payment's id.");

pub(crate) static CONVERSATION_ID: AnswerField = AnswerField::new(
    "conversationId",
    Kind::Text,
    "A conversationId. It is not documented whose the row of a refund has: the refund's, the payment's, or none.",
);

pub(crate) static PRICE: AnswerField = AnswerField::new("price", Kind::Amount, "The price.");

pub(crate) static PAID_PRICE: AnswerField = AnswerField::new("paidPrice", Kind::Amount, "The paid or refunded amount.");

pub(crate) static CURRENCY: AnswerField = AnswerField::new("transactionCurrency", Kind::Text, "The currency.");

pub(crate) static HOST_REFERENCE: AnswerField = AnswerField::new(
    "hostReference",
    Kind::Text,
    "The bank's reference. It is not documented whether the row of a refund has its own or the payment's.",
);
