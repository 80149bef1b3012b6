//! `terminal.refund`: fields, body and fingerprint.

use iyzico_reversals::{Code, Draft};
use serde_json::{Value, json};

use crate::support::{REFUND, VOID, body, checked, cup, drafted, issues, least, listed, refund, with};

#[test]
fn a_body_holds_all_fields_of_all_lines_in_order() {
    let item = json!({ "relatedSaleItemId": "70001", "generic": false, "itemQuantity": 2, "unitPriceAmount": 41.15, "returnAmount": "80.00" });
    let more = json!({
        "locale": "tr", "conversationId": "kasa-1", "notificationPhone": "5551234567", "relatedSaleId": "7c9e",
        "paymentDate": "20260406", "saleItems": [with(cup(), &item), cup()],
    });
    assert_eq!(
        body(REFUND, &with(least(REFUND), &more)),
        "{\"locale\":\"TR\",\"conversationId\":\"kasa-1\",\"deviceUniqueId\":\"P00134\",\"paymentId\":\"PAY-9876543\",\
         \"paymentDate\":20260406,\"transactionReferenceId\":\"RETURN-7\",\"saleAppName\":\"MyPOS\",\
         \"saleAppVersion\":\"1.0.0\",\"notificationPhone\":\"5551234567\",\"relatedSaleId\":\"7c9e\",\"saleItems\":[\
         {\"relatedSaleItemId\":\"70001\",\"name\":\"Fincan\",\"generic\":false,\"unitCode\":\"C62\",\
         \"taxGroupCode\":\"KDV20\",\"itemQuantity\":2,\"unitPriceAmount\":41.15,\"grossPriceAmount\":60.00,\
         \"totalPriceAmount\":60.00,\"returnAmount\":80.00},\
         {\"name\":\"Fincan\",\"unitCode\":\"C62\",\"taxGroupCode\":\"KDV20\",\"itemQuantity\":1,\
         \"unitPriceAmount\":60.00,\"grossPriceAmount\":60.00,\"totalPriceAmount\":60.00}]}"
    );
    let params = checked(REFUND, &refund(json!([with(cup(), &json!({ "generic": true }))])), None);
    let shown: Value = serde_json::to_value(params.expect("valid")).expect("JSON");
    assert_eq!(
        shown["saleItems"][0]["totalPriceAmount"], "60.00",
        "an amount is shown as text"
    );
    assert_eq!(
        (&shown["saleItems"][0]["generic"], &shown["paymentDate"]),
        (&json!(true), &json!(20_260_406))
    );
}

#[test]
fn a_line_is_checked_like_any_object_and_names_its_place() {
    for (change, code) in [
        (json!({ "itemQuantity": 0 }), Code::Count),
        (json!({ "name": { "": "lone surrogate" } }), Code::LoneSurrogate),
        (json!({ "price": "1" }), Code::UnknownField),
    ] {
        let name = change
            .as_object()
            .and_then(|change| change.keys().next())
            .expect("a name");
        let path = format!("saleItems.1.{name}");
        let found = issues(REFUND, &refund(json!([cup(), with(cup(), &change)])));
        assert_eq!(found, listed(&[(&path, code)]), "{change}");
    }
    for (items, expected) in [
        (json!([]), ("saleItems", Code::NoItems)),
        (json!({}), ("saleItems", Code::Type)),
        (json!("x"), ("saleItems", Code::Type)),
        (Value::Null, ("saleItems", Code::Type)),
        (json!([cup(), 5]), ("saleItems.1", Code::NotAnObject)),
        (json!([cup(), [cup()]]), ("saleItems.1", Code::NotAnObject)),
        (json!([cup(), { "": "bigint" }]), ("saleItems.1", Code::NotAnObject)),
    ] {
        assert_eq!(issues(REFUND, &refund(items)), listed(&[expected]));
    }
}

#[test]
fn all_issues_come_at_once_a_lines_where_its_list_stands() {
    let items = json!([
        with(cup(), &json!({ "itemQuantity": 0, "colour": 1, "name": "" })),
        5,
        with(cup(), &json!({ "returnAmount": "0", "unitCode": 62 })),
    ]);
    let changes = json!({
        "saleItems": items, "relatedSaleId": "", "saleAppVersion": 1, "transactionReferenceId": "\n", "paymentDate": 20_251_340,
        "paymentId": "PAY:1", "deviceUniqueId": "P".repeat(65), "locale": "de", "unknown": 1,
    });
    let found = issues(REFUND, &with(least(REFUND), &changes));
    let expected = [
        ("locale", Code::Locale),
        ("deviceUniqueId", Code::TooLong),
        ("paymentId", Code::IdFormat),
        ("paymentDate", Code::Date),
        ("transactionReferenceId", Code::ControlCharacter),
        ("saleAppVersion", Code::Type),
        ("relatedSaleId", Code::Empty),
        ("saleItems.0.name", Code::Empty),
        ("saleItems.0.itemQuantity", Code::Count),
        ("saleItems.0.colour", Code::UnknownField),
        ("saleItems.1", Code::NotAnObject),
        ("saleItems.2.unitCode", Code::Type),
        ("saleItems.2.returnAmount", Code::AmountZero),
        ("unknown", Code::UnknownField),
    ];
    assert_eq!(found, listed(&expected));
}

#[test]
fn a_fingerprint_is_of_every_line() {
    let of = |items: Value| drafted(REFUND, &refund(items)).expect("valid").fingerprint().to_owned();
    let changed = |name: &str, value: Value| with(cup(), &json!({ name: value }));
    let one = of(json!([cup()]));
    assert_eq!(
        of(json!([changed("totalPriceAmount", json!(60))])),
        one,
        "a spelling is no part of the intent"
    );
    let mut distinct = vec![
        one,
        of(json!([cup(), cup()])),
        of(json!([cup(), changed("name", json!("x"))])),
    ];
    for (name, value) in [
        ("relatedSaleItemId", json!("1")),
        ("name", json!("1")),
        ("generic", json!(true)),
        ("generic", json!(false)),
        ("unitCode", json!("1")),
        ("taxGroupCode", json!("1")),
        ("itemQuantity", json!(2)),
        ("unitPriceAmount", json!("1")),
        ("grossPriceAmount", json!("1")),
        ("totalPriceAmount", json!("1")),
        ("returnAmount", json!("1")),
    ] {
        distinct.push(of(json!([changed(name, value)])));
    }
    let count = distinct.len();
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), count);
}

/// Ledgers keep them: whoever changes what one is made of must change its version as well.
#[test]
fn fingerprints_are_for_ever() {
    let item = json!({ "relatedSaleItemId": "70001", "generic": false, "itemQuantity": 2, "returnAmount": "41.50" });
    for (operation, params, expected) in [
        (
            REFUND,
            refund(json!([cup(), with(cup(), &item)])),
            "c147c4c620285015cd9762ed4e753651082d13c480df1e65e07f8111e52d3101",
        ),
        (
            VOID,
            least(VOID),
            "a74032816dafc710832ea1aaa2eefa6ba86b2d9789cf1b96ffe67d2712f886d8",
        ),
        (
            "cancel",
            json!({ "paymentId": "25180188", "conversationId": "iade-1" }),
            "3255bfd431b216e9cd1d8d27af9b14abadcf0fe6fd6ad2a33ea09121848dbe27",
        ),
        (
            "refund",
            json!({ "paymentTransactionId": "27169345", "price": "5.00", "conversationId": "iade-1" }),
            "133a30151a8ee59cf2fd793005f701216ee2352dc373665ee1422ac1d8e9294e",
        ),
        (
            "paymentDetails",
            json!({ "paymentConversationId": "siparis-1" }),
            "6ca5b6a02ebcb93cb21bb933323b94b912cb912908ce0a4e4bdd9581d9a770f3",
        ),
    ] {
        let draft = drafted(operation, &params).expect("valid");
        assert_eq!(draft.fingerprint(), expected, "{operation}");
    }
}

#[test]
fn a_refund_that_was_altered_is_refused() {
    let draft = drafted(REFUND, &refund(json!([cup(), cup()]))).expect("valid");
    let original: Value = serde_json::to_value(&draft).expect("JSON");
    assert_eq!(
        Draft::reopen(&original.to_string()).expect("unaltered").fingerprint(),
        draft.fingerprint()
    );
    let body = draft.body();
    for (altered, code) in [
        (body.replacen(":60.00", ":61.00", 1), Code::DraftAltered),
        (body.replacen(":60.00", ":\"60.00\"", 1), Code::DraftAltered),
        (body.replacen("},{", "}, {", 1), Code::DraftAltered),
        (body.replace("20260406", "\"20260406\""), Code::DraftAltered),
        (body.replace("\"itemQuantity\":1", "\"itemQuantity\":0"), Code::Count),
        (body.replacen("{\"name\"", "{\"x\":1,\"name\"", 1), Code::UnknownField),
    ] {
        let issues =
            Draft::reopen(&with(original.clone(), &json!({ "body": altered })).to_string()).expect_err("altered");
        assert!(issues.iter().any(|issue| issue.code() == code), "{altered}: {issues:?}");
    }
}
