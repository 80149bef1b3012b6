//! What truly happened at a till, and the answer to the status question.

use serde_json::{Value, json};

use crate::truth::MINUTE;
use crate::{Dice, Money};

/// A refund or void at a till, and the answer to a status question.
#[derive(Clone, Debug)]
pub struct TillWorld {
    /// The operation's name.
    pub operation: &'static str,
    /// Its params.
    pub params: Value,
    /// Whether it was carried out.
    pub moved: bool,
    /// When it was sent, by the host's clock.
    pub sent_at: i64,
    /// When the host asked.
    pub asked_at: i64,
    /// The body of the question, if the host passes it.
    pub question: Option<String>,
    /// The HTTP status.
    pub http_status: u16,
    /// The body.
    pub text: String,
    /// Whether the bounds that the package assumes hold.
    pub is_within: bool,
    /// Whether the answer is whole, late and unaltered: then read-back must decide.
    pub is_complete: bool,
}

const OWN: &str = "RETURN-7";
const PAYMENT: &str = "PAY-9876543";

impl TillWorld {
    /// Draws a world.
    pub fn draw(dice: &mut impl Dice) -> Self {
        let is_void = dice.one_in(3);
        let operation = if is_void { "terminal.void" } else { "terminal.refund" };
        let price = Money::hundredths(6000);
        let sent_at = 1_764_100_000_000;
        let moved = dice.one_in(2);
        let elapsed = match dice.below(4) {
            0 => 5 * MINUTE,
            1 => dice.between(0, 5 * MINUTE),
            2 => dice.between(5 * MINUTE, 60 * MINUTE),
            _ => 6 * MINUTE,
        };
        let asked_at = sent_at + elapsed;
        let is_beyond = dice.one_in(20);
        // How long after the sending iyzico shows it.
        let shows_after = if is_beyond {
            60 * MINUTE
        } else {
            dice.between(0, 5 * MINUTE)
        };
        let is_shown = moved && elapsed >= shows_after;

        let about = dice.below(16);
        let question = dice.one_in(4).then(|| {
            let reference = if about == 1 || about == 7 { "SALE-1" } else { OWN };
            // In the order of the fields.
            let mut question = json!({});
            if about == 8 {
                question["deviceUniqueId"] = json!("P00999");
            }
            if about == 9 {
                question["paymentId"] = json!(PAYMENT);
            }
            question["transactionReferenceId"] = json!(reference);
            question.to_string()
        });
        let skew = if dice.one_in(8) {
            dice.between(-30 * MINUTE, 30 * MINUTE)
        } else {
            0
        };
        let time = asked_at + skew;
        let (mut http_status, mut body) = if is_shown {
            let mut body = json!({
                "status": "success", "errorCode": "0", "transactionReferenceId": OWN, "paymentId": PAYMENT, "price": 60, "systemTime": time,
            });
            body[if is_void {
                "cancelHostReference"
            } else {
                "refundHostReference"
            }] = json!("000017");
            (200, body)
        } else if dice.one_in(4) {
            // iyzico knows it, but it is under way or was given up.
            let body = json!({ "status": "success", "errorCode": "0", "transactionReferenceId": OWN, "paymentId": PAYMENT, "price": 60, "systemTime": time });
            (200, body)
        } else {
            let code = dice.pick(&["380108", "380107", "380109"]);
            (dice.pick(&[200, 400]), not_found(code, json!(OWN), time))
        };
        let is_under_way = !is_shown && body["status"] == "success";
        // Without the question, an unknown payment can't be told from an unknown operation.
        let is_told = question.is_some() || body["errorCode"] != "380107";
        let mut is_complete =
            elapsed >= 6 * MINUTE && !is_beyond && skew == 0 && !is_under_way && (moved == is_shown) && is_told;
        match about {
            // The answer to another question.
            1 => {
                body["transactionReferenceId"] = json!("SALE-1");
                is_complete = false;
            }
            2 => {
                body["paymentId"] = json!("PAY-1");
                is_complete = false;
            }
            3 => {
                body["transactionReferenceId"] = Value::Null;
                is_complete = false;
            }
            // A gateway's answer.
            4 => {
                http_status = dice.pick(&[404, 500, 503, 302, 0]);
                if dice.one_in(2) {
                    body = not_found("380108", json!(OWN), time);
                }
                is_complete = false;
            }
            // Asked at another till, where nothing is found.
            8 if question.is_some() => {
                http_status = 200;
                body = not_found("380108", Value::Null, time);
                is_complete = false;
            }
            // Nothing is found under another reference, which the answer does not repeat.
            7 => {
                http_status = 200;
                body = not_found("380108", Value::Null, time);
                is_complete = false;
            }
            // Asked by the payment as well: iyzico finds another refund of it or no such payment, and repeats the reference.
            9 if question.is_some() => {
                http_status = 200;
                body = if dice.one_in(2) {
                    not_found("380107", json!(OWN), time)
                } else {
                    let mut body = json!({ "status": "success", "errorCode": "0", "transactionReferenceId": OWN, "paymentId": PAYMENT, "price": 60, "systemTime": time });
                    body["cancelHostReference"] = json!("000016");
                    body["refundHostReference"] = json!("000016");
                    body
                };
                is_complete = false;
            }
            5 => {
                body["status"] = json!("failure");
                body["errorCode"] = json!(dice.pick(&["91", "380103", "100001", "380202", "10220"]));
                is_complete = false;
            }
            // Another operation's amount.
            6 if !is_void => {
                body["price"] = json!(30);
                is_complete = false;
            }
            _ => {}
        }
        Self {
            operation,
            params: params(operation, price),
            moved,
            sent_at,
            asked_at,
            // Without a reference in the answer, only the question tells what it is about.
            question: question.filter(|_| about != 1 || dice.one_in(2)),
            http_status,
            text: body.to_string(),
            is_within: !is_beyond,
            is_complete,
        }
    }
}

/// iyzico's answer when it finds nothing under an id.
fn not_found(code: &str, reference: Value, time: i64) -> Value {
    json!({ "status": "failure", "errorCode": code, "transactionReferenceId": reference, "systemTime": time })
}

fn params(operation: &str, price: Money) -> Value {
    let mut params = json!({
        "deviceUniqueId": "P00134", "paymentId": PAYMENT, "paymentDate": 20_251_125, "transactionReferenceId": OWN,
    });
    if operation == "terminal.refund" {
        let price = price.to_string();
        params["saleAppName"] = json!("MyPOS");
        params["saleAppVersion"] = json!("1.0.0");
        params["saleItems"] = json!([{
            "name": "Fincan", "unitCode": "C62", "taxGroupCode": "KDV20", "itemQuantity": 1,
            "unitPriceAmount": price, "grossPriceAmount": price, "totalPriceAmount": price,
        }]);
    }
    params
}
