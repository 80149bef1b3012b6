//! An audit never contradicts what happened, whatever the lists show, and no list or book makes it panic.

#![no_main]

#[path = "../../tests/support/audited.rs"]
mod audited;

use audited::audited;
use fuzz::Input;
use iyzico_reversals::{Asked, Audit, HttpAnswer, Operation};
use libfuzzer_sys::fuzz_target;
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

/// Uses the text as settings, as entries and as a page.
fn hostile(text: &str) {
    drop(Audit::new(text));
    let mut audit = Audit::new(r#"{"day":"2026-11-20","askedAt":1795381200000}"#).expect("valid settings");
    let _ = audit.enter(text);
    let path = "/v2/reporting/payment/transactions?transactionDate=2026-11-20&page=1";
    let asked = Asked::recall(Operation::Transactions, path).expect("a question");
    audit.add(&asked, Some(HttpAnswer::new(200, text)));
    drop(audit.finish());
}
