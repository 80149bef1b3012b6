//! Fields of several operations at a till.

use serde_json::{Value, json};

use crate::support::{REFUND, VOID, cup, drafted, least, refund, with};

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
}
