//! The descriptions of operations, and the two walkers that follow them: one checks a caller's values, the other reads
//! answers.

pub(crate) mod answer_field;
pub(crate) mod check;
pub(crate) mod data;
pub(crate) mod field;
pub(crate) mod rule;
pub(crate) mod spec;
pub(crate) mod url;
pub(crate) mod values;
