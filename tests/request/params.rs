//! From params to draft: every rule of a field, and what the body looks like.

use iyzico_reversals::{Access, Code, Draft, Field, Issue, Issues, Operation, Params, Relation, Rule};
use proptest::prelude::*;
use serde_json::{Value, json};

fn drafted(operation: &str, params: &str) -> Result<Draft, Issues> {
    Params::check(operation.parse()?, params, None).and_then(Draft::new)
}

fn issues(operation: &str, params: &Value) -> Vec<(String, Code)> {
    match drafted(operation, &params.to_string()) {
        Ok(draft) => panic!("accepted: {}", draft.body()),
        Err(issues) => issues.iter().map(|issue| (path(issue), issue.code())).collect(),
    }
}

fn path(issue: &Issue) -> String {
    issue.path().join(".")
}

fn body(operation: &str, params: &Value) -> String {
    drafted(operation, &params.to_string())
        .expect("valid params")
        .body()
        .to_owned()
}

fn refund(name: &str, value: Value) -> Value {
    let mut params = json!({ "paymentTransactionId": "27169345", "price": "5.00", "reason": "other" });
    params[name] = value;
    params
}

#[test]
fn a_body_holds_the_fields_in_the_order_of_the_table() {
    let params = json!({
        "upTo": "5", "description": "yırtık, \"kırık\" \\ ürün 😀", "reason": "fraud", "ip": "85.34.78.112", "currency": "TRY",
        "price": "5.00", "paymentTransactionId": "27169345", "conversationId": "return-7", "locale": "tr",
    });
    assert_eq!(
        body("refund", &params),
        "{\"locale\":\"tr\",\"conversationId\":\"return-7\",\"paymentTransactionId\":\"27169345\",\"price\":5.00,\
         \"currency\":\"TRY\",\"ip\":\"85.34.78.112\",\"reason\":\"FRAUD\",\
         \"description\":\"yırtık, \\\"kırık\\\" \\\\ ürün 😀\"}"
    );
    let params = json!({ "price": 15, "paymentId": "25180208" });
    assert_eq!(body("refundV2", &params), r#"{"paymentId":"25180208","price":15}"#);
    assert_eq!(body("cancel", &json!({ "paymentId": "1" })), r#"{"paymentId":"1"}"#);
}

#[test]
fn a_value_from_javascript_is_refused_with_its_own_code() {
    for (name, value, code) in [
        ("price", json!({ "": "bigint" }), Code::Type),
        ("conversationId", json!({ "": "characters" }), Code::TooLong),
        ("conversationId", json!({ "": "lone surrogate" }), Code::LoneSurrogate),
        ("conversationId", json!({ "": "bigint" }), Code::Type),
        ("description", json!({ "": "names" }), Code::TooMany),
    ] {
        assert_eq!(
            issues("refund", &refund(name, value.clone())),
            [(name.to_owned(), code)],
            "{name}: {value}"
        );
    }
}

#[test]
fn a_price_is_at_most_up_to() {
    let more = issues("refund", &refund("upTo", json!("4.99")));
    assert_eq!(more, [("price".to_owned(), Code::MoreThanUpTo)]);
    for limit in [json!("5"), json!("5.00"), json!(5.01)] {
        body("refund", &refund("upTo", limit));
    }
}

#[test]
fn an_unknown_field_is_refused() {
    let found = issues("refund", &refund("amount", json!("5")));
    assert_eq!(found, [("amount".to_owned(), Code::UnknownField)]);
}

#[test]
fn a_choice_says_itself_whether_it_takes_any_case() {
    for operation in Operation::ALL {
        for field in operation.fields() {
            let Rule::OneOf(choice) = field.rule() else {
                continue;
            };
            for value in choice.values() {
                for text in [value.to_lowercase(), value.to_uppercase()] {
                    let mut params = smallest(operation.fields());
                    params[field.name()] = json!(text);
                    let taken = drafted(operation.name(), &params.to_string()).is_ok();
                    let expected = choice.takes_any_case() || text == *value;
                    assert_eq!(taken, expected, "{} {} {text}", operation.name(), field.name());
                }
            }
        }
    }
}

#[test]
fn all_issues_come_at_once_in_the_order_of_the_fields() {
    let params = json!({ "colour": 1, "description": "why", "currency": "TL", "price": "x", "locale": "de" });
    let expected = [
        ("locale", Code::Locale),
        ("paymentTransactionId", Code::Missing),
        ("price", Code::AmountFormat),
        ("currency", Code::Currency),
        ("description", Code::ReasonRequired),
        ("colour", Code::UnknownField),
    ];
    assert_eq!(
        issues("refund", &params),
        expected.map(|(path, code)| (path.to_owned(), code))
    );
}

#[test]
fn issues_name_what_was_meant_in_the_language_of_the_params() {
    let message = |operation: &str, params: Value| {
        let issues = drafted(operation, &params.to_string()).expect_err("refused");
        issues[0].message()
    };
    assert!(message("refund", refund("currency", json!("TL"))).contains("did you mean \"TRY\"?"));
    assert!(message("refund", refund("currency", json!("usd"))).contains("did you mean \"USD\"?"));
    assert!(
        message("refund", refund("paymentTransactionID", json!("1")))
            .contains("did you mean \"paymentTransactionId\"?")
    );
    assert!(message("refund", refund("curency", json!("TRY"))).contains("did you mean \"currency\"?"));
    assert!(!message("refund", refund("colour", json!("TRY"))).contains("did you mean"));
    assert_eq!(
        message("cancel", json!({ "locale": "tr" })),
        "zorunlu: metin olarak bir kimlik (sayı yuvarlanmış olabilir)"
    );
    let english = "is required: an id as a string (a number may already be rounded)";
    assert_eq!(message("cancel", json!({ "locale": "en" })), english);
    assert_eq!(message("cancel", json!({ "locale": "de" })), "must be one of tr, en");
    let mut turkish = refund("upTo", json!("4"));
    turkish["locale"] = json!("tr");
    assert_eq!(message("refund", turkish), "en çok 4 olmalı (kalan tutar)");
}

/// The JavaScript suite holds the package against the same file.
#[test]
fn what_is_said_is_said_in_these_words() {
    let vectors: Value = serde_json::from_str(include_str!("../vectors/issues.json")).expect("JSON");
    let mut unsaid = Code::ALL.to_vec();
    for vector in vectors.as_array().expect("a list") {
        let operation = vector["operation"].as_str().expect("a name");
        let context = vector.get("context").map(Value::to_string);
        for (locale, said) in vector["said"].as_object().expect("issues by language") {
            let mut params = vector["params"].clone();
            if !locale.is_empty() {
                params["locale"] = json!(locale);
            }
            let issues = operation
                .parse()
                .and_then(|operation| Params::check(operation, &params.to_string(), context.as_deref()))
                .expect_err("refused");
            assert_eq!(
                &serde_json::to_value(&issues).expect("JSON"),
                said,
                "{operation} {params}"
            );
            unsaid.retain(|code| issues.iter().all(|issue| issue.code() != *code));
        }
    }
    // No params are wrong in these ways, or none that are JSON.
    let elsewhere = [
        Code::BaseUrl,
        Code::Body,
        Code::Contradiction,
        Code::DraftAltered,
        Code::Duplicate,
        Code::Environment,
        Code::KeyCharacters,
        Code::LoneSurrogate,
        Code::Method,
        Code::NotJson,
        Code::Path,
        Code::Randomness,
        Code::Time,
        Code::State,
        Code::TooMany,
    ];
    assert_eq!(unsaid, elsewhere);
}

#[test]
fn a_flood_is_refused_and_bounded() {
    let many = |count: usize| -> Value { (0..count).map(|at| (format!("x{at}"), json!(1))).collect() };
    let mut params = many(200);
    params["paymentTransactionId"] = json!("1");
    params["price"] = json!("5");
    let found = issues("refund", &params);
    assert_eq!(found.len(), 100);
    // The names of an object are bounded by the reader.
    assert_eq!(issues("refund", &many(300)), [(String::new(), Code::NotJson)]);
    assert_eq!(
        issues("refund", &json!({ "": "names" })),
        [(String::new(), Code::TooMany)]
    );
    let lines = |count: usize| issues("terminal.refund", &json!({ "saleItems": vec![json!(1); count] }));
    assert!(lines(1001).contains(&("saleItems".to_owned(), Code::TooMany)));
    assert_eq!(lines(1000).len(), 100);
}

#[test]
fn a_line_break_in_a_text_makes_no_other_fingerprint_possible() {
    let refund = |first: &str, second: &str| {
        let line = |name: &str, unit: &str| {
            json!({
                "name": name, "unitCode": unit, "taxGroupCode": "KDV20", "itemQuantity": 1, "unitPriceAmount": "5",
                "grossPriceAmount": "5", "totalPriceAmount": "5",
            })
        };
        let params = json!({
            "deviceUniqueId": "P1", "paymentId": "PAY-1", "paymentDate": 20_261_125, "transactionReferenceId": "R-1",
            "saleAppName": "a", "saleAppVersion": "1", "saleItems": [line(first, second)],
        });
        drafted("terminal.refund", &params.to_string())
            .expect("valid")
            .fingerprint()
            .to_owned()
    };
    assert_ne!(refund("Fincan\n\nC62", "x"), refund("Fincan", "C62"));
    assert_ne!(refund("a\nb", "c"), refund("a", "b"));
    assert_ne!(refund("a\nb", "c"), refund("a b", "c"));
    // A ledger goes by it: it must not change from one version to the next.
    assert_eq!(
        refund("Fincan", "C62"),
        "ed2c40b4665d46b864f5c95810fa4782666b170c810ed67ab3b55c745bc85905"
    );
}

#[test]
fn refund_v2_takes_no_reason() {
    let params = json!({ "paymentId": "1", "price": "1", "reason": "fraud", "description": "x" });
    let unknown = ["description", "reason"].map(|name| (name.to_owned(), Code::UnknownField));
    assert_eq!(issues("refundV2", &params), unknown);
}

#[test]
fn what_is_no_object_is_refused_as_a_whole() {
    for (text, code) in [
        ("null", Code::NotAnObject),
        ("[]", Code::NotAnObject),
        ("\"x\"", Code::NotAnObject),
        ("{", Code::NotJson),
        ("", Code::NotJson),
        (r#"{"price":"1","price":"2"}"#, Code::NotJson),
    ] {
        let issues = drafted("refund", text).expect_err("refused");
        assert_eq!(
            issues
                .iter()
                .map(|issue| (path(issue), issue.code()))
                .collect::<Vec<_>>(),
            [(String::new(), code)]
        );
    }
    let issues = drafted("constructor", "{}").expect_err("refused");
    assert_eq!(issues[0].code(), Code::UnknownOperation);
    assert!(issues[0].message().contains("refund, refundV2, cancel"));
}

#[test]
fn a_fingerprint_is_the_intent() {
    let of = |operation: &str, params: Value| {
        drafted(operation, &params.to_string())
            .expect("valid")
            .fingerprint()
            .to_owned()
    };
    let base = || json!({ "paymentTransactionId": "1", "price": "5.00", "conversationId": "a" });
    let with = |name: &str, value: &str| {
        let mut params = base();
        params[name] = json!(value);
        params
    };
    let fingerprint = of("refund", base());
    assert_eq!(fingerprint.len(), 64);
    for (name, value) in [
        ("price", "5"),
        ("ip", "1.2.3.4"),
        ("locale", "en"),
        ("reason", "other"),
        ("upTo", "9"),
    ] {
        assert_eq!(
            of("refund", with(name, value)),
            fingerprint,
            "{name} is no part of the intent"
        );
    }
    for (name, value) in [
        ("price", "5.01"),
        ("paymentTransactionId", "2"),
        ("conversationId", "b"),
        ("currency", "TRY"),
    ] {
        assert_ne!(
            of("refund", with(name, value)),
            fingerprint,
            "{name} is part of the intent"
        );
    }
    let payment = json!({ "paymentId": "1" });
    assert_ne!(
        of("cancel", payment),
        of("refundV2", json!({ "paymentId": "1", "price": "1" }))
    );
}

#[test]
fn a_draft_that_was_altered_is_refused() {
    let draft = drafted("refund", &refund("currency", json!("TRY")).to_string()).expect("valid");
    let original: Value = serde_json::to_value(&draft).expect("JSON");
    assert_eq!(
        Draft::reopen(&original.to_string()).expect("unaltered").body(),
        draft.body()
    );

    let body = draft.body();
    for (name, value, code) in [
        ("operation", "refundV2".to_owned(), Code::Missing),
        ("operation", "toString".to_owned(), Code::UnknownOperation),
        ("method", "GET".to_owned(), Code::DraftAltered),
        ("path", "/payment/cancel".to_owned(), Code::DraftAltered),
        ("fingerprint", "0".repeat(64), Code::DraftAltered),
        ("body", body.replace("5.00", "6.00"), Code::DraftAltered),
        ("body", body.replace("5.00", "\"5.00\""), Code::DraftAltered),
        ("body", body.replace(",\"price\"", ", \"price\""), Code::DraftAltered),
        ("body", body.replace("OTHER", "other"), Code::DraftAltered),
        ("body", body.replace("5.00", "-5.00"), Code::AmountFormat),
        ("body", body.replace("5.00", "5e0"), Code::AmountFormat),
        ("body", body.replace("{", "{\"price\":1,"), Code::NotJson),
        ("body", body.replace("}", ",\"upTo\":\"9\"}"), Code::UnknownField),
        ("extra", "x".to_owned(), Code::UnknownField),
    ] {
        let mut altered = original.clone();
        altered[name] = json!(value);
        let issues = Draft::reopen(&altered.to_string()).expect_err("altered");
        assert!(
            issues.iter().any(|issue| issue.code() == code),
            "{name} {value}: {issues:?}"
        );
    }
    for text in ["", "null", "[]", "{}", "{\"operation\":1}"] {
        assert!(Draft::reopen(text).is_err());
    }
}

/// Exact amounts that no double holds survive the way through a draft's body.
#[test]
fn a_body_keeps_amounts_no_double_holds() {
    let params = json!({ "paymentId": "1", "price": "12345678901234567890.12345678" });
    let draft = drafted("refundV2", &params.to_string()).expect("valid");
    assert!(draft.body().contains(":12345678901234567890.12345678"));
    assert_eq!(
        Draft::reopen(&serde_json::to_string(&draft).expect("JSON"))
            .expect("unaltered")
            .body(),
        draft.body()
    );
}

#[test]
fn of_every_operation_the_required_fields_suffice() {
    for operation in Operation::ALL {
        let params = smallest(operation.fields());
        Params::check(*operation, &params.to_string(), None).expect("the required fields suffice");
        let draft = drafted(operation.name(), &params.to_string());
        match operation.access() {
            Access::Login => assert_eq!(codes(&draft.expect_err("holds a password")), [Code::UnknownOperation]),
            _ => assert!(draft.expect("a draft").path().starts_with(operation.path())),
        }
    }
}

/// An object with the required fields alone.
fn smallest(fields: &[&Field]) -> Value {
    let is_needed = |field: &&&Field| field.is_required() || matches!(field.relation(), Relation::Unless(_));
    let value = |field: &&Field| match field.rule() {
        Rule::Count => json!(1),
        Rule::Date => json!(20_260_406),
        Rule::Day => json!("2026-04-06"),
        Rule::Items(fields) => json!([smallest(fields)]),
        Rule::Url => json!("https://example.com"),
        _ => json!("1"),
    };
    fields
        .iter()
        .filter(is_needed)
        .map(|field| (field.name().to_owned(), value(field)))
        .collect()
}

fn codes(issues: &[Issue]) -> Vec<Code> {
    issues.iter().map(Issue::code).collect()
}

proptest! {
    #[test]
    fn no_params_panic(operation in "(refund|refundV2|cancel|)", text in any::<String>()) {
        let _ = drafted(&operation, &text);
        let _ = Draft::reopen(&text);
    }

    #[test]
    fn no_json_panics_and_what_passes_reopens(params in arbitrary_params()) {
        for operation in Operation::ALL {
            if let Ok(draft) = drafted(operation.name(), &params.to_string()) {
                let reopened = Draft::reopen(&serde_json::to_string(&draft).expect("JSON")).expect("a draft of ours");
                prop_assert_eq!(reopened.body(), draft.body());
                prop_assert_eq!(reopened.fingerprint(), draft.fingerprint());
            }
        }
    }

    /// An amount is printed digit by digit as it was written, or refused.
    #[test]
    fn an_amount_is_exact_or_refused(price in "[0-9]{0,24}(\\.[0-9]{0,10})?") {
        let params = json!({ "paymentId": "1", "price": price });
        if let Ok(draft) = drafted("refundV2", &params.to_string()) {
            prop_assert_eq!(draft.body(), format!("{{\"paymentId\":\"1\",\"price\":{price}}}"));
        }
    }
}

fn arbitrary_params() -> impl Strategy<Value = Value> {
    let value = prop_oneof![
        any::<String>().prop_map(Value::from),
        "[0-9]{1,4}(\\.[0-9]{1,2})?".prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        prop_oneof![Just("TRY"), Just("tr"), Just("fraud"), Just("1.2.3.4"), Just("x")].prop_map(Value::from),
        Just(json!({ "": "lone surrogate" })),
        Just(json!([[]])),
        Just(Value::Null),
    ];
    let names = [
        "locale",
        "conversationId",
        "paymentTransactionId",
        "paymentId",
        "price",
        "currency",
        "ip",
        "reason",
        "description",
        "upTo",
        "x",
    ];
    proptest::collection::hash_map(proptest::sample::select(names.to_vec()), value, 0..8).prop_map(|fields| {
        fields
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect()
    })
}
