//! First step: a one-time code for a user.

use crate::doc::Doc;
use crate::table::answer_field::{AnswerField, Kind};
use crate::table::field::{Field, Rule};
use crate::table::spec::{Access, Spec, Wire};

pub(crate) static SPEC: Spec = Spec {
    name: "login.authorize",
    path: "/in-store/oauth2/authorize",
    access: Access::Login,
    wire: Wire::Form("scope=iyzipayApiGateway&response_type=code"),
    moves_money: false,
    fields: &[
        &Field::new("username", Rule::Text, "The terminal user's name.").required(),
        &Field::new("password", Rule::Text, "The terminal user's password.").required(),
        &Field::new(
            "request_timestamp",
            Rule::Text,
            "The time of the request as a Unix timestamp, in digits. Whether iyzico counts seconds or milliseconds is not \
             documented, so what you pass is sent as it is.",
        )
        .required(),
    ],
    answer: &[
        &AnswerField::new("code", Kind::Text, "The one-time code for `token`; it expires soon (after ten minutes in iyzico's sample).")
            .required(),
        &AnswerField::new("issuedAt", Kind::Text, "The date of creation, ISO 8601."),
        &AnswerField::new("expiredAt", Kind::Text, "The date of expiry, ISO 8601."),
    ],
    signed: &[],
    doc: Doc::new("Asks for a one-time code for a terminal user."),
    source: Doc::new(super::PAGE),
};
