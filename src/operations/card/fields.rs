//! Fields shared by the requests about card payments.

use crate::issue::Code;
use crate::table::field::{Choice, Field, Rule};

pub(crate) static LOCALE: Field = Field::new(
    "locale",
    Rule::OneOf(&LOCALES),
    "Language of iyzico's messages and of this package's issues; iyzico's own default is `tr`.",
);

pub(crate) static CONVERSATION_ID: Field = Field::new(
    "conversationId",
    Rule::Reference,
    "Your own id of this refund or cancel, a new one for each: iyzico returns it, and read-back finds the refund by it. \
     Printable ASCII without a space at either end, at most 255 characters, so that no system alters it; iyzico's own \
     maximum length (error 20) is not published.",
)
.intent();

pub(crate) static IP: Field = Field::new(
    "ip",
    Rule::Ip,
    "Address the request is made from. Mandatory in the 2018 documents, optional in the current ones.",
);

pub(crate) static CURRENCY: Field = Field::new(
    "currency",
    Rule::OneOf(&CURRENCIES),
    "Currency of the payment, ISO 4217.",
)
.intent();

pub(crate) static REASON: Field = Field::new(
    "reason",
    Rule::OneOf(&REASONS),
    "The reason of the refund. Documented on the Turkish page only; sent in upper case.",
);

pub(crate) static DESCRIPTION: Field = Field::new(
    "description",
    Rule::Prose,
    "Free text about the reason, line breaks included; only together with `reason`.",
)
.only_with(&REASON);

pub(crate) static PRICE: Field = Field::new(
    "price",
    Rule::Amount,
    "The amount to refund: greater than zero, at most 20 digits before and 8 after the point. Pass a string; a number is \
     accepted only if it cannot have been rounded. Sent as a JSON number with exactly these digits.",
)
.required()
.intent()
.at_most(&UP_TO);

pub(crate) static PAYMENT_TRANSACTION_ID: Field = Field::new(
    "paymentTransactionId",
    Rule::Id,
    "Id of the basket item's payment (`itemTransactions[].paymentTransactionId` of the payment), a string.",
)
.required()
.intent();

pub(crate) static UP_TO: Field = Field::new(
    "upTo",
    Rule::Amount,
    "The amount that you know can still be refunded: a larger `price` is refused. Not sent.",
)
.unsent();

pub(crate) static PAYMENT_ID: Field = Field::new("paymentId", Rule::Id, "The payment's id, a string.")
    .required()
    .intent();

/// The fields of a refund of one item, whether or not it is charged to the merchant.
pub(crate) static REFUND: &[&Field] = &[
    &LOCALE,
    &CONVERSATION_ID,
    &PAYMENT_TRANSACTION_ID,
    &PRICE,
    &CURRENCY,
    &IP,
    &REASON,
    &DESCRIPTION,
    &UP_TO,
];

/// The languages iyzico answers in.
static LOCALES: Choice = Choice {
    code: Code::Locale,
    values: &["tr", "en"],
    any_case: false,
    instead: &[],
};

/// The currencies of iyzico's SDKs. The documentation leaves the field open; its payment pages list the first six.
static CURRENCIES: Choice = Choice {
    code: Code::Currency,
    values: &["TRY", "USD", "EUR", "GBP", "CHF", "NOK", "RUB", "IRR"],
    any_case: false,
    instead: &[("TL", "TRY")],
};

/// Documented in upper case (docs.iyzico.com, ek-servisler/iptal-ve-iade). Most SDKs send lower case, and the sandbox accepts
/// both, so both are accepted and upper case is sent.
static REASONS: Choice = Choice {
    code: Code::Reason,
    values: &["DOUBLE_PAYMENT", "BUYER_REQUEST", "FRAUD", "OTHER"],
    any_case: true,
    instead: &[],
};
