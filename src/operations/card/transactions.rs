//! A day's payments, refunds and cancels, page by page: iyzico's reporting service.

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
        "Lists the payments, refunds and cancels of one day, page by page: hold it against your books with `Audit`. The \
         list lags behind, for hours at times, so an absence in it proves nothing on the same day. Nothing moves, so it \
         may be asked again.",
    ),
    source: Doc::new("https://docs.iyzico.com/en/advanced/reporting-service"),
};

pub(crate) static TRANSACTION_DATE: Field = Field::new(
    "transactionDate",
    Rule::Day,
    "The day, `YYYY-MM-DD`, by Turkey's clocks (+03:00); iyzico goes back two years at most.",
)
.required()
.intent();

pub(crate) static PAGE: Field = Field::new("page", Rule::Count, "The page, from 1.").required().intent();

static ASKED_CONVERSATION_ID: Field = Field::new("conversationId", Rule::Reference, "Your own id of this question.");

static ANSWERED_CONVERSATION_ID: AnswerField =
    AnswerField::new("conversationId", Kind::Text, "The question's `conversationId`.")
        .echo_if_answered(&ASKED_CONVERSATION_ID);

static CURRENT_PAGE: AnswerField = AnswerField::new("currentPage", Kind::Integer, "The page that this is.")
    .required()
    .echo(&PAGE);

pub(crate) static TOTAL_PAGE_COUNT: AnswerField =
    AnswerField::new("totalPageCount", Kind::Integer, "How many pages the day has.").required();

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
        "Whether the money had been paid out to the merchant before.",
    ),
    &PAYMENT_TX_ID,
    &PAYMENT_ID,
    &CONVERSATION_ID,
    &AnswerField::new("paymentPhase", Kind::Text, "`AUTH`, `PRE_AUTH` or `POST_AUTH`."),
    &PRICE,
    &PAID_PRICE,
    &CURRENCY,
    &AnswerField::new("installment", Kind::Integer, "In how many instalments it is paid."),
    &AnswerField::new("threeDS", Kind::Flag, "Whether it was paid with 3-D Secure."),
    &AnswerField::new("settlementCurrency", Kind::Text, "The currency that is paid out."),
    &AnswerField::new("connectorType", Kind::Text, "The bank's connection."),
    &AnswerField::new("posOrderId", Kind::Text, "The bank's id of the order."),
    &AnswerField::new("authCode", Kind::Text, "The bank's authorisation code."),
    &HOST_REFERENCE,
    &AnswerField::new("basketId", Kind::Text, "Your own id of the basket."),
    &AnswerField::new("iyzicoCommission", Kind::Amount, "Of a payment: iyzico's commission."),
    &AnswerField::new("iyzicoFee", Kind::Amount, "Of a payment: iyzico's fee."),
    &AnswerField::new("parity", Kind::Amount, "Of a payment: the rate of exchange."),
    &AnswerField::new(
        "iyzicoConversionAmount",
        Kind::Amount,
        "Of a payment: what the exchange costs.",
    ),
    &AnswerField::new(
        "merchantPayoutAmount",
        Kind::Amount,
        "Of a payment: what is paid out to the merchant.",
    ),
    &AnswerField::new(
        "subMerchantPayoutAmount",
        Kind::Amount,
        "Of a payment: what is paid out to the sub-merchant.",
    ),
];

pub(crate) static TRANSACTION_TYPE: AnswerField =
    AnswerField::new("transactionType", Kind::Text, "`PAYMENT`, `REFUND` or `CANCEL`.").required();

pub(crate) static DATE: AnswerField = AnswerField::new(
    "transactionDate",
    Kind::Text,
    "`yyyy-MM-dd HH:mm:ss` without a zone, by Turkey's clocks (+03:00).",
);

pub(crate) static TRANSACTION_ID: AnswerField =
    AnswerField::new("transactionId", Kind::Text, "iyzico's id of the row.");

pub(crate) static TRANSACTION_STATUS: AnswerField = AnswerField::new(
    "transactionStatus",
    Kind::Integer,
    "1 or 2 approved (1 of a marketplace: the sub-merchant's share is not approved yet), 0 held for a review of fraud, \
     -1 rejected.",
);

pub(crate) static PAYMENT_TX_ID: AnswerField = AnswerField::new(
    "paymentTxId",
    Kind::Text,
    "Id of the item's payment: what `refund` takes as `paymentTransactionId`.",
);

pub(crate) static PAYMENT_ID: AnswerField = AnswerField::new("paymentId", Kind::Text, "The payment's id.");

pub(crate) static CONVERSATION_ID: AnswerField = AnswerField::new(
    "conversationId",
    Kind::Text,
    "A conversationId. Whose a refund's row carries is not documented: the refund's, the payment's, or none.",
);

pub(crate) static PRICE: AnswerField = AnswerField::new("price", Kind::Amount, "The price.");

pub(crate) static PAID_PRICE: AnswerField = AnswerField::new("paidPrice", Kind::Amount, "What was paid or given back.");

pub(crate) static CURRENCY: AnswerField = AnswerField::new("transactionCurrency", Kind::Text, "Its currency.");

pub(crate) static HOST_REFERENCE: AnswerField = AnswerField::new(
    "hostReference",
    Kind::Text,
    "The bank's reference; whether a refund's row carries its own or the payment's is not documented.",
);
