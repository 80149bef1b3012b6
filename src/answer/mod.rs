//! What an answer says about the money.

pub(crate) mod codes;
pub(crate) mod http;
pub(crate) mod judge;
pub(crate) mod outcome;
