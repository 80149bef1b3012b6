//! Answers to a refund: by iyzico, with a bank's code that iyzico forwards, or by a gateway in between.

use serde_json::{Value, json};

use crate::Dice;

/// An answer, and what truly happened.
#[derive(Clone, Debug)]
pub struct Reply {
    /// Whether the money moved.
    pub moved: bool,
    /// Whether it is a plain refusal of iyzico's own: then it must read as a failure.
    pub is_plain_refusal: bool,
    /// The HTTP status.
    pub http_status: u16,
    /// The body.
    pub text: String,
}

/// Codes that iyzico publishes for refusals, with their groups.
const REFUSALS: [(&str, Option<&str>); 12] = [
    ("24", None),
    ("1000", None),
    ("1001", None),
    ("5087", None),
    ("5266", None),
    ("10012", Some("INVALID_TRANSACTION")),
    ("10051", Some("NOT_SUFFICIENT_FUNDS")),
    ("10220", Some("DECLINED")),
    ("10223", Some("REQUIRES_DAY_END")),
    ("10232", Some("INVALID_AMOUNT")),
    ("10246", Some("REFUND_DECLINE")),
    ("50000", None),
];

/// Codes that leave a doubt.
const DOUBTS: [(&str, Option<&str>); 14] = [
    ("1", None),
    ("2", None),
    ("100001", None),
    ("10202", Some("UNKNOWN")),
    ("10203", Some("APPROVED_COMPLETED")),
    ("10214", Some("COMMUNICATION_OR_SYSTEM_ERROR")),
    ("10219", Some("REQUEST_TIMEOUT")),
    ("10228", Some("ISSUER_OR_SWITCH_INOPERATIVE")),
    ("10240", None),
    ("10999", None),
    ("99999", Some("DECLINED")),
    ("91", Some("BANK_ERROR")),
    ("5999", Some("BANK_ERROR")),
    ("504", Some("GATEWAY")),
];

/// Groups that leave a doubt beside any code, in spellings that systems use.
const DOUBTFUL_GROUPS: [&str; 9] = [
    "timeout",
    " TIMEOUT ",
    "System_Error",
    "COMMUNICATION_ERROR",
    "Unknown",
    "remote-error",
    "REQUEST_TİMEOUT",
    "sıstem_hatası",
    "GATEWAY_ERROR",
];

impl Reply {
    /// Draws what became of a request with this conversationId, and the answer to it.
    pub fn draw(conversation_id: Option<&str>, dice: &mut impl Dice) -> Self {
        let moved = dice.one_in(2);
        let mut body =
            json!({ "status": "failure", "locale": "tr", "systemTime": 1_764_100_000_000_u64, "errorMessage": "hata" });
        let echoes = dice.one_in(2);
        if let (true, Some(id)) = (echoes, conversation_id) {
            body["conversationId"] = json!(id);
        }
        // iyzico refused this very request with a number of its own: nothing moved.
        if let (false, Some(id), true) = (moved, conversation_id, dice.one_in(8)) {
            body["conversationId"] = json!(id);
            Self::name(&mut body, dice.pick(&["3", "5999", "9999"]), None, dice);
            return Self {
                moved,
                is_plain_refusal: true,
                http_status: dice.pick(&[200, 400, 422]),
                text: body.to_string(),
            };
        }
        // iyzico refused with a published code: nothing moved. Gateways may answer anything.
        if !moved && dice.one_in(2) {
            let (code, group) = dice.pick(&REFUSALS);
            Self::name(&mut body, code, group, dice);
            let http_status = match code {
                "50000" => dice.pick(&[200, 400, 429, 503]),
                _ => dice.pick(&[200, 400, 401, 403, 404, 422]),
            };
            return Self {
                moved,
                is_plain_refusal: true,
                http_status,
                text: body.to_string(),
            };
        }
        let mut http_status = dice.pick(&[200, 200, 400, 401, 408, 422, 425, 429, 500, 502, 503, 504, 302, 0]);
        match dice.below(9) {
            0 | 1 => {
                let (code, group) = dice.pick(&DOUBTS);
                Self::name(&mut body, code, group, dice);
            }
            2 => {
                let (code, _) = dice.pick(&REFUSALS);
                Self::name(&mut body, code, Some(dice.pick(&DOUBTFUL_GROUPS)), dice);
            }
            3 => {
                // A gateway repeats an older refusal, or writes one itself.
                let (code, group) = dice.pick(&REFUSALS);
                Self::name(&mut body, code, group, dice);
                http_status = dice.pick(&[408, 425, 500, 502, 504, 302, 0]);
                if code == "50000" {
                    http_status = 500;
                }
            }
            4 => {
                // Another request's refusal.
                let (code, group) = dice.pick(&REFUSALS);
                Self::name(&mut body, code, group, dice);
                body["conversationId"] = json!("another");
            }
            5 => {
                body["errorCode"] =
                    serde_json::from_str(dice.pick(&["10220.0", "1.022e4", "-10220", "true", "[10220]", "null"]))
                        .expect("JSON")
            }
            6 => body["errorCode"] = json!(dice.pick(&["010220", "10220 ", "+10220", "E10220", "", "0", "10220,5"])),
            7 => {
                // A gateway writes its status as a code, and repeats the request.
                body["errorCode"] = json!(dice.pick(&["408", "499", "500", "502", "504"]));
                if let Some(id) = conversation_id {
                    body["conversationId"] = json!(id);
                }
            }
            _ => {
                // An unlisted number of iyzico's, about another request.
                body["errorCode"] = json!("5999");
                body["conversationId"] = Value::Null;
            }
        }
        Self {
            moved,
            is_plain_refusal: false,
            http_status,
            text: body.to_string(),
        }
    }

    fn name(body: &mut Value, code: &str, group: Option<&str>, dice: &mut impl Dice) {
        let number = code.parse::<u32>().ok().filter(|_| dice.one_in(3));
        body["errorCode"] = number.map_or_else(|| json!(code), |number| json!(number));
        if let Some(group) = group {
            body["errorGroup"] = json!(group);
        }
    }
}
