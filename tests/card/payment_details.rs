//! `paymentDetails`: a GET that is signed without its query, and an answer that is typed throughout.

use iyzico_reversals::{Asked, Draft, HttpAnswer, Operation, RandomKey};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::calls::{drafted, iyzico, verdict};
use crate::vectors::{changed, list, parse, text};
use crate::{checks_params, questions};

const PATH: &str = "/v2/reporting/payment/details";

fn answer() -> String {
    list(&questions()["answer"]).iter().map(text).collect()
}

fn read(params: &Value, answer: &str) -> &'static str {
    let draft = drafted("paymentDetails", params).expect("valid");
    verdict(&iyzico().read(&draft, Some(HttpAnswer::new(200, answer))))
}

#[test]
fn the_question_is_a_get_whose_query_is_not_signed() {
    let params = json!({ "locale": "en", "conversationId": "soru 1", "paymentId": "25180188" });
    let draft = drafted("paymentDetails", &params).expect("valid");
    assert_eq!(
        draft.path(),
        format!("{PATH}?locale=en&conversationId=soru%201&paymentId=25180188")
    );
    assert_eq!(draft.body(), "");
    let random_key = RandomKey::fixed("rnd");
    let request = iyzico()
        .request(draft.clone(), random_key.clone())
        .expect("a merchant's operation");
    assert_eq!(
        request.url(),
        format!("https://sandbox-api.iyzipay.com{}", draft.path())
    );
    assert_eq!(request.body(), None);
    let json: Value = serde_json::to_value(&request).expect("JSON");
    assert_eq!((&json["method"], &json["body"]), (&json!("GET"), &Value::Null));
    let expected = iyzico().authorize("GET", PATH, "", random_key).expect("headers");
    let headers = |headers| serde_json::to_value(headers).expect("JSON");
    assert_eq!(headers(request.headers()), headers(&expected));
}

#[test]
fn it_asks_by_one_of_two_ids() {
    checks_params("paymentDetails");
}

#[test]
fn a_question_that_was_altered_is_refused() {
    let questions = questions();
    let draft = drafted("paymentDetails", &questions["draft"]).expect("valid");
    assert_eq!(draft.path(), text(&questions["path"]));
    let original: Value = serde_json::to_value(&draft).expect("JSON");
    assert!(Draft::reopen(&original.to_string()).is_ok());
    for case in list(&questions["altered"]) {
        let altered = changed(&original, &case["with"]).to_string();
        let issues = Draft::reopen(&altered).expect_err("altered");
        let has_code = issues.iter().any(|issue| json!(issue.code()) == case["code"]);
        assert!(has_code, "{}: {issues:?}", case["why"]);
    }
}

#[test]
fn an_answer_is_typed_throughout() {
    let questions = questions();
    let draft = drafted("paymentDetails", &questions["question"]).expect("valid");
    let answer = answer();
    let outcome = iyzico().read(&draft, Some(HttpAnswer::new(200, &answer)));
    let json = serde_json::to_value(outcome).expect("JSON");
    assert_eq!(json["data"], questions["data"], "{json}");
}

#[test]
fn a_payment_of_four_hundred_items_is_read_with_room_to_spare() {
    let mut answer = parse(&answer());
    let refund = json!({
        "refundTxId": "30000001", "refundConversationId": "return-7", "refundPrice": 5, "refundStatus": 1,
        "isAfterSettlement": false, "createdDate": "2026-04-06T13:00:00.000Z", "currencyCode": "TRY", "authCode": "512823",
        "hostReference": "mock00007iyzihostrfn",
    });
    let item =
        |id: u32| json!({ "paymentTransactionId": id, "price": 12, "paidPrice": 12, "refunds": [refund, refund] });
    answer["payments"][0]["itemTransactions"] = (0..400).map(item).collect();
    let answer = answer.to_string();
    let longest = Operation::PaymentDetails.longest_answer();
    assert!(answer.len() > 200_000 && answer.len() * 2 < longest, "{}", answer.len());
    assert_eq!(read(&json!({ "paymentId": "25180188" }), &answer), "success");
}

#[test]
fn a_wrong_value_deep_inside_spoils_the_answer() {
    let questions = questions();
    for case in list(&questions["malformed"]) {
        let path = list(&case["path"]);
        let (name, parents) = path.split_last().expect("a path");
        for value in list(&case["values"]) {
            let mut answer = parse(&answer());
            let mut parent = &mut answer;
            for step in parents {
                parent = match step.as_str() {
                    Some(name) => &mut parent[name],
                    None => &mut parent[index(step)],
                };
            }
            match (name.as_str(), value == "absent") {
                (Some(name), true) => drop(parent.as_object_mut().expect("an object").remove(name)),
                (Some(name), false) => parent[name] = value.clone(),
                (None, _) => parent[index(name)] = value.clone(),
            }
            let found = read(&questions["question"], &answer.to_string());
            assert_eq!(found, "malformed", "{}: {value}", case["path"]);
        }
    }
}

fn index(step: &Value) -> usize {
    step.as_u64().and_then(|at| at.try_into().ok()).expect("an index")
}

#[test]
fn every_payment_is_the_one_that_was_asked_for() {
    for case in list(&questions()["echo"]) {
        let answer = changed(&parse(&answer()), &case["with"]).to_string();
        assert_eq!(read(&case["params"], &answer), text(&case["expect"]), "{}", case["why"]);
    }
}

#[test]
fn it_may_be_asked_again() {
    for path in [
        "",
        "/v2/reporting/payment/details?paymentId=%",
        "/v2/reporting/payment/details?paymentId=1&paymentId=2",
        "/v2/reporting/payment/details?paymentId=1&x=2",
        "/v2/reporting/payment/details?paymentId",
    ] {
        assert!(Asked::recall(Operation::PaymentDetails, path).is_err(), "{path}");
    }
    let asked =
        |operation: &str, text: &str| Asked::recall(operation.parse().expect("an operation"), text).expect("a request");
    for (operation, text, advice) in [
        (
            "paymentDetails",
            "/v2/reporting/payment/details?paymentId=1",
            "retry-later",
        ),
        // What moves money is read back instead.
        ("cancel", r#"{"paymentId":"1"}"#, "reconcile"),
        (
            "terminal.void",
            r#"{"deviceUniqueId":"1","paymentId":"1","paymentDate":20251125,"transactionReferenceId":"1"}"#,
            "reconcile",
        ),
    ] {
        let json = serde_json::to_value(iyzico().read(&asked(operation, text), None)).expect("JSON");
        assert_eq!(json["advice"], advice, "{operation}");
    }
}

proptest! {
    /// Any text travels in the query as any parser reads it, and comes back.
    #[test]
    fn a_question_comes_back_as_it_was(id in "[^\\p{Cc}]{1,20}") {
        let draft = drafted("paymentDetails", &json!({ "paymentConversationId": id })).expect("valid");
        let (_, query) = draft.path().split_once("?paymentConversationId=").expect("a query");
        prop_assert!(query.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte)), "{}", query);
        let reopened = Draft::reopen(&serde_json::to_string(&draft).expect("JSON")).expect("a draft of ours");
        prop_assert_eq!(reopened.path(), draft.path());
        let payment = json!({ "paymentId": "1", "paymentConversationId": id });
        let mine = json!({ "status": "success", "payments": [payment] }).to_string();
        let found = iyzico().read(&draft, Some(HttpAnswer::new(200, &mine)));
        prop_assert_eq!(verdict(&found), "success");
    }
}
