//! Reads answers: success, failure or unknown.

pub(crate) mod codes;
pub(crate) mod http;
pub(crate) mod judge;
pub(crate) mod outcome;
