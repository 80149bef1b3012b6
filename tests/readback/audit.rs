//! The day's books against what truly moved.
//!
//! What is drawn is the truth: who asked for what, what moved, what the books say. The list is read as a merchant would
//! read it, page after page, while it fills. Then no finding may contradict the truth, and a list that was read whole and late
//! enough must give exactly the findings that the truth has.

use std::collections::BTreeMap;

use iyzico_reversals::{Asked, Audit, HttpAnswer, Operation};
use proptest::prelude::*;
use serde_json::{Value, json};
use worlds::{Bytes, Dice, Intent, LedgerWorld, Money, Move, day_of};

use crate::drafted;
use crate::figures::Figures;
use crate::worlds::{count, in_worlds};

#[test]
fn no_finding_contradicts_what_happened_and_a_whole_list_finds_it_all() {
    let mut figures = Figures::default();
    in_worlds(count(200_000), |bytes| {
        let world = LedgerWorld::draw(bytes);
        let report = audited(&world, bytes);
        let findings = report["findings"].as_array().expect("a list");
        for finding in findings {
            figures.count(finding["kind"].as_str().expect("a kind"));
            let objection = objection(&world, finding);
            prop_assert!(objection.is_none(), "{objection:?}\n{report:#}\n{world:#?}");
        }
        for confirmed in report["confirmed"].as_array().expect("a list") {
            figures.count("confirmed");
            let intent = intent(&world, &confirmed["entry"]);
            let is_so =
                intent.books == "done" && moved(&world, intent).is_some_and(|moved| moved.amount() == intent.amount);
            prop_assert!(is_so, "confirmed: {}\n{report:#}\n{world:#?}", intent.id);
        }
        let objection = objection_to_sums(&report);
        prop_assert!(objection.is_none(), "{objection:?}\n{report:#}\n{world:#?}");

        if world.is_settled && report["complete"] == true {
            figures.count("settled and complete");
            let found = findings.iter().map(|finding| {
                let entry = finding["entry"].as_str().unwrap_or_default().to_owned();
                (entry, finding["kind"].as_str().expect("a kind").to_owned())
            });
            let mut found: Vec<_> = found.collect();
            found.sort();
            prop_assert_eq!(found, expected(&world), "{:#}\n{:#?}", report, world);
            let objection = objection_to_totals(&world, &report);
            prop_assert!(objection.is_none(), "{objection:?}\n{report:#}\n{world:#?}");
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
        "settled and complete",
    ] {
        assert!(figures.of(kind) > 0, "{kind}");
    }
}

/// Reads the three lists, page after page, and audits.
fn audited(world: &LedgerWorld, dice: &mut Bytes<'_>) -> Value {
    let settings = json!({ "day": world.day, "askedAt": world.asked_at });
    let mut audit = Audit::new(&settings.to_string()).expect("valid settings");
    let entries: Vec<_> = world.intents.iter().map(entry).collect();
    if !entries.is_empty() {
        audit
            .enter(&json!({ "entries": entries }).to_string())
            .expect("valid entries");
    }
    let mut now = world.asked_at;
    for day in world.days() {
        // A few do not read to the end.
        let patience = if dice.one_in(12) { dice.below(3) } else { 40 };
        let mut next = Some(1);
        for _ in 0..patience {
            let Some(page) = next else { break };
            let question = drafted("transactions", &json!({ "transactionDate": day, "page": page })).expect("valid");
            let asked = Asked::recall(Operation::Transactions, question.path()).expect("a question");
            let answer = world.page(day, page, now, dice);
            let answer = answer.as_ref().map(|(status, text)| HttpAnswer::new(*status, text));
            next = audit.add(&asked, answer).next;
            now += dice.between(100, 90_000);
        }
    }
    serde_json::to_value(audit.finish()).expect("JSON")
}

fn entry(intent: &Intent) -> Value {
    let draft = drafted(intent.operation, &intent.params).expect("valid params");
    let mut entry = json!({
        "id": intent.id, "operation": intent.operation, "body": draft.body(), "state": intent.books, "sentAt": intent.sent_at,
    });
    if let Some(reference) = &intent.host_reference {
        entry["hostReference"] = json!(reference);
    }
    if intent.operation == "cancel" {
        entry["amount"] = json!(intent.amount.to_string());
    }
    entry
}

fn intent<'a>(world: &'a LedgerWorld, id: &Value) -> &'a Intent {
    world
        .intents
        .iter()
        .find(|intent| *id == intent.id)
        .expect("an entry of these books")
}

fn moved<'a>(world: &'a LedgerWorld, intent: &Intent) -> Option<&'a Move> {
    intent.happened.map(|moved| &world.moves[moved])
}

/// What of a finding is not so.
fn objection(world: &LedgerWorld, finding: &Value) -> Option<String> {
    let kind = finding["kind"].as_str().expect("a kind");
    if kind == "unexpected" {
        let amount = Money::read(finding["rows"][0]["amount"].as_str().expect("an amount"));
        let is_of = |moved: &&Move| {
            finding["rows"][0]["paymentId"] == moved.payment
                && moved.parts.iter().any(|(_, part)| Some(*part) == amount)
        };
        let is_elsewhere = world.moves.iter().filter(is_of).any(|moved| !moved.is_ours);
        return (!is_elsewhere).then(|| "unexpected, but asked for here".to_owned());
    }
    let intent = world.intents.iter().find(|intent| finding["entry"] == intent.id)?;
    let moved = moved(world, intent);
    let is_same = moved.is_some_and(|moved| moved.amount() == intent.amount && moved.currency == "TRY");
    let is_so = match kind {
        "missing" => intent.books == "done" && moved.is_none(),
        "late" => intent.books == "not-done" && moved.is_some(),
        "landed" => intent.books == "open" && moved.is_some(),
        "different" => moved.is_some() && !is_same,
        _ => true,
    };
    (!is_so).then(|| format!("{} is not {kind}", intent.id))
}

/// The findings that the truth has, by the entry and kind.
fn expected(world: &LedgerWorld) -> Vec<(String, String)> {
    let mut expected = Vec::new();
    for intent in &world.intents {
        let moved = moved(world, intent);
        let day = moved.map_or_else(|| day_of(intent.sent_at), Move::day);
        let kind = match (intent.books, moved) {
            ("done", Some(moved)) if moved.amount() == intent.amount && moved.currency == "TRY" => continue,
            ("not-done", None) => continue,
            ("done", Some(_)) => "different",
            ("done", None) if intent.operation == "refundChargedFromMerchant" => "undecided",
            ("done", None) => "missing",
            ("not-done", Some(_)) => "late",
            (_, Some(_)) => "landed",
            (_, None) => "undecided",
        };
        if day == world.day {
            expected.push((intent.id.clone(), kind.to_owned()));
        }
    }
    for moved in world
        .moves
        .iter()
        .filter(|moved| !moved.is_ours && moved.day() == world.day)
    {
        // One finding for each row.
        expected.extend(moved.parts.iter().map(|_| (String::new(), "unexpected".to_owned())));
    }
    expected.sort();
    expected
}

/// The sums must add up, whatever the lists say.
fn objection_to_sums(report: &Value) -> Option<String> {
    for total in report["totals"].as_array().expect("a list") {
        let money =
            |path: &str| Money::read(total.pointer(path).and_then(Value::as_str).expect("an amount")).expect("money");
        let sum = |paths: &[&str]| paths.iter().map(|path| money(path)).sum::<Money>();
        if money("/booked") != sum(&["/confirmed", "/missing", "/different/booked", "/undecided/booked"]) {
            return Some("what is booked does not add up".to_owned());
        }
        let listed = [
            "/confirmed",
            "/landed",
            "/late",
            "/unexpected",
            "/different/listed",
            "/undecided/listed",
        ];
        if money("/listed") != sum(&listed) {
            return Some("what is listed does not add up".to_owned());
        }
    }
    None
}

/// In settled books the sums are those of what truly moved, and of what the books say.
fn objection_to_totals(world: &LedgerWorld, report: &Value) -> Option<String> {
    let mut listed = BTreeMap::new();
    for moved in world.moves.iter().filter(|moved| moved.day() == world.day) {
        *listed.entry(moved.currency).or_insert(Money(0)) =
            listed.get(moved.currency).copied().unwrap_or_default() + moved.amount();
    }
    let is_of_day =
        |intent: &&Intent| moved(world, intent).map_or_else(|| day_of(intent.sent_at), Move::day) == world.day;
    let booked: Money = world
        .intents
        .iter()
        .filter(|intent| intent.books == "done")
        .filter(is_of_day)
        .map(|intent| intent.amount)
        .sum();
    let totals = report["totals"].as_array().expect("a list");
    // Where a row names no currency it is the payment's, which here is always the lira.
    let of = |currency: &str, name: &str| {
        let is_of =
            |total: &&Value| total["currency"] == currency || (currency == "TRY" && total["currency"].is_null());
        let sums = totals
            .iter()
            .filter(is_of)
            .map(|total| Money::read(total[name].as_str().expect("an amount")).expect("money"));
        sums.sum::<Money>()
    };
    for (currency, listed) in listed {
        if of(currency, "listed") != listed {
            return Some(format!("{listed} {currency} moved"));
        }
    }
    (of("TRY", "booked") != booked).then(|| format!("{booked} is booked"))
}
