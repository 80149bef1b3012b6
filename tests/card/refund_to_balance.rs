//! The beginning of a refund to the shopper's balance.

use iyzico_reversals::Asked;

use crate::calls::iyzico;
use crate::checks_params;

#[test]
fn the_callback_is_an_https_address() {
    checks_params("refundToBalance");
}

#[test]
fn it_may_be_asked_again() {
    let body = r#"{"paymentId":"1","callbackUrl":"https://x"}"#;
    let asked = Asked::recall("refundToBalance".parse().expect("an operation"), body).expect("a request");
    let json = serde_json::to_value(iyzico().read(&asked, None)).expect("JSON");
    assert_eq!(json["advice"], "retry-later");
}
