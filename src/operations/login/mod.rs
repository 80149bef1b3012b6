//! The login to the Terminal API: a code for a user, tokens for a code, new tokens for an old one.

mod answers;
pub(crate) mod authorize;
pub(crate) mod refresh;
pub(crate) mod token;

const PAGE: &str = "https://docs.iyzico.com/en/products/physical-pos/terminal-api-integration/login";
