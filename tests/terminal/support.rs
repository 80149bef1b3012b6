//! Params, drafts and issues of operations at a till.

use iyzico_reversals::{Asked, Code, Draft, Endpoint, Environment, Issue, Issues, Params, Terminal};
use serde_json::{Value, json};

pub(crate) const REFUND: &str = "terminal.refund";
pub(crate) const VOID: &str = "terminal.void";
pub(crate) const SALE_INFO: &str = "terminal.refundableSaleInfo";
pub(crate) const STATUS: &str = "terminal.transactionStatus";

pub(crate) fn cup() -> Value {
    json!({
        "name": "Fincan", "unitCode": "C62", "taxGroupCode": "KDV20", "itemQuantity": 1, "unitPriceAmount": "60.00",
        "grossPriceAmount": "60.00", "totalPriceAmount": "60.00",
    })
}

pub(crate) fn least(operation: &str) -> Value {
    let mut params = json!({ "transactionReferenceId": "RETURN-7" });
    if operation == REFUND || operation == VOID {
        params["deviceUniqueId"] = json!("P00134");
        params["paymentId"] = json!("PAY-9876543");
        params["paymentDate"] = json!(20_260_406);
    }
    if operation == REFUND {
        params["saleAppName"] = json!("MyPOS");
        params["saleAppVersion"] = json!("1.0.0");
        params["saleItems"] = json!([cup()]);
    }
    params
}

pub(crate) fn with(mut object: Value, changes: &Value) -> Value {
    for (name, value) in changes.as_object().expect("an object") {
        object[name] = value.clone();
    }
    object
}

pub(crate) fn refund(items: Value) -> Value {
    with(least(REFUND), &json!({ "saleItems": items }))
}

pub(crate) fn checked(operation: &str, params: &Value, context: Option<&Value>) -> Result<Params, Issues> {
    Params::check(
        operation.parse()?,
        &params.to_string(),
        context.map(Value::to_string).as_deref(),
    )
}

/// What was sent, by its body.
pub(crate) fn sent(operation: &str, body: &str) -> Asked {
    Asked::recall(operation.parse().expect("an operation"), body).expect("a request of ours")
}

pub(crate) fn drafted(operation: &str, params: &Value) -> Result<Draft, Issues> {
    checked(operation, params, None).and_then(Draft::new)
}

pub(crate) fn body(operation: &str, params: &Value) -> String {
    drafted(operation, params).expect("valid params").body().to_owned()
}

pub(crate) fn codes(issues: &[Issue]) -> Vec<(String, Code)> {
    issues
        .iter()
        .map(|issue| (issue.path().join("."), issue.code()))
        .collect()
}

pub(crate) fn issues(operation: &str, params: &Value) -> Vec<(String, Code)> {
    codes(&drafted(operation, params).expect_err("refused"))
}

pub(crate) fn listed(expected: &[(&str, Code)]) -> Vec<(String, Code)> {
    expected
        .iter()
        .map(|(path, code)| ((*path).to_owned(), *code))
        .collect()
}

pub(crate) fn sandbox() -> Endpoint {
    Environment::Sandbox.into()
}

pub(crate) fn terminal() -> Terminal {
    Terminal::new("eyJ.token".to_owned().into(), sandbox()).expect("a token")
}
