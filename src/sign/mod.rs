//! Signatures: of requests (IYZWSv2) and of answers.

mod credentials;
mod iyzwsv2;
pub(crate) mod response;

pub(crate) use self::credentials::key_issues;
pub use self::credentials::{Credentials, signature};
pub use self::iyzwsv2::{RandomKey, Signed, sign};
