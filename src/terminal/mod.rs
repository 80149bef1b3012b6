//! Payments at fiscal tills (VUK 507, "GMU"): a file for each operation, and the rows they share.

pub(crate) mod client;
pub(crate) mod login;
pub(crate) mod refund;
pub(crate) mod refundable_sale_info;
pub(crate) mod sale;
pub(crate) mod transaction_status;
pub(crate) mod void;

use crate::field::Field;
use crate::field::rule::{Rule, TERMINAL_LOCALE};
use crate::operation::{AnswerField, Kind};

static LOCALE: Field = Field::new(
    "locale",
    Rule::OneOf(&TERMINAL_LOCALE),
    "Language of iyzico's messages and of this package's issues; iyzico's own default is `TR`.",
);

static CONVERSATION_ID: Field = Field::new(
    "conversationId",
    Rule::Reference,
    "Your own id to correlate request and answer; iyzico makes one when it is left out.",
);

static DEVICE_UNIQUE_ID: Field = Field::new(
    "deviceUniqueId",
    Rule::Text64,
    "The till's id, such as `P00134`; at most 64 characters.",
)
.required();

static ANY_DEVICE_UNIQUE_ID: Field = Field::new(
    "deviceUniqueId",
    Rule::Text64,
    "The till's id, such as `P00134`; at most 64 characters.",
);

static PAYMENT_ID: Field = Field::new(
    "paymentId",
    Rule::Id,
    "The `paymentId` of the sale's answer, such as `PAY-9876543`.",
)
.required()
.intent();

static PAYMENT_DATE: Field = Field::new(
    "paymentDate",
    Rule::Date,
    "The day of the sale as its answer gave it: YYYYMMDD, a number or 8 digits; sent as a number.",
)
.required()
.intent();

static OWN_REFERENCE: Field = Field::new(
    "transactionReferenceId",
    Rule::Reference,
    "Your own new id of THIS refund or void, not the sale's: by it the status query finds what became of it, so give \
     each intent a different one and keep it. Printable ASCII without a space at either end, at most 255 characters.",
)
.required()
.intent();

static ANSWER_CONVERSATION_ID: AnswerField = AnswerField::new(
    "conversationId",
    Kind::Text,
    "The request's `conversationId`, or one of iyzico's.",
)
.echo_if_answered();

static ANSWER_SYSTEM_TIME: AnswerField = AnswerField::new(
    "systemTime",
    Kind::Integer,
    "iyzico's clock at the answer, milliseconds since 1970.",
);

static ANSWER_DEVICE_UNIQUE_ID: AnswerField =
    AnswerField::new("deviceUniqueId", Kind::Text, "The till it was carried out at.").echo();

static ANSWER_OWN_REFERENCE: AnswerField = AnswerField::new(
    "transactionReferenceId",
    Kind::Text,
    "The request's `transactionReferenceId`.",
)
.echo();

static ANSWER_PAYMENT_ID: AnswerField =
    AnswerField::new("paymentId", Kind::Text, "The sale's `paymentId`.").echo_if_answered();

static ANSWER_CURRENCY: AnswerField = AnswerField::new("currency", Kind::Text, "Its currency.");

static ANSWER_AUTH_CODE: AnswerField = AnswerField::new("authCode", Kind::Text, "The bank's authorisation code.");

static ANSWER_BIN_NUMBER: AnswerField = AnswerField::new("binNumber", Kind::Text, "The card's first digits.");

static ANSWER_LAST_FOUR_DIGITS: AnswerField =
    AnswerField::new("lastFourDigits", Kind::Text, "The card's last four digits.");

static ANSWER_ACQUIRER_ID: AnswerField = AnswerField::new("acquirerId", Kind::Text, "The acquiring bank's id.");

static ANSWER_BATCH_NO: AnswerField = AnswerField::new("batchNo", Kind::Text, "The till's batch.");

static ANSWER_SALE_NUMBER: AnswerField = AnswerField::new("saleNumber", Kind::Text, "The sale's number.");

static ANSWER_PAYMENT_DATE: AnswerField =
    AnswerField::new("paymentDate", Kind::Integer, "The day of the sale, YYYYMMDD.");

static ANSWER_CANCEL_HOST_REFERENCE: AnswerField =
    AnswerField::new("cancelHostReference", Kind::Text, "The bank's reference of the void.");

static ANSWER_TRANSACTION_DATE_TIME: AnswerField = AnswerField::new(
    "transactionDateTime",
    Kind::Text,
    "When it was carried out, date and time; the format is not documented.",
);
