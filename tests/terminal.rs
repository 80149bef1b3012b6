//! Tills: what can be asked of one, a refund held against its sale, the answers, read-back, and the login.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail"
)]

use iyzico_reversals::{
    Absence, Access, Asked, Code, Doubt, Draft, Endpoint, Environment, HttpAnswer, Inquiry, Issue, Issues, Iyzico,
    Landing, Login, Operation, Params, RandomKey, Terminal, Times, Verdict, precheck, reconcile,
};
use proptest::prelude::*;
use serde_json::{Value, json};

const REFUND: &str = "terminal.refund";
const VOID: &str = "terminal.void";
const SALE_INFO: &str = "terminal.refundableSaleInfo";
const STATUS: &str = "terminal.transactionStatus";

fn cup() -> Value {
    json!({
        "name": "Fincan", "unitCode": "C62", "taxGroupCode": "KDV20", "itemQuantity": 1, "unitPriceAmount": "60.00",
        "grossPriceAmount": "60.00", "totalPriceAmount": "60.00",
    })
}

fn least(operation: &str) -> Value {
    let mut params = json!({ "transactionReferenceId": "RETURN-7" });
    if operation == REFUND || operation == VOID {
        params["deviceUniqueId"] = json!("P00134");
        params["paymentId"] = json!("PAY-9876543");
        params["paymentDate"] = json!(20_260_406);
    }
    if operation == REFUND {
        params["saleAppName"] = json!("MyPOS");
        params["saleAppVersion"] = json!("1.0.0");
        params["saleItems"] = json!([cup()]);
    }
    params
}

fn with(mut object: Value, changes: &Value) -> Value {
    for (name, value) in changes.as_object().expect("an object") {
        object[name] = value.clone();
    }
    object
}

fn refund(items: Value) -> Value {
    with(least(REFUND), &json!({ "saleItems": items }))
}

fn checked(operation: &str, params: &Value, context: Option<&Value>) -> Result<Params, Issues> {
    Params::check(
        operation.parse()?,
        &params.to_string(),
        context.map(Value::to_string).as_deref(),
    )
}

/// What was sent, by its body.
fn sent(operation: &str, body: &str) -> Asked {
    Asked::recall(operation.parse().expect("an operation"), body).expect("a request of ours")
}

fn drafted(operation: &str, params: &Value) -> Result<Draft, Issues> {
    checked(operation, params, None).and_then(Draft::new)
}

fn body(operation: &str, params: &Value) -> String {
    drafted(operation, params).expect("valid params").body().to_owned()
}

fn codes(issues: &[Issue]) -> Vec<(String, Code)> {
    issues
        .iter()
        .map(|issue| (issue.path().join("."), issue.code()))
        .collect()
}

fn issues(operation: &str, params: &Value) -> Vec<(String, Code)> {
    codes(&drafted(operation, params).expect_err("refused"))
}

fn listed(expected: &[(&str, Code)]) -> Vec<(String, Code)> {
    expected
        .iter()
        .map(|(path, code)| ((*path).to_owned(), *code))
        .collect()
}

fn sandbox() -> Endpoint {
    Environment::Sandbox.into()
}

fn terminal() -> Terminal {
    Terminal::new("eyJ.token".to_owned().into(), sandbox()).expect("a token")
}

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
        (json!({ "itemQuantity": -1 }), Code::Count),
        (json!({ "itemQuantity": 1.5 }), Code::Count),
        (json!({ "itemQuantity": 1_000_000_000 }), Code::Count),
        (json!({ "itemQuantity": 1e9 }), Code::Count),
        (json!({ "itemQuantity": "1" }), Code::Type),
        (json!({ "itemQuantity": null }), Code::Type),
        (json!({ "generic": "true" }), Code::Type),
        (json!({ "generic": 1 }), Code::Type),
        (json!({ "relatedSaleItemId": 70_001 }), Code::Type),
        (json!({ "relatedSaleItemId": "7 1" }), Code::IdFormat),
        (json!({ "name": "" }), Code::Empty),
        (json!({ "name": { "": "lone surrogate" } }), Code::LoneSurrogate),
        (json!({ "unitCode": "\t" }), Code::ControlCharacter),
        (json!({ "returnAmount": "0" }), Code::AmountZero),
        (json!({ "grossPriceAmount": "5,00" }), Code::AmountFormat),
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
    for count in [1, 999_999_999] {
        let text = body(REFUND, &refund(json!([with(cup(), &json!({ "itemQuantity": count }))])));
        assert!(text.contains(&format!("\"itemQuantity\":{count},")), "{text}");
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
fn issues_are_json_and_sentences() {
    let params = with(refund(json!([cup(), 5])), &json!({ "paymentDate": 1 }));
    let issues = drafted(REFUND, &params).expect_err("refused");
    let text = serde_json::to_string(&issues).expect("JSON");
    assert_eq!(
        text,
        "[{\"path\":[\"paymentDate\"],\"code\":\"date\",\"message\":\"must be a day of the calendar as YYYYMMDD\"},\
         {\"path\":[\"saleItems\",\"1\"],\"code\":\"not_an_object\",\"message\":\"must be an object\"}]"
    );
    assert_eq!(
        issues.to_string(),
        "paymentDate must be a day of the calendar as YYYYMMDD; saleItems.1 must be an object"
    );
}

#[test]
fn an_issue_says_what_would_be_right_in_either_language() {
    for (changes, english, turkish) in [
        (
            json!({ "paymentDate": 1 }),
            "must be a day of the calendar as YYYYMMDD",
            "YYYYAAGG biçiminde takvimde olan bir gün olmalı",
        ),
        (
            json!({ "paymentDate": true }),
            "must be a date as YYYYMMDD",
            "şu olmalı: YYYYAAGG biçiminde bir tarih",
        ),
        (
            json!({ "deviceUniqueId": "P".repeat(65) }),
            "must have at most 64 characters",
            "en çok 64 karakter içermeli",
        ),
        (
            json!({ "saleItems": [] }),
            "must hold at least one item",
            "en az bir kalem içermeli",
        ),
        (
            json!({ "saleItems": 1 }),
            "must be a list of objects",
            "şu olmalı: bir nesne listesi",
        ),
        (
            json!({ "saleItems": [with(cup(), &json!({ "generic": 1 }))] }),
            "must be true / false",
            "şu olmalı: true / false",
        ),
        (
            json!({ "saleItems": [with(cup(), &json!({ "itemQuantity": "1" }))] }),
            "must be a number",
            "şu olmalı: bir sayı",
        ),
        (
            json!({ "saleItems": [with(cup(), &json!({ "totalPriceAmount": true }))] }),
            "must be a decimal string such as \"5.00\"",
            "şu olmalı: \"5.00\" gibi ondalık bir metin",
        ),
        (
            json!({ "saleItems": [with(cup(), &json!({ "itemQuantty": 1 }))] }),
            "is not a known field; did you mean \"itemQuantity\"?",
            "bilinmeyen alan; \"itemQuantity\" mi demek istediniz?",
        ),
    ] {
        for (locale, expected) in [("EN", english), ("TR", turkish), ("tr", turkish)] {
            let params = with(with(least(REFUND), &changes), &json!({ "locale": locale }));
            let issues = drafted(REFUND, &params).expect_err("refused");
            assert_eq!(issues[0].message(), expected);
        }
    }
}

#[test]
fn a_date_is_a_day_of_the_calendar() {
    let taken = |date: Value| drafted(VOID, &with(least(VOID), &json!({ "paymentDate": date }))).is_ok();
    for (year, february) in [(1900, 28), (2000, 29), (2024, 29), (2026, 28), (9999, 28)] {
        let days = [0, 31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 0, 0];
        for (month, days) in days.into_iter().enumerate() {
            for day in [0, 1, 28, 29, 30, 31, 32, 99] {
                let expected = (1..=days).contains(&day);
                let date = year * 10_000 + month * 100 + day;
                assert_eq!(taken(json!(date)), expected, "{date}");
                assert_eq!(taken(json!(date.to_string())), expected, "\"{date}\"");
            }
        }
    }
    for none in [
        json!(1_230_101),
        json!(120_260_406),
        json!(-20_260_406),
        json!(20_260_406.5),
        json!("2026-04-06"),
        json!("02026040"),
        json!("+1230101"),
        json!("0406"),
        json!("00010101"),
        json!(" 20260406"),
        json!("20260406 "),
        json!("2026040６"),
        json!("99999999999"),
    ] {
        assert_eq!(
            issues(VOID, &with(least(VOID), &json!({ "paymentDate": none }))),
            listed(&[("paymentDate", Code::Date)]),
            "{none}"
        );
    }
}

#[test]
fn a_tills_id_has_at_most_64_characters_whatever_they_take() {
    for letter in ["P", "ş", "😀"] {
        for (length, right) in [(1, true), (64, true), (65, false), (1000, false)] {
            let id = letter.repeat(length);
            let found = drafted(VOID, &with(least(VOID), &json!({ "deviceUniqueId": id })));
            assert_eq!(found.is_ok(), right, "{length} times {letter}");
        }
    }
}

#[test]
fn the_status_is_asked_by_one_id_or_both() {
    for (params, expected) in [
        (
            json!({ "transactionReferenceId": "R" }),
            r#"{"transactionReferenceId":"R"}"#,
        ),
        (json!({ "paymentId": "P" }), r#"{"paymentId":"P"}"#),
        (
            json!({ "transactionReferenceId": "R", "paymentId": "P" }),
            r#"{"paymentId":"P","transactionReferenceId":"R"}"#,
        ),
    ] {
        assert_eq!(body(STATUS, &params), expected);
    }
    assert_eq!(
        issues(STATUS, &json!({ "deviceUniqueId": "P" })),
        listed(&[("paymentId", Code::Missing)])
    );
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

fn sale() -> Value {
    json!({ "saleUid": "7c9e", "totalReturnableAmount": "250.95", "currency": "TRY", "saleItems": [
        { "id": "70001", "name": "Kahve", "returnableQuantity": 3, "returnableAmount": "123.45" },
        { "id": "70002", "name": "Fincan", "returnableQuantity": 2, "returnableAmount": "120" },
        { "id": "70003", "name": "Paket", "returnableQuantity": 1, "returnableAmount": "7.5" },
    ] })
}

fn held(params: &Value, sale: &Value) -> Vec<(String, Code)> {
    let context = json!({ "sale": sale }).to_string();
    Params::check(Operation::TerminalRefund, &params.to_string(), Some(&context))
        .map_or_else(|issues| codes(&issues), |_| vec![])
}

fn line(name: &str, quantity: u32, amount: &str) -> Value {
    with(
        cup(),
        &json!({ "name": name, "itemQuantity": quantity, "totalPriceAmount": amount }),
    )
}

#[test]
fn no_line_takes_more_than_is_left() {
    let quantity = Code::MoreThanReturnableQuantity;
    let amount = Code::MoreThanReturnableAmount;
    let total = Code::MoreThanTotalReturnable;
    let by_id = |id: &str, quantity, amount| with(line("any", quantity, amount), &json!({ "relatedSaleItemId": id }));
    let returning = |total: &str, back: &str| with(line("Kahve", 1, total), &json!({ "returnAmount": back }));
    let huge = "99999999999999999999.99999999";
    for (lines, expected) in [
        (
            vec![
                line("Kahve", 3, "123.45"),
                line("Fincan", 2, "120"),
                line("Paket", 1, "7.500"),
            ],
            vec![],
        ),
        (
            vec![line("Fincan", 3, "1")],
            vec![("saleItems.0.itemQuantity", quantity)],
        ),
        (
            vec![line("Kahve", 1, "123.45000001")],
            vec![("saleItems.0.totalPriceAmount", amount)],
        ),
        (vec![returning("500", "123.45")], vec![]),
        (
            vec![returning("1", "123.46")],
            vec![("saleItems.0.returnAmount", amount)],
        ),
        (vec![line("Fincan", 1, "60"), line("Fincan", 1, "60")], vec![]),
        (
            vec![
                line("Fincan", 1, "60"),
                line("Kahve", 1, "1"),
                by_id("70002", 2, "60.01"),
            ],
            vec![
                ("saleItems.2.itemQuantity", quantity),
                ("saleItems.2.totalPriceAmount", amount),
            ],
        ),
        (
            vec![line("Fincan", 1, "1"), line("Fincan", 1, "1"), line("Fincan", 1, "1")],
            vec![("saleItems.2.itemQuantity", quantity)],
        ),
        (
            vec![
                line("Fincan", 1, "50"),
                line("Fincan", 1, "50"),
                by_id("70002", 1, "50"),
            ],
            vec![
                ("saleItems.2.itemQuantity", quantity),
                ("saleItems.2.totalPriceAmount", amount),
            ],
        ),
        (vec![by_id("70001", 3, "123.45")], vec![]),
        (
            vec![by_id("70009", 1, "1")],
            vec![("saleItems.0.relatedSaleItemId", Code::UnknownSaleItem)],
        ),
        (
            vec![by_id("Fincan", 1, "1")],
            vec![("saleItems.0.relatedSaleItemId", Code::UnknownSaleItem)],
        ),
        (
            vec![line("fincan", 1, "1")],
            vec![("saleItems.0.name", Code::UnknownSaleItem)],
        ),
        (
            vec![line("70002", 1, "1")],
            vec![("saleItems.0.name", Code::UnknownSaleItem)],
        ),
        (
            vec![line("?", 1, "250.96")],
            vec![("saleItems.0.name", Code::UnknownSaleItem), ("saleItems", total)],
        ),
        (
            vec![line("?", 1, "250.95")],
            vec![("saleItems.0.name", Code::UnknownSaleItem)],
        ),
        (
            vec![line("Fincan", 1, huge), line("Fincan", 1, huge)],
            vec![
                ("saleItems.0.totalPriceAmount", amount),
                ("saleItems.1.totalPriceAmount", amount),
                ("saleItems", total),
            ],
        ),
    ] {
        assert_eq!(held(&refund(json!(lines)), &sale()), listed(&expected), "{lines:?}");
    }
    let small = with(sale(), &json!({ "totalReturnableAmount": "100" }));
    assert_eq!(
        held(
            &refund(json!([line("Kahve", 1, "60"), line("Fincan", 1, "40")])),
            &small
        ),
        []
    );
    assert_eq!(
        held(
            &refund(json!([line("Kahve", 1, "60"), line("Fincan", 1, "40.01")])),
            &small
        ),
        listed(&[("saleItems", total)])
    );
}

#[test]
fn a_line_must_be_one_line_of_that_sale() {
    let of = |items: Value| with(sale(), &json!({ "saleItems": items }));
    let unknown = |field: &str| listed(&[(&format!("saleItems.0.{field}"), Code::UnknownSaleItem)]);
    let cup = |id: Option<&str>| match id {
        Some(id) => refund(json!([with(
            line("Fincan", 1, "1"),
            &json!({ "relatedSaleItemId": id })
        )])),
        None => refund(json!([line("Fincan", 1, "1")])),
    };
    let row = |id: &str| json!({ "id": id, "name": "Fincan", "returnableQuantity": 1, "returnableAmount": 1 });
    let twins = of(json!([row("1"), row("2")]));
    assert_eq!(held(&cup(None), &twins), unknown("name"));
    assert_eq!(held(&cup(Some("2")), &twins), []);
    assert_eq!(
        held(&cup(Some("1")), &of(json!([row("1"), row("1")]))),
        unknown("relatedSaleItemId")
    );
    assert_eq!(
        held(&cup(Some("1")), &of(json!([row("1"), row("2"), row("1")]))),
        unknown("relatedSaleItemId")
    );
    assert_eq!(held(&cup(None), &of(json!([]))), unknown("name"));
    assert_eq!(
        held(&cup(None), &json!({ "totalReturnableAmount": "100" })),
        unknown("name")
    );
    let silent = of(json!([{ "name": "Fincan" }]));
    let nothing = [
        ("saleItems.0.itemQuantity", Code::MoreThanReturnableQuantity),
        ("saleItems.0.totalPriceAmount", Code::MoreThanReturnableAmount),
    ];
    assert_eq!(held(&cup(None), &silent), listed(&nothing));

    let related = |id: &str| with(cup(None), &json!({ "relatedSaleId": id }));
    assert_eq!(held(&related("7c9e"), &sale()), []);
    assert_eq!(
        held(&related("7c9f"), &sale()),
        listed(&[("relatedSaleId", Code::OtherSale)])
    );
    assert_eq!(held(&related("any"), &with(sale(), &json!({ "saleUid": null }))), []);
}

#[test]
fn what_is_said_about_a_sale_names_what_is_left() {
    let changes = json!({ "relatedSaleId": "x", "saleItems": [line("Fincan", 3, "121"), line("?", 1, "200")] });
    for (locale, expected) in [
        (
            "EN",
            [
                "must be \"7c9e\", the sale that was passed",
                "must be at most 2, what is left of this line",
                "must be at most 120, what is left of this line",
                "must name exactly one line of the sale",
                "must be at most 250.95 in all, what is left of the sale",
            ],
        ),
        (
            "TR",
            [
                "\"7c9e\" olmalı (verilen satış)",
                "en çok 2 olmalı (bu kalemde kalan adet)",
                "en çok 120 olmalı (bu kalemde kalan tutar)",
                "satışın tam olarak bir kalemini göstermeli",
                "toplam en çok 250.95 olmalı (satışta kalan tutar)",
            ],
        ),
    ] {
        let params = with(with(least(REFUND), &changes), &json!({ "locale": locale }));
        let check = |context: Value| checked(REFUND, &params, Some(&context));
        let issues = check(json!({ "sale": sale() })).expect_err("refused");
        assert_eq!(issues.iter().map(Issue::message).collect::<Vec<_>>(), expected);
        let issues = check(json!({})).expect_err("refused");
        assert!(
            issues[0].message().contains("refundableSaleInfo"),
            "{}",
            issues[0].message()
        );
        assert_eq!(issues[0].message().contains("başarılı"), locale == "TR");
    }
}

#[test]
fn a_context_that_holds_no_sale_is_refused() {
    let params = refund(json!([line("Fincan", 1, "1")])).to_string();
    let refused = |operation: &str, params: &str, context: &str| {
        codes(&Params::check(operation.parse().expect("an operation"), params, Some(context)).expect_err("refused"))
    };
    let row = |change: Value| {
        with(
            sale(),
            &json!({ "saleItems": [with(json!({ "name": "Fincan" }), &change)] }),
        )
    };
    for sale in [
        Value::Null,
        json!("sale"),
        json!([sale()]),
        json!({}),
        json!({ "status": "success", "data": sale() }),
        with(sale(), &json!({ "totalReturnableAmount": null })),
        with(sale(), &json!({ "totalReturnableAmount": "-5" })),
        with(sale(), &json!({ "saleItems": "none" })),
        with(sale(), &json!({ "saleItems": [5] })),
        row(json!({ "returnableAmount": "lots" })),
        row(json!({ "returnableQuantity": 1.5 })),
    ] {
        let context = json!({ "sale": sale }).to_string();
        assert_eq!(
            refused(REFUND, &params, &context),
            listed(&[("sale", Code::Type)]),
            "{context}"
        );
    }
    assert_eq!(refused(REFUND, &params, "{}"), listed(&[("sale", Code::Type)]));
    assert_eq!(refused(REFUND, &params, "[]"), listed(&[("", Code::NotAnObject)]));
    assert_eq!(refused(REFUND, &params, "{"), listed(&[("", Code::NotJson)]));
    let unknown = json!({ "sale": sale(), "sales": 1, "data": 2 }).to_string();
    let expected = listed(&[("data", Code::UnknownField), ("sales", Code::UnknownField)]);
    assert_eq!(refused(REFUND, &params, &unknown), expected);
    for (operation, params) in [(VOID, least(VOID)), ("cancel", json!({ "paymentId": "1" }))] {
        let context = json!({ "sale": sale() }).to_string();
        assert_eq!(
            refused(operation, &params.to_string(), &context),
            listed(&[("sale", Code::UnknownField)])
        );
        assert!(checked(operation, &params, Some(&json!({}))).is_ok());
    }
}

proptest! {
    /// Plain counting is the reference: a line is told when it is the one that takes too much.
    #[test]
    fn a_refund_is_held_against_its_sale_line_by_line(
        left in proptest::collection::vec((0..6_u32, 0..60_u32), 3),
        total in 0..150_u32,
        lines in proptest::collection::vec((0..4_usize, any::<bool>(), 1..4_u32, 1..30_u32), 1..5),
    ) {
        let names = ["Kahve", "Fincan", "Paket", "Başka"];
        let rows: Vec<_> = left
            .iter()
            .enumerate()
            .map(|(at, (quantity, amount))| json!({ "id": at, "name": names[at], "returnableQuantity": quantity, "returnableAmount": amount }))
            .collect();
        let mut items = vec![];
        let mut expected = vec![];
        let mut taken = [(0, 0); 4];
        let mut sum = 0;
        for (at, &(row, by_id, quantity, amount)) in lines.iter().enumerate() {
            let mut item = line(if by_id { "any" } else { names[row] }, quantity, &amount.to_string());
            if by_id {
                item["relatedSaleItemId"] = json!(row.to_string());
            }
            items.push(item);
            sum += amount;
            taken[row].0 += quantity;
            taken[row].1 += amount;
            let Some(&(pieces, money)) = left.get(row) else {
                let field = if by_id { "relatedSaleItemId" } else { "name" };
                expected.push((format!("saleItems.{at}.{field}"), Code::UnknownSaleItem));
                continue;
            };
            if taken[row].0 > pieces {
                expected.push((format!("saleItems.{at}.itemQuantity"), Code::MoreThanReturnableQuantity));
            }
            if taken[row].1 > money {
                expected.push((format!("saleItems.{at}.totalPriceAmount"), Code::MoreThanReturnableAmount));
            }
        }
        if sum > total {
            expected.push(("saleItems".to_owned(), Code::MoreThanTotalReturnable));
        }
        let sale = json!({ "totalReturnableAmount": total, "saleItems": rows });
        prop_assert_eq!(held(&refund(json!(items)), &sale), expected);
    }
}

/// A good answer to `least`, with everything that ties it to its request.
fn landed(operation: &str) -> Value {
    let mut answer = json!({ "status": "success", "errorCode": "0", "conversationId": "iyzico's own", "price": 60 });
    if operation != SALE_INFO {
        answer["transactionReferenceId"] = json!("RETURN-7");
    }
    if operation == REFUND || operation == VOID {
        answer["deviceUniqueId"] = json!("P00134");
    }
    answer
}

fn read(operation: &str, params: &Value, http_status: u16, answer: &Value) -> &'static str {
    let text = answer.to_string();
    let answer = HttpAnswer::new(http_status, &text);
    let outcome = terminal().read(&sent(operation, &body(operation, params)), Some(answer));
    match outcome.verdict() {
        Verdict::Success(_) => "success",
        Verdict::Failure { advice, .. } => advice.as_str(),
        Verdict::Unknown { reason, .. } => reason.as_str(),
    }
}

#[test]
fn an_answer_repeats_the_ids_of_its_request() {
    for operation in [REFUND, VOID, SALE_INFO, STATUS] {
        let params = least(operation);
        let good = landed(operation);
        let failed = with(good.clone(), &json!({ "status": "failure", "errorCode": "380112" }));
        assert_eq!(read(operation, &params, 200, &good), "success", "{operation}");
        assert_eq!(read(operation, &params, 200, &failed), "refused", "{operation}");
        let named = with(params.clone(), &json!({ "conversationId": "kasa-1" }));
        assert_eq!(read(operation, &named, 200, &good), "echo-mismatch", "{operation}");
        let unnamed = with(good.clone(), &json!({ "conversationId": null }));
        assert_eq!(read(operation, &named, 200, &unnamed), "success", "{operation}");
        for name in ["transactionReferenceId", "deviceUniqueId"] {
            if good[name].is_null() {
                continue;
            }
            for (value, of_failure) in [
                (json!("another"), "echo-mismatch"),
                (json!(""), "echo-mismatch"),
                (Value::Null, "refused"),
            ] {
                let change = json!({ name: value });
                let success = with(good.clone(), &change);
                assert_eq!(
                    read(operation, &params, 200, &success),
                    "echo-mismatch",
                    "{operation} {change}"
                );
                assert_eq!(
                    read(operation, &params, 200, &with(failed.clone(), &change)),
                    of_failure,
                    "{operation} {change}"
                );
            }
        }
    }
    let paid = |id: Value| with(landed(VOID), &json!({ "paymentId": id }));
    for (id, expected) in [
        (json!("PAY-9876543"), "success"),
        (Value::Null, "success"),
        (json!("PAY-1"), "echo-mismatch"),
    ] {
        assert_eq!(read(VOID, &least(VOID), 200, &paid(id.clone())), expected, "{id}");
    }
    let asked = json!({ "paymentId": "PAY-9876543" });
    let sale = with(
        paid(json!("PAY-9876543")),
        &json!({ "transactionReferenceId": "the sale's" }),
    );
    assert_eq!(read(STATUS, &asked, 200, &sale), "success");
    assert_eq!(read(STATUS, &asked, 200, &landed(STATUS)), "echo-mismatch");
}

#[test]
fn a_tills_failure_says_what_to_do() {
    for (code, group, expected) in [
        ("100310", None, "renew-token"),
        ("100311", Some("SYSTEM_ERROR"), "renew-token"),
        ("380204", Some("DEVICE_ERROR"), "renew-token"),
        ("380101", None, "fix-credentials"),
        ("380102", None, "fix-credentials"),
        ("380107", None, "fix-request"),
        ("380111", None, "fix-request"),
        ("380112", Some("BUSINESS_ERROR"), "refused"),
        ("380201", Some("DEVICE_ERROR"), "retry-later"),
        ("380103", None, "timeout-code"),
        ("380202", None, "timeout-code"),
        ("380205", None, "timeout-code"),
        ("380999", Some("DEVICE_ERROR"), "unlisted-code"),
        ("380999", Some("SYSTEM_ERROR"), "timeout-code"),
        ("380999", Some("BANK_ERROR"), "unlisted-code"),
        ("380112", Some("TIMEOUT_ERROR"), "timeout-code"),
        ("91", Some("BANK_ERROR"), "unlisted-code"),
        ("05", Some("BANK_ERROR"), "unlisted-code"),
        ("10220", Some("BANK_ERROR"), "unlisted-code"),
        ("10220", Some("PAYMENT_ERROR"), "refused"),
        ("5087", Some("PAYMENT_ERROR"), "fix-request"),
        ("10219", Some("PAYMENT_ERROR"), "timeout-code"),
        ("5999", Some("PAYMENT_ERROR"), "unlisted-code"),
        ("5999", None, "unlisted-code"),
        ("100001", None, "timeout-code"),
        ("no number", None, "unlisted-code"),
        ("0", None, "malformed"),
        ("", None, "malformed"),
    ] {
        for operation in [REFUND, VOID, SALE_INFO, STATUS] {
            let answer = json!({ "status": "failure", "errorCode": code, "errorGroup": group });
            for http_status in [200, 401, 422] {
                assert_eq!(
                    read(operation, &least(operation), http_status, &answer),
                    expected,
                    "{answer}"
                );
            }
        }
    }
    let answer = with(landed(VOID), &json!({ "errorCode": "380112" }));
    assert_eq!(read(VOID, &least(VOID), 200, &answer), "contradiction");
}

#[test]
fn each_access_reads_and_asks_only_its_own() {
    let keys = iyzico_reversals::Credentials::new("api".to_owned().into(), "secret".to_owned().into());
    let iyzico = Iyzico::new(keys.expect("valid keys"), sandbox());
    let reason = |verdict: &Verdict| matches!(verdict, Verdict::Unknown { reason, .. } if reason.as_str() == "request-unreadable");
    let void = body(VOID, &least(VOID));
    let answer = landed(VOID).to_string();
    let answered = |text| Some(HttpAnswer::new(200, text));
    assert!(reason(iyzico.read(&sent(VOID, &void), answered(&answer)).verdict()));
    let cancelled = answered(r#"{"status":"success","paymentId":"1"}"#);
    assert!(reason(
        terminal()
            .read(&sent("cancel", r#"{"paymentId":"1"}"#), cancelled)
            .verdict()
    ));
    let tokens = answered(r#"{"access_token":"a"}"#);
    assert!(reason(terminal().read(&sent("login.token", ""), tokens).verdict()));

    let random_key = RandomKey::fixed("rnd");
    let cancel = drafted("cancel", &json!({ "paymentId": "1" })).expect("valid");
    let void = drafted(VOID, &least(VOID)).expect("valid");
    for (issues, access) in [
        (terminal().request(cancel).expect_err("refused"), Access::Terminal),
        (iyzico.request(void, random_key).expect_err("refused"), Access::Merchant),
    ] {
        assert_eq!(codes(&issues), listed(&[("operation", Code::UnknownOperation)]));
        let names: Vec<_> = Operation::ALL
            .iter()
            .filter(|operation| operation.access() == access)
            .map(|operation| operation.name())
            .collect();
        assert_eq!(issues[0].message(), format!("must be one of {}", names.join(", ")));
    }
}

#[test]
fn a_terminals_request_bears_the_token_and_shows_it_nowhere() {
    let draft = drafted(VOID, &least(VOID)).expect("valid");
    let request = terminal().request(draft.clone()).expect("a terminal's operation");
    let headers: Value = serde_json::to_value(request.headers()).expect("JSON");
    assert_eq!(headers["Authorization"], "Bearer eyJ.token");
    assert_eq!(
        (&headers["x-iyzi-rnd"], &headers["Content-Type"]),
        (&Value::Null, &json!("application/json"))
    );
    assert_eq!(
        request.url(),
        "https://sandbox-api.iyzipay.com/v2/terminal-host/gmu/payment/void"
    );
    assert_eq!(
        (request.body(), request.fingerprint()),
        (Some(draft.body()), draft.fingerprint())
    );
    for text in [
        format!("{:?}", terminal()),
        format!("{request:?}"),
        format!("{:?}", request.headers()),
    ] {
        assert!(!text.contains("eyJ"), "{text}");
    }
    for (token, code) in [
        ("", Code::Empty),
        ("a b", Code::KeyCharacters),
        ("a\r\n", Code::KeyCharacters),
    ] {
        let issues = Terminal::new(token.to_owned().into(), sandbox()).expect_err("refused");
        assert_eq!(codes(&issues), listed(&[("accessToken", code)]));
    }
}

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

fn login() -> Login {
    Login::new("till-01".to_owned().into(), "secret/+=~:".to_owned().into(), sandbox()).expect("valid keys")
}

#[test]
fn each_step_of_the_login_is_a_form() {
    let user = json!({ "username": "kasa@örnek.com", "password": "p&=+% ş~", "request_timestamp": "1766660749" });
    for (operation, params, path, form) in [
        (
            "login.authorize",
            user,
            "authorize",
            "scope=iyzipayApiGateway&response_type=code&client_id=till-01&client_secret=secret%2F%2B%3D~%3A\
             &username=kasa%40%C3%B6rnek.com&password=p%26%3D%2B%25%20%C5%9F~&request_timestamp=1766660749",
        ),
        (
            "login.token",
            json!({ "code": "a/b" }),
            "token",
            "grant_type=authorization_code&code=a%2Fb",
        ),
        (
            "login.refresh",
            json!({ "refresh_token": "r.s" }),
            "token/refresh",
            "grant_type=refresh_token&refresh_token=r.s",
        ),
    ] {
        let checked = checked(operation, &params, None).expect("valid params");
        let request = login().request(&checked).expect("a step");
        assert_eq!(
            request.url(),
            format!("https://sandbox-api.iyzipay.com/in-store/oauth2/{path}")
        );
        assert_eq!((request.body(), request.fingerprint()), (Some(form), ""));
        let headers: Value = serde_json::to_value(request.headers()).expect("JSON");
        assert_eq!(headers["Content-Type"], "application/x-www-form-urlencoded");
        let expected = match operation {
            "login.authorize" => Value::Null,
            _ => json!("Basic dGlsbC0wMTpzZWNyZXQvKz1+Og=="),
        };
        assert_eq!(headers["Authorization"], expected);
        let json: Value = serde_json::to_value(&request).expect("JSON");
        assert_eq!((&json["method"], &json["fingerprint"]), (&json!("POST"), &Value::Null));
        assert!(!format!("{request:?}{:?}", login()).contains("secret"));
        assert_eq!(
            codes(&Draft::new(checked).expect_err("refused")),
            listed(&[("operation", Code::UnknownOperation)])
        );
    }
    let refund = checked(VOID, &least(VOID), None).expect("valid");
    assert!(login().request(&refund).is_err());
}

#[test]
fn a_logins_keys_can_be_sent() {
    for (id, secret, expected) in [
        ("a:b", "s", &[("clientId", Code::KeyCharacters)][..]),
        ("a", "s ", &[("clientSecret", Code::KeyCharacters)]),
        ("", "", &[("clientId", Code::Empty), ("clientSecret", Code::Empty)]),
    ] {
        let issues = Login::new(id.to_owned().into(), secret.to_owned().into(), sandbox()).expect_err("refused");
        assert_eq!(codes(&issues), listed(expected));
    }
}

#[test]
fn a_logins_answer_is_oauths() {
    let tokens = r#"{"access_token":"a","refresh_token":"r","expires_in":7199}"#;
    let code = r#"{"code":"c","issuedAt":"now"}"#;
    let error = |error: &str| json!({ "error": error, "access_token": "a", "code": "c" }).to_string();
    for (http_status, answer, expected) in [
        (Some(200), tokens, "success"),
        (Some(201), tokens, "success"),
        (Some(299), tokens, "success"),
        (Some(199), tokens, "contradiction"),
        (Some(400), tokens, "contradiction"),
        (Some(302), tokens, "redirect"),
        (Some(200), code, "malformed"),
        (Some(200), r#"{"access_token":{}}"#, "malformed"),
        (Some(200), "{}", "malformed"),
        (Some(200), "", "empty"),
        (
            Some(200),
            r#"{"access_token":"a","error":"","errorCode":""}"#,
            "success",
        ),
        (Some(200), &error("invalid_grant"), "renew-token"),
        (Some(400), &error("invalid_request"), "fix-request"),
        (Some(400), &error("unsupported_grant_type"), "fix-request"),
        (Some(401), &error("invalid_client"), "fix-credentials"),
        (Some(400), &error("temporarily_unavailable"), "retry-later"),
        (Some(400), &error("server_error"), "retry-later"),
        // A gateway's word says nothing about the credentials.
        (Some(503), &error("temporarily_unavailable"), "http-status"),
        (Some(500), &error("server_error"), "http-status"),
        (Some(502), &error("Bad Gateway"), "http-status"),
        (Some(429), &error("rate_limited"), "http-status"),
        (
            Some(401),
            r#"{"errorCode":100501,"description":"why"}"#,
            "fix-credentials",
        ),
    ] {
        for operation in ["login.token", "login.refresh"] {
            let outcome = login().read(
                &sent(operation, ""),
                http_status.map(|status| HttpAnswer::new(status, answer)),
            );
            let found = match outcome.verdict() {
                Verdict::Success(_) => "success",
                Verdict::Failure { advice, .. } => advice.as_str(),
                Verdict::Unknown { reason, .. } => reason.as_str(),
            };
            assert_eq!(found, expected, "{http_status:?} {answer}");
        }
    }
    assert!(matches!(
        login()
            .read(&sent("login.authorize", ""), Some(HttpAnswer::new(200, code)))
            .verdict(),
        Verdict::Success(_)
    ));
    for (answer, expected) in [
        (r#"{"errorCode":100501,"description":"why"}"#, ("100501", Some("why"))),
        (
            r#"{"error":"invalid_client","error_description":"why"}"#,
            ("invalid_client", Some("why")),
        ),
        (r#"{"error":"","errorCode":"7"}"#, ("7", None)),
    ] {
        let outcome = login().read(&sent("login.authorize", ""), Some(HttpAnswer::new(401, answer)));
        let Verdict::Failure { error, .. } = outcome.verdict() else {
            panic!("{outcome:?}");
        };
        assert_eq!((error.code(), error.message()), expected);
        assert_eq!((error.group(), error.retryable()), (None, None));
    }
    for operation in ["paymentDetails", VOID] {
        let asked = match operation {
            VOID => sent(VOID, &body(VOID, &least(VOID))),
            _ => sent(operation, "/v2/reporting/payment/details?paymentId=1"),
        };
        let outcome = login().read(&asked, Some(HttpAnswer::new(200, tokens)));
        let json = serde_json::to_value(outcome).expect("JSON");
        assert_eq!(json["reason"], "request-unreadable", "{operation}");
    }
}
