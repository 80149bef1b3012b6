//! Second step: tokens for a code.

use super::answers;
use crate::doc::Doc;
use crate::table::field::{Field, Rule};
use crate::table::spec::{Access, Spec, Wire};

pub(crate) static SPEC: Spec = Spec {
    name: "login.token",
    path: "/in-store/oauth2/token",
    access: Access::Login,
    wire: Wire::Form("grant_type=authorization_code"),
    moves_money: false,
    fields: &[&Field::new("code", Rule::Text, "The code of `authorize`.").required()],
    answer: answers::TOKENS,
    signed: &[],
    doc: Doc::new("Exchanges a code for an access token and a refresh token."),
    source: Doc::new(super::PAGE),
};
