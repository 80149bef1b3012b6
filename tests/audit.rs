//! The audit of a day against what truly moved.
//!
//! A drawn world has requests, the movements of money that they caused, and the merchant's entries. The audit reads the list
//! page by page while it fills. No finding may contradict what happened, and a list that was read whole and late enough must
//! give exactly the findings and sums of the world.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail"
)]

#[path = "support/audited.rs"]
mod audited;
#[path = "support/flood.rs"]
mod flood;

use proptest::prelude::*;
use worlds::LedgerWorld;

use audited::audited;
use flood::{Figures, count, in_worlds};

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
