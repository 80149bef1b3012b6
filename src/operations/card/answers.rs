//! Fields shared by the answers about card payments.

use super::fields;
use crate::table::answer_field::{AnswerField, Kind};

pub(crate) static LOCALE: AnswerField = AnswerField::new("locale", Kind::Text, "Language of the answer.");

pub(crate) static SYSTEM_TIME: AnswerField = AnswerField::new(
    "systemTime",
    Kind::Integer,
    "iyzico's clock at the answer, milliseconds since 1970.",
);

pub(crate) static CONVERSATION_ID: AnswerField =
    AnswerField::new("conversationId", Kind::Text, "The request's `conversationId`.")
        .exact_echo(&fields::CONVERSATION_ID);

pub(crate) static PAYMENT_ID: AnswerField =
    AnswerField::new("paymentId", Kind::Text, "The payment's id.").echo(&fields::PAYMENT_ID);

pub(crate) static PAYMENT_TRANSACTION_ID: AnswerField = AnswerField::new(
    "paymentTransactionId",
    Kind::Text,
    "The id of the refunded item's payment.",
)
.echo(&fields::PAYMENT_TRANSACTION_ID);

pub(crate) static PRICE: AnswerField =
    AnswerField::new("price", Kind::Amount, "The refunded amount.").echo(&fields::PRICE);

pub(crate) static CURRENCY: AnswerField =
    AnswerField::new("currency", Kind::Text, "The currency.").echo(&fields::CURRENCY);

pub(crate) static AUTH_CODE: AnswerField = AnswerField::new("authCode", Kind::Text, "The bank's authorisation code.");

pub(crate) static HOST_REFERENCE: AnswerField =
    AnswerField::new("hostReference", Kind::Text, "The bank's reference of the payment.");

pub(crate) static REFUND_HOST_REFERENCE: AnswerField =
    AnswerField::new("refundHostReference", Kind::Text, "The bank's reference of the refund.");

pub(crate) static RETRYABLE: AnswerField = AnswerField::new(
    "retryable",
    Kind::Flag,
    "Whether iyzico says that the operation can be tried again.",
);

/// The fields that the signature of a refund's answer covers (docs.iyzico.com, advanced/response-signature-validation).
pub(crate) const REFUND_SIGNATURE: &[&AnswerField] = &[&PAYMENT_ID, &PRICE, &CURRENCY, &CONVERSATION_ID];
