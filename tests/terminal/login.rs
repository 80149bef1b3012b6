//! The login to the Terminal API.

use iyzico_reversals::{Code, Draft, HttpAnswer, Login, Verdict};
use serde_json::{Value, json};

use crate::support::{VOID, body, checked, codes, least, listed, sandbox, sent};

fn login() -> Login {
    Login::new("till-01".to_owned().into(), "secret/+=~:".to_owned().into(), sandbox()).expect("valid keys")
}

#[test]
fn each_step_of_the_login_is_a_form() {
    let user = json!({ "username": "kasa@örnek.com", "password": "p&=+% ş~", "request_timestamp": "1766660749" });
    for (operation, params, path, form) in [
        (
            "login.authorize",
            user,
            "authorize",
            "scope=iyzipayApiGateway&response_type=code&client_id=till-01&client_secret=secret%2F%2B%3D~%3A\
             &username=kasa%40%C3%B6rnek.com&password=p%26%3D%2B%25%20%C5%9F~&request_timestamp=1766660749",
        ),
        (
            "login.token",
            json!({ "code": "a/b" }),
            "token",
            "grant_type=authorization_code&code=a%2Fb",
        ),
        (
            "login.refresh",
            json!({ "refresh_token": "r.s" }),
            "token/refresh",
            "grant_type=refresh_token&refresh_token=r.s",
        ),
    ] {
        let checked = checked(operation, &params, None).expect("valid params");
        let request = login().request(&checked).expect("a step");
        assert_eq!(
            request.url(),
            format!("https://sandbox-api.iyzipay.com/in-store/oauth2/{path}")
        );
        assert_eq!((request.body(), request.fingerprint()), (Some(form), ""));
        let headers: Value = serde_json::to_value(request.headers()).expect("JSON");
        assert_eq!(headers["Content-Type"], "application/x-www-form-urlencoded");
        let expected = match operation {
            "login.authorize" => Value::Null,
            _ => json!("Basic dGlsbC0wMTpzZWNyZXQvKz1+Og=="),
        };
        assert_eq!(headers["Authorization"], expected);
        let json: Value = serde_json::to_value(&request).expect("JSON");
        assert_eq!((&json["method"], &json["fingerprint"]), (&json!("POST"), &Value::Null));
        assert!(!format!("{request:?}{:?}", login()).contains("secret"));
        assert_eq!(
            codes(&Draft::new(checked).expect_err("refused")),
            listed(&[("operation", Code::UnknownOperation)])
        );
    }
    let refund = checked(VOID, &least(VOID), None).expect("valid");
    assert!(login().request(&refund).is_err());
}

#[test]
fn a_logins_keys_can_be_sent() {
    for (id, secret, expected) in [
        ("a:b", "s", &[("clientId", Code::KeyCharacters)][..]),
        ("a", "s ", &[("clientSecret", Code::KeyCharacters)]),
        ("", "", &[("clientId", Code::Empty), ("clientSecret", Code::Empty)]),
    ] {
        let issues = Login::new(id.to_owned().into(), secret.to_owned().into(), sandbox()).expect_err("refused");
        assert_eq!(codes(&issues), listed(expected));
    }
}

#[test]
fn a_logins_answer_is_oauths() {
    let tokens = r#"{"access_token":"a","refresh_token":"r","expires_in":7199}"#;
    let code = r#"{"code":"c","issuedAt":"now"}"#;
    let error = |error: &str| json!({ "error": error, "access_token": "a", "code": "c" }).to_string();
    for (http_status, answer, expected) in [
        (Some(200), tokens, "success"),
        (Some(201), tokens, "success"),
        (Some(299), tokens, "success"),
        (Some(199), tokens, "contradiction"),
        (Some(400), tokens, "contradiction"),
        (Some(302), tokens, "redirect"),
        (Some(200), code, "malformed"),
        (Some(200), r#"{"access_token":{}}"#, "malformed"),
        (Some(200), "{}", "malformed"),
        (Some(200), "", "empty"),
        (
            Some(200),
            r#"{"access_token":"a","error":"","errorCode":""}"#,
            "success",
        ),
        (Some(200), &error("invalid_grant"), "renew-token"),
        (Some(400), &error("invalid_request"), "fix-request"),
        (Some(400), &error("unsupported_grant_type"), "fix-request"),
        (Some(401), &error("invalid_client"), "fix-credentials"),
        (Some(400), &error("temporarily_unavailable"), "retry-later"),
        (Some(400), &error("server_error"), "retry-later"),
        // A gateway's word says nothing about the credentials.
        (Some(503), &error("temporarily_unavailable"), "http-status"),
        (Some(500), &error("server_error"), "http-status"),
        (Some(502), &error("Bad Gateway"), "http-status"),
        (Some(429), &error("rate_limited"), "http-status"),
        (
            Some(401),
            r#"{"errorCode":100501,"description":"why"}"#,
            "fix-credentials",
        ),
    ] {
        for operation in ["login.token", "login.refresh"] {
            let outcome = login().read(
                &sent(operation, ""),
                http_status.map(|status| HttpAnswer::new(status, answer)),
            );
            let found = match outcome.verdict() {
                Verdict::Success(_) => "success",
                Verdict::Failure { advice, .. } => advice.as_str(),
                Verdict::Unknown { reason, .. } => reason.as_str(),
            };
            assert_eq!(found, expected, "{http_status:?} {answer}");
        }
    }
    assert!(matches!(
        login()
            .read(&sent("login.authorize", ""), Some(HttpAnswer::new(200, code)))
            .verdict(),
        Verdict::Success(_)
    ));
    for (answer, expected) in [
        (r#"{"errorCode":100501,"description":"why"}"#, ("100501", Some("why"))),
        (
            r#"{"error":"invalid_client","error_description":"why"}"#,
            ("invalid_client", Some("why")),
        ),
        (r#"{"error":"","errorCode":"7"}"#, ("7", None)),
    ] {
        let outcome = login().read(&sent("login.authorize", ""), Some(HttpAnswer::new(401, answer)));
        let Verdict::Failure { error, .. } = outcome.verdict() else {
            panic!("{outcome:?}");
        };
        assert_eq!((error.code(), error.message()), expected);
        assert_eq!((error.group(), error.retryable()), (None, None));
    }
    for operation in ["paymentDetails", VOID] {
        let asked = match operation {
            VOID => sent(VOID, &body(VOID, &least(VOID))),
            _ => sent(operation, "/v2/reporting/payment/details?paymentId=1"),
        };
        let outcome = login().read(&asked, Some(HttpAnswer::new(200, tokens)));
        let json = serde_json::to_value(outcome).expect("JSON");
        assert_eq!(json["reason"], "request-unreadable", "{operation}");
    }
}
