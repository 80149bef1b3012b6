//! A refund against what is left of its sale.

use iyzico_reversals::{Code, Issue, Operation, Params};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{REFUND, VOID, checked, codes, cup, least, listed, refund, with};

pub(crate) fn sale() -> Value {
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

pub(crate) fn line(name: &str, quantity: u32, amount: &str) -> Value {
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
