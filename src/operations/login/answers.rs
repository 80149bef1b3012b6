//! What both exchanges answer.

use crate::table::answer_field::{AnswerField, Kind};

pub(super) static TOKENS: &[&AnswerField] = &[
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
