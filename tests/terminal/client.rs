//! The clients of a merchant and of a till.

use iyzico_reversals::{Access, Code, HttpAnswer, Iyzico, Operation, RandomKey, Terminal, Verdict};
use serde_json::{Value, json};

use crate::answers::landed;
use crate::support::{VOID, body, codes, drafted, least, listed, sandbox, sent, terminal};

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
