//! The details of a payment, from iyzico's reporting service.

use super::{answers, fields};
use crate::doc::Doc;
use crate::table::answer_field::{AnswerField, Kind};
use crate::table::field::{Field, Rule};
use crate::table::spec::{Access, Spec, Wire};

pub(crate) static SPEC: Spec = Spec {
    name: "paymentDetails",
    path: "/v2/reporting/payment/details",
    access: Access::Merchant,
    wire: Wire::Query,
    moves_money: false,
    fields: &[
        &fields::LOCALE,
        &ASKED_CONVERSATION_ID,
        &ASKED_PAYMENT_ID,
        &ASKED_PAYMENT_CONVERSATION_ID,
    ],
    answer: &[
        &answers::LOCALE,
        &answers::SYSTEM_TIME,
        &ANSWERED_CONVERSATION_ID,
        &PAYMENTS,
    ],
    signed: &[],
    doc: Doc::new(
        "Asks for the details of a payment: its items, refunds and cancels. Use it to read back after an `unknown`. \
         It moves no money and may be sent again. The query is not signed, as in every official SDK.",
    ),
    source: Doc::new("https://docs.iyzico.com/en/advanced/reporting-service"),
};

static ASKED_PAYMENT_ID: Field = Field::new(
    "paymentId",
    Rule::Id,
    "The payment's id, a string; or `paymentConversationId` instead.",
)
.required_unless(&ASKED_PAYMENT_CONVERSATION_ID)
.intent();

static ASKED_PAYMENT_CONVERSATION_ID: Field = Field::new(
    "paymentConversationId",
    Rule::Text,
    "The conversationId of the payment; iyzico answers with every payment that has it.",
)
.instead_of(&ASKED_PAYMENT_ID)
.intent();

static ASKED_CONVERSATION_ID: Field = Field::new(
    "conversationId",
    Rule::Reference,
    "Your own id of this question. iyzico's own sample answer does not return it.",
);

static ANSWERED_CONVERSATION_ID: AnswerField =
    AnswerField::new("conversationId", Kind::Text, "The question's `conversationId`.")
        .echo_if_answered(&ASKED_CONVERSATION_ID);

pub(crate) static PAYMENTS: AnswerField =
    AnswerField::new("payments", Kind::List(PAYMENT), "The payments that were found.").required();

static PAYMENT: &[&AnswerField] = &[
    &PAYMENT_ID,
    &PAYMENT_STATUS,
    &PAYMENT_REFUND_STATUS,
    &PRICE,
    &PAID_PRICE,
    &CURRENCY,
    &AnswerField::new("installment", Kind::Integer, "The number of instalments."),
    &AnswerField::new(
        "paymentConversationId",
        Kind::Text,
        "The conversationId of the payment.",
    )
    .echo_if_answered(&ASKED_PAYMENT_CONVERSATION_ID),
    &AnswerField::new("fraudStatus", Kind::Integer, "1 accepted, 0 in review, -1 refused."),
    &AnswerField::new("basketId", Kind::Text, "Your own id of the basket."),
    &AnswerField::new("cardType", Kind::Text, "Credit, debit or prepaid card."),
    &AnswerField::new("cardAssociation", Kind::Text, "The card's scheme."),
    &AnswerField::new("cardFamily", Kind::Text, "The card's programme."),
    &AnswerField::new("binNumber", Kind::Text, "The card's first digits."),
    &AnswerField::new("lastFourDigits", Kind::Text, "The card's last four digits."),
    &PHASE,
    &AnswerField::new("authCode", Kind::Text, "The bank's authorisation code of the payment."),
    &answers::HOST_REFERENCE,
    &CREATED_DATE,
    &CANCELS,
    &ITEM_TRANSACTIONS,
];

static CANCEL: &[&AnswerField] = &[
    &REFUND_ID,
    &CANCEL_CONVERSATION_ID,
    &REFUND_PRICE,
    &REFUND_STATUS,
    &IS_AFTER_SETTLEMENT,
    &CREATED_DATE,
    &CURRENCY_CODE,
    &answers::AUTH_CODE,
    &answers::HOST_REFERENCE,
    &ERROR_CODE,
    &ERROR_GROUP,
    &ERROR_MESSAGE,
];

static ITEM: &[&AnswerField] = &[
    &PAYMENT_TRANSACTION_ID,
    &AnswerField::new(
        "transactionStatus",
        Kind::Integer,
        "0 in fraud review, -1 refused by it, 1 approved (in a marketplace: awaits approval), 2 approved.",
    ),
    &AnswerField::new("price", Kind::Amount, "The item's price."),
    &PAID_PRICE,
    &REFUNDS,
];

static REFUND: &[&AnswerField] = &[
    &REFUND_TX_ID,
    &REFUND_CONVERSATION_ID,
    &REFUND_PRICE,
    &REFUND_STATUS,
    &IS_AFTER_SETTLEMENT,
    &CREATED_DATE,
    &CURRENCY_CODE,
    &answers::AUTH_CODE,
    &answers::HOST_REFERENCE,
    &ERROR_CODE,
    &ERROR_GROUP,
    &ERROR_MESSAGE,
];

static IS_AFTER_SETTLEMENT: AnswerField = AnswerField::new(
    "isAfterSettlement",
    Kind::Flag,
    "Whether the payment had been settled to the merchant before.",
);

pub(crate) static ERROR_CODE: AnswerField =
    AnswerField::new("errorCode", Kind::Text, "The error code of an attempt that failed.");

pub(crate) static ERROR_GROUP: AnswerField = AnswerField::new("errorGroup", Kind::Text, "The error's group.");

pub(crate) static ERROR_MESSAGE: AnswerField = AnswerField::new("errorMessage", Kind::Text, "The error's message.");

pub(crate) static PAID_PRICE: AnswerField = AnswerField::new(
    "paidPrice",
    Kind::Amount,
    "The paid amount; no more than this can be refunded.",
);

pub(crate) static REFUND_PRICE: AnswerField = AnswerField::new("refundPrice", Kind::Amount, "The refunded amount.");

pub(crate) static REFUND_STATUS: AnswerField = AnswerField::new(
    "refundStatus",
    Kind::Integer,
    "A status code: 1 was seen on carried-out rows, 0 on failed ones; the others are not documented.",
);

pub(crate) static CREATED_DATE: AnswerField =
    AnswerField::new("createdDate", Kind::Text, "The date of creation, ISO 8601.");

pub(crate) static CURRENCY_CODE: AnswerField = AnswerField::new("currencyCode", Kind::Text, "The currency.");

pub(crate) static PAYMENT_ID: AnswerField = AnswerField::new("paymentId", Kind::Text, "The payment's id.")
    .required()
    .echo_if_answered(&ASKED_PAYMENT_ID);

pub(crate) static PAYMENT_STATUS: AnswerField = AnswerField::new(
    "paymentStatus",
    Kind::Integer,
    "1 paid; 0 failed, 2 3-D Secure begun, 3 back from 3-D Secure, 4 to 9 other attempts that were not paid.",
);

pub(crate) static PAYMENT_REFUND_STATUS: AnswerField = AnswerField::new(
    "paymentRefundStatus",
    Kind::Text,
    "`NOT_REFUNDED`, `PARTIALLY_REFUNDED` or `TOTALLY_REFUNDED`.",
);

pub(crate) static PRICE: AnswerField = AnswerField::new("price", Kind::Amount, "The basket's price.");

pub(crate) static CURRENCY: AnswerField = AnswerField::new("currency", Kind::Text, "The payment's currency.");

pub(crate) static PHASE: AnswerField = AnswerField::new("phase", Kind::Text, "`AUTH`, `PRE_AUTH` or `POST_AUTH`.");

pub(crate) static CANCELS: AnswerField =
    AnswerField::new("cancels", Kind::List(CANCEL), "The cancels of this payment.");

pub(crate) static ITEM_TRANSACTIONS: AnswerField =
    AnswerField::new("itemTransactions", Kind::List(ITEM), "The basket's items.");

pub(crate) static REFUND_ID: AnswerField = AnswerField::new("refundId", Kind::Text, "iyzico's id of the cancel.");

pub(crate) static CANCEL_CONVERSATION_ID: AnswerField =
    AnswerField::new("cancelConversationId", Kind::Text, "The conversationId of the cancel.");

pub(crate) static PAYMENT_TRANSACTION_ID: AnswerField = AnswerField::new(
    "paymentTransactionId",
    Kind::Text,
    "The id of this item's payment, for `refund`.",
)
.required();

pub(crate) static REFUNDS: AnswerField = AnswerField::new("refunds", Kind::List(REFUND), "The refunds of this item.");

pub(crate) static REFUND_TX_ID: AnswerField = AnswerField::new("refundTxId", Kind::Text, "iyzico's id of the refund.");

pub(crate) static REFUND_CONVERSATION_ID: AnswerField =
    AnswerField::new("refundConversationId", Kind::Text, "The conversationId of the refund.");
