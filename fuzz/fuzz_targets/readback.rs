//! No verdict contradicts what happened, and none relies on a missing row.

#![no_main]

use fuzz::{Input, received};
use iyzico_reversals::{Asked, Draft, HttpAnswer, Inquiry, Operation, Params, Times, precheck, reconcile};
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};
use worlds::{Bytes, TillWorld, World};

fuzz_target!(|bytes: &[u8]| {
    match Input::new(bytes) {
        Input::Text(text) => {
            let (operation, http_status, answer) = received(text);
            hold_text(operation, http_status, answer);
        }
        Input::Choices(_) => {
            hold_world(&World::draw(&mut Bytes(bytes)));
            hold_till(&TillWorld::draw(&mut Bytes(bytes)));
        }
    }
});

fn drafted(operation: &str, params: &Value) -> Option<Draft> {
    let params = Params::check(operation.parse().ok()?, &params.to_string(), None).ok()?;
    Draft::new(params).ok()
}

fn verdict(asked: &impl AsRef<Asked>, answer: HttpAnswer<'_>, times: Times, question: Option<&str>) -> &'static str {
    let times = Some(times);
    let question = question.and_then(|body| Asked::recall(Operation::TransactionStatus, body).ok());
    let question = question.as_ref();
    reconcile(asked, Some(answer), Inquiry { times, question })
        .verdict()
        .as_str()
}

fn hold_world(world: &World) {
    let World { truth, shown } = world;
    let body = world.legacy_body().unwrap_or_else(|| {
        let draft = drafted(truth.sent.operation, &truth.sent.params).expect("valid params");
        draft.body().to_owned()
    });
    let operation = truth.sent.operation.parse().expect("an operation");
    let asked = Asked::recall(operation, &body).expect("a request of ours");
    let answer = HttpAnswer::new(shown.http_status, &shown.text);
    let times = Times {
        sent_at: truth.sent.at,
        asked_at: shown.asked_at,
    };
    let found = verdict(&asked, answer, times, None);
    assert_eq!(world.objection(found), None, "{world:#?}");
    let found = precheck(&asked, Some(answer), Inquiry::default()).verdict();
    assert_eq!(world.objection_to_draft(found.as_str()), None, "{world:#?}");
}

fn hold_till(world: &TillWorld) {
    let draft = drafted(world.operation, &world.params).expect("valid params");
    let times = Times {
        sent_at: world.sent_at,
        asked_at: world.asked_at,
    };
    let answer = HttpAnswer::new(world.http_status, &world.text);
    let found = verdict(&draft, answer, times, world.question.as_deref());
    assert_eq!(world.objection(found), None, "{world:#?}");
}

/// For an arbitrary answer: `landed` needs a row with the request's id, and `not-landed` excludes one.
fn hold_text(operation: &str, http_status: u16, answer: &str) {
    let params = match operation {
        "refund" | "refundChargedFromMerchant" => json!({ "paymentTransactionId": "1", "price": "5" }),
        "refundV2" => json!({ "paymentId": "1", "price": "5" }),
        "cancel" => json!({ "paymentId": "1" }),
        _ => return,
    };
    let mut params = params;
    params["conversationId"] = json!("c-1");
    let draft = drafted(operation, &params).expect("valid params");
    let times = Times {
        sent_at: 1_764_096_400_000,
        asked_at: 1_764_100_000_000,
    };
    let found = verdict(&draft, HttpAnswer::new(http_status, answer), times, None);
    if found == "ambiguous" {
        return;
    }
    assert!((200..300).contains(&http_status), "{http_status}");
    let answer: Value = serde_json::from_str(answer).expect("an answer that decides is JSON");
    let rows = rows(&answer);
    let is_own = |row: &&Value| {
        ["refundConversationId", "cancelConversationId"]
            .iter()
            .any(|name| row[*name] == "c-1")
    };
    let is_failed = |row: &Value| row["refundStatus"].as_str().unwrap_or(&row["refundStatus"].to_string()) == "0";
    match found {
        "landed" => assert!(rows.iter().filter(is_own).any(|row| !is_failed(row)), "{answer}"),
        _ => assert!(rows.iter().filter(is_own).all(is_failed), "{answer}"),
    }
}

fn rows(answer: &Value) -> Vec<Value> {
    let list = |of: &Value, name: &str| of[name].as_array().cloned().unwrap_or_default();
    let mut rows = Vec::new();
    for payment in list(answer, "payments") {
        rows.extend(list(&payment, "cancels"));
        for item in list(&payment, "itemTransactions") {
            rows.extend(list(&item, "refunds"));
        }
    }
    rows
}
