//! After a doubt: the question of what became of a payment, its answer, and what that says of a request.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail"
)]

use iyzico_reversals::{
    Amount, Code, Credentials, Draft, Endpoint, Issue, Iyzico, Outcome, Params, RandomKey, Reconciliation, Verdict,
    refundable,
};
use proptest::prelude::*;
use serde_json::{Value, json};

const PATH: &str = "/v2/reporting/payment/details";

fn drafted(operation: &str, params: &Value) -> Result<Draft, Vec<Issue>> {
    Params::check(operation, &params.to_string(), None).and_then(|params| Draft::new(&params))
}

fn codes(issues: &[Issue]) -> Vec<(String, Code)> {
    issues
        .iter()
        .map(|issue| (issue.path().join("."), issue.code()))
        .collect()
}

fn iyzico() -> Iyzico {
    let keys = Credentials::new("api".to_owned().into(), "secret".to_owned().into()).expect("valid keys");
    Iyzico::new(keys, Endpoint::new(Some("sandbox"), None).expect("an endpoint"))
}

/// A JSON value with exactly this spelling.
fn token(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

fn details(payments: Value) -> String {
    json!({ "status": "success", "payments": payments }).to_string()
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
    let json: Value = serde_json::from_str(&request.to_json()).expect("JSON");
    assert_eq!((&json["method"], &json["body"]), (&json!("GET"), &Value::Null));
    let expected = iyzico().authorize("GET", PATH, "", random_key).expect("headers");
    assert_eq!(request.headers().to_json(), expected.to_json());
}

#[test]
fn it_asks_by_one_of_two_ids() {
    for (params, expected) in [
        (json!({ "paymentId": "1" }), vec![]),
        (json!({ "paymentConversationId": "a" }), vec![]),
        (json!({}), vec![("paymentId", Code::Missing)]),
        (
            json!({ "paymentId": "1", "paymentConversationId": "a" }),
            vec![("paymentConversationId", Code::NotWith)],
        ),
        (json!({ "paymentId": 1 }), vec![("paymentId", Code::Type)]),
        (
            json!({ "paymentConversationId": "" }),
            vec![("paymentConversationId", Code::Empty)],
        ),
        (
            json!({ "paymentId": "1", "price": "5" }),
            vec![("price", Code::UnknownField)],
        ),
    ] {
        let found = drafted("paymentDetails", &params).map_or_else(|issues| codes(&issues), |_| vec![]);
        let expected: Vec<_> = expected
            .into_iter()
            .map(|(path, code)| (path.to_owned(), code))
            .collect();
        assert_eq!(found, expected, "{params}");
    }
}

#[test]
fn a_question_that_was_altered_is_refused() {
    let params = json!({ "locale": "en", "paymentId": "25180188" });
    let draft = drafted("paymentDetails", &params).expect("valid");
    let path = draft.path();
    let original: Value = serde_json::from_str(&draft.to_json()).expect("JSON");
    assert!(Draft::reopen(&original.to_string()).is_ok());
    for (name, value, code) in [
        ("path", PATH.to_owned(), Code::Missing),
        ("path", path.replace("88", "89"), Code::DraftAltered),
        ("path", format!("{path}&x=1"), Code::UnknownField),
        ("path", format!("{path}&paymentId=1"), Code::Missing),
        ("path", path.replace("=en", "=de"), Code::Locale),
        ("path", path.replace("=2518", "=%32518"), Code::DraftAltered),
        ("path", format!("https://example.com{path}"), Code::DraftAltered),
        ("body", "{}".to_owned(), Code::DraftAltered),
        ("method", "POST".to_owned(), Code::DraftAltered),
    ] {
        let mut altered = original.clone();
        altered[name] = json!(value);
        let issues = Draft::reopen(&altered.to_string()).expect_err("altered");
        assert!(issues.iter().any(|issue| issue.code() == code), "{value}: {issues:?}");
    }
}

#[test]
fn a_callback_is_an_https_address() {
    let asked = |url: Value| drafted("refundToBalance", &json!({ "paymentId": "1", "callbackUrl": url }));
    for url in ["https://x", "https://example.com/geri?a=b:c#d"] {
        assert!(asked(json!(url)).is_ok(), "{url}");
    }
    for (url, code) in [
        (json!("https://"), Code::Url),
        (json!("http://example.com"), Code::Url),
        (json!("HTTPS://example.com"), Code::Url),
        (json!("https://exa mple.com"), Code::Url),
        (json!("https://örnek.com"), Code::Url),
        (json!("https://example.com\n"), Code::ControlCharacter),
        (json!(""), Code::Empty),
        (json!(5), Code::Type),
    ] {
        let issues = asked(url.clone()).expect_err("refused");
        assert_eq!(codes(&issues), [("callbackUrl".to_owned(), code)], "{url}");
    }
}

fn read(params: &Value, answer: &str) -> Result<String, &'static str> {
    let draft = drafted("paymentDetails", params).expect("valid");
    let outcome = iyzico().read("paymentDetails", draft.path(), Some(200), Some(answer));
    match outcome.verdict() {
        Verdict::Success(_) => {
            let json: Value = serde_json::from_str(&outcome.to_json()).expect("JSON");
            Ok(json["data"].to_string())
        }
        Verdict::Failure { advice, .. } => Err(advice.as_str()),
        Verdict::Unknown { reason, .. } => Err(reason.as_str()),
    }
}

fn whole() -> Value {
    json!({ "status": "success", "payments": [{
        "paymentId": 25_180_188, "paymentStatus": 1, "paidPrice": token("1.2E+1"), "currency": "TRY", "threeDS": false,
        "paymentConversationId": "siparis-1",
        "cancels": [{ "refundId": token("9007199254740993"), "refundPrice": token("0E-8"), "refundStatus": 1 }],
        "itemTransactions": [
            { "paymentTransactionId": 27_169_345, "paidPrice": "12.00",
              "refunds": [{ "refundPrice": token("5.00"), "refundStatus": "1", "isAfterSettlement": false }] },
            { "paymentTransactionId": "27169346" },
        ],
    }] })
}

#[test]
fn an_answer_is_typed_through_and_through() {
    let expected = json!({ "payments": [{
        "paymentId": "25180188", "paymentStatus": 1, "paidPrice": "12", "currency": "TRY",
        "paymentConversationId": "siparis-1",
        "cancels": [{ "refundId": "9007199254740993", "refundPrice": "0", "refundStatus": 1 }],
        "itemTransactions": [
            { "paymentTransactionId": "27169345", "paidPrice": "12",
              "refunds": [{ "refundPrice": "5", "refundStatus": 1, "isAfterSettlement": false }] },
            { "paymentTransactionId": "27169346" },
        ],
    }] });
    let by_id = json!({ "paymentId": "25180188" });
    assert_eq!(read(&by_id, &whole().to_string()), Ok(expected.to_string()));
    assert_eq!(read(&by_id, &details(json!([]))), Ok(r#"{"payments":[]}"#.to_owned()));
}

#[test]
fn a_payment_of_a_hundred_items_is_read_with_room_to_spare() {
    let mut answer = whole();
    let refund = json!({
        "refundTxId": "30000001", "refundConversationId": "return-7", "refundPrice": 5, "refundStatus": 1,
        "isAfterSettlement": false, "createdDate": "2026-04-06T13:00:00.000Z", "currencyCode": "TRY", "authCode": "512823",
        "hostReference": "mock00007iyzihostrfn",
    });
    let item =
        |id: u32| json!({ "paymentTransactionId": id, "price": 12, "paidPrice": 12, "refunds": [refund, refund] });
    answer["payments"][0]["itemTransactions"] = (0..100).map(item).collect();
    let answer = answer.to_string();
    assert!(
        answer.len() > 50_000 && answer.len() * 2 < Outcome::MAX_ANSWER,
        "{}",
        answer.len()
    );
    assert!(read(&json!({ "paymentId": "25180188" }), &answer).is_ok());
}

#[test]
fn what_is_wrong_deep_inside_spoils_it_all() {
    for (pointer, value) in [
        ("/payments", json!({})),
        ("/payments", Value::Null),
        ("/payments/0", json!({})),
        ("/payments/0", json!([])),
        ("/payments/0/paidPrice", json!(-1)),
        ("/payments/0/paymentStatus", json!(1.5)),
        ("/payments/0/cancels", json!({})),
        ("/payments/0/cancels/0/refundPrice", json!("lots")),
        ("/payments/0/itemTransactions/0/paymentTransactionId", Value::Null),
        ("/payments/0/itemTransactions/0/refunds", json!([5])),
        (
            "/payments/0/itemTransactions/0/refunds/0/isAfterSettlement",
            json!("no"),
        ),
        ("/payments/0/itemTransactions/0/refunds/0/refundPrice", json!(true)),
    ] {
        let mut answer = whole();
        *answer.pointer_mut(pointer).expect("it is there") = value;
        let found = read(&json!({ "paymentId": "25180188" }), &answer.to_string());
        assert_eq!(found, Err("malformed"), "{pointer}");
    }
}

#[test]
fn every_payment_is_the_one_that_was_asked_for() {
    let answer = whole().to_string();
    for (params, right) in [
        (json!({ "paymentId": "25180188" }), true),
        (json!({ "paymentId": "25180189" }), false),
        (json!({ "paymentConversationId": "siparis-1" }), true),
        (json!({ "paymentConversationId": "siparis-2" }), false),
        (json!({ "paymentId": "25180188", "conversationId": "soru-1" }), false),
    ] {
        let found = read(&params, &answer);
        assert_eq!(found.is_ok(), right, "{params}");
        assert!(right || found == Err("echo-mismatch"), "{params}");
    }
    let two = details(json!([{ "paymentId": "1" }, { "paymentId": "2" }]));
    assert_eq!(read(&json!({ "paymentId": "1" }), &two), Err("echo-mismatch"));
    assert_eq!(read(&json!({ "paymentId": "2" }), &two), Err("echo-mismatch"));
    assert!(
        read(&json!({ "paymentConversationId": "a" }), &two).is_ok(),
        "it may be left out"
    );
}

#[test]
fn a_question_may_be_asked_again() {
    for asked in [
        "",
        "?paymentId=%",
        "?paymentId=1&paymentId=2",
        "?paymentId=1&x=2",
        "?paymentId",
    ] {
        let outcome = iyzico().read("paymentDetails", asked, Some(200), Some(&details(json!([]))));
        let expected = r#"{"status":"unknown","operation":"paymentDetails","httpStatus":200,"reason":"request-unreadable","error":null,"advice":"retry-later"}"#;
        assert_eq!(outcome.to_json(), expected, "{asked}");
    }
    for (operation, body, advice) in [
        ("paymentDetails", "?paymentId=1", "retry-later"),
        (
            "refundToBalance",
            r#"{"paymentId":"1","callbackUrl":"https://x"}"#,
            "retry-later",
        ),
        ("cancel", r#"{"paymentId":"1"}"#, "reconcile"),
        ("terminal.void", "{}", "reconcile"),
        ("no such", "", "reconcile"),
    ] {
        let json: Value = serde_json::from_str(&iyzico().read(operation, body, None, None).to_json()).expect("JSON");
        assert_eq!(json["advice"], advice, "{operation}");
    }
}

/// The operations that move money, and how each names its payment.
const MOVING: [&str; 4] = ["refund", "refundChargedFromMerchant", "refundV2", "cancel"];

fn params(operation: &str, conversation_id: Option<&str>) -> Value {
    let mut params = match operation {
        "cancel" => json!({ "paymentId": "25180188" }),
        "refundV2" => json!({ "paymentId": "25180188", "price": "5.00" }),
        _ => json!({ "paymentTransactionId": "27169345", "price": "5.00" }),
    };
    if let Some(id) = conversation_id {
        params["conversationId"] = json!(id);
    }
    params
}

fn reversal(conversation_id: Value, price: Value, status: Value) -> Value {
    json!({ "refundConversationId": conversation_id, "cancelConversationId": conversation_id, "refundPrice": price, "refundStatus": status })
}

fn done(conversation_id: &str, price: &str) -> Value {
    reversal(json!(conversation_id), token(price), json!(1))
}

/// The payment that `operation` is about.
fn payment(operation: &str, reversals: &[Value]) -> Value {
    let (cancels, refunds) = match operation {
        "cancel" => (reversals, &[][..]),
        _ => (&[][..], reversals),
    };
    json!({ "paymentId": "25180188", "cancels": cancels, "itemTransactions": [{ "paymentTransactionId": "27169345", "refunds": refunds }] })
}

fn reconciled(operation: &str, conversation_id: Option<&str>, answer: &str) -> &'static str {
    let draft = drafted(operation, &params(operation, conversation_id)).expect("valid");
    Reconciliation::read(operation, draft.body(), Some(200), Some(answer)).as_str()
}

#[test]
fn only_what_stands_there_for_certain_decides() {
    let [landed, not_landed, ambiguous] = ["landed", "not-landed", "ambiguous"];
    let own = Some("return-7");
    // Expected of a refund by item, of one by amount, and of a cancel.
    for (asked, reversals, expected) in [
        (own, vec![], [not_landed; 3]),
        (None, vec![], [not_landed; 3]),
        (own, vec![done("return-7", "5")], [landed; 3]),
        (own, vec![done("return-7", "50e-1")], [landed; 3]),
        (own, vec![done("another", "5"), done("return-7", "5.00")], [landed; 3]),
        (own, vec![done("another", "5"), done("return-8", "5")], [not_landed; 3]),
        (
            own,
            vec![done("return-7", "5"), done("return-7", "5")],
            [ambiguous, ambiguous, landed],
        ),
        (own, vec![done("return-7", "4")], [ambiguous, ambiguous, landed]),
        (
            own,
            vec![done("return-7", "5.00000001")],
            [ambiguous, ambiguous, landed],
        ),
        (own, vec![done("return-7", "2"), done("return-7", "3")], [landed; 3]),
        (own, vec![done("return-7", "0")], [ambiguous; 3]),
        (own, vec![done("return-7", "\"lots\"")], [ambiguous; 3]),
        (own, vec![done("", "5")], [ambiguous; 3]),
        (own, vec![done("", "5"), done("return-7", "5")], [ambiguous; 3]),
        (own, vec![done("", "4")], [not_landed, ambiguous, ambiguous]),
        (own, vec![done("", "0")], [ambiguous; 3]),
        (None, vec![done("return-7", "5")], [ambiguous; 3]),
        (None, vec![done("return-7", "4")], [not_landed, ambiguous, ambiguous]),
        (None, vec![done("", "5")], [ambiguous; 3]),
        (own, vec![reversal(Value::Null, token("5"), json!(1))], [ambiguous; 3]),
        (own, vec![reversal(Value::Null, Value::Null, json!(1))], [ambiguous; 3]),
        (
            own,
            vec![reversal(json!("return-7"), Value::Null, json!(1))],
            [ambiguous; 3],
        ),
        (
            own,
            vec![reversal(json!("return-7"), token("5"), Value::Null)],
            [ambiguous; 3],
        ),
        (
            own,
            vec![reversal(json!("return-7"), token("5"), json!(0))],
            [ambiguous; 3],
        ),
        (
            own,
            vec![reversal(json!("return-7"), token("4"), json!(0))],
            [ambiguous; 3],
        ),
        (
            own,
            vec![reversal(json!("return-7"), token("5"), json!("1"))],
            [landed; 3],
        ),
        (
            own,
            vec![reversal(json!("another"), token("5"), json!(0))],
            [not_landed; 3],
        ),
    ] {
        for operation in MOVING {
            let expected = expected[match operation {
                "cancel" => 2,
                "refundV2" => 1,
                _ => 0,
            }];
            let answer = details(json!([payment(operation, &reversals)]));
            assert_eq!(
                reconciled(operation, asked, &answer),
                expected,
                "{operation} {asked:?} {answer}"
            );
        }
    }
}

#[test]
fn only_its_own_payment_says_anything() {
    for operation in MOVING {
        let answers = |answer: &str| reconciled(operation, Some("return-7"), answer);
        let right = payment(operation, &[done("return-7", "5")]);
        let mut other = right.clone();
        other["paymentId"] = json!("1");
        other["itemTransactions"][0]["paymentTransactionId"] = json!("1");
        let bare = payment(operation, &[]);
        assert_eq!(answers(&details(json!([]))), "ambiguous");
        assert_eq!(answers(&details(json!([other]))), "ambiguous");
        assert_eq!(answers(&details(json!([other, right]))), "landed");
        assert_eq!(answers(&details(json!([other, bare]))), "not-landed");
        // A cancel is no refund, nor a refund a cancel.
        let elsewhere = if operation == "cancel" { "refund" } else { "cancel" };
        assert_eq!(
            answers(&details(json!([payment(elsewhere, &[done("return-7", "5")])]))),
            "not-landed"
        );
    }
}

#[test]
fn no_refusal_or_rubble_decides() {
    for operation in MOVING {
        let draft = drafted(operation, &params(operation, Some("return-7"))).expect("valid");
        let good = details(json!([payment(operation, &[done("return-7", "5")])]));
        let with = |members: &str| good.replacen('{', &format!("{{{members},"), 1);
        for (http_status, answer, expected) in [
            (Some(400), Some(good.as_str()), "landed"),
            (Some(200), Some(&with(r#""errorCode":"0""#)), "landed"),
            (Some(200), Some(&with(r#""errorCode":"10219""#)), "ambiguous"),
            (Some(200), Some(&with(r#""status":"success""#)), "ambiguous"),
            (Some(200), Some(&good.replace("success", "failure")), "ambiguous"),
            (Some(200), Some(&good.replace("success", "pending")), "ambiguous"),
            (
                Some(200),
                Some(r#"{"status":"failure","errorCode":"5087"}"#),
                "ambiguous",
            ),
            (
                Some(200),
                Some(r#"{"status":"failure","errorCode":"380108"}"#),
                "ambiguous",
            ),
            (Some(200), Some(r#"{"status":"success"}"#), "ambiguous"),
            (Some(302), Some(&good), "ambiguous"),
            (Some(200), Some(""), "ambiguous"),
            (Some(502), Some("<html>"), "ambiguous"),
            (None, None, "ambiguous"),
        ] {
            let found = Reconciliation::read(operation, draft.body(), http_status, answer);
            assert_eq!(found.as_str(), expected, "{operation} {answer:?}");
        }
        for body in ["", "{}", "null"] {
            let found = Reconciliation::read(operation, body, Some(200), Some(&good));
            assert_eq!(found, Reconciliation::Ambiguous, "{body}");
        }
    }
    let good = details(json!([{ "paymentId": "1", "itemTransactions": [{ "paymentTransactionId": "1" }] }]));
    for (operation, asked) in [
        ("paymentDetails", "?paymentId=1"),
        ("refundToBalance", r#"{"paymentId":"1","callbackUrl":"https://x"}"#),
        ("login.token", "{}"),
        ("", "{}"),
    ] {
        let found = Reconciliation::read(operation, asked, Some(200), Some(&good));
        assert_eq!(found, Reconciliation::Ambiguous, "{operation}");
    }
}

#[test]
fn an_amount_that_was_split_has_landed_when_its_parts_add_up() {
    for (parts, expected) in [
        (&["4.9", "0.1"][..], "landed"),
        (&["1", "", "4"], "landed"),
        (&["4.9"], "ambiguous"),
        (&["5", "5"], "ambiguous"),
        (&["4.9", "0.10000001"], "ambiguous"),
        (&["", ""], "not-landed"),
    ] {
        let items: Vec<_> = parts
            .iter()
            .enumerate()
            .map(|(at, part)| {
                let refunds: Vec<_> = (!part.is_empty()).then(|| done("return-7", part)).into_iter().collect();
                json!({ "paymentTransactionId": at.to_string(), "refunds": refunds })
            })
            .collect();
        let answer = details(json!([{ "paymentId": "25180188", "itemTransactions": items }]));
        assert_eq!(reconciled("refundV2", Some("return-7"), &answer), expected, "{parts:?}");
    }
}

proptest! {
    /// The rule in other words, over every mixture of what can stand in an answer.
    #[test]
    fn it_decides_as_the_rule_says(
        operation in proptest::sample::select(MOVING.to_vec()),
        named: bool,
        reversals in proptest::collection::vec((0..4_usize, 0..6_usize, 0..3_usize), 0..4),
    ) {
        let ids = [Value::Null, json!(""), json!("another"), json!("return-7")];
        let prices = [Value::Null, token("0"), token("2.5"), token("5.0"), token("10"), token("\"5\"")];
        let tenths = [0, 0, 25, 50, 100, 50];
        let statuses = [json!(1), json!(1), json!(2)];
        let rows: Vec<_> = reversals
            .iter()
            .map(|&(id, price, status)| reversal(ids[id].clone(), prices[price].clone(), statuses[status].clone()))
            .collect();
        let answer = details(json!([payment(operation, &rows)]));
        let found = reconciled(operation, named.then_some("return-7"), &answer);

        let by_item = operation.starts_with("refund") && operation != "refundV2";
        let is_doubt = |&(id, price, status): &(usize, usize, usize)| match (named, id) {
            (true, 2) => false,
            (true, 3) => tenths[price] == 0 || status == 2,
            _ => !by_item || tenths[price] == 0 || tenths[price] == 50,
        };
        let ours: i32 = reversals.iter().filter(|(id, ..)| named && *id == 3).map(|&(_, price, _)| tenths[price]).sum();
        let expected = if reversals.iter().any(is_doubt) {
            "ambiguous"
        } else if ours == 0 {
            "not-landed"
        } else if operation == "cancel" || ours == 50 {
            "landed"
        } else {
            "ambiguous"
        };
        prop_assert_eq!(found, expected, "{}", answer);
    }
}

fn left(payments: Value) -> Result<Value, Vec<Issue>> {
    let json = refundable(&json!({ "payments": payments }).to_string())?;
    Ok(serde_json::from_str(&json).expect("JSON"))
}

fn item(id: &str, paid: &str, refunds: &[&str]) -> Value {
    let refunds: Vec<_> = refunds
        .iter()
        .map(|price| json!({ "refundPrice": price, "refundStatus": 0 }))
        .collect();
    json!({ "paymentTransactionId": id, "paidPrice": paid, "refunds": refunds })
}

#[test]
fn what_is_left_of_each_item_and_in_all() {
    let items = json!([
        item("1", "10.00", &["2.50"]),
        item("2", "3.5", &[]),
        item("3", "1.5", &["1", "0.5"])
    ]);
    let expected = json!({ "paymentId": "7", "paid": "15", "refunded": "4", "refundable": "11", "currency": "TRY", "items": [
        { "paymentTransactionId": "1", "paid": "10", "refunded": "2.5", "refundable": "7.5" },
        { "paymentTransactionId": "2", "paid": "3.5", "refunded": "0", "refundable": "3.5" },
        { "paymentTransactionId": "3", "paid": "1.5", "refunded": "1.5", "refundable": "0" },
    ] });
    let nothing =
        json!({ "paymentId": "8", "paid": "0", "refunded": "0", "refundable": "0", "currency": null, "items": [] });
    let payment = json!({ "paymentId": "7", "currency": "TRY", "itemTransactions": items });
    let found = left(json!([payment, { "paymentId": 8 }])).expect("they agree");
    assert_eq!(found, json!({ "payments": [expected, nothing] }));
    assert_eq!(left(json!([])).expect("they agree"), json!({ "payments": [] }));
}

#[test]
fn of_a_cancelled_payment_nothing_is_left() {
    let cancelled = |cancels: Value| {
        let items = json!([item("1", "10", &["2"]), item("2", "5", &[])]);
        let found =
            left(json!([{ "paymentId": "7", "itemTransactions": items, "cancels": cancels }])).expect("they agree");
        let [payment] = found["payments"].as_array().expect("a list").as_slice() else {
            panic!("{found}");
        };
        let items = payment["items"].as_array().expect("a list");
        let left = items
            .iter()
            .map(|item| item["refundable"].to_string())
            .collect::<Vec<_>>();
        (
            payment["refunded"].to_string(),
            payment["refundable"].to_string(),
            left.join(" "),
        )
    };
    let texts = |[refunded, left, items]: [&str; 3]| (refunded.to_owned(), left.to_owned(), items.to_owned());
    assert_eq!(cancelled(json!([{}])), texts([r#""15""#, r#""0""#, r#""0" "0""#]));
    assert_eq!(cancelled(json!([])), texts([r#""2""#, r#""13""#, r#""8" "5""#]));
    assert_eq!(cancelled(Value::Null), texts([r#""2""#, r#""13""#, r#""8" "5""#]));
}

#[test]
fn amounts_that_are_missing_or_contradict_each_other_are_refused() {
    let refund = |refund: Value| json!([{ "paymentTransactionId": "1", "paidPrice": "5", "refunds": [refund] }]);
    for items in [
        json!([item("1", "10", &["10.00000001"])]),
        json!([item("1", "10", &["6", "5"])]),
        json!([item("1", "10", &[]), item("2", "0", &["1"])]),
        json!([item("1", "-5", &[])]),
        json!([item("1", "lots", &[])]),
        json!([{ "paidPrice": "5" }]),
        json!([{ "paymentTransactionId": "1" }]),
        refund(json!({})),
        refund(json!({ "refundPrice": null })),
        refund(json!({ "refundPrice": "-1" })),
        refund(json!(5)),
    ] {
        for cancels in [json!([]), json!([{}])] {
            let payment = json!({ "paymentId": "7", "itemTransactions": items, "cancels": cancels });
            let issues = left(json!([payment])).expect_err("refused");
            assert_eq!(codes(&issues), [(String::new(), Code::Type)], "{payment}");
            assert!(issues[0].message().contains("paymentDetails"));
        }
    }
    for (text, code) in [("[]", Code::NotAnObject), ("", Code::NotJson), ("{}", Code::Type)] {
        assert_eq!(
            codes(&refundable(text).expect_err("refused")),
            [(String::new(), code)],
            "{text}"
        );
    }
}

proptest! {
    /// Sums of hundredths as plain integers are the reference.
    #[test]
    fn what_is_left_is_exact(items in proptest::collection::vec((0..100_000_u64, proptest::collection::vec(0..20_000_u64, 0..4)), 0..5)) {
        let text = |hundredths: u64| format!("{}.{:02}", hundredths / 100, hundredths % 100);
        let rows: Vec<_> = items
            .iter()
            .map(|(paid, refunds)| {
                let refunds: Vec<_> = refunds.iter().map(|refund| text(*refund)).collect();
                item("1", &text(*paid), &refunds.iter().map(String::as_str).collect::<Vec<_>>())
            })
            .collect();
        let found = left(json!([{ "paymentId": "7", "itemTransactions": rows }]));
        let refunded = |refunds: &[u64]| refunds.iter().sum::<u64>();
        let fits = items.iter().all(|(paid, refunds)| refunded(refunds) <= *paid);
        prop_assert_eq!(found.is_ok(), fits);
        if let Ok(found) = found {
            let payment = &found["payments"][0];
            let agrees = |row: &Value, paid: u64, refunded: u64| {
                [("paid", paid), ("refunded", refunded), ("refundable", paid - refunded)].into_iter().all(|(name, expected)| {
                    row[name].as_str().and_then(Amount::from_answer) == Amount::from_answer(&text(expected))
                })
            };
            let mut total = (0, 0);
            for ((paid, refunds), row) in items.iter().zip(payment["items"].as_array().expect("a list")) {
                prop_assert!(agrees(row, *paid, refunded(refunds)), "{}", row);
                total = (total.0 + paid, total.1 + refunded(refunds));
            }
            prop_assert!(agrees(payment, total.0, total.1), "{}", payment);
        }
    }

    /// Any text travels in the query as any parser reads it, and comes back.
    #[test]
    fn a_question_comes_back_as_it_was(id in "[^\\p{Cc}]{1,20}") {
        let draft = drafted("paymentDetails", &json!({ "paymentConversationId": id })).expect("valid");
        let (_, query) = draft.path().split_once("?paymentConversationId=").expect("a query");
        prop_assert!(query.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte)), "{}", query);
        let reopened = Draft::reopen(&draft.to_json()).expect("a draft of ours");
        prop_assert_eq!(reopened.path(), draft.path());
        let mine = details(json!([{ "paymentId": "1", "paymentConversationId": id }]));
        let found = iyzico().read("paymentDetails", draft.path(), Some(200), Some(&mine));
        prop_assert!(matches!(found.verdict(), Verdict::Success(_)), "{:?}", found);
    }
}
