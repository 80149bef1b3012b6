//! The day's books against what truly moved.
//!
//! What is drawn is the truth: who asked for what, what moved, what the books say. The list is read as a merchant would
//! read it, page after page, while it fills. Then no finding may contradict the truth, and a list that was read whole and late
//! enough must give exactly the findings and sums that the truth has.

use iyzico_reversals::{Asked, Audit, HttpAnswer, Operation};
use proptest::prelude::*;
use serde_json::{Value, json};
use worlds::{Bytes, LedgerWorld};

use crate::drafted;
use crate::figures::Figures;
use crate::worlds::{count, in_worlds};

#[test]
fn no_finding_contradicts_what_happened_and_a_whole_list_finds_it_all() {
    let mut figures = Figures::default();
    in_worlds(count(100_000), |bytes| {
        let world = LedgerWorld::draw(bytes);
        let report = audited(&world, bytes);
        let objection = world.objection_to_audit(&report);
        prop_assert!(objection.is_none(), "{objection:?}\n{report:#}\n{world:#?}");

        for finding in report["findings"].as_array().expect("a list") {
            figures.count(finding["kind"].as_str().expect("a kind"));
        }
        for _ in report["confirmed"].as_array().expect("a list") {
            figures.count("confirmed");
        }
        if world.is_whole(&report) {
            figures.count("whole");
        }
        Ok(())
    });
    figures.print("the day's books");
    for kind in [
        "confirmed",
        "different",
        "landed",
        "late",
        "missing",
        "undecided",
        "unexpected",
        "whole",
    ] {
        assert!(figures.of(kind) > 0, "{kind}");
    }
}

/// What an audit says of the world.
fn audited(world: &LedgerWorld, dice: &mut Bytes<'_>) -> Value {
    let settings = json!({ "day": world.day, "askedAt": world.asked_at });
    let mut audit = Audit::new(&settings.to_string()).expect("valid settings");
    let body = |operation: &str, params: &Value| drafted(operation, params).expect("valid params").body().to_owned();
    let entries = world.entries(body);
    if !entries.is_empty() {
        audit
            .enter(&json!({ "entries": entries }).to_string())
            .expect("valid entries");
    }
    world.read(dice, |day, page, answer| {
        let question = drafted("transactions", &json!({ "transactionDate": day, "page": page })).expect("valid");
        let asked = Asked::recall(Operation::Transactions, question.path()).expect("a question");
        let answer = answer.map(|(status, text)| HttpAnswer::new(status, text));
        audit.add(&asked, answer).next
    });
    serde_json::to_value(audit.finish()).expect("JSON")
}
