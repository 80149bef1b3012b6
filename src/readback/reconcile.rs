//! Whether a request was carried out, or a draft before it was sent.

use super::inquiry::{Inquiry, Search};
use super::verdict::{Doubt, Reconciliation};
use super::{card, terminal};
use crate::answer::http::{HttpAnswer, Received};
use crate::answer::outcome::Reason;
use crate::request::Asked;
use crate::table::spec::Access;

/// Decides whether a request that was sent was carried out, by the answer to `paymentDetails` of its payment, or to
/// `terminal.transactionStatus` of its own reference.
///
/// Rows with the request's own id prove that it landed. Only an answer that is late enough, and fully explained without the
/// request, proves that it did not. Anything else is ambiguous.
pub fn reconcile(request: &impl AsRef<Asked>, answer: Option<HttpAnswer<'_>>, inquiry: Inquiry<'_>) -> Reconciliation {
    reconcile_received(request.as_ref(), answer.ok_or(Reason::NoAnswer), inquiry)
}

pub(crate) fn reconcile_received(request: &Asked, received: Received<'_>, inquiry: Inquiry<'_>) -> Reconciliation {
    let was_sent = true;
    weigh(request, received, Search { inquiry, was_sent })
}

/// Decides whether iyzico already shows a draft that was never sent, or something that could be it.
///
/// Applies the rules of [`reconcile()`], except that no time has to pass.
pub fn precheck(draft: &impl AsRef<Asked>, answer: Option<HttpAnswer<'_>>, inquiry: Inquiry<'_>) -> Reconciliation {
    precheck_received(draft.as_ref(), answer.ok_or(Reason::NoAnswer), inquiry)
}

pub(crate) fn precheck_received(draft: &Asked, received: Received<'_>, inquiry: Inquiry<'_>) -> Reconciliation {
    let was_sent = false;
    weigh(draft, received, Search { inquiry, was_sent })
}

fn weigh(asked: &Asked, received: Received<'_>, search: Search<'_>) -> Reconciliation {
    match asked.operation() {
        operation if !operation.moves_money() => Reconciliation::doubt(Doubt::RequestUnreadable),
        operation if operation.access() == Access::Terminal => terminal::weigh(asked, received, search),
        _ => card::weigh(asked, received, search),
    }
}
