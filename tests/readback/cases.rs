//! Cases that once went wrong, from public bug reports, official samples and attacks.

use iyzico_reversals::{
    Credentials, Endpoint, Environment, HttpAnswer, Inquiry, Iyzico, Params, Terminal, Verdict, refundable,
};
use serde_json::Value;

use crate::{at, drafted, reconciled};

fn cases(kind: &str) -> Vec<Value> {
    let all: Value = serde_json::from_str(include_str!("../vectors/cases.json")).expect("JSON");
    let cases = all[kind].as_array().expect("a list").clone();
    assert!(cases.len() >= 4, "{kind}");
    cases
}

fn text(answer: &Value) -> String {
    answer.as_str().map_or_else(|| answer.to_string(), str::to_owned)
}

fn status(case: &Value) -> u16 {
    case["http"]
        .as_u64()
        .and_then(|status| status.try_into().ok())
        .expect("a status")
}

#[test]
fn read_back() {
    for case in cases("readback") {
        let operation = case["operation"].as_str().expect("an operation");
        let draft = drafted(operation, &case["params"]).expect("valid params");
        let inquiry = match (case["sentAt"].as_i64(), case["askedAt"].as_i64()) {
            (Some(sent_at), Some(asked_at)) => at(sent_at, asked_at),
            _ => Inquiry::default(),
        };
        let text = text(&case["answer"]);
        let (found, reason) = reconciled(operation, draft.body(), HttpAnswer::new(status(&case), &text), inquiry);
        let right = case["right"].as_str().expect("a verdict");
        assert!(
            right.split(" or ").any(|right| right == found),
            "{}: {found} {reason}",
            case["id"]
        );
    }
}

#[test]
fn what_is_left() {
    for case in cases("refundable") {
        let found = refundable(&case["answer"].to_string()).expect("they agree");
        let found = serde_json::to_value(found).expect("JSON");
        let payment = &found["payments"][0];
        match &case["right"] {
            Value::Object(right) => {
                for (name, right) in right {
                    assert_eq!(&payment[name], right, "{}", case["id"]);
                }
            }
            // An issue, or this.
            _ => assert_eq!(
                (&payment["doubtful"], &payment["refundable"]),
                (&"10".into(), &"0".into())
            ),
        }
    }
}

#[test]
fn outcomes() {
    let sandbox = || Endpoint::from(Environment::Sandbox);
    let keys = Credentials::new("api".to_owned().into(), "secret".to_owned().into()).expect("valid keys");
    let iyzico = Iyzico::new(keys, sandbox());
    let terminal = Terminal::new("token".to_owned().into(), sandbox()).expect("a token");
    for case in cases("read") {
        let operation = case["operation"].as_str().expect("an operation");
        let draft = drafted(operation, &case["params"]).expect("valid params");
        let text = text(&case["answer"]);
        let answer = Some(HttpAnswer::new(status(&case), &text));
        let outcome = match operation.starts_with("terminal.") {
            true => terminal.read(&draft, answer),
            false => iyzico.read(&draft, answer),
        };
        let found = match outcome.verdict() {
            Verdict::Success(_) => "success",
            Verdict::Failure { .. } => "failure",
            Verdict::Unknown { .. } => "unknown",
        };
        assert_eq!(
            found,
            case["right"],
            "{}: {}",
            case["id"],
            serde_json::to_string(&outcome).expect("JSON")
        );
    }
}

#[test]
fn inputs() {
    for case in cases("inputs") {
        let operation = case["operation"].as_str().expect("an operation");
        let found = Params::check(
            operation.parse().expect("an operation"),
            &case["params"].to_string(),
            None,
        );
        assert_eq!(
            if found.is_ok() { "ok" } else { "refused" },
            case["right"],
            "{}",
            case["id"]
        );
    }
}
