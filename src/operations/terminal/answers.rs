//! Fields shared by the answers about payments at tills.

use super::fields;
use crate::table::answer_field::{AnswerField, Kind};

pub(crate) static CONVERSATION_ID: AnswerField = AnswerField::new(
    "conversationId",
    Kind::Text,
    "The request's `conversationId`, or one of iyzico's.",
)
.echo_if_answered(&fields::CONVERSATION_ID);

pub(crate) static SYSTEM_TIME: AnswerField = AnswerField::new(
    "systemTime",
    Kind::Integer,
    "iyzico's clock at the answer, milliseconds since 1970.",
);

pub(crate) static DEVICE_UNIQUE_ID: AnswerField =
    AnswerField::new("deviceUniqueId", Kind::Text, "The till that carried it out.").echo(&fields::DEVICE_UNIQUE_ID);

pub(crate) static OWN_REFERENCE: AnswerField = AnswerField::new(
    "transactionReferenceId",
    Kind::Text,
    "The request's `transactionReferenceId`.",
)
.echo(&fields::OWN_REFERENCE);

pub(crate) static PAYMENT_ID: AnswerField =
    AnswerField::new("paymentId", Kind::Text, "The sale's `paymentId`.").echo_if_answered(&fields::PAYMENT_ID);

pub(crate) static CURRENCY: AnswerField = AnswerField::new("currency", Kind::Text, "The currency.");

pub(crate) static AUTH_CODE: AnswerField = AnswerField::new("authCode", Kind::Text, "The bank's authorisation code.");

pub(crate) static BIN_NUMBER: AnswerField = AnswerField::new("binNumber", Kind::Text, "The card's first digits.");

pub(crate) static LAST_FOUR_DIGITS: AnswerField =
    AnswerField::new("lastFourDigits", Kind::Text, "The card's last four digits.");

pub(crate) static ACQUIRER_ID: AnswerField = AnswerField::new("acquirerId", Kind::Text, "The acquiring bank's id.");

pub(crate) static BATCH_NO: AnswerField = AnswerField::new("batchNo", Kind::Text, "The till's batch.");

pub(crate) static SALE_NUMBER: AnswerField = AnswerField::new("saleNumber", Kind::Text, "The sale's number.");

pub(crate) static PAYMENT_DATE: AnswerField =
    AnswerField::new("paymentDate", Kind::Integer, "The day of the sale, YYYYMMDD.");

pub(crate) static CANCEL_HOST_REFERENCE: AnswerField =
    AnswerField::new("cancelHostReference", Kind::Text, "The bank's reference of the void.");

pub(crate) static TRANSACTION_DATE_TIME: AnswerField = AnswerField::new(
    "transactionDateTime",
    Kind::Text,
    "The date and time of the operation; the format is not documented.",
);
