//! What may still be refunded, by `tests/vectors/refundable.json`, which the JavaScript suite reads as well.

use iyzico_reversals::{Amount, Code, Issues, refundable};
use proptest::prelude::*;
use serde_json::{Value, json};
use worlds::World;

use crate::calls::codes;
use crate::flood::{Figures, count, in_worlds};
use crate::vectors::{changed, list, parse, text};

fn vectors() -> Value {
    parse(include_str!("../vectors/refundable.json"))
}

fn left(payments: &Value) -> Result<Value, Issues> {
    let found = refundable(&json!({ "payments": payments }).to_string())?;
    Ok(serde_json::to_value(found).expect("JSON")["payments"].clone())
}

/// The payment of one of a case's variants.
fn payment(bases: &Value, case: &Value, variant: &Value) -> Value {
    let mut payment = changed(&bases[text(&case["base"])], &variant["with"]);
    let first = &mut payment["itemTransactions"][0];
    if variant["paid"].is_string() {
        first["paidPrice"] = variant["paid"].clone();
    }
    for row in list(&variant["rows"]) {
        first["refunds"].as_array_mut().expect("a list").push(row.clone());
    }
    payment
}

/// Checks every case of a rule.
fn holds(rule: &str) {
    let vectors = vectors();
    let cases = list(&vectors["rules"][rule]);
    assert!(!cases.is_empty(), "{rule}");
    for case in cases {
        for variant in list(&case["variants"]) {
            let payment = payment(&vectors["bases"], case, variant);
            let found = left(&json!([payment])).expect("they agree");
            let context = format!("{}: {payment}", case["why"]);
            let pick = |of: &Value, names: &[&str]| names.iter().map(|name| of[*name].clone()).collect::<Value>();
            let whole = ["state", "paid", "refunded", "doubtful", "refundable"];
            assert_eq!(pick(&found[0], &whole), case["expect"], "{context}");
            if case["items"].is_array() {
                let items = list(&found[0]["items"]).iter();
                let items: Value = items.map(|item| pick(item, &whole[2..])).collect();
                assert_eq!(items, case["items"], "{context}");
            }
        }
    }
}

#[test]
fn amounts_are_exact() {
    holds("amounts are exact");
}

#[test]
fn only_a_row_that_failed_counts_for_nothing() {
    holds("rows");
}

#[test]
fn a_row_has_the_currency_of_the_payment() {
    holds("currency");
}

#[test]
fn a_cancel_leaves_nothing() {
    holds("cancels");
}

#[test]
fn what_only_the_summary_knows_of_is_in_doubt() {
    holds("summary");
}

#[test]
fn only_what_was_paid_is_refundable() {
    holds("state");
}

#[test]
fn every_rule_of_the_vectors_has_a_test() {
    for (rule, _) in vectors()["rules"].as_object().expect("rules") {
        assert!(
            include_str!("refundable.rs").contains(&format!("holds(\"{rule}\")")),
            "{rule}"
        );
    }
}

#[test]
fn each_item_and_each_payment_has_its_figures() {
    for case in list(&vectors()["whole"]) {
        assert_eq!(
            left(&case["payments"]).expect("they agree"),
            case["expect"],
            "{}",
            case["why"]
        );
    }
}

#[test]
fn a_contradiction_is_refused_with_its_path() {
    let vectors = vectors();
    for case in list(&vectors["refused"]) {
        let mut refused = vec![case["payments"].clone()];
        if case["base"].is_string() {
            let variants = list(&case["variants"]).iter();
            refused = variants
                .map(|variant| json!([payment(&vectors["bases"], case, variant)]))
                .collect();
        }
        for payments in refused {
            let issues = left(&payments).expect_err("refused");
            let [issue] = &*issues else { panic!("{payments}") };
            assert_eq!(issue.path().join("."), text(&case["path"]), "{payments}");
            assert_eq!(json!(issue.code()), case["code"], "{payments}");
            assert!(issue.message().contains(text(&case["says"])), "{}", issue.message());
        }
    }
}

#[test]
fn what_is_no_data_of_payment_details_is_refused() {
    for (text, code) in [("[]", Code::NotAnObject), ("", Code::NotJson), ("{}", Code::Type)] {
        let issues = refundable(text).expect_err("refused");
        assert_eq!(codes(&issues), [(String::new(), code)], "{text}");
    }
}

#[test]
fn no_more_is_refundable_than_is_left() {
    let mut figures = Figures::default();
    in_worlds(count(200_000), |bytes| {
        let world = World::draw(bytes);
        let found: Option<Value> = refundable(&world.shown.text)
            .ok()
            .map(|found| serde_json::to_value(found).expect("JSON"));
        let objection = world.objection_to_left(found.as_ref());
        prop_assert!(objection.is_none(), "{objection:?}\n{found:#?}\n{world:#?}");
        let payments = found.as_ref().and_then(|found| found["payments"].as_array());
        match payments.and_then(|payments| {
            payments
                .iter()
                .find(|payment| payment["paymentId"] == world.truth.payment.id)
        }) {
            Some(payment) => figures.count(payment["state"].as_str().unwrap_or_default()),
            None => figures.count("refused: contradiction or missing"),
        }
        if world.shown.is_complete {
            figures.count("complete");
        }
        Ok(())
    });
    figures.print("what may still be refunded");
    for state in ["paid", "unpaid", "authorized", "cancelled", "complete"] {
        assert!(figures.of(state) > 0, "{state}");
    }
}

fn item(id: &str, paid: &str, refunds: &[&str]) -> Value {
    let refunds: Vec<_> = refunds
        .iter()
        .map(|refund| json!({ "refundPrice": refund, "refundStatus": 1 }))
        .collect();
    json!({ "paymentTransactionId": id, "paidPrice": paid, "refunds": refunds })
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
        let found = left(&json!([{ "paymentId": "7", "itemTransactions": rows }]));
        let refunded = |refunds: &[u64]| refunds.iter().sum::<u64>();
        let fits = items.iter().all(|(paid, refunds)| refunded(refunds) <= *paid);
        prop_assert_eq!(found.is_ok(), fits);
        if let Ok(found) = found {
            let payment = &found[0];
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
}
