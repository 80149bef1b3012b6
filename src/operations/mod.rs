//! What iyzico offers: a folder for each of its APIs, a file for each operation.

pub(crate) mod card;
pub(crate) mod login;
pub(crate) mod terminal;
