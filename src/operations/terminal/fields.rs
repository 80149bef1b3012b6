//! Fields shared by the requests about payments at tills.

use crate::issue::Code;
use crate::table::field::{Choice, Field, Rule};

pub(crate) static LOCALE: Field = Field::new(
    "locale",
    Rule::OneOf(&LOCALES),
    "Language of iyzico's messages and of this package's issues; iyzico's own default is `TR`.",
);

pub(crate) static CONVERSATION_ID: Field = Field::new(
    "conversationId",
    Rule::Reference,
    "Your own id to correlate request and answer; iyzico makes one when it is left out.",
);

pub(crate) static DEVICE_UNIQUE_ID: Field = Field::new(
    "deviceUniqueId",
    Rule::Text64,
    "The till's id, such as `P00134`; at most 64 characters.",
)
.required();

pub(crate) static ANY_DEVICE_UNIQUE_ID: Field = Field::new(
    "deviceUniqueId",
    Rule::Text64,
    "The till's id, such as `P00134`; at most 64 characters.",
);

pub(crate) static PAYMENT_ID: Field = Field::new(
    "paymentId",
    Rule::Id,
    "The `paymentId` of the sale's answer, such as `PAY-9876543`.",
)
.required()
.intent();

pub(crate) static PAYMENT_DATE: Field = Field::new(
    "paymentDate",
    Rule::Date,
    "The day of the sale as its answer gave it: YYYYMMDD, a number or 8 digits; sent as a number.",
)
.required()
.intent();

pub(crate) static OWN_REFERENCE: Field = Field::new(
    "transactionReferenceId",
    Rule::Reference,
    "Your own id of THIS refund or void, not the sale's, a new one for each: `transactionStatus` finds the operation by \
     it. Printable ASCII without a space at either end, at most 255 characters.",
)
.required()
.intent();

/// The documents of the Terminal API write them in upper case, with `TR` as the default.
static LOCALES: Choice = Choice {
    code: Code::Locale,
    values: &["TR", "EN"],
    any_case: true,
    instead: &[],
};
