//! What describes an operation, and the two walkers that follow such a description: one checks a caller's values, the other
//! reads an answer's.

pub(crate) mod answer_field;
pub(crate) mod check;
pub(crate) mod data;
pub(crate) mod field;
pub(crate) mod rule;
pub(crate) mod spec;
pub(crate) mod url;
pub(crate) mod values;
