//! Fields shared by the answers of `token` and `refresh`.

use crate::table::answer_field::{AnswerField, Kind};

pub(super) static TOKENS: &[&AnswerField] = &[
    &AnswerField::new("access_token", Kind::Text, "The access token for `IyzicoTerminal`.").required(),
    &AnswerField::new("refresh_token", Kind::Text, "The refresh token for `refresh`."),
    &AnswerField::new("scope", Kind::Text, "The scope of the token."),
    &AnswerField::new("token_type", Kind::Text, "`Bearer`."),
    &AnswerField::new(
        "expires_in",
        Kind::Integer,
        "The lifetime of the access token in seconds (7199 in iyzico's sample).",
    ),
];
