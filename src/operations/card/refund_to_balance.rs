//! Refund to the shopper's iyzico balance: a page on which the shopper confirms it.

use super::{answers, fields};
use crate::doc::Doc;
use crate::table::answer_field::{AnswerField, Kind};
use crate::table::field::{Field, Rule};
use crate::table::spec::{Access, Spec, Wire};

/// The page of the documents prints the path of the marketplace approval
/// (`/payment/iyzipos/item/approve`); every SDK calls this one.
pub(crate) static SPEC: Spec = Spec {
    name: "refundToBalance",
    path: "/payment/refund-to-balance/init",
    access: Access::Merchant,
    wire: Wire::Json,
    moves_money: false,
    fields: &[
        &fields::LOCALE,
        &fields::CONVERSATION_ID,
        &fields::PAYMENT_ID,
        &Field::new(
            "callbackUrl",
            Rule::Url,
            "Where iyzico sends the shopper afterwards: an https address.",
        )
        .required(),
    ],
    answer: &[
        &answers::LOCALE,
        &answers::SYSTEM_TIME,
        &answers::CONVERSATION_ID,
        &AnswerField::new("token", Kind::Text, "Names this refund in the callback.").required(),
        &AnswerField::new("url", Kind::Text, "The page on which the shopper confirms.").required(),
    ],
    signed: &[],
    doc: Doc::new(
        "Begins a refund of a whole payment to the shopper's iyzico balance. No money moves by this call: the shopper \
         confirms on iyzico's page. The documents print another path, that of the marketplace approval; every official \
         SDK calls this one.",
    ),
    source: Doc::new("https://github.com/iyzico/iyzipay-node (lib/resources/RefundToBalance.js)"),
};
