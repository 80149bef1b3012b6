//! The operations: a folder for each API of iyzico's, a file for each operation.

pub(crate) mod card;
pub(crate) mod login;
pub(crate) mod terminal;
