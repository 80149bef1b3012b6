//! A success has proof, and only an answer that says failure is a failure.

#![no_main]

use std::sync::LazyLock;

use arbitrary::{Result, Unstructured};
use fuzz::{Answer, Input, answer, received};
use iyzico_reversals::{Credentials, Draft, Environment, HttpAnswer, Iyzico, Params, Verdict};
use libfuzzer_sys::fuzz_target;
use serde_json::{Map, Value};

fuzz_target!(|bytes: &[u8]| {
    match Input::new(bytes) {
        Input::Text(text) => {
            let (operation, http_status, answer) = received(text);
            let sent = SENT.iter().find(|sent| sent.draft.operation().name() == operation);
            if let Some(sent) = sent {
                hold(sent, http_status, &signed(answer));
            }
        }
        Input::Choices(mut choices) => {
            if let Ok((sent, http_status, answer)) = made(&mut choices) {
                hold(sent, http_status, &signed(&answer));
            }
        }
    }
});

fn made(choices: &mut Unstructured<'_>) -> Result<(&'static Sent, u16, String)> {
    let index = choices.choose_index(SENT.len())?;
    let sent = SENT.get(index).ok_or(arbitrary::Error::IncorrectFormat)?;
    let http_status = *choices.choose(&[200, 200, 200, 400, 401, 500, 302, 0])?;
    let answer = answer(sent.draft.operation(), &sent.values, choices)?;
    Ok((sent, http_status, answer))
}

/// Replaces the signature `*` with the right one, which no fuzzer can guess.
fn signed(text: &str) -> String {
    match Answer::new(text) {
        Some(answer) => text.replace("\"*\"", &format!("\"{}\"", answer.signature(SECRET_KEY))),
        None => text.to_owned(),
    }
}

fn hold(sent: &Sent, http_status: u16, text: &str) {
    let outcome = IYZICO.read(&sent.draft, Some(HttpAnswer::new(http_status, text)));
    let written: Value = serde_json::to_value(&outcome).expect("an outcome is JSON");
    match outcome.verdict() {
        Verdict::Success(_) => {
            assert_eq!(written["status"], "success");
            proves_itself(sent, http_status, text);
        }
        Verdict::Failure { error, .. } => {
            assert_eq!(written["status"], "failure");
            let answer = Answer::new(text).expect("a failure is an object");
            assert!(says(&answer, "failure"), "{text}");
            assert!(matches!(http_status, 200 | 400..=499), "{http_status} {text}");
            assert!(error.code().bytes().all(|byte| byte.is_ascii_digit()), "{text}");
            let group = error.group().unwrap_or_default().to_ascii_lowercase();
            for doubt in ["timeout", "remote", "system", "unknown", "communication"] {
                // The table lists a till's token errors with SYSTEM_ERROR.
                assert!(!group.contains(doubt) || error.code().len() == 6, "{text}");
            }
            assert_eq!(answer.text("errorCode").as_deref(), Some(error.code()));
            for name in sent.echoed() {
                assert!(
                    answer.text(name).is_none() || sent.is_echoed(name, &answer),
                    "{name} of {text}"
                );
            }
        }
        Verdict::Unknown { .. } => {
            assert_eq!(written["status"], "unknown");
            assert_eq!(written["advice"], "reconcile");
        }
    }
}

fn proves_itself(sent: &Sent, http_status: u16, text: &str) {
    assert!(!matches!(http_status, 0 | 300..400), "{http_status}");
    assert!(sent.draft.operation().is_signed() || http_status < 400, "{http_status}");
    let answer = Answer::new(text).expect("a success is an object");
    assert!(says(&answer, "success"), "{text}");
    let code = answer.text("errorCode").unwrap_or_default();
    assert!(matches!(code.as_str(), "" | "0"), "{text}");
    for name in sent.echoed() {
        assert!(sent.is_echoed(name, &answer), "{name} of {text}");
    }
    if sent.draft.operation().is_signed() {
        let signature = answer.text("signature").expect("a signature").to_ascii_lowercase();
        assert_eq!(signature, answer.signature(SECRET_KEY), "{text}");
        for name in ["paymentId", "price", "currency"] {
            assert!(!answer.text(name).is_some_and(|text| text.contains(':')), "{text}");
        }
    }
}

fn says(answer: &Answer<'_>, status: &str) -> bool {
    answer
        .text("status")
        .is_some_and(|text| text.eq_ignore_ascii_case(status))
}

/// A request, and the params it was made of.
struct Sent {
    draft: Draft,
    values: Map<String, Value>,
}

impl Sent {
    fn new(operation: &str, params: &str) -> Self {
        let operation = operation.parse().expect("an operation");
        let checked = Params::check(operation, params, None).expect("valid params");
        Self {
            draft: Draft::new(checked).expect("no login"),
            values: serde_json::from_str(params).expect("an object"),
        }
    }

    /// The fields that the answer must repeat, by the API's documents.
    fn echoed(&self) -> impl Iterator<Item = &'static str> {
        let names = [
            "conversationId",
            "paymentId",
            "paymentTransactionId",
            "price",
            "currency",
        ];
        names.into_iter().filter(|name| self.values.contains_key(*name))
    }

    fn is_echoed(&self, name: &str, answer: &Answer<'_>) -> bool {
        let sent = self.values.get(name).and_then(Value::as_str).unwrap_or_default();
        match name {
            "price" => answer.decimal(name) == sent.parse().ok(),
            name => answer.text(name).as_deref() == Some(sent),
        }
    }
}

static SENT: LazyLock<[Sent; 4]> = LazyLock::new(|| {
    [
        Sent::new(
            "refund",
            r#"{"conversationId":"c-1","paymentTransactionId":"27169345","price":"5.00","currency":"TRY"}"#,
        ),
        Sent::new(
            "refundV2",
            r#"{"conversationId":"7:TRY:c-1","paymentId":"25180208","price":"15"}"#,
        ),
        Sent::new("cancel", r#"{"paymentId":"25180188","conversationId":"c-1"}"#),
        Sent::new("refund", r#"{"paymentTransactionId":"27169345","price":"0.1"}"#),
    ]
});

static IYZICO: LazyLock<Iyzico> = LazyLock::new(|| {
    let keys = Credentials::new("api".to_owned().into(), SECRET_KEY.to_owned().into()).expect("valid keys");
    Iyzico::new(keys, Environment::Sandbox.into())
});

const SECRET_KEY: &str = "secret";
