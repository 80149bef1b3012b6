//! What describes an operation.

use super::answer_field::AnswerField;
use super::field::Field;
use crate::doc::Doc;

/// A call to iyzico, described once: its checks, body, reading, docs and types come from this.
pub(crate) struct Spec {
    pub(crate) name: &'static str,
    pub(crate) path: &'static str,
    pub(crate) access: Access,
    pub(crate) wire: Wire,
    pub(crate) moves_money: bool,
    pub(crate) fields: &'static [&'static Field],
    pub(crate) answer: &'static [&'static AnswerField],
    /// The answer fields whose values, joined with `:`, the answer's signature is over; empty when
    /// the answer is not signed.
    pub(crate) signed: &'static [&'static AnswerField],
    pub(crate) doc: Doc,
    pub(crate) source: Doc,
}

/// Who may call an operation.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Access {
    /// The holder of a terminal user's name and password
    Login,
    /// A merchant, by IYZWSv2
    Merchant,
    /// The holder of an access token
    Terminal,
}

/// How an operation's fields travel.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Wire {
    /// In a form, behind these pairs
    Form(&'static str),
    /// In a JSON body
    Json,
    /// In the query of a GET, which no signature covers
    Query,
}
