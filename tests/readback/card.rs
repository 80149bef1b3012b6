//! Read-back of card payments: pictures of `tests/vectors/pictures.json`, and pictures drawn from what truly happened.

use iyzico_reversals::{HttpAnswer, Inquiry, precheck};
use proptest::prelude::*;
use serde_json::json;
use worlds::World;

use crate::calls::{drafted, sent};
use crate::flood::{Figures, count, in_worlds};
use crate::pictures::{holds, pictures};
use crate::{at, reconciled};

#[test]
fn its_own_row_decides() {
    holds("its own row");
}

#[test]
fn a_row_without_an_id_may_be_its_own() {
    holds("a row without an id");
}

#[test]
fn the_summary_must_agree_with_the_rows() {
    holds("the summary must agree with the rows");
}

#[test]
fn what_is_left_out_proves_no_absence() {
    holds("what is left out proves no absence");
}

#[test]
fn every_rule_of_the_vectors_has_a_test() {
    let tests = [include_str!("card.rs"), include_str!("clock.rs")].concat();
    for (rule, _) in pictures()["rules"].as_object().expect("rules") {
        assert!(tests.contains(&format!("holds(\"{rule}\")")), "{rule}");
    }
}

#[test]
fn a_payment_that_is_listed_twice_is_a_contradiction() {
    let pictures = pictures();
    let twice = &pictures["bases"]["two items"]["payment"];
    let now = pictures["now"].as_i64().expect("a time");
    let answer = json!({ "status": "success", "systemTime": now, "payments": [twice, twice] }).to_string();
    let request = &pictures["requests"]["refund"];
    let draft = drafted("refund", &request["params"]).expect("valid params");
    let found = reconciled(
        "refund",
        draft.body(),
        HttpAnswer::new(200, &answer),
        at(now - 3_600_000, now),
    );
    assert_eq!(found, ("ambiguous", "contradiction"));
}

fn body(world: &World) -> String {
    world.legacy_body().unwrap_or_else(|| {
        let sent = &world.truth.sent;
        drafted(sent.operation, &sent.params)
            .expect("valid params")
            .body()
            .to_owned()
    })
}

#[test]
fn no_verdict_on_a_card_contradicts_what_happened() {
    let mut figures = Figures::default();
    in_worlds(count(1_000_000), |bytes| {
        let world = World::draw(bytes);
        let World { truth, shown } = &world;
        let (verdict, reason) = reconciled(
            truth.sent.operation,
            &body(&world),
            HttpAnswer::new(shown.http_status, &shown.text),
            at(truth.sent.at, shown.asked_at),
        );
        let place = if shown.is_within { "within" } else { "beyond" };
        figures.count(&format!("{place}: {verdict}, {reason}"));
        if world.contradicts(verdict) {
            figures.count(&format!("{place}: contradicts the truth"));
        }
        if shown.is_complete {
            figures.count("complete");
        }
        let objection = world.objection(verdict);
        prop_assert!(objection.is_none(), "{objection:?} ({reason})\n{world:#?}");
        Ok(())
    });
    figures.print("read-back of card payments");
    // If nothing was ever decided, the checks above would prove nothing.
    assert!(figures.of("within: landed, carried-out") > 0 && figures.of("within: not-landed, absent") > 0);
    assert!(figures.of("complete") > 0 && figures.of("beyond: contradicts the truth") > 0);
}

#[test]
fn no_draft_is_clear_that_was_sent_before() {
    let mut figures = Figures::default();
    in_worlds(count(200_000), |bytes| {
        let world = World::draw(bytes);
        let World { truth, shown } = &world;
        let answer = Some(HttpAnswer::new(shown.http_status, &shown.text));
        // With the time of the draft, no older row can be its own.
        for inquiry in [Inquiry::default(), at(truth.sent.at, shown.asked_at)] {
            let found = precheck(&sent(truth.sent.operation, &body(&world)), answer, inquiry).verdict();
            figures.count(&format!("{}, {}", found.as_str(), found.reason()));
            let objection = world.objection_to_draft(found.as_str());
            prop_assert!(objection.is_none(), "{objection:?} ({})\n{world:#?}", found.reason());
        }
        Ok(())
    });
    figures.print("drafts before their first sending");
    assert!(figures.of("clear, absent") > 0 && figures.of("landed, carried-out") > 0);
}
