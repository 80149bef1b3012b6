//! The description of an operation.

use super::answer_field::AnswerField;
use super::field::Field;
use crate::doc::Doc;

/// An operation of iyzico's, described once: its checks, body, reading, documentation and types come from this table.
pub(crate) struct Spec {
    pub(crate) name: &'static str,
    pub(crate) path: &'static str,
    pub(crate) access: Access,
    pub(crate) wire: Wire,
    pub(crate) moves_money: bool,
    pub(crate) fields: &'static [&'static Field],
    pub(crate) answer: &'static [&'static AnswerField],
    /// The fields of the answer that its signature covers, joined with `:`; empty if the answer is not signed.
    pub(crate) signed: &'static [&'static AnswerField],
    pub(crate) doc: Doc,
    pub(crate) source: Doc,
}

/// Who may call an operation.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Access {
    /// A terminal user, by name and password
    Login,
    /// A merchant, by IYZWSv2
    Merchant,
    /// A terminal, by access token
    Terminal,
}

/// How an operation's fields are sent.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Wire {
    /// In a form, after these pairs
    Form(&'static str),
    /// In a JSON body
    Json,
    /// In the query of a GET, which is not signed
    Query,
}
