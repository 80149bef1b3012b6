//! New tokens for an old one.

use super::answers;
use crate::doc::Doc;
use crate::table::field::{Field, Rule};
use crate::table::spec::{Access, Spec, Wire};

/// Only the English page documents it; the Turkish one says to log in again.
pub(crate) static SPEC: Spec = Spec {
    name: "login.refresh",
    path: "/in-store/oauth2/token/refresh",
    access: Access::Login,
    wire: Wire::Form("grant_type=refresh_token"),
    moves_money: false,
    fields: &[&Field::new("refresh_token", Rule::Text, "The `refresh_token` of the last login.").required()],
    answer: answers::TOKENS,
    signed: &[],
    doc: Doc::new(
        "Exchanges a refresh token for new tokens. Documented in English only; the Turkish page says to log in again.",
    ),
    source: Doc::new(super::PAGE),
};
