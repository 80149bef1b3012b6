//! Payments by card: a file for each operation, and the rows they share.

pub(crate) mod cancel;
pub(crate) mod payment_details;
pub(crate) mod refund;
pub(crate) mod refund_charged_from_merchant;
pub(crate) mod refund_to_balance;
pub(crate) mod refund_v2;

use crate::field::Field;
use crate::field::rule::{CURRENCY, LOCALE, REASON, Rule};
use crate::operation::{AnswerField, Kind};

static LOCALE_FIELD: Field = Field::new(
    "locale",
    Rule::OneOf(&LOCALE),
    "Language of iyzico's messages and of this package's issues; iyzico's own default is `tr`.",
);

static CONVERSATION_ID: Field = Field::new(
    "conversationId",
    Rule::Reference,
    "Your own id of this refund or cancel; iyzico returns it and read-back finds the operation by it, so give each \
     intent a different one. Printable ASCII without a space at either end, at most 255 characters, so that it survives \
     unaltered; iyzico's own maximum length (error 20) is not published.",
)
.intent();

static IP: Field = Field::new(
    "ip",
    Rule::Ip,
    "Address the request is made from. Mandatory in the 2018 documents, optional in the current ones.",
);

static CURRENCY_FIELD: Field =
    Field::new("currency", Rule::OneOf(&CURRENCY), "Currency of the payment, ISO 4217.").intent();

static REASON_FIELD: Field = Field::new(
    "reason",
    Rule::OneOf(&REASON),
    "Why the money goes back. Documented on the Turkish page only; sent in upper case.",
);

static DESCRIPTION: Field = Field::new(
    "description",
    Rule::Prose,
    "Free text about the reason, line breaks included; only together with `reason`.",
)
.only_with("reason");

static PRICE: Field = Field::new(
    "price",
    Rule::Amount,
    "Amount to give back, greater than zero, at most 20 digits before and 8 after the point. Pass a string; a number \
     is taken only when it cannot have been rounded. Sent as a JSON number with exactly these digits.",
)
.required()
.intent()
.at_most("upTo");

static PAYMENT_TRANSACTION_ID: Field = Field::new(
    "paymentTransactionId",
    Rule::Id,
    "Id of the basket item's payment (`itemTransactions[].paymentTransactionId` of the payment), a string.",
)
.required()
.intent();

static UP_TO: Field = Field::new(
    "upTo",
    Rule::Amount,
    "What may still be given back, as you know it: a larger `price` is refused. Not sent.",
)
.unsent();

static PAYMENT_ID: Field = Field::new("paymentId", Rule::Id, "The payment's id, a string.")
    .required()
    .intent();

static ANSWER_LOCALE: AnswerField = AnswerField::new("locale", Kind::Text, "Language of the answer.");

static ANSWER_SYSTEM_TIME: AnswerField = AnswerField::new(
    "systemTime",
    Kind::Integer,
    "iyzico's clock at the answer, milliseconds since 1970.",
);

static ANSWER_CONVERSATION_ID: AnswerField =
    AnswerField::new("conversationId", Kind::Text, "The request's `conversationId`.").exact_echo();

static ANSWER_PAYMENT_ID: AnswerField = AnswerField::new("paymentId", Kind::Text, "The payment's id.").echo();

static ANSWER_PAYMENT_TRANSACTION_ID: AnswerField =
    AnswerField::new("paymentTransactionId", Kind::Text, "The refunded item's payment.").echo();

static ANSWER_PRICE: AnswerField = AnswerField::new("price", Kind::Amount, "The amount that was given back.").echo();

static ANSWER_CURRENCY: AnswerField = AnswerField::new("currency", Kind::Text, "Its currency.").echo();

static ANSWER_AUTH_CODE: AnswerField = AnswerField::new("authCode", Kind::Text, "The bank's authorisation code.");

static ANSWER_HOST_REFERENCE: AnswerField =
    AnswerField::new("hostReference", Kind::Text, "The bank's reference of the payment.");

static ANSWER_REFUND_HOST_REFERENCE: AnswerField =
    AnswerField::new("refundHostReference", Kind::Text, "The bank's reference of the refund.");

static ANSWER_RETRYABLE: AnswerField = AnswerField::new(
    "retryable",
    Kind::Flag,
    "Whether iyzico says the operation can be tried again.",
);

/// What the signature of a refund's answer is over
/// (docs.iyzico.com, advanced/response-signature-validation).
const REFUND_SIGNATURE: &[&str] = &["paymentId", "price", "currency", "conversationId"];
