//! Ids that were altered on their way, by `tests/vectors/similar-ids.json`, which the JavaScript suite reads as well.

use iyzico_reversals::{HttpAnswer, Inquiry, precheck};
use serde_json::{Value, json};

use crate::calls::sent;
use crate::vectors::{list, parse, text};
use crate::{at, reconciled};

const SENT_AT: i64 = 1_764_099_400_000;

/// A row that was carried out, with changes; where it stands in the payment.
struct Row<'a> {
    id: &'a str,
    price: &'a str,
    more: Value,
    place: Place,
}

#[derive(Clone, Copy, PartialEq)]
enum Place {
    Own,
    Sibling,
    Cancels,
}

impl<'a> Row<'a> {
    fn new(id: &'a str) -> Self {
        Self {
            id,
            price: "5",
            more: json!({}),
            place: Place::Own,
        }
    }

    fn answer(&self) -> String {
        let mut row = json!({ "refundPrice": parse(self.price), "refundStatus": 1 });
        for (name, value) in self.more.as_object().expect("members") {
            row[name] = value.clone();
        }
        let is_cancel = self.place == Place::Cancels;
        row[if is_cancel {
            "cancelConversationId"
        } else {
            "refundConversationId"
        }] = json!(self.id);
        let is_refunded = row["refundStatus"] == 1 && !is_cancel;
        let rows = |place| {
            if self.place == place { json!([row]) } else { json!([]) }
        };
        json!({ "status": "success", "payments": [{
            "paymentId": "25180188", "paymentStatus": 1, "currency": "TRY", "phase": "AUTH",
            "paymentRefundStatus": if is_refunded { "PARTIALLY_REFUNDED" } else { "NOT_REFUNDED" },
            "cancels": rows(Place::Cancels),
            "itemTransactions": [
                { "paymentTransactionId": "27169345", "paidPrice": 40, "refunds": rows(Place::Own) },
                { "paymentTransactionId": "27169346", "paidPrice": 40, "refunds": rows(Place::Sibling) },
            ],
        }] })
        .to_string()
    }
}

/// The body of a refund of 5 under this id. Only an earlier version could send some of the ids.
fn body(id: &str) -> String {
    format!(
        r#"{{"conversationId":{},"paymentTransactionId":"27169345","price":5.00}}"#,
        json!(id)
    )
}

fn reconciled_with(sent: &str, row: &Row<'_>) -> (&'static str, &'static str) {
    let answer = row.answer();
    let inquiry = at(SENT_AT, SENT_AT + 3_600_000);
    reconciled("refund", &body(sent), HttpAnswer::new(200, &answer), inquiry)
}

fn pairs(names: &[&str]) -> Vec<(String, String)> {
    let vectors = parse(include_str!("../vectors/similar-ids.json"));
    let pairs: Vec<_> = names
        .iter()
        .flat_map(|name| list(&vectors[*name]).to_vec())
        .map(|pair| (text(&pair[0]).to_owned(), text(&pair[1]).to_owned()))
        .collect();
    assert!(!pairs.is_empty());
    pairs
}

const SIMILAR: (&str, &str) = ("ambiguous", "similar-id");
const ABSENT: (&str, &str) = ("not-landed", "absent");

#[test]
fn an_altered_id_may_be_its_own() {
    let failed = json!({ "refundStatus": 0, "errorCode": "10220", "errorGroup": "DECLINED" });
    for (sent_id, shown) in pairs(&["altered", "earlier"]) {
        let row = || Row::new(&shown);
        assert_eq!(reconciled_with(&sent_id, &row()), SIMILAR, "{sent_id} {shown}");
        let answer = row().answer();
        let before = precheck(
            &sent("refund", &body(&sent_id)),
            Some(HttpAnswer::new(200, &answer)),
            Inquiry::default(),
        );
        assert_eq!(before.verdict().reason(), "similar-id", "{sent_id} {shown}");
        // Its place, amount and state don't matter.
        for row in [
            Row {
                place: Place::Sibling,
                ..row()
            },
            Row { price: "0.01", ..row() },
            Row {
                more: json!({ "refundStatus": 2 }),
                ..row()
            },
            Row {
                place: Place::Cancels,
                price: "40",
                ..row()
            },
        ] {
            assert_eq!(reconciled_with(&sent_id, &row), SIMILAR, "{sent_id} {shown}");
        }
        // A row that failed moved nothing, whoever made it.
        let row = Row {
            more: failed.clone(),
            ..row()
        };
        assert_eq!(reconciled_with(&sent_id, &row), ABSENT, "{sent_id} {shown}");
    }
}

#[test]
fn the_id_itself_is_no_similar_one() {
    for (sent_id, _) in pairs(&["altered", "earlier"]) {
        assert_eq!(
            reconciled_with(&sent_id, &Row::new(&sent_id)),
            ("landed", "carried-out"),
            "{sent_id}"
        );
    }
}

#[test]
fn an_id_that_was_altered_several_times_needs_the_amount_as_well() {
    for (sent_id, shown) in pairs(&["faint"]) {
        assert_eq!(
            reconciled_with(&sent_id, &Row::new(&shown)),
            SIMILAR,
            "{sent_id} {shown}"
        );
        let other = Row {
            price: "0.01",
            ..Row::new(&shown)
        };
        assert_eq!(reconciled_with(&sent_id, &other), ABSENT, "{sent_id} {shown}");
    }
}

#[test]
fn anothers_id_is_anothers() {
    for (sent_id, shown) in pairs(&["anothers"]) {
        for more in [json!({}), json!({ "refundStatus": 2 })] {
            let row = Row {
                more,
                ..Row::new(&shown)
            };
            assert_eq!(reconciled_with(&sent_id, &row), ABSENT, "{sent_id} {shown}");
        }
    }
}
