//! A flood of worlds: what truly happened to a payment is drawn, then what iyzico shows of it, then the verdict is held against
//! the truth.
//!
//! `IYZICO_WORLDS` says how many.

use std::env;

use iyzico_reversals::{
    Asked, Credentials, Environment, HttpAnswer, Inquiry, Iyzico, Operation, Times, Verdict, precheck, refundable,
};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestError, TestRng, TestRunner};
use serde_json::Value;
use worlds::{Bytes, Reply, TillWorld, World};

use crate::figures::Figures;
use crate::{at, drafted, reconciled, sent};

/// Draws worlds from bytes, so that proptest makes a world that fails smaller. The bytes are the same at every run.
pub(crate) fn in_worlds(count: u32, mut hold: impl FnMut(&mut Bytes<'_>) -> Result<(), TestCaseError>) {
    let config = Config {
        cases: count,
        failure_persistence: None,
        max_shrink_iters: 20_000,
        ..Config::default()
    };
    let rng = TestRng::from_seed(RngAlgorithm::XorShift, &[7; 16]);
    let hold = core::cell::RefCell::new(&mut hold);
    let found = TestRunner::new_with_rng(config, rng).run(&proptest::collection::vec(any::<u8>(), 400), |bytes| {
        (hold.borrow_mut())(&mut Bytes(&bytes))
    });
    match found {
        Ok(()) => {}
        // The bytes of the smallest world say less than the world, which is in the reason.
        Err(TestError::Fail(reason, _)) => panic!("{reason}"),
        Err(error) => panic!("{error}"),
    }
}

pub(crate) fn count(usual: u32) -> u32 {
    env::var("IYZICO_WORLDS").map_or(usual, |text| text.parse().expect("IYZICO_WORLDS is a number"))
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
    // Were nothing ever decided, the above would say nothing.
    assert!(figures.of("within: landed, carried-out") > 0 && figures.of("within: not-landed, absent") > 0);
    assert!(figures.of("complete") > 0 && figures.of("beyond: contradicts the truth") > 0);
}

#[test]
fn a_draft_is_clear_only_if_nobody_sent_it_before() {
    let mut figures = Figures::default();
    in_worlds(count(200_000), |bytes| {
        let world = World::draw(bytes);
        let World { truth, shown } = &world;
        let answer = Some(HttpAnswer::new(shown.http_status, &shown.text));
        // Whoever knows when the draft was made knows that nothing older can be it.
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

#[test]
fn no_more_is_refundable_than_is_left() {
    let mut figures = Figures::default();
    in_worlds(count(200_000), |bytes| {
        let world = World::draw(bytes);
        let found: Option<Value> = refundable(&world.shown.text)
            .ok()
            .map(|found| serde_json::to_value(found).expect("JSON"));
        let objection = world.objection_to_left(found.as_ref());
        prop_assert!(objection.is_none(), "{objection:?}\n{found:#?}\n{world:#?}");
        let payments = found.as_ref().and_then(|found| found["payments"].as_array());
        match payments.and_then(|payments| {
            payments
                .iter()
                .find(|payment| payment["paymentId"] == world.truth.payment.id)
        }) {
            Some(payment) => figures.count(payment["state"].as_str().unwrap_or_default()),
            None => figures.count("refused: contradiction or missing"),
        }
        if world.shown.is_complete {
            figures.count("complete");
        }
        Ok(())
    });
    figures.print("what may still be refunded");
    for state in ["paid", "unpaid", "authorized", "cancelled", "complete"] {
        assert!(figures.of(state) > 0, "{state}");
    }
}

#[test]
fn no_verdict_at_a_till_contradicts_what_happened() {
    let mut figures = Figures::default();
    in_worlds(count(200_000), |bytes| {
        let world = TillWorld::draw(bytes);
        let draft = drafted(world.operation, &world.params).expect("valid params");
        let question = world.question.as_deref();
        let question = question.and_then(|body| Asked::recall(Operation::TransactionStatus, body).ok());
        let inquiry = Inquiry {
            times: Some(Times {
                sent_at: world.sent_at,
                asked_at: world.asked_at,
            }),
            question: question.as_ref(),
        };
        let answer = HttpAnswer::new(world.http_status, &world.text);
        let (verdict, reason) = reconciled(world.operation, draft.body(), answer, inquiry);
        let place = if world.is_within { "within" } else { "beyond" };
        figures.count(&format!("{place}: {verdict}, {reason}"));
        if world.is_complete {
            figures.count("complete");
        }
        let objection = world.objection(verdict);
        prop_assert!(objection.is_none(), "{objection:?} ({reason})\n{world:#?}");
        Ok(())
    });
    figures.print("read-back at tills");
    assert!(figures.of("within: landed, carried-out") > 0 && figures.of("within: not-landed, absent") > 0);
    assert!(figures.of("complete") > 0);
}

#[test]
fn no_failure_hides_money_that_moved() {
    let keys = Credentials::new("api".to_owned().into(), "secret".to_owned().into()).expect("valid keys");
    let iyzico = Iyzico::new(keys, Environment::Sandbox.into());
    let id = Some("return-7");
    let requests = [
        (
            id,
            r#"{"conversationId":"return-7","paymentTransactionId":"27169345","price":5}"#,
        ),
        (None, r#"{"paymentTransactionId":"27169345","price":5}"#),
    ];
    let mut figures = Figures::default();
    in_worlds(count(200_000), |bytes| {
        let (id, body) = requests[usize::from(bytes.0.first().is_some_and(|byte| byte % 2 == 1))];
        let reply = Reply::draw(id, bytes);
        let outcome = iyzico.read(
            &sent("refund", body),
            Some(HttpAnswer::new(reply.http_status, &reply.text)),
        );
        match outcome.verdict() {
            Verdict::Success(_) => prop_assert!(false, "nothing here is signed\n{reply:#?}"),
            Verdict::Failure { advice, .. } => {
                figures.count(&format!("failure, {}", advice.as_str()));
                prop_assert!(!reply.moved, "{advice:?}, but the money moved\n{reply:#?}");
            }
            Verdict::Unknown { reason, .. } => {
                figures.count(&format!("unknown, {}", reason.as_str()));
                prop_assert!(!reply.is_plain_refusal, "{reason:?} of a plain refusal\n{reply:#?}");
            }
        }
        Ok(())
    });
    figures.print("answers to a refund");
    assert!(figures.of("failure, refused") > 0 && figures.of("failure, refused-unlisted") > 0);
}
