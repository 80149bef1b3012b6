//! Pictures written by hand: each reason once, and what attackers found.

use std::collections::BTreeSet;

use iyzico_reversals::{Asked, Doubt, HttpAnswer, Inquiry, Operation, Times, precheck, reconcile};
use serde_json::{Value, json};

use crate::{at, drafted, reconciled, sent};

const NOW: i64 = 1_764_100_000_000;
const MINUTE: i64 = 60_000;

fn token(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

fn with(mut object: Value, changes: Value) -> Value {
    for (name, value) in changes.as_object().expect("members") {
        object[name] = value.clone();
    }
    object
}

/// A row that was carried out a day before.
fn row(id: &str, price: &str) -> Value {
    json!({
        "refundConversationId": id, "refundPrice": token(price), "refundStatus": 1,
        "createdDate": "2025-11-25T19:00:00Z", "refundTxId": 7, "hostReference": "h-7",
    })
}

/// A payment of 20 for two items of 10, with these refunds of the first.
fn payment(summary: &str, refunds: Value) -> Value {
    json!({
        "paymentId": "25180208", "paymentStatus": 1, "paymentRefundStatus": summary, "paidPrice": 20, "price": 20, "currency": "TRY",
        "phase": "AUTH", "cancels": [], "itemTransactions": [
            { "paymentTransactionId": "1", "paidPrice": 10, "refunds": refunds },
            { "paymentTransactionId": "2", "paidPrice": 10, "refunds": [] },
        ],
    })
}

fn body(operation: &str) -> String {
    let params = match operation {
        "cancel" => json!({ "paymentId": "25180208", "conversationId": "c-1" }),
        "refundV2" => json!({ "paymentId": "25180208", "price": "5", "conversationId": "c-1" }),
        _ => json!({ "paymentTransactionId": "1", "price": "5", "conversationId": "c-1" }),
    };
    drafted(operation, &params).expect("valid params").body().to_owned()
}

/// The verdict and reason, so many minutes after the sending.
fn asked(operation: &str, minutes: i64, payments: Value) -> String {
    let answer = json!({ "status": "success", "systemTime": NOW, "payments": payments }).to_string();
    let inquiry = at(NOW - minutes * MINUTE, NOW);
    let (verdict, reason) = reconciled(operation, &body(operation), HttpAnswer::new(200, &answer), inquiry);
    format!("{verdict}, {reason}")
}

#[test]
fn each_picture_has_its_reason() {
    let [part, none, all] = ["PARTIALLY_REFUNDED", "NOT_REFUNDED", "TOTALLY_REFUNDED"];
    let own = row("c-1", "5");
    let failed = with(
        own.clone(),
        json!({ "refundStatus": 0, "errorCode": "10220", "errorGroup": "DECLINED" }),
    );
    let nameless = with(
        own.clone(),
        json!({ "refundConversationId": null, "createdDate": null }),
    );
    let cancelled = |mut cancel: Value, summary: &str| {
        let id = cancel["refundConversationId"].take();
        cancel["cancelConversationId"] = id;
        with(payment(summary, json!([])), json!({ "cancels": [cancel] }))
    };
    let sibling = |row: Value| {
        let mut payment = payment(part, json!([]));
        payment["itemTransactions"][1]["refunds"] = json!([row]);
        payment
    };
    for (operation, minutes, payments, expected) in [
        ("refund", 5, payment(none, json!([])), "not-landed, absent"),
        ("refund", 4, payment(none, json!([])), "ambiguous, too-early"),
        ("refund", 5, payment(none, json!([failed])), "not-landed, failed"),
        ("refund", 60, payment(part, json!([own])), "landed, carried-out"),
        ("refund", 60, payment(none, json!([own])), "landed, carried-out"),
        (
            "refund",
            60,
            payment(part, json!([own, own])),
            "ambiguous, other-amount",
        ),
        (
            "refund",
            60,
            payment(part, json!([row("c-1", "4")])),
            "ambiguous, other-amount",
        ),
        (
            "refund",
            60,
            payment(part, json!([with(own.clone(), json!({ "refundStatus": 2 }))])),
            "ambiguous, doubtful-row",
        ),
        (
            "refund",
            60,
            payment(part, json!([with(own.clone(), json!({ "errorMessage": "hata" }))])),
            "ambiguous, doubtful-row",
        ),
        (
            "refund",
            60,
            payment(part, json!([with(own.clone(), json!({ "currencyCode": "EUR" }))])),
            "ambiguous, elsewhere",
        ),
        (
            "refund",
            60,
            payment(part, json!([with(own.clone(), json!({ "currencyCode": "TL" }))])),
            "landed, carried-out",
        ),
        ("refund", 60, sibling(own.clone()), "ambiguous, elsewhere"),
        (
            "refund",
            60,
            with(payment(part, json!([own])), json!({ "paymentStatus": 0 })),
            "ambiguous, contradiction",
        ),
        // The id was used long before the request was sent.
        ("refund", 5, payment(part, json!([own])), "ambiguous, earlier-row"),
        (
            "refund",
            60,
            payment(part, json!([row("C-1", "5")])),
            "ambiguous, similar-id",
        ),
        (
            "refund",
            5,
            payment(part, json!([row("C-1", "5")])),
            "ambiguous, earlier-row",
        ),
        (
            "refund",
            60,
            payment(part, json!([nameless])),
            "ambiguous, no-conversation-id",
        ),
        (
            "refund",
            60,
            payment(
                part,
                json!([with(nameless.clone(), json!({ "refundConversationId": "null" }))]),
            ),
            "ambiguous, no-conversation-id",
        ),
        (
            "refund",
            60,
            payment(part, json!([with(nameless.clone(), json!({ "refundStatus": null }))])),
            "ambiguous, doubtful-row",
        ),
        (
            "refund",
            60,
            payment(part, json!([with(nameless.clone(), json!({ "refundPrice": 4 }))])),
            "not-landed, absent",
        ),
        ("refund", 60, sibling(nameless.clone()), "ambiguous, no-conversation-id"),
        // However the currency is spelled, the row may be ours.
        (
            "refund",
            60,
            payment(part, json!([with(nameless, json!({ "currencyCode": "949" }))])),
            "ambiguous, no-conversation-id",
        ),
        // An earlier row explains the summary; whether ours landed as well it can't tell.
        (
            "refund",
            29,
            payment(part, json!([row("other-7", "5")])),
            "ambiguous, too-early",
        ),
        (
            "refund",
            30,
            payment(part, json!([row("other-7", "5")])),
            "not-landed, absent",
        ),
        ("refund", 5, payment(part, json!([])), "ambiguous, contradiction"),
        (
            "refund",
            60,
            payment(all, json!([row("other-7", "5")])),
            "ambiguous, contradiction",
        ),
        ("refund", 60, payment("REFUNDED", json!([])), "ambiguous, contradiction"),
        (
            "refund",
            60,
            with(payment(none, json!([])), json!({ "paymentRefundStatus": null })),
            "ambiguous, incomplete",
        ),
        (
            "refund",
            60,
            payment(part, json!([row("other-7", "12")])),
            "not-landed, absent",
        ),
        // A list that is left out matters where the summary can't tell.
        (
            "refund",
            5,
            with(payment(none, json!([])), json!({ "cancels": null })),
            "not-landed, absent",
        ),
        (
            "refund",
            60,
            with(payment(part, json!([row("other-7", "5")])), json!({ "cancels": null })),
            "ambiguous, incomplete",
        ),
        (
            "refundV2",
            60,
            with(payment(part, json!([row("other-7", "5")])), json!({ "paidPrice": 30 })),
            "ambiguous, incomplete",
        ),
        (
            "refund",
            60,
            with(payment(none, json!([])), json!({ "refunds": [own] })),
            "ambiguous, elsewhere",
        ),
        (
            "refund",
            29,
            with(payment(none, json!([])), json!({ "paymentStatus": 2 })),
            "ambiguous, too-early",
        ),
        (
            "refund",
            30,
            with(payment(none, json!([])), json!({ "paymentStatus": 2 })),
            "not-landed, absent",
        ),
        (
            "refund",
            60,
            with(
                payment(part, json!([row("other-7", "5")])),
                json!({ "paymentStatus": 0 }),
            ),
            "ambiguous, contradiction",
        ),
        (
            "refund",
            60,
            with(payment(none, json!([])), json!({ "itemTransactions": [] })),
            "ambiguous, not-found",
        ),
        (
            "refundV2",
            60,
            with(payment(none, json!([])), json!({ "itemTransactions": null })),
            "ambiguous, incomplete",
        ),
        (
            "refundChargedFromMerchant",
            600,
            payment(none, json!([])),
            "ambiguous, unlisted",
        ),
        (
            "refundChargedFromMerchant",
            60,
            payment(part, json!([own])),
            "landed, carried-out",
        ),
        // An amount may stand among the cancels, and then it is no cancel of the whole.
        ("refundV2", 60, cancelled(own.clone(), part), "landed, carried-out"),
        ("refund", 60, cancelled(own.clone(), part), "ambiguous, elsewhere"),
        (
            "refund",
            60,
            cancelled(row("other-7", "3"), all),
            "ambiguous, contradiction",
        ),
        ("refund", 60, cancelled(row("other-7", "3"), part), "not-landed, absent"),
        (
            "refund",
            60,
            cancelled(row("other-7", "20"), none),
            "not-landed, absent",
        ),
        ("cancel", 60, cancelled(row("c-1", "20"), none), "landed, carried-out"),
        ("cancel", 60, cancelled(row("c-1", "1"), all), "landed, carried-out"),
        ("cancel", 60, payment(part, json!([own])), "ambiguous, elsewhere"),
        ("cancel", 29, payment(none, json!([])), "ambiguous, too-early"),
        ("cancel", 30, payment(none, json!([])), "not-landed, absent"),
        (
            "cancel",
            60,
            with(payment(none, json!([])), json!({ "cancels": null })),
            "ambiguous, incomplete",
        ),
    ] {
        let found = asked(operation, minutes, json!([payments]));
        assert_eq!(found, expected, "{operation} after {minutes} minutes: {payments}");
    }
    let mut unlisted = sibling(row("other-7", "5"));
    unlisted["itemTransactions"][0]["refunds"] = Value::Null;
    assert_eq!(asked("refund", 60, json!([unlisted])), "ambiguous, incomplete");
    let twice = payment(none, json!([]));
    assert_eq!(asked("refund", 60, json!([twice, twice])), "ambiguous, contradiction");
}

#[test]
fn an_answer_that_is_none_has_its_reason() {
    let good = json!({ "status": "success", "systemTime": NOW, "payments": [payment("NOT_REFUNDED", json!([]))] });
    let late = at(NOW - 60 * MINUTE, NOW);
    let untimed = Inquiry::default();
    let times = |sent_at, asked_at| Inquiry {
        times: Some(Times { sent_at, asked_at }),
        question: None,
    };
    let refused = |code: &str| json!({ "status": "failure", "errorCode": code }).to_string();
    let mut reasons = BTreeSet::new();
    for (status, text, inquiry, expected) in [
        (200, good.to_string(), late, "absent"),
        (200, good.to_string(), untimed, "no-times"),
        // Seconds, zero, and the digits of a date are no times.
        (200, good.to_string(), times(1_764_096_400, NOW), "no-times"),
        (200, good.to_string(), times(0, NOW), "no-times"),
        (200, good.to_string(), times(202_511_251_940, NOW), "no-times"),
        (200, good.to_string(), times(NOW, NOW - 60 * MINUTE), "clock-skew"),
        (
            200,
            with(good.clone(), json!({ "systemTime": null })).to_string(),
            times(NOW, NOW - 60 * MINUTE),
            "too-early",
        ),
        (
            200,
            with(good.clone(), json!({ "systemTime": NOW - 3 * MINUTE })).to_string(),
            late,
            "clock-skew",
        ),
        (
            200,
            with(good.clone(), json!({ "errorGroup": "SYSTEM_ERROR" })).to_string(),
            late,
            "contradiction",
        ),
        (
            200,
            with(good.clone(), json!({ "status": "waiting" })).to_string(),
            late,
            "unreadable",
        ),
        (503, good.to_string(), late, "http-status"),
        (302, good.to_string(), late, "http-status"),
        (200, refused("5087"), late, "not-found"),
        (200, refused("10219"), late, "refused"),
        (200, String::new(), late, "unreadable"),
        (200, "<html>".to_owned(), late, "unreadable"),
    ] {
        let (_, reason) = reconciled("refund", &body("refund"), HttpAnswer::new(status, &text), inquiry);
        assert_eq!(reason, expected, "{status} {text}");
        reasons.insert(reason);
    }
    let none = reconcile(&sent("refund", &body("refund")), None, late).verdict();
    assert_eq!(none.reason(), "no-answer");
    let good = good.to_string();
    let (verdict, reason) = reconciled(
        "paymentDetails",
        "/v2/reporting/payment/details?paymentId=1",
        HttpAnswer::new(200, &good),
        late,
    );
    assert_eq!((verdict, reason), ("ambiguous", "request-unreadable"));
    assert!(Asked::recall(Operation::Refund, "{}").is_err());
    assert!(
        reasons.len() > 8 && Doubt::ALL.len() == 21,
        "a new reason needs a picture"
    );
}

#[test]
fn a_draft_is_weighed_without_waiting() {
    let body = body("refund");
    let weighed = |payment: Value, times: Option<Times>| {
        let answer = json!({ "status": "success", "systemTime": NOW, "payments": [payment] }).to_string();
        let inquiry = Inquiry { times, question: None };
        let found = precheck(&sent("refund", &body), Some(HttpAnswer::new(200, &answer)), inquiry).verdict();
        format!("{}, {}", found.as_str(), found.reason())
    };
    let fresh = Some(Times {
        sent_at: NOW,
        asked_at: NOW,
    });
    let stale = Some(Times {
        sent_at: NOW,
        asked_at: NOW + 60 * MINUTE,
    });
    let clean = payment("NOT_REFUNDED", json!([]));
    let panel = with(row("", "5"), json!({ "refundConversationId": null }));
    let failed = with(row("c-1", "5"), json!({ "refundStatus": 0, "errorCode": "10220" }));
    for (payment, times, expected) in [
        (clean.clone(), None, "clear, absent"),
        (clean.clone(), fresh, "clear, absent"),
        (clean, stale, "ambiguous, clock-skew"),
        (payment("NOT_REFUNDED", json!([failed])), None, "clear, failed"),
        (
            payment("PARTIALLY_REFUNDED", json!([row("c-1", "5")])),
            None,
            "landed, carried-out",
        ),
        (
            payment("PARTIALLY_REFUNDED", json!([row("c-1", "5")])),
            fresh,
            "ambiguous, earlier-row",
        ),
        // An earlier life of the same intent, whose id was altered on its way.
        (
            payment("PARTIALLY_REFUNDED", json!([row("C-1", "5")])),
            None,
            "ambiguous, similar-id",
        ),
        (
            payment("PARTIALLY_REFUNDED", json!([row("C-1", "5")])),
            fresh,
            "ambiguous, earlier-row",
        ),
        // A refund in the panel is older than the draft, if anybody says how old that is.
        (
            payment("PARTIALLY_REFUNDED", json!([panel])),
            None,
            "ambiguous, no-conversation-id",
        ),
        (payment("PARTIALLY_REFUNDED", json!([panel])), fresh, "clear, absent"),
        (
            payment("PARTIALLY_REFUNDED", json!([])),
            fresh,
            "ambiguous, contradiction",
        ),
    ] {
        assert_eq!(weighed(payment.clone(), times), expected, "{payment}");
    }
}

#[test]
fn the_rows_are_shown() {
    let answer =
        json!({ "status": "success", "payments": [payment("PARTIALLY_REFUNDED", json!([row("c-1", "5.00")]))] });
    let answer = answer.to_string();
    let found = reconcile(
        &sent("refund", &body("refund")),
        Some(HttpAnswer::new(200, &answer)),
        Inquiry::default(),
    );
    let json: Value = serde_json::from_str(&serde_json::to_string(&found).expect("JSON")).expect("JSON");
    let expected = json!({ "verdict": "landed", "reason": "carried-out", "reversals": [{
        "id": "7", "reference": "c-1", "paymentId": "25180208", "paymentTransactionId": "1", "amount": "5", "currency": "TRY",
        "createdDate": "2025-11-25T19:00:00Z", "hostReference": "h-7", "state": "carried-out",
    }] });
    assert_eq!(json, expected);
    assert_eq!(serde_json::to_value(&found).expect("JSON"), expected);
}
