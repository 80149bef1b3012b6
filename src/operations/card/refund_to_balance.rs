//! Refund to the shopper's iyzico balance, which the shopper confirms on a page.

use super::{answers, fields};
use crate::doc::Doc;
use crate::table::answer_field::{AnswerField, Kind};
use crate::table::field::{Field, Rule};
use crate::table::spec::{Access, Spec, Wire};

/// The documents print the path of the marketplace approval (`/payment/iyzipos/item/approve`); every SDK calls this one.
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
        &AnswerField::new("token", Kind::Text, "Identifies this refund in the callback.").required(),
        &AnswerField::new("url", Kind::Text, "The page where the shopper confirms the refund.").required(),
    ],
    signed: &[],
    doc: Doc::new(
        "Begins a refund of a whole payment to the shopper's iyzico balance. This call moves no money: the shopper \
         confirms on iyzico's page. The documents print the path of another service, the marketplace approval; this \
         is the path of every official SDK.",
    ),
    source: Doc::new("https://github.com/iyzico/iyzipay-node (lib/resources/RefundToBalance.js)"),
};
