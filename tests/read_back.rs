//! After a doubt: the question of what became of a payment, its answer, and what that says of a request.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail"
)]

use iyzico_reversals::{
    Amount, Asked, Code, Credentials, Draft, Environment, HttpAnswer, Issue, Issues, Iyzico, Operation, Params,
    RandomKey, Verdict, refundable,
};
use proptest::prelude::*;
use serde_json::{Value, json};

const PATH: &str = "/v2/reporting/payment/details";

fn drafted(operation: &str, params: &Value) -> Result<Draft, Issues> {
    Params::check(operation.parse()?, &params.to_string(), None).and_then(Draft::new)
}

fn codes(issues: &[Issue]) -> Vec<(String, Code)> {
    issues
        .iter()
        .map(|issue| (issue.path().join("."), issue.code()))
        .collect()
}

fn iyzico() -> Iyzico {
    let keys = Credentials::new("api".to_owned().into(), "secret".to_owned().into()).expect("valid keys");
    Iyzico::new(keys, Environment::Sandbox.into())
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
    let json: Value = serde_json::to_value(&request).expect("JSON");
    assert_eq!((&json["method"], &json["body"]), (&json!("GET"), &Value::Null));
    let expected = iyzico().authorize("GET", PATH, "", random_key).expect("headers");
    let headers = |headers| serde_json::to_value(headers).expect("JSON");
    assert_eq!(headers(request.headers()), headers(&expected));
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
    let original: Value = serde_json::to_value(&draft).expect("JSON");
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
    let outcome = iyzico().read(&draft, Some(HttpAnswer::new(200, answer)));
    match outcome.verdict() {
        Verdict::Success(_) => {
            let json: Value = serde_json::to_value(outcome).expect("JSON");
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
              "refunds": [{ "refundPrice": token("5.00"), "refundStatus": "1", "isAfterSettlement": 0, "errorCode": 10220, "errorGroup": null }] },
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
              "refunds": [{ "refundPrice": "5", "refundStatus": 1, "isAfterSettlement": false, "errorCode": "10220" }] },
            { "paymentTransactionId": "27169346" },
        ],
    }] });
    let by_id = json!({ "paymentId": "25180188" });
    assert_eq!(read(&by_id, &whole().to_string()), Ok(expected.to_string()));
    assert_eq!(read(&by_id, &details(json!([]))), Ok(r#"{"payments":[]}"#.to_owned()));
}

#[test]
fn a_payment_of_four_hundred_items_is_read_with_room_to_spare() {
    let mut answer = whole();
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
        // iyzico's own sample answers without the question's conversationId.
        (json!({ "paymentId": "25180188", "conversationId": "soru-1" }), true),
    ] {
        let found = read(&params, &answer);
        assert_eq!(found.is_ok(), right, "{params}");
        assert!(right || found == Err("echo-mismatch"), "{params}");
    }
    let mut named = whole();
    named["conversationId"] = json!("soru-1");
    let asked = |id: &str| {
        read(
            &json!({ "paymentId": "25180188", "conversationId": id }),
            &named.to_string(),
        )
    };
    assert!(asked("soru-1").is_ok());
    assert_eq!(asked("soru-2"), Err("echo-mismatch"));
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
        "/v2/reporting/payment/details?paymentId=%",
        "/v2/reporting/payment/details?paymentId=1&paymentId=2",
        "/v2/reporting/payment/details?paymentId=1&x=2",
        "/v2/reporting/payment/details?paymentId",
    ] {
        assert!(Asked::recall(Operation::PaymentDetails, asked).is_err(), "{asked}");
    }
    for (operation, body, advice) in [
        (
            "paymentDetails",
            "/v2/reporting/payment/details?paymentId=1",
            "retry-later",
        ),
        (
            "refundToBalance",
            r#"{"paymentId":"1","callbackUrl":"https://x"}"#,
            "retry-later",
        ),
        ("cancel", r#"{"paymentId":"1"}"#, "reconcile"),
        (
            "terminal.void",
            r#"{"deviceUniqueId":"1","paymentId":"1","paymentDate":20251125,"transactionReferenceId":"1"}"#,
            "reconcile",
        ),
    ] {
        let asked = Asked::recall(operation.parse().expect("an operation"), body).expect("a request");
        let json: Value = serde_json::to_value(iyzico().read(&asked, None)).expect("JSON");
        assert_eq!(json["advice"], advice, "{operation}");
    }
}

fn left(payments: Value) -> Result<Value, Issues> {
    let found = refundable(&json!({ "payments": payments }).to_string())?;
    Ok(serde_json::to_value(found).expect("JSON"))
}

fn refund(price: &str) -> Value {
    json!({ "refundPrice": price, "refundStatus": 1 })
}

fn item(id: &str, paid: &str, refunds: &[&str]) -> Value {
    let refunds: Vec<_> = refunds.iter().copied().map(refund).collect();
    json!({ "paymentTransactionId": id, "paidPrice": paid, "refunds": refunds })
}

#[test]
fn what_is_left_of_each_item_and_in_all() {
    let items = json!([
        item("1", "10.00", &["2.50"]),
        item("2", "3.5", &[]),
        item("3", "1.5", &["1", "0.5"])
    ]);
    let expected = json!({ "paymentId": "7", "state": "paid", "paid": "15", "refunded": "4", "doubtful": "0", "refundable": "11", "currency": "TRY", "items": [
        { "paymentTransactionId": "1", "paid": "10", "refunded": "2.5", "doubtful": "0", "refundable": "7.5" },
        { "paymentTransactionId": "2", "paid": "3.5", "refunded": "0", "doubtful": "0", "refundable": "3.5" },
        { "paymentTransactionId": "3", "paid": "1.5", "refunded": "1.5", "doubtful": "0", "refundable": "0" },
    ] });
    let nothing = json!({ "paymentId": "8", "state": "paid", "paid": "0", "refunded": "0", "doubtful": "0", "refundable": "0", "currency": null, "items": [] });
    let payment = json!({ "paymentId": "7", "currency": "TRY", "itemTransactions": items });
    let found = left(json!([payment, { "paymentId": 8 }])).expect("they agree");
    assert_eq!(found, json!({ "payments": [expected, nothing] }));
    assert_eq!(left(json!([])).expect("they agree"), json!({ "payments": [] }));
}

/// The one payment, with two items of 10 and 5 of which 2 were refunded, and what else is said of it.
fn standing(more: Value) -> String {
    let mut payment = json!({
        "paymentId": "7", "paymentStatus": 1, "paymentRefundStatus": "PARTIALLY_REFUNDED", "cancels": [],
        "itemTransactions": [item("1", "10", &["2"]), item("2", "5", &[])],
    });
    for (name, value) in more.as_object().expect("members") {
        payment[name] = value.clone();
    }
    let found = left(json!([payment])).expect("they agree");
    let payment = &found["payments"][0];
    let words = ["state", "refunded", "doubtful", "refundable"].map(|name| payment[name].as_str().expect("a text"));
    let items = payment["items"].as_array().expect("a list");
    let items: Vec<_> = items
        .iter()
        .map(|item| item["refundable"].as_str().expect("a text"))
        .collect();
    format!("{}: {}", words.join(" "), items.join(" "))
}

#[test]
fn only_what_was_paid_and_is_certain_is_refundable() {
    let cancel = |more: Value| {
        let mut cancel = json!({ "refundStatus": 1 });
        for (name, value) in more.as_object().expect("members") {
            cancel[name] = value.clone();
        }
        json!({ "cancels": [cancel] })
    };
    let failed = json!({ "refundPrice": "8", "refundStatus": 0, "errorCode": "10220", "errorGroup": "DECLINED" });
    let rows = |row: Value| {
        let mut first = item("1", "10", &["2"]);
        first["refunds"].as_array_mut().expect("a list").push(row);
        json!({ "itemTransactions": [first, item("2", "5", &[])] })
    };
    let with = |row: &Value, name: &str, value: Value| {
        let mut row = row.clone();
        row[name] = value;
        row
    };
    for (more, expected) in [
        (json!({}), "paid 2 0 13: 8 5"),
        (json!({ "cancels": null }), "paid 2 0 13: 8 5"),
        (
            json!({ "paymentStatus": null, "paymentRefundStatus": null }),
            "paid 2 0 13: 8 5",
        ),
        // Cancelled, plainly or perhaps; and what was given back without naming an item.
        (cancel(json!({})), "cancelled 15 0 0: 0 0"),
        (cancel(json!({ "refundPrice": "15" })), "cancelled 15 0 0: 0 0"),
        (cancel(json!({ "refundPrice": "3" })), "paid 5 0 10: 5 2"),
        (cancel(json!({ "refundStatus": null })), "paid 2 13 0: 0 0"),
        (
            cancel(json!({ "refundStatus": 2, "refundPrice": "3" })),
            "paid 2 3 10: 5 2",
        ),
        (
            cancel(json!({ "refundStatus": 0, "errorCode": "10220" })),
            "paid 2 0 13: 8 5",
        ),
        // Attempts that failed, or may not have.
        (rows(failed.clone()), "paid 2 0 13: 8 5"),
        (rows(with(&failed, "errorCode", json!("10219"))), "paid 2 8 5: 0 5"),
        (rows(with(&failed, "errorCode", json!("99999"))), "paid 2 8 5: 0 5"),
        (rows(with(&failed, "errorCode", Value::Null)), "paid 2 8 5: 0 5"),
        (rows(with(&failed, "errorGroup", json!("Time-out"))), "paid 2 8 5: 0 5"),
        (rows(with(&failed, "refundStatus", json!(1))), "paid 2 8 5: 0 5"),
        (rows(with(&failed, "refundStatus", json!(2))), "paid 2 8 5: 0 5"),
        (rows(json!({ "refundStatus": 2 })), "paid 2 8 5: 0 5"),
        // The summary knows more than the rows.
        (json!({ "paymentRefundStatus": "TOTALLY_REFUNDED" }), "paid 2 13 0: 0 0"),
        (
            json!({ "itemTransactions": [item("1", "10", &[]), item("2", "5", &[])] }),
            "paid 0 15 0: 0 0",
        ),
        (
            json!({ "itemTransactions": [item("1", "10", &["2"]), { "paymentTransactionId": "2", "paidPrice": "5" }] }),
            "paid 2 5 8: 8 0",
        ),
        (
            json!({ "paymentRefundStatus": "NOT_REFUNDED", "itemTransactions": [{ "paymentTransactionId": "2", "paidPrice": "5" }] }),
            "paid 0 0 5: 5",
        ),
        // Never paid, or only authorised.
        (
            json!({ "paymentStatus": 0, "paymentRefundStatus": "NOT_REFUNDED", "itemTransactions": [item("1", "10", &[])] }),
            "unpaid 0 0 0: 0",
        ),
        (
            json!({ "paymentStatus": 2, "paymentRefundStatus": "NOT_REFUNDED", "itemTransactions": [item("1", "10", &[])] }),
            "unpaid 0 0 0: 0",
        ),
        (
            json!({ "phase": "PRE_AUTH", "paymentRefundStatus": "NOT_REFUNDED", "itemTransactions": [item("1", "10", &[])] }),
            "authorized 0 0 0: 0",
        ),
        (
            json!({ "phase": "PRE_AUTH", "cancels": [{ "refundStatus": 1 }], "itemTransactions": [item("1", "10", &[])] }),
            "cancelled 10 0 0: 0",
        ),
    ] {
        assert_eq!(standing(more.clone()), expected, "{more}");
    }
}

#[test]
fn figures_that_contradict_each_other_are_refused_with_what_contradicts() {
    let issue = |payments: Value| {
        let issues = left(payments.clone()).expect_err("refused");
        let [issue] = &*issues else { panic!("{payments}") };
        (issue.path().join("."), issue.code(), issue.message())
    };
    for (payment, path, code, says) in [
        (
            json!({ "itemTransactions": [item("1", "10", &["10.00000001"])] }),
            "payments.0.itemTransactions",
            Code::Contradiction,
            "the refunds of item 1 add up to 10.00000001 of 10 paid",
        ),
        (
            json!({ "itemTransactions": [item("1", "10", &["6", "5"])] }),
            "payments.0.itemTransactions",
            Code::Contradiction,
            "11 of 10 paid",
        ),
        (
            json!({ "itemTransactions": [item("1", "10", &["9"])], "cancels": [refund("2")] }),
            "payments.0.cancels",
            Code::Contradiction,
            "11 of 10 paid",
        ),
        (
            json!({ "itemTransactions": [item("1", "10", &["9"])], "paymentStatus": 0 }),
            "payments.0.paymentStatus",
            Code::Contradiction,
            "it says unpaid, and 9 was given back",
        ),
        (
            json!({ "itemTransactions": [item("1", "10", &["9"])], "phase": "PRE_AUTH" }),
            "payments.0.phase",
            Code::Contradiction,
            "it says authorized, and 9 was given back",
        ),
        (
            json!({ "itemTransactions": [item("1", "10", &[]), item("1", "10", &[])] }),
            "payments.0",
            Code::Contradiction,
            "1 stands there twice",
        ),
        (
            json!({ "currency": "TRY", "itemTransactions": [{
                "paymentTransactionId": "1", "paidPrice": "5",
                "refunds": [{ "refundPrice": "1", "refundStatus": 1, "currencyCode": "EUR" }],
            }] }),
            "payments.0.currency",
            Code::Contradiction,
            "TRY was paid, and EUR given back",
        ),
        (
            json!({ "itemTransactions": [{ "paymentTransactionId": "1" }] }),
            "payments.0.itemTransactions",
            Code::Missing,
            "the paidPrice of 1",
        ),
        (
            json!({ "itemTransactions": [{ "paymentTransactionId": "1", "paidPrice": "5", "refunds": [{ "refundStatus": 1 }] }] }),
            "payments.0.itemTransactions",
            Code::Missing,
            "the refundPrice of 1",
        ),
    ] {
        let mut payment = payment;
        payment["paymentId"] = json!("7");
        let found = issue(json!([payment]));
        assert_eq!((found.0.as_str(), found.1), (path, code), "{payment}");
        assert!(found.2.contains(says), "{}", found.2);
    }
    let twice = json!({ "paymentId": "7", "itemTransactions": [] });
    assert_eq!(issue(json!([twice, twice])).0, "payments.1");
    for items in [
        json!([item("1", "-5", &[])]),
        json!([item("1", "lots", &[])]),
        json!([{ "paidPrice": "5" }]),
        json!([{ "paymentTransactionId": "1", "paidPrice": "5", "refunds": [{ "refundPrice": "-1" }] }]),
        json!([{ "paymentTransactionId": "1", "paidPrice": "5", "refunds": [5] }]),
    ] {
        let (path, code, message) = issue(json!([{ "paymentId": "7", "itemTransactions": items }]));
        assert_eq!((path.as_str(), code), ("", Code::Type), "{items}");
        assert!(message.contains("paymentDetails"));
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
            .enumerate()
            .map(|(at, (paid, refunds))| {
                let refunds: Vec<_> = refunds.iter().map(|refund| text(*refund)).collect();
                item(&at.to_string(), &text(*paid), &refunds.iter().map(String::as_str).collect::<Vec<_>>())
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
        let reopened = Draft::reopen(&serde_json::to_string(&draft).expect("JSON")).expect("a draft of ours");
        prop_assert_eq!(reopened.path(), draft.path());
        let mine = details(json!([{ "paymentId": "1", "paymentConversationId": id }]));
        let found = iyzico().read(&draft, Some(HttpAnswer::new(200, &mine)));
        prop_assert!(matches!(found.verdict(), Verdict::Success(_)), "{:?}", found);
    }
}
