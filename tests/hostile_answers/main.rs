//! Random and spoiled answers: none makes the reader panic, and none is read as a success that the test's own oracle rejects.
//!
//! `IYZICO_HOSTILE_ANSWERS` is their number (a million in `cargo xtask campaign`), `IYZICO_SEED` selects them.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

#[path = "../support/calls.rs"]
mod calls;

mod case;
mod oracle;
mod spoil;

use core::panic::AssertUnwindSafe;
use std::collections::BTreeMap;
use std::env;
use std::panic::catch_unwind;

use iyzico_reversals::{HttpAnswer, Inquiry, Landing, Times, Verdict, reconcile};
use worlds::{Dice, Seeded};

use case::{Case, cases};

#[test]
fn no_answer_panics_and_none_is_a_success_without_proof() {
    let count = setting("IYZICO_HOSTILE_ANSWERS", 60_000);
    let seed = setting("IYZICO_SEED", 507);
    let cases = cases();
    let mut figures = BTreeMap::<String, u64>::new();

    for number in 0..count {
        // Each answer has a seed of its own, so that it can be made again without those before it.
        let mut random = Seeded::new(seed ^ number.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let case = &cases[random.below(cases.len())];
        let spoiled = spoil::spoil(case, &mut random);
        let http_status = random.pick(&[200, 200, 200, 400, 500, 302, 0]);

        let read = catch_unwind(AssertUnwindSafe(|| judge(case, http_status, &spoiled.text)));
        let context = || {
            format!(
                "answer {number} of seed {seed}, {}, {http_status:?}: {}",
                case.operation, spoiled.text
            )
        };
        let verdict = read.unwrap_or_else(|_| panic!("a panic at {}", context()));
        let proven = oracle::proves(case, http_status, &spoiled.text);
        assert!(verdict != "success" || proven, "a success without proof: {}", context());
        if spoiled.is_harmless && proven {
            assert_eq!(verdict, "success", "{}", context());
        }
        *figures.entry(format!("{} read as {verdict}", spoiled.how)).or_default() += 1;
    }

    let of = |verdict: &str| -> u64 {
        let ends_so = |name: &&String| name.ends_with(&format!("read as {verdict}"));
        figures.keys().filter(ends_so).map(|name| figures[name]).sum()
    };
    println!(
        "{count} answers of seed {seed}: {} successes, all proven; {} failures; {} unknown",
        of("success"),
        of("failure"),
        of("unknown")
    );
    for (name, count) in &figures {
        println!("{count:>9}  {name}");
    }
    // If nothing was ever read as a success or failure, the checks above would prove nothing.
    assert!(of("success") * 50 > count && of("failure") * 50 > count && of("unknown") * 4 > count);
}

/// Reads the answer as an outcome, and reconciles it.
fn judge(case: &Case, http_status: u16, text: &str) -> &'static str {
    let answer = HttpAnswer::new(http_status, text);
    let outcome = case.read(answer);
    assert!(!serde_json::to_string(&outcome).expect("an outcome is JSON").is_empty());
    let times = Times {
        sent_at: 1_755_700_000_000,
        asked_at: 1_755_703_798_426,
    };
    let inquiry = Inquiry {
        times: Some(times),
        question: None,
    };
    let found = reconcile(&case.asked, Some(answer), inquiry).verdict();
    // A request that moves no money can't be reconciled.
    assert!(case.moves_money || matches!(found, Landing::Ambiguous(_)));
    match outcome.verdict() {
        Verdict::Success(_) => "success",
        Verdict::Failure { .. } => "failure",
        Verdict::Unknown { .. } => "unknown",
    }
}

fn setting(name: &str, usual: u64) -> u64 {
    env::var(name).map_or(usual, |text| {
        text.parse().unwrap_or_else(|_| panic!("{name}={text} is no number"))
    })
}
