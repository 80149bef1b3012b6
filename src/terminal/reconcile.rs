//! Whether a refund or void was carried out, by what the status query says of its own reference.

use super::transaction_status::TRANSACTION_STATUS;
use super::void::VOID;
use crate::error_codes::TERMINAL_NOT_FOUND;
use crate::field::check::Checked;
use crate::operation::Operation;
use crate::outcome::{Asked, Verdict};
use crate::reconciliation::Reconciliation;

/// `None` where the answer decides nothing.
pub(crate) fn read(
    operation: &'static Operation,
    request: Checked,
    http_status: Option<u16>,
    answer: Option<&str>,
) -> Option<Reconciliation> {
    let asked = Asked {
        operation: &TRANSACTION_STATUS,
        // The answer must be about this operation; the question had a conversationId and till of its own.
        values: request.only(&["transactionReferenceId", "paymentId"]),
        credentials: None,
    };
    match asked.judge(http_status, answer).ok()? {
        // A transaction without the bank's reference is under way, or was given up.
        Verdict::Success(data) => data
            .text(reference(operation))
            .filter(|reference| !reference.is_empty())
            .map(|_| Reconciliation::Landed),
        Verdict::Failure { error, .. } => TERMINAL_NOT_FOUND
            .contains(&error.code())
            .then_some(Reconciliation::NotLanded),
        Verdict::Unknown { .. } => None,
    }
}

/// The field that the bank's reference of what was carried out stands in.
fn reference(operation: &Operation) -> &'static str {
    match operation.name() == VOID.name() {
        true => "cancelHostReference",
        false => "refundHostReference",
    }
}
