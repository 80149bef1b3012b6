//! An audit never contradicts what happened, whatever the lists show, and no list or book breaks it.

#![no_main]

use fuzz::Input;
use iyzico_reversals::{Asked, Audit, Draft, HttpAnswer, Operation, Params};
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};
use worlds::{Bytes, LedgerWorld};

fuzz_target!(|bytes: &[u8]| {
    match Input::new(bytes) {
        Input::Text(text) => hostile(text),
        Input::Choices(_) => {
            let mut dice = Bytes(bytes);
            let world = LedgerWorld::draw(&mut dice);
            let report = audited(&world, &mut dice);
            assert_eq!(world.objection_to_audit(&report), None, "{report:#} {world:#?}");
        }
    }
});

/// The text as settings, as books, and as a page.
fn hostile(text: &str) {
    drop(Audit::new(text));
    let mut audit = Audit::new(r#"{"day":"2026-11-20","askedAt":1795381200000}"#).expect("valid settings");
    let _ = audit.enter(text);
    let path = "/v2/reporting/payment/transactions?transactionDate=2026-11-20&page=1";
    let asked = Asked::recall(Operation::Transactions, path).expect("a question");
    audit.add(&asked, Some(HttpAnswer::new(200, text)));
    drop(audit.finish());
}

fn drafted(operation: &str, params: &Value) -> Draft {
    let operation = operation.parse().expect("an operation");
    Params::check(operation, &params.to_string(), None)
        .and_then(Draft::new)
        .expect("valid params")
}

fn audited(world: &LedgerWorld, dice: &mut Bytes<'_>) -> Value {
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
