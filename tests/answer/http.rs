//! Answers that are none: redirects, gateways' pages, broken JSON, answers that are too long.

use iyzico_reversals::{HttpAnswer, Operation};
use proptest::prelude::*;
use serde_json::json;

use crate::calls::{drafted, iyzico, verdict};
use crate::outcomes::holds;
use crate::{refund_answer, refund_params};

fn read(answer: Option<HttpAnswer<'_>>) -> &'static str {
    let draft = drafted("refund", &refund_params()).expect("valid params");
    verdict(&iyzico().read(&draft, answer))
}

#[test]
fn whatever_is_no_answer_is_unknown() {
    holds("no answer");
    assert_eq!(read(None), "no-answer");
}

#[test]
fn no_prefix_of_a_success_is_one() {
    let whole = refund_answer();
    assert_eq!(read(Some(HttpAnswer::new(200, &whole))), "success");
    for length in 1..whole.len() {
        assert_eq!(
            read(Some(HttpAnswer::new(200, &whole[..length]))),
            "not-json",
            "{length}"
        );
    }
}

#[test]
fn an_answer_is_read_up_to_its_longest() {
    let whole = refund_answer();
    let longest = Operation::Refund.longest_answer();
    assert_eq!(longest, 256 * 1024);
    let padded = format!("{whole}{}", " ".repeat(longest - whole.len()));
    assert_eq!(read(Some(HttpAnswer::new(200, &padded))), "success");
    let padded = format!("{padded} ");
    assert_eq!(read(Some(HttpAnswer::new(200, &padded))), "too-large");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn no_text_is_success(text in any::<String>(), http_status in 0_u16..600) {
        for (operation, params) in [("refund", refund_params()), ("cancel", json!({ "paymentId": "25180188", "conversationId": "c-1" }))] {
            let draft = drafted(operation, &params).expect("valid params");
            let outcome = iyzico().read(&draft, Some(HttpAnswer::new(http_status, &text)));
            prop_assert_ne!(verdict(&outcome), "success");
        }
    }
}
