//! The login to the Terminal API: a code for a user, tokens for a code, new tokens for an old one.

use crate::doc::Doc;
use crate::field::Field;
use crate::field::rule::Rule;
use crate::operation::{Access, AnswerField, Kind, Operation, Wire};

pub(crate) static AUTHORIZE: Operation = Operation {
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
        &AnswerField::new("code", Kind::Text, "Good once and for a short time (ten minutes in iyzico's sample).")
            .required(),
        &AnswerField::new("issuedAt", Kind::Text, "When it was made, ISO 8601."),
        &AnswerField::new("expiredAt", Kind::Text, "Until when it is good, ISO 8601."),
    ],
    signed: &[],
    doc: Doc::new("Asks for a one-time code for a terminal user."),
    source: Doc::new(PAGE),
};

pub(crate) static TOKEN: Operation = Operation {
    name: "login.token",
    path: "/in-store/oauth2/token",
    access: Access::Login,
    wire: Wire::Form("grant_type=authorization_code"),
    moves_money: false,
    fields: &[&Field::new("code", Rule::Text, "The code of `authorize`.").required()],
    answer: TOKENS,
    signed: &[],
    doc: Doc::new("Exchanges a code for an access token and a refresh token."),
    source: Doc::new(PAGE),
};

/// The Turkish page has no renewal and says to log in again; the English one has this.
pub(crate) static REFRESH: Operation = Operation {
    name: "login.refresh",
    path: "/in-store/oauth2/token/refresh",
    access: Access::Login,
    wire: Wire::Form("grant_type=refresh_token"),
    moves_money: false,
    fields: &[&Field::new("refresh_token", Rule::Text, "The `refresh_token` of the last login.").required()],
    answer: TOKENS,
    signed: &[],
    doc: Doc::new(
        "Exchanges a refresh token for new tokens. Documented in English only; the Turkish page says to log in again.",
    ),
    source: Doc::new(PAGE),
};

const TOKENS: &[&AnswerField] = &[
    &AnswerField::new("access_token", Kind::Text, "What `IyzicoTerminal` takes.").required(),
    &AnswerField::new("refresh_token", Kind::Text, "What `refresh` takes."),
    &AnswerField::new("scope", Kind::Text, "What the token is good for."),
    &AnswerField::new("token_type", Kind::Text, "`Bearer`."),
    &AnswerField::new(
        "expires_in",
        Kind::Integer,
        "For how many seconds the access token is good (7199 in iyzico's sample).",
    ),
];

const PAGE: &str = "https://docs.iyzico.com/en/products/physical-pos/terminal-api-integration/login";
