//! Runs the audit of a drawn day. The tests and the fuzz target share this file, because the `worlds` crate must not depend
//! on the core.

use iyzico_reversals::{Asked, Audit, Draft, HttpAnswer, Operation, Params};
use serde_json::{Value, json};
use worlds::{Bytes, LedgerWorld};

/// Audits the day as a merchant would, page after page, and returns the report.
pub(crate) fn audited(world: &LedgerWorld, dice: &mut Bytes<'_>) -> Value {
    let settings = json!({ "day": world.day, "askedAt": world.asked_at });
    let mut audit = Audit::new(&settings.to_string()).expect("valid settings");
    let entries = world.entries(|operation, params| drafted(operation, params).body().to_owned());
    if !entries.is_empty() {
        audit
            .enter(&json!({ "entries": entries }).to_string())
            .expect("valid entries");
    }
    world.read(dice, |day, page, answer| {
        let question = drafted("transactions", &json!({ "transactionDate": day, "page": page }));
        let asked = Asked::recall(Operation::Transactions, question.path()).expect("a question");
        let answer = answer.map(|(status, text)| HttpAnswer::new(status, text));
        audit.add(&asked, answer).next
    });
    serde_json::to_value(audit.finish()).expect("JSON")
}

fn drafted(operation: &str, params: &Value) -> Draft {
    let operation = operation.parse().expect("an operation");
    Params::check(operation, &params.to_string(), None)
        .and_then(Draft::new)
        .expect("valid params")
}
