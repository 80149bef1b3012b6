//! Read-back at a till.

use iyzico_reversals::{Absence, Asked, Doubt, HttpAnswer, Inquiry, Landing, Operation, Times, precheck, reconcile};
use serde_json::{Value, json};

use crate::support::{REFUND, STATUS, VOID, body, least, sent, with};

/// What a status query's answer says of a refund or void that was sent ten minutes ago.
fn reconciled(operation: &str, asked: &str, http_status: u16, answer: &str, question: Option<&str>) -> String {
    let times = Some(Times {
        sent_at: 1_764_099_400_000,
        asked_at: 1_764_100_000_000,
    });
    let answer = Some(HttpAnswer::new(http_status, answer));
    let question = question.and_then(|body| Asked::recall(Operation::TransactionStatus, body).ok());
    let question = question.as_ref();
    let found = reconcile(&sent(operation, asked), answer, Inquiry { times, question }).verdict();
    format!("{}, {}", found.as_str(), found.reason())
}

#[test]
fn only_the_status_of_its_own_reference_decides() {
    let [landed, not_landed] = ["landed, carried-out", "not-landed, absent"];
    for (operation, own, other) in [
        (REFUND, "refundHostReference", "cancelHostReference"),
        (VOID, "cancelHostReference", "refundHostReference"),
    ] {
        let asked = body(
            operation,
            &with(least(operation), &json!({ "conversationId": "kasa-1" })),
        );
        let done = json!({
            "status": "success", "errorCode": "0", "conversationId": "of the question", "deviceUniqueId": "P00135",
            "transactionReferenceId": "RETURN-7", "paymentId": "PAY-9876543", own: "17",
        });
        let failed = |code: &str, more: Value| {
            let repeated = json!({ "status": "failure", "errorCode": code, "transactionReferenceId": "RETURN-7" });
            with(repeated, &more)
        };
        for (answer, expected) in [
            (done.clone(), landed),
            (with(done.clone(), &json!({ own: 17 })), landed),
            (with(done.clone(), &json!({ "errorMessage": "İşlem başarılı" })), landed),
            (with(done.clone(), &json!({ own: "" })), "ambiguous, no-host-reference"),
            (
                with(done.clone(), &json!({ own: null, other: "17" })),
                "ambiguous, no-host-reference",
            ),
            (with(done.clone(), &json!({ own: {} })), "ambiguous, unreadable"),
            (
                with(done.clone(), &json!({ "transactionReferenceId": "SALE-1" })),
                "ambiguous, other-question",
            ),
            (
                with(done.clone(), &json!({ "transactionReferenceId": null })),
                "ambiguous, other-question",
            ),
            (
                with(done.clone(), &json!({ "paymentId": "PAY-1" })),
                "ambiguous, other-question",
            ),
            (
                with(done.clone(), &json!({ "paymentId": null })),
                "ambiguous, other-question",
            ),
            (
                with(done.clone(), &json!({ "errorCode": "380112" })),
                "ambiguous, contradiction",
            ),
            (
                with(done.clone(), &json!({ "status": "waiting" })),
                "ambiguous, unreadable",
            ),
            // Of a payment, unless somebody says that none was asked for.
            (failed("380107", json!({})), "ambiguous, other-question"),
            (failed("380108", json!({})), not_landed),
            (failed("380109", json!({ "errorGroup": "BUSINESS_ERROR" })), not_landed),
            (
                failed("380108", json!({ "transactionReferenceId": null })),
                "ambiguous, other-question",
            ),
            (
                failed("380108", json!({ "transactionReferenceId": "another" })),
                "ambiguous, other-question",
            ),
            (
                failed("380108", json!({ "paymentId": "PAY-1" })),
                "ambiguous, other-question",
            ),
            (
                failed("380108", json!({ "errorGroup": "TIMEOUT_ERROR" })),
                "ambiguous, refused",
            ),
            (
                failed("380108", json!({ "systemTime": 1_764_099_600_000_i64 })),
                "ambiguous, clock-skew",
            ),
            (failed("380103", json!({})), "ambiguous, refused"),
            (failed("380112", json!({})), "ambiguous, refused"),
            (failed("5087", json!({})), "ambiguous, refused"),
            (failed("0", json!({})), "ambiguous, unreadable"),
        ] {
            let found = reconciled(operation, &asked, 200, &answer.to_string(), None);
            assert_eq!(found, expected, "{operation} {answer}");
        }
        for (http_status, answer, expected) in [
            (500, done.to_string(), "ambiguous, contradiction"),
            (400, failed("380108", json!({})).to_string(), not_landed),
            (404, failed("380108", json!({})).to_string(), "ambiguous, http-status"),
            (503, failed("380108", json!({})).to_string(), "ambiguous, http-status"),
            (302, done.to_string(), "ambiguous, http-status"),
            (200, String::new(), "ambiguous, unreadable"),
        ] {
            let found = reconciled(operation, &asked, http_status, &answer, None);
            assert_eq!(found, expected, "{http_status} {answer}");
        }
        // Where the answer repeats no reference, the question tells what it is about.
        let unnamed = failed("380108", json!({ "transactionReferenceId": null })).to_string();
        let question = |reference: &str| json!({ "transactionReferenceId": reference }).to_string();
        for (question, expected) in [
            (question("RETURN-7"), not_landed),
            (question("SALE-1"), "ambiguous, other-question"),
            (
                json!({ "paymentId": "PAY-9876543" }).to_string(),
                "ambiguous, other-question",
            ),
            (String::new(), "ambiguous, other-question"),
        ] {
            let found = reconciled(operation, &asked, 200, &unnamed, Some(&question));
            assert_eq!(found, expected, "{question}");
        }
        // Asked by both, iyzico may have looked by the payment, and repeated the reference.
        let by_both = json!({ "transactionReferenceId": "RETURN-7", "paymentId": "PAY-9876543" }).to_string();
        let no_payment = failed("380107", json!({})).to_string();
        for (answer, question, expected) in [
            (&done.to_string(), &question("RETURN-7"), "landed, carried-out"),
            (&done.to_string(), &by_both, "ambiguous, other-question"),
            (&no_payment, &question("RETURN-7"), not_landed),
            (&no_payment, &by_both, "ambiguous, other-question"),
        ] {
            let found = reconciled(operation, &asked, 200, answer, Some(question));
            assert_eq!(found, expected, "{question} {answer}");
        }
        let no_answer = reconcile(&sent(operation, &asked), None, Inquiry::default()).verdict();
        assert_eq!(no_answer, Landing::Ambiguous(Doubt::NoAnswer));
        assert!(Asked::recall(operation.parse().expect("an operation"), "{}").is_err());
        let found = reconciled(STATUS, &body(STATUS, &least(STATUS)), 200, &done.to_string(), None);
        assert_eq!(found, "ambiguous, request-unreadable");

        // Before the first sending no time has to pass.
        let draft = |answer: &str| {
            precheck(
                &sent(operation, &asked),
                Some(HttpAnswer::new(200, answer)),
                Inquiry::default(),
            )
            .verdict()
        };
        assert_eq!(
            draft(&failed("380108", json!({})).to_string()),
            Landing::Clear(Absence::Absent)
        );
        assert_eq!(draft(&done.to_string()), Landing::Landed);
        assert_eq!(draft(&unnamed), Landing::Ambiguous(Doubt::OtherQuestion));
    }
}

#[test]
fn at_a_till_no_less_than_was_asked_for_can_have_gone_back() {
    let asked = body(REFUND, &least(REFUND));
    let done = |price: Value| {
        let answer = json!({
            "status": "success", "errorCode": "0", "transactionReferenceId": "RETURN-7", "paymentId": "PAY-9876543",
            "refundHostReference": "17", "price": price,
        });
        reconciled(REFUND, &asked, 200, &answer.to_string(), None)
    };
    for (price, expected) in [
        (json!(60), "landed, carried-out"),
        (json!("120.00"), "landed, carried-out"),
        (Value::Null, "landed, carried-out"),
        (json!(59.99), "ambiguous, other-amount"),
        (json!(0), "ambiguous, other-amount"),
    ] {
        assert_eq!(done(price.clone()), expected, "{price}");
    }
}
