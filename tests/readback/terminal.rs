//! Read-back at a till: answers drawn from what truly happened. `tests/conformance/terminal-reconcile.js` has those written
//! by hand.

use iyzico_reversals::{Asked, HttpAnswer, Inquiry, Operation, Times};
use proptest::prelude::*;
use worlds::TillWorld;

use crate::calls::drafted;
use crate::flood::{Figures, count, in_worlds};
use crate::reconciled;

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
