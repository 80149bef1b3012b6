//! Answers drawn from what truly happened: no failure hides money that moved.

use iyzico_reversals::{HttpAnswer, Verdict};
use proptest::prelude::*;
use worlds::Reply;

use crate::calls::{iyzico, sent};
use crate::flood::{Figures, count, in_worlds};

#[test]
fn no_failure_hides_money_that_moved() {
    let iyzico = iyzico();
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
