//! What read-back says about a request whose outcome is unknown.

use crate::card;
use crate::draft::asked_for;
use crate::operation::{Access, Operation};
use crate::terminal;

/// Whether a request was carried out after all.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Reconciliation {
    /// The answer doesn't decide: a person must look, or it must be asked again
    Ambiguous,
    /// It was carried out, once
    Landed,
    /// It had not been carried out when iyzico answered; a request that is still under way may be later
    NotLanded,
}

impl Reconciliation {
    /// The name in JavaScript.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ambiguous => "ambiguous",
            Self::Landed => "landed",
            Self::NotLanded => "not-landed",
        }
    }

    /// Holds the request for `operation`, with `body`, against what iyzico answers about it now: to
    /// `paymentDetails` of its payment, or to `terminal.transactionStatus` of its own reference.
    ///
    /// Anything that can't be read, and any refusal but the till's "no such transaction", is ambiguous.
    pub fn read(operation: &str, body: &str, http_status: Option<u16>, answer: Option<&str>) -> Self {
        let operation = Operation::find(operation).filter(|operation| operation.moves_money());
        let asked = operation.and_then(|operation| Some((operation, asked_for(operation, body).ok()?)));
        let found = match asked {
            Some((operation, asked)) if operation.access() == Access::Terminal => {
                terminal::reconcile::read(operation, asked, http_status, answer)
            }
            Some((operation, asked)) => card::reconcile::read(operation, &asked, http_status, answer),
            None => None,
        };
        found.unwrap_or(Self::Ambiguous)
    }
}
